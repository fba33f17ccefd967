/** What each desk shows, sent whole whenever something in it changed; quick changes are gathered. */
import type {
  WireDesk,
  WireDeskAgent,
  WireDeskContext,
  WireDeskConversation,
  WireDeskMessage,
} from '../../../src/protocol/agent.js';
import type { WireFileInfo } from '../../../src/protocol/index.js';
import type { AgentRow, ContextRow, ConversationRow, LeftMessageRow, PersonRow, Tx } from '../store/port.js';
import type { Parts } from './parts.js';
import { customerOf, labelled } from './customers.js';
import { MAIN_QUEUE, serves } from './plan.js';
import { room } from './ports.js';
import type { AgentConnection } from './presence.js';
import { wellFormed } from './text.js';
import { registersFor } from './views.js';
import type { Change } from './work.js';

/** How much of a message a list shows. */
const PREVIEW = 120;

/** What all desks share. */
interface Common {
  readonly agents: readonly AgentRow[];
  readonly active: readonly ConversationRow[];
  readonly shown: WireDeskAgent[];
  readonly queue: WireDeskConversation[];
  /** How many wait, over all. */
  readonly total: number;
  readonly messages: readonly LeftMessageRow[];
}

/** See the module. */
export class Desks {
  /** Agents whose desks have to be told. */
  readonly #stale = new Set<string>();
  #everybody = false;
  #version = 0;

  constructor(private readonly parts: Parts) {
    parts.runner.onCommit(({ changes, agentsChanged, messagesChanged }) => {
      if (agentsChanged || messagesChanged || changes.some(concernsAll)) this.#everybody = true;
      for (const { before, after } of changes)
        for (const agent of [before?.agent, after.agent]) if (agent) this.#stale.add(agent);
      if (changes.length > 0 || agentsChanged || messagesChanged) this.#soon();
    });
  }

  /** The first snapshot of a desk that has just connected. */
  async tell(connection: AgentConnection): Promise<void> {
    await this.parts.store.read(async (tx) => {
      const desk = await this.#build(tx, await this.#common(tx), connection.agent);
      if (desk) this.parts.hub.tell(connection.id, 'desk', desk);
    });
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
      await this.parts.store.read(async (tx) => {
        const common = await this.#common(tx);
        for (const agent of this.parts.presence.onlineAgents()) {
          const desk = await this.#build(tx, common, agent, everybody ? undefined : stale);
          if (desk) this.parts.hub.push([room.agent(agent)], 'desk', desk);
        }
      });
    } catch (error) {
      // It is tried again, and then for all.
      this.#everybody = true;
      throw error;
    }
  }

  /** What all desks share, read once for all of them. */
  async #common(tx: Tx): Promise<Common> {
    const agents = (await tx.agents()).filter(({ disabled }) => !disabled);
    const active = await tx.active();
    const load = new Map<string | null, number>();
    for (const { agent } of active) load.set(agent, (load.get(agent) ?? 0) + 1);
    const rows = await tx.queue(this.parts.settings.deskQueue);
    const total = await tx.waiting();
    return {
      agents,
      active,
      shown: agents.map((agent) => this.#agent(agent, load.get(agent.id) ?? 0)),
      queue: await this.#waiting(tx, rows),
      total,
      messages: await tx.leftMessages(this.parts.settings.deskQueue),
    };
  }

  /** A desk's snapshot; nothing when only `stale` desks are wanted and it is not one of them. Supervisors see all that changes. */
  async #build(tx: Tx, common: Common, me: string, stale?: ReadonlySet<string>): Promise<WireDesk | undefined> {
    const { agents, active, shown, queue, total, messages } = common;
    const self = agents.find(({ id }) => id === me);
    if (!self || (stale && !stale.has(me) && self.role !== 'supervisor')) return undefined;
    const now = this.parts.clock.now();
    // Rises over restarts too, so that a desk knows what is newer.
    this.#version = Math.max(this.#version + 1, now);
    const mine = active.filter(({ agent }) => agent === me);
    const others = self.role === 'supervisor' ? active.filter(({ agent }) => agent !== me) : [];
    const people = await tx.peopleOf([...mine, ...others].map(({ id }) => id));
    const full = (rows: ConversationRow[]): Promise<WireDeskConversation[]> =>
      all(rows, (row) => this.#conversation(tx, row, people.get(row.id) ?? [], self));
    // Whom an agent is asked to take, they must see, however many wait before.
    const known = new Set(queue.map(({ id }) => id));
    const offered = total > queue.length ? (await tx.offered(me)).filter(({ id }) => !known.has(id)) : [];
    return {
      version: this.#version,
      now,
      me,
      agents: shown,
      queue: offered.length > 0 ? [...queue, ...(await this.#waiting(tx, offered))] : queue,
      queueTotal: total,
      messages: messages.filter((one) => serves(self, { queue: one.queue, skills: [] })).map(messageFor),
      mine: await full(mine),
      others: await full(others),
    };
  }

  #agent({ id, name, role, presence, capacity }: AgentRow, load: number): WireDeskAgent {
    let shown: WireDeskAgent['presence'] = presence;
    if (!this.parts.presence.agentOnline(id)) shown = 'offline';
    else if (presence === 'available' && load >= capacity) shown = 'at-capacity';
    return { id, name, role, presence: shown, load, capacity };
  }

  /** Of what waits, an agent sees who and for how long, and nothing of what was said. */
  async #waiting(tx: Tx, rows: readonly ConversationRow[]): Promise<WireDeskConversation[]> {
    const people = await tx.peopleOf(rows.map(({ id }) => id));
    return rows.map((row) => ({
      id: row.id,
      phase: row.phase,
      startedAt: row.startedAt,
      ...(row.queuedAt !== null && { waitingSince: row.queuedAt }),
      ...(row.offerAgent !== null &&
        row.offerUntil !== null && { offer: { agent: row.offerAgent, until: row.offerUntil } }),
      profile: row.profile,
      ...(row.customer !== null && { customer: row.customer }),
      ...(row.queue !== MAIN_QUEUE && { queue: row.queue }),
      ...contextFor(row.context),
      ...(row.language !== null && { language: row.language }),
      visitorOnline: this.parts.presence.visitorOnline(row.id),
      unread: 0,
      registers: registersFor(row, people.get(row.id) ?? [], STAFF),
    }));
  }

  /** What is known of the customer, with the names that people read. */
  async #known(tx: Tx, row: ConversationRow): Promise<Pick<WireDeskConversation, 'known'>> {
    const customer = await customerOf(tx, row);
    if (!customer && Object.keys(row.contactFields).length === 0) return {};
    const { fields } = this.parts.settings;
    return {
      known: {
        ...(customer?.name && { name: customer.name }),
        customer: labelled(fields.customer, customer?.fields ?? {}),
        contact: labelled(fields.contact, row.contactFields),
      },
    };
  }

  async #conversation(
    tx: Tx,
    row: ConversationRow,
    people: readonly PersonRow[],
    self: AgentRow,
  ): Promise<WireDeskConversation> {
    const last = await tx.latest(row.id, 'message');
    const gone = last?.body.type === 'message' && last.body.amended === 'retracted';
    const seen = people.find(({ id }) => id === self.id)?.seen ?? 0;
    return {
      id: row.id,
      phase: row.phase,
      startedAt: row.startedAt,
      ...(row.agent !== null && { agent: row.agent }),
      profile: row.profile,
      ...(row.customer !== null && { customer: row.customer }),
      userData: row.userData,
      ...(await this.#known(tx, row)),
      ...(row.queue !== MAIN_QUEUE && { queue: row.queue }),
      ...contextFor(row.context),
      ...(row.language !== null && { language: row.language }),
      ...(row.caseStatus !== 'open' && { caseStatus: row.caseStatus }),
      visitorOnline: this.parts.presence.visitorOnline(row.id),
      ...(row.features.length > 0 && { features: [...row.features] }),
      ...(last?.body.type === 'message' &&
        !gone && {
          last: { text: preview(last.body), at: last.at, role: last.body.from.role },
        }),
      unread: row.agent === self.id ? await tx.messagesAfter(row.id, row.person, seen) : 0,
      registers: registersFor(row, people, STAFF),
    };
  }
}

/** What of the context is for agents' eyes. */
function contextFor(context: ContextRow): { context?: WireDeskContext } {
  const shown = Object.entries(context).filter(([, { display }]) => display);
  if (shown.length === 0) return {};
  return {
    context: Object.fromEntries(
      shown.map(([key, { value, verified }]) => [key, { value, ...(verified && { verified }) }]),
    ),
  };
}

function messageFor({
  id,
  at,
  text,
  name,
  email,
  customer,
  queue,
  context,
  language,
}: LeftMessageRow): WireDeskMessage {
  return {
    id,
    at,
    text,
    ...(name !== null && { name }),
    ...(email !== null && { email }),
    ...(customer !== null && { customer }),
    ...(queue !== MAIN_QUEUE && { queue }),
    ...contextFor(context),
    ...(language !== null && { language }),
  };
}

const STAFF = { side: 'staff', person: '' } as const;

/** The first words of a message, or the names of its files. */
function preview({ text, files = [] }: { readonly text: string; readonly files?: WireFileInfo[] | undefined }): string {
  const shown = text.trim() === '' ? files.map(({ name }) => name).join(', ') : text;
  return wellFormed(shown.slice(0, PREVIEW));
}

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
