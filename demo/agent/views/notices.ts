import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Fact } from '../model/facts.js';
import { DeskElement } from './desk-element.js';
import { icon } from './icons.js';
import { ask, type Intent } from './intents.js';
import { noticeText } from './notice-text.js';
import { shared } from './styles/shared.styles.js';
import { noticesStyles } from './styles/notices.styles.js';
import { terms } from './terms.js';

/** How long a notice stays; one about a failure stays longer, because something may have to be done. */
const STAYS = { plain: 8000, failure: 15_000 } as const;

/** More at once would hide the desk. */
const MOST = 4;

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly failure: boolean;
  readonly conversation: string | undefined;
  readonly action: { readonly label: string; readonly intent: Intent } | undefined;
}

/** Short notices about what the agent did not do themselves, and about what failed. The announcer speaks them. */
@customElement('desk-notices')
export class Notices extends DeskElement {
  static override styles = [shared, noticesStyles];

  /** Whether the lists are on screen, which show by themselves who waits. */
  @property({ type: Boolean }) listShown = true;

  @state() private notices: readonly Notice[] = [];

  #stop: (() => void) | undefined;
  #next = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#stop ??= this.client.onFact((fact) => this.#take(fact));
    // Whoever has opened it needs no button that opens it.
    const { current } = this.state;
    const left = this.notices.filter(
      ({ conversation, action }) => action?.intent.type !== 'select' || conversation !== current,
    );
    if (left.length < this.notices.length) this.notices = left;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.notices.length === 0) return nothing;
    return html`<section aria-label=${terms.notice.label}>
      <ul @pointerenter=${this.#hold} @pointerleave=${this.#release} @focusin=${this.#hold} @focusout=${this.#release}>
        ${repeat(
          this.notices,
          ({ id }) => id,
          (notice) =>
            html`<li class=${notice.failure ? 'failure' : ''}>
              ${icon(notice.failure ? 'alert' : 'chat')}
              <p>${notice.text}</p>
              ${
                notice.action
                  ? html`<button
                      class="button quiet act"
                      type="button"
                      @click=${(event: Event) => this.#act(notice, event)}
                    >
                      ${notice.action.label}
                    </button>`
                  : nothing
              }
              <button
                class="button quiet bare"
                type="button"
                aria-label=${terms.dismiss}
                @click=${() => this.#drop(notice.id)}
              >
                ${icon('close', true)}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #take(fact: Fact): void {
    const shown = this.#shown(fact);
    const text = shown && noticeText(fact);
    if (text === undefined || text === false) return;
    const failure = fact.type === 'failed' || fact.type === 'refused';
    const notice: Notice = {
      id: this.#next++,
      text,
      failure,
      conversation: fact.conversation,
      action: this.#action(fact),
    };
    this.notices = [...this.notices.filter((one) => one.text !== text), notice].slice(-MOST);
    this.#expire(notice);
  }

  /** What is before the agent's eyes anyway needs no notice. */
  #shown(fact: Fact): boolean {
    if (fact.type === 'failed' || fact.type === 'gone' || fact.type === 'handed') return true;
    if (fact.type === 'refused' || fact.type === 'ended') return fact.conversation !== this.state.current;
    return fact.type === 'offered' && !this.listShown;
  }

  #action(fact: Fact): Notice['action'] {
    if (fact.type === 'offered')
      return { label: terms.lists.accept, intent: { type: 'accept', conversation: fact.conversation } };
    const there = fact.type === 'handed' || fact.type === 'refused' || fact.type === 'ended';
    if (!there || fact.conversation === this.state.current) return undefined;
    return { label: terms.notice.open, intent: { type: 'select', conversation: fact.conversation } };
  }

  #act({ id, action }: Notice, event: Event): void {
    if (action) ask(action.intent)(event);
    this.#drop(id);
  }

  #expire({ id, failure }: Notice): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => this.#drop(id), failure ? STAYS.failure : STAYS.plain),
    );
  }

  #drop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }

  /** Nothing goes away under the pointer or the focus. */
  readonly #hold = (): void => {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  };

  readonly #release = (): void => this.notices.forEach((notice) => this.#expire(notice));
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-notices': Notices;
  }
}
