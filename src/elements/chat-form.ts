import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { MoreLocalizeController } from '../controllers/more-localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { formStyles } from './chat-form.styles.js';
import { answersOf, readDraft } from './form/answers.js';
import { problemOf, verdictOf, type Problem } from './form/check.js';
import { fieldTemplate } from './form/field.js';
import { fieldsOf, isKept, type ChatFormOptions, type Field, type FormValues } from './form/fields.js';
import { SlottedForm } from './form/slotted.js';
import { setStates } from './internals.js';

/** The draft of the form stands among those of the conversations, under a name that no conversation has. */
const DRAFT = 'form';

/**
 * @summary The questions before a conversation starts: fields from data, or a form of the page.
 *
 * What is typed is kept like a draft, over a close and a reload of the tab; passwords and what is marked as sensitive
 * are not. It is gone as soon as there is a conversation, however that began, and comes back before the next one, with
 * what was answered before.
 *
 * @fires chat-start-request - the answers are given; `profile` and `userData` of the detail hold them
 * @fires chat-draft-request - an answer changed
 * @fires chat-close-request - the visitor does not want to
 * @slot - a `<form>` of the page with fields of its own, whose names say what the answers are called
 * @csspart base - the box around everything
 * @csspart heading - the heading
 * @csspart text - the text below it
 * @csspart field - the box of a field: label, field, hint, error
 * @csspart label - the name of a field
 * @csspart input - the field itself
 * @csspart hint - the line below it
 * @csspart error - what is wrong with it
 * @csspart submit - the button that starts the chat
 * @csspart cancel - the button that closes it
 * @cssState done - there is a conversation: nothing is asked
 * @cssState invalid - something has to be corrected
 */
export class ChatForm extends ChatElement {
  static override styles = [...hostStyles, formStyles];
  static override properties = { options: { attribute: false } };

  /** The form; default: that of the `<live-chat>` around it, or the usual fields. */
  declare options: ChatFormOptions | boolean | undefined;

  #chat = new ChatController(this, (state) => state);
  #localize = new MoreLocalizeController(this);
  #internals = this.attachInternals();
  #fields: readonly Field[] = [];
  #values: Record<string, string | boolean> = {};
  #problems = new Map<string, Problem>();
  /** The visitor has typed here: what is stored is older. */
  #touched = false;
  #sent = false;
  #slotted = new SlottedForm({
    change: (values, all) => this.#keep(values, all),
    submit: (values) => this.#start(values),
    cancel: () => this.#cancel(),
  });

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  /** Moves the focus to the first field. */
  override focus(options?: FocusOptions): void {
    if (!this.hasUpdated) return void this.updateComplete.then(() => this.focus(options));
    (this.#slotted.first ?? this.renderRoot.querySelector<HTMLElement>('input, textarea, select'))?.focus(options);
  }

  /** Whether it asks: there is no conversation. */
  get #asks(): boolean {
    const { state } = this.#chat;
    return state.current === undefined && state.engine !== 'failed';
  }

  get #options(): ChatFormOptions {
    const options = this.options ?? this.closest('live-chat')?.form;
    return typeof options === 'object' ? options : {};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('options') || !this.hasUpdated) {
      this.#fields = fieldsOf(this.#options);
      for (const { name, type, value } of this.#fields)
        this.#values[name] ??= type === 'checkbox' ? value === true : typeof value === 'string' ? value : '';
    }
    this.#take();
    setStates(this.#internals, { done: !this.#asks, invalid: this.#problems.size > 0 });
  }

  /** What the last page of this tab left behind; and once the answers have begun a conversation, they are no draft any more. */
  #take(): void {
    const { drafts } = this.#chat.state.view;
    if (!this.#asks) {
      if (this.#sent && drafts[DRAFT]) this.request('chat-draft-request', { conversationId: DRAFT, text: '' });
      this.#sent = this.#touched = false;
    } else if (!this.#touched && drafts[DRAFT]) {
      Object.assign(this.#values, readDraft(drafts[DRAFT]));
      this.#slotted.fill(this.#values);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#asks) return nothing;
    const l = this.#localize;
    const { heading = l.more('formHeading'), text = l.more('formText'), submit } = this.#options;
    return html`<div class="base" part="base">
      ${heading ? html`<h3 part="heading">${heading}</h3>` : nothing}
      ${text ? html`<p class="text" part="text">${text}</p>` : nothing}
      <slot @slotchange=${this.#onSlot}></slot>
      ${
        this.#slotted.there
          ? nothing
          : html`<form novalidate @submit=${this.#onSubmit} @input=${this.#onInput} @change=${this.#onInput}>
              ${this.#fields.map((field, index) =>
                fieldTemplate({
                  field,
                  index,
                  value: this.#values[field.name] ?? '',
                  problem: this.#problems.get(field.name),
                  localize: l,
                }),
              )}
              <div class="buttons">
                <button class="button primary" part="submit" type="submit">${submit || l.more('formStart')}</button>
                <button class="button quiet" part="cancel" type="button" @click=${this.#cancel}>
                  ${l.more('formCancel')}
                </button>
              </div>
            </form>`
      }
    </div>`;
  }

  #onSlot(event: Event): void {
    this.#slotted.take((event.target as HTMLSlotElement).assignedElements({ flatten: true }));
    this.#slotted.fill(this.#values);
    this.requestUpdate();
  }

  #onInput(event: Event): void {
    const element = event.target as HTMLInputElement;
    const field = this.#fields.find(({ name }) => name === element.name);
    if (!field) return;
    const value = field.type === 'checkbox' ? element.checked : element.value;
    this.#keep(
      { [field.name]: value },
      this.#fields.filter(isKept).map(({ name }) => name),
    );
    // What was wrong is told until it is right; what is being typed is not judged.
    if (this.#problems.has(field.name) && !problemOf(field, value)) this.#problems.delete(field.name);
    this.requestUpdate();
  }

  /** Keeps answers, and writes those down that may be. */
  #keep(values: FormValues, kept: readonly string[]): void {
    this.#touched = true;
    Object.assign(this.#values, values);
    const draft = Object.fromEntries(kept.map((name) => [name, this.#values[name] ?? '']));
    this.request('chat-draft-request', { conversationId: DRAFT, text: JSON.stringify(draft) });
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    // A browser that fills a form in may do so without a word.
    for (const element of form.querySelectorAll<HTMLInputElement>('[name]'))
      this.#values[element.name] = element.type === 'checkbox' ? element.checked : element.value;
    this.#problems.clear();
    for (const field of this.#fields) {
      const value = this.#values[field.name] ?? '';
      const element = form.querySelector<HTMLElement>(`[name="${CSS.escape(field.name)}"]`);
      const problem = problemOf(field, value) ?? (element && verdictOf(field, value, { ...this.#values }, element));
      if (problem) this.#problems.set(field.name, problem);
    }
    if (this.#problems.size === 0) return this.#start(this.#values);
    this.requestUpdate();
    await this.updateComplete;
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #start(values: FormValues): void {
    Object.assign(this.#values, values);
    this.#sent = true;
    if (!this.request('chat-start-request', answersOf(values))) this.#sent = false;
  }

  #cancel(): void {
    this.request('chat-close-request', {});
  }
}
