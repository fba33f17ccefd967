/**
 * The log of one conversation as far as the desk has it: an unbroken run of entries.
 *
 * Each entry names the one before it, so a gap shows at once. Only entries that join on are taken from a push; everything
 * else comes from a pull, which is the truth.
 */
import type { UnknownEntry, WireAnyEntry } from '../../../src/protocol/index.js';

/** One entry, also one of a later protocol version. */
export type LogEntry = WireAnyEntry | UnknownEntry;

/** See the module. Immutable: an operation that changes nothing returns the same object. */
export interface Log {
  readonly entries: readonly LogEntry[];
  /** The highest `seq` held; 0 for an empty log. */
  readonly last: number;
  /** Whether there are older entries on the server. */
  readonly older: boolean;
}

/** How many entries are held in memory; beyond it the oldest are let go, to be loaded again when wanted. */
export const LOG_LIMIT = 4000;

/** How many go at once, so that the cost of letting go is spread. */
const LOG_SLACK = 1000;

/** A log without anything. */
export const EMPTY_LOG: Log = Object.freeze({ entries: [], last: 0, older: false });

/** Takes one pushed entry: the new log, `known` for one that is held already, or `gap` for one that does not join on. */
export function append(log: Log, entry: LogEntry): Log | 'known' | 'gap' {
  if (entry.seq <= log.last) return 'known';
  if (entry.prev !== log.last) return 'gap';
  return grow(log, [entry]);
}

/** Takes a page that was pulled with `after` the log's last entry. */
export function appendPage(log: Log, page: readonly LogEntry[]): Log {
  const fresh = risingAfter(page, log.last);
  return fresh.length === 0 ? log : grow(log, fresh);
}

/** Takes a page that was pulled with `before` the log's first entry; `more` tells whether there are still older ones. */
export function prependPage(log: Log, page: readonly LogEntry[], more: boolean): Log {
  const first = log.entries[0]?.seq ?? Number.POSITIVE_INFINITY;
  const fresh = risingAfter(page, 0).filter((entry) => entry.seq < first);
  if (fresh.length === 0 && log.older === more) return log;
  const entries = [...fresh, ...log.entries];
  return { entries, last: entries.at(-1)?.seq ?? 0, older: more };
}

/** A log that starts with the newest page. */
export function logFrom(page: readonly LogEntry[], more: boolean): Log {
  const entries = risingAfter(page, 0);
  return { entries, last: entries.at(-1)?.seq ?? 0, older: more };
}

/** The entries of `log` with a higher `seq` than `after`, found from the end because that is where they are. */
export function entriesAfter(log: Log, after: number): readonly LogEntry[] {
  let from = log.entries.length;
  while (from > 0 && (log.entries[from - 1]?.seq ?? 0) > after) from -= 1;
  return log.entries.slice(from);
}

function grow(log: Log, fresh: readonly LogEntry[]): Log {
  const entries = [...log.entries, ...fresh];
  const last = entries.at(-1)?.seq ?? 0;
  if (entries.length <= LOG_LIMIT) return { entries, last, older: log.older };
  return { entries: entries.slice(LOG_SLACK), last, older: true };
}

/** A page in rising order without repetitions; the server sends it so, and a faulty one must not break the chain. */
function risingAfter(page: readonly LogEntry[], after: number): LogEntry[] {
  const sorted = page.filter((entry) => entry.seq > after).sort((a, b) => a.seq - b.seq);
  return sorted.filter((entry, index) => entry.seq !== sorted[index - 1]?.seq);
}
