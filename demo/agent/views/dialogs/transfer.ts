import { html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { WireDeskAgent } from '../../../../src/protocol/agent.js';
import type { Conversation } from '../../model/state.js';
import { avatar } from '../avatar.js';
import { DeskElement } from '../desk-element.js';
import { icon } from '../icons.js';
import { nameOf } from '../names.js';
import { avatarStyles } from '../styles/avatar.styles.js';
import { dialogStyles } from '../styles/dialog.styles.js';
import { shared } from '../styles/shared.styles.js';
import { terms } from '../terms.js';

/** Stands for the queue among the agents' ids. */
const QUEUE = '';

/** Asks to whom a conversation goes, and hands it on. */
@customElement('desk-transfer')
export class TransferDialog extends DeskElement {
  static override styles = [shared, avatarStyles, dialogStyles];

  @state() private conversation: Conversation | undefined;
  @state() private to: string = QUEUE;
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Whether it is on screen. */
  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  /** Shows it for a conversation. */
  async ask(conversation: Conversation): Promise<void> {
    this.conversation = conversation;
    this.to = QUEUE;
    await this.updateComplete;
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus();
  }

  protected override render(): TemplateResult {
    const { conversation } = this;
    const others = (this.state.desk?.agents ?? []).filter(
      ({ id }) =>
        id !== conversation?.summary.agent && (id !== this.state.desk?.me || conversation?.place === 'others'),
    );
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.#submit}>
        <h2 id="title">${conversation ? terms.transfer.title(nameOf(conversation)) : ''}</h2>
        <p class="lead">${terms.transfer.lead}</p>
        <fieldset>
          <legend class="visually-hidden">${terms.transfer.to}</legend>
          ${this.#option(QUEUE, html`<span class="glyph">${icon('queue')}</span>`, terms.transfer.queue, terms.transfer.queueHint, true)}
          ${others.map((agent) => this.#agent(agent))}
        </fieldset>
        ${others.length === 0 ? html`<p class="note">${terms.transfer.nobody}</p>` : ''}
        <div class="buttons">
          <button class="button" type="button" @click=${() => this.dialog.close()}>${terms.cancel}</button>
          <button class="button primary">${terms.transfer.submit}</button>
        </div>
      </form>
    </dialog>`;
  }

  #agent(agent: WireDeskAgent): TemplateResult {
    const { presence, load, capacity } = agent;
    const { available, away, full, offline } = terms.presence;
    const standing = { available, away, 'at-capacity': full, offline }[presence];
    const free = presence === 'available' && load < capacity;
    return this.#option(
      agent.id,
      avatar(agent.name, agent.id),
      agent.name,
      `${standing} · ${terms.presence.load(load, capacity)}`,
      free,
    );
  }

  #option(value: string, picture: TemplateResult, title: string, hint: string, possible: boolean): TemplateResult {
    return html`<label class=${possible ? 'option' : 'option impossible'}>
      <input
        type="radio"
        name="to"
        value=${value}
        .checked=${this.to === value}
        ?disabled=${!possible}
        @change=${() => (this.to = value)}
      />
      ${picture}
      <span class="texts"
        ><span class="option-title truncate">${title}</span><span class="option-hint">${hint}</span></span
      >
    </label>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.dialog.close();
    if (this.conversation) void this.client.transfer(this.conversation.id, this.to === QUEUE ? undefined : this.to);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-transfer': TransferDialog;
  }
}
