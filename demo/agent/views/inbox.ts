import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { kept, listed, me, type Conversation } from '../model/state.js';
import { DeskElement } from './desk-element.js';
import { conversationItem } from './conversation-item.js';
import { messageItem } from './message-item.js';
import { queueItem } from './queue-item.js';
import { Ticker } from './ticker.js';
import { avatarStyles } from './styles/avatar.styles.js';
import { inboxStyles } from './styles/inbox.styles.js';
import { shared } from './styles/shared.styles.js';
import { terms } from './terms.js';

/** The left column: who waits, and the conversations. */
@customElement('desk-inbox')
export class Inbox extends DeskElement {
  static override styles = [shared, avatarStyles, inboxStyles];

  /** It is all that is on screen. */
  @property({ type: Boolean }) alone = false;

  constructor() {
    super();
    new Ticker(this, () => (this.state.desk?.queue.length ?? 0) > 0);
  }

  /** Focuses the open conversation, or the first item there is. */
  focusPart(): boolean {
    const target = this.renderRoot.querySelector<HTMLElement>('[aria-current="true"]') ?? this.#items()[0];
    target?.focus();
    return target !== undefined;
  }

  /** Focuses one conversation's item. */
  focusConversation(id: string | undefined): void {
    const item =
      id === undefined
        ? undefined
        : this.#items().find((one) => one.closest<HTMLElement>('[data-conversation]')?.dataset['conversation'] === id);
    if (item) item.focus();
    else this.focusPart();
  }

  protected override render(): TemplateResult {
    const queue = listed(this.state, 'queue');
    const mine = listed(this.state, 'mine');
    const over = kept(this.state);
    const supervisor = me(this.state)?.role === 'supervisor';
    return html`<div class="all" role=${this.alone ? 'main' : nothing}>
      <nav aria-label=${terms.lists.label} @keydown=${this.#keydown}>
        ${this.#section('waiting', terms.lists.waiting, queue, (one) => queueItem(this.state, one, Date.now() + this.state.skew), this.#nobody(), this.state.desk?.queueTotal)}
        ${this.#section('mine', terms.lists.mine, mine, (one, index) => conversationItem(this.state, one, index), empty(terms.lists.none, terms.lists.noneHint))}
        ${this.#left()}
        ${over.length > 0 ? this.#section('kept', terms.lists.kept, over, (one) => conversationItem(this.state, one), nothing) : nothing}
        ${supervisor ? this.#section('others', terms.lists.others, listed(this.state, 'others'), (one) => conversationItem(this.state, one), empty(terms.lists.noneOther)) : nothing}
      </nav>
    </div>`;
  }

  #section(
    id: string,
    title: string,
    list: readonly Conversation[],
    item: (conversation: Conversation, index: number) => TemplateResult,
    none: TemplateResult | typeof nothing,
    total = list.length,
  ): TemplateResult {
    const more = total - list.length;
    return html`<section aria-labelledby=${id} class="section ${id}">
      <h2 id=${id}>
        ${title} ${list.length > 0 ? html`<span class="tally">${list.length + Math.max(0, more)}</span>` : nothing}
      </h2>
      ${
        list.length > 0
          ? html`<ul>
              ${repeat(list, (one) => one.id, item)}
            </ul>`
          : none
      }
      ${more > 0 ? html`<p class="more">${terms.lists.more(more)}</p>` : nothing}
    </section>`;
  }

  /** What was left while nobody was there; it takes no room when there is nothing. */
  #left(): TemplateResult | typeof nothing {
    const messages = this.state.desk?.messages ?? [];
    if (messages.length === 0) return nothing;
    const now = Date.now() + this.state.skew;
    return html`<section aria-labelledby="left" class="section left">
      <h2 id="left">${terms.lists.messages} <span class="tally">${messages.length}</span></h2>
      <ul>
        ${repeat(
          messages,
          (one) => one.id,
          (one) => messageItem(this.state, one, now),
        )}
      </ul>
    </section>`;
  }

  #nobody(): TemplateResult {
    const away = me(this.state)?.presence === 'away';
    return empty(terms.lists.nobody, away ? terms.lists.nobodyAway : terms.lists.nobodyHint);
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.open')];
  }

  /** Arrow keys walk through all items, whatever list they are in. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const items = this.#items();
    const at = items.findIndex((item) => item === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    items[Math.min(Math.max(to, 0), items.length - 1)]?.focus();
  };
}

function empty(title: string, hint?: string): TemplateResult {
  return html`<div class="empty">
    <p>${title}</p>
    ${hint === undefined ? nothing : html`<p class="hint">${hint}</p>`}
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-inbox': Inbox;
  }
}
