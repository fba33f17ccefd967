/** From the wire to the model: everything is checked, and only what is known is taken. */
import type * as v from 'valibot';
import type { page, sent, UnknownEntry, WireOpened } from '../../protocol/from-server.js';
import type { WireEntry, noticeEntry, WireRegisters } from '../../protocol/entries.js';
import type { Entry } from '../../session/model/types.js';
import { TransportError, type Opened, type Page, type Registers, type SendResult } from '../../session/transport.js';
import { isEntry, isPlace } from './guards.js';

/** Reads a frame by its guard. @throws TransportError `protocol`: the server may have acted, but its answer says nothing */
export function read<Frame>(guard: (value: unknown) => boolean, data: unknown): Frame {
  if (guard(data)) return data as Frame;
  throw new TransportError('unknown', 'protocol');
}

/** Reads one entry. One of an unknown type, or with unreadable content, still keeps its place in the chain. */
export function readEntry(data: unknown): Entry | undefined {
  if (isEntry(data)) return data as WireEntry | v.InferOutput<typeof noticeEntry>;
  if (!isPlace(data)) return undefined;
  const { seq, prev, at } = data as UnknownEntry;
  return { type: 'unknown', seq, prev, at, data };
}

/** Entries of a page in order; one without even a place breaks the chain, and the gap is pulled again. */
export function toPage(data: v.InferOutput<typeof page>): Page {
  const entries = data.entries.map(readEntry).filter((entry): entry is Entry => entry !== undefined);
  return { entries, more: data.more, head: data.head };
}

/** Registers have the same shape on both sides; this is where a difference would be translated. */
export function toRegisters(data: WireRegisters): Registers {
  return data;
}

/** See {@link Opened}. */
export function toOpened(data: WireOpened): Opened {
  return {
    remoteId: data.conversation,
    me: data.me,
    credential: data.credential,
    registers: toRegisters(data.registers),
    page: toPage(data.page),
  };
}

/** What became of each item; a refusal always has a code. */
export function toResults({ results }: v.InferOutput<typeof sent>): readonly SendResult[] {
  return results.map((result): SendResult =>
    result.status === 'refused'
      ? { ...result, status: 'refused', code: result.code ?? 'refused' }
      : (result as SendResult),
  );
}
