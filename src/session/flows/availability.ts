/** Whether somebody is there, and what can be done when nobody is: asked over the line, without a conversation. */
import { ChatError } from '../model/errors.js';
import type { Availability, Context } from '../model/types.js';
import { TransportError } from '../transport.js';
import { toChatCode } from './codes.js';
import { call, CALL_DEADLINE, type Core } from './core.js';

/** How long an answer holds, as documented. */
const KEPT = 120_000;

/** What it needs of the line. */
export type LineHold = {
  readonly holds: { count: number };
  readonly line: { ensure(): void; idle(): void };
};

/** See the module. */
export class Asking {
  #core: Core;
  #hold: LineHold;
  #kept: { readonly question: string; readonly until: number; readonly answer: Promise<Availability> } | undefined;

  constructor(core: Core, hold: LineHold) {
    this.#core = core;
    this.#hold = hold;
  }

  /** Another customer has another place in the queue. */
  forget(): void {
    this.#kept = undefined;
  }

  /** Asks, or gives the answer that still holds: for the same context, and while no conversation has begun or ended. */
  async availability(context: Context): Promise<Availability> {
    const now = this.#core.ports.clock.now();
    const question = JSON.stringify([context, this.#core.state.current]);
    const kept = this.#kept;
    // A clock that was set back must not keep an answer for ever.
    const holds = kept?.question === question && now < kept.until && kept.until - now <= KEPT;
    const answer = holds ? kept.answer : this.ask('availability', { context }).then(availabilityFrom);
    if (!holds) this.#kept = { question, until: now + KEPT, answer };
    try {
      const availability = await answer;
      this.#core.apply({ type: 'availability', availability });
      return availability;
    } catch (error) {
      if (this.#kept?.answer === answer) this.#kept = undefined;
      throw error;
    }
  }

  /** Asks something beside the conversations. @throws (rejects) ChatError */
  async ask(name: string, data: unknown): Promise<unknown> {
    const { transport } = this.#core;
    const { ask } = transport;
    if (!ask) throw new ChatError('unsupported', `${name}: this transport can't do it`);
    const { holds, line } = this.#hold;
    holds.count++;
    try {
      line.ensure();
      await this.#online();
      if (!this.#core.state.capabilities.availability)
        throw new ChatError('unsupported', `${name}: the server can't do it`);
      return await call(this.#core, (signal) => ask.call(transport, name, data, signal));
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      throw new ChatError(toChatCode(error.code), `${name}: ${error.message}`, { cause: error });
    } finally {
      holds.count--;
      line.idle();
    }
  }

  #online(): Promise<void> {
    const core = this.#core;
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const { status, refused } = core.state.connection;
        if (status === 'online') done(resolve);
        else if (refused) done(() => reject(new ChatError(refused, `the line was refused (${refused})`)));
      };
      const undo = core.subscribe(look);
      const late = () => done(() => reject(new ChatError('unreachable', 'the server does not answer; try again')));
      const cancel = core.ports.clock.delay(CALL_DEADLINE, late);
      const stay = core.onRelease(() => done(() => reject(new ChatError('closed', 'the chat was taken off the page'))));
      const done = (settle: () => void): void => {
        undo();
        cancel();
        stay();
        settle();
      };
      look();
    });
  }
}

/** What the server answered. @throws ChatError `protocol` */
function availabilityFrom(data: unknown): Availability {
  const { queue, open, agentsFree, position, changesAt, openUntil, averageWait } = data as Record<string, unknown>;
  const fine = typeof queue === 'string' && typeof open === 'boolean' && isNumber(agentsFree) && isNumber(position);
  if (!fine) throw new ChatError('protocol', 'availability: the answer could not be understood');
  return {
    queue,
    open,
    agentsFree,
    position,
    ...(isNumber(changesAt) && { changesAt }),
    ...(isNumber(openUntil) && { openUntil }),
    ...(isNumber(averageWait) && { averageWait }),
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
