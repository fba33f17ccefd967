import { html, nothing, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { MoreLocalizeController } from '../controllers/more-localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import { conversationOf } from '../session/model/selectors.js';
import type { ChatState } from '../session/model/types.js';
import { hostStyles } from '../styles/host.styles.js';
import { LEFT_DRAFT } from '../vocabulary/left-draft.js';
import { ChatElement } from './chat-element.js';
import { formStyles } from './chat-form.styles.js';
import { leaveStyles } from './chat-leave-message.styles.js';
import { readDraft } from './form/answers.js';
import { problemOf, type Problem } from './form/check.js';
import { fieldTemplate } from './form/field.js';
import type { Field } from './form/fields.js';
import { alertIcon } from './icons.js';
import { setStates } from './internals.js';
import { offerOf } from './leave/offer.js';

type Name = 'nickname' | 'email' | 'message';

/** What one field of the profile may hold. */
const MOST = 256;

/**
 * @summary The form for a message that is left while nobody is there: name, email and text.
 *
 * What the visitor had written already stands in it: the messages that could not be sent, and the draft. What is typed
 * here is kept like a draft. Nothing of it goes before the server has it.
 *
 * @fires chat-leave-request - the visitor leaves the message, or puts away that it was left
 * @fires chat-draft-request - something was typed
 * @fires chat-close-request - the message was left, and the visitor is done
 * @csspart base - the box around everything
 * @csspart heading - the heading
 * @csspart text - the text below it
 * @csspart field - the box of a field: label, field, error
 * @csspart label - the name of a field
 * @csspart input - the field itself
 * @csspart error - what is wrong with it
 * @csspart submit - the button that leaves the message
 * @csspart done - the button that closes, after that
 * @cssState sent - the message was left
 * @cssState invalid - something has to be corrected
 */
export class ChatLeaveMessage extends ChatElement {
  static override styles = [...hostStyles, formStyles, leaveStyles];

  #chat = new ChatController(this, (state) => state);
  #localize = new MoreLocalizeController(this);
  #internals = this.attachInternals();
  #values: Record<Name, string> | undefined;
  #problems = new Map<string, Problem>();
  #sent = false;
  /** What had the focus goes with this update. */
  #follow = false;

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  /** Moves the focus to the first field that is to be filled in. */
  override focus(options?: FocusOptions): void {
    if (!this.hasUpdated) return void this.updateComplete.then(() => this.focus(options));
    const all = [...this.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea')];
    (all.find(({ value, required }) => required && value === '') ?? all[0])?.focus(options);
  }

  get #fields(): readonly Field[] {
    const l = this.#localize;
    const { maxText } = this.#chat.state.capabilities;
    return [
      { name: 'nickname', type: 'text', max: MOST, autocomplete: 'name', choices: [] },
      { name: 'email', type: 'email', max: MOST, autocomplete: 'email', required: true, choices: [] },
      { name: 'message', type: 'textarea', label: l.more('leaveMessage'), max: maxText, required: true, choices: [] },
    ];
  }

  protected override willUpdate(): void {
    const { state } = this.#chat;
    // What was in the fields is kept until it is at the server.
    this.#values ??= valuesFrom(state);
    const sent = offerOf(state) === 'sent';
    if (this.#sent && !sent) this.#values = valuesFrom(state);
    // The button that was pressed goes.
    this.#follow = sent && !this.#sent && this.matches(':focus-within');
    this.#sent = sent;
    setStates(this.#internals, { sent, invalid: this.#problems.size > 0 });
  }

  protected override updated(): void {
    if (this.#follow) this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this.#chat;
    const status = offerOf(state);
    if (status === undefined) return nothing;
    return html`<div class="base" part="base">${status === 'sent' ? this.#thanks() : this.#form(status)}</div>`;
  }

  #thanks(): TemplateResult {
    const l = this.#localize;
    return html`<div class="thanks" role="status">
      <svg
        class="sign"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <circle cx="12" cy="12" r="9" />
        <path d="m8 12.3 2.7 2.7 5.3-5.6" />
      </svg>
      <h3 part="heading" tabindex="-1">${l.more('leftHeading')}</h3>
      <p class="text" part="text">${l.more('leftText')}</p>
      <button class="button" part="done" type="button" @click=${this.#onDone}>${l.more('leftDone')}</button>
    </div>`;
  }

  #form(status: 'offered' | 'sending' | 'failed'): TemplateResult {
    const l = this.#localize;
    const { availability, view } = this.#chat.state;
    const at = availability?.open === false ? availability.changesAt : undefined;
    const back = at === undefined ? undefined : l.moment(at);
    const sending = status === 'sending';
    return html`<h3 part="heading" tabindex="-1">${l.more('leaveHeading')}</h3>
      <p class="text" part="text">${l.more('leaveText', back)}</p>
      <form novalidate @submit=${this.#onSubmit} @input=${this.#onInput} @change=${this.#onInput}>
        ${this.#fields.map((field, index) =>
          fieldTemplate({
            field,
            index,
            value: this.#values?.[field.name as Name] ?? '',
            problem: this.#problems.get(field.name),
            localize: l,
          }),
        )}
        <div class="buttons">
          <p class="failed" role="alert">
            ${
              status === 'failed'
                ? html`${alertIcon()}<span
                      >${l.more('leaveFailed', l.term('error', view.left?.error ?? 'refused'))}</span
                    >`
                : nothing
            }
          </p>
          <button class="button primary" part="submit" type="submit" aria-disabled=${sending}>
            ${sending ? l.more('leaveSending') : l.more('leaveSend')}
          </button>
        </div>
      </form>`;
  }

  #onInput(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    const field = this.#fields.find((one) => one.name === name);
    if (!field || !this.#values) return;
    this.#values = { ...this.#values, [name]: value };
    this.request('chat-draft-request', { conversationId: LEFT_DRAFT, text: JSON.stringify(this.#values) });
    // What was wrong is told until it is right; what is being typed is not judged.
    if (this.#problems.has(name) && !problemOf(field, value)) this.#problems.delete(name);
    this.requestUpdate();
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (offerOf(this.#chat.state) === 'sending') return;
    // A browser that fills a form in may do so without a word.
    const value = (name: Name): string => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
    const values = { nickname: value('nickname'), email: value('email'), message: value('message') };
    this.#values = values;
    this.#problems.clear();
    for (const field of this.#fields) {
      const problem = problemOf(field, values[field.name as Name]);
      if (problem) this.#problems.set(field.name, problem);
    }
    if (this.#problems.size === 0) {
      const { nickname, email, message } = values;
      this.request('chat-leave-request', { name: nickname.trim(), email: email.trim(), message });
      return;
    }
    this.requestUpdate();
    await this.updateComplete;
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #onDone(): void {
    this.request('chat-leave-request', {});
    this.request('chat-close-request', {});
  }
}

/** What is known of the visitor, and what they have written so far. */
function valuesFrom(state: ChatState): Record<Name, string> {
  const { drafts } = state.view;
  const { key = '', profile = {}, pending = [] } = conversationOf(state) ?? {};
  const { nickname = '', firstname = '', lastname = '', email = '' } = profile;
  const written = [...pending.map(({ text }) => text), drafts[key] ?? drafts[''] ?? ''];
  const known = {
    nickname: nickname || `${firstname} ${lastname}`.trim(),
    email,
    message: written.filter((text) => text.trim() !== '').join('\n'),
  };
  const draft = readDraft(drafts[LEFT_DRAFT]);
  for (const name of Object.keys(known) as Name[]) {
    const typed = draft[name];
    if (typeof typed === 'string' && typed !== '') known[name] = typed;
  }
  return known;
}
