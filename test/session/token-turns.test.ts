import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSession, type Chat } from '../../src/session/chat.js';
// Fetched with the first token: here it must be there at once, whatever the machine is busy with.
import '../../src/session/flows/identity.js';
import { memoryPorts } from '../../src/session/memory.js';
import type { Clock, Tabs } from '../../src/session/ports.js';
import { TransportError } from '../../src/session/transport.js';
import { FakeServer } from '../helpers/fake-server.js';
import { FakeTransport, Network } from '../helpers/fake-transport.js';
import { Seeded } from '../helpers/seeded.js';
import { VirtualClock } from '../helpers/virtual-clock.js';

/** Wants a token each time, as a server does that serves customers. */
class Guarded extends FakeTransport {
  override async open(_signal?: AbortSignal, token?: string): Promise<void> {
    if (!token) throw new TransportError('final', 'token-required');
    await super.open();
  }
}

/** The tabs of one browser: locks that a frozen page keeps, and a channel that it does not hear. */
class Browser {
  readonly clock = new VirtualClock();
  readonly tabs: Tab[] = [];
  readonly #random = new Seeded(1);
  readonly #network = new Network(new FakeServer(this.clock), this.clock);
  /** Who waits for each lock, the holder first. */
  readonly #queues = new Map<string, (() => void)[]>();
  /** How many tabs ask their page just now, and how many have at once. */
  asking = 0;
  most = 0;

  /** @param takes - how long the page's provider takes to answer, in milliseconds */
  open(takes: number): Tab {
    const tab = new Tab(this, takes, this.#network, this.#random);
    this.tabs.push(tab);
    return tab;
  }

  /** Moves on until `done`, in small steps: code that is fetched comes when it comes. */
  async until(done: () => boolean, ms: number): Promise<boolean> {
    for (const end = this.clock.elapsed + ms; !done() && this.clock.elapsed < end;) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      await this.clock.advance(5);
    }
    return done();
  }

  async lock(name: string, patience: number, run: () => Promise<void>): Promise<void> {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    let mine!: () => void;
    const granted = new Promise<boolean>((resolve) => {
      mine = () => resolve(true);
      queue.push(mine);
      if (queue[0] === mine) mine();
      else this.clock.delay(patience, () => queue[0] !== mine && resolve(false));
    });
    if (!(await granted)) queue.splice(queue.indexOf(mine), 1);
    await run();
    if (queue[0] !== mine) return;
    queue.shift();
    queue[0]?.();
  }
}

class Tab {
  readonly chat: Chat;
  readonly heard = new Set<(message: unknown) => void>();
  /** What would have happened in the frozen page. */
  #missed: (() => void)[] | undefined;

  constructor(
    private readonly browser: Browser,
    private readonly takes: number,
    network: Network,
    random: Seeded,
  ) {
    const clock: Clock = {
      now: () => browser.clock.now(),
      delay: (ms, callback) => browser.clock.delay(ms, () => this.live(callback)),
    };
    const tabs: Tabs = {
      id: random.id(),
      alive: () => Promise.resolve(true),
      post: (message) => {
        for (const other of browser.tabs)
          if (other !== this)
            browser.clock.delay(1, () => other.live(() => other.heard.forEach((listener) => listener(message))));
      },
      listen: (listener) => (this.heard.add(listener), () => this.heard.delete(listener)),
      exclusive: (run, name = 'turn', patience = 2_000) => browser.lock(name, patience, run),
      close: () => undefined,
    };
    this.chat = createSession({
      ports: memoryPorts({ clock, tabs, random }),
      transport: (sink) => new Guarded(network, clock, sink),
      endpoint: '',
      channel: 'members',
    });
    this.chat.setAuthTokenProvider(() => this.#provide());
    void this.chat.startChat().catch(() => undefined);
  }

  async #provide(): Promise<string> {
    this.browser.most = Math.max(this.browser.most, ++this.browser.asking);
    await new Promise<void>((resolve) => this.browser.clock.delay(this.takes, () => this.live(resolve)));
    this.browser.asking--;
    return 'a token';
  }

  get online(): boolean {
    return this.chat.state.connection.status === 'online';
  }

  /** Does something in the page; a frozen one does it when it thaws. */
  live(what: () => void): void {
    if (this.#missed) this.#missed.push(what);
    else what();
  }

  freeze(): void {
    this.#missed = [];
  }

  thaw(): void {
    const missed = this.#missed ?? [];
    this.#missed = undefined;
    for (const one of missed) one();
  }
}

test('a tab that is frozen while it asks for a token is not waited for, and the others take turns', async () => {
  const browser = new Browser();
  const frozen = browser.open(500);
  assert.ok(await browser.until(() => browser.asking === 1, 5_000));
  frozen.freeze();
  const others = [0, 1, 2, 3].map(() => browser.open(500));
  assert.ok(await browser.until(() => others.some(({ online }) => online), 3_500), 'the first of them goes on at once');
  assert.ok(await browser.until(() => others.every(({ online }) => online), 15_000));
  assert.ok(!frozen.online);
  assert.equal(browser.most, 2, 'the frozen one, and one that lives');
  frozen.thaw();
  assert.ok(await browser.until(() => frozen.online, 20_000));
});

test('a tab that lives is waited for, however long its provider may take', async () => {
  const browser = new Browser();
  const tabs = [9_000, 9_000, 9_000, 100].map((takes) => browser.open(takes));
  assert.ok(await browser.until(() => tabs.every(({ online }) => online), 60_000));
  assert.equal(browser.most, 1);
});

test('two tabs that are frozen, one after the other, keep nobody from chatting', async () => {
  const browser = new Browser();
  const first = browser.open(500);
  assert.ok(await browser.until(() => browser.asking === 1, 5_000));
  first.freeze();
  const second = browser.open(500);
  assert.ok(await browser.until(() => browser.asking === 2, 5_000));
  second.freeze();
  const third = browser.open(500);
  assert.ok(await browser.until(() => third.online, 15_000));
});
