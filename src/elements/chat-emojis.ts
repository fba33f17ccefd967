import { css, html, nothing, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { MoreLocalizeController } from '../controllers/more-localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import type { EmojiPicker } from './emojis/picker.js';
import { setStates } from './internals.js';
import { smileIcon } from './more-icons.js';

/**
 * @summary A button with an emoji picker: search, groups, skin tones, and those that were used last.
 *
 * Inside a `<chat-composer>` the emoji is put where the caret is. Anywhere else, listen to `chat-emoji-chosen`. The picker
 * and its data are fetched when the visitor comes near the button. It opens above its nearest positioned ancestor.
 *
 * @fires {CustomEvent} chat-emoji-chosen - an emoji was chosen; detail `{ emoji }`; prevented, it is not put into the composer
 * @csspart button - the button
 * @csspart picker - the picker
 * @csspart search - its search field
 * @csspart category - each button that goes to a group
 * @csspart group - a group with its name
 * @csspart emoji - each emoji
 * @cssState open - the picker is open
 */
export class ChatEmojis extends ChatElement {
  static override styles = [
    ...hostStyles,
    css`
      :host {
        display: block;
        flex: none;
      }

      .button {
        border-radius: 50%;
        color: var(--_text-muted);
      }
    `,
  ];

  #chat = new ChatController(this, () => undefined);
  #localize = new MoreLocalizeController(this);
  #internals = this.attachInternals();
  #picker: EmojiPicker | undefined;
  #fetching: Promise<EmojiPicker | undefined> | undefined;
  #open = false;

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  get #composer(): HTMLElementTagNameMap['chat-composer'] | null {
    return this.closest('chat-composer');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close(false);
  }

  protected override render(): TemplateResult {
    const name = this.#localize.more('emojis');
    return html`<button
        class="button quiet icon-only"
        part="button"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.#open}
        aria-label=${name}
        title=${name}
        @focus=${this.#fetch}
        @pointerenter=${this.#fetch}
        @click=${this.#onButton}
        @keydown=${this.#onKeydown}
      >
        ${smileIcon()}
      </button>
      ${this.#open ? this.#picker?.render() : nothing}`;
  }

  protected override updated(): void {
    setStates(this.#internals, { open: this.#open });
  }

  /** Fetches the picker, once; a failed fetch is tried again at the next touch. */
  #fetch(): Promise<EmojiPicker | undefined> {
    return (this.#fetching ??= import('./emojis/picker.js').then(
      ({ EmojiPicker }) =>
        (this.#picker = new EmojiPicker({
          host: this,
          localize: this.#localize,
          pick: (emoji, more) => this.#pick(emoji, more),
          closed: (back) => this.#close(back),
        })),
      () => (this.#fetching = undefined),
    ));
  }

  async #onButton(): Promise<void> {
    if (this.#open) return this.#close(true);
    const picker = await this.#fetch();
    if (!picker) return;
    this.#open = true;
    this.ownerDocument.addEventListener('pointerdown', this.#onOutside);
    this.requestUpdate();
    void picker.focus();
    await picker.open();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#open) return;
    event.preventDefault();
    this.#close(true);
  }

  #onOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.#close(false);
  };

  #pick(emoji: string, more: boolean): void {
    if (!more) this.#close(true);
    const event = new CustomEvent('chat-emoji-chosen', {
      detail: { emoji },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    const field = this.#composer?.renderRoot.querySelector('textarea');
    if (!this.dispatchEvent(event) || !field) return;
    // As if it were typed. The composer has no method for it, since every opened chat would load that.
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input'));
  }

  /** @param back - whether the focus goes to the text, where the visitor was */
  #close(back: boolean): void {
    if (!this.#open) return;
    this.#open = false;
    this.ownerDocument.removeEventListener('pointerdown', this.#onOutside);
    this.requestUpdate();
    if (!back) return;
    // On a phone the field would bring the keyboard up.
    if (this.#composer && !matchMedia('(pointer: coarse)').matches) this.#composer.focus();
    else this.renderRoot.querySelector('button')?.focus();
  }
}
