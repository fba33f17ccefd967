import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again every second while there is something that counts. */
export class Ticker implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly counting: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.hostDisconnected();
    this.#timer = setInterval(() => this.counting() && this.host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
