import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { DeskElement } from './desk-element.js';
import { icon } from './icons.js';
import { bannerStyles } from './styles/banner.styles.js';
import { shared } from './styles/shared.styles.js';
import { Ticker } from './ticker.js';
import { terms } from './terms.js';

/** A connection that is back this soon is not worth a word. */
const PATIENCE = 800;

/** Says that the connection is lost, what becomes of what one writes, and when the next try is. */
@customElement('desk-banner')
export class Banner extends DeskElement {
  static override styles = [shared, bannerStyles];

  @state() private due = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new Ticker(this, () => this.due);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed as never);
    const well = this.state.connection.status === 'online';
    if (well) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.due = false;
    } else this.#timer ??= setTimeout(() => (this.due = true), PATIENCE);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.due) return nothing;
    const { status, offline, retryAt } = this.state.connection;
    const waiting = status === 'waiting';
    const seconds = Math.max(0, Math.ceil(((retryAt ?? 0) - Date.now()) / 1000));
    return html`<section class="banner" aria-label=${terms.conversation.offline}>
      ${icon('alert')}
      <p>
        <strong>${offline ? terms.banner.offline : terms.banner.lost}</strong> ${terms.banner.kept}
        <span class="next" aria-hidden="true">${waiting ? terms.banner.next(seconds) : this.#progress(status)}</span>
      </p>
      <button class="button" type="button" aria-disabled=${!waiting} @click=${() => this.client.wake()}>
        ${terms.banner.retry}
      </button>
    </section>`;
  }

  #progress(status: string): string {
    return status === 'catching-up' ? terms.banner.catchingUp : terms.banner.trying;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-banner': Banner;
  }
}
