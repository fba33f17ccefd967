/** What a visitor asks before a conversation: whether somebody is there. And what they do when nobody is: leave a message. */
import type { InferOutput } from 'valibot';
import type { availability, WireAvailable, WireLeaveMessage } from '../../../src/protocol/index.js';
import type { Tx } from '../store/port.js';
import { ChatFault } from './fault.js';
import type { Parts } from './parts.js';
import { serves } from './plan.js';
import type { VisitorConnection } from './presence.js';
import type { Done } from './runner.js';

/** How far back the average looks, and at how many waits. */
const HISTORY = 48 * 3_600_000;
const SAMPLES = 1000;

/** See the module. */
export class BeforeSide {
  constructor(private readonly parts: Parts) {}

  /** How it would be for a conversation in this context now; of one that waits already, how it is for that. */
  async availability(connection: VisitorConnection, frame: InferOutput<typeof availability>): Promise<WireAvailable> {
    const { store, clock, settings } = this.parts;
    const { channel, identity } = connection;
    const route = settings.plan.route(channel, settings.plan.context(channel, frame.context, identity?.context));
    return store.read(async (tx) => {
      const own = await this.#waiting(tx, connection);
      const { queue, skills } = own ?? route;
      const { open, changesAt } = settings.plan.standing(queue, clock.now());
      const openUntil =
        open || changesAt === undefined ? undefined : settings.plan.standing(queue, changesAt).changesAt;
      const waits = await tx.waits(queue, clock.now() - HISTORY, SAMPLES);
      const average = waits.reduce((sum, { wait }) => sum + wait, 0) / waits.length / 1000;
      return {
        queue,
        open,
        ...(changesAt !== undefined && { changesAt }),
        ...(openUntil !== undefined && { openUntil }),
        agentsFree: open ? await this.#free(tx, { queue, skills }) : 0,
        position: own?.queuePosition ?? (await tx.waiting({ queue })) + 1,
        ...(waits.length > 0 && { averageWait: Math.round(average) }),
      };
    });
  }

  /** Keeps a message for when somebody is there. The same id is kept once, however often it comes. */
  async leave(connection: VisitorConnection, frame: WireLeaveMessage): Promise<Done<{ at: number }>> {
    const { runner, settings } = this.parts;
    const { channel, identity } = connection;
    if (frame.text.trim() === '') throw new ChatFault('empty', 'there is nothing to leave', { field: 'text' });
    if (frame.text.length > settings.limits.maxText)
      throw new ChatFault('too-long', `at most ${settings.limits.maxText} characters`, { field: 'text' });
    return runner.run(async (work) => {
      const blocked = await work.tx.blockedUntil('address', connection.addressHash, work.now);
      if (blocked !== undefined) throw new ChatFault('blocked', 'messages are refused for a time');
      const context = settings.plan.context(channel, frame.context, identity?.context);
      const known = await work.tx.leftMessage(frame.id);
      if (known) return { at: known.at };
      const message = {
        id: frame.id,
        at: work.now,
        channel,
        queue: settings.plan.route(channel, context).queue,
        customer: identity?.customer ?? null,
        name: frame.name ?? null,
        email: frame.email ?? null,
        text: frame.text,
        context,
        language: frame.language ?? null,
        handledAt: null,
        handledBy: null,
      };
      const at = await work.tx.addLeftMessage(message);
      work.left(message);
      return { at };
    });
  }

  /** The conversation of the connection that waits, if one does. */
  async #waiting(tx: Tx, { conversations }: VisitorConnection): ReturnType<Tx['conversation']> {
    for (const id of conversations) {
      const row = await tx.conversation(id);
      if (row?.phase === 'queued') return row;
    }
    return undefined;
  }

  async #free(tx: Tx, route: Parameters<typeof serves>[1]): Promise<number> {
    let free = 0;
    for (const agent of await tx.agents()) {
      const there = !agent.disabled && agent.presence === 'available' && this.parts.presence.agentOnline(agent.id);
      if (there && serves(agent, route) && (await tx.active(agent.id)).length < agent.capacity) free += 1;
    }
    return free;
  }
}
