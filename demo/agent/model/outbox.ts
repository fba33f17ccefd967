/** The pure half of sending: what goes into the next batch, and what its answer means. */
import type { WireItem, WireItemResult, WireLimits } from '../../../src/protocol/index.js';
import type { Log } from './log.js';
import type { Conversation, PendingMessage } from './state.js';

/** Watermarks that are still to be told to the server. */
export interface WantedMark {
  readonly id: string;
  readonly delivered: number;
  readonly seen: number;
}

/** The share of a frame that items may fill; the rest is for Socket.IO's own bytes. */
const FRAME_SHARE = 0.8;

/** The next batch: waiting messages in their order, as many as one frame takes, then the mark. */
export function nextBatch(
  pending: readonly PendingMessage[],
  mark: WantedMark | undefined,
  limits: WireLimits,
  most: number,
): WireItem[] {
  const items: WireItem[] = [];
  let bytes = 0;
  for (const { id, text, status, files, notice, rich } of pending) {
    if (status !== 'queued') continue;
    // Three bytes for each UTF-16 unit is UTF-8's worst case; six is that of a control character escaped in JSON.
    const size = new TextEncoder().encode(JSON.stringify([text, rich])).length + 200;
    if (items.length > 0 && (items.length >= most || bytes + size > limits.maxFrame * FRAME_SHARE)) return items;
    if (notice) items.push({ id, type: 'notice', text });
    else
      items.push({
        id,
        type: 'message',
        text,
        ...(files && { files: files.map((file) => file.id) }),
        ...(rich && { rich }),
      });
    bytes += size;
  }
  if (mark && items.length < most) items.push({ type: 'mark', ...mark });
  return items;
}

/** Notes that these are on their way. */
export function sending(pending: readonly PendingMessage[], items: readonly WireItem[]): readonly PendingMessage[] {
  const ids = new Set(items.map((item) => item.id));
  return pending.map((message) =>
    message.status === 'queued' && ids.has(message.id) ? { ...message, status: 'sending' } : message,
  );
}

/** What became of a batch. */
export interface Settled {
  readonly pending: readonly PendingMessage[];
  readonly refused: readonly PendingMessage[];
  /** The highest place that something was stored at; the log must reach it. */
  readonly head: number;
  /** Set when the server wants the rest later. */
  readonly later: number | undefined;
}

/** Reads the answer. What it does not name was not accepted (a batch is accepted as a prefix) and waits for the next batch. */
export function settle(pending: readonly PendingMessage[], results: readonly WireItemResult[]): Settled {
  const byId = new Map(results.map((result) => [result.id, result]));
  const next = pending.map((message) => settledMessage(message, byId.get(message.id)));
  const later = results.find((result) => result.status === 'later');
  return {
    pending: next,
    refused: next.filter((message, index) => message.status === 'refused' && pending[index]?.status !== 'refused'),
    head: results.reduce((head, result) => Math.max(head, result.seq ?? 0), 0),
    later: later && (later.retryAfter ?? 1000),
  };
}

function settledMessage(message: PendingMessage, result: WireItemResult | undefined): PendingMessage {
  if (message.status !== 'sending') return message;
  if (!result || result.status === 'later') return { ...message, status: 'queued' };
  if (result.status === 'refused') return { ...message, status: 'refused', code: result.code };
  return { ...message, status: 'stored', seq: result.seq, at: result.at ?? message.at };
}

/** No answer came: whether they were stored is unknown, so they go again with the same ids. */
export function unsettled(pending: readonly PendingMessage[]): readonly PendingMessage[] {
  if (!pending.some((message) => message.status === 'sending')) return pending;
  return pending.map((message) => (message.status === 'sending' ? { ...message, status: 'queued' } : message));
}

/** The server refused the whole batch for good. */
export function refuse(pending: readonly PendingMessage[], code: string): readonly PendingMessage[] {
  return pending.map((message) =>
    message.status === 'sending' || message.status === 'queued' ? { ...message, status: 'refused', code } : message,
  );
}

/** Takes away what the log now holds, so that nothing is on screen twice. */
export function withoutLogged(pending: readonly PendingMessage[], log: Log): readonly PendingMessage[] {
  if (pending.length === 0) return pending;
  const ids = new Set<string>();
  for (const entry of log.entries)
    if ((entry.type === 'message' || entry.type === 'notice') && entry.clientId !== undefined) ids.add(entry.clientId);
  const left = pending.filter(
    (message) => !ids.has(message.id) && !(message.status === 'stored' && (message.seq ?? 0) <= log.last),
  );
  return left.length === pending.length ? pending : left;
}

/** A conversation with this log, and with nothing pending that is in it. */
export function withLog(conversation: Conversation, log: Log): Conversation {
  const pending = withoutLogged(conversation.pending, log);
  return log === conversation.log && pending === conversation.pending
    ? conversation
    : { ...conversation, log, pending };
}
