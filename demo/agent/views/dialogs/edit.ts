import { html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { DeskElement } from '../desk-element.js';
import { dialogStyles } from '../styles/dialog.styles.js';
import { richDialogStyles } from '../styles/rich-dialog.styles.js';
import { shared } from '../styles/shared.styles.js';
import { terms } from '../terms.js';

/** Corrects a message that was sent. */
@customElement('desk-edit')
export class EditDialog extends DeskElement {
  static override styles = [shared, dialogStyles, richDialogStyles];

  @state() private message: { readonly conversation: string; readonly of: number; readonly text: string } | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('textarea') private field!: HTMLTextAreaElement;

  /** Whether it is on screen. */
  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  /** Shows it for a message. */
  async ask(conversation: string, of: number, text: string): Promise<void> {
    this.message = { conversation, of, text };
    await this.updateComplete;
    this.field.value = text;
    this.dialog.showModal();
    this.field.focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.#submit}>
        <h2 id="title">${terms.amend.editTitle}</h2>
        <div class="fields">
          <label
            >${terms.amend.text}
            <textarea rows="5" dir="auto" required maxlength=${this.state.limits.maxText}></textarea>
          </label>
        </div>
        <div class="buttons">
          <button class="button" type="button" @click=${() => this.dialog.close()}>${terms.cancel}</button>
          <button class="button primary">${terms.amend.save}</button>
        </div>
      </form>
    </dialog>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { message } = this;
    const text = this.field.value.trim();
    if (!message || text === '') return;
    const done = text === message.text || (await this.client.amend(message.conversation, { of: message.of, text }));
    // What could not be saved stays in the field.
    if (done) this.dialog.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-edit': EditDialog;
  }
}
