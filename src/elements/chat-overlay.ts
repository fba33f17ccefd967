import { html, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { overlayStyles } from './chat-overlay.styles.js';
import { closeIcon } from './icons.js';
import { TAKES_FOCUS } from './overlay/uncover.js';

/**
 * @summary Covers the conversation with something of the page: terms to accept, an article, a notice.
 *
 * In a `<live-chat>` it shows what is in the slot `overlay`, in the place of the messages and the text field, which can't be reached
 * meanwhile and come back as they were. Its button and Escape take that out of the slot again. The title stays in reach.
 *
 * @fires {CustomEvent} chat-dismiss-request - the visitor wants it away; prevented, it stays
 * @slot - what it shows
 * @csspart base - the box of it
 * @csspart close - the button that takes it away
 */
export class ChatOverlay extends ChatElement {
  static override styles = [...hostStyles, overlayStyles];
  static override properties = { label: {} };

  /** Its name for screen readers; default: that of the window. */
  declare label: string | undefined;

  #chat = new ChatController(this, () => undefined);
  #localize = new LocalizeController(this);

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  /** Moves the focus to it as a whole, so that a screen reader reads its name. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.base')?.focus(options);
  }

  protected override firstUpdated(): void {
    const shown = this.renderRoot.querySelector('slot')?.assignedElements({ flatten: true }) ?? [];
    if (shown.some((element) => element.hasAttribute(TAKES_FOCUS))) this.focus();
  }

  protected override render(): TemplateResult {
    const close = this.#localize.term('cancel');
    return html`<div
      class="base"
      part="base"
      role="dialog"
      tabindex="-1"
      aria-label=${this.label || this.#localize.term('title')}
      @keydown=${this.#onKeydown}
    >
      <button
        class="button quiet icon-only"
        part="close"
        type="button"
        aria-label=${close}
        title=${close}
        @click=${this.#close}
      >
        ${closeIcon()}
      </button>
      <slot></slot>
    </div>`;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    // Where the page keeps it, the window takes the key.
    if (this.#close()) event.preventDefault();
  }

  /** @returns whether the page let it go */
  #close(): boolean {
    const request = new CustomEvent('chat-dismiss-request', { bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(request)) return false;
    // Between this and what shows it. (Through a cast: the manifest would list what a class is seen to dispatch.)
    (this as EventTarget).dispatchEvent(new Event('dismiss'));
    return true;
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-dismiss-request': CustomEvent<null>;
  }
}
