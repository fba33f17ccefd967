import { html, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { langOf } from '../locales/lang-of.js';
import type { ChatHandle } from '../session/host.js';
import { shellTokens } from '../styles/shell-tokens.styles.js';
import { ChatElement } from './chat-element.js';
import { launcherStyles } from './chat-launcher.styles.js';
import type { LauncherExtras } from './launcher-extras.js';

/**
 * @summary The button that opens and closes the chat: round, or a pill when it has a label.
 *
 * It stands where it is put; `<live-chat>` is what floats it over the page. It is on every page all the time, so what a
 * running conversation adds (unread count, badge, another language than English) is fetched when there is one.
 *
 * @fires chat-open-request - the visitor wants the window
 * @fires chat-minimize-request - the visitor wants it out of the way
 * @slot - the label; makes the button a pill
 * @slot icon - replaces the icon of the closed chat
 * @csspart button - the button
 * @csspart icon - the box around the icons
 * @csspart badge - the number of unread messages
 * @csspart dot - the sign that a conversation is going on
 * @cssprop [--live-chat-launcher-size=56px] - width and height; never less than 48px
 * @cssState unread - there are unread messages
 * @cssState running - a conversation is going on
 */
export class ChatLauncher extends ChatElement {
  static override styles = [shellTokens, launcherStyles];
  static override properties = { label: {} };

  /** The label beside the icon; or use the default slot. */
  declare label: string | undefined;

  #extras: LauncherExtras | undefined;
  #asked = false;
  #chat = new ChatController(this, (state) =>
    [state.view.open, state.engine, state.current, this.#extras?.look(state)].join(),
  );

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  /** Moves the focus to the button. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { state } = this.#chat;
    const { open } = state.view;
    const extras = this.#extras;
    if (!this.#asked && (state.current || !/^(en|$)/i.test(langOf(this)))) void this.#fetch();
    // The chat's script did not come: the button says so in place of its label, and a click tries again.
    const failed = state.engine === 'failed' && !open;
    const label = failed ? (extras?.failed ?? 'The chat could not be loaded. Try again') : this.label;
    const name = label || this.textContent.trim();
    return html`<button
      part="button"
      class=${name && 'pill'}
      aria-haspopup="dialog"
      aria-expanded=${open}
      aria-label=${extras?.name(name, state) ?? (name || 'Chat')}
      @click=${() => this.request(open ? 'chat-minimize-request' : 'chat-open-request', {})}
    >
      <span part="icon"
        ><slot name="icon"
          ><svg viewBox="0 0 24 24" fill="currentColor">
            <path
              d="M12 3.2c5.2 0 9.3 3.6 9.3 8.1s-4.1 8.2-9.3 8.2q-1.6 0-3.1-.4l-4 1.9a.6.6 0 0 1-.9-.7l.7-3.5a7.6 7.6 0 0 1-2-5.5c0-4.5 4.1-8.1 9.3-8.1z"
            /></svg></slot
        ><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2"><path d="m6 9 6 6 6-6" /></svg
      ></span>
      ${label || html`<slot @slotchange=${() => this.requestUpdate()}></slot>`} ${extras?.badge(state)}
    </button>`;
  }

  async #fetch(): Promise<void> {
    this.#asked = true;
    // What could not be fetched is asked for again at the next change.
    try {
      this.#extras = new (await import('./launcher-extras.js')).LauncherExtras(this);
      this.requestUpdate();
    } catch {
      // Asked for again at the next change.
      this.#asked = false;
    }
  }
}
