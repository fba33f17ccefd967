import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Conversation, Upload } from '../model/state.js';
import { DeskElement } from './desk-element.js';
import { icon } from './icons.js';
import { ask } from './intents.js';
import { composerStyles } from './styles/composer.styles.js';
import { shared } from './styles/shared.styles.js';
import { terms } from './terms.js';
import { tray } from './tray.js';

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
  /** What is written is for the page's script. */
  @state() private asNotice = false;

  @query('textarea') private field!: HTMLTextAreaElement;
  @query('input[type=file]') private chooser!: HTMLInputElement | null;

  readonly #trayActions = {
    remove: (upload: string): void => {
      this.client.detach(this.conversation, upload);
      // The button that was pressed is gone.
      this.field.focus();
    },
    retry: (upload: string): void => this.client.attachAgain(this.conversation, upload),
  };

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
    if (changed.has('conversation')) {
      this.#write(this.#draft);
      this.asNotice = false;
    }
  }

  protected override render(): TemplateResult {
    const max = this.state.limits.maxText;
    const counted = this.length > max * COUNT_FROM;
    const over = this.length > max;
    const label = this.asNotice ? terms.composer.noticeLabel : terms.composer.label;
    const placeholder = this.asNotice ? terms.composer.noticePlaceholder : terms.composer.placeholder(this.name);
    return html`<form
      class=${classMap({ over, notice: this.asNotice })}
      @submit=${this.#submit}
      @dragover=${this.#dragged}
      @drop=${this.#dropped}
      @paste=${this.#pasted}
    >
      <label class="visually-hidden" for="text">${label(this.name)}</label>
      ${tray(this.#uploads, this.#trayActions)}
      <textarea
        id="text"
        dir="auto"
        rows="1"
        enterkeyhint="send"
        placeholder=${placeholder}
        aria-describedby="hint"
        aria-invalid=${over}
        @input=${this.#typed}
        @keydown=${this.#keydown}
        @blur=${() => this.client.paused(this.conversation)}
      ></textarea>
      <div class="foot">
        ${this.#tools()}
        <p class="hint" id="hint">${this.asNotice ? terms.composer.noticeHint : terms.composer.hint}</p>
        <p class="left" role="status">
          ${counted ? html`<span class=${over ? 'too-much' : ''}>${left(max - this.length)}</span>` : nothing}
        </p>
        <button class="button primary" aria-disabled=${!this.#sendable || over}>
          ${icon('send', true)}${this.asNotice ? terms.composer.sendNotice : terms.composer.send}
        </button>
      </div>
    </form>`;
  }

  /** What can be sent beside text: as far as the server takes it, and the visitor's client shows it. */
  #tools(): TemplateResult {
    const { features } = this.state;
    const shown = this.#conversation?.summary.features?.includes('files') ?? false;
    return html`${
      features?.files
        ? html`<input type="file" multiple hidden accept=${features.files.types.join()} @change=${this.#chosen} />
            <button
              class="button quiet bare tool"
              type="button"
              title=${shown ? terms.files.attach : terms.files.unseen}
              aria-label=${terms.files.attach}
              aria-disabled=${!shown || this.asNotice}
              @click=${this.#choose}
            >
              ${icon('attach')}
            </button>`
        : nothing
    }
    ${
      features?.rich
        ? html`<button
            class="button quiet bare tool"
            type="button"
            title=${terms.rich.title}
            aria-label=${terms.rich.title}
            @click=${ask({ type: 'rich', conversation: this.conversation })}
          >
            ${icon('rich')}
          </button>`
        : nothing
    }
    ${
      features?.notices
        ? html`<button
            class="button quiet bare tool"
            type="button"
            title=${terms.composer.notice}
            aria-label=${terms.composer.notice}
            aria-pressed=${this.asNotice}
            @click=${this.#toggleNotice}
          >
            ${icon('notice')}
          </button>`
        : nothing
    }`;
  }

  get #conversation(): Conversation | undefined {
    return this.state.conversations.get(this.conversation);
  }

  get #uploads(): readonly Upload[] {
    return this.#conversation?.uploads ?? [];
  }

  get #sendable(): boolean {
    if (this.asNotice) return this.length > 0;
    const uploads = this.#uploads;
    if (uploads.some(({ status }) => status === 'uploading')) return false;
    return this.length > 0 || uploads.some(({ status }) => status === 'ready');
  }

  get #takesFiles(): boolean {
    const shown = this.#conversation?.summary.features?.includes('files') ?? false;
    return shown && !this.asNotice && this.state.features?.files !== undefined;
  }

  readonly #choose = (): void => {
    if (this.#takesFiles) this.chooser?.click();
  };

  readonly #chosen = (): void => {
    const chooser = this.chooser;
    if (!chooser) return;
    this.client.attach(this.conversation, [...(chooser.files ?? [])]);
    // The same file may be chosen again.
    chooser.value = '';
    this.field.focus();
  };

  readonly #dragged = (event: DragEvent): void => {
    if (this.#takesFiles && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  readonly #dropped = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!this.#takesFiles || files.length === 0) return;
    event.preventDefault();
    this.client.attach(this.conversation, files);
  };

  readonly #pasted = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!this.#takesFiles || files.length === 0) return;
    event.preventDefault();
    this.client.attach(this.conversation, files);
  };

  readonly #toggleNotice = (): void => {
    this.asNotice = !this.asNotice;
    this.field.focus();
  };

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
    // A notice is nobody's typing.
    if (!this.asNotice) this.client.draft(this.conversation, text);
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
    const { client, conversation, field } = this;
    const sent = this.asNotice ? client.notice(conversation, field.value) : client.send(conversation, field.value);
    if (!sent) return;
    this.#write('');
    this.asNotice = false;
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
