import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { DeskElement } from './desk-element.js';
import { icon } from './icons.js';
import { composerStyles } from './styles/composer.styles.js';
import { shared } from './styles/shared.styles.js';
import { terms } from './terms.js';

/** From this share of the limit on, what is left is counted. */
const COUNT_FROM = 0.8;

/** Where the agent writes. Each conversation keeps its own draft. */
@customElement('desk-composer')
export class Composer extends DeskElement {
  static override styles = [shared, composerStyles];

  /** The conversation's id. */
  @property() conversation = '';
  /** What the visitor is called. */
  @property() name = '';

  @state() private length = 0;

  @query('textarea') private field!: HTMLTextAreaElement;

  /** Focuses the text field. */
  focusPart(): boolean {
    this.field.focus();
    return true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.client.paused(this.conversation);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('conversation')) this.#write(this.#draft);
  }

  protected override render(): TemplateResult {
    const max = this.state.limits.maxText;
    const counted = this.length > max * COUNT_FROM;
    const over = this.length > max;
    return html`<form class=${over ? 'over' : ''} @submit=${this.#submit}>
      <label class="visually-hidden" for="text">${terms.composer.label(this.name)}</label>
      <textarea
        id="text"
        dir="auto"
        rows="1"
        enterkeyhint="send"
        placeholder=${terms.composer.placeholder(this.name)}
        aria-describedby="hint"
        aria-invalid=${over}
        @input=${this.#typed}
        @keydown=${this.#keydown}
        @blur=${() => this.client.paused(this.conversation)}
      ></textarea>
      <div class="foot">
        <p class="hint" id="hint">${terms.composer.hint}</p>
        <p class="left" role="status">
          ${counted ? html`<span class=${over ? 'too-much' : ''}>${left(max - this.length)}</span>` : nothing}
        </p>
        <button class="button primary" aria-disabled=${this.length === 0 || over}>
          ${icon('send', true)}${terms.composer.send}
        </button>
      </div>
    </form>`;
  }

  get #draft(): string {
    return this.state.conversations.get(this.conversation)?.draft ?? '';
  }

  #write(text: string): void {
    this.field.value = text;
    this.length = text.trim() === '' ? 0 : text.length;
  }

  readonly #typed = (): void => {
    const text = this.field.value;
    this.length = text.trim() === '' ? 0 : text.length;
    this.client.draft(this.conversation, text);
  };

  /** Enter sends; while an input method composes, it belongs to the input method (229 is what Safari reports). */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#send();
    this.field.focus();
  };

  #send(): void {
    if (this.client.send(this.conversation, this.field.value)) this.#write('');
  }
}

function left(number: number): string {
  return number < 0 ? terms.composer.over(-number) : terms.composer.left(number);
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-composer': Composer;
  }
}
