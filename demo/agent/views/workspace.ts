import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { signOut, type Fetch } from '../model/auth.js';
import { listed, type Conversation } from '../model/state.js';
import { shortcutOf, type Shortcut } from '../page/shortcuts.js';
import type { Sounds } from '../page/sounds.js';
import type { ConversationPane } from './conversation.js';
import type { BeginDialog } from './dialogs/begin.js';
import type { ConfirmDialog, Question } from './dialogs/confirm.js';
import type { EditDialog } from './dialogs/edit.js';
import type { HelpDialog } from './dialogs/help.js';
import type { RichDialog } from './dialogs/rich.js';
import type { TransferDialog } from './dialogs/transfer.js';
import { DeskElement } from './desk-element.js';
import type { IntentEvent } from './intents.js';
import { nameOf } from './names.js';
import { Screen } from './screen.js';
import { shared } from './styles/shared.styles.js';
import { workspaceStyles } from './styles/workspace.styles.js';
import { terms } from './terms.js';
import './announcer.js';
import './banner.js';
import './conversation.js';
import './details.js';
import './dialogs/begin.js';
import './dialogs/confirm.js';
import './dialogs/edit.js';
import './dialogs/help.js';
import './dialogs/rich.js';
import './dialogs/transfer.js';
import './inbox.js';
import './notices.js';
import './top-bar.js';

/** Which column is on screen where only one fits. */
type Pane = 'list' | 'conversation' | 'details';

/** A part that F6 can go to. */
interface Focusable extends HTMLElement {
  focusPart(): boolean | Promise<boolean>;
}

/** The desk of a signed-in agent: puts its parts in place and does what they ask for. */
@customElement('desk-workspace')
export class Workspace extends DeskElement {
  static override styles = [shared, workspaceStyles];

  @property({ attribute: false }) sounds!: Sounds;
  @property({ attribute: false }) fetch!: Fetch;

  @state() private pane: Pane = 'list';
  /** The details are there from the start where there is room, and only when wanted where they cover something. */
  @state() private details = { wide: true, medium: false };

  @query('desk-conversation') private conversation!: ConversationPane;
  @query('desk-confirm') private confirm!: ConfirmDialog;
  @query('desk-transfer') private transfer!: TransferDialog;
  @query('desk-rich') private rich!: RichDialog;
  @query('desk-edit') private edit!: EditDialog;
  @query('desk-begin') private begin!: BeginDialog;
  @query('desk-help') private help!: HelpDialog;

  readonly #screen = new Screen(this);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keydown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keydown);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.state.current === undefined && this.pane !== 'list') this.pane = 'list';
  }

  protected override render(): TemplateResult {
    const width = this.#screen.width;
    const pane = width === 'narrow' ? this.pane : 'all';
    const details =
      this.state.current !== undefined && (width === 'narrow' ? this.pane === 'details' : this.details[width]);
    return html`<div
      class="desk"
      data-width=${width}
      data-pane=${pane}
      data-details=${details}
      @desk-intent=${this.#intent}
    >
      <desk-top-bar class="bar" .client=${this.client} .sounds=${this.sounds}></desk-top-bar>
      <desk-banner class="banner" .client=${this.client}></desk-banner>
      <desk-inbox class="list" .client=${this.client} .alone=${pane === 'list'}></desk-inbox>
      <desk-conversation
        class="main"
        .client=${this.client}
        .narrow=${width === 'narrow'}
        .details=${details}
      ></desk-conversation>
      <desk-details
        class="side"
        ?hidden=${!details}
        .client=${this.client}
        .closable=${width !== 'wide'}
        .alone=${pane === 'details'}
      ></desk-details>
      <desk-notices
        class="notices"
        .client=${this.client}
        .listShown=${width !== 'narrow' || this.pane === 'list'}
      ></desk-notices>
      <desk-announcer .client=${this.client}></desk-announcer>
      <desk-confirm></desk-confirm>
      <desk-transfer .client=${this.client}></desk-transfer>
      <desk-rich .client=${this.client}></desk-rich>
      <desk-edit .client=${this.client}></desk-edit>
      <desk-begin .client=${this.client}></desk-begin>
      <desk-help></desk-help>
    </div>`;
  }

  readonly #intent = (event: IntentEvent): void => {
    const { intent } = event;
    if (intent.type === 'handled') return void this.client.handled(intent.message);
    if (!('conversation' in intent)) return void this.#plain(intent.type);
    const conversation = this.state.conversations.get(intent.conversation);
    if (!conversation) return;
    const { id } = conversation;
    if (intent.type === 'select') void this.#open(id);
    else if (intent.type === 'accept') void this.#accept(id);
    else if (intent.type === 'decline') void this.client.decline(id);
    else if (intent.type === 'transfer') void this.transfer.ask(conversation);
    else if (intent.type === 'rich') void this.rich.ask(id);
    else if (intent.type === 'edit') void this.edit.ask(id, intent.seq, intent.text);
    else if (intent.type === 'begin') void this.#begin(id);
    else if (intent.type === 'retract') void this.#retract(id, intent.seq);
    else if (intent.type === 'take-over') void this.#takeOver(id);
    else if (intent.type === 'attend') void this.#attend(id, this.client.join(id, true));
    else if (intent.type === 'speak') void this.#attend(id, this.client.join(id, false));
    else if (intent.type === 'leave') void this.#attend(id, this.client.leave(id));
    else if (intent.type === 'close') this.#close(id);
    else void this.#confirmed(intent.type, conversation);
  };

  async #plain(type: 'help' | 'back' | 'details' | 'sign-out'): Promise<void> {
    if (type === 'help') return this.help.show();
    if (type === 'back') return this.#back();
    if (type === 'sign-out') return this.#signOut();
    const { width } = this.#screen;
    if (width === 'narrow') this.pane = this.pane === 'details' ? 'conversation' : 'details';
    else this.details = { ...this.details, [width]: !this.details[width] };
    await this.updateComplete;
    const side = this.renderRoot.querySelector<Focusable>('desk-details');
    if (side && !side.hidden) void side.focusPart();
    else this.conversation.focusTitle();
  }

  async #open(id: string): Promise<void> {
    this.client.select(id);
    this.pane = 'conversation';
    await this.updateComplete;
    // On a phone the keyboard would cover what one came to read.
    await this.conversation.focusPart(this.#screen.width !== 'narrow');
  }

  async #back(): Promise<void> {
    const { current } = this.state;
    if (this.pane === 'details') this.pane = 'conversation';
    else this.pane = 'list';
    await this.updateComplete;
    if (this.pane === 'list') this.renderRoot.querySelector('desk-inbox')?.focusConversation(current);
    else this.conversation.focusTitle();
  }

  async #accept(id: string): Promise<void> {
    if (await this.client.accept(id)) await this.#open(id);
  }

  async #takeOver(id: string): Promise<void> {
    if (await this.client.takeOver(id)) await this.#open(id);
  }

  /** The button that was pressed is gone afterwards: the focus goes to what takes its place. */
  async #attend(id: string, act: Promise<boolean>): Promise<void> {
    if (!(await act) || this.state.current !== id) return;
    await this.updateComplete;
    await this.conversation.focusPart();
  }

  #close(id: string): void {
    this.client.close(id);
    this.renderRoot.querySelector('desk-inbox')?.focusPart();
  }

  async #retract(id: string, seq: number): Promise<void> {
    const { retractTitle: title, retractText: text, retract: action } = terms.amend;
    if (await this.confirm.ask({ title, text, action, danger: true })) await this.client.amend(id, { of: seq });
  }

  async #begin(id: string): Promise<void> {
    if ((await this.begin.ask(id)) && this.state.current !== undefined) await this.#open(this.state.current);
  }

  async #confirmed(action: 'end' | 'block', conversation: Conversation): Promise<void> {
    if (await this.confirm.ask(questions[action](nameOf(conversation)))) await this.client[action](conversation.id);
  }

  async #signOut(): Promise<void> {
    const unsent = [...this.state.conversations.values()].reduce(
      (sum, one) => sum + one.pending.filter(({ status }) => status !== 'stored').length,
      0,
    );
    if (
      unsent > 0 &&
      !(await this.confirm.ask({
        title: terms.confirm.signOutTitle,
        text: terms.bar.unsent(unsent),
        action: terms.confirm.signOut,
        danger: true,
      }))
    ) {
      return;
    }
    await this.client.signOut(() => signOut(this.fetch, document.baseURI));
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event);
    if (shortcut === undefined || this.#dialogOpen()) return;
    if (this.#perform(shortcut)) event.preventDefault();
  };

  #dialogOpen(): boolean {
    return (
      this.confirm.open || this.transfer.open || this.rich.open || this.edit.open || this.begin.open || this.help.open
    );
  }

  /** False when there is nothing to do, so that the key keeps the browser's meaning. */
  #perform(shortcut: Shortcut): boolean {
    const mine = listed(this.state, 'mine');
    const at = mine.findIndex(({ id }) => id === this.state.current);
    switch (shortcut.type) {
      case 'open':
        return this.#openIf(mine[shortcut.index]);
      case 'previous':
        return this.#openIf(mine[at <= 0 ? mine.length - 1 : at - 1]);
      case 'next':
        return this.#openIf(mine[(at + 1) % mine.length]);
      case 'accept':
        return this.#acceptNext();
      case 'part':
        return this.#nextPart(shortcut.back);
      case 'help':
        this.help.show();
        return true;
      case 'back':
        return this.#escape();
    }
  }

  #openIf(conversation: Conversation | undefined): boolean {
    if (conversation) void this.#open(conversation.id);
    return conversation !== undefined;
  }

  #acceptNext(): boolean {
    // Pressed twice in a row it takes two, also when the first is still under way.
    const queue = listed(this.state, 'queue').filter(({ id }) => !this.state.busy.has(`accept:${id}`));
    const next = queue.find(({ summary }) => summary.offer?.agent === this.state.desk?.me) ?? queue[0];
    if (next) void this.#accept(next.id);
    return next !== undefined;
  }

  #escape(): boolean {
    const overlaid = this.#screen.width === 'medium' && this.details.medium;
    if (overlaid) void this.#plain('details');
    else if (this.#screen.width === 'narrow' && this.pane !== 'list') void this.#back();
    else return false;
    return true;
  }

  #nextPart(back: boolean): boolean {
    const parts = [
      ...this.renderRoot.querySelectorAll<Focusable>('desk-top-bar, desk-inbox, desk-conversation, desk-details'),
    ].filter((part) => part.checkVisibility?.() ?? !part.hidden);
    const active = (this.renderRoot as ShadowRoot).activeElement;
    const at = parts.findIndex((part) => part === active);
    for (let step = 1; step <= parts.length; step += 1) {
      const index = (at + (back ? -step : step) + parts.length * 2) % parts.length;
      if (parts[index]?.focusPart()) return true;
    }
    return false;
  }
}

const questions: Record<'end' | 'block', (name: string) => Question> = {
  end: (name) => ({
    title: terms.confirm.endTitle(name),
    text: terms.confirm.endText,
    action: terms.confirm.end,
    danger: false,
  }),
  block: (name) => ({
    title: terms.confirm.blockTitle(name),
    text: terms.confirm.blockText,
    action: terms.confirm.block,
    danger: true,
  }),
};

declare global {
  interface HTMLElementTagNameMap {
    'desk-workspace': Workspace;
  }
}
