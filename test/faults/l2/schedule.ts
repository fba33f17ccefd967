/**
 * One seeded schedule of level L2: real sockets through a network that fails, and a server process that is killed. A visitor
 * and an agent write all the while; when all faults have ended, the books are compared.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqlite } from '../../../demo/server/index.js';
import type { Outcome } from '../figures.js';
import { Ledger, type Stored } from '../ledger.js';
import { AgentSide } from './agent-side.js';
import { BaselineSide } from './baseline-side.js';
import { LENGTH, planOf, type Fault } from './plan.js';
import { FaultProxy } from './proxy.js';
import { readLog } from './read-log.js';
import { ServerProcess } from './server-process.js';
import type { Side } from './side.js';
import { VisitorSide } from './visitor-side.js';

/** How long all may take to come to rest. */
const PATIENCE = 60_000;
/** The same for a baseline: what it has not brought by then, it has lost. */
const BASELINE_PATIENCE = 15_000;
/** What comes so much later would be too much. */
const QUIET = 400;

export type Protocol = 'ours' | 'plain' | 'stock';

/** See the module. */
export async function simulate(seed: number, protocol: Protocol = 'ours'): Promise<Outcome> {
  const schedule = new Schedule(seed, protocol);
  try {
    return await schedule.run();
  } finally {
    await schedule.close();
  }
}

class Schedule {
  readonly #server: ServerProcess;
  readonly #proxies: readonly [FaultProxy, FaultProxy];
  readonly #ledger = new Ledger();
  readonly #steps: string[] = [];
  readonly #rows = new Set<string>();
  readonly #endings: Promise<unknown>[] = [];
  #sides: readonly Side[] = [];
  #began = 0;
  #guard: NodeJS.Timeout | undefined;

  constructor(
    private readonly seed: number,
    private readonly protocol: Protocol,
  ) {
    this.#server = new ServerProcess(protocol);
    this.#proxies = [new FaultProxy(() => this.#server.port), new FaultProxy(() => this.#server.port)];
  }

  async run(): Promise<Outcome> {
    await this.#server.start();
    await Promise.all(this.#proxies.map((proxy) => proxy.listen()));
    this.#sides = await this.#people();
    const { says, faults, wakes } = planOf(this.seed);
    this.#began = Date.now();
    const saying = (async () => {
      for (const { at, who } of says) {
        await this.#until(at);
        this.#sides[who]?.say();
      }
    })();
    for (const fault of faults) {
      await this.#until(fault.at);
      this.#steps.push(
        `${fault.at}: ${fault.kind} ${fault.who === 0 ? 'visitor' : 'agent'} ${fault.ms} ms ${fault.bytes} bytes`,
      );
      this.#rows.add(fault.row);
      void this.#endings.push(this.#do(fault));
    }
    await this.#until(LENGTH);
    await Promise.all([saying, ...this.#endings]);
    this.#rows.add('F20');
    const recovery = await this.#heal(wakes);
    const screens = this.#sides.map((side) => side.screen());
    await this.#server.kill();
    const verdict = this.#ledger.judge(await this.#stored(), screens);
    return { ...verdict, seed: this.seed, steps: this.#steps, rows: [...this.#rows], recovery, woken: wakes };
  }

  async close(): Promise<void> {
    clearInterval(this.#guard);
    for (const side of this.#sides) await side.stop();
    for (const proxy of this.#proxies) proxy.close();
    await this.#server.kill();
    this.#server.forget();
  }

  async #people(): Promise<Side[]> {
    const [visitors, agents] = this.#proxies;
    if (this.protocol !== 'ours')
      return Promise.all([
        new BaselineSide('v', this.seed, visitors.port, this.protocol, this.#ledger).ready(),
        new BaselineSide('a', this.seed, agents.port, this.protocol, this.#ledger).ready(),
      ]);
    // What is on disk when a page says "sent" is only known to the disk: it is looked up at the end.
    const truth = { committed: { has: () => true }, remoteIds: { add: () => undefined } };
    return [
      new VisitorSide(this.seed, visitors.port, this.#ledger, truth),
      await AgentSide.arrive(this.seed, this.#server.port, agents.port, this.#ledger),
    ];
  }

  async #until(at: number): Promise<void> {
    const wait = this.#began + at - Date.now();
    if (wait > 0) await sleep(wait);
  }

  /** Does it, and undoes it after its time. */
  async #do({ kind, who, ms, bytes }: Fault): Promise<void> {
    const proxy = this.#proxies[who];
    switch (kind) {
      case 'cut':
        return proxy.cut();
      case 'bytes-up':
        proxy.cutAfter.up = bytes;
        return;
      case 'bytes-down':
        proxy.cutAfter.down = bytes;
        return;
      case 'ghost-client':
        return proxy.cut('client');
      case 'ghost-server':
        return proxy.cut('server');
      case 'hold-up':
      case 'hold-down': {
        const way = kind === 'hold-up' ? 'up' : 'down';
        proxy.hold(way, true);
        await sleep(ms);
        return proxy.hold(way, false);
      }
      case 'slow':
        proxy.latency = ms / 4;
        await sleep(ms);
        proxy.latency = 0;
        return;
      case 'refuse':
        proxy.refuse = true;
        proxy.cut();
        await sleep(ms / 2);
        proxy.refuse = false;
        return;
      case 'crash-before-commit':
      case 'crash-before-ack':
      case 'crash-after-ack':
        this.#server.order({
          type: 'crash',
          at:
            kind === 'crash-before-commit' ? 'before-commit' : kind === 'crash-before-ack' ? 'before-ack' : 'after-ack',
        });
        // It dies with the next message, and is started again after a while.
        await sleep(ms);
        if (!this.#server.up) await this.#server.start();
        return;
      case 'kill':
      case 'deploy':
        await this.#server.kill(kind === 'kill' ? 'SIGKILL' : 'SIGTERM');
        await sleep(ms / 4);
        return this.#server.start();
      case 'lose-pushes':
        this.#server.order({ type: 'lose-pushes', percent: 60 });
        await sleep(ms);
        return this.#server.order({ type: 'lose-pushes', percent: 0 });
      case 'reload':
        return this.#sides[who]?.reload();
      case 'junk':
        return this.#server.order({ type: 'junk' });
    }
  }

  /** All faults end. Resolves with how long it took until the books agreed. */
  async #heal(wakes: boolean): Promise<number> {
    for (const proxy of this.#proxies) proxy.heal();
    await this.#server.start();
    // An order to die may still wait for its message.
    this.#guard = setInterval(() => void this.#server.start().catch(() => undefined), 100);
    const from = Date.now();
    if (wakes) for (const side of this.#sides) side.wake();
    await this.#rest(from);
    const took = Date.now() - from;
    await sleep(QUIET);
    // On a machine that is too busy to answer a ping in time a line may just be down again.
    await this.#rest(from);
    clearInterval(this.#guard);
    return took;
  }

  /** Waits until the books agree, as long as that may take. */
  async #rest(from: number): Promise<void> {
    while (Date.now() - from < (this.protocol === 'ours' ? PATIENCE : BASELINE_PATIENCE)) {
      const log = await this.#server.log();
      if (
        log &&
        this.#ledger.missing(
          log,
          this.#sides.map((side) => side.screen()),
        ).length === 0
      )
        return;
      await sleep(50);
    }
  }

  /** What is on the disk of a server that is no more. */
  async #stored(): Promise<readonly Stored[]> {
    if (this.protocol !== 'ours') {
      await this.#server.start();
      return (await this.#server.log()) ?? [];
    }
    const store = openSqlite({ path: path.join(this.#server.data, 'chat.db') });
    const log = await readLog(store);
    await store.close();
    return log;
  }
}
