import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import {
  CANNED,
  COMPOSED,
  composed,
  EMPTY_SHEET,
  partsOf,
  showsKind,
  type Composed,
  type Sheet,
} from '../../model/rich.js';
import { DeskElement } from '../desk-element.js';
import { dialogStyles } from '../styles/dialog.styles.js';
import { richDialogStyles } from '../styles/rich-dialog.styles.js';
import { shared } from '../styles/shared.styles.js';
import { terms } from '../terms.js';

/** Composes a message with buttons, a list, a form; or takes a ready-made reply. */
@customElement('desk-rich')
export class RichDialog extends DeskElement {
  static override styles = [shared, dialogStyles, richDialogStyles];

  @state() private conversation = '';
  @state() private sheet: Sheet = EMPTY_SHEET;
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Whether it is on screen. */
  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  /** Shows it for a conversation. What was begun before is still there. */
  async ask(conversation: string): Promise<void> {
    if (conversation !== this.conversation) this.sheet = EMPTY_SHEET;
    this.conversation = conversation;
    await this.updateComplete;
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('select')?.focus();
  }

  protected override render(): TemplateResult {
    const { kind, text, title, lines, address } = this.sheet;
    const uses = partsOf(kind);
    const features = this.state.conversations.get(this.conversation)?.summary.features;
    const t = terms.rich;
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.#submit}>
        <h2 id="title">${t.title}</h2>
        <div class="fields">
          <label
            >${t.canned}
            <select @change=${this.#begin}>
              <option value="">${t.nothing}</option>
              ${CANNED.map(({ name }) => html`<option>${name}</option>`)}
            </select></label
          >
          <label
            >${t.kind}
            <select
              .value=${kind}
              @change=${(event: Event) => this.#change({ kind: (event.target as HTMLSelectElement).value as Composed })}
            >
              ${COMPOSED.map((one) => html`<option value=${one} ?selected=${one === kind}>${t.kinds[one]}</option>`)}
            </select></label
          >
          ${uses.title ? this.#line('title', title, t.heading) : nothing}
          <label
            >${t.text}
            <textarea
              rows="3"
              dir="auto"
              .value=${text}
              @input=${(event: Event) => this.#change({ text: valueOf(event) })}
            ></textarea>
          </label>
          ${
            uses.lines
              ? html`<label
                  >${kind === 'form' ? t.fields : t.options}
                  <textarea
                    rows="4"
                    dir="auto"
                    .value=${lines}
                    @input=${(event: Event) => this.#change({ lines: valueOf(event) })}
                  ></textarea>
                </label>`
              : nothing
          }
          ${uses.address ? this.#line('address', address, kind === 'link' ? t.address : t.picture) : nothing}
        </div>
        <p class="note">${showsKind(features, kind) ? '' : t.unseen}</p>
        <div class="buttons">
          <button class="button" type="button" @click=${() => this.dialog.close()}>${terms.cancel}</button>
          <button class="button primary" aria-disabled=${composed(this.sheet) === undefined}>${t.send}</button>
        </div>
      </form>
    </dialog>`;
  }

  #line(name: 'title' | 'address', value: string, label: string): TemplateResult {
    return html`<label
      >${label}
      <input
        type="text"
        dir="auto"
        .value=${value}
        @input=${(event: Event) => this.#change({ [name]: valueOf(event) })}
    /></label>`;
  }

  #change(change: Partial<Sheet>): void {
    this.sheet = { ...this.sheet, ...change };
  }

  readonly #begin = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const canned = CANNED.find(({ name }) => name === select.value);
    if (canned) this.sheet = canned;
    select.value = '';
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const message = composed(this.sheet);
    if (!message || !this.client.offer(this.conversation, message.text, message.rich)) return;
    this.sheet = EMPTY_SHEET;
    this.dialog.close();
  };
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'desk-rich': RichDialog;
  }
}
