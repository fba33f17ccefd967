/**
 * One seeded schedule of level L1: people who write and a world that fails, in one process under one virtual clock. When
 * all faults have ended, the books are compared.
 */
import { DEFAULT_LIMITS } from '../../../src/protocol/index.js';
import { isRunning } from '../../../src/session/model/selectors.js';
import { Seeded } from '../../helpers/seeded.js';
import type { Page, Tab } from '../../helpers/visitor.js';
import type { Outcome } from '../figures.js';
import { Ledger, type Screen, type Stored } from '../ledger.js';
import { ACTS, type Act } from './acts.js';
import { ScriptedAgent } from './agent.js';
import { screenOf, watch } from '../watch.js';
import { findAtRest } from './rest.js';
import { SimulatedWorld } from './world.js';

const STEPS = 40;
/** A page that was woken up must have seen by then what was stored before. */
const AWAKE = 2_000;
/** Two beats: by then every page has heard of all. */
const BEATS = 10_000;
const PATIENCE = 90_000;
/** Half as long again as the longest wait between two tries of a hidden page. */
const QUIET = 45_000;

/** See the module. */
export async function simulate(seed: number): Promise<Outcome> {
  const schedule = new Schedule(seed);
  try {
    return await schedule.run();
  } finally {
    await schedule.world.close();
  }
}

/** See the module. */
export class Schedule {
  readonly world: SimulatedWorld;
  readonly ledger = new Ledger();
  readonly agent: ScriptedAgent;
  readonly tabs: Tab[] = [];
  readonly pages = new Map<Tab, Page>();
  readonly rows = new Set<string>();
  readonly steps: string[] = [];
  /** Whether the disk of the pages has failed: without it no page can promise anything beyond its own life. */
  diskFailed = false;
  /** Set by the setting up: how the pages' disk behaves when it is well. */
  diskPace = 0;
  #latency = 0;
  #texts = 0;
  #typedOn = new Map<Page, string[]>();

  constructor(readonly seed: number) {
    this.world = new SimulatedWorld(seed);
    this.agent = new ScriptedAgent(this.world, this.ledger);
  }

  get random() {
    return this.world.random;
  }

  async run(): Promise<Outcome> {
    await this.#setUp();
    const { clock } = this.world;
    for (let step = 0; step < STEPS; step++) {
      this.#act();
      await clock.advance(this.random.pick([0, 0, 1, 5, 20, 20, 100, 400, 2_000, 6_000]));
    }
    // A page that nobody sees takes its time; whoever looks for the answer shows it, and that wakes it up.
    const woken = this.random.chance(50) || !this.world.visible;
    const took = await this.#heal(woken);
    const { log } = await this.#truth();
    const verdict = this.ledger.judge(log, this.#screens());
    return { ...verdict, seed: this.seed, steps: this.steps, rows: [...this.rows], ...took, woken };
  }

  note(step: string): void {
    this.steps.push(`${this.world.clock.elapsed}: ${step}`);
  }

  /** A text that nobody has written before. */
  text(by: string): string {
    return `${by}${this.seed}-${++this.#texts}`;
  }

  nameOf(tab: Tab): string {
    return `tab ${this.tabs.indexOf(tab) + 1}`;
  }

  load(tab: Tab): void {
    const page = tab.load();
    this.pages.set(tab, page);
    this.#typedOn.set(page, []);
    watch(page, { committed: this.world.database.committed, remoteIds: this.world.remoteIds }, this.ledger);
    if (this.world.marker) void page.chat.recover();
  }

  say(tab: Tab, text = this.text('v')): void {
    const page = this.pages.get(tab);
    if (!page) return;
    this.note(`${this.nameOf(tab)} says ${text}`);
    this.ledger.type(this.tabs.length === 1 && !this.diskFailed ? 'visitor' : page.id, text);
    this.#typedOn.get(page)?.push(text);
    // What came back from a conversation that is over stands in the composer; whoever types there has seen it.
    for (const draft of Object.values(page.state.view.drafts))
      for (const line of draft.split('\n')) this.ledger.giveBack(line);
    page.say(text);
  }

  startServer(): void {
    void this.world.startServer((run) => void this.agent.arrive(run));
  }

  killServer(): void {
    this.world.killServer();
  }

  async #setUp(): Promise<void> {
    const { world, random } = this;
    const latency = (this.#latency = random.pick([1, 10, 60, 250]));
    // Small pages take many round trips, which on a slow network is slowness and no fault.
    const maxPage = latency < 250 ? random.pick([2, 5, 100]) : 100;
    Object.assign(world.host.settings, { limits: { ...DEFAULT_LIMITS, maxPage } });
    world.channel = random.chance(70);
    // By the seed itself: a draw more would make every seed mean something else.
    world.locks = this.seed % 8 !== 3;
    this.diskPace = random.pick([0, 0, 3, 40]);
    world.disk.fault = () => this.diskPace || 'ok';
    world.database.fault = random.pick([0, 0, 2, 6]);
    for (let tabs = random.pick([1, 1, 1, 2, 2, 5]); tabs > 0; tabs--) this.tabs.push(world.tab());
    for (const tab of this.tabs) world.netOf(tab).latency = latency;
    this.note(
      `latency ${latency}, pages of ${maxPage}, disk ${this.diskPace}, ${this.tabs.length} tabs, channel ${world.channel}, locks ${world.locks}`,
    );
    if (this.tabs.length > 1) this.rows.add('F20');
    if (this.tabs.length > 1 && !(world.channel && world.locks)) this.rows.add('F19');
    this.startServer();
    await world.clock.advance(20);
    this.load(this.tabs[0]!);
  }

  #act(): void {
    const tab = this.random.pick(this.tabs);
    if (!this.pages.has(tab)) {
      this.note(`${this.nameOf(tab)} opens`);
      return this.load(tab);
    }
    let weight = this.random.between(1, TOTAL);
    const act = ACTS.find((one) => (weight -= one.weight) <= 0)!;
    if (act.run(this, tab) !== false && act.row) this.rows.add(act.row);
  }

  /** All faults end, and the server is there. Resolves with how long it took from then, and from the wake-up, until the books agreed. */
  async #heal(woken: boolean): Promise<{ readonly recovery: number; readonly sinceWake: number }> {
    const { world } = this;
    const { clock } = world;
    this.note(`heal${woken ? ', and the pages wake up' : ''}`);
    await this.#loseLast();
    const healed = clock.elapsed;
    for (const net of world.nets) {
      Object.assign(net, { latency: this.#latency, refuse: 'no', twice: 0, cutAt: undefined });
      net.letGo('up');
      net.letGo('down');
    }
    Object.assign(world.host, { pushesLost: 0, putOff: 0 });
    if (world.run) world.run.store.crash = undefined;
    world.database.fault = 0;
    world.disk.heal();
    world.visible = true;
    this.startServer();
    // What is under way on a slow network arrives; pages that were about to be loaded anew are; the server is up.
    await clock.advance(Math.max(60, ...world.nets.map(({ busyUntil }) => busyUntil - clock.elapsed)));
    for (const tab of this.tabs) if (!this.pages.has(tab)) this.load(tab);
    // A page that lives keeps what it was given, whatever became of its disk.
    for (const page of this.pages.values()) for (const text of this.#typedOn.get(page) ?? []) this.ledger.keep(text);
    const from = clock.elapsed;
    if (woken) for (const page of this.pages.values()) page.signal('wake');
    while (clock.elapsed - from < PATIENCE && (await this.#missing()).length > 0)
      await clock.advance(clock.elapsed - from < 5_000 ? 40 : 500);
    const took = { recovery: clock.elapsed - healed, sinceWake: clock.elapsed - from };
    // What comes too late would be a second time, or a change of mind.
    await clock.advance(QUIET);
    await this.#wakeDuringPull();
    await this.#truth();
    for (const what of await findAtRest(world, this.pages)) this.ledger.remark(what);
    this.#faults();
    return took;
  }

  /** The very last push is lost, in some schedules: nothing that comes later shows that it is missing. */
  async #loseLast(): Promise<void> {
    const [conversation] = [...this.world.remoteIds].slice(-1);
    // Drawn from a source of its own: it must not change what happened before.
    if (conversation === undefined || !new Seeded(this.seed ^ 0xbea7).chance(30)) return;
    this.rows.add('F13');
    this.world.host.pushesLost = 100;
    const text = this.text('a');
    this.note(`the agent says ${text}, and the push of it is lost`);
    this.agent.say(conversation, text);
    await this.world.clock.advance(100);
  }

  /**
   * A page asks for news, and while the answer is on its way something is stored, its push is lost, and the page is woken up once
   * more. The answer can't have it, and nothing but this second wake-up tells that there is more, until the next beat.
   */
  async #wakeDuringPull(): Promise<void> {
    const { world } = this;
    const [tab, page] =
      [...this.pages].find(([, { state }]) => isRunning(state.conversations[state.current ?? ''])) ?? [];
    // Drawn from a source of its own: what else happens in a schedule stays as it was.
    if (!tab || !page || !new Seeded(this.seed ^ 0xd1e7).chance(50)) return;
    const { remoteId, log } = page.current;
    if (remoteId === undefined || page.state.connection.status !== 'online' || log.head > log.last) return;
    this.rows.add('F13');
    const text = this.text('a');
    this.note(
      `${this.nameOf(tab)} wakes, the agent says ${text} behind its answer, the push is lost, and it wakes again`,
    );
    page.signal('wake');
    // The question has arrived, and was answered.
    await world.clock.advance(this.#latency);
    world.host.pushesLost = 100;
    this.agent.say(remoteId, text);
    // No time passes for the page while the server stores it.
    for (let turn = 0; turn < 100 && !world.database.committed.has(text); turn++) await world.clock.settle();
    // An agent who had to come again says it later: it may be too late for the second answer as well.
    const stored = world.database.committed.has(text);
    page.signal('wake');
    await world.clock.advance(AWAKE);
    world.host.pushesLost = 0;
    if (stored && !page.texts.includes(text)) this.ledger.remark(`"${text}" is not seen ${AWAKE} ms after a wake-up`);
    // The other pages were not woken up.
    await world.clock.advance(BEATS);
  }

  async #missing(): Promise<readonly string[]> {
    if (this.agent.waits) return ['the agent has something to say'];
    const screens = this.#screens();
    // The log is read only when all the rest looks well: it takes longer.
    const stuck = screens.find(({ waiting, complaints }) => waiting.length + complaints.length > 0);
    if (stuck) return [stuck.name];
    const { log } = await this.#truth();
    return this.ledger.missing(log, screens);
  }

  async #truth(): Promise<{ readonly log: readonly Stored[] }> {
    const { log, ended } = await this.world.truth();
    for (const id of ended) this.ledger.ended.add(id);
    return { log };
  }

  #screens(): Screen[] {
    return [...this.pages].map(([tab, page]) => screenOf(this.nameOf(tab), page));
  }

  /** Nothing that was typed stands in the server's own log, and no page has a fault of its own. */
  #faults(): void {
    const { host } = this.world;
    if (host.logged.some((line) => /[va]\d+-\d/.test(line))) this.ledger.remark("a text is in the server's own log");
    for (const page of this.pages.values())
      for (const what of page.reports)
        if (what instanceof Error && what.name === 'TypeError') this.ledger.remark(`fault: ${what.stack ?? ''}`);
  }
}

const TOTAL = ACTS.reduce((sum: number, { weight }: Act) => sum + weight, 0);
