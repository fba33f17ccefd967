/**
 * One seeded schedule of level L3: a person at a real browser with the real widget, who leaves at the worst moment. The
 * books hold what was typed, what the server's file has, and what stands in the page.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { openSqlite } from '../../../demo/server/index.js';
import { ServerProcess } from '../../e2e/rig/server.js';
import { Visitor } from '../../e2e/rig/visitor.js';
import { Watch } from '../../e2e/rig/watch.js';
import { Seeded } from '../../helpers/seeded.js';
import type { Outcome } from '../figures.js';
import { Ledger, type Screen, type Stored } from '../ledger.js';
import { readLog } from '../l2/read-log.js';
import { PersonsBrowser, type BrowserName } from './browsers.js';
import { blockStorage, deafen, fillStorage } from './storage.js';

/** What a schedule can be, and which row of the fault matrix that is; the seed says which. */
export const KINDS = [
  ['reload', 'F16'],
  ['kill', 'F16'],
  ['away and back', 'F17'],
  ['five tabs', 'F19'],
  ['five deaf tabs', 'F19'],
  ['frozen', 'F18'],
  ['offline', 'F7'],
  ['blocked storage', 'F21'],
  ['full storage', 'F21'],
] as const;
type Kind = (typeof KINDS)[number][0];

const PATIENCE = 30_000;

/** How often pages came back, and how often of those out of the back/forward cache. */
type Returns = { all: number; cached: number };

/** One server for all schedules of a run; each has a browser of its own. */
export class BrowserLevel {
  #server: ServerProcess | undefined;
  readonly #returns: Returns = { all: 0, cached: 0 };

  constructor(private readonly browser: BrowserName) {}

  async simulate(seed: number): Promise<Outcome> {
    const server = (this.#server ??= await ServerProcess.launch());
    const person = new PersonsBrowser(this.browser, server.origin);
    const schedule = new Schedule(seed, server, person, this.#returns, this.browser);
    try {
      return await schedule.run();
    } finally {
      person.forget();
    }
  }

  async close(): Promise<void> {
    await this.#server?.stop();
    const { all, cached } = this.#returns;
    if (all > 0) console.log(`${this.browser}: ${cached} of ${all} pages came back out of the back/forward cache`);
  }
}

class Schedule {
  readonly #random: Seeded;
  readonly #ledger = new Ledger();
  readonly #steps: string[] = [];
  #context!: BrowserContext;
  #tabs: Visitor[] = [];
  #texts = 0;

  constructor(
    private readonly seed: number,
    private readonly server: ServerProcess,
    private readonly person: PersonsBrowser,
    private readonly returns: Returns,
    private readonly browser: BrowserName,
  ) {
    this.#random = new Seeded(seed);
  }

  async run(): Promise<Outcome> {
    const [kind, row] = KINDS[this.seed % KINDS.length]!;
    this.#steps.push(kind);
    this.#context = await this.person.launch();
    if (kind === 'five deaf tabs') await deafen(this.#context);
    const page = await this.#page();
    if (kind === 'blocked storage') await blockStorage(page);
    if (kind === 'full storage') await fillStorage(page);
    await page.goto('/');
    const visitor = this.#visitor(page);
    await visitor.open();
    await this.#say(visitor);
    await this.#fault(kind, visitor);
    const from = Date.now();
    await this.#rest();
    const recovery = Date.now() - from;
    const screens = await this.#screens();
    await this.#context.close();
    const verdict = this.#ledger.judge(await this.#stored(), screens);
    return { ...verdict, seed: this.seed, steps: this.#steps, rows: [row], recovery, woken: true };
  }

  async #page(): Promise<Page> {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  #visitor(page: Page): Visitor {
    const visitor = new Visitor(page, 'somebody', new Watch());
    this.#tabs.push(visitor);
    return visitor;
  }

  /** Types and presses Enter. With `see`, until the field is empty: from then on the text is promised. */
  async #say({ field }: Visitor, see = true): Promise<string> {
    const text = `s${this.seed}-${++this.#texts}`;
    this.#steps.push(`says ${text}`);
    this.#ledger.type('somebody', text);
    await field.fill(text);
    await field.press('Enter');
    if (!see) return text;
    for (const end = Date.now() + PATIENCE; (await field.inputValue()) !== '';)
      if (Date.now() > end) throw new Error(`the composer kept ${text}`);
    this.#ledger.keep(text);
    return text;
  }

  async #fault(kind: Kind, visitor: Visitor): Promise<void> {
    const { page } = visitor;
    const ms = this.#random.between(0, 50);
    this.#steps.push(`after ${ms} ms`);
    switch (kind) {
      case 'reload': {
        for (let round = 0; round < 3; round++) {
          await this.#say(visitor, this.#random.chance(50));
          await sleep(ms);
          await page.reload();
          await this.#ready(visitor);
          // What was not taken yet is still there to be sent.
          if ((await visitor.field.inputValue()) !== '') await visitor.field.press('Enter');
        }
        return;
      }
      case 'kill':
        await this.server.kill();
        await this.#say(visitor);
        await this.#say(visitor, this.#random.chance(50));
        await sleep(ms);
        this.person.kill();
        await Promise.race([this.#context.close().catch(() => undefined), sleep(2_000)]);
        await this.server.start();
        this.#tabs = [];
        this.#context = await this.person.launch();
        return this.#comeBack();
      case 'away and back':
        await this.#say(visitor);
        await page.evaluate(() => {
          addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { cameBack: persisted }));
        });
        await page.goto('/theming.html');
        await sleep(ms * 10);
        await page.goBack({ waitUntil: 'commit' });
        await this.#ready(visitor);
        await this.#fromCache(page);
        await this.#say(visitor);
        return;
      case 'frozen': {
        await this.#comeBack();
        // Long enough for the server to give the line up, where the machine is not too slow to notice.
        const frozen = page.evaluate(() => {
          for (const end = Date.now() + 5_000; Date.now() < end;);
        });
        await this.#say(this.#tabs[1]!);
        await frozen;
        await this.#say(visitor);
        return;
      }
      case 'five tabs':
      case 'five deaf tabs':
        for (let more = 0; more < 4; more++) await this.#comeBack();
        for (const tab of this.#tabs) await this.#say(tab);
        await this.#tabs.splice(this.#random.between(0, 4), 1)[0]!.page.close();
        for (const tab of this.#tabs) await this.#say(tab);
        return;
      case 'offline':
      case 'blocked storage':
      case 'full storage':
        await this.server.kill();
        await this.#say(visitor);
        await sleep(ms);
        await this.#say(visitor);
        return this.server.start();
    }
  }

  /** A page that was loaded anew would show nothing of the cache. Firefox keeps pages or not as it likes, and is only counted. */
  async #fromCache(page: Page): Promise<void> {
    const cached = await page.evaluate(() => (globalThis as { cameBack?: boolean }).cameBack === true);
    this.returns.all++;
    if (cached) this.returns.cached++;
    else if (this.browser === 'chromium') this.#ledger.remark('the page did not come out of the back/forward cache');
  }

  /** Another tab, or the first of a new browser: the conversation is there again. */
  async #comeBack(): Promise<void> {
    const page = await this.#page();
    await page.goto('/');
    await this.#ready(this.#visitor(page));
  }

  /** The window is open, or is opened. */
  async #ready(visitor: Visitor): Promise<void> {
    await visitor.field.or(visitor.launcher).first().waitFor();
    if (!(await visitor.field.isVisible())) await visitor.open();
  }

  /** Until all that was promised stands on every screen as sent. */
  async #rest(): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const screens = await this.#screens();
      const shown = (text: string): boolean =>
        screens.every((screen) => screen.shown.get(CONVERSATION)?.texts.includes(text));
      if (this.#ledger.promised.every(shown) && screens.every(({ waiting }) => waiting.length === 0)) break;
      await sleep(50);
    }
    await sleep(300);
  }

  async #screens(): Promise<Screen[]> {
    const screens: Screen[] = [];
    for (const [at, visitor] of this.#tabs.entries()) {
      const texts = (await visitor.texts()).map((text) => text.trim()).filter((text) => this.#ledger.knows(text));
      const state = await visitor.state();
      const waiting = Object.values(state.conversations).flatMap(({ pending }) => pending.map(({ text }) => text));
      screens.push({
        name: `tab ${at + 1}`,
        shown: new Map([[CONVERSATION, { from: 0, texts }]]),
        waiting,
        returned: [],
        complaints: [],
      });
    }
    return screens;
  }

  /** What is in the file of a server that was killed. */
  async #stored(): Promise<Stored[]> {
    await this.server.kill();
    const store = openSqlite({ path: path.join(this.server.data, 'chat.db') });
    const log = await readLog(store);
    await store.close();
    await this.server.start();
    return log
      .filter(({ text }) => text.startsWith(`s${this.seed}-`))
      .map((row) => ({ ...row, conversation: CONVERSATION }));
  }
}

const CONVERSATION = 'the conversation';
