import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Less than this off one is a rounding error, more is a person who zooms in: then nothing may move. */
const ZOOMED = 0.01;

/**
 * Keeps a full-screen box inside the part of the screen that the on-screen keyboard leaves free: as `--_top` and
 * `--_height` on that box. Browsers either shrink the visual viewport or scroll the layout under it, so both events
 * count. The page's own viewport settings are never touched.
 */
export class VisualViewportController implements ReactiveController {
  #box: () => HTMLElement | null;
  #on = false;

  /**
   * @param host - the element
   * @param box - what is fitted
   */
  constructor(host: ReactiveControllerHost, box: () => HTMLElement | null) {
    this.#box = box;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.follow(false);
  }

  /** Begins or stops to follow the viewport. */
  follow(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    for (const type of ['resize', 'scroll'] as const)
      if (on) visualViewport?.addEventListener(type, this.#fit);
      else visualViewport?.removeEventListener(type, this.#fit);
    this.#fit();
  }

  #fit = (): void => {
    const style = this.#box()?.style;
    const view = visualViewport;
    if (!style) return;
    if (this.#on && view && Math.abs(view.scale - 1) < ZOOMED) {
      style.setProperty('--_top', `${view.offsetTop}px`);
      style.setProperty('--_height', `${view.height}px`);
    } else if (!this.#on) {
      style.removeProperty('--_top');
      style.removeProperty('--_height');
    }
  };
}
