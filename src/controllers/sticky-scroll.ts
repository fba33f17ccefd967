import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So close to the end still counts as being there: a finger or a fractional zoom rarely stops on the pixel. */
const NEAR = 28;

/** What the controller asks of its element. */
export type StickyOptions = {
  /** The box that scrolls, once it is rendered. */
  readonly scroller: () => HTMLElement | null;
  /** The element whose children are the rows, top to bottom. Those without `data-key` come and go: nothing is held by them. */
  readonly rows: () => HTMLElement | null;
  /** Whether there is more below that is not rendered: then the lower edge is not the end. */
  readonly more?: () => boolean;
  /** Called after each move: the person's, one's own, or one that a changed height made. */
  readonly moved?: () => void;
};

/**
 * Keeps a growing list where the reader wants it. Two states:
 *
 * - *following*: the end stays in view, whatever is added or changes its height;
 * - *reading*: the row at the top edge stays where it is, whatever is added above or below.
 *
 * Only a move **upwards** away from the end leaves *following*: growth, a keyboard that opens or an image that arrives
 * move nothing upwards, so they are never taken for the reader's wish. Coming to the end enters it again, unless the
 * scroller has `data-still`: then it is gone to on request alone, and left with the next move. The browser's own anchoring is off (`overflow-anchor: none` on the scroller): Safari has none, and two corrections are one too many.
 */
export class StickyScroll implements ReactiveController {
  #host: ReactiveControllerHost;
  #options: StickyOptions;
  #scroller: HTMLElement | null = null;
  #observer: ResizeObserver | undefined;
  #following = true;
  #top = 0;
  #anchor: { readonly row: Element; readonly offset: number } | undefined;

  constructor(host: ReactiveControllerHost, options: StickyOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The end is held in view. */
  get following(): boolean {
    return this.#following;
  }

  /** The row at the top edge, while reading. */
  get anchor(): Element | undefined {
    return this.#anchor?.row;
  }

  /** Pixels between the lower edge of the view and the end. */
  get distance(): number {
    const box = this.#scroller;
    return box ? box.scrollHeight - box.scrollTop - box.clientHeight : 0;
  }

  get #still(): boolean {
    return this.#scroller?.dataset['still'] !== undefined;
  }

  get #near(): boolean {
    return this.distance <= NEAR && !this.#options.more?.();
  }

  /** The end is in view, and may be held there. */
  get #atEnd(): boolean {
    return this.#near && !this.#still;
  }

  hostConnected(): void {
    // An element that was moved keeps its nodes, but not where they were scrolled to.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#observer = undefined;
    this.#scroller = null;
  }

  hostUpdate(): void {
    // The list is about to change: a move whose event has not come yet counts, and the anchor is taken as it is now.
    if (this.#scroller) this.#read();
  }

  hostUpdated(): void {
    this.#attach();
    this.settle();
  }

  /** Goes to the end and stays there. */
  toEnd(smooth = false): void {
    this.#following = true;
    this.#anchor = undefined;
    const box = this.#scroller;
    if (!box) return;
    const near = this.distance < box.clientHeight * 3;
    if (smooth && near && !matchMedia('(prefers-reduced-motion: reduce)').matches)
      box.scrollTo({ top: box.scrollHeight, behavior: 'smooth' });
    else this.settle();
  }

  /** Leaves the end without a move, for rows that are about to be shown instead. */
  leave(): void {
    this.#following = false;
  }

  /** Puts a row at an offset from the top edge and reads on from there; near the end it follows instead. */
  toRow(row: Element, offset: number): void {
    const box = this.#scroller;
    this.#following = !box?.clientHeight;
    if (!box?.clientHeight) return;
    box.scrollTop += this.#offsetOf(row) - offset;
    this.#top = box.scrollTop;
    this.#following = this.#atEnd;
    this.#capture();
    this.#options.moved?.();
  }

  /** Scrolls as little as needed to have a row in view whole. The page around is not scrolled. */
  reveal(row: Element): void {
    const box = this.#scroller;
    if (!box) return;
    const view = box.getBoundingClientRect();
    const rect = row.getBoundingClientRect();
    const over = rect.bottom - view.bottom;
    if (rect.top < view.top) box.scrollTop += rect.top - view.top - 8;
    else if (over > 0) box.scrollTop += Math.min(over + 8, rect.top - view.top);
    this.#read();
  }

  /** Puts the view back where it belongs after anything changed its geometry. */
  settle(): void {
    const box = this.#scroller;
    if (!box || !box.clientHeight) return;
    if (this.#following) box.scrollTop = box.scrollHeight;
    else if (this.#anchor?.row.isConnected) {
      const drift = this.#offsetOf(this.#anchor.row) - this.#anchor.offset;
      if (Math.abs(drift) >= 1) box.scrollTop += drift;
    }
    this.#top = box.scrollTop;
    this.#options.moved?.();
  }

  #attach(): void {
    const box = this.#options.scroller();
    if (box === this.#scroller) return;
    this.hostDisconnected();
    this.#scroller = box;
    if (!box) return;
    box.addEventListener('scroll', this.#onScroll, { passive: true });
    // Composer, keyboard and window change the box; images, fonts and zoom change what is in it.
    this.#observer = new ResizeObserver(() => this.settle());
    this.#observer.observe(box);
    for (const child of box.children) this.#observer.observe(child);
  }

  #onScroll = (): void => {
    // Not before it is there: until then the next correction would stop it on its way.
    if (this.#near && this.#still) this.#following = false;
    this.#read();
    this.#options.moved?.();
  };

  #read(): void {
    const box = this.#scroller;
    if (!box || !box.clientHeight) return;
    const top = box.scrollTop;
    if (this.#atEnd) this.#following = true;
    else if (top < this.#top - 1) this.#following = false;
    this.#top = top;
    this.#capture();
  }

  #offsetOf(row: Element): number {
    return row.getBoundingClientRect().top - this.#scroller!.getBoundingClientRect().top;
  }

  #capture(): void {
    this.#anchor = undefined;
    if (this.#following) return;
    const rows = this.#options.rows()?.children ?? [];
    // Rows stand in order, so the first that reaches into the view is found by halving.
    let low = 0;
    let high = rows.length - 1;
    const edge = this.#scroller!.getBoundingClientRect().top;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle]!.getBoundingClientRect().bottom <= edge) low = middle + 1;
      else high = middle;
    }
    while (low < rows.length - 1 && !rows[low]!.hasAttribute('data-key')) low++;
    const row = rows[low];
    if (row) this.#anchor = { row, offset: this.#offsetOf(row) };
  }
}
