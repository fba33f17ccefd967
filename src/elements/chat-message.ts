import { html, LitElement, type TemplateResult } from 'lit';
import { LocalizeController } from '../controllers/localize-controller.js';
import { hostStyles } from '../styles/host.styles.js';
import { messageStyles } from './chat-message.styles.js';
import { oneOf } from './one-of.js';
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

/**
 * @summary One message, looking as it does in a transcript: for layouts and lists of your own.
 *
 * It needs no `<live-chat>`. Its text is shown as it is, with its line breaks, and the addresses in it become links.
 *
 * @fires {CustomEvent} chat-retry-request - a message that was not sent is to be tried again; detail `{ clientId }`
 * @fires {CustomEvent} chat-discard-request - a message that was not sent is to be thrown away; detail `{ clientId }`
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
 * @cssprop [--live-chat-bubble-max=85%] - the widest the bubble becomes
 */
export class ChatMessage extends LitElement {
  static override styles = [hostStyles, messageStyles];

  static override properties = {
    text: {},
    author: {},
    avatar: {},
    own: { type: Boolean, reflect: true },
    at: {},
    status: {},
    clientId: { attribute: 'client-id' },
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

  #localize = new LocalizeController(this);

  constructor() {
    super();
    this.addEventListener('click', this.#onClick);
  }

  protected override render(): TemplateResult {
    const { at = '', own = false } = this;
    const row: MessageRow = {
      kind: 'message',
      key: '',
      index: 0,
      seq: 0,
      own,
      from: { id: '', role: 'agent', name: this.author, avatar: this.avatar },
      segments: linkify(String(this.text ?? ''), () => this.requestUpdate()),
      at: typeof at === 'number' || /^\d+$/.test(at) ? Number(at) : Date.parse(at),
      first: true,
      last: true,
      status: own && this.status ? oneOf(this, 'status', this.status, STATUSES) : undefined,
      clientId: this.clientId,
    };
    const look = messageLook(row);
    return html`<div class=${look.class} part=${look.part}>
      ${messageTemplate(row, { localize: this.#localize, alone: true })}
    </div>`;
  }

  #onClick(event: Event): void {
    const action = clickIn(event);
    if (!action) return;
    const request = new CustomEvent(action.type, {
      detail: { clientId: action.clientId },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    this.dispatchEvent(request);
  }
}
