/** The agents' side: who is there, and what they read. */
import type { WireRegisters } from '../../../src/protocol/index.js';
import type { AgentRow, ConversationRow, Tx } from '../store/port.js';
import { account, mayManage } from './agent-actions.js';
import type { Desks } from './desks.js';
import { ChatFault } from './fault.js';
import type { Lifecycle } from './lifecycle.js';
import { pageFor, type Page } from './pages.js';
import type { Parts } from './parts.js';
import { setConnected } from './people.js';
import { room } from './ports.js';
import type { AgentConnection } from './presence.js';
import type { Routing } from './routing.js';
import type { Done } from './runner.js';
import { registersFor, type Viewer } from './views.js';

/** See the module. */
export class AgentSide {
  constructor(
    private readonly parts: Parts,
    private readonly routing: Routing,
    private readonly lifecycle: Lifecycle,
    private readonly desks: Desks,
  ) {}

  /** A desk is there. It hears pushes from now on; {@link arrived} tells everybody else. */
  connect(id: string, agent: string, session: string): AgentConnection {
    const connection: AgentConnection = { id, agent, session };
    this.parts.presence.addAgent(connection);
    this.parts.hub.join(id, room.agent(agent));
    this.lifecycle.agentBack(agent);
    return connection;
  }

  /** Completes {@link connect}: the agent counts as there, and the desk gets its first snapshot. */
  async arrived(connection: AgentConnection): Promise<void> {
    await this.#online(connection.agent, true);
    await this.desks.tell(connection);
  }

  /** A desk is gone. What it leaves behind is noted as soon as the store can. */
  disconnect(connection: AgentConnection): void {
    const { alarms, clock, presence } = this.parts;
    if (!presence.removeAgent(connection)) return;
    const { agent } = connection;
    this.lifecycle.agentLeft(agent, clock.now());
    alarms.set(`offline:${agent}`, clock.now(), () => this.#online(agent, false));
  }

  async #online(id: string, online: boolean): Promise<void> {
    await this.parts.runner.runAndPublish(async (work) => {
      // What is true when the transaction runs counts: they may have gone or come back meanwhile.
      if (this.parts.presence.agentOnline(id) !== online) return;
      const attended = await work.tx.attended(id);
      for (const row of [...(await work.tx.active(id)), ...attended])
        await setConnected(work, work.adopt(row), id, online);
      if (online) for (const row of attended) this.parts.presence.watch(id, row.id, this.parts.hub);
      const agent = await work.tx.agent(id);
      if (agent) await work.saveAgent({ ...agent, missed: 0 });
    });
  }

  /** Available or away. */
  presence(me: string, presence: AgentRow['presence']): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const agent = await account(work.tx, me);
      await work.saveAgent({ ...agent, presence, missed: 0 });
      if (presence === 'available') this.routing.ready(me);
      return null;
    });
  }

  /** The registers and the newest page. A supervisor hears the conversation from then on. */
  open(connection: AgentConnection, conversation: string): Promise<{ registers: WireRegisters; page: Page }> {
    const { store, hub, settings } = this.parts;
    return store.read(async (tx) => {
      const row = await this.#readable(tx, connection.agent, conversation);
      if (row.agent !== connection.agent) hub.join(connection.id, room.watch(conversation));
      const viewer: Viewer = { side: 'staff', person: connection.agent };
      const registers = registersFor(row, await tx.people(row.id), viewer);
      return { registers, page: await pageFor(tx, row, viewer, { limit: settings.limits.maxPage }) };
    });
  }

  /** A page of the log. */
  pull(
    connection: AgentConnection,
    conversation: string,
    wanted: { after?: number | undefined; before?: number | undefined; limit?: number | undefined },
  ): Promise<Page> {
    const { maxPage } = this.parts.settings.limits;
    return this.parts.store.read(async (tx) => {
      const row = await this.#readable(tx, connection.agent, conversation);
      const viewer: Viewer = { side: 'staff', person: connection.agent };
      return pageFor(tx, row, viewer, { ...wanted, limit: Math.min(wanted.limit ?? maxPage, maxPage) });
    });
  }

  async #readable(tx: Tx, me: string, conversation: string): Promise<ConversationRow> {
    const agent = await account(tx, me);
    const row = await tx.conversation(conversation);
    if (!row) throw new ChatFault('unknown-conversation', 'there is no such conversation');
    mayManage(agent, row);
    return row;
  }
}
