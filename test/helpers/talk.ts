import type { Fact } from '../../src/session/model/facts.js';
import type { Author, ChatState, Conversation, Entry, MessageEntry, Pending } from '../../src/session/model/types.js';
import type { FakeHandle } from './fake-handle.js';
import { ANN, chatState, NOW, VISITOR } from './states.js';

/** The key of the conversation in made-up states. */
export const KEY = 'k1';

/** One message, a minute after the one before it. */
export function message(
  seq: number,
  text = `Message ${seq}`,
  from: Author = ANN,
  more: Partial<MessageEntry> = {},
): MessageEntry {
  return { type: 'message', seq, prev: seq - 1, at: NOW + seq * 60_000, from, text, ...more };
}

/** Messages by turns of both sides: `from` to `to`, both included. */
export const messages = (from: number, to: number): MessageEntry[] =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    message(from + index, undefined, (from + index) % 3 === 0 ? VISITOR : ANN),
  );

/** The log of these entries. */
export function logWith(entries: readonly Entry[], older = false): Conversation['log'] {
  const last = entries.at(-1)?.seq ?? 0;
  return { entries, first: entries[0]?.seq ?? 0, last, older, head: last };
}

/** A running conversation with these entries, all of them seen unless it says otherwise. */
export function talkState(
  entries: readonly Entry[],
  parts: Partial<Conversation> = {},
  change: Partial<ChatState> = {},
): ChatState {
  return chatState('active', 'online', {
    ...change,
    conversation: { log: logWith(entries), seen: entries.at(-1)?.seq ?? 0, ...parts },
  });
}

/** Changes the conversation in the state of a handle. */
export function change(handle: FakeHandle, parts: Partial<Conversation>, facts: readonly Fact[] = []): void {
  const conversation = handle.state.conversations[KEY]!;
  handle.set({ conversations: { [KEY]: { ...conversation, ...parts } } }, facts);
}

/** Entries arrive, as the session tells it. */
export function receive(handle: FakeHandle, entries: readonly Entry[], restoring = false): void {
  const { log } = handle.state.conversations[KEY]!;
  const all = [...log.entries, ...entries];
  change(handle, { log: { ...log, entries: all, last: all.at(-1)!.seq, head: all.at(-1)!.seq } }, [
    { type: 'received', key: KEY, entries, restoring },
  ]);
}

/** An older page arrives. */
export function prepend(handle: FakeHandle, entries: readonly Entry[], older = false): void {
  const { log } = handle.state.conversations[KEY]!;
  change(
    handle,
    { loadingOlder: false, log: { ...log, entries: [...entries, ...log.entries], first: entries[0]!.seq, older } },
    [{ type: 'received', key: KEY, entries, restoring: true }],
  );
}

/** One's own message is taken into the outbox. */
export function submit(handle: FakeHandle, clientId: string, text: string, status: Pending['status'] = 'queued'): void {
  const { pending } = handle.state.conversations[KEY]!;
  change(handle, { pending: [...pending, { clientId, text, createdAt: NOW, status }] }, [
    { type: 'submitted', key: KEY, clientId },
  ]);
}
