import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { nameOf } from '../controllers/announcer.js';
import { ChatController } from '../controllers/chat-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import { isolate } from '../locales/isolate.js';
import type { ChatHandle } from '../session/host.js';
import { conversationOf, isRunning } from '../session/model/selectors.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { headerStyles } from './chat-header.styles.js';
import type { HeaderOptions } from './header/options.js';
import { partnersOf, standingOf } from './header/standing.js';
import { chatIcon, closeIcon, minimizeIcon, moreIcon } from './icons.js';
import { setStates } from './internals.js';
import { oneOf } from './one-of.js';
import { avatarTemplate } from './transcript/row.js';

/**
 * @summary The head of the window: who the visitor talks to, how things stand, and what can be done with the chat.
 *
 * @fires chat-minimize-request - the visitor wants the window out of the way; the conversation goes on
 * @fires chat-close-request - likewise, when no conversation is going on
 * @fires chat-end-request - the visitor ended the conversation, and confirmed it
 * @fires chat-mute-request - sound off or on
 * @fires chat-notify-request - desktop notifications on or off
 * @slot title - the title while nobody has joined
 * @slot avatar - the picture while nobody has joined
 * @slot actions - more buttons, before the menu
 * @csspart base - the box
 * @csspart avatar - picture or initials of the agent
 * @csspart avatar-image - the picture
 * @csspart title - who the visitor talks to
 * @csspart standing - how things stand
 * @csspart button - each button
 * @csspart menu - the menu
 * @csspart menu-item - each of its items
 * @csspart confirm - the question whether to end the chat
 * @cssState menu - the menu is open
 * @cssState confirming - the question is asked
 */
export class ChatHeader extends ChatElement {
  static override styles = [...hostStyles, headerStyles];
  static override properties = { heading: {}, mode: {} };

  /** The title while nobody has joined; default: a translated one. */
  declare heading: string | undefined;
  /** As of the window: an `inline` one can't be put away, so it has no button for that. */
  declare mode: 'floating' | 'inline' | undefined;

  #chat = new ChatController(this, (state) => state);
  #localize = new LocalizeController(this);
  #internals = this.attachInternals();
  #options: HeaderOptions | undefined;
  #fetching: Promise<HeaderOptions | undefined> | undefined;

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mode')) oneOf(this, 'mode', this.mode ?? 'floating', ['floating', 'inline']);
    this.#options?.check(this.#chat.value);
  }

  protected override render(): TemplateResult {
    const state = this.#chat.value;
    const partners = partnersOf(state);
    const standing = standingOf(state);
    const l = this.#localize;
    return html`<header part="base">
        <div class="face">
          ${
            partners[0]
              ? avatarTemplate(partners[0], l)
              : html`<slot name="avatar"><span class="mark" part="avatar">${chatIcon()}</span></slot>`
          }
          <span class="dot ${standing.tone}"></span>
        </div>
        <div class="names">
          <h2 part="title">
            ${partners[0] ? this.#namesOf(partners.map((person) => nameOf(person, l))) : html`<slot name="title">${this.heading || l.term('title')}</slot>`}
          </h2>
          <p class="standing" part="standing">${l.term(standing.term)}</p>
        </div>
        <div class="buttons">
          <slot name="actions"></slot>
          <button
            class="button quiet icon-only options"
            part="button"
            aria-haspopup="menu"
            aria-expanded=${this.#options?.open ?? false}
            aria-label=${l.term('options')}
            title=${l.term('options')}
            @click=${this.#onButton}
            @keydown=${this.#onButton}
            @focus=${this.#fetch}
            @pointerenter=${this.#fetch}
          >
            ${moreIcon()}
          </button>
          ${this.mode === 'inline' ? nothing : this.#awayButton()}
        </div>
      </header>
      ${this.#options?.render(state)}`;
  }

  protected override updated(): void {
    setStates(this.#internals, { menu: this.#options?.open === true, confirming: this.#options?.confirming === true });
  }

  get #running(): boolean {
    return isRunning(conversationOf(this.#chat.value));
  }

  /** One button in one place: it minimises while a conversation is going on, and closes otherwise. */
  #awayButton(): TemplateResult {
    const running = this.#running;
    const name = this.#localize.term(running ? 'minimize' : 'close');
    return html`<button
      class="button quiet icon-only away"
      part="button"
      aria-label=${name}
      title=${name}
      @click=${() => this.request(running ? 'chat-minimize-request' : 'chat-close-request', {})}
    >
      ${running ? minimizeIcon() : closeIcon()}
    </button>`;
  }

  #namesOf(names: readonly string[]): string {
    return new Intl.ListFormat(this.#localize.lang, { style: 'short', type: 'unit' }).format(names.map(isolate));
  }

  /** Fetches the menu, once; a failed fetch is tried again at the next touch. */
  #fetch(): Promise<HeaderOptions | undefined> {
    return (this.#fetching ??= import('./header/options.js').then(
      ({ HeaderOptions }) =>
        (this.#options = new HeaderOptions({
          host: this,
          localize: this.#localize,
          request: (type, detail) => this.request(type, detail),
        })),
      () => (this.#fetching = undefined),
    ));
  }

  #onButton(event: Event): void {
    if (this.#options) this.#options.onButton(event);
    else if (event.type === 'click' || (event as KeyboardEvent).key.startsWith('Arrow')) {
      event.preventDefault();
      void this.#fetch().then((options) => options?.onButton(event));
    }
  }
}
