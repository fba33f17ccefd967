/** The whole world of a schedule: pages with the real session, the real chat service, a seeded network and database. */
import { openSqlite } from '../../../demo/server/store/sqlite.js';
import type { TransportSink } from '../../../src/session/transport.js';
import { Seeded } from '../../helpers/seeded.js';
import type { PageClock } from '../../helpers/virtual-clock.js';
import { World, type PageTransport, type Tab } from '../../helpers/visitor.js';
import type { Stored } from '../ledger.js';
import { ServerRun, type Host } from './server.js';
import { WireTransport } from './transport.js';
import { Database } from './watched-store.js';
import { Net } from './wire.js';

/** See the module. */
export class SimulatedWorld extends World {
  readonly database: Database;
  readonly host: Host;
  run: ServerRun | undefined;
  #nets = new Map<Tab, Net>();
  #starting: Promise<void> | undefined;

  constructor(seed: number) {
    // As long as the protocol wants a key to be.
    super(seed, 'a-page-of-the-simulation');
    this.database = new Database(openSqlite({ path: ':memory:' }), this.clock);
    this.host = {
      clock: this.clock,
      // Its own: how often the server draws must not change what happens on the other side.
      random: new Seeded(seed ^ 0x5eed, 'server'),
      database: this.database,
      settings: {},
      pushesLost: 0,
      putOff: 0,
      skew: 0,
      logged: [],
    };
  }

  netOf(tab: Tab): Net {
    const net = this.#nets.get(tab) ?? new Net(this.clock, this.random);
    this.#nets.set(tab, net);
    return net;
  }

  get nets(): readonly Net[] {
    return [...this.#nets.values()];
  }

  override connect(clock: PageClock, sink: TransportSink, tab: Tab): PageTransport {
    return new WireTransport(this.netOf(tab), () => this.run, clock, sink);
  }

  /** Starts the server, and again for as long as its store does not let it. */
  async startServer(started: (run: ServerRun) => void): Promise<void> {
    if (this.run) return;
    this.#starting ??= ServerRun.start(this.host).then(
      (run) => {
        this.run = run;
        started(run);
      },
      () => void this.clock.delay(200, () => void this.startServer(started)),
    );
    await this.#starting.finally(() => (this.#starting = undefined));
  }

  killServer(): void {
    this.run?.kill();
    this.run = undefined;
  }

  /** The truth: the messages of every conversation, and which conversations are over. */
  async truth(): Promise<{ readonly log: readonly Stored[]; readonly ended: readonly string[] }> {
    return this.database.store.read(async (tx) => {
      const log: Stored[] = [];
      const ended: string[] = [];
      for (const id of this.remoteIds) {
        const row = await tx.conversation(id);
        if (row?.phase === 'ended') ended.push(id);
        for (const { seq, body } of await tx.entries(id, { after: 0, limit: 100_000, audiences: ['all'] }))
          if (body.type === 'message') log.push({ conversation: id, seq, writer: body.from.id, text: body.text });
      }
      return { log, ended };
    });
  }

  /** Every conversation that any page has ever had, and that has been stored. */
  readonly remoteIds = new Set<string>();

  async close(): Promise<void> {
    this.killServer();
    await this.database.store.close();
  }
}
