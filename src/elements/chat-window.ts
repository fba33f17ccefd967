import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import { MediaController } from '../controllers/media-controller.js';
import type { VisualViewportController } from '../controllers/visual-viewport.js';
import type { ChatHandle } from '../session/host.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { windowStyles } from './chat-window.styles.js';
import { setStates } from './internals.js';
import { oneOf } from './one-of.js';

/** Where the window fills the screen; in both ways of holding a phone, so that turning it changes nothing else. */
const SMALL = '(width <= 480px), (height <= 480px)';

/** The element that has the focus, inside however many shadow roots. */
function deepActive(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

/**
 * @summary The frame of the chat: a panel that floats over the page, fills the screen of a phone, or stands inline.
 *
 * On a large screen it is a non-modal dialog: the page around it stays usable and Tab leaves it. On a small one it
 * covers the page, so it is a modal dialog in the top layer: the browser keeps the focus in it and the page out of
 * reach, without a change to the page. Opening never moves the focus, except into the modal one; `focus()` does.
 *
 * @fires chat-minimize-request - Escape, or the back gesture of a phone
 * @slot - the main part, which takes the room that is left: a transcript
 * @slot header - stands at the top
 * @slot status - below the header
 * @slot footer - stands at the bottom: a composer
 * @csspart panel - the box of the window
 * @cssprop [--live-chat-width=400px] - width while it floats; never wider than the screen
 * @cssprop [--live-chat-height=680px] - height while it floats; never higher than the screen
 * @cssprop [--live-chat-inset-block=20px] - distance of launcher and window from the block end of the screen
 * @cssprop [--live-chat-inset-inline=20px] - distance from its inline end
 * @cssprop [--live-chat-window-inset-block] - distance of the window alone; default: above the launcher
 * @cssprop [--live-chat-z-index=1000] - the layer while it floats
 * @cssState open - the window is open
 * @cssState fullscreen - it fills the screen and is modal
 */
export class ChatWindow extends ChatElement {
  static override styles = [...hostStyles, windowStyles];
  static override properties = { mode: { reflect: true }, heading: {} };

  /** `floating` over the page, or `inline` where it stands: then always open. */
  declare mode: 'floating' | 'inline' | undefined;
  /** The accessible name; default: a translated one. */
  declare heading: string | undefined;

  #chat = new ChatController(this, (state) => state.view.open);
  #localize = new LocalizeController(this);
  #small = new MediaController(this, SMALL);
  /** Comes when the window first fills a small screen. */
  #viewport: VisualViewportController | undefined;
  #following: Promise<void> | undefined;
  #internals = this.attachInternals();

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  /** Moves the focus to the window as a whole, so that a screen reader reads its name. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mode')) oneOf(this, 'mode', this.mode ?? 'floating', ['floating', 'inline']);
  }

  protected override render(): TemplateResult {
    const inline = this.mode === 'inline';
    const open = inline || this.#chat.value;
    const name = this.heading || this.#localize.term('title');
    const frame = html`<div class="frame" tabindex="-1" ?inert=${!open}>
      <div><slot name="header"></slot></div>
      <div><slot name="status"></slot></div>
      <div class="main"><slot></slot></div>
      <div><slot name="footer"></slot></div>
    </div>`;
    return inline
      ? html`<section part="panel" aria-label=${name}>${frame}</section>`
      : html`<dialog
          part="panel"
          aria-label=${name}
          @keydown=${this.#onKeydown}
          @cancel=${this.#onCancel}
          @close=${this.#onClose}
        >
          ${frame}
        </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.#dialog;
    const open = this.mode === 'inline' || this.#chat.value;
    const modal = dialog !== null && open && this.#small.matches;
    if (dialog) this.#settle(dialog, open, modal);
    if (modal) this.#following ??= this.#fit();
    this.#viewport?.follow(modal);
    setStates(this.#internals, { open, fullscreen: modal });
  }

  async #fit(): Promise<void> {
    try {
      const { VisualViewportController } = await import('../controllers/visual-viewport.js');
      this.#viewport = new VisualViewportController(this, () => this.#dialog);
      // Not by an update: one between a close by the browser and its event would open the window again, unasked.
      this.#viewport.follow(this.#dialog?.matches(':modal') ?? false);
    } catch {
      // It can't be had just now: the window is as high as the screen until it is opened again.
      this.#following = undefined;
    }
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** Makes the dialog closed, open or modal. `show()` would move the focus; the attribute alone does not. */
  #settle(dialog: HTMLDialogElement, open: boolean, modal: boolean): void {
    const was = dialog.open;
    const active = was && open ? deepActive() : undefined;
    if (was && (!open || modal !== dialog.matches(':modal'))) dialog.close();
    if (!open || dialog.open) return;
    if (!modal) dialog.setAttribute('open', '');
    else {
      // The modal one must have the focus somewhere: on itself, so that no keyboard comes up. In the template the
      // attribute would take the focus of the whole page as soon as it is there.
      const frame = dialog.firstElementChild;
      frame?.setAttribute('autofocus', '');
      dialog.showModal();
      frame?.removeAttribute('autofocus');
    }
    // The screen became smaller or larger in mid-sentence.
    active?.focus({ preventScroll: true });
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.request('chat-minimize-request', {});
  }

  #onCancel(event: Event): void {
    // A file field inside has a `cancel` that bubbles.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.request('chat-minimize-request', {});
  }

  /** A browser may close a modal dialog without asking, on a second back gesture. */
  #onClose(): void {
    if (!this.#chat.value || this.#dialog?.open) return;
    this.request('chat-minimize-request', {});
    this.requestUpdate();
  }
}
