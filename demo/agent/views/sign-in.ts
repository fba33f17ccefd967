import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { signIn, type Fetch } from '../model/auth.js';
import type { DeskClient } from '../model/desk-client.js';
import { mark } from './icons.js';
import { terms } from './terms.js';

type Field = 'name' | 'password';

/** The sign-in form. In the light DOM; see `agent-desk`. */
@customElement('desk-sign-in')
export class SignIn extends LitElement {
  @property({ attribute: false }) client!: DeskClient;
  @property({ attribute: false }) fetch!: Fetch;

  @state() private busy = false;
  @state() private revealed = false;
  @state() private problem: { readonly text: string; readonly field?: Field } | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.#input('name')?.focus();
  }

  protected override render(): TemplateResult {
    const { session } = this.client.store.value;
    const because = session.status === 'signed-out' ? session.because : undefined;
    return html`<main class="entrance">
      <div class="entrance-card">
        ${mark('entrance-mark')}
        <h1>${terms.signIn.title}</h1>
        <p class="entrance-lead">${terms.signIn.lead}</p>
        <form class="entrance-form" novalidate @submit=${this.#submit}>
          ${because && !this.problem ? html`<p class="entrance-note" role="status">${terms.signIn[because]}</p>` : nothing}
          <p class="entrance-problem" id="sign-in-problem" role="alert">${this.problem?.text ?? nothing}</p>
          <div>
            <label for="sign-in-name">${terms.signIn.name}</label>
            <input
              id="sign-in-name"
              name="username"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
              maxlength="256"
              required
              aria-invalid=${this.#invalid('name')}
              aria-describedby=${this.problem ? 'sign-in-problem' : nothing}
            />
          </div>
          <div>
            <label for="sign-in-password">${terms.signIn.password}</label>
            <div class="entrance-field">
              <input
                class="entrance-reveal"
                id="sign-in-password"
                name="password"
                type=${this.revealed ? 'text' : 'password'}
                autocomplete="current-password"
                autocapitalize="none"
                spellcheck="false"
                maxlength="1024"
                required
                aria-invalid=${this.#invalid('password')}
                aria-describedby=${this.problem ? 'sign-in-problem' : nothing}
              />
              <button
                type="button"
                aria-label=${terms.signIn.showPassword}
                aria-pressed=${this.revealed}
                @click=${this.#reveal}
              >
                ${this.revealed ? terms.signIn.hide : terms.signIn.show}
              </button>
            </div>
          </div>
          <button class="entrance-submit" aria-disabled=${this.busy}>
            ${this.busy ? terms.signIn.busy : terms.signIn.submit}
          </button>
        </form>
      </div>
    </main>`;
  }

  #invalid(field: Field): 'true' | 'false' {
    return this.problem?.field === field ? 'true' : 'false';
  }

  readonly #reveal = (): void => {
    this.revealed = !this.revealed;
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const name = this.#input('name')?.value.trim() ?? '';
    const password = this.#input('password')?.value ?? '';
    if (name === '') return this.#fail(terms.signIn.missingName, 'name');
    if (password === '') return this.#fail(terms.signIn.missingPassword, 'password');
    this.busy = true;
    this.problem = undefined;
    const answer = await signIn(this.fetch, document.baseURI, { name, password });
    this.busy = false;
    // Not `type=text` when the form goes: password managers would miss what to keep.
    this.revealed = false;
    if (answer.ok) return this.client.signedIn();
    const wait = answer.retryAfter === undefined ? undefined : Math.ceil(answer.retryAfter / 1000);
    await this.#fail(terms.signIn.problem(answer.code, wait), answer.code === 'not-allowed' ? 'password' : undefined);
  };

  async #fail(text: string, field?: Field): Promise<void> {
    this.problem = undefined;
    await this.updateComplete;
    this.problem = { text, ...(field && { field }) };
    await this.updateComplete;
    const input = this.#input(field ?? 'password');
    input?.focus();
    input?.select();
  }

  #input(field: Field): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`#sign-in-${field}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-sign-in': SignIn;
  }
}
