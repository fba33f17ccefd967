import { entryItems, isOwn, isPending, type Items } from './items.js';
import { rowsAround, type RowContext, type Slice } from './rows.js';

/** The pill does not count further. */
export const MOST = 99;

/** So many items are looked at on the way to a foreign message; further, the answer is not worth the time. */
const TRIES = 300;

/**
 * A place that survives what is added on either side: an entry, and how many items after it (waiting messages have no
 * place of their own yet).
 */
type Spot = { readonly seq: number; readonly after: number };

/** Where the reader is in a transcript: which window of it is shown, what is new, what has been on screen. No DOM. */
export class Reading {
  items: Items = entryItems([]);
  slice: Slice = { rows: [], start: 0, end: 0 };
  /** The message that the line "new" stands before; 0: none. */
  unread = 0;
  /** Everything up to here has been on screen. */
  shown = 0;
  /** The middle of the window; undefined: the end. */
  #spot: Spot | undefined;

  /** Begins with another transcript. */
  begin(): void {
    this.shown = 0;
    this.unread = 0;
    this.#spot = undefined;
  }

  /** Moves the window to the end. */
  toEnd(): void {
    this.#spot = undefined;
  }

  /** Whether the window has a middle of its own, so that it is not the end. */
  get held(): boolean {
    return this.#spot !== undefined;
  }

  /** The `seq` of the last entry; 0 when there is none. */
  get last(): number {
    for (let i = this.items.length - 1; i >= 0; i--) {
      const item = this.items.at(i);
      if (item && !isPending(item)) return item.seq;
    }
    return 0;
  }

  /** Moves the middle of the window to an item; returns whether that changes anything. */
  center(index: number): boolean {
    if (this.#spot && this.#index(this.#spot) === index) return false;
    for (let i = Math.min(index, this.items.length - 1); i >= -1; i--) {
      const item = this.items.at(i);
      if (i >= 0 && (!item || isPending(item))) continue;
      this.#spot = { seq: item && !isPending(item) ? item.seq : 0, after: index - Math.max(i, 0) };
      break;
    }
    return true;
  }

  /** The rows to show. */
  layout(context: Omit<RowContext, 'unread'>): Slice {
    const center = this.#spot ? this.#index(this.#spot) : this.items.length - 1;
    this.slice = rowsAround(this.items, center, { ...context, unread: this.unread });
    return this.slice;
  }

  /** Whether items follow that are not in the window. */
  get more(): boolean {
    return this.slice.end < this.items.length;
  }

  /** Puts the line "new" before the first message of somebody else after `seq`; returns the index of that message, or -1. */
  mark(seq: number): number {
    this.unread = 0;
    for (let i = this.items.find(seq + 1), tries = 0; tries < TRIES; i++, tries++) {
      const item = this.items.at(i);
      if (!item || isPending(item)) return -1;
      if (item.type !== 'message' || isOwn(item, this.items.me)) continue;
      this.unread = item.seq;
      return i;
    }
    return -1;
  }

  /** How many messages of others have not been on screen, counted to one more than {@link MOST}. */
  get news(): number {
    let count = 0;
    for (let i = this.items.length - 1, tries = 0; i >= 0 && count <= MOST && tries < TRIES; i--, tries++) {
      const item = this.items.at(i);
      if (!item || isPending(item)) continue;
      if (item.seq <= this.shown) break;
      if (item.type === 'message' && !isOwn(item, this.items.me)) count++;
    }
    return count;
  }

  #index({ seq, after }: Spot): number {
    return Math.max(0, Math.min(this.items.find(seq) + after, this.items.length - 1));
  }
}
