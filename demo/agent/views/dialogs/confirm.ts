import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { dialogStyles } from '../styles/dialog.styles.js';
import { shared } from '../styles/shared.styles.js';
import { terms } from '../terms.js';

/** What is asked. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** The button that says yes. */
  readonly action: string;
  /** It harms somebody: then Enter alone must not do it. */
  readonly danger: boolean;
}

/** Asks before something that can't be taken back. */
@customElement('desk-confirm')
export class ConfirmDialog extends LitElement {
  static override styles = [shared, dialogStyles];

  @state() private question: Question | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;

  #answer: ((yes: boolean) => void) | undefined;

  /** Whether it is on screen. */
  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  /** Asks; resolves with the answer. */
  async ask(question: Question): Promise<boolean> {
    this.#finish(false);
    this.question = question;
    await this.updateComplete;
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>(question.danger ? '.no' : '.yes')?.focus();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  protected override render(): TemplateResult {
    const { question } = this;
    return html`<dialog
      class="narrow"
      aria-labelledby="title"
      aria-describedby="text"
      @close=${() => this.#finish(false)}
    >
      <h2 id="title">${question?.title}</h2>
      <p id="text" class="lead">${question?.text}</p>
      <div class="buttons">
        <button class="button no" type="button" @click=${() => this.#finish(false)}>${terms.cancel}</button>
        <button
          class="button yes ${question?.danger ? 'danger' : 'primary'}"
          type="button"
          @click=${() => this.#finish(true)}
        >
          ${question?.action}
        </button>
      </div>
    </dialog>`;
  }

  #finish(yes: boolean): void {
    const answer = this.#answer;
    this.#answer = undefined;
    this.dialog?.close();
    answer?.(yes);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-confirm': ConfirmDialog;
  }
}
