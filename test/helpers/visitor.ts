import { createSession, type Chat, type ChatOptions } from '../../src/session/chat.js';
import type { ChatEvent } from '../../src/session/events.js';
import type { Intent, IntentMap, IntentType } from '../../src/session/intents.js';
import type { Fact } from '../../src/session/model/facts.js';
import type { ChatState, Conversation } from '../../src/session/model/types.js';
import type { Ports } from '../../src/session/ports.js';
import type { Transport, TransportSink } from '../../src/session/transport.js';
import { askedTabs } from '../../src/platform/asked-tabs.js';
import { FakeFiles } from './fake-files.js';
import { FakeServer } from './fake-server.js';
import type { TransportEvent } from '../../src/session/transport.js';
import { FakeTransport, Network } from './fake-transport.js';
import { Disk } from './fault-store.js';
import { Seeded } from './seeded.js';
import { VirtualClock, type PageClock } from './virtual-clock.js';

/** A transport that dies with its page. */
export type PageTransport = Transport & { kill(): void };

/** Everything outside the pages: time, server, network, and the disk that the tabs of one site share. */
export class World {
  readonly server: FakeServer;
  readonly network: Network;
  readonly disk = new Disk();
  /** The bytes of files, in the same place; and the files of the server. */
  readonly blobs = new Map<string, Blob>();
  /** What writing the bytes of a file waits for. */
  blobDisk: Promise<void> = Promise.resolve();
  readonly files: FakeFiles;
  /** What was saved on the visitor's device. */
  readonly saved: string[] = [];
  readonly random: Seeded;
  /** Pages that live, by lane. */
  readonly pages = new Map<string, Page>();
  /** Whether tabs hear each other. */
  channel = true;
  /** Whether the browser has Web Locks; where it has none, the tabs ask each other. */
  locks = true;
  /** The end of the queue of tabs that wait for their turn. */
  turn: Promise<void> = Promise.resolve();
  marker = false;
  visible = true;

  constructor(
    seed = 1,
    prefix?: string,
    readonly clock = new VirtualClock(),
  ) {
    this.server = new FakeServer(clock);
    this.files = new FakeFiles(clock);
    this.network = new Network(this.server, clock);
    this.random = new Seeded(seed, prefix);
  }

  /** What a page speaks through. */
  connect(clock: PageClock, sink: TransportSink, _tab: Tab): PageTransport {
    return new FakeTransport(this.network, clock, sink);
  }

  /** A new tab: its drafts are its own, and outlive its pages. */
  tab(): Tab {
    return new Tab(this);
  }

  /** A page in a new tab. */
  page(options: Partial<ChatOptions> = {}): Page {
    return this.tab().load(options);
  }
}

export class Tab {
  readonly drafts = new Disk();
  #page: Page | undefined;

  constructor(private readonly world: World) {}

  /** Loads the page; one that was there dies without a word. */
  load(options: Partial<ChatOptions> = {}): Page {
    this.#page?.kill();
    this.#page = new Page(this.world, this, options);
    return this.#page;
  }
}

/** One page with a chat on it, and everything that it told. */
export class Page {
  readonly chat: Chat;
  readonly clock: PageClock;
  readonly facts: Fact[] = [];
  readonly events: ChatEvent[] = [];
  readonly reports: unknown[] = [];
  readonly id: string;
  #stores: readonly { kill(): void }[];
  /** Not in the back/forward cache, where it holds no lock and hears nothing. */
  awake = true;
  #wake = new Set<(what: 'wake' | 'rest' | 'hide') => void>();
  /** Ends its turns among the tabs, and its places in the queue for them. */
  #letGo: (() => void)[] = [];
  #heard = new Set<(message: unknown) => void>();
  #transport: PageTransport | undefined;
  #sink: TransportSink | undefined;
  #world: World;

  constructor(world: World, tab: Tab, options: Partial<ChatOptions>) {
    this.#world = world;
    this.clock = world.clock.page();
    this.id = world.random.id();
    const store = world.disk.store(this.clock);
    const drafts = tab.drafts.store(this.clock);
    this.#stores = [store, drafts];
    world.pages.set(this.id, this);
    const channel = {
      id: this.id,
      post: (message: unknown) => {
        for (const other of world.pages.values())
          if (world.channel && other !== this && other.awake)
            other.clock.delay(1, () => other.#heard.forEach((listener) => listener(message)));
      },
      listen: (listener: (message: unknown) => void) => {
        this.#heard.add(listener);
        return () => this.#heard.delete(listener);
      },
    };
    const ports: Ports = {
      clock: this.clock,
      random: world.random,
      store,
      drafts,
      marker: { set: () => void (world.marker = true), clear: () => void (world.marker = false) },
      tabs: {
        ...channel,
        alive: (id) => Promise.resolve(world.pages.get(id)?.awake === true),
        exclusive: async (run) => {
          if (!world.pages.has(this.id)) return;
          const before = world.turn;
          const turn = new Promise<void>((resolve) => this.#letGo.push(resolve));
          const letGo = this.#letGo.at(-1)!;
          world.turn = before.then(() => turn);
          await before;
          if (!world.pages.has(this.id)) return;
          await Promise.race([run(), turn]);
          letGo();
        },
        close: () => world.pages.delete(this.id),
        ...(!world.locks && askedTabs(channel, this.clock, world.random)),
      },
      files: () =>
        Promise.resolve({
          blobs: {
            durable: true,
            get: (key) => Promise.resolve(world.blobs.get(key)),
            put: (key, value) => world.blobDisk.then(() => void world.blobs.set(key, value)),
            delete: (key) => Promise.resolve(void world.blobs.delete(key)),
            list: () => Promise.resolve([...world.blobs]),
            close: () => undefined,
          },
          save: (url, name) => Promise.resolve(void world.saved.push(`${name} from ${url}`)),
        }),
      wake: {
        visible: () => world.visible,
        listen: (listener) => {
          this.#wake.add(listener);
          return () => this.#wake.delete(listener);
        },
      },
    };
    this.chat = createSession({
      ports,
      transport: (sink) => {
        this.#sink = sink;
        this.#transport = world.connect(this.clock, sink, tab);
        // A transport that has real files keeps them.
        this.#transport.files ??= () => Promise.resolve(world.files);
        return this.#transport;
      },
      endpoint: '',
      channel: 'default',
      report: (what) => this.reports.push(what),
      ...options,
    });
    this.chat.subscribe((_state, facts) => this.facts.push(...facts));
    this.chat.onAny((event) => this.events.push(event));
  }

  get state(): ChatState {
    return this.chat.state;
  }

  /** The current conversation. */
  get current(): Conversation {
    const conversation = this.state.current === undefined ? undefined : this.state.conversations[this.state.current];
    if (!conversation) throw new Error('there is no current conversation');
    return conversation;
  }

  /** The texts in the log. */
  get texts(): readonly string[] {
    return this.current.log.entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : []));
  }

  /** The visitor's echoes as `text:status`. */
  get echoes(): readonly string[] {
    return this.current.pending.map(({ text, status }) => `${text}:${status}`);
  }

  /** The names of the events told so far. */
  get told(): readonly string[] {
    return this.events.map(({ type }) => type);
  }

  factsOf<T extends Fact['type']>(type: T): readonly Extract<Fact, { type: T }>[] {
    return this.facts.filter((fact): fact is Extract<Fact, { type: T }> => fact.type === type);
  }

  perform<T extends IntentType>(
    type: T,
    ...[detail]: Record<never, never> extends IntentMap[T] ? [detail?: IntentMap[T]] : [detail: IntentMap[T]]
  ): void {
    this.chat.perform({ type, detail: detail ?? {} } as Intent);
  }

  /** The composer: types and sends. */
  say(text: string): void {
    this.perform('chat-draft-request', { text });
    this.perform('chat-send-request', { text });
  }

  /** The transport says something, as if the server had. */
  hear(event: TransportEvent): void {
    this.#sink?.emit(event);
  }

  /** Another tab says something, which was under way while the page slept. */
  hearTab(message: unknown): void {
    for (const listener of this.#heard) listener(message);
  }

  /** The page's life cycle. */
  signal(what: 'wake' | 'rest' | 'hide'): void {
    this.awake = what !== 'rest';
    for (const listener of this.#wake) listener(what);
  }

  /** Starts a conversation and waits until it runs. */
  async started(): Promise<this> {
    void this.chat.startChat().catch(() => undefined);
    await this.#world.clock.advance(200);
    return this;
  }

  /** Dies as a browser dies: nothing is written any more, nothing is said any more. */
  kill(): void {
    this.#world.pages.delete(this.id);
    for (const letGo of this.#letGo) letGo();
    this.clock.kill();
    for (const store of this.#stores) store.kill();
    this.#transport?.kill();
  }
}
