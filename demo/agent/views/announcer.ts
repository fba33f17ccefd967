import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DeskClient } from '../model/desk-client.js';
import type { Fact } from '../model/facts.js';
import { factName } from './names.js';
import { noticeText } from './notice-text.js';
import { shared } from './styles/shared.styles.js';
import { terms } from './terms.js';

/** How long what happens is gathered, so that a burst is one sentence. */
const GATHER = 600;

/** Screen readers need a text to stand for a moment; an emptied region says nothing. */
const STANDS = 4000;

/** From so many messages of one visitor on, they are counted instead of read out. */
const READ_OUT = 3;

/** Says what happened, once, to those who listen instead of look. Only facts are said: never history, never what was loaded again. */
@customElement('desk-announcer')
export class Announcer extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
      }
    `,
  ];

  @property({ attribute: false }) client!: DeskClient;

  @state() private said: readonly { readonly id: number; readonly text: string }[] = [];

  #gathered: Fact[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = 1;
  #online = true;
  #stops: (() => void)[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#stops.forEach((stop) => stop());
    this.#stops = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#stops.length > 0) return;
    this.#stops = [
      this.client.onFact((fact) => this.#take(fact)),
      this.client.store.subscribe(() => this.#connection()),
    ];
  }

  protected override render(): TemplateResult {
    return html`<div class="visually-hidden" role="status" aria-live="polite" aria-atomic="false">
      ${this.said.map(({ text }) => html`<p>${text}</p>`)}
    </div>`;
  }

  #take(fact: Fact): void {
    this.#gathered.push(fact);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const facts = this.#gathered;
      this.#gathered = [];
      sentences(facts).forEach((text) => this.#say(text));
    }, GATHER);
  }

  /** A connection that is back at once is not worth a word; see the banner, which has the same patience. */
  #connection(): void {
    const { status, attempts } = this.client.store.value.connection;
    if (this.#online && status !== 'online' && attempts > 1) {
      this.#online = false;
      this.#say(terms.banner.lostAnnounced);
    } else if (!this.#online && status === 'online') {
      this.#online = true;
      this.#say(terms.banner.back);
    }
  }

  #say(text: string): void {
    const line = { id: this.#next++, text };
    this.said = [...this.said, line];
    setTimeout(() => (this.said = this.said.filter((one) => one !== line)), STANDS);
  }
}

/** One sentence for each fact; messages of one visitor together. */
function sentences(facts: readonly Fact[]): string[] {
  const messages = new Map<string, Extract<Fact, { type: 'message' }>[]>();
  const texts: string[] = [];
  for (const fact of facts) {
    if (fact.type === 'message') messages.set(fact.conversation, [...(messages.get(fact.conversation) ?? []), fact]);
    else texts.push(noticeText(fact) ?? '');
  }
  for (const [, list] of messages) {
    const first = list[0];
    if (!first) continue;
    const name = factName(first);
    if (list.length > READ_OUT) texts.push(terms.notice.messages(name, list.length));
    else texts.push(...list.map(({ text }) => terms.notice.message(name, text)));
  }
  return texts.filter((text) => text !== '');
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-announcer': Announcer;
  }
}
