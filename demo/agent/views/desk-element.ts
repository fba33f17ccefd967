/** What every element of the desk has: the client, and drawing at most once a frame however much happens in between. */
import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { DeskClient } from '../model/desk-client.js';
import type { DeskState } from '../model/state.js';

/** A hidden tab has no frames; it is still drawn now and then, so that it is right at the moment it is shown. */
const HIDDEN_FRAME = 200;

/** See the module. */
export abstract class DeskElement extends LitElement {
  /** The desk's model. */
  @property({ attribute: false }) client!: DeskClient;

  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  /** The state now. */
  protected get state(): DeskState {
    return this.client.store.value;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#listen();
  }

  /** Forty messages a second are not forty drawings a second for each part of the screen. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await frame();
    await super.scheduleUpdate();
  }

  #listen(): void {
    if (this.#stop || !this.client || !this.isConnected) return;
    this.#stop = this.client.store.subscribe(() => this.requestUpdate());
  }
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, HIDDEN_FRAME);
    const request = requestAnimationFrame(done);
    function done(): void {
      clearTimeout(timer);
      cancelAnimationFrame(request);
      resolve();
    }
  });
}
