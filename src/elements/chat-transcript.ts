import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer, type Verbosity } from '../controllers/announcer.js';
import { ChatController } from '../controllers/chat-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import type { Fact } from '../session/model/facts.js';
import { conversationOf, receiptsOf } from '../session/model/selectors.js';
import type { ChatState, Conversation, ConversationKey, Entry, Message } from '../session/model/types.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { transcriptStyles } from './chat-transcript.styles.js';
import { setStates } from './internals.js';
import { KeyedBoxes } from './keyed-boxes.js';
import { oneOf } from './one-of.js';
import { conversationItems, entryItems, messageItems, type Items } from './transcript/items.js';
import { linkify } from './transcript/linkify.js';
import { greetingTemplate, olderTemplate, pillTemplate, skeletonTemplate } from './transcript/parts.js';
import { Reader } from './transcript/reader.js';
import type { FileRows } from './transcript/file-rows.js';
import { boxOf, clickIn, typingTemplate } from './transcript/row.js';
import type { RichRows } from './rich/rich-rows.js';
import type { Row } from './transcript/rows.js';
import { rowAt, rowsIn, stepOf, type Step } from './transcript/rover.js';

/** The same page of older messages is asked for again at most this often. */
const OLDER_EVERY = 2000;

const NO_RECEIPTS = { delivered: 0, seen: 0 };

/**
 * @summary The messages of a conversation, oldest first.
 *
 * Only a window of rows is in the page, however long the conversation is; it moves with the reader, and older messages
 * come in at the top without a jump. With `messages` or `entries` it stands alone, without a `<live-chat>`, read-only.
 *
 * Rows are reached by Tab, and from one to the next by the arrow keys, Home and End. New messages are read out through
 * a hidden live region, once each; the list itself is none.
 *
 * @fires chat-older-request - the reader comes to the first message here, and the server has more
 * @fires chat-seen-request - everything up to an entry has been on screen, in a page that was being shown
 * @fires chat-choose-request - a choice was made in a rich message
 * @fires chat-render-message - a message of the page's own kind shows; prevented, the page draws it
 * @fires chat-preview-request - a picture in a message shows
 * @fires chat-download-request - a file is to be saved
 * @fires chat-retry-request - a message that was not sent is to be tried again
 * @fires chat-discard-request - a message that was not sent is to be thrown away
 * @slot greeting - what stands above the first message
 * @slot before - above everything, scrolls along
 * @slot after - below the last message, scrolls along
 * @csspart scroller - the box that scrolls
 * @csspart list - the list of rows
 * @csspart row - one message with all that belongs to it; also `row-own`, `row-other`
 * @csspart bubble - its text; also `bubble-own`, `bubble-other`
 * @csspart avatar - picture or initials
 * @csspart avatar-image - the picture
 * @csspart name - the writer of a group
 * @csspart meta - the line below a group: time, status, buttons
 * @csspart time - the time
 * @csspart status - how far one's own message got; also `status-sent` and so on
 * @csspart retry - tries again
 * @csspart delete - throws away
 * @csspart link - an address in a text
 * @csspart link-host - where it leads, when the text promises another place
 * @csspart rich - a rich message
 * @csspart rich-box - the box of a card, a list or a form
 * @csspart rich-title - its title
 * @csspart rich-text - its text
 * @csspart rich-choices - what can be chosen
 * @csspart rich-button - one button; also `rich-chosen`
 * @csspart rich-option - one thing of a list; also `rich-chosen`
 * @csspart rich-chosen - what was chosen
 * @csspart rich-field - one field of a form
 * @csspart rich-input - what is typed into
 * @csspart rich-facts - names and values
 * @csspart rich-picture - a picture, or the button that loads it
 * @csspart rich-rail - cards or pictures side by side
 * @csspart rich-turn - the buttons that turn to the next one
 * @csspart rich-clock - the time that is left
 * @csspart rich-custom - what the page draws
 * @csspart amended - the word beside a message that was corrected, or in the place of one that was taken back
 * @csspart files - the files of a message
 * @csspart file - one of them, with its name and size; also `file-uploading`, `file-ready`, `file-failed`
 * @csspart file-tile - its ending, in the place of a picture
 * @csspart file-name - its name
 * @csspart file-status - its size, and how far one's own is
 * @csspart file-progress - the bar
 * @csspart picture - one that is shown
 * @csspart line - something that happened: somebody joined
 * @csspart day - the beginning of a day
 * @csspart unread - the line before what is new
 * @csspart older - the button that loads older messages
 * @csspart greeting - what stands above the first message
 * @csspart typing - somebody is typing
 * @csspart pill - the button that leads to the end
 * @cssprop [--live-chat-bubble-max=85%] - the widest a bubble becomes
 * @cssState empty - there is nothing to show
 * @cssState at-end - the end is in view and is kept there
 */
export class ChatTranscript extends ChatElement {
  static override styles = [hostStyles, transcriptStyles];

  static override properties = {
    conversation: {},
    messages: { attribute: false },
    entries: { attribute: false },
    me: {},
    announce: {},
  };

  /** The key of the conversation to show; left out, the current one. */
  declare conversation: ConversationKey | undefined;
  /** Messages in the documented form, as `getTranscript` gives them: to show them without a chat. */
  declare messages: readonly Message[] | undefined;
  /** Entries of a log, in rising order: to show them without a chat. */
  declare entries: readonly Entry[] | undefined;
  /** With `entries`: the person id that is shown as oneself; left out, the visitor's. */
  declare me: string | undefined;
  /** What screen readers are told: `all` (default), `messages` (and failures) or `none`. */
  declare announce: Verbosity | undefined;

  #internals = this.attachInternals();
  #localize = new LocalizeController(this);
  #reader: Reader = new Reader(this, {
    scroller: () => this.renderRoot.querySelector('.scroller'),
    list: () => this.#list,
    top: () => this.#older(false),
    shown: (seq) => this.#shown(seq),
  });
  #chat = new ChatController(
    this,
    (state) => conversationOf(state, this.conversation),
    (facts, state) => this.#take(facts, state),
  );
  #announcer: Announcer = new Announcer(this, {
    region: () => this.renderRoot.querySelector('.announcer'),
    handle: () => this.#chat.handle,
    conversation: () => this.#current?.key,
    verbosity: () => oneOf(this, 'announce', this.announce ?? 'all', ['all', 'messages', 'none']),
    localize: this.#localize,
  });
  #rows: readonly Row[] = [];
  #boxes = new KeyedBoxes();
  #rich: RichRows | undefined;
  #fetchingRich: Promise<void> | undefined;
  #files: FileRows | undefined;
  #fetching: Promise<unknown> | undefined;
  /** The key of the row that was focused last, and of the one that Tab comes to. */
  #focused: string | undefined;
  #active: string | undefined;
  /** Told as seen, of which conversation. */
  #told: { readonly key: ConversationKey; readonly seq: number } | undefined;
  #asked = { first: -1, at: -Infinity };

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  get #list(): HTMLElement | null {
    return this.renderRoot.querySelector('.list');
  }

  get #current(): Conversation | undefined {
    return this.entries || this.messages ? undefined : conversationOf(this.#chat.state, this.conversation);
  }

  /** Goes to the newest message and stays there. */
  scrollToEnd(): void {
    this.#reader.toEnd();
  }

  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    const list = this.#list;
    const inList = focused && list?.contains(focused);
    super.update(changed);
    const view = { localize: this.#localize, active: this.#active, rich: this.#rich, files: this.#files };
    this.#boxes.show(
      this.#list!,
      this.#rows.map((row) => boxOf(row, view)),
    );
    // A row that left the window, or the pill, must not take the focus of the keyboard with it.
    if (focused && list && !focused.isConnected)
      rowsIn(list)
        .at(inList ? 0 : -1)
        ?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const conversation = this.#current;
    const localize = this.#localize;
    const { rows, start } = this.#reader.layout(
      {
        key: conversation?.key,
        items: this.#items(conversation),
        seen: conversation?.seen ?? 0,
        known: conversation !== undefined && conversation.phase !== 'restoring',
      },
      {
        ...(conversation ? receiptsOf(conversation) : NO_RECEIPTS),
        says: (status) => localize.term('status', status) !== '',
        cut: (text) => linkify(text, () => this.requestUpdate()),
      },
    );
    const { following, live, far, news } = this.#reader;
    this.#rows = rows;
    if (rows.some((row) => 'rich' in row && row.rich)) this.#fetchingRich ??= this.#fetchRich();
    // Where it can't be fetched, their names stand there.
    if (rows.some((row) => 'files' in row && row.files))
      this.#fetching ??= import('./transcript/files.js').then(
        ({ MessageFiles }) => (this.#files = new MessageFiles(this, this.#localize, this.request.bind(this))),
        () => (this.#fetching = undefined),
      );
    const focusable = rows.filter((row) => row.kind === 'message' || row.kind === 'line');
    this.#active = focusable.some((row) => row.key === this.#focused) ? this.#focused : focusable.at(-1)?.key;
    const busy = conversation?.loadingOlder === true || conversation?.phase === 'restoring';
    setStates(this.#internals, { empty: rows.length === 0, 'at-end': following });
    return html`<div
        class="scroller"
        part="scroller"
        role="region"
        aria-label=${localize.term('conversation')}
        tabindex=${this.#active ? nothing : 0}
      >
        <div class="content" @click=${this.#onClick} @keydown=${this.#onKey} @focusin=${this.#onFocus}>
          <slot name="before"></slot>
          ${start > 0 ? nothing : this.#headTemplate(conversation, rows.length === 0)}
          <div class=${live ? 'list live' : 'list'} part="list" role="list" aria-busy=${busy}></div>
          ${conversation?.typing.length ? typingTemplate(conversation.typing, localize) : nothing}
          <slot name="after"></slot>
        </div>
      </div>
      ${following || !(far || news) ? nothing : pillTemplate(news, localize, () => this.#reader.toEnd(true))}
      <div class="announcer visually-hidden" aria-live="polite"></div>`;
  }

  /** What draws rich messages; where it can't be fetched, their texts stand there. */
  async #fetchRich(): Promise<void> {
    const loaded = await import('./rich/rich-rows.js').catch(() => undefined);
    if (!loaded) return void (this.#fetchingRich = undefined);
    this.#rich = new loaded.RichRows({
      host: this,
      localize: this.#localize,
      request: (type, detail) => this.request(type, detail),
      conversation: () => this.#current,
      entries: () => this.entries,
    });
    this.requestUpdate();
  }

  /** What stands above the first row: the way to older messages, or the beginning. */
  #headTemplate(conversation: Conversation | undefined, empty: boolean): TemplateResult {
    if (conversation?.log.older)
      return olderTemplate(conversation.loadingOlder, this.#localize, () => this.#older(true));
    if (conversation?.phase === 'restoring' && empty) return skeletonTemplate();
    return greetingTemplate(this.entries || this.messages ? undefined : this.#localize);
  }

  #items(conversation: Conversation | undefined): Items {
    if (this.entries) return entryItems(this.entries, [], this.me ?? '');
    if (this.messages) return messageItems(this.messages);
    return conversation ? conversationItems(conversation) : entryItems([]);
  }

  #take(facts: readonly Fact[], state: ChatState): void {
    this.#announcer.take(facts, state);
    // Who writes wants to see it, wherever they are reading.
    if (facts.some((fact) => fact.type === 'submitted' && fact.key === this.#current?.key)) this.#reader.toEnd();
  }

  #older(asked: boolean): void {
    const conversation = this.#current;
    if (!conversation?.log.older || conversation.loadingOlder) return;
    const { first } = conversation.log;
    const now = Date.now();
    if (!asked && this.#asked.first === first && now - this.#asked.at < OLDER_EVERY) return;
    this.#asked = { first, at: now };
    this.request('chat-older-request', { conversationId: conversation.key });
  }

  #shown(seq: number): void {
    const conversation = this.#current;
    if (!conversation) return;
    const { key, seen } = conversation;
    if (seq <= Math.max(seen, this.#told?.key === key ? this.#told.seq : 0)) return;
    this.#told = { key, seq };
    this.request('chat-seen-request', { conversationId: key, seq });
  }

  #onClick(event: Event): void {
    const action = clickIn(event);
    if (!action) return;
    this.request(action.type, { conversationId: this.#current?.key, clientId: action.clientId });
  }

  #onFocus(event: Event): void {
    const row = (event.target as Element).closest<HTMLElement>('[data-key]');
    if (!row || row.dataset['key'] === this.#focused) return;
    this.#focused = row.dataset['key'];
    this.requestUpdate();
  }

  #onKey(event: KeyboardEvent): void {
    const step = this.#list && stepOf(event, this.#list);
    if (!step) return;
    event.preventDefault();
    void this.#step(step, event.composedPath()[0] as Element);
  }

  async #step(step: Step, from: Element): Promise<void> {
    if (step === 'first') this.#reader.toStart();
    if (step === 'last') this.#reader.toEnd();
    await this.updateComplete;
    const row = this.#list && rowAt(this.#list, from, step);
    if (!row) return;
    row.focus({ preventScroll: true });
    this.#reader.reveal(row);
  }
}
