/** What agents do to conversations. */
import type { WireCaseStatus } from '../../../src/protocol/index.js';
import type { AgentRow, ConversationRow, Tx } from '../store/port.js';
import { dismissBot } from './bot.js';
import { endConversation } from './ending.js';
import { ChatFault } from './fault.js';
import { secretHash } from './hash.js';
import type { Parts } from './parts.js';
import { attend, join, leave, unattend } from './people.js';
import { dequeue, enqueue } from './queue.js';
import type { Routing } from './routing.js';
import type { Done } from './runner.js';
import { beginThread } from './threads.js';
import { agentAuthor } from './views.js';
import type { Draft, Work } from './work.js';

/** See the module. */
export class AgentActions {
  constructor(
    private readonly parts: Parts,
    private readonly routing: Routing,
  ) {}

  /** Takes a waiting conversation. Of two who try at once the second finds it taken. */
  accept(me: string, conversation: string): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const { agent, draft } = await this.#both(work, me, conversation);
      const { row } = draft;
      if (row.phase === 'ended') throw new ChatFault('ended', 'the conversation is over');
      if (row.phase === 'active') {
        // Asked again, because the answer was lost.
        if (row.agent === me) return null;
        const other = row.agent === null ? undefined : await work.tx.agent(row.agent);
        throw new ChatFault('taken', other?.name ?? 'another agent was faster');
      }
      await this.#room(work.tx, agent);
      await dequeue(work, draft, true);
      await this.#give(work, draft, agent);
      return null;
    });
  }

  /** Says no to an offer. */
  decline(me: string, conversation: string): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const { draft } = await this.#both(work, me, conversation);
      this.routing.decline(conversation, me);
      if (draft.row.offerAgent === me) {
        draft.row.offerAgent = null;
        draft.row.offerUntil = null;
        work.save(draft);
        this.routing.soon();
      }
      return null;
    });
  }

  /** Hands a conversation to another agent, or back to the head of the queue. */
  transfer(me: string, conversation: string, to: string | undefined): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const { agent, draft } = await this.#both(work, me, conversation);
      const { row } = draft;
      // Asked again, because the answer was lost.
      if (await handedOn(work.tx, agent, row, to)) return null;
      mayManage(agent, row);
      if (row.phase !== 'active') throw new ChatFault('not-allowed', 'only a running conversation can be handed on');
      const holder = (row.agent === null ? undefined : await work.tx.agent(row.agent)) ?? agent;
      const target = to === undefined ? undefined : await this.#target(work.tx, to);
      await work.append(draft, {
        type: 'transfer',
        from: agentAuthor(agent),
        ...(target && { to: agentAuthor(target) }),
      });
      if (row.bot === null) await leave(work, draft, holder, 'transferred');
      else await dismissBot(work, draft);
      if (target) await this.#give(work, draft, target);
      else {
        await enqueue(work, draft, 'head');
        // They just gave it away: it would be odd to offer it to them first.
        this.routing.decline(conversation, holder.id);
      }
      return null;
    });
  }

  /** Ends a conversation. */
  end(me: string, conversation: string): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const { agent, draft } = await this.#both(work, me, conversation);
      mayManage(agent, draft.row);
      await endConversation(work, draft, { by: agent.role, reason: 'ended', from: agentAuthor(agent) });
      return null;
    });
  }

  /** Ends it, and takes no new ones from the same visitor and address for a time. */
  block(me: string, conversation: string): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const { agent, draft } = await this.#both(work, me, conversation);
      mayManage(agent, draft.row);
      const until = work.now + this.parts.settings.blockMs;
      await work.tx.addBlock('visitor', draft.row.visitor, until);
      await work.tx.addBlock('address', draft.row.addressHash, until);
      await endConversation(work, draft, { by: agent.role, reason: 'blocked', from: agentAuthor(agent) });
      return null;
    });
  }

  /** The visitor's case stands elsewhere now. */
  setCase(me: string, conversation: string, status: WireCaseStatus): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const { agent, draft } = await this.#both(work, me, conversation);
      const { row } = draft;
      mayManage(agent, row);
      if (row.phase === 'ended') throw new ChatFault('ended', 'the conversation is over');
      if (row.caseStatus === status) return null;
      row.caseStatus = status;
      await work.append(draft, { type: 'case', status, from: agentAuthor(agent) });
      return null;
    });
  }

  /** A supervisor comes into somebody's conversation: silently, or to speak. Asked again with the other wish, it changes. */
  join(me: string, conversation: string, silent: boolean): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const { agent, draft } = await this.#both(work, me, conversation);
      if (agent.role !== 'supervisor') throw new ChatFault('not-allowed', 'only supervisors may join');
      if (draft.row.phase === 'ended') throw new ChatFault('ended', 'the conversation is over');
      if (draft.row.agent === me) throw new ChatFault('not-allowed', 'the conversation is yours already');
      await attend(work, draft, agent, { silent, connected: this.parts.presence.agentOnline(me) });
      this.parts.presence.watch(me, conversation, this.parts.hub);
      return null;
    });
  }

  /** They go again; who is not in it has gone already. */
  leave(me: string, conversation: string): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const { agent, draft } = await this.#both(work, me, conversation);
      if (draft.row.agent !== me && draft.row.phase !== 'ended') await unattend(work, draft, agent);
      return null;
    });
  }

  /** Writes to the visitor of a conversation in another one, which is the agent's from the start. The same key begins it once. */
  begin(me: string, conversation: string, key: string, text: string): Promise<Done<{ conversation: string }>> {
    return this.parts.runner.run(async (work) => {
      const { agent, draft } = await this.#both(work, me, conversation);
      mayManage(agent, draft.row);
      const keyHash = secretHash(`${me} ${key}`);
      const known = await work.tx.conversationByKey(keyHash);
      if (known) return { conversation: known.id };
      const { row } = draft;
      if (text.trim() === '') throw new ChatFault('empty', 'a conversation begins with a message');
      if (text.length > this.parts.settings.limits.maxText) throw new ChatFault('too-long', 'the text is too long');
      if ((await work.tx.blockedUntil('visitor', row.visitor, work.now)) !== undefined)
        throw new ChatFault('blocked', 'the visitor is blocked');
      await this.#room(work.tx, agent);
      const begun = await beginThread(work, this.parts, row, agent, keyHash);
      await this.#give(work, begun, agent);
      await work.append(
        begun,
        { type: 'message', from: agentAuthor(agent), text },
        { sender: agent.id, clientId: key },
      );
      return { conversation: begun.row.id };
    });
  }

  /** A message that was left has been seen to. */
  handled(me: string, message: string): Promise<Done<null>> {
    return this.parts.runner.run(async (work) => {
      const agent = await account(work.tx, me);
      const row = await work.tx.leftMessage(message);
      if (!row) throw new ChatFault('bad-request', 'there is no such message', { field: 'message' });
      if (row.handledAt !== null) return null;
      await work.tx.saveLeftMessage({ ...row, handledAt: work.now, handledBy: agent.id });
      work.messagesChanged();
      return null;
    });
  }

  async #both(work: Work, me: string, conversation: string): Promise<{ agent: AgentRow; draft: Draft }> {
    const agent = await account(work.tx, me);
    const draft = await work.find(conversation);
    if (!draft) throw new ChatFault('unknown-conversation', 'there is no such conversation');
    return { agent, draft };
  }

  async #give(work: Work, draft: Draft, agent: AgentRow): Promise<void> {
    draft.row.phase = 'active';
    await join(work, draft, agent, this.parts.presence.agentOnline(agent.id));
    await work.saveAgent({ ...agent, missed: 0, assignedAt: work.now });
  }

  async #target(tx: Tx, id: string): Promise<AgentRow> {
    const target = await tx.agent(id);
    if (!target || target.disabled || target.presence !== 'available' || !this.parts.presence.agentOnline(id)) {
      throw new ChatFault('not-allowed', 'the agent is not available');
    }
    await this.#room(tx, target);
    return target;
  }

  async #room(tx: Tx, agent: AgentRow): Promise<void> {
    if ((await tx.active(agent.id)).length >= agent.capacity)
      throw new ChatFault('at-capacity', 'the agent has as many conversations as they can');
  }
}

/** Whether somebody has handed a conversation on already, as they want it now. */
async function handedOn(tx: Tx, agent: AgentRow, row: ConversationRow, to: string | undefined): Promise<boolean> {
  if (to !== undefined && row.agent === to) return true;
  // Whoever can still hand it on means to do so: it may have come back to them since.
  if (row.phase === 'active' && (row.agent === agent.id || agent.role === 'supervisor')) return false;
  const last = (await tx.latest(row.id, 'transfer'))?.body;
  return last?.type === 'transfer' && last.from.id === agent.id && last.to?.id === to;
}

/** The account of a signed-in agent. */
export async function account(tx: Tx, id: string): Promise<AgentRow> {
  const agent = await tx.agent(id);
  if (!agent || agent.disabled) throw new ChatFault('not-allowed', 'the account is not active');
  return agent;
}

/** Refuses whoever neither has a conversation nor watches over all. */
export function mayManage(agent: AgentRow, row: ConversationRow): void {
  if (row.agent !== agent.id && agent.role !== 'supervisor') {
    throw new ChatFault('not-allowed', 'the conversation is not yours');
  }
}
