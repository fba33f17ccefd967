import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { WireDeskAgent } from '../../../src/protocol/agent.js';
import { me } from '../model/state.js';
import type { Sounds } from '../page/sounds.js';
import { avatar } from './avatar.js';
import { DeskElement } from './desk-element.js';
import { icon, mark } from './icons.js';
import { ask } from './intents.js';
import { avatarStyles } from './styles/avatar.styles.js';
import { shared } from './styles/shared.styles.js';
import { topBarStyles } from './styles/top-bar.styles.js';
import { terms } from './terms.js';

/** The bar on top: presence, sound, help, and who is signed in. */
@customElement('desk-top-bar')
export class TopBar extends DeskElement {
  static override styles = [shared, avatarStyles, topBarStyles];

  @property({ attribute: false }) sounds!: Sounds;

  @state() private menuOpen = false;
  /** What was chosen, until the server's word is there. */
  @state() private wish: 'available' | 'away' | undefined;

  @query('.account') private account!: HTMLButtonElement;
  @query('.sign-out') private signOut!: HTMLButtonElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#outside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#outside);
    this.sounds.removeEventListener('change', this.#soundChanged);
  }

  /** Focuses the presence switch. */
  focusPart(): boolean {
    const radio =
      this.renderRoot.querySelector<HTMLElement>('input:checked') ??
      this.renderRoot.querySelector<HTMLElement>('input');
    radio?.focus();
    return radio !== null;
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.sounds.addEventListener('change', this.#soundChanged);
  }

  protected override render(): TemplateResult {
    const agent = me(this.state);
    return html`<header>
      <div class="product">
        ${mark('mark')}
        <h1>${terms.product}</h1>
      </div>
      ${agent ? this.#presence(agent) : nothing}
      <div class="tools">
        ${this.#sound()}
        <button
          class="button quiet bare"
          type="button"
          title=${terms.bar.help}
          aria-label=${terms.bar.help}
          @click=${ask({ type: 'help' })}
        >
          ${icon('help')}
        </button>
        ${agent ? this.#account(agent) : nothing}
      </div>
    </header>`;
  }

  #presence(agent: WireDeskAgent): TemplateResult {
    const { available, away, full } = terms.presence;
    const wanted = this.wish ?? (agent.presence === 'away' ? 'away' : 'available');
    const atCapacity = agent.presence === 'at-capacity';
    const option = (value: 'available' | 'away', label: string): TemplateResult =>
      html`<label class=${value}>
        <input type="radio" name="presence" value=${value} .checked=${live(wanted === value)} @change=${this.#choose} />
        <span class="choice"><span class="light" aria-hidden="true"></span>${label}</span>
      </label>`;
    return html`<div class="presence">
      <fieldset>
        <legend class="visually-hidden">${terms.presence.legend}</legend>
        <div class="switch">${option('available', available)}${option('away', away)}</div>
      </fieldset>
      <p class=${atCapacity ? 'load full' : 'load'} role="status">
        ${atCapacity ? html`<span>${full}</span>` : nothing}
        <span aria-hidden="true">${terms.presence.load(agent.load, agent.capacity)}</span>
        <span class="visually-hidden">${terms.presence.loadLabel(agent.load, agent.capacity)}</span>
      </p>
    </div>`;
  }

  #sound(): TemplateResult {
    const { muted } = this.sounds;
    const label = muted ? terms.bar.unmute : terms.bar.mute;
    return html`<button
      class="button quiet bare"
      type="button"
      title=${label}
      aria-label=${terms.bar.mute}
      aria-pressed=${muted}
      @click=${this.#mute}
    >
      ${icon(muted ? 'muted' : 'sound')}
    </button>`;
  }

  #account(agent: WireDeskAgent): TemplateResult {
    return html`<div class="menu" @keydown=${this.#menuKey} @focusout=${this.#left}>
      <button
        class="button quiet account"
        type="button"
        aria-expanded=${this.menuOpen}
        aria-controls="account"
        @click=${this.#toggle}
      >
        ${avatar(agent.name, agent.id, { size: 'small' })}<span class="visually-hidden">${terms.bar.account}</span
        ><span class="account-name truncate">${agent.name}</span>
      </button>
      <div class="panel" id="account" ?hidden=${!this.menuOpen}>
        <p class="who">${agent.name}</p>
        <p class="role">${terms.role[agent.role]}</p>
        <button class="button sign-out" type="button" @click=${ask({ type: 'sign-out' })}>${terms.bar.signOut}</button>
      </div>
    </div>`;
  }

  readonly #choose = async (event: Event): Promise<void> => {
    const wish = (event.target as HTMLInputElement).value === 'away' ? 'away' : 'available';
    this.wish = wish;
    await this.client.presence(wish);
    // A newer wish has its own answer to wait for; a refused one falls back by itself.
    if (this.wish === wish) this.wish = undefined;
  };

  readonly #mute = (): void => {
    this.sounds.muted = !this.sounds.muted;
  };

  readonly #soundChanged = (): void => this.requestUpdate();

  readonly #toggle = async (): Promise<void> => {
    this.menuOpen = !this.menuOpen;
    await this.updateComplete;
    if (this.menuOpen) this.signOut?.focus();
  };

  readonly #menuKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.menuOpen) return;
    event.preventDefault();
    this.menuOpen = false;
    this.account.focus();
  };

  readonly #left = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && !(event.currentTarget as HTMLElement).contains(to)) this.menuOpen = false;
  };

  readonly #outside = (event: Event): void => {
    if (this.menuOpen && !event.composedPath().includes(this)) this.menuOpen = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-top-bar': TopBar;
  }
}
