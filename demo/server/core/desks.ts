/** What each desk shows, sent whole whenever something in it changed; quick changes are gathered. */
import type { WireDesk, WireDeskAgent, WireDeskConversation } from '../../../src/protocol/agent.js';
import type { AgentRow, ConversationRow, Tx } from '../store/port.js';
import type { Parts } from './parts.js';
import { room } from './ports.js';
import type { AgentConnection } from './presence.js';
import { wellFormed } from './text.js';
import { registersFor } from './views.js';
import type { Change } from './work.js';

/** How much of a message a list shows. */
const PREVIEW = 120;

/** See the module. */
export class Desks {
  /** Agents whose desks have to be told. */
  readonly #stale = new Set<string>();
  #everybody = false;
  #version = 0;

  constructor(private readonly parts: Parts) {
    parts.runner.onCommit(({ changes, agentsChanged }) => {
      if (agentsChanged || changes.some(concernsAll)) this.#everybody = true;
      for (const { before, after } of changes)
        for (const agent of [before?.agent, after.agent]) if (agent) this.#stale.add(agent);
      if (changes.length > 0 || agentsChanged) this.#soon();
    });
  }

  /** The first snapshot of a desk that has just connected. */
  async tell(connection: AgentConnection): Promise<void> {
    const desk = await this.#build(connection.agent);
    if (desk) this.parts.hub.tell(connection.id, 'desk', desk);
  }

  #soon(): void {
    this.parts.alarms.soon('desks', this.parts.settings.deskGatherMs, () => this.#send());
  }

  async #send(): Promise<void> {
    const everybody = this.#everybody;
    const stale = new Set(this.#stale);
    this.#everybody = false;
    this.#stale.clear();
    try {
      for (const agent of this.parts.presence.onlineAgents()) {
        const desk = await this.#build(agent, everybody ? undefined : stale);
        if (desk) this.parts.hub.push([room.agent(agent)], 'desk', desk);
      }
    } catch (error) {
      // It is tried again, and then for all.
      this.#everybody = true;
      throw error;
    }
  }

  /** A desk's snapshot; nothing when only `stale` desks are wanted and it is not one of them. Supervisors see all that changes. */
  async #build(me: string, stale?: ReadonlySet<string>): Promise<WireDesk | undefined> {
    return this.parts.store.read(async (tx) => {
      const agents = (await tx.agents()).filter(({ disabled }) => !disabled);
      const self = agents.find(({ id }) => id === me);
      if (!self || (stale && !stale.has(me) && self.role !== 'supervisor')) return undefined;
      const active = await tx.active();
      const now = this.parts.clock.now();
      // Rises over restarts too, so that a desk knows what is newer.
      this.#version = Math.max(this.#version + 1, now);
      const load = (id: string): number => active.filter(({ agent }) => agent === id).length;
      const full = (rows: ConversationRow[]): Promise<WireDeskConversation[]> =>
        all(rows, (row) => this.#conversation(tx, row, self));
      return {
        version: this.#version,
        now,
        me,
        agents: agents.map((agent) => this.#agent(agent, load(agent.id))),
        queue: await all(await tx.queue(), (row) => this.#waiting(tx, row)),
        mine: await full(active.filter(({ agent }) => agent === me)),
        others: self.role === 'supervisor' ? await full(active.filter(({ agent }) => agent !== me)) : [],
      };
    });
  }

  #agent({ id, name, role, presence, capacity }: AgentRow, load: number): WireDeskAgent {
    let shown: WireDeskAgent['presence'] = presence;
    if (!this.parts.presence.agentOnline(id)) shown = 'offline';
    else if (presence === 'available' && load >= capacity) shown = 'at-capacity';
    return { id, name, role, presence: shown, load, capacity };
  }

  /** Of what waits, an agent sees who and for how long, and nothing of what was said. */
  async #waiting(tx: Tx, row: ConversationRow): Promise<WireDeskConversation> {
    return {
      id: row.id,
      phase: row.phase,
      startedAt: row.startedAt,
      ...(row.queuedAt !== null && { waitingSince: row.queuedAt }),
      ...(row.offerAgent !== null &&
        row.offerUntil !== null && { offer: { agent: row.offerAgent, until: row.offerUntil } }),
      profile: row.profile,
      ...(row.language !== null && { language: row.language }),
      visitorOnline: this.parts.presence.visitorOnline(row.id),
      unread: 0,
      registers: registersFor(row, await tx.people(row.id), STAFF),
    };
  }

  async #conversation(tx: Tx, row: ConversationRow, self: AgentRow): Promise<WireDeskConversation> {
    const people = await tx.people(row.id);
    const last = await tx.latest(row.id, 'message');
    const seen = people.find(({ id }) => id === self.id)?.seen ?? 0;
    return {
      id: row.id,
      phase: row.phase,
      startedAt: row.startedAt,
      ...(row.agent !== null && { agent: row.agent }),
      profile: row.profile,
      userData: row.userData,
      ...(row.language !== null && { language: row.language }),
      visitorOnline: this.parts.presence.visitorOnline(row.id),
      ...(last?.body.type === 'message' && {
        last: { text: wellFormed(last.body.text.slice(0, PREVIEW)), at: last.at, role: last.body.from.role },
      }),
      unread: row.agent === self.id ? await tx.messagesAfter(row.id, row.person, seen) : 0,
      registers: registersFor(row, people, STAFF),
    };
  }
}

const STAFF = { side: 'staff', person: '' } as const;

function concernsAll({ before, after }: Change): boolean {
  return (
    before?.phase !== after.phase ||
    before.agent !== after.agent ||
    before.offerAgent !== after.offerAgent ||
    (after.phase === 'queued' && before.visitorLeftAt !== after.visitorLeftAt) ||
    before.queuePosition !== after.queuePosition
  );
}

async function all<T, R>(rows: readonly T[], act: (row: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const row of rows) results.push(await act(row));
  return results;
}
