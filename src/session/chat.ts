import { Acts } from './acts.js';
import { readLanguage, readPreview, readUserData } from './arguments.js';
import type { Intercept } from './before.js';
import { Client } from './client.js';
import type { ChatEvent } from './events.js';
import { Line } from './flows/connect.js';
import { Conversations } from './flows/conversations.js';
import type { Identity } from './flows/identity.js';
import { at } from './flows/core.js';
import { Outbox } from './flows/outbox.js';
import { Pipeline } from './flows/pipeline.js';
import { Sync } from './flows/sync.js';
import { Typing } from './flows/typing.js';
import type { ChatHost, ChatVerbs, MoreVerbs, ServerResponse, StartChatOptions } from './host.js';
import type { Intent } from './intents.js';
import { Inward } from './inward.js';
import { later } from './later.js';
import type { ChatErrorCode } from './model/errors.js';
import type { More, MoreParts } from './more.js';
import { isChatError } from './model/is-chat-error.js';
import type { Fact } from './model/facts.js';
import { conversationOf, isRunning, messagesOf } from './model/selectors.js';
import { providerVerbs, type Providers, type ProviderVerbs } from './model/providers.js';
import type { Context, ConversationKey, UserData } from './model/types.js';
import type { Ports } from './ports.js';
import { Recovery } from './recovery.js';
import { TransportError, type TransportFactory } from './transport.js';
import { Drafts } from './view/drafts.js';
import { Settings } from './view/settings.js';

/** What a session is made of. */
export type ChatOptions = {
  readonly ports: Ports;
  readonly transport: TransportFactory;
  /** The address of the back end; empty means the page's own origin. */
  readonly endpoint: string;
  /** Which of the back end's channels this page belongs to. */
  readonly channel: string;
  /** Data given with every conversation; `startChat` adds to it and wins. */
  readonly userData?: UserData | undefined;
  /** The page's language, asked for at each start. */
  readonly language?: (() => string | undefined) | undefined;
  /**
   * Told what went wrong in listeners and what was ignored; never contains texts or credentials. Default of `createChat`: a warning
   * in the console of what the page itself has set and is not used.
   */
  readonly report?: ((what: unknown) => void) | undefined;
};

const OK: ServerResponse = Object.freeze({ code: 'ok', message: 'ok' });

/** The parts, built and wired; every verb is a short delegation. */
class ChatSession implements Omit<ChatHost, keyof (MoreVerbs & ProviderVerbs)>, ChatVerbs {
  #client: Client;
  #line: Line;
  #sync: Sync;
  #outbox: Outbox;
  #conversations: Conversations;
  #typing: Typing;
  #drafts: Drafts;
  #settings: Settings;
  #pipeline: Pipeline;
  #inward: Inward;
  /** What changes entries that are here already comes with the first such change. */
  #amending: Promise<unknown> | undefined;
  #acts: Acts;
  #recovery: Recovery;
  /** It was in the back/forward cache, where another page may have been in its place. */
  #rested = false;
  #userData: UserData;
  #report: (what: unknown) => void;
  #more: Promise<More> | undefined;
  /** What has to be done before anything is brought back. */
  #first: Promise<unknown> = Promise.resolve();
  /** What the page provides through the session itself, and through the elements that use it. */
  readonly providers: Providers = {};
  readonly lent = new Set<Providers>();
  /** Made when the server first wants to know who the customer is. */
  #identity: Identity | undefined;
  /** What `startChat` was given for the conversation that begins. */
  #customContext: Context | undefined;
  /** What needs the line beside the conversations. */
  #holds = { count: 0 };
  /** The last intent about files is taken in. */
  #filing: Promise<void> | undefined;
  /** How far the server's clock is ahead of this device's. */
  #ahead = 0;

  constructor(options: ChatOptions) {
    const { ports, transport, endpoint, channel, report, language = () => undefined } = options;
    const userData = (this.#userData = readUserData(options.userData));
    this.#report = careful(report);
    this.#inward = new Inward(() => this.#client, {
      lost: (reason) => this.#line.lost(reason),
      clock: (now) => (this.#ahead = now - ports.clock.now()),
      typing: (key, person, typing) => this.#typing.remote(key, person, typing),
      look: (key) => this.#sync.look(key),
      revoked: (key) => this.#aside(this.#conversations.revoked(key, 'denied')),
    });
    const core = new Client(
      ports,
      transport,
      { endpoint, channel },
      { emit: (event) => this.#inward.take(event) },
      this.#report,
    );
    this.#client = core;
    this.#pipeline = new Pipeline(this.#report);
    this.#sync = new Sync(core, (key) => this.#doubt(key));
    this.#outbox = new Outbox(core, {
      ready: (key) => this.#conversations.live(key),
      drained: (key) => this.#aside(this.#conversations.settle(key)),
      secure: (...of) => this.#conversations.secure(...of),
      kept: (key) => this.#conversations.kept(key),
      doubt: (key) => this.#doubt(key),
      found: (key) => this.#acts.bringUp(key),
    });
    this.#conversations = new Conversations(
      core,
      {
        resume: (key, credential) => this.#sync.resume(key, credential),
        recall: (key, filters) => this.#recall(key, filters),
        adopt: (key) => this.#outbox.adopt(key, true).then(() => this.#acts.recognise(key)),
        up: (key) => {
          this.#outbox.restart(key);
          this.#sync.behind(key);
          this.#acts.lookBack(key).catch(() => undefined);
        },
        refuse: (key, code) => this.#outbox.refuse(key, code),
        surrender: (key) => this.#recovery.surrender(key),
        refused: (key) => this.#refused(key),
        context: () => this.#context(),
        busy: (key) => this.#outbox.busy(key),
        empty: (key) => this.#outbox.empty(key),
      },
      () => readLanguage(language()),
    );
    this.#line = new Line(
      core,
      () =>
        this.#holds.count > 0 ||
        Object.keys(this.state.conversations).some((key) => this.#conversations.needsLine(key)),
      () => this.#catchUp(),
      (signal) => this.#dial(signal),
    );
    this.#typing = new Typing(core);
    this.#drafts = new Drafts(core);
    this.#settings = new Settings(core);
    this.#acts = new Acts({
      core,
      line: this.#line,
      outbox: this.#outbox,
      sync: this.#sync,
      conversations: this.#conversations,
      typing: this.#typing,
      drafts: this.#drafts,
      pipeline: this.#pipeline,
      userData,
      restore: () => this.recover(),
      customContext: async (given) => {
        const { readContext } = await import('./arguments-more.js');
        this.#customContext = readContext('startChat', given);
      },
      report: this.#report,
    });
    this.#recovery = new Recovery({
      core,
      outbox: this.#outbox,
      conversations: this.#conversations,
      drafts: this.#drafts,
      settings: this.#settings,
      bringUp: (key) => this.#acts.bringUp(key),
    });
    core.onFacts = (facts) => facts.forEach((fact) => this.#onFact(fact));
    const undoWake = core.ports.wake.listen((what) => this.#onWake(what));
    const undoTabs = core.ports.tabs.listen((message) => this.#onTab(message));
    core.onRelease(() => (undoWake(), undoTabs()));
    core.apply({ type: 'engine', engine: 'ready' });
  }

  // What is going on

  get state() {
    return this.#client.state;
  }
  readonly subscribe: ChatHost['subscribe'] = (listener) => this.#client.subscribe(listener);
  readonly on: ChatHost['on'] = (type, listener) => this.#client.on(type, listener);
  readonly onAny: Chat['onAny'] = (listener) => this.#client.onAny(listener);
  readonly intercept = (intercept: Intercept): (() => void) => this.#pipeline.add(intercept);

  // Verbs

  async startChat(options?: StartChatOptions): Promise<ServerResponse> {
    const conversationId = await this.#acts.start(options);
    return { ...OK, data: { conversationId } };
  }

  async endChat(): Promise<ServerResponse> {
    await this.#acts.end();
    return OK;
  }

  async sendMessage(options: { readonly message: string }): Promise<ServerResponse> {
    await this.#acts.send(options);
    return OK;
  }

  async sendTyping(options?: { readonly Message?: string; readonly message?: string }): Promise<ServerResponse> {
    await this.#acts.type(readPreview(options));
    return OK;
  }

  async getTranscript() {
    return Promise.resolve({ messages: messagesOf(conversationOf(this.state)) });
  }

  /** See `later`; built once. */
  more(): Promise<More> {
    return (this.#more ??= this.#loadMore().catch((error: unknown) => {
      this.#more = undefined;
      throw error;
    }));
  }

  async #loadMore(): Promise<More> {
    const { more } = await import('./more.js');
    return more(this.#parts());
  }

  #parts(): MoreParts {
    return {
      core: this.#client,
      line: this.#line,
      sync: this.#sync,
      outbox: this.#outbox,
      conversations: this.#conversations,
      typing: this.#typing,
      pipeline: this.#pipeline,
      acts: this.#acts,
      userData: this.#userData,
      drafts: this.#drafts,
      holds: this.#holds,
      provider: (name) => this.#provider(name),
      restore: () => this.recover(),
      report: this.#report,
      forget: () => {
        this.#customContext = undefined;
        this.#identity?.forget();
      },
      now: () => this.#client.ports.clock.now() + this.#ahead,
    };
  }

  async recover(): Promise<ConversationKey | undefined> {
    // In a turn of its own: whoever has just made the session still says what comes first.
    await Promise.resolve();
    await this.#first;
    const key = await this.#recovery.restore();
    this.#unpack().catch(this.#report);
    return key;
  }

  /** An earlier page may have left files on their way. */
  async #unpack(): Promise<void> {
    if ((await this.#client.ports.store.list('files/')).length > 0) await (await this.more()).unpack();
  }

  hold(first: Promise<unknown>): void {
    this.#first = Promise.allSettled([this.#first, first]);
  }

  release(): void {
    this.#client.release();
  }

  // What the page provides

  #provider<Name extends keyof Providers>(name: Name): Providers[Name] {
    return [this.providers, ...this.lent].findLast((one) => one[name])?.[name];
  }

  /** Opens the transport. Whether the server wants to know who the customer is, it says itself; only then is the page asked. */
  async #dial(signal: AbortSignal): Promise<void> {
    const core = this.#client;
    if (!this.#identity)
      try {
        await core.transport.open(signal);
        if (this.#provider('AuthToken'))
          import('./flows/token-unused.js').then(
            ({ tellUnused }) => tellUnused(core),
            () => undefined,
          );
        return;
      } catch (error) {
        if (!(error instanceof TransportError) || error.code !== 'token-required') throw error;
        const { Identity } = await import('./flows/identity.js');
        this.#identity ??= new Identity(
          core,
          () => this.#provider('AuthToken'),
          (key, code) => this.#conversations.denied(key, code),
        );
      }
    await this.#identity.open(signal);
  }

  async #context(): Promise<Context | undefined> {
    const provider = this.#provider('Context');
    if (!provider && !this.#customContext) return undefined;
    const { contextOf } = await import('./flows/context.js');
    return contextOf(this.#client, provider, this.#customContext);
  }

  // Intents

  perform(intent: Intent): void {
    if (this.#client.signal.aborted) return;
    this.#perform(intent).catch((error: unknown) => {
      // What the visitor must know shows in the state; this is for the developer.
      if (!isChatError(error) || error.code !== 'prevented') this.#report(error);
    });
  }

  async #perform(intent: Intent): Promise<void> {
    const key = ('conversationId' in intent.detail ? intent.detail.conversationId : undefined) ?? this.state.current;
    switch (intent.type) {
      case 'chat-open-request':
        this.#client.apply({ type: 'view', view: { open: true } });
        return;
      case 'chat-minimize-request':
      case 'chat-close-request':
        this.#client.apply({ type: 'view', view: { open: false } });
        return;
      case 'chat-start-request':
        return this.#acts.begin(intent.detail);
      case 'chat-send-request':
        // Files that were chosen a moment ago go along.
        if (this.#filing) await this.#filing;
        return this.#acts.say(intent.detail.text, key);
      case 'chat-draft-request':
        return this.#acts.draft(key, intent.detail.text);
      case 'chat-typing-request':
        return this.#acts.typed(key, intent.detail.text);
      case 'chat-mute-request':
      case 'chat-notify-request':
        return this.#settings.choose(intent.detail);
      case 'chat-reconnect-request':
        return this.#onWake('wake');
      case 'chat-end-request':
        return this.#acts.end(key);
      default:
        break;
    }
    // The others are about a conversation that is there, or about files.
    if (key !== undefined)
      switch (intent.type) {
        case 'chat-new-request':
          if (!isRunning(at(this.#client, key))) this.#aside(this.#conversations.forget(key));
          return;
        case 'chat-retry-request':
          return this.#acts.retry(key, intent.detail.clientId);
        case 'chat-discard-request':
          return this.#acts.discard(key, intent.detail.clientId);
        case 'chat-older-request':
          return this.#sync.older(key);
        case 'chat-seen-request':
          return this.#seen(key, intent.detail.seq);
        case 'chat-choose-request':
          return (await import('./choosing.js')).choose(this.#parts(), key, intent.detail);
        default:
          break;
      }
    const filed = this.more().then((more) => more.perform(intent, key));
    this.#filing = filed.catch(() => undefined);
    return filed;
  }

  #seen(key: ConversationKey, seq: number): void {
    const before = at(this.#client, key);
    if (!before) return;
    this.#client.apply({ type: 'seen', key, seq });
    const seen = at(this.#client, key)?.seen ?? 0;
    if (seen > before.seen && this.state.capabilities.receipts && isRunning(before)) this.#outbox.mark(key, { seen });
  }

  // What follows from what

  #onFact(fact: Fact): void {
    switch (fact.type) {
      case 'connection':
        if (fact.connection.status !== 'offline') return;
        this.#conversations.pause();
        this.#sync.pause();
        this.#inward.pause();
        return;
      case 'started':
      case 'restored': {
        if (fact.type === 'started') this.#customContext = undefined;
        const remoteId = at(this.#client, fact.key)?.remoteId;
        if (remoteId !== undefined) this.#inward.opened(remoteId);
        return;
      }
      case 'phase':
        // What was typed before there was a conversation is its draft now.
        this.#drafts.changed();
        return;
      case 'behind':
        if (this.#conversations.live(fact.key)) this.#sync.behind(fact.key);
        return;
      case 'received': {
        if (fact.entries.some((entry) => entry.type === 'unknown' || 'amended' in entry || 'assigned' in entry))
          this.#amending ??= import('./amending.js').then(
            ({ amend }) => amend(this.#client, this.#inward),
            () => (this.#amending = undefined),
          );
        this.#acts.stored(fact.entries);
        const conversation = at(this.#client, fact.key);
        const foreign = fact.entries.findLast(
          (entry) => entry.type === 'message' && entry.from.id !== conversation?.me,
        );
        if (foreign && this.state.capabilities.receipts && isRunning(conversation))
          this.#outbox.mark(fact.key, { delivered: foreign.seq });
        return;
      }
      case 'sent':
        this.#outbox.confirm(fact.key, fact.clientId);
        return;
      case 'ended':
        this.#aside(this.#conversations.settle(fact.key));
        return;
      case 'warning':
        this.#report(fact);
        return;
      default:
        // The rest is for those who show it.
        return;
    }
  }

  /** Asks the page about a stored conversation. */
  #refused(conversationId: ConversationKey): ChatErrorCode | undefined {
    const detail = { conversationId, expired: false };
    try {
      this.#pipeline.before('chat-before-restore', detail);
      return undefined;
    } catch {
      // Only a listener's no.
      return detail.expired ? 'expired' : 'prevented';
    }
  }

  /** Something that may have been the last thing which needed the line. */
  #aside(done: Promise<void>): void {
    done.then(() => this.#line.idle(), this.#report);
  }

  /** The server does not know a conversation that is open here. */
  #doubt(key: ConversationKey): void {
    const { line } = this.#client;
    this.#conversations.doubt(key).then(
      () => this.#line.idle(),
      (error: unknown) => {
        if (line === this.#client.line) this.#line.failed(error);
      },
    );
  }

  async #catchUp(): Promise<void> {
    await this.#conversations.bringUp();
    this.#adopt();
  }

  /** Pages may have died meanwhile, with something unsent; `first`: it was written before what is written here now. */
  #adopt(first?: boolean): void {
    for (const key of Object.keys(this.state.conversations))
      if (first ? isRunning(at(this.#client, key)) : this.#conversations.live(key)) void this.#outbox.adopt(key, first);
  }

  #onWake(what: 'wake' | 'rest' | 'hide'): void {
    if (what !== 'wake') void this.#drafts.flush();
    if (what === 'rest') {
      this.#line.rest();
      this.#outbox.share();
      this.#rested = true;
    }
    if (what !== 'wake') return;
    if (this.#rested) this.#adopt(true);
    this.#rested = false;
    this.#line.wake(this.#sync.patience);
    if (this.state.connection.status !== 'online') return;
    void this.#probe();
    this.#adopt();
  }

  /** A line that slept may be dead without knowing it: ask for news, and renew the line when none comes. */
  async #probe(): Promise<void> {
    const { line } = this.#client;
    const live = Object.keys(this.state.conversations).filter((key) => this.#conversations.live(key));
    try {
      await Promise.all(live.map((key) => this.#sync.pull(key, this.#sync.patience)));
    } catch (error) {
      if ((error as TransportError).code === 'timeout' && line === this.#client.line) this.#line.renew('asleep');
    }
  }

  /** Puts what hides messages in force. Until then nothing is taken in that it might hide: it can be fetched again. */
  async #recall(key: ConversationKey, filters: unknown): Promise<void> {
    const core = this.#client;
    const { refine } = core;
    core.refine = (input) => (input.type === 'entry' || input.type === 'page' ? undefined : refine(input));
    try {
      await (await this.more()).recall(key, filters);
    } catch (error) {
      // To show nothing at all would be worse.
      core.refine = refine;
      this.#report(error);
    }
    if (this.#conversations.live(key)) this.#sync.look(key);
  }

  #onTab(message: unknown): void {
    const { type, key, filters, id, muted, notify } = (message ?? {}) as Readonly<Record<string, unknown>>;
    if (type === 'gone' && id === this.#client.ports.tabs.id) this.#outbox.share();
    // Another tab hides something.
    if (type === 'filters' && at(this.#client, String(key))) void this.#recall(String(key), filters);
    if (type === 'settings') this.#client.apply({ type: 'view', view: { muted: !!muted, notify: !!notify } });
    if (type === 'logout')
      this.more()
        .then((more) => more.forget(), this.#report)
        .catch(this.#report);
    // Another tab has begun a conversation: it is this tab's too.
    if (type === 'conversation' && !isRunning(conversationOf(this.state))) void this.recover();
  }
}

/** A report that never throws itself. */
function careful(report: ((what: unknown) => void) | undefined): (what: unknown) => void {
  return (what) => {
    try {
      report?.(what);
    } catch {
      // Whoever listens to faults has one; there is nobody left to tell.
    }
  };
}

/** What {@link createChat} gives: the host, every event through one door, and the page's veto. */
export type Chat = ChatHost & {
  /** Listens to every event, in order; returns its undo. */
  onAny(listener: (event: ChatEvent) => void): () => void;
  /** Hears of everything before it happens and may change or prevent it; returns its undo. */
  intercept(intercept: Intercept): () => void;
  /** Brings nothing back before this is settled: what is registered then counts for what comes back, too. */
  hold(first: Promise<unknown>): void;
  /** What elements lend: providers that the page has set on them. */
  readonly lent: Set<Providers>;
};

/**
 * Makes a session without any element: verbs, state and events. Nothing is requested or stored before the first act.
 * @throws ChatError `invalid` when `userData` is malformed
 */
export function createSession(options: ChatOptions): Chat {
  const session = new ChatSession(options);
  return Object.assign(
    session,
    providerVerbs,
    later(() => session.more()),
  );
}
