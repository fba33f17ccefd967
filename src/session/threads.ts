/** Several conversations at a time: the list of the visitor's threads, and what is done with them. Loaded by whoever asks for it. */
import type { Client } from './client.js';
import type { Asking, LineHold } from './flows/availability.js';
import type { Conversations } from './flows/conversations.js';
import { keepHandle, whenThere } from './flows/restoring.js';
import { ThreadBook } from './flows/thread-book.js';
import type { Threads } from './host.js';
import type { Intent } from './intents.js';
import { ChatError } from './model/errors.js';
import type { Fact } from './model/facts.js';
import { isChatError } from './model/is-chat-error.js';
import type { Conversation, ConversationKey, Thread, ThreadsView } from './model/types.js';
import { MAX_THREADS as PAGE, MAX_TITLE } from '../vocabulary/thread-limits.js';
import { readThread, readThreads, type Cursor } from './thread-answers.js';

/** The list is looked at again so often, in milliseconds, while the line is up and the page can be seen. */
const LOOK_AGAIN = 60_000;
/** The most ended ones that stay open on a page, beside the current one. */
const MOST_ENDED = 5;

/** What it is made of. */
export type ThreadParts = LineHold & {
  readonly core: Client;
  readonly conversations: Conversations;
  /** Comes back to what is stored. */
  readonly restore: () => Promise<unknown>;
  readonly report: (what: unknown) => void;
};

/** See the module. */
export class ThreadList implements Threads {
  #parts: ThreadParts;
  #asking: Asking;
  #book: ThreadBook;
  #pages = 0;
  /** Counts who has logged out: what was asked before is nobody's answer any more. */
  #turn = 0;
  #loading: Promise<readonly Thread[]> | undefined;
  #cancelLook: (() => void) | undefined;

  constructor(parts: ThreadParts, asking: Asking) {
    const { core, conversations, restore, report } = parts;
    this.#parts = parts;
    this.#asking = asking;
    this.#book = new ThreadBook(core.ports.store);
    const undo = core.subscribe((_state, facts) => this.#follow(facts));
    const deaf = core.ports.tabs.listen((message) => {
      if ((message as { readonly type?: unknown } | null)?.type === 'threads') this.#refresh();
    });
    core.onRelease(() => {
      undo();
      deaf();
      this.#cancelLook?.();
    });
    // What an earlier page left behind is current; whatever is found later stands beside it.
    restore().then(() => (conversations.aside = true), report);
    void this.#book.load().then(() => this.#note());
  }

  list({ more = false }: { readonly more?: boolean | undefined } = {}): Promise<readonly Thread[]> {
    if (more && this.#loading) return this.#loading.then(() => this.list({ more }));
    const pages = Math.max(1, this.#pages + (more && this.#view.more ? 1 : 0));
    if (this.#loading) return this.#loading;
    const loading = this.#load(pages).finally(() => {
      if (this.#loading === loading) this.#loading = undefined;
    });
    this.#loading = loading;
    return loading;
  }

  async open(threadId: string): Promise<ConversationKey> {
    const { core, conversations, restore } = this.#parts;
    conversations.aside = true;
    let key = this.#live(threadId)?.key;
    if (key === undefined) {
      await this.#book.load();
      const kept = this.#book.get(threadId);
      if (!kept && !this.#view.list.some(({ id }) => id === threadId)) throw unknown('open', threadId);
      await keepHandle(core, { remoteId: threadId, credential: kept?.credential ?? '' });
      await restore();
      key = this.#live(threadId)?.key;
      if (key === undefined) throw unknown('open', threadId);
    }
    core.apply({ type: 'current', key });
    await whenThere(core, key);
    this.#tell({ type: 'chat-thread-opened', detail: { conversationId: key, threadId } }, key);
    await this.#tidy();
    return key;
  }

  create(): void {
    this.#parts.conversations.aside = true;
    this.#parts.core.apply({ type: 'current', key: undefined });
  }

  async rename(threadId: string, title: string): Promise<Thread> {
    if (typeof title !== 'string' || title.length > MAX_TITLE)
      throw new ChatError('invalid', `rename: title must be a string of at most ${MAX_TITLE} characters`);
    return this.#change('rename', threadId, { title });
  }

  async archive(threadId: string, archived = true): Promise<Thread> {
    return this.#change('archive', threadId, { archived });
  }

  connect(): () => void {
    const { holds, line } = this.#parts;
    let held = true;
    holds.count++;
    line.ensure();
    return () => {
      if (!held) return;
      held = false;
      holds.count--;
      line.idle();
    };
  }

  /** The customer has logged out: titles and last words are not the next one's to read. */
  forget(): void {
    this.#turn++;
    this.#pages = 0;
    this.#loading = undefined;
    this.#cancelLook?.();
    this.#book.clear();
    this.#parts.core.apply({ type: 'view', view: { threads: undefined } });
  }

  /** Does what an intent asks. */
  async perform(intent: Intent): Promise<void> {
    switch (intent.type) {
      case 'chat-thread-open-request': {
        const { threadId } = intent.detail;
        if (threadId === undefined) this.create();
        else await this.open(threadId);
        return;
      }
      case 'chat-thread-rename-request':
        await this.rename(intent.detail.threadId, intent.detail.title);
        return;
      case 'chat-thread-archive-request':
        await this.archive(intent.detail.threadId, intent.detail.archived);
        return;
      case 'chat-thread-list-request':
        await this.list(intent.detail);
        return;
      default:
    }
  }

  get #view(): ThreadsView {
    return this.#parts.core.state.view.threads ?? { list: [], more: false, status: 'loading' };
  }

  #put(change: Partial<ThreadsView>): void {
    this.#parts.core.apply({ type: 'view', view: { threads: Object.freeze({ ...this.#view, ...change }) } });
  }

  #live(threadId: string): Conversation | undefined {
    return Object.values(this.#parts.core.state.conversations).find(({ remoteId }) => remoteId === threadId);
  }

  async #load(pages: number): Promise<readonly Thread[]> {
    const turn = this.#turn;
    this.#put({ status: 'loading', error: undefined });
    try {
      await this.#book.load();
      this.#note();
      const kept = this.#book.all();
      const found = new Map<string, Thread>();
      let before: Cursor | undefined;
      for (let page = 0; page < pages; page++) {
        const proofs = kept.slice(page * PAGE, (page + 1) * PAGE);
        if (page > 0 && proofs.length === 0 && !before) break;
        before = await this.#page(proofs, before, found, turn);
      }
      if (turn !== this.#turn) throw closed();
      this.#pages = pages;
      const list = [...found.values()];
      const more = before !== undefined || kept.length > pages * PAGE;
      const event = { type: 'chat-thread-listed', detail: { threads: list, more } } as const;
      const threads: ThreadsView = Object.freeze({ list, more, status: 'ready' });
      this.#parts.core.apply({ type: 'view', view: { threads }, facts: [{ type: 'event', key: '', event }] });
      this.#lookAgain();
      return list;
    } catch (error) {
      if (turn !== this.#turn) throw error;
      this.#put({ status: 'failed', error: isChatError(error) ? error.code : 'unreachable' });
      throw error;
    }
  }

  /** Asks for one page, and keeps and forgets what the answer says to. */
  async #page(
    proofs: ReturnType<ThreadBook['all']>,
    before: Cursor | undefined,
    found: Map<string, Thread>,
    turn: number,
  ): Promise<Cursor | undefined> {
    const proved = proofs.flatMap(({ remoteId: conversation, credential }) =>
      credential === '' ? [] : [{ conversation, credential }],
    );
    const asked = { limit: PAGE, ...(proved.length > 0 && { proofs: proved }), ...(before && { before }) };
    const { threads, next } = readThreads(await this.#asking.ask('threads', asked));
    if (turn !== this.#turn) throw closed();
    for (const { thread, credential } of threads) {
      found.set(thread.id, thread);
      const known = credential ?? this.#book.get(thread.id)?.credential;
      if (known !== undefined) await this.#book.put({ remoteId: thread.id, credential: known, at: thread.at });
    }
    // One that runs here may have got another credential in the meantime.
    for (const { conversation } of proved)
      if (!found.has(conversation) && !this.#live(conversation)) await this.#book.drop(conversation);
    return next;
  }

  async #change(verb: string, conversation: string, change: object): Promise<Thread> {
    const credential = this.#book.get(conversation)?.credential;
    if (credential === undefined && !this.#view.list.some(({ id }) => id === conversation))
      throw unknown(verb, conversation);
    const { thread } = readThread(
      await this.#asking.ask('thread', { conversation, ...(credential && { credential }), ...change }),
    );
    const { core } = this.#parts;
    const list = this.#view.list.some(({ id }) => id === conversation)
      ? this.#view.list.map((one) => (one.id === conversation ? thread : one))
      : [...this.#view.list, thread];
    this.#put({ list });
    this.#tell({ type: 'chat-thread-changed', detail: { thread } });
    core.ports.tabs.post({ type: 'threads' });
    return thread;
  }

  #tell(event: Extract<Fact, { type: 'event' }>['event'], key = ''): void {
    const { core } = this.#parts;
    // The same list anew: only what changes the state is told.
    const threads = { ...this.#view };
    core.apply({ type: 'view', view: { threads }, facts: [{ type: 'event', key, event }] });
  }

  /** What opens those that run is noted as soon as it is known, and is noted when they end. */
  #follow(facts: readonly Fact[]): void {
    for (const { type } of facts) {
      if (type === 'started' || type === 'restored' || type === 'ended' || type === 'phase') {
        this.#note();
        queueMicrotask(() => this.#note());
      }
      if (type === 'connection' && this.#parts.core.state.connection.status === 'online') this.#refresh();
    }
  }

  #note(): void {
    const { core, conversations } = this.#parts;
    if (core.signal.aborted) return;
    for (const { key, remoteId, startedAt = 0 } of Object.values(core.state.conversations)) {
      const credential = conversations.record(key)?.credential;
      if (remoteId !== undefined && credential !== undefined)
        void this.#book.put({ remoteId, credential, at: Math.max(startedAt, this.#book.get(remoteId)?.at ?? 0) });
    }
  }

  /** Once somebody has looked at the list, it is kept up to date. */
  #refresh(): void {
    if (this.#pages > 0 && !this.#loading) this.list().catch(() => undefined);
  }

  #lookAgain(): void {
    const { core } = this.#parts;
    this.#cancelLook?.();
    this.#cancelLook = core.ports.clock.delay(LOOK_AGAIN, () => {
      if (core.state.connection.status === 'online' && core.ports.wake.visible()) this.#refresh();
      else this.#lookAgain();
    });
  }

  /** Ended ones that were looked at are let go again, as long as nothing was typed in them. */
  async #tidy(): Promise<void> {
    const { core, conversations } = this.#parts;
    const { current, view } = core.state;
    const idle = Object.values(core.state.conversations).filter(
      (one) =>
        one.key !== current &&
        one.ended !== undefined &&
        one.phase === 'ended' &&
        one.pending.length === 0 &&
        !view.drafts[one.key],
    );
    for (const { key } of idle.slice(0, Math.max(0, idle.length - MOST_ENDED))) await conversations.forget(key);
  }
}

function closed(): ChatError {
  return new ChatError('closed', 'list: the customer has logged out');
}

function unknown(verb: string, threadId: unknown): ChatError {
  return new ChatError('denied', `${verb}: there is no thread ${String(threadId)} of this visitor`);
}
