/** Pure operations on the log window. They return the same object when nothing changed. */
import type { Page } from '../transport.js';
import { frozen } from './frozen.js';
import { EMPTY_LOG } from './new-conversation.js';
import type { Entry, Log } from './types.js';

/** What came of adding: `gap` means that something before it is missing, so it was not added. */
export type Added = { readonly log: Log; readonly added: readonly Entry[]; readonly gap: boolean };

/** Notes that entries up to `head` exist. */
export function raiseHead(log: Log, head: number): Log {
  return head > log.head ? Object.freeze({ ...log, head }) : log;
}

/**
 * Adds entries that follow one another. One that is here already is left out, and one whose predecessor is not here is a
 * gap: it and all after it wait for a pull, so that the window never has a hole. A predecessor below `last` is no gap:
 * what stood between the two is not to be seen any more, by anybody who asks now.
 */
export function append(log: Log, entries: readonly Entry[]): Added {
  const added: Entry[] = [];
  let last = log.last;
  let gap = false;
  let head = log.head;
  for (const entry of entries) {
    head = Math.max(head, entry.seq);
    if (entry.seq <= last) continue;
    if (entry.prev > last) {
      gap = true;
      break;
    }
    added.push(frozen(entry));
    last = entry.seq;
  }
  if (added.length === 0) return { log: raiseHead(log, head), added, gap };
  const first = log.first || (added[0]?.seq ?? 0);
  return {
    log: Object.freeze({ ...log, entries: Object.freeze([...log.entries, ...added]), first, last, head }),
    added,
    gap,
  };
}

/** Opens an empty window on the newest page; what is before it can be fetched later. */
export function openAt(page: Page): Added {
  const base = page.entries[0]?.prev ?? 0;
  const start: Log = Object.freeze({ ...EMPTY_LOG, last: base, older: page.more });
  const result = append(raiseHead(start, page.head), page.entries);
  // A window without entries starts at the beginning: a later entry must find its predecessor.
  return result.added.length === 0 ? { ...result, log: Object.freeze({ ...result.log, last: 0 }) } : result;
}

/** Puts an older page before the window. One that does not reach up to the window changes nothing. */
export function prepend(log: Log, page: Page): Added {
  const first = log.entries[0];
  if (first === undefined) return { log, added: [], gap: page.entries.length > 0 };
  const before = page.entries.filter((entry) => entry.seq < first.seq).map(frozen);
  // It has come before.
  if (before.length === 0 && page.entries.length > 0) return { log, added: [], gap: false };
  const follows = (entry: Entry, i: number, all: readonly Entry[]) => {
    const next = all[i + 1] ?? first;
    return next.seq > entry.seq && next.prev <= entry.seq;
  };
  if (!before.every(follows)) return { log, added: [], gap: true };
  const older = page.more && before.length > 0;
  if (before.length === 0 && older === log.older) return { log, added: [], gap: false };
  const entries = before.length > 0 ? Object.freeze([...before, ...log.entries]) : log.entries;
  return { log: Object.freeze({ ...log, entries, first: entries[0]?.seq ?? 0, older }), added: before, gap: false };
}
