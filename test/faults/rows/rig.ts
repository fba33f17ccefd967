/** One server in this process for all cases of a run, with a visitor at the real session over real sockets. */
import { openSqlite, type Store } from '../../../demo/server/index.js';
import { SocketWorld } from '../l2/visitor-side.js';
import type { Page, Tab } from '../../helpers/visitor.js';
import { Rig, type Client } from '../../server/socket/harness.js';
import { Ledger, type Stored } from '../ledger.js';
import { screenOf, watch } from '../watch.js';

/** As fast as a machine goes: what is put to the proof here is not the pace. */
const MANY = { perSecond: 1e6, burst: 1e6 };

/** How long something that must happen may take. */
const PATIENCE = 10_000;

/** Waits for it; resolves with whether it came to pass. */
export async function until(done: () => boolean | Promise<boolean>, ms = PATIENCE): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    if (await done()) return true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return false;
}

/** See the module. */
export class RowRig {
  readonly ledger = new Ledger();
  page: Page;
  readonly #tabs = new Map<Page, Tab>();
  #texts = 0;
  #signedIn: Promise<string> | undefined;

  private constructor(
    readonly server: Rig,
    readonly store: Store,
    seed: number,
  ) {
    this.page = this.visitor(seed);
  }

  static async open(seed: number): Promise<RowRig> {
    const rates = { connection: { reads: MANY, sends: MANY }, address: { requests: MANY } };
    const store = openSqlite({ path: ':memory:' });
    const server = await Rig.open({ store, rates, maxOpenPerAddress: 0, maxOpenPerVisitor: 0, heartbeatMs: 500 });
    return new RowRig(server, store, seed);
  }

  /** Another visitor, on a device of their own. */
  visitor(seed: number, port = Number(new URL(this.server.url).port)): Page {
    return this.#load(new SocketWorld(seed, port).tab());
  }

  /** The page is loaded anew, with the window open. */
  reload(): void {
    this.page = this.#load(this.#tabs.get(this.page)!);
    void this.page.chat.recover();
  }

  #load(tab: Tab): Page {
    const page = tab.load();
    this.#tabs.set(page, tab);
    // Is only looked up at the end.
    const truth = { committed: { has: () => true }, remoteIds: { add: () => undefined } };
    watch(page, truth, this.ledger);
    return page;
  }

  text(): string {
    return `r-${++this.#texts}`;
  }

  /** The agent on a connection of its own; signed in once, since nobody may do that often. */
  async agent(): Promise<Client> {
    const cookie = await (this.#signedIn ??= this.server.cookie());
    const client = this.server.client('/agent', { extraHeaders: { cookie } });
    await client.next('desk');
    return client;
  }

  /** Something that the agent says. */
  message(): { readonly id: string; readonly type: 'message'; readonly text: string } {
    const text = this.text();
    this.ledger.type('ann', text);
    this.ledger.keep(text);
    return { id: crypto.randomUUID(), type: 'message', text };
  }

  /** Types a text that is like any other, and waits until it is stored. */
  async says(text = this.text(), page = this.page): Promise<boolean> {
    this.ledger.type(page.id, text);
    page.say(text);
    return until(async () => (await this.log(page)).some((row) => row.text === text));
  }

  /** What the server has stored of the conversation of a page. */
  async log({ state }: Page = this.page): Promise<readonly Stored[]> {
    const id = state.conversations[state.current ?? '']?.remoteId;
    return id === undefined ? [] : this.logOf(id);
  }

  async logOf(conversation: string): Promise<readonly Stored[]> {
    return this.store.read(async (tx) =>
      (await tx.entries(conversation, { after: 0, limit: 100_000, audiences: ['all'] })).flatMap(({ seq, body }) =>
        body.type === 'message' ? [{ conversation, seq, writer: body.from.id, text: body.text }] : [],
      ),
    );
  }

  /** What the books say of the visitor's page now. */
  async verdict(page = this.page, ms = 10_000): Promise<readonly string[]> {
    const read = async () => [await this.log(page), [screenOf('the page', page)]] as const;
    await until(async () => this.ledger.missing(...(await read())).length === 0, ms);
    return this.ledger.judge(...(await read())).violations;
  }

  async close(): Promise<void> {
    this.page.kill();
    await this.server.close();
  }
}
