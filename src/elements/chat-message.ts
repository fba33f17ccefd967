import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import { conversationOf } from '../session/model/selectors.js';
import type { FileInfo } from '../session/model/types.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { messageStyles } from './chat-message.styles.js';
import { oneOf } from './one-of.js';
import type { RichRows } from './rich/rich-rows.js';
import type { FileRows } from './transcript/file-rows.js';
import { linkify } from './transcript/linkify.js';
import { clickIn, messageLook, messageTemplate } from './transcript/row.js';
import type { MessageRow, RowStatus } from './transcript/rows.js';

const STATUSES = [
  'sent',
  'held',
  'queued',
  'sending',
  'unconfirmed',
  'failed',
  'delivered',
  'seen',
] as const satisfies readonly RowStatus[];

/** With one of these it is not in the log, and so its files are not on the server. */
const WAITING: ReadonlySet<unknown> = new Set(['held', 'queued', 'sending', 'unconfirmed', 'failed']);

/**
 * @summary One message, looking as it does in a transcript: for layouts and lists of your own.
 *
 * It needs no `<live-chat>`: what the visitor wants is told by events then. In one, or with `for`, the chat does it, shows
 * the pictures among the files, and takes the answer to a rich message whose `seq` is given.
 *
 * Its text is shown as it is, with its line breaks, and the addresses in it become links.
 *
 * @fires {CustomEvent} chat-retry-request - a message that was not sent is to be tried again; detail `{ clientId }`
 * @fires {CustomEvent} chat-discard-request - a message that was not sent is to be thrown away; detail `{ clientId }`
 * @fires chat-preview-request - a picture among its files shows
 * @fires chat-download-request - a file is to be saved
 * @fires chat-choose-request - a choice was made in a rich message
 * @fires chat-render-message - it is of the page's own kind; prevented, the page draws it
 * @csspart row - the message with all that belongs to it; also `row-own`, `row-other`
 * @csspart bubble - its text; also `bubble-own`, `bubble-other`
 * @csspart avatar - picture or initials
 * @csspart avatar-image - the picture
 * @csspart name - the writer
 * @csspart meta - the line below: time, status, buttons
 * @csspart time - the time
 * @csspart status - how far it got; also `status-sent` and so on
 * @csspart retry - tries again
 * @csspart delete - throws away
 * @csspart link - an address in the text
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
 * @csspart files - its files
 * @csspart file - one of them, with its name and size; also `file-uploading`, `file-waiting`, `file-ready`, `file-failed`
 * @csspart file-tile - its ending, in the place of a picture
 * @csspart file-name - its name
 * @csspart file-status - its size, and how far one's own is
 * @csspart file-progress - the bar
 * @csspart picture - one that is shown
 * @cssprop [--live-chat-bubble-max=85%] - the widest the bubble becomes
 */
export class ChatMessage extends ChatElement {
  static override styles = [hostStyles, messageStyles];

  static override properties = {
    text: {},
    author: {},
    avatar: {},
    own: { type: Boolean, reflect: true },
    at: {},
    status: {},
    clientId: { attribute: 'client-id' },
    seq: { type: Number },
    files: { attribute: false },
    rich: { attribute: false },
  };

  /** What was written. */
  declare text: string | undefined;
  /** Who wrote it. */
  declare author: string | undefined;
  /** The address of the writer's picture, over http or https. */
  declare avatar: string | undefined;
  /** The visitor's own message: on the other side, without name and picture. */
  declare own: boolean;
  /** When: milliseconds since 1970, or a date as HTML writes it (`2026-03-10T12:00Z`). */
  declare at: number | string | undefined;
  /** With `own`: `held`, `queued`, `sending`, `sent`, `delivered`, `seen`, `unconfirmed` or `failed`. */
  declare status: string | undefined;
  /** The id that the events of a failed message carry. */
  declare clientId: string | undefined;
  /** Its place in the log of the conversation: only with it a rich message can be answered. */
  declare seq: number | undefined;
  /** Its files, as an entry of the log has them. */
  declare files: readonly FileInfo[] | undefined;
  /** What it is beside its text, as an entry of the log has it: a rich message. */
  declare rich: unknown;

  #localize = new LocalizeController(this);
  #chat = new ChatController(this, (state) => conversationOf(state));
  #richRows: RichRows | undefined;
  #fetchingRich: Promise<void> | undefined;
  #fileRows: FileRows | undefined;
  #fetchingFiles: Promise<void> | undefined;

  constructor() {
    super();
    this.addEventListener('click', this.#onClick);
  }

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another message: what was drawn for the old one is not its.
    if (changed.has('rich') || changed.has('seq')) this.#richRows?.forget();
    if (this.rich) this.#fetchingRich ??= this.#fetchRich();
    if (this.files?.length) this.#fetchingFiles ??= this.#fetchFiles();
  }

  protected override render(): TemplateResult {
    const { at = '', own = false, rich, files } = this;
    const text = String(this.text ?? '');
    const status = own && this.status ? oneOf(this, 'status', this.status, STATUSES) : undefined;
    const row: MessageRow = {
      kind: 'message',
      key: '',
      index: 0,
      seq: WAITING.has(status) ? 0 : this.seq || 1,
      own,
      from: { id: '', role: 'agent', name: this.author, avatar: this.avatar },
      segments: linkify(text, () => this.requestUpdate()),
      files: files?.length ? files : undefined,
      at: typeof at === 'number' || /^\d+$/.test(at) ? Number(at) : Date.parse(at),
      first: true,
      last: true,
      status,
      clientId: this.clientId,
      rich,
      text,
    };
    const look = messageLook(row);
    return html`<div class=${look.class} part=${look.part}>
      ${messageTemplate(row, {
        localize: this.#localize,
        alone: true,
        rich: this.#richRows,
        files: this.#fileRows,
      })}
    </div>`;
  }

  /** What draws rich messages; where it can't be fetched, the text stands there. */
  async #fetchRich(): Promise<void> {
    const loaded = await import('./rich/rich-rows.js').catch(() => undefined);
    if (!loaded) return void (this.#fetchingRich = undefined);
    this.#richRows = new loaded.RichRows({
      host: this,
      localize: this.#localize,
      request: (type, detail) => this.request(type, detail),
      conversation: () => (this.seq ? this.#chat.value : undefined),
      entries: () => undefined,
    });
    this.requestUpdate();
  }

  /** What shows files; where it can't be fetched, their names stand there. */
  async #fetchFiles(): Promise<void> {
    const loaded = await import('./transcript/files.js').catch(() => undefined);
    if (!loaded) return void (this.#fetchingFiles = undefined);
    this.#fileRows = new loaded.MessageFiles(this, this.#localize, this.request.bind(this));
  }

  #onClick(event: Event): void {
    const action = clickIn(event);
    if (action) this.request(action.type, { clientId: action.clientId });
  }
}
