/** What every end-to-end test stands on: one browser and one real server per file, and pages that must not complain. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChrome } from '../../../scripts/testing/test-browser.js';
import { describe } from './describe.js';
import { Desk } from './desk.js';
import { AGENTS, ServerProcess, type AgentName } from './server.js';
import { PATIENCE } from './until.js';
import { Visitor } from './visitor.js';
import { Watch } from './watch.js';

/** Modules come up to so many milliseconds late, in another order each time, to find what counts on one that was wanted just now. */
const SLOW = Number(process.env['SLOW_MODULES'] ?? 0);

type PageOptions = BrowserContextOptions & {
  /** Where the visitor goes; the demo shop by default. */
  readonly path?: string;
  /** Runs before anything of the page. */
  readonly prepare?: (page: Page) => Promise<unknown>;
};
type RigOptions = {
  /** The server's program, when it is not the demo's own. */
  readonly entry?: string;
  /** Keeps pages that one has left, as browsers do for people; Playwright turns it off. */
  readonly backForwardCache?: boolean;
};
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

// A page that a test makes up comes from no address, and the browser would ask before it talks to this machine.
const LOCAL = ['--disable-features=LocalNetworkAccessChecks'];

/** See the module. */
export class Rig {
  server!: ServerProcess;
  browser!: Browser;
  readonly watch = new Watch();
  #contexts: BrowserContext[] = [];
  #sessions = new Map<AgentName, SignedIn>();

  constructor(private readonly options: RigOptions = {}) {}

  async start(): Promise<void> {
    const { executablePath, args, env } = await findChrome();
    [this.browser, this.server] = await Promise.all([
      chromium.launch({
        executablePath,
        args: [...args, ...LOCAL],
        ...(env && { env }),
        ...(this.options.backForwardCache && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
      }),
      ServerProcess.launch(this.options.entry),
    ]);
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.server?.stop();
  }

  /** How all pages stand. */
  describe(): Promise<string> {
    return describe(this.#contexts);
  }

  /** After each test: closes its pages, and returns what they complained of. */
  async finish(): Promise<readonly string[]> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    return this.watch.take();
  }

  /** A page of a browser of its own. */
  async page(who: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.server.origin, ...options });
    context.setDefaultTimeout(PATIENCE);
    this.#contexts.push(context);
    if (SLOW > 0)
      await context.route(/\.js$/, (route) =>
        setTimeout(() => void route.fallback().catch(() => {}), Math.random() * SLOW),
      );
    const page = await context.newPage();
    this.watch.add(page, who);
    return page;
  }

  /** A visitor on a page with the widget. Agents see them under this name. */
  async visitor(name: string, { path = '/', prepare, ...options }: PageOptions = {}): Promise<Visitor> {
    const page = await this.page(name, options);
    await page.context().addInitScript((nickname) => {
      addEventListener('chat-before-start', ({ detail }: CustomEventInit<{ profile: object }>) => {
        Object.assign(detail!.profile, { nickname });
      });
    }, name);
    await prepare?.(page);
    await page.goto(path);
    return new Visitor(page, name, this.watch);
  }

  /** An agent at the desk, signed in. Only the first of a name goes through the form. */
  async desk(name: AgentName = 'Robin'): Promise<Desk> {
    const storageState = this.#sessions.get(name);
    const page = await this.page(name, {
      viewport: { width: 1280, height: 800 },
      ...(storageState && { storageState }),
    });
    await page.goto('/agent/');
    const desk = new Desk(page);
    if (storageState) await page.getByRole('heading', { name: 'Waiting' }).waitFor();
    else {
      await desk.signIn(name, AGENTS.find((agent) => agent.name === name)!.password);
      this.#sessions.set(name, await page.context().storageState());
    }
    return desk;
  }

  /** A visitor who said hello, and an agent who accepted them. */
  async conversation(
    name: string,
    agent: AgentName = 'Robin',
  ): Promise<{ readonly visitor: Visitor; readonly desk: Desk }> {
    const [visitor, desk] = await Promise.all([this.visitor(name), this.desk(agent)]);
    await visitor.open();
    await visitor.send('Hello!');
    await desk.accept(name);
    await desk.sees('Hello!');
    await visitor.reads(`${agent} joined`);
    return { visitor, desk };
  }
}

/** Sets a rig up for the tests of a file. */
export function useRig(options?: RigOptions): Rig {
  const rig = new Rig(options);
  before(() => rig.start());
  afterEach(async (test) => {
    // A failure that comes once in a hundred runs must tell enough the first time.
    if ('error' in test && test.error) console.error(await rig.describe());
    assert.deepEqual(await rig.finish(), []);
  });
  after(() => rig.stop());
  return rig;
}
