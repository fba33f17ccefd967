/** What the transcript shows, as plain rows: the pure half of the screen, so that its rules can be tested without one. */
import { readChoice, readRich, type RichKind, type WireFileInfo } from '../../../src/protocol/index.js';
import type { Log, LogEntry } from './log.js';
import { visitorOf, type Conversation, type PendingMessage } from './state.js';

/** What became of a message of ours. */
export type Fate = 'queued' | 'sending' | 'stored' | 'delivered' | 'seen' | 'refused';

/** A message in a bubble. */
export interface MessageRow {
  readonly kind: 'message';
  /** The same before and after the server has it, so that the row on screen stays the same element. */
  readonly key: string;
  readonly seq: number | undefined;
  /** The visitor stands on one side, everybody who serves them on the other. */
  readonly side: 'visitor' | 'desk';
  readonly own: boolean;
  readonly author: { readonly id: string; readonly role: string; readonly name?: string | undefined };
  readonly text: string;
  readonly files: readonly WireFileInfo[];
  /** The kind of a rich message, and whether the message chooses something in one. */
  readonly rich: RichKind | undefined;
  readonly chooses: boolean;
  /** What became of it; `writing`: it is not complete. */
  readonly amended: 'edited' | 'retracted' | 'writing' | undefined;
  /** It is for the visitor's page, and the server did not take it. */
  readonly notice: boolean;
  readonly at: number;
  /** The first and the last of a run by the same person. */
  readonly first: boolean;
  readonly last: boolean;
  readonly fate: Fate | undefined;
  /** The newest message of this side: its fate is written out. */
  readonly latest: boolean;
  readonly code: string | undefined;
  /** The client id, for a message that the agent can still take back. */
  readonly pending: string | undefined;
}

/** Anything else that is in the log. */
export interface EventRow {
  readonly kind: 'event';
  readonly key: string;
  readonly seq: number;
  readonly entry: Exclude<LogEntry, { type: 'message' | 'unknown' | 'edit' | 'retract' | 'stream' }>;
}

/** Rows that are between the entries: a new day, and where the unread ones begin. */
export interface DividerRow {
  readonly kind: 'day' | 'unread';
  readonly key: string;
  readonly at: number;
}

/** See the module. */
export type Row = MessageRow | EventRow | DividerRow;

/** How many entries are on screen at most. */
export const WINDOW = 200;

/** How far the window moves at once. */
export const WINDOW_STEP = 100;

/** A run of messages is broken by another person, another day, or this much time. */
const RUN = 3 * 60_000;

/** Which part of the log is on screen: its end, or from one entry on. */
export type Anchor = 'tail' | number;

/** The entries on screen, and whether there are more on either side. */
export interface Slice {
  readonly entries: readonly LogEntry[];
  readonly pending: readonly PendingMessage[];
  readonly above: boolean;
  readonly below: boolean;
}

/** Cuts the window out of a conversation. */
export function sliceOf(conversation: Conversation, anchor: Anchor): Slice {
  const { log, pending } = conversation;
  if (anchor === 'tail') {
    const waiting = pending.slice(-WINDOW);
    const room = WINDOW - waiting.length;
    const from = Math.max(0, log.entries.length - room);
    return { entries: log.entries.slice(from), pending: waiting, above: from > 0 || log.older, below: false };
  }
  const from = indexOf(log, anchor);
  const entries = log.entries.slice(from, from + WINDOW);
  const reaches = from + entries.length === log.entries.length;
  const waiting = reaches ? pending.slice(0, WINDOW - entries.length) : [];
  return {
    entries,
    pending: waiting,
    above: from > 0 || log.older,
    below: !reaches || waiting.length < pending.length,
  };
}

/** The anchor a step further up; the same when the log has to be loaded first. */
export function stepUp(log: Log, slice: Slice): Anchor {
  const from = indexOf(log, slice.entries[0]?.seq ?? 0);
  return log.entries[Math.max(0, from - WINDOW_STEP)]?.seq ?? 'tail';
}

/** The anchor a step further down; `tail` when that is the end. */
export function stepDown(log: Log, slice: Slice): Anchor {
  const from = indexOf(log, slice.entries[0]?.seq ?? 0) + WINDOW_STEP;
  return from + WINDOW >= log.entries.length ? 'tail' : (log.entries[from]?.seq ?? 'tail');
}

/** The rows of a slice. `unreadAfter` is the last entry that was seen when the agent turned to the conversation. */
export function rowsOf(
  conversation: Conversation,
  slice: Slice,
  agent: string | undefined,
  unreadAfter: number | undefined,
): readonly Row[] {
  const rows: Row[] = [];
  const visitor = visitorOf(conversation);
  const marks = visitor && conversation.registers.marks[visitor.id];
  let day = '';
  let divided = unreadAfter === undefined;
  const separate = (at: number): void => {
    const next = new Date(at).toDateString();
    if (next !== day) rows.push({ kind: 'day', key: `day ${next}`, at });
    day = next;
  };
  const amended = amendedBy(conversation.log, slice.entries[0]?.seq ?? 0);
  for (const came of slice.entries) {
    const entry = amended.get(came.seq) ?? came;
    if (entry.type === 'unknown' || entry.type === 'edit' || entry.type === 'retract' || entry.type === 'stream')
      continue;
    separate(entry.at);
    if (
      !divided &&
      unreadAfter !== undefined &&
      entry.seq > unreadAfter &&
      entry.type === 'message' &&
      entry.from.role === 'visitor'
    ) {
      rows.push({ kind: 'unread', key: 'unread', at: entry.at });
      divided = true;
    }
    if (entry.type !== 'message') {
      // That the visitor came is what the conversation is, and its first line tells since when they wait.
      if (entry.type === 'join' && entry.from.role === 'visitor') continue;
      // Who hands on or ends has left, too: the entry beside it says more.
      if (entry.type === 'leave' && entry.reason !== 'connection-lost') continue;
      rows.push({ kind: 'event', key: `#${entry.seq}`, seq: entry.seq, entry });
      continue;
    }
    const side = entry.from.role === 'visitor' ? 'visitor' : 'desk';
    pushMessage(rows, {
      kind: 'message',
      key: entry.clientId ?? `#${entry.seq}`,
      seq: entry.seq,
      side,
      own: entry.from.id === agent,
      author: entry.from,
      text: entry.text,
      files: entry.files ?? [],
      rich: readRich(entry.rich)?.kind,
      chooses: readChoice(entry.choice) !== undefined,
      amended: AMENDED.find((one) => one === entry.amended),
      notice: false,
      at: entry.at,
      first: true,
      last: true,
      fate: side === 'desk' ? fateOf(entry.seq, marks) : undefined,
      latest: false,
      code: undefined,
      pending: undefined,
    });
  }
  for (const message of slice.pending) {
    // On its way it is nothing to look at; refused it is something to decide on.
    if (message.notice && message.status !== 'refused') continue;
    separate(message.at);
    pushMessage(rows, {
      kind: 'message',
      key: message.id,
      seq: undefined,
      side: 'desk',
      own: true,
      author: { id: agent ?? '', role: 'agent' },
      text: message.text,
      files: message.files ?? [],
      rich: message.rich?.kind,
      chooses: false,
      amended: undefined,
      notice: message.notice ?? false,
      at: message.at,
      first: true,
      last: true,
      fate: message.status,
      latest: false,
      code: message.code,
      pending: message.id,
    });
  }
  const latest = rows.findLastIndex((row) => row.kind === 'message' && row.side === 'desk');
  return rows.map((row, index) => (index === latest ? { ...row, latest: true } : row));
}

const AMENDED = ['edited', 'retracted', 'writing'] as const;

type Message = Extract<LogEntry, { type: 'message' }>;

/** What messages say now, as far as entries here change them: those that were loaded later say it themselves. */
function amendedBy({ entries }: Log, from: number): ReadonlyMap<number, Message> {
  const now = new Map<number, Message>();
  const messages = new Map<number, Message>();
  for (const entry of entries) {
    if (entry.type === 'stream' && entry.seq >= from) {
      now.set(entry.seq, { ...entry, type: 'message', text: '', amended: 'writing' });
      continue;
    }
    if (entry.type === 'message') messages.set(entry.seq, entry);
    if (entry.type !== 'edit' && entry.type !== 'retract') continue;
    const old = now.get(entry.of) ?? messages.get(entry.of);
    if (!old || old.from.id !== entry.from.id || old.amended === 'retracted') continue;
    if (entry.type === 'retract')
      now.set(entry.of, { ...old, text: '', rich: undefined, files: undefined, amended: 'retracted' });
    else if (old.amended === 'writing')
      now.set(entry.of, { ...old, text: entry.text, rich: entry.rich, amended: undefined });
    else if (!entry.complete) now.set(entry.of, { ...old, text: entry.text, rich: entry.rich, amended: 'edited' });
  }
  return now;
}

/** Adds a message, and joins it to the run before it. */
function pushMessage(rows: Row[], row: MessageRow): void {
  const before = rows.at(-1);
  const joins = before?.kind === 'message' && before.author.id === row.author.id && row.at - before.at < RUN;
  if (joins) rows[rows.length - 1] = { ...before, last: false };
  rows.push(joins ? { ...row, first: false } : row);
}

function fateOf(seq: number, marks: { readonly delivered: number; readonly seen: number } | undefined): Fate {
  if (marks && seq <= marks.seen) return 'seen';
  return marks && seq <= marks.delivered ? 'delivered' : 'stored';
}

/** The place of the first entry with at least this `seq`. */
function indexOf(log: Log, seq: number): number {
  let low = 0;
  let high = log.entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((log.entries[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
