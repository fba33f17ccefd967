import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells an element whether a media query matches, and renders it again when that changes. */
export class MediaController implements ReactiveController {
  #host: ReactiveControllerHost;
  #query: string;
  #list: MediaQueryList | undefined;

  /**
   * @param host - the element
   * @param query - a media query
   */
  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#query = query;
    host.addController(this);
  }

  get matches(): boolean {
    return this.#list?.matches ?? false;
  }

  hostConnected(): void {
    this.#list = matchMedia(this.#query);
    this.#list.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#list?.removeEventListener('change', this.#changed);
  }

  #changed = (): void => this.#host.requestUpdate();
}
