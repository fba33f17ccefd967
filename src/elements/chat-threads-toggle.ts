import { html, nothing, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import { threadTerms } from '../locales/more/en-threads.js';
import { moreTerms } from '../locales/more/more-terms.js';
import type { ChatHandle } from '../session/host.js';
import { threadsOf } from '../session/model/threads-of.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { toggleStyles } from './chat-threads-toggle.styles.js';
import { setStates } from './internals.js';
import { listIcon } from './threads/icons.js';

/**
 * @summary The button that shows the visitor's conversations in place of the one that is open, and that one again.
 *
 * `click` tells that it was pressed; whoever placed it shows and hides the list, and says so by `pressed`.
 *
 * @csspart button - the button
 * @csspart unread - how many messages are new in the other conversations
 * @cssState unread - there are some
 */
export class ChatThreadsToggle extends ChatElement {
  static override styles = [...hostStyles, toggleStyles];
  static override properties = { pressed: { type: Boolean } };

  /** Whether the list is shown. */
  declare pressed: boolean;

  #chat = new ChatController(this, (state) => state);
  #localize = new LocalizeController(this);
  #internals = this.attachInternals();

  constructor() {
    super();
    this.pressed = false;
  }

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  /** Moves the focus to the button. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  /** New messages in the conversations that are not shown. */
  get #unread(): number {
    const { state } = this.#chat;
    return threadsOf(state).reduce(
      (sum, { key, unread }) => sum + (key !== undefined && key === state.current ? 0 : unread),
      0,
    );
  }

  protected override willUpdate(): void {
    setStates(this.#internals, { unread: this.#unread > 0 });
  }

  protected override render(): TemplateResult {
    const l = this.#localize;
    const label = moreTerms(l.lang, threadTerms).threads;
    const unread = this.#unread;
    return html`<button
      class="button quiet icon-only"
      part="button"
      type="button"
      title=${label}
      aria-label=${unread > 0 ? `${label}, ${l.term('newMessages', unread)}` : label}
      aria-pressed=${this.pressed}
    >
      ${listIcon()}${unread > 0 ? html`<span class="unread" part="unread" aria-hidden="true">${l.term('badge', unread)}</span>` : nothing}
    </button>`;
  }
}
