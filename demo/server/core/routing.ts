/**
 * Who is offered what. The longest waiting conversation goes to the available agent with the least to do; one that is not
 * accepted in time goes to the next. An offer is a wish: any agent may still accept any waiting conversation.
 */
import type { AgentRow, ConversationRow } from '../store/port.js';
import type { Parts } from './parts.js';
import { serves } from './plan.js';
import type { Draft, Work } from './work.js';

/** What routing remembers of a waiting conversation; forgotten when it no longer waits. */
interface Memory {
  /** How often each agent let it pass. */
  readonly passed: Map<string, number>;
  /** Who said no to it: it is not offered to them again. */
  readonly declined: Set<string>;
}

/** See the module. */
export class Routing {
  readonly #memory = new Map<string, Memory>();

  constructor(private readonly parts: Parts) {
    parts.runner.onCommit(({ changes, agentsChanged }) => {
      for (const { after } of changes) if (after.phase !== 'queued') this.#memory.delete(after.id);
      // A place in the queue or with an agent was taken or became free.
      if (
        agentsChanged ||
        changes.some(
          ({ before, after }) =>
            before?.phase !== after.phase || before.agent !== after.agent || before.goneAt !== after.goneAt,
        )
      ) {
        this.soon();
      }
    });
  }

  /** Looks over the queue as soon as what happens now is done. */
  soon(): void {
    this.parts.alarms.soon('routing', 0, () => this.run());
  }

  /** An agent said no. */
  decline(conversation: string, agent: string): void {
    this.#of(conversation).declined.add(agent);
  }

  /** An agent is ready again: what they said no to before may be offered again. */
  ready(agent: string): void {
    for (const { declined } of this.#memory.values()) declined.delete(agent);
  }

  /** Withdraws offers whose time is over, and makes new ones. */
  async run(): Promise<void> {
    await this.parts.runner.runAndPublish(async (work) => {
      const agents = await work.tx.agents();
      const waiting = (await work.tx.queue()).map((row) => work.adopt(row));
      for (const draft of waiting) await this.#review(work, draft, agents);
      const load = new Map(agents.map(({ id }) => [id, 0]));
      const count = (agent: string | null): void => {
        if (agent !== null) load.set(agent, (load.get(agent) ?? 0) + 1);
      };
      for (const row of await work.tx.active()) count(row.agent);
      for (const { row } of waiting) count(row.offerAgent);
      for (const draft of waiting) {
        if (draft.row.offerAgent !== null || draft.row.goneAt !== null) continue;
        const agent = this.#choose(draft.row, agents, load);
        if (!agent) continue;
        draft.row.offerAgent = agent.id;
        draft.row.offerUntil = work.now + this.parts.settings.acceptTimeoutMs;
        count(agent.id);
        work.save(draft);
      }
    });
  }

  /** Takes an offer back when it was not accepted in time, or can't be any more. */
  async #review(work: Work, draft: Draft, agents: AgentRow[]): Promise<void> {
    const { row } = draft;
    if (row.offerAgent === null) return;
    const agent = agents.find(({ id }) => id === row.offerAgent);
    const late = (row.offerUntil ?? 0) <= work.now;
    if (agent && !late && this.#available(agent) && row.goneAt === null) return;
    if (agent && late) await this.#missed(work, row.id, agent);
    row.offerAgent = null;
    row.offerUntil = null;
    work.save(draft);
  }

  /** Somebody who does not answer is not there, whatever their desk says. */
  async #missed(work: Work, conversation: string, agent: AgentRow): Promise<void> {
    const { passed } = this.#of(conversation);
    passed.set(agent.id, (passed.get(agent.id) ?? 0) + 1);
    agent.missed += 1;
    if (agent.missed >= this.parts.settings.missedOffers) {
      agent.missed = 0;
      agent.presence = 'away';
    }
    await work.saveAgent(agent);
  }

  #choose(row: ConversationRow, agents: readonly AgentRow[], load: ReadonlyMap<string, number>): AgentRow | undefined {
    const { passed, declined } = this.#of(row.id);
    const rank = (agent: AgentRow): readonly [number, number, number] => [
      passed.get(agent.id) ?? 0,
      load.get(agent.id) ?? 0,
      agent.assignedAt,
    ];
    return agents
      .filter(
        (agent) =>
          serves(agent, row) &&
          this.#available(agent) &&
          (load.get(agent.id) ?? 0) < agent.capacity &&
          !declined.has(agent.id),
      )
      .sort((a, b) => compare(rank(a), rank(b)))[0];
  }

  #available(agent: AgentRow): boolean {
    return !agent.disabled && agent.presence === 'available' && this.parts.presence.agentOnline(agent.id);
  }

  #of(conversation: string): Memory {
    let memory = this.#memory.get(conversation);
    if (!memory) {
      memory = { passed: new Map(), declined: new Set() };
      this.#memory.set(conversation, memory);
    }
    return memory;
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
