import { html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { DeskElement } from '../desk-element.js';
import { nameOf } from '../names.js';
import { dialogStyles } from '../styles/dialog.styles.js';
import { richDialogStyles } from '../styles/rich-dialog.styles.js';
import { shared } from '../styles/shared.styles.js';
import { terms } from '../terms.js';

/** Writes to the visitor of a conversation in another one. */
@customElement('desk-begin')
export class BeginDialog extends DeskElement {
  static override styles = [shared, dialogStyles, richDialogStyles];

  /** With the visitor of which conversation. */
  @state() private of = '';
  @state() private sending = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('textarea') private field!: HTMLTextAreaElement;
  /** What names the wish. The same text, sent again after an answer that never came, is the same wish. */
  #wish = { key: '', text: '' };
  #done: (begun: boolean) => void = () => undefined;

  /** Whether it is on screen. */
  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  /** Shows it; resolves with whether a conversation was begun, which is shown then. */
  async ask(conversation: string): Promise<boolean> {
    this.of = conversation;
    this.#wish = { key: '', text: '' };
    await this.updateComplete;
    this.field.value = '';
    this.dialog.showModal();
    this.field.focus();
    return new Promise((resolve) => (this.#done = resolve));
  }

  protected override render(): TemplateResult {
    const conversation = this.state.conversations.get(this.of);
    return html`<dialog aria-labelledby="title" aria-describedby="hint" @close=${() => this.#done(false)}>
      <form @submit=${this.#submit}>
        <h2 id="title" dir="auto">${conversation ? terms.begin.title(nameOf(conversation)) : terms.begin.action}</h2>
        <p id="hint">${terms.begin.hint}</p>
        <div class="fields">
          <label
            >${terms.begin.text}
            <textarea rows="4" dir="auto" required maxlength=${this.state.limits.maxText}></textarea>
          </label>
        </div>
        <div class="buttons">
          <button class="button" type="button" @click=${() => this.dialog.close()}>${terms.cancel}</button>
          <button class="button primary" aria-disabled=${this.sending}>${terms.begin.send}</button>
        </div>
      </form>
    </dialog>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text === '' || this.sending) return;
    if (text !== this.#wish.text) this.#wish = { key: crypto.randomUUID(), text };
    this.sending = true;
    const begun = await this.client.begin(this.of, this.#wish.key, text);
    this.sending = false;
    // What could not be sent stays in the field.
    if (!begun) return;
    this.#done(true);
    this.dialog.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-begin': BeginDialog;
  }
}
