import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** What is around a node on the screen. */
const outward = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;

/** Whether an element is on screen in a page that is being shown: what is there then, somebody can see. */
export class Attention implements ReactiveController {
  #host: Host;
  #changed: (attended: boolean) => void;
  #observer: IntersectionObserver | undefined;
  #intersects = false;
  #attended = false;

  /** @param changed - called when it begins or ends */
  constructor(host: Host, changed: (attended: boolean) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  /** Asked at the moment: a box that was made transparent or invisible tells nobody. */
  get attended(): boolean {
    return this.#attended && this.#isShown();
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('visibilitychange', this.#look);
    this.#observer = new IntersectionObserver((records) => {
      this.#intersects = records.at(-1)?.isIntersecting ?? false;
      this.#look();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('visibilitychange', this.#look);
    this.#observer?.disconnect();
    this.#intersects = false;
    this.#look();
  }

  #isShown(): boolean {
    // In a window that is just closing nobody reads any more.
    for (let node: Node | null = this.#host; node; node = outward(node)) if ((node as HTMLElement).inert) return false;
    return this.#host.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
  }

  #look = (): void => {
    const attended = this.#intersects && this.#host.ownerDocument.visibilityState === 'visible';
    if (attended === this.#attended) return;
    this.#attended = attended;
    this.#changed(attended);
  };
}
