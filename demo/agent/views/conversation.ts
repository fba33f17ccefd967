import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { attendance, me, type Conversation } from '../model/state.js';
import { conversationHeader } from './conversation-header.js';
import type { Composer } from './composer.js';
import { DeskElement } from './desk-element.js';
import { icon } from './icons.js';
import { ask } from './intents.js';
import { agentName, nameOf } from './names.js';
import { Ticker } from './ticker.js';
import { avatarStyles } from './styles/avatar.styles.js';
import { conversationStyles } from './styles/conversation.styles.js';
import { shared } from './styles/shared.styles.js';
import { terms } from './terms.js';
import './composer.js';
import './transcript.js';

/** The middle column: the open conversation, or what to do to open one. */
@customElement('desk-conversation')
export class ConversationPane extends DeskElement {
  static override styles = [shared, avatarStyles, conversationStyles];

  /** Only one column fits: a way back is needed. */
  @property({ type: Boolean }) narrow = false;
  /** Whether the visitor's details are on screen. */
  @property({ type: Boolean }) details = false;

  @query('desk-composer') private composer!: Composer | null;
  @query('h2') private heading!: HTMLElement | null;

  constructor() {
    super();
    new Ticker(this, () => this.#current !== undefined);
  }

  /** Focuses the composer, or the title where there is none (or where it is not wanted). */
  async focusPart(composer = true): Promise<boolean> {
    await this.updateComplete;
    if (!composer || !this.composer?.focusPart()) this.focusTitle();
    return true;
  }

  focusTitle(): void {
    this.heading?.focus();
  }

  get #current(): Conversation | undefined {
    const { current, conversations } = this.state;
    return current === undefined ? undefined : conversations.get(current);
  }

  protected override render(): TemplateResult {
    const conversation = this.#current;
    if (!conversation) return html`<main class="none" aria-label=${terms.conversation.label}>${nobody()}</main>`;
    return html`<main aria-labelledby="title">
      ${conversationHeader(this.state, conversation, { narrow: this.narrow, details: this.details, now: Date.now() + this.state.skew })}
      <desk-transcript .client=${this.client} .conversation=${conversation.id}></desk-transcript>
      ${this.#foot(conversation)}
    </main>`;
  }

  /** Who may write has a composer; everybody else is told why not, and what they can do. */
  #foot(conversation: Conversation): TemplateResult {
    const { id, place } = conversation;
    const { accept, decline, closeIt, elsewhere, ended, queued, takeOver, takeOverAway } = terms.conversation;
    const composer = html`<desk-composer
      .client=${this.client}
      .conversation=${id}
      .name=${nameOf(conversation)}
    ></desk-composer>`;
    if (place === 'mine') return composer;
    if (place === 'queue') {
      const mine = conversation.summary.offer?.agent === this.state.desk?.me;
      return foot(
        queued,
        html`${mine ? html`<button class="button quiet" type="button" @click=${ask({ type: 'decline', conversation: id })}>${decline}</button>` : nothing}
          <button
            class="button primary"
            type="button"
            aria-disabled=${this.state.busy.has(`accept:${id}`)}
            @click=${ask({ type: 'accept', conversation: id })}
          >
            ${accept}
          </button>`,
      );
    }
    if (place === 'others') {
      const away = me(this.state)?.presence === 'away';
      const attends = attendance(conversation, this.state.desk?.me);
      const along = foot(
        `${this.#along(conversation)} ${away ? takeOverAway : ''}`,
        html`${this.#attendance(conversation)}
          <button
            class="button"
            type="button"
            aria-disabled=${away || this.state.busy.has(`transfer:${id}`)}
            @click=${ask({ type: 'take-over', conversation: id })}
          >
            ${takeOver}
          </button>`,
      );
      return attends === 'speaking' ? html`${along}${composer}` : along;
    }
    return foot(
      place === 'ended' ? ended : elsewhere,
      html`${place === 'ended' ? html`<button class="button quiet" type="button" @click=${ask({ type: 'begin', conversation: id })}>${terms.begin.action}</button>` : nothing}
        <button class="button" type="button" @click=${ask({ type: 'close', conversation: id })}>${closeIt}</button>`,
    );
  }

  /** Who has it, and how this agent is in it. */
  #along(conversation: Conversation): string {
    const { attending, speaking, speakingBot, watching, watchingBot, watchingUnknown } = terms.conversation;
    const name = agentName(this.state, conversation.summary.agent);
    const bot = conversation.registers.people.find(({ role, leftAt }) => role === 'bot' && leftAt === undefined);
    const attends = attendance(conversation, this.state.desk?.me);
    if (attends === 'silent') return attending;
    if (attends === 'speaking') return name === undefined ? speakingBot : speaking(name);
    if (name !== undefined) return watching(name);
    return bot ? watchingBot(bot.name ?? terms.role['bot'] ?? '') : watchingUnknown;
  }

  /** How a supervisor comes in beside the agent, changes, and goes. */
  #attendance(conversation: Conversation): TemplateResult {
    const { id } = conversation;
    const { attend, attendHint, leave, quiet, speak } = terms.conversation;
    const attends = attendance(conversation, this.state.desk?.me);
    const busy = this.state.busy.has(`join:${id}`) || this.state.busy.has(`leave:${id}`);
    const button = (type: 'attend' | 'speak' | 'leave', label: string, title = ''): TemplateResult =>
      html`<button
        class="button quiet"
        type="button"
        title=${title === '' ? nothing : title}
        aria-disabled=${busy}
        @click=${ask({ type, conversation: id })}
      >
        ${label}
      </button>`;
    if (attends === 'silent') return html`${button('leave', leave)}${button('speak', speak)}`;
    if (attends === 'speaking') return html`${button('leave', leave)}${button('attend', quiet, attendHint)}`;
    return html`${button('attend', attend, attendHint)}${button('speak', speak)}`;
  }
}

function foot(text: string, actions: TemplateResult): TemplateResult {
  return html`<footer>
    <p>${text}</p>
    <div class="actions">${actions}</div>
  </footer>`;
}

function nobody(): TemplateResult {
  return html`<div class="nobody">
    <span class="emblem">${icon('chat')}</span>
    <h2 tabindex="-1">${terms.conversation.none}</h2>
    <p>${terms.conversation.noneHint}</p>
    <ul class="hints">
      ${terms.conversation.noneShortcuts.map(([keys, what]) => html`<li><kbd>${keys}</kbd> ${what}</li>`)}
    </ul>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-conversation': ConversationPane;
  }
}
