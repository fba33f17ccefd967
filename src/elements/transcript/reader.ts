import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Attention } from '../../controllers/attention.js';
import { StickyScroll } from '../../controllers/sticky-scroll.js';
import type { ConversationKey } from '../../session/model/types.js';
import type { Items } from './items.js';
import { Reading } from './reading.js';
import { lowestSeen } from './rover.js';
import type { RowContext, Slice } from './rows.js';

/** What is on screen is told at most this often. */
const LOOK_EVERY = 200;

/** What is to be read. */
export type Source = {
  /** Another key is another transcript: the place in it is found anew. */
  readonly key: ConversationKey | undefined;
  readonly items: Items;
  /** All entries up to here have been on screen, here or elsewhere. */
  readonly seen: number;
  /** It is known what has been seen: the line "new" may be drawn. */
  readonly known: boolean;
};

/** What the controller asks of its element. */
export type ReaderOptions = {
  readonly scroller: () => HTMLElement | null;
  readonly list: () => HTMLElement | null;
  /** The reader comes near the first item. */
  readonly top: () => void;
  /** Everything up to an entry is on screen. Told again and again. */
  readonly shown: (seq: number) => void;
};

/**
 * The reader's place in a transcript, between what there is (`Reading`), where the view stands (`StickyScroll`) and
 * whether somebody looks (`Attention`): moves the window of rows with the view, draws the line "new" and begins there,
 * and notes what has been on screen.
 */
export class Reader implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #options: ReaderOptions;
  #reading = new Reading();
  #sticky: StickyScroll;
  #attention: Attention;
  #key: ConversationKey | undefined;
  /** The line "new" was put where it belongs since somebody came to look. */
  #marked = false;
  /** Where the view goes once the rows of it are there: to the line "new", or to the first item. */
  #goal: 'news' | 'first' | undefined;
  #live = false;
  #far = false;
  #followed = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ReaderOptions) {
    this.#host = host;
    this.#options = options;
    this.#attention = new Attention(host, (attended) => {
      this.#marked = false;
      if (!attended) this.#reading.unread = 0;
      host.requestUpdate();
    });
    this.#sticky = new StickyScroll(host, {
      scroller: options.scroller,
      rows: options.list,
      more: () => this.#reading.more,
      moved: () => this.#moved(),
    });
    host.addController(this);
  }

  /** The end is held in view. */
  get following(): boolean {
    return this.#sticky.following;
  }

  /** The end is more than a view away. */
  get far(): boolean {
    return this.#far;
  }

  /** What comes in now is news in front of somebody's eyes: it may move. */
  get live(): boolean {
    return this.#live;
  }

  /** How many messages of others have not been on screen. */
  get news(): number {
    return this.#reading.news;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdated(): void {
    const goal = this.#goal;
    this.#goal = undefined;
    const row = goal && this.#options.list()?.querySelector(goal === 'news' ? '.unread' : '[data-key]');
    if (row) this.#sticky.toRow(row, 12);
  }

  /** Takes in what there is, and gives the rows to show. Called while rendering. */
  layout({ key, items, seen, known }: Source, context: Omit<RowContext, 'unread'>): Slice {
    const reading = this.#reading;
    const { following } = this.#sticky;
    // What comes with the first rows was there before.
    this.#live = this.#marked && following;
    // Before the items change: the place is found among those that are on screen.
    if (following) reading.toEnd();
    else if (!reading.held) reading.center(this.#anchorIndex());
    const { last } = reading;
    reading.items = items;
    if (this.#key !== key) {
      this.#key = key;
      this.#marked = false;
      reading.begin();
      this.#sticky.toEnd();
    }
    reading.shown = Math.max(reading.shown, seen);
    if (known && !this.#marked && this.#attention.attended) {
      // Somebody comes to look: what they have not seen yet begins at the line, and the reading begins there.
      this.#marked = true;
      const index = reading.mark(seen);
      if (index >= 0 && following) this.#show(index, 'news');
    } else if (!following && reading.last > last && reading.shown >= last) reading.mark(reading.shown);
    if (this.#goal === 'first') this.#show(0, 'first');
    return reading.layout(context);
  }

  /** Goes to the end and stays there. */
  toEnd(smooth = false): void {
    this.#sticky.toEnd(smooth && !this.#reading.more);
    this.#reading.unread = 0;
    this.#host.requestUpdate();
  }

  /** Moves the window to the first item. */
  toStart(): void {
    if (this.#reading.slice.start === 0) return;
    this.#goal = 'first';
    this.#host.requestUpdate();
  }

  /** Brings a row into view. */
  reveal(row: Element): void {
    this.#sticky.reveal(row);
  }

  /** Has the window around an item in the layout that is being made; not before, or the view that is at the end keeps it there. */
  #show(index: number, goal: 'news' | 'first'): void {
    this.#goal = goal;
    this.#sticky.leave();
    this.#reading.center(index);
  }

  /** The place of the row at the top edge among the items. */
  #anchorIndex(): number {
    const { slice } = this.#reading;
    const key = this.#sticky.anchor?.getAttribute('data-key');
    const found = slice.rows.find((row) => row.key === key);
    return found && 'index' in found ? found.index : slice.end - 1;
  }

  #moved(): void {
    this.#timer ??= setTimeout(() => this.#look(), LOOK_EVERY);
    const box = this.#options.scroller();
    if (!box?.clientHeight || this.#goal) return;
    const { following, distance } = this.#sticky;
    const { start } = this.#reading.slice;
    const far = distance > box.clientHeight;
    if (following !== this.#followed || far !== this.#far) this.#host.requestUpdate();
    this.#followed = following;
    this.#far = far;
    // Near an end of what is rendered the window moves along.
    const top = box.scrollTop < box.clientHeight;
    const bottom = !far && this.#reading.more;
    if (top && start === 0) this.#options.top();
    if (!following && ((top && start > 0) || bottom) && this.#reading.center(this.#anchorIndex()))
      this.#host.requestUpdate();
  }

  /** Notes what is on screen. */
  #look(): void {
    this.#timer = undefined;
    const reading = this.#reading;
    const list = this.#options.list();
    const box = this.#options.scroller();
    if (!list || !box || !this.#attention.attended) return;
    const seq = this.#sticky.following && !reading.more ? reading.last : lowestSeen(list, box);
    if (seq > reading.shown) {
      reading.shown = seq;
      if (!this.#sticky.following) this.#host.requestUpdate();
    }
    if (seq > 0) this.#options.shown(seq);
  }
}
