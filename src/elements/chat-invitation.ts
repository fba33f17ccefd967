import { html, nothing, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { MoreLocalizeController } from '../controllers/more-localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import { conversationOf, isRunning } from '../session/model/selectors.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { invitationStyles } from './chat-invitation.styles.js';
import type { InviteOptions } from './invitation/invite.js';
import { Kept } from './kept.js';

// Its icons are here and not in icons.ts, which every opened chat loads in one piece with all else.

/** The documented value of Genesys Widgets. */
const TIMEOUT = 30_000;
type Words = Pick<ChatInvitation, 'heading' | 'text' | 'accept' | 'decline'>;

/** A screen reader hears what comes into a region that is there already. */
const HEARD = 150;

/**
 * @summary A small card beside the launcher that invites to chat. It never takes the focus, and goes by itself.
 *
 * `chat.invite()` shows it. The time stands still while the pointer or the focus is on it. A refusal is kept, so that the
 * visitor is not asked again soon. It is announced once, politely.
 *
 * @fires {CustomEvent} chat-invitation-shown - it shows; detail `{ reason }`
 * @fires {CustomEvent} chat-invitation-accepted - the visitor wants to chat; the window opens
 * @fires {CustomEvent} chat-invitation-dismissed - the visitor does not want to
 * @fires {CustomEvent} chat-invitation-expired - it went by itself; `reason`: `timeout`; `opened`: there is a window now; `elsewhere`: it was refused in another tab
 * @fires chat-open-request - the visitor wants to chat
 * @slot - replaces heading and text
 * @csspart base - the card
 * @csspart heading - its heading
 * @csspart text - its text
 * @csspart accept - the button that opens the chat
 * @csspart decline - the button that does not
 * @csspart close - the small one in the corner
 * @cssprop [--live-chat-inset-block=20px] - the distance of the launcher, above which it stands
 * @cssprop [--live-chat-inset-inline=20px] - its distance from the inline end of the screen
 */
export class ChatInvitation extends ChatElement {
  static override styles = [...hostStyles, invitationStyles];
  static override properties = {
    heading: {},
    text: {},
    accept: {},
    decline: {},
    open: { type: Boolean, reflect: true },
    floating: { type: Boolean, reflect: true },
  };

  /** The heading; default: a translated one. */
  declare heading: string | undefined;
  /** The text; default: a translated one. */
  declare text: string | undefined;
  /** The label of the button that opens the chat. */
  declare accept: string | undefined;
  /** The label of the button that does not. */
  declare decline: string | undefined;
  /** Whether it shows. */
  declare open: boolean;
  /** Whether it stands above the launcher; otherwise where it is put. */
  declare floating: boolean;

  #localize = new MoreLocalizeController(this);
  #chat = new ChatController(this, (state) => state.view.open || isRunning(conversationOf(state)));
  #accepted: (() => void) | undefined;
  /** What the page had written on it: what one invitation says, the next does not. */
  #own: Words | undefined;
  #timeout = TIMEOUT;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heard: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.open = false;
    this.floating = false;
  }

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  get #words(): Words {
    const { heading, text, accept, decline } = this;
    return { heading, text, accept, decline };
  }

  /** Shows it; resolves when it does. */
  async show(options: InviteOptions = {}): Promise<void> {
    const { accept, accepted } = options;
    const { heading, text, accept: label, decline } = (this.#own ??= this.#words);
    this.heading = options.heading ?? heading;
    this.text = options.text ?? options.message ?? text;
    this.accept = typeof accept === 'string' ? accept : label;
    this.decline = options.decline ?? decline;
    this.#accepted = accepted ?? (typeof accept === 'function' ? accept : undefined);
    this.#timeout = options.timeout ?? TIMEOUT;
    this.open = true;
    this.#wait();
    this.#tell('shown', 'api');
    await this.updateComplete;
    const region = this.renderRoot.querySelector('[role="status"]');
    this.#heard = setTimeout(() => {
      if (region) region.textContent = `${this.#heading} ${this.#text}`;
    }, HEARD);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('storage', this.#onStorage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('storage', this.#onStorage);
    this.#hide();
  }

  protected override willUpdate(): void {
    // They found the way without it.
    if (this.open && this.#chat.value) this.#end('expired', 'opened');
  }

  protected override render(): TemplateResult {
    const l = this.#localize;
    return html`<div class="visually-hidden" role="status"></div>
      ${this.open ? this.#card(l) : nothing}`;
  }

  #card(l: MoreLocalizeController): TemplateResult {
    const close = l.term('dismiss');
    return html`<section
      part="base"
      aria-label=${l.more('invitation')}
      @keydown=${this.#onKeydown}
      @pointerenter=${this.#stay}
      @pointerleave=${this.#wait}
      @focusin=${this.#stay}
      @focusout=${this.#wait}
    >
      <span class="mark"
        ><svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <path
            d="M12 3.2c5.2 0 9.3 3.6 9.3 8.1s-4.1 8.2-9.3 8.2q-1.6 0-3.1-.4l-4 1.9a.6.6 0 0 1-.9-.7l.7-3.5a7.6 7.6 0 0 1-2-5.5c0-4.5 4.1-8.1 9.3-8.1z"
          /></svg
      ></span>
      <div class="words">
        <slot>
          <p class="heading" part="heading">${this.#heading}</p>
          <p class="text" part="text">${this.#text}</p>
        </slot>
      </div>
      <button
        class="button quiet icon-only close"
        part="close"
        type="button"
        aria-label=${close}
        title=${close}
        @click=${this.#dismiss}
      >
        <svg
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          stroke-width="1.75"
          stroke-linecap="round"
          aria-hidden="true"
        >
          <path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />
        </svg>
      </button>
      <div class="buttons">
        <button class="button primary" part="accept" type="button" @click=${this.#onAccept}>
          ${this.accept || l.more('inviteAccept')}
        </button>
        <button class="button quiet" part="decline" type="button" @click=${this.#dismiss}>
          ${this.decline || l.more('inviteDecline')}
        </button>
      </div>
    </section>`;
  }

  get #heading(): string {
    return this.heading || this.#localize.more('inviteHeading');
  }

  get #text(): string {
    return this.text || this.#localize.more('inviteText');
  }

  /** Refused in another tab. */
  #onStorage = ({ key }: StorageEvent): void => {
    if (this.open && key === new Kept(this, 'invitation').name) this.#end('expired', 'elsewhere');
  };

  #stay = (): void => clearTimeout(this.#timer);

  #wait = (): void => {
    clearTimeout(this.#timer);
    if (!this.open || this.#timeout <= 0) return;
    this.#timer = setTimeout(() => this.#end('expired', 'timeout'), this.#timeout);
  };

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#dismiss();
  }

  #onAccept(): void {
    this.#end('accepted', 'user');
    if (this.#accepted) this.#accepted();
    else this.request('chat-open-request', {});
  }

  #dismiss(): void {
    new Kept(this, 'invitation').value = String(Date.now());
    const inside = this.matches(':focus-within');
    this.#end('dismissed', 'user');
    // The button that had the focus is gone; the launcher is what it was about.
    if (inside) (this.getRootNode() as ShadowRoot).querySelector<HTMLElement>('chat-launcher')?.focus();
  }

  #end(what: 'accepted' | 'dismissed' | 'expired', reason: 'user' | 'timeout' | 'opened' | 'elsewhere'): void {
    this.#hide();
    this.#tell(what, reason);
  }

  #hide(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#heard);
    this.open = false;
    const region = this.renderRoot?.querySelector('[role="status"]');
    if (region) region.textContent = '';
  }

  #tell(what: 'shown' | 'accepted' | 'dismissed' | 'expired', reason: string): void {
    (this as EventTarget).dispatchEvent(
      new CustomEvent(`chat-invitation-${what}`, { detail: { reason }, bubbles: true, composed: true }),
    );
  }
}
