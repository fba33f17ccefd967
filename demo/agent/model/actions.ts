/** What an agent does to conversations and to themselves: one acknowledged request each, and a clear word when it fails. */
import * as v from 'valibot';
import { sent, type WireCaseStatus } from '../../../src/protocol/index.js';
import { codeOf, Refusal } from './connection.js';
import type { Core } from './core.js';
import { visitorName, type Action } from './facts.js';
import type { DeskState } from './state.js';
import { when } from './when.js';

/** The answer to `begin`. */
const begun = v.object({ conversation: v.string() });

/** How long after an own action the moving of its conversation is no news. */
const OWN_FOR = 10_000;

/** How long `end` and `transfer` wait for messages that are still on their way. */
const DRAIN = 5000;

/** See the module. */
export class Actions {
  /** Until when a conversation's coming or going is this agent's own doing. */
  readonly #own = { came: new Map<string, number>(), went: new Map<string, number>() };

  constructor(private readonly core: Core) {}

  /** Whether this agent took it, or let it go, a moment ago. */
  own(move: 'came' | 'went', conversation: string): boolean {
    return (this.#own[move].get(conversation) ?? 0) > this.core.clock.now();
  }

  accept(conversation: string): Promise<boolean> {
    return this.#act('accept', conversation, { conversation });
  }

  decline(conversation: string): Promise<boolean> {
    return this.#act('decline', conversation, { conversation });
  }

  /** To an agent, or to the queue when `to` is left out. What the agent wrote before still goes first. */
  async transfer(conversation: string, to?: string): Promise<boolean> {
    await this.#drained(conversation);
    return this.#act('transfer', conversation, to === undefined ? { conversation } : { conversation, to });
  }

  /** What the agent wrote before still goes first. */
  async end(conversation: string): Promise<boolean> {
    await this.#drained(conversation);
    return this.#act('end', conversation, { conversation });
  }

  block(conversation: string): Promise<boolean> {
    return this.#act('block', conversation, { conversation });
  }

  /** A supervisor comes in beside the agent. */
  join(conversation: string, silent: boolean): Promise<boolean> {
    return this.#act('join', conversation, { conversation, silent });
  }

  /** And goes. What they wrote before still goes first. */
  async leave(conversation: string): Promise<boolean> {
    await this.#drained(conversation);
    return this.#act('leave', conversation, { conversation });
  }

  /** The visitor's case stands elsewhere now. */
  case(conversation: string, status: WireCaseStatus): Promise<boolean> {
    return this.#act('case', conversation, { conversation, status });
  }

  /** A message that somebody left has been seen to. */
  handled(message: string): Promise<boolean> {
    return this.#act('handled', undefined, { message }, message);
  }

  /** Corrects a message of this agent's, or takes it back when there is no text. */
  async amend(conversation: string, { of, text }: { readonly of: number; readonly text?: string }): Promise<boolean> {
    const id = this.core.chance.id();
    const item = text === undefined ? { id, type: 'retract', of } : { id, type: 'edit', of, text };
    const ask = async (): Promise<void> =>
      amended(await this.core.connection.request('send', { conversation, items: [item] }, sent));
    return this.#act('amend', conversation, ask, `${conversation} ${of}`);
  }

  /**
   * Writes to the visitor of a conversation in another one; its id, or nothing when that failed. The same `key` begins it once, so
   * that one may try again after an answer that never came.
   */
  async begin(conversation: string, key: string, text: string): Promise<string | undefined> {
    let id: string | undefined;
    await this.#act('begin', conversation, async () => {
      const answer = await this.core.connection.request('begin', { conversation, key, text }, begun);
      id = answer.conversation;
      this.#own.came.set(id, this.core.clock.now() + OWN_FOR);
    });
    return id;
  }

  presence(presence: 'available' | 'away'): Promise<boolean> {
    return this.#act('presence', undefined, { presence });
  }

  async #act(
    action: Action,
    conversation: string | undefined,
    data: Record<string, unknown> | (() => Promise<void>),
    about = conversation ?? '',
  ): Promise<boolean> {
    const key = `${action}:${about}`;
    if (this.core.store.value.busy.has(key)) return false;
    this.#busy(key, true);
    if (conversation !== undefined) this.#remember(action, conversation);
    try {
      if (typeof data === 'function') await data();
      else await this.core.connection.request(action, data, v.unknown());
      return true;
    } catch (error) {
      if (conversation !== undefined) for (const moves of Object.values(this.#own)) moves.delete(conversation);
      this.#failed(action, conversation, error);
      return false;
    } finally {
      this.#busy(key, false);
    }
  }

  #failed(action: Action, conversation: string | undefined, error: unknown): void {
    const state = this.core.store.value;
    const about = conversation === undefined ? undefined : state.conversations.get(conversation);
    this.core.tell({
      type: 'failed',
      action,
      conversation,
      name: about && visitorName(about.summary.profile),
      code: codeOf(error),
      by: fasterAgent(state, conversation, error),
    });
  }

  /** A transfer may be either: a supervisor can hand a colleague's conversation to themselves. */
  #remember(action: Action, conversation: string): void {
    const until = this.core.clock.now() + OWN_FOR;
    if (action === 'accept' || action === 'transfer') this.#own.came.set(conversation, until);
    if (action === 'transfer' || action === 'end' || action === 'block') this.#own.went.set(conversation, until);
  }

  async #drained(conversation: string): Promise<void> {
    const settled = (state: DeskState): boolean =>
      !state.conversations.get(conversation)?.pending.some(({ status }) => status === 'queued' || status === 'sending');
    await when(this.core.store, this.core.clock, settled, DRAIN);
  }

  #busy(key: string, on: boolean): void {
    this.core.store.update((state) => {
      const busy = new Set(state.busy);
      if (on) busy.add(key);
      else busy.delete(key);
      return { ...state, busy };
    });
  }
}

/** Refused alone, an item is refused all the same. */
function amended({ results: [result] }: v.InferOutput<typeof sent>): void {
  if (result?.status !== 'stored' && result?.status !== 'duplicate')
    throw new Refusal({ code: result?.code ?? 'internal' });
}

/** Who was faster. The server's message is for developers, so it counts only when it is a colleague's name. */
function fasterAgent(state: DeskState, conversation: string | undefined, error: unknown): string | undefined {
  if (!(error instanceof Refusal) || error.code !== 'taken' || conversation === undefined) return undefined;
  const agent = state.conversations.get(conversation)?.summary.agent;
  const { message } = error.failure;
  return state.desk?.agents.find((one) => one.id === agent || one.name === message)?.name;
}
