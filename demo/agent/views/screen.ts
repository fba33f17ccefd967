import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How many columns fit. In rem, so that a large text size counts like a small screen. */
export type Width = 'narrow' | 'medium' | 'wide';

const NARROW = '(width < 46rem)';
const WIDE = '(width >= 74rem)';

/** Tells its host how wide the page is, in columns. */
export class Screen implements ReactiveController {
  readonly #narrow = matchMedia(NARROW);
  readonly #wide = matchMedia(WIDE);

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get width(): Width {
    if (this.#narrow.matches) return 'narrow';
    return this.#wide.matches ? 'wide' : 'medium';
  }

  hostConnected(): void {
    this.#narrow.addEventListener('change', this.#changed);
    this.#wide.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#narrow.removeEventListener('change', this.#changed);
    this.#wide.removeEventListener('change', this.#changed);
  }

  readonly #changed = (): void => this.host.requestUpdate();
}
