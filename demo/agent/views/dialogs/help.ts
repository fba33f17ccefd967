import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { dialogStyles } from '../styles/dialog.styles.js';
import { shared } from '../styles/shared.styles.js';
import { terms } from '../terms.js';

/** Lists the shortcuts. */
@customElement('desk-help')
export class HelpDialog extends LitElement {
  static override styles = [shared, dialogStyles];

  @query('dialog') private dialog!: HTMLDialogElement;

  /** Whether it is on screen. */
  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  show(): void {
    if (!this.open) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${terms.help.title}</h2>
      <dl>
        ${terms.help.rows.map(
          ([keys, what]) =>
            html`<div>
              <dt>
                ${keys.map((key, index) => html`${index > 0 ? html`<span class="plus">+</span>` : ''}<kbd>${key}</kbd>`)}
              </dt>
              <dd>${what}</dd>
            </div>`,
        )}
      </dl>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dialog.close()}>${terms.close}</button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-help': HelpDialog;
  }
}
