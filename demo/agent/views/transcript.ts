import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { entriesAfter } from '../model/log.js';
import { rowsOf, sliceOf, stepDown, stepUp, type Anchor, type Slice } from '../model/rows.js';
import { mayWrite, unread, type Conversation } from '../model/state.js';
import { DeskElement } from './desk-element.js';
import { icon } from './icons.js';
import { IntentEvent } from './intents.js';
import { nameOf } from './names.js';
import { rowTemplate, type RowActions } from './transcript-rows.js';
import { avatarStyles } from './styles/avatar.styles.js';
import { shared } from './styles/shared.styles.js';
import { transcriptStyles } from './styles/transcript.styles.js';
import { terms } from './terms.js';

/** Nearer than this to the end counts as reading along; nearer to the top or the bottom of the window moves it. */
const END = 48;
const NEAR = 240;

/**
 * The messages: a window of some hundred rows over the log, whatever its length. It follows the end while the reader is there,
 * and never moves what they are reading otherwise.
 */
@customElement('desk-transcript')
export class Transcript extends DeskElement {
  static override styles = [shared, avatarStyles, transcriptStyles];

  /** The conversation's id. */
  @property() conversation = '';

  @state() private anchor: Anchor = 'tail';
  /** The newest entry that was on screen when the reader left the end; what is newer is counted on the pill. */
  @state() private readTo = 0;
  @state() private unreadAfter: number | undefined;

  @query('.scroller') private scroller!: HTMLElement;

  #atEnd = true;
  #slice: Slice | undefined;
  /** A row on screen and where it stood, to put it there again after rows above it have come or gone. */
  #held: { readonly key: string; readonly top: number } | undefined;
  readonly #resized = new ResizeObserver(() => this.#settle());
  get #actions(): RowActions {
    const { client, conversation: id } = this;
    const conversation = this.state.conversations.get(id);
    return {
      retry: (message) => client.retry(id, message),
      discard: (message) => client.discard(id, message),
      edit: (seq, text) => this.dispatchEvent(new IntentEvent({ type: 'edit', conversation: id, seq, text })),
      retract: (seq) => this.dispatchEvent(new IntentEvent({ type: 'retract', conversation: id, seq })),
      address: (file) => client.fileAddress(id, file),
      mayWrite: conversation !== undefined && mayWrite(conversation, this.state.desk?.me),
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('focus', this.#looked);
    document.addEventListener('visibilitychange', this.#looked);
    if (this.hasUpdated) this.#resized.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('focus', this.#looked);
    document.removeEventListener('visibilitychange', this.#looked);
    this.#resized.disconnect();
  }

  get #current(): Conversation | undefined {
    return this.state.conversations.get(this.conversation);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const conversation = this.#current;
    if (changed.has('conversation')) this.#turn(conversation);
    this.#slice = conversation && sliceOf(conversation, this.anchor);
    this.#held = this.#atEnd ? undefined : this.#hold();
  }

  protected override firstUpdated(): void {
    this.#resized.observe(this.scroller);
  }

  protected override updated(): void {
    this.#settle();
    this.#looked();
  }

  protected override render(): TemplateResult {
    const conversation = this.#current;
    const name = conversation ? nameOf(conversation) : '';
    return html`<div class="frame">
      <div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${terms.conversation.messages(name)}
        tabindex="0"
        @scroll=${this.#scrolled}
      >
        ${conversation && this.#slice ? this.#content(conversation, this.#slice) : nothing}
      </div>
      ${conversation ? this.#pill(conversation) : nothing}
    </div>`;
  }

  #content(conversation: Conversation, slice: Slice): TemplateResult {
    const { load, place } = conversation;
    if (load === 'none' && place === 'queue') {
      return html`<div class="state middle">
        <span class="emblem">${icon('clock')}</span>
        <p>${terms.conversation.afterAccept}</p>
      </div>`;
    }
    if (load === 'failed') return this.#failed();
    if (load !== 'ready') return html`<p class="state" role="status">${terms.conversation.loading}</p>`;
    const rows = rowsOf(conversation, slice, this.state.desk?.me, this.unreadAfter);
    const now = Date.now() + this.state.skew;
    return html`<div class="rows">
      ${slice.above ? this.#earlier(conversation) : html`<p class="state begin">${terms.conversation.start}</p>`}
      ${repeat(
        rows,
        (row) => row.key,
        (row) => rowTemplate(row, conversation, this.#actions, now),
      )}
      ${
        slice.below
          ? html`<button class="button quiet later" type="button" @click=${this.#down}>
              ${terms.conversation.later}
            </button>`
          : this.#typing(conversation)
      }
    </div>`;
  }

  #failed(): TemplateResult {
    return html`<div class="state" role="status">
      <p>${terms.conversation.loadFailed}</p>
      <button class="button" type="button" @click=${() => this.client.select(this.conversation)}>
        ${terms.conversation.tryAgain}
      </button>
    </div>`;
  }

  #earlier({ older }: Conversation): TemplateResult {
    const { earlier, earlierBusy, earlierFailed } = terms.conversation;
    const label = { idle: earlier, loading: earlierBusy, failed: earlierFailed }[older];
    return html`<button
      class="button quiet earlier"
      type="button"
      aria-disabled=${older === 'loading'}
      @click=${this.#up}
    >
      ${label}
    </button>`;
  }

  /** Agents see what the visitor is writing before it is sent: the answer can be ready by then. */
  #typing(conversation: Conversation): TemplateResult | typeof nothing {
    const { typing } = conversation;
    if (!typing || conversation.place === 'ended') return nothing;
    return html`<div class="preview">
      <p class="preview-label">
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span
        >${terms.conversation.typing(nameOf(conversation))}
      </p>
      ${typing.text === '' ? nothing : html`<p class="preview-text" dir="auto">${typing.text}</p>`}
    </div>`;
  }

  #pill(conversation: Conversation): TemplateResult | typeof nothing {
    if (this.#atEnd && this.anchor === 'tail') return nothing;
    const count = entriesAfter(conversation.log, this.readTo).filter(
      (entry) => entry.type === 'message' && entry.from.role === 'visitor',
    ).length;
    const label = count > 0 ? terms.conversation.newBelow(count) : terms.conversation.latest;
    return html`<button class=${count > 0 ? 'pill fresh' : 'pill'} type="button" @click=${this.#toEnd}>
      ${icon('down', true)}${label}
    </button>`;
  }

  /** Another conversation: its end, with a line where the unread ones begin. */
  #turn(conversation: Conversation | undefined): void {
    this.anchor = 'tail';
    this.#atEnd = true;
    const agent = this.state.desk?.me;
    const seen = Math.max(conversation?.seen ?? 0, conversation?.registers.marks[agent ?? '']?.seen ?? 0);
    // In a conversation that is new as a whole the line would say nothing.
    this.unreadAfter = conversation && seen > 0 && unread(conversation, agent) > 0 ? seen : undefined;
  }

  readonly #scrolled = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const below = scrollHeight - clientHeight - scrollTop;
    const was = this.#atEnd;
    this.#atEnd = below < END && this.#slice?.below === false;
    if (this.#atEnd !== was) this.#leftOrCame();
    if (this.#atEnd) return this.#looked();
    if (scrollTop < NEAR) void this.#up();
    else if (below < NEAR && this.#slice?.below) this.#down();
  };

  /** Leaving the end fixes the window where it is; coming back lets it follow again. */
  #leftOrCame(): void {
    if (this.#atEnd) this.anchor = 'tail';
    else {
      this.anchor = this.#slice?.entries[0]?.seq ?? 'tail';
      this.readTo = this.#current?.log.last ?? 0;
    }
    this.requestUpdate();
  }

  readonly #up = async (): Promise<void> => {
    const conversation = this.#current;
    const slice = this.#slice;
    if (!conversation || !slice?.above) return;
    const from = slice.entries[0]?.seq;
    if (from !== undefined && from === conversation.log.entries[0]?.seq) {
      if (conversation.older === 'loading') return;
      await this.client.older(conversation.id);
    }
    const log = this.#current?.log;
    if (!log || this.#slice?.entries[0]?.seq !== from) return;
    this.#leave();
    this.anchor = stepUp(log, slice);
  };

  readonly #down = (): void => {
    const conversation = this.#current;
    if (!conversation || !this.#slice) return;
    this.#leave();
    this.anchor = stepDown(conversation.log, this.#slice);
  };

  #leave(): void {
    if (this.#atEnd) this.readTo = this.#current?.log.last ?? 0;
    this.#atEnd = false;
  }

  readonly #toEnd = (): void => {
    this.anchor = 'tail';
    this.#atEnd = true;
    this.requestUpdate();
    this.scroller.focus({ preventScroll: true });
  };

  /** The first row that is on screen, and where. Not a divider: those are drawn anew wherever the window begins. */
  #hold(): { key: string; top: number } | undefined {
    if (!this.hasUpdated) return undefined;
    const edge = this.scroller.getBoundingClientRect().top;
    for (const row of this.#rows()) {
      const box = row.getBoundingClientRect();
      if (box.bottom > edge) return { key: row.dataset['key'] ?? '', top: box.top };
    }
    return undefined;
  }

  #rows(): NodeListOf<HTMLElement> {
    return this.renderRoot.querySelectorAll<HTMLElement>('.row, .event');
  }

  #settle(): void {
    if (this.#atEnd) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
      return;
    }
    const held = this.#held;
    this.#held = undefined;
    const row = held && [...this.#rows()].find((one) => one.dataset['key'] === held.key);
    if (held && row) this.scroller.scrollTop += row.getBoundingClientRect().top - held.top;
  }

  /** Everything is seen that was on screen while the agent looked at the page. */
  readonly #looked = (): void => {
    const conversation = this.#current;
    const looking = document.visibilityState === 'visible' && document.hasFocus() && this.scroller.clientHeight > 0;
    if (!conversation || conversation.load !== 'ready' || !looking || !this.#atEnd) return;
    this.client.saw(conversation.id, conversation.log.last);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-transcript': Transcript;
  }
}
