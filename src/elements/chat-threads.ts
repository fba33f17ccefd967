import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ChatController } from '../controllers/chat-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import { isolate } from '../locales/isolate.js';
import { threadTerms } from '../locales/more/en-threads.js';
import { moreTerms } from '../locales/more/more-terms.js';
import type { ThreadTerms } from '../locales/more/terms.js';
import type { ChatHandle } from '../session/host.js';
import { threadsOf } from '../session/model/threads-of.js';
import type { Thread } from '../session/model/types.js';
import { hostStyles } from '../styles/host.styles.js';
import { MAX_TITLE } from '../vocabulary/thread-limits.js';
import { ChatElement } from './chat-element.js';
import { threadsStyles } from './chat-threads.styles.js';
import { alertIcon } from './icons.js';
import { setStates } from './internals.js';
import { archiveIcon, newIcon, penIcon, unarchiveIcon } from './threads/icons.js';

/**
 * @summary The list of the visitor's conversations: what each is about, what was said last, what is new.
 *
 * It shows those of the `<live-chat>` around it or of the one named by `for`. A conversation is opened, given a name and put
 * away from here, and another one begun beside those that run.
 *
 * @fires chat-thread-open-request - a conversation is to be shown; without a `threadId` a new one
 * @fires chat-thread-rename-request - a conversation is to be called something else
 * @fires chat-thread-archive-request - a conversation is to be put away, or brought back
 * @fires chat-thread-list-request - the list is wanted, or more of it
 * @csspart base - the box around everything
 * @csspart heading - the heading
 * @csspart new - the button that begins another conversation
 * @csspart list - a list of conversations
 * @csspart item - one of them
 * @csspart item-current - the one that is shown
 * @csspart open - the button that shows it
 * @csspart title - what it is called
 * @csspart time - when somebody last wrote
 * @csspart preview - the first words of the last message
 * @csspart state - that it waits, or is over
 * @csspart unread - how many messages are new
 * @csspart rename - the button that changes its name
 * @csspart archive - the button that puts it away, or brings it back
 * @csspart input - the field for its name
 * @csspart save - the button that keeps the name
 * @csspart archived - the fold around those that were put away
 * @csspart more - the button that fetches more of the list
 * @csspart empty - what stands there while there is none
 * @csspart error - why the list is not there
 * @cssState empty - there is no conversation
 * @cssState loading - the list is being fetched
 */
export class ChatThreads extends ChatElement {
  static override styles = [...hostStyles, threadsStyles];

  #chat = new ChatController(this, (state) => state);
  #localize = new LocalizeController(this);
  #internals = this.attachInternals();
  /** The thread whose name is being changed. */
  #naming: string | undefined;
  #asked = false;

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  /** Moves the focus to the conversation that is shown, else to the first thing that can be done. */
  override focus(options?: FocusOptions): void {
    if (!this.hasUpdated) return void this.updateComplete.then(() => this.focus(options));
    const root = this.renderRoot;
    (root.querySelector<HTMLElement>('[aria-current]') ?? root.querySelector<HTMLElement>('button'))?.focus(options);
  }

  protected override willUpdate(): void {
    const { view } = this.#chat.state;
    const loading = view.threads?.status === 'loading';
    setStates(this.#internals, { empty: threadsOf(this.#chat.state).length === 0, loading });
  }

  protected override updated(): void {
    // As soon as there is somebody to ask.
    if (this.#asked || !this.#chat.handle) return;
    this.#asked = true;
    this.request('chat-thread-list-request', {});
  }

  get #texts(): ThreadTerms {
    return moreTerms(this.#localize.lang, threadTerms);
  }

  protected override render(): TemplateResult {
    const { state } = this.#chat;
    const all = threadsOf(state);
    const [kept, archived] = [all.filter((thread) => !thread.archived), all.filter((thread) => thread.archived)];
    const { threads = { status: 'ready', more: false } } = state.view;
    const texts = this.#texts;
    return html`<div
      class="base"
      part="base"
      role="region"
      aria-labelledby="heading"
      aria-busy=${threads.status === 'loading'}
    >
      <div class="head">
        <h3 id="heading" part="heading" tabindex="-1">${texts.threads}</h3>
        <button class="button primary" part="new" type="button" @click=${() => this.#open(undefined)}>
          ${newIcon()}<span>${this.#localize.term('startNew')}</span>
        </button>
      </div>
      ${threads.status === 'failed' ? this.#failed() : nothing}
      ${kept.length > 0 ? this.#list(kept, texts.threads) : this.#nothing(threads.status)}
      ${
        archived.length > 0
          ? html`<details part="archived">
              <summary>${texts.threadsArchived}</summary>
              ${this.#list(archived, texts.threadsArchived)}
            </details>`
          : nothing
      }
      ${
        threads.more
          ? html`<button
              class="button"
              part="more"
              type="button"
              aria-disabled=${threads.status === 'loading'}
              @click=${() => this.request('chat-thread-list-request', { more: true })}
            >
              ${texts.threadsMore}
            </button>`
          : nothing
      }
    </div>`;
  }

  #failed(): TemplateResult {
    return html`<p class="error" part="error" role="alert">
      ${alertIcon()}<span>${this.#texts.threadsFailed}</span>
      <button class="button" type="button" @click=${() => this.request('chat-thread-list-request', {})}>
        ${this.#localize.term('retry')}
      </button>
    </p>`;
  }

  #nothing(status: 'loading' | 'ready' | 'failed'): TemplateResult | typeof nothing {
    if (status === 'failed') return nothing;
    if (status === 'loading') return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
    return html`<p class="empty" part="empty">${this.#texts.threadsEmpty}</p>`;
  }

  #list(threads: readonly Thread[], label: string): TemplateResult {
    return html`<ul part="list" aria-label=${label}>
      ${repeat(
        threads,
        ({ id, key }) => id ?? key,
        (thread) => this.#item(thread),
      )}
    </ul>`;
  }

  #item(thread: Thread): TemplateResult {
    const { current } = this.#chat.state;
    const { id, key } = thread;
    const shown = key !== undefined && key === current;
    if (id !== undefined && this.#naming === id) return this.#rename(thread, id);
    return html`<li part=${shown ? 'item item-current' : 'item'}>
      <button
        class="open"
        part="open"
        type="button"
        aria-current=${shown ? 'true' : nothing}
        @click=${() => this.#open(thread)}
      >
        ${this.#summary(thread)}
      </button>
      ${id === undefined ? nothing : this.#tools(thread, id)}
    </li>`;
  }

  #summary(thread: Thread): TemplateResult {
    const l = this.#localize;
    const { at, last, phase, unread } = thread;
    const who = last && (last.from.role === 'visitor' ? l.term('you') : last.from.name);
    const state = phase === 'queued' ? l.term('stateQueued') : phase === 'ended' ? l.term('stateEnded') : undefined;
    return html`<span class="line"
        ><span class="title" part="title" dir="auto">${this.#titleOf(thread)}</span>${
          at > 0 ? html`<time part="time" datetime=${new Date(at).toISOString()}>${this.#when(at)}</time>` : nothing
        }</span
      >
      <span class="line"
        ><span class="preview" part="preview"
          >${last ? [who && html`<bdi>${who}</bdi>: `, html`<bdi>${last.text}</bdi>`] : state}</span
        >${
          unread > 0
            ? html`<span class="unread" part="unread"
                ><span aria-hidden="true">${l.term('badge', unread)}</span
                ><span class="visually-hidden">${l.term('newMessages', unread)}</span></span
              >`
            : nothing
        }</span
      >
      ${state && last ? html`<span class="state" part="state">${state}</span>` : nothing}`;
  }

  #tools(thread: Thread, id: string): TemplateResult {
    const texts = this.#texts;
    const named = (act: string): string => `${act}: ${isolate(this.#titleOf(thread))}`;
    const { archived } = thread;
    const archive = archived ? texts.threadRestore : texts.threadArchive;
    return html`<span class="tools">
      <button
        class="button quiet icon-only"
        part="rename"
        type="button"
        title=${texts.threadRename}
        aria-label=${named(texts.threadRename)}
        @click=${() => this.#name(id)}
      >
        ${penIcon()}
      </button>
      <button
        class="button quiet icon-only"
        part="archive"
        type="button"
        title=${archive}
        aria-label=${named(archive)}
        @click=${() => this.request('chat-thread-archive-request', { threadId: id, archived: !archived })}
      >
        ${archived ? unarchiveIcon() : archiveIcon()}
      </button>
    </span>`;
  }

  #rename(thread: Thread, id: string): TemplateResult {
    const texts = this.#texts;
    return html`<li part="item">
      <form
        class="naming"
        @submit=${(event: Event) => this.#save(event, id)}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, id)}
      >
        <input
          part="input"
          name="title"
          maxlength=${MAX_TITLE}
          aria-label=${texts.threadName}
          autocomplete="off"
          dir="auto"
          .value=${thread.title ?? ''}
        />
        <button class="button primary" part="save" type="submit">${texts.threadSave}</button>
      </form>
    </li>`;
  }

  /** What it is called: by the visitor; else after who has it. */
  #titleOf({ title, agent }: Thread): string {
    return title ?? agent?.name ?? this.#localize.term('conversation');
  }

  /** Today the time, before that the day. */
  #when(at: number): string {
    const day = this.#localize.date(at);
    return day === this.#localize.term('today') ? this.#localize.time(at) : day;
  }

  #open(thread: Thread | undefined): void {
    if (thread && thread.id === undefined) return;
    this.request('chat-thread-open-request', thread ? { threadId: thread.id } : {});
  }

  async #name(id: string): Promise<void> {
    this.#naming = id;
    this.requestUpdate();
    await this.updateComplete;
    const field = this.renderRoot.querySelector<HTMLInputElement>('input[name=title]');
    field?.focus();
    field?.select();
  }

  #save(event: Event, id: string): void {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('title') as HTMLInputElement;
    this.request('chat-thread-rename-request', { threadId: id, title: field.value.trim() });
    void this.#named(id);
  }

  #onKey(event: KeyboardEvent, id: string): void {
    if (event.key !== 'Escape') return;
    // The window is not meant.
    event.stopPropagation();
    void this.#named(id);
  }

  /** The field is gone; the button that had led to it has the focus again. */
  async #named(id: string): Promise<void> {
    const place = threadsOf(this.#chat.state).findIndex((thread) => thread.id === id);
    this.#naming = undefined;
    this.requestUpdate();
    await this.updateComplete;
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('[part=rename]');
    (buttons[place] ?? buttons[0])?.focus();
  }
}
