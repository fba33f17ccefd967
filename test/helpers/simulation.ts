import type { OutItem } from '../../src/session/transport.js';
import { TransportError } from '../../src/session/transport.js';
import { ALICE, BOB } from './fake-room.js';
import type { StoreFault } from './fault-store.js';
import type { Fate } from './fake-transport.js';
import { World, type Page, type Tab } from './visitor.js';

/** What came of one schedule. `broken` names each broken promise; `steps` is the schedule, for whoever looks for the fault. */
export type Outcome = {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly steps: readonly string[];
  readonly sent: number;
  /** Milliseconds from the end of all faults until everything agreed. */
  readonly recovery: number;
};

const STEPS = 40;
const PATIENCE = 120_000;

/**
 * One random conversation of one or two tabs with an agent, under random faults, and afterwards the question whether every
 * promise was kept:
 *
 * - P1, P2: what was taken durably is in the server's log exactly once, unless the server refused it
 * - P3: one page's messages are there in the order in which they were taken
 * - P4: "sent" is told only of what is committed, "failed" only of what is not
 * - P5: afterwards each page has the server's log, nothing waits, and the line is up or not needed
 * - each entry is told once to each page, and so is each "sent" and each end
 */
export async function simulate(seed: number): Promise<Outcome> {
  return new Simulation(seed).run();
}

export class Simulation {
  readonly world: World;
  readonly #tabs: Tab[] = [];
  readonly #pages = new Map<Tab, Page>();
  /** The server's name of each conversation that any page ever had open, by the pages' own name. */
  readonly #remoteIds = new Map<string, string>();
  readonly #steps: string[] = [];
  readonly #broken: string[] = [];
  /** Taken durably: they must arrive. */
  readonly #promised = new Map<string, { readonly key: string; readonly text: string }>();
  /** All texts of each page in each conversation, in the order in which they were taken. */
  readonly #taken = new Map<string, string[]>();
  #texts = 0;
  /** By text: the page that it was typed on. */
  readonly #typedOn = new Map<string, string>();
  #disk: () => StoreFault = () => 'ok';
  #diskFails = false;
  #ends = false;

  constructor(private readonly seed: number) {
    this.world = new World(seed);
  }

  get #random() {
    return this.world.random;
  }

  async run(): Promise<Outcome> {
    this.#setUp();
    const { clock } = this.world;
    for (let i = 0; i < STEPS; i++) {
      this.#act();
      await clock.advance(this.#random.pick([0, 0, 1, 5, 20, 20, 100, 400, 2_000, 6_000]));
    }
    const healed = await this.#heal();
    this.#check();
    return { seed: this.seed, broken: this.#broken, steps: this.#steps, sent: this.#promised.size, recovery: healed };
  }

  #setUp(): void {
    const { network, server, disk } = this.world;
    network.latency = this.#random.pick([1, 10, 60, 250]);
    server.maxPage = this.#random.pick([2, 5, 100]);
    server.rotates = this.#random.chance(50);
    this.world.channel = this.#random.chance(70);
    // By the seed itself: a draw more would make every seed mean something else.
    this.world.locks = this.seed % 8 !== 3;
    const slow = this.#random.pick([0, 0, 3, 40]);
    this.#disk = () => (slow > 0 ? slow : 'ok');
    disk.fault = this.#disk;
    const tabs = this.#random.chance(40) ? 2 : 1;
    for (let i = 0; i < tabs; i++) this.#tabs.push(this.world.tab());
    this.#load(this.#tabs[0] as Tab);
    this.#note(
      `latency ${network.latency}, page ${server.maxPage}, rotates ${server.rotates}, disk ${slow}, tabs ${tabs}`,
    );
  }

  #note(step: string): void {
    this.#steps.push(`${this.world.clock.elapsed}: ${step}`);
  }

  #load(tab: Tab): void {
    const page = tab.load();
    this.#pages.set(tab, page);
    page.chat.subscribe(({ conversations }) => {
      for (const { key, remoteId } of Object.values(conversations))
        if (remoteId !== undefined) this.#remoteIds.set(key, remoteId);
    });
    this.#watch(page);
    if (this.world.marker) void page.chat.recover();
  }

  /** Checks what can only be seen while it happens. */
  #watch(page: Page): void {
    const { server } = this.world;
    const seen = new Set<string>();
    const once = (what: string) => {
      if (seen.has(what)) this.#broken.push(`told twice: ${what}`);
      seen.add(what);
    };
    const stored = (id: string) => [...server.rooms.values()].some((room) => room.ids.has(id));
    page.chat.subscribe((state, facts) => {
      for (const fact of facts)
        switch (fact.type) {
          case 'received':
            for (const entry of fact.entries) once(`entry ${fact.key} ${entry.seq}`);
            break;
          case 'sent':
            once(`sent ${fact.clientId}`);
            if (!stored(fact.clientId)) this.#broken.push(`P4: sent without a commit: ${fact.text}`);
            break;
          case 'send-failed':
            if (stored(fact.clientId)) this.#broken.push(`P4: failed, yet in the log: ${fact.clientId}`);
            break;
          case 'ended':
            once(`end ${fact.key}`);
            break;
          case 'submitted': {
            const echo = state.conversations[fact.key]?.pending.find(({ clientId }) => clientId === fact.clientId);
            // What a page that is gone wrote down is another page's, also where that one did not live to show it.
            if (!echo || this.#typedOn.get(echo.text) !== page.id) break;
            const lane = `${page.id} in ${fact.key}`;
            const list = this.#taken.get(lane) ?? [];
            this.#taken.set(lane, list);
            if (!list.includes(echo.text)) list.push(echo.text);
            if (echo.status === 'queued' && state.storage === 'durable')
              this.#promised.set(fact.clientId, { key: fact.key, text: echo.text });
            break;
          }
          default:
            break;
        }
    });
  }

  #act(): void {
    const { network, server, clock } = this.world;
    const tab = this.#random.pick(this.#tabs);
    const page = this.#pages.get(tab);
    const roll = this.#random.between(1, 100);
    if (!page) {
      this.#note('load the other tab');
      return this.#load(tab);
    }
    const name = `tab ${this.#tabs.indexOf(tab)}`;
    const room = [...server.rooms.values()].at(-1);
    if (roll <= 30) {
      const count = this.#random.pick([1, 1, 1, 2, 5]);
      for (let i = 0; i < count; i++) {
        const text = `m${++this.#texts}`;
        this.#typedOn.set(text, page.id);
        this.#note(`${name} says ${text}`);
        page.perform('chat-send-request', { text });
      }
    } else if (roll <= 45) {
      if (!room || room.phase === 'ended') return;
      const act = this.#random.pick(['join', 'say', 'say', 'say', 'whisper', 'leave', 'typing', 'mark'] as const);
      this.#note(`agent: ${act}`);
      const who = this.#random.pick([ALICE, BOB]);
      if (act === 'join') room.join(who);
      else if (act === 'say') for (let i = 0; i < this.#random.between(1, 4); i++) room.say(`a${++this.#texts}`, who);
      else if (act === 'whisper') room.whisper('psst');
      else if (act === 'leave') room.leave(who);
      else if (act === 'typing') room.typing(true, who);
      else room.mark(who.id, { seen: room.head });
    } else if (roll <= 53) {
      this.#note('line cut');
      network.cut();
    } else if (roll <= 56) {
      this.#note('half open');
      network.halfOpen();
    } else if (roll <= 61) {
      const ms = this.#random.pick([10, 500, 8_000]);
      this.#note(`server down for ${ms}`);
      server.stop();
      clock.delay(ms, () => server.restart());
    } else if (roll <= 68) {
      server.crash = {
        item: this.#random.between(0, 3),
        before: this.#random.pick(['commit', 'ack', 'push'] as const),
      };
      this.#note(`crash at the next batch: ${JSON.stringify(server.crash)}`);
    } else if (roll <= 78) {
      this.#note(`${name} reloads`);
      this.#load(tab);
    } else if (roll <= 90) {
      this.#faults();
    } else if (roll <= 94) {
      const what = this.#random.pick(['wake', 'wake', 'hide', 'rest'] as const);
      this.#note(`${name}: ${what}`);
      page.signal(what);
      if (what === 'rest') clock.delay(3_000, () => page.signal('wake'));
    } else if (roll <= 96) {
      const ms = this.#random.pick([-3_600_000, 133_200_000, -5_000]);
      this.#note(`the clock jumps by ${ms}`);
      clock.jump(ms);
    } else if (roll <= 98) {
      this.#breakDisk();
    } else if (room && room.phase !== 'ended' && this.#random.chance(40)) {
      this.#ends = true;
      if (this.#random.chance(50)) {
        this.#note('agent ends');
        room.end('agent');
      } else {
        this.#note(`${name} ends`);
        page.perform('chat-end-request');
      }
    }
  }

  #faults(): void {
    const { network, server, clock } = this.world;
    const percent = this.#random.pick([10, 30, 60]);
    const fates: readonly Fate[] = this.#random.pick([
      ['lose'],
      ['twice'],
      [30, 300],
      ['cut'],
      ['lose', 'twice', 80, 900],
    ]);
    const where = this.#random.pick(['push', 'up', 'down', 'judge'] as const);
    const ms = this.#random.pick([200, 3_000]);
    this.#note(`${where}: ${fates.join(' or ')}, ${percent} %, for ${ms}`);
    const fate = (): Fate => (this.#random.chance(percent) ? this.#random.pick(fates) : 'pass');
    if (where === 'judge') {
      server.judge = (item: OutItem) =>
        this.#random.chance(percent)
          ? { id: item.id, status: 'later', retryAfter: this.#random.pick([undefined, 700]) }
          : undefined;
      server.refuse = (verb) =>
        this.#random.chance(percent / 2)
          ? new TransportError('again', 'unavailable', verb, this.#random.pick([undefined, 500]))
          : undefined;
    } else network[where] = fate;
    clock.delay(ms, () => this.#mend(where));
  }

  #mend(where: 'push' | 'up' | 'down' | 'judge'): void {
    const { network, server } = this.world;
    if (where === 'judge') {
      server.judge = () => undefined;
      server.refuse = () => undefined;
    } else network[where] = () => 'pass';
  }

  #breakDisk(): void {
    const { disk, clock } = this.world;
    const fault = this.#random.pick(['reject', 'hang', 800] as const);
    const ms = this.#random.pick([100, 4_000]);
    this.#note(`disk: ${fault} for ${ms}`);
    this.#diskFails = true;
    disk.fault = () => fault;
    clock.delay(ms, () => {
      disk.fault = this.#disk;
    });
  }

  /** All faults end; every tab is there. Resolves with how long it took until all was well. */
  async #heal(): Promise<number> {
    const { clock, network, server, disk } = this.world;
    this.#note('heal');
    for (const where of ['push', 'up', 'down', 'judge'] as const) this.#mend(where);
    server.crash = undefined;
    server.restart();
    this.#disk = () => 'ok';
    disk.fault = this.#disk;
    network.cut();
    for (const tab of this.#tabs) if (!this.#pages.has(tab)) this.#load(tab);
    const from = clock.elapsed;
    // Whoever sits before a page sends it a wake-up now and then.
    for (let i = 0; i < 3 && !this.#calm(); i++) {
      for (const page of this.#pages.values()) page.signal('wake');
      await clock.until(() => this.#calm(), PATIENCE / 3);
    }
    const took = clock.elapsed - from;
    await clock.advance(20_000);
    if (!this.#calm()) this.#broken.push(`P5: stuck: ${this.#why()}`);
    return took;
  }

  #calm(): boolean {
    return this.#why() === '';
  }

  /** What is not yet as it should be. */
  #why(): string {
    const { server } = this.world;
    for (const [tab, page] of this.#pages) {
      const name = `tab ${this.#tabs.indexOf(tab)}`;
      const { connection, conversations, current } = page.state;
      const idle = connection.status === 'offline' && (connection.reason === 'idle' || connection.reason === undefined);
      if (connection.status !== 'online' && !idle) return `${name} is ${connection.status} ${connection.reason ?? ''}`;
      for (const conversation of Object.values(conversations)) {
        const waiting = conversation.pending.filter(({ status }) => status !== 'failed');
        if (waiting.length > 0)
          return `${name} still has ${waiting.map(({ text, status }) => `${text} ${status}`).join(', ')}`;
        if (conversation.phase === 'ended' && !conversation.ended) return `${name} has not heard the end`;
        const room = server.rooms.get(conversation.remoteId ?? '');
        if (!room) return `${name} has a conversation that is not on the server: ${conversation.phase}`;
        const last = conversation.log.last;
        if (last !== room.head) return `${name} has ${last} of ${room.head}`;
        if (current === conversation.key && room.phase !== conversation.phase)
          return `${name} is ${conversation.phase}, not ${room.phase}`;
      }
    }
    for (const [id, { text }] of this.#promised)
      if (!this.#arrived(id) && !this.#returned(id)) return `${text} has not arrived`;
    return '';
  }

  /** The conversation was over when a message came: it was refused, or it went back to a composer. */
  #returned(id: string): boolean {
    const { server } = this.world;
    const { key = '', text = '' } = this.#promised.get(id) ?? {};
    const drafts = [...this.#pages.values()]
      .flatMap((page) => Object.values(page.state.view.drafts))
      .join('\n')
      .split('\n');
    return (
      server.refused.has(id) ||
      (server.rooms.get(this.#remoteIds.get(key) ?? '')?.phase === 'ended' && drafts.includes(text))
    );
  }

  #arrived(id: string): boolean {
    return [...this.world.server.rooms.values()].some((room) => room.ids.has(id));
  }

  #check(): void {
    const { server } = this.world;
    const logs = [...server.rooms.values()].map((room) => room.log());
    const texts = logs
      .flat()
      .flatMap((entry) => (entry.type === 'message' && entry.from.role === 'visitor' ? [entry.text] : []));
    const counts = new Map<string, number>();
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const [id, { text }] of this.#promised)
      if (!counts.has(text) && !this.#returned(id)) this.#broken.push(`P1: lost ${text}`);
    for (const [text, count] of counts) if (count > 1) this.#broken.push(`P2: ${count} times ${text}`);
    for (const [lane, taken] of this.#taken) {
      const mine = texts.filter((text) => taken.includes(text));
      const order = taken.filter((text) => mine.includes(text));
      if (mine.join() !== order.join())
        this.#broken.push(`P3: page ${lane} took ${order.join(' ')}, the log has ${mine.join(' ')}`);
    }
    if (this.#tabs.length === 1 && !this.#diskFails && !this.#ends && logs.length === 1) {
      const numbers = texts.map((text) => Number(text.slice(1)));
      if (numbers.some((number, i) => number < (numbers[i - 1] ?? 0)))
        this.#broken.push(`P3: the tab's order was not kept: ${texts.join(' ')}`);
    }
    if (this.#tabs.length === 1 && !this.#diskFails && !this.#ends && logs.length > 1)
      this.#broken.push(`${logs.length} conversations instead of one`);
    for (const page of this.#pages.values())
      for (const { remoteId = '', log } of Object.values(page.state.conversations)) {
        const truth = server.rooms.get(remoteId)?.log() ?? [];
        const from = truth.findIndex((entry) => entry.seq === log.first);
        const expected = truth.slice(Math.max(0, from));
        if (JSON.stringify(log.entries.map(place)) !== JSON.stringify(expected.map(place)))
          this.#broken.push(`P5: the log differs from the server's`);
        else if (JSON.stringify(log.entries) !== JSON.stringify(expected))
          this.#broken.push("P5: an entry differs from the server's");
      }
    for (const page of this.#pages.values())
      for (const what of page.reports)
        if (what instanceof Error && what.name === 'TypeError') this.#broken.push(`fault: ${what.stack ?? ''}`);
  }
}

const place = ({ seq, prev }: { readonly seq: number; readonly prev: number }) => [seq, prev];
