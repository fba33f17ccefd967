import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import type { Fact } from '../session/model/facts.js';
import { conversationOf, isRunning } from '../session/model/selectors.js';
import type { ChatState, Conversation } from '../session/model/types.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { composerStyles } from './chat-composer.styles.js';
import type { AfterEnd } from './composer/after-end.js';
import { Draft, type DraftChange } from './composer/draft.js';
import type { Tray } from './composer/tray.js';
import { effective, SendKey, type SendOn } from './composer/send-key.js';
import { newChatIcon, sendIcon } from './icons.js';
import { setStates } from './internals.js';
import { oneOf } from './one-of.js';

/** In longer texts (a pasted log file) browsers take seconds to find the direction of every line. */
const HUGE = 20_000;

/** So long a text may take to be stored; then it counts as not taken, and is in the field as before. */
const PATIENCE = 4000;

const GROWS = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/**
 * @summary Where the visitor writes: a text area that grows, and a button that sends.
 *
 * What is typed is never lost: it is kept as a draft with every key, and leaves the field only once the message is
 * safely in the outbox. It never blocks typing, not while offline and not in the queue.
 *
 * Without a `<live-chat>`, listen to `chat-send-request`, and set `value` to the empty text when you have taken it.
 *
 * @fires chat-send-request - the visitor sends
 * @fires chat-draft-request - the text changed
 * @fires chat-attach-request - the visitor chose, dropped or pasted files; where the server takes some
 * @fires chat-detach-request - the visitor takes one off the message again
 * @fires chat-upload-request - the visitor tries one again
 * @fires chat-survey-request - after the end, the visitor has rated the conversation
 * @fires chat-new-request - after the end, the visitor wants a new conversation
 * @slot before - actions in front of the field, in its box
 * @slot after - actions behind the field, in its box, before the send button
 * @slot hint - a line below the box
 * @csspart box - the field and what stands beside it
 * @csspart field - the text area
 * @csspart send - the send button
 * @csspart attach - the button that chooses files
 * @csspart tray - the files of the next message
 * @csspart file - one of them; also `file-waiting`, `file-uploading`, `file-ready`, `file-failed`
 * @csspart file-tile - its ending, in the place of a picture
 * @csspart file-name - its name
 * @csspart file-status - its size, and how far it is
 * @csspart file-progress - the bar
 * @csspart file-retry - tries it again
 * @csspart file-remove - takes it off
 * @csspart drop - over the composer while files are dragged
 * @csspart counter - how many characters are left
 * @csspart error - why the text can't be sent
 * @csspart ended - what stands here after the end
 * @csspart ended-text - its text
 * @csspart survey - what is asked after the end
 * @csspart survey-rating - the choices of the rating
 * @csspart survey-choice - one of them
 * @csspart survey-comment - the field for words
 * @csspart survey-send - the button that sends it
 * @csspart new-chat - the button that begins a new conversation
 * @csspart save - the button that downloads the conversation
 * @cssprop [--live-chat-composer-max=9.5em] - the tallest the field becomes
 * @cssprop [--live-chat-star=light-dark(#a86200, #f0b54a)] - the stars of the survey
 * @cssState blank - there is nothing to send
 * @cssState over-limit - the text is too long
 * @cssState ended - the conversation is over
 */
export class ChatComposer extends ChatElement {
  static override styles = [hostStyles, composerStyles];

  static override properties = { sendOn: { attribute: 'send-on' }, label: {}, placeholder: {} };

  /** Which Enter sends: `enter`, `mod-enter` (with Ctrl or ⌘), `never`; `auto` (default): `mod-enter` on touch screens, else `enter`. */
  declare sendOn: SendOn | undefined;
  /** The field's name for screen readers; default: "Message" in the element's language. */
  declare label: string | undefined;
  /** Shown while the field is empty. */
  declare placeholder: string | undefined;

  #internals = this.attachInternals();
  #localize = new LocalizeController(this);
  #draft = new Draft();
  #keys = new SendKey();
  #afterEnd: AfterEnd | undefined;
  #fetching: Promise<void> | undefined;
  /** The last try to send was refused; stands until the text changes. */
  #refused = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #tray: Tray | undefined;
  #fetchingTray: Promise<unknown> | undefined;
  /** There are files that would go with a message. */
  #laden = false;
  #chat = new ChatController(
    this,
    (state) => state,
    (facts, state) => this.#facts(facts, state),
  );

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  /** The text in the field. */
  get value(): string {
    return this.#draft.text;
  }

  set value(text: string) {
    this.#draft.refuse();
    this.#apply(this.#draft.input(text));
  }

  /** Not just any `textarea`: after the end there may be the survey's, and what is typed there is not the draft. */
  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('#field');
  }

  get #sendOn(): SendOn {
    return oneOf(this, 'send-on', this.sendOn ?? 'auto', ['auto', 'enter', 'mod-enter', 'never']);
  }

  get #conversation(): Conversation | undefined {
    return conversationOf(this.#chat.state);
  }

  /** Moves the focus to the field, or after the end to the button that begins a new conversation. */
  override focus(options?: FocusOptions): void {
    (this.#field ?? this.renderRoot.querySelector<HTMLElement>('.ended button'))?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#patience);
    this.#draft.refuse();
  }

  protected override willUpdate(): void {
    const { state } = this.#chat;
    if (state.engine === 'failed') this.#apply(this.#draft.refuse());
    this.#apply(this.#draft.take(state));
    // Where it can't be fetched, one can write all the same; the next change tries again.
    if (state.capabilities.files || state.view.files)
      this.#fetchingTray ??= import('./composer/tray.js').then(
        ({ Tray }) => (this.#tray = new Tray(this, this.#localize, this.request.bind(this))),
        () => (this.#fetchingTray = undefined),
      );
    this.#laden = this.#tray?.take(state) ?? false;
  }

  protected override render(): TemplateResult {
    const conversation = this.#conversation;
    const ended = conversation?.phase === 'ended';
    const left = this.#left;
    const blank = this.value.trim() === '' && !this.#laden;
    setStates(this.#internals, { blank, ended, 'over-limit': left < 0 });
    return ended ? this.#endedTemplate(conversation) : this.#fieldTemplate(blank, left);
  }

  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // At the end the button takes the place of the field, and afterwards the other way round: so does the focus.
    if (!focused || focused.isConnected) return;
    this.focus({ preventScroll: true });
  }

  protected override updated(): void {
    const field = this.#field;
    // A change under an input method would end its work.
    if (!field || this.#keys.composing || field.value === this.value) return this.#fit();
    const kept = field.value.endsWith(this.value) && this.value !== '';
    // What was sent is cut off in front of what was typed since; the caret stays where it is.
    if (kept) field.setRangeText('', 0, field.value.length - this.value.length, 'preserve');
    else field.value = this.value;
    this.#fit();
  }

  /** How many characters may still be typed. */
  get #left(): number {
    return this.#chat.state.capabilities.maxText - this.value.length;
  }

  #fieldTemplate(blank: boolean, left: number): TemplateResult {
    const l = this.#localize;
    const { connection, capabilities } = this.#chat.state;
    const offline = isRunning(this.#conversation) && connection.status === 'offline';
    const count = left < Math.min(200, capabilities.maxText / 5);
    const sendOn = effective(this.#sendOn);
    const over = left < 0 ? 'over' : '';
    const field = html`<textarea
      id="field"
      part="field"
      rows="1"
      dir=${this.value.length > HUGE ? nothing : 'auto'}
      autocomplete="off"
      enterkeyhint=${sendOn === 'enter' ? 'send' : 'enter'}
      placeholder=${this.placeholder || l.term(offline ? 'placeholderOffline' : 'placeholder')}
      aria-describedby="hint count error"
      aria-invalid=${left < 0}
      @input=${this.#onInput}
      @paste=${this.#onPaste}
      @keydown=${this.#onKey}
      @compositionstart=${this.#onComposition}
      @compositionend=${this.#onComposition}
    ></textarea>`;
    const { files } = capabilities;
    return html`${this.#tray?.list(files)}
      <div class="box ${over}" part="box">
        <slot name="before"></slot>
        ${files ? this.#tray?.button(files) : nothing}
        <label class="visually-hidden" for="field">${this.label || l.term('message')}</label>
        ${field}
        <slot name="after"></slot>
        <button
          class="button icon-only send ${blank ? 'quiet' : 'primary'}"
          part="send"
          type="button"
          aria-label=${l.term('send')}
          aria-disabled=${blank}
          @pointerdown=${keepFocus}
          @mousedown=${keepFocus}
          @click=${this.#send}
        >
          ${sendIcon()}
        </button>
      </div>
      <slot name="hint"></slot>
      <span id="hint" class="visually-hidden">${sendOn === 'enter' ? l.term('composerHint') : nothing}</span>
      <span id="error" class="below over" part="error" role="alert"
        >${this.#refused ? l.term('error', 'too-long') : nothing}</span
      ><span id="count" class="below counter ${over}" part="counter"
        >${count ? l.term(over ? 'charactersOver' : 'charactersLeft', Math.abs(left)) : nothing}</span
      >`;
  }

  /** The button that saves the conversation comes a moment later; one can begin anew without it. */
  #endedTemplate({ ended, error, log }: Conversation): TemplateResult {
    this.#fetching ??= import('./composer/after-end.js').then(
      ({ AfterEnd }) => {
        this.#afterEnd = new AfterEnd(this, this.#chat);
        this.requestUpdate();
      },
      () => (this.#fetching = undefined),
    );
    const l = this.#localize;
    const blocked = ended?.reason === 'blocked' || error === 'blocked';
    return html`<div class="ended" part="ended">
      <p part="ended-text">${l.term(blocked ? 'composerBlocked' : 'composerEnded')}</p>
      ${blocked ? nothing : html`<button class="button primary" part="new-chat" type="button" @click=${() => this.request('chat-new-request', {})}>${newChatIcon()}${l.term('startNew')}</button>`}
      ${log.entries.length > 0 ? this.#afterEnd?.button() : nothing}
    </div>`;
  }

  #facts(facts: readonly Fact[], state: ChatState): void {
    for (const fact of facts) {
      if (fact.type === 'submitted') {
        const pending = state.conversations[fact.key]?.pending.find((message) => message.clientId === fact.clientId);
        if (pending) this.#apply(this.#draft.submitted(pending.text));
      } else if (fact.type === 'start-failed') this.#apply(this.#draft.refuse());
    }
  }

  #apply({ keep, again }: DraftChange): void {
    if (!this.#draft.waiting) clearTimeout(this.#patience);
    if (keep !== undefined) this.request('chat-draft-request', { text: keep });
    this.requestUpdate();
    if (again) this.#send();
  }

  #onInput(event: Event): void {
    this.#refused = false;
    this.#apply(this.#draft.input((event.target as HTMLTextAreaElement).value));
  }

  /** Before the browser lays the text out. */
  #onPaste(event: ClipboardEvent): void {
    if ((event.clipboardData?.getData('text').length ?? 0) > HUGE) this.#field?.removeAttribute('dir');
  }

  #onComposition(event: CompositionEvent): void {
    this.#keys.composition(event);
    this.requestUpdate();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || !this.#keys.sends(event, this.#sendOn)) return;
    event.preventDefault();
    // A key held down is one wish.
    if (!event.repeat) this.#send();
  }

  #send(): void {
    if (this.#left < 0 && this.value.trim().length > this.#chat.state.capabilities.maxText) {
      this.#refused = true;
      this.requestUpdate();
      return;
    }
    const text = this.#draft.send();
    if (text === undefined) {
      // Files alone are a message, too.
      if (this.#laden && !this.#draft.waiting) this.request('chat-send-request', { text: '' });
      return;
    }
    // The session clears the draft that equals what was sent, so it must have it.
    this.request('chat-draft-request', { text });
    if (!this.request('chat-send-request', { text })) {
      this.#apply(this.#draft.refuse());
      return;
    }
    this.requestUpdate();
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#patience);
    if (!this.#draft.waiting) return;
    this.#patience = setTimeout(() => {
      // The script of the session may take longer than that to come.
      if (this.#chat.state.engine === 'loading') this.#wait();
      else this.#apply(this.#draft.refuse());
    }, PATIENCE);
  }

  /** Where the browser can't let a field grow, its height follows its content by hand. */
  #fit(): void {
    const field = this.#field;
    if (GROWS || !field) return;
    field.style.setProperty('block-size', 'auto');
    field.style.setProperty('block-size', `${field.scrollHeight}px`);
  }
}

/** A press on the button must not take the focus from the field: on a phone the keyboard would close. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
