import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Fetch } from '../model/auth.js';
import type { Sounds } from '../page/sounds.js';
import { DeskElement } from './desk-element.js';
import { mark } from './icons.js';
import { terms } from './terms.js';
import './sign-in.js';
import './workspace.js';

/**
 * The whole desk: what is on screen before, without and with a session. It renders into the page itself, so that password
 * managers find the sign-in form.
 */
@customElement('agent-desk')
export class AgentDesk extends DeskElement {
  @property({ attribute: false }) sounds!: Sounds;
  @property({ attribute: false }) fetch!: Fetch;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.client) return nothing;
    const { session, desk } = this.state;
    if (session.status === 'signed-out') {
      return html`<desk-sign-in .client=${this.client} .fetch=${this.fetch}></desk-sign-in>`;
    }
    if (session.status === 'outdated') return this.#outdated();
    if (desk)
      return html`<desk-workspace .client=${this.client} .sounds=${this.sounds} .fetch=${this.fetch}></desk-workspace>`;
    return this.#splash();
  }

  #splash(): TemplateResult {
    const { status, attempts } = this.state.connection;
    const waiting = attempts > 0;
    return html`<main class="entrance">
      <h1 class="visually-hidden">${terms.product}</h1>
      <div class="splash">
        ${mark('splash-mark')}
        <p class="splash-text" role="status">${waiting ? terms.splash.waiting : terms.splash.connecting}</p>
        ${
          status === 'waiting'
            ? html`<button class="entrance-submit" type="button" @click=${() => this.client.wake()}>
                ${terms.splash.retry}
              </button>`
            : nothing
        }
      </div>
    </main>`;
  }

  #outdated(): TemplateResult {
    return html`<main class="entrance">
      <div class="entrance-card">
        ${mark('entrance-mark')}
        <h1>${terms.splash.outdatedTitle}</h1>
        <p class="entrance-lead">${terms.splash.outdated}</p>
        <form @submit=${reload}><button class="entrance-submit">${terms.splash.reload}</button></form>
      </div>
    </main>`;
  }
}

function reload(event: Event): void {
  event.preventDefault();
  location.reload();
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-desk': AgentDesk;
  }
}
