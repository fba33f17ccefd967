/** An agent at the server itself: takes every conversation, and says each thing again until it is stored. */
import type { AgentRow } from '../../../demo/server/store/port.js';
import type { AgentConnection } from '../../../demo/server/core/presence.js';
import type { Ledger } from '../ledger.js';
import type { ServerRun } from './server.js';
import type { SimulatedWorld } from './world.js';

type Item = { readonly id: string; readonly type: 'message'; readonly text: string };

const ANN: AgentRow = {
  id: 'ann',
  name: 'Ann',
  password: '',
  role: 'agent',
  capacity: 100,
  presence: 'available',
  missed: 0,
  assignedAt: 0,
  queues: [],
  skills: [],
  disabled: false,
};

/** See the module. */
export class ScriptedAgent {
  #connection: AgentConnection | undefined;
  #run: ServerRun | undefined;
  #waiting: { readonly conversation: string; readonly item: Item }[] = [];
  #busy = false;

  constructor(
    private readonly world: SimulatedWorld,
    private readonly ledger: Ledger,
  ) {}

  /** Whether something is still to be stored. */
  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  /** Comes to a fresh server. */
  async arrive(run: ServerRun): Promise<void> {
    this.#run = run;
    this.#connection = undefined;
    this.#busy = false;
    try {
      await run.store.transact((tx) => tx.saveAgent(ANN));
      const connection = run.service.agents.connect(this.world.random.id(), ANN.id, 'session');
      this.#connection = connection;
      await run.service.agents.arrived(connection);
    } catch {
      // The store is not well: the next act finds no connection and comes again.
      this.#connection = undefined;
    }
    void this.flush();
  }

  say(conversation: string, text: string): void {
    const lane = `ann in ${conversation}`;
    this.ledger.type(lane, text);
    this.ledger.keep(text);
    this.#waiting.push({ conversation, item: { id: this.world.random.id(), type: 'message', text } });
    void this.flush();
  }

  async end(conversation: string): Promise<void> {
    if (this.#waiting.length > 0) return;
    await this.#run?.service.actions.end(ANN.id, conversation).then(
      ({ publish }) => publish(),
      () => undefined,
    );
  }

  /** Everything that waits, in order, as long as the server takes it. */
  async flush(): Promise<void> {
    const run = this.#run;
    if (this.#busy || !run) return;
    this.#busy = true;
    try {
      for (let next = this.#waiting[0]; next && run === this.#run; next = this.#waiting[0]) {
        if (!this.#connection) {
          this.world.clock.delay(250, () => run === this.#run && void this.arrive(run));
          return;
        }
        const { conversation, item } = next;
        const accepted = await run.service.actions.accept(ANN.id, conversation);
        accepted.publish();
        const sent = await run.service.agentSends(this.#connection, { conversation, items: [item] }, () => 0);
        sent.publish();
        const status = sent.data.results[0]?.status;
        if (status === 'later') break;
        if (status === 'refused') this.ledger.forget(item.text);
        this.#waiting.shift();
      }
    } catch (error) {
      const code = (error as { code?: string }).code;
      // It was over before the agent could say it.
      if (code === 'ended') this.ledger.forget(this.#waiting.shift()?.item.text ?? '');
    }
    this.#busy = false;
    if (this.#waiting.length > 0) this.world.clock.delay(250, () => void this.flush());
  }
}
