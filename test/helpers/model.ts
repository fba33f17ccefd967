import type { Input } from '../../src/session/model/inputs.js';
import type { Fact } from '../../src/session/model/facts.js';
import { INITIAL_STATE } from '../../src/session/model/initial.js';
import { transition } from '../../src/session/model/transition.js';
import type {
  Author,
  ChatState,
  Conversation,
  EndEntry,
  JoinEntry,
  LeaveEntry,
  MessageEntry,
  Person,
} from '../../src/session/model/types.js';
import type { Opened, Page, Registers } from '../../src/session/transport.js';
import { ALICE } from './fake-room.js';

export const KEY = 'k';
export const ME: Author = { id: 'me', role: 'visitor' };

export const message = (seq: number, from: Author = ALICE, more: Partial<MessageEntry> = {}): MessageEntry => ({
  type: 'message',
  seq,
  prev: seq - 1,
  at: 1_000 + seq,
  from,
  text: `m${seq}`,
  ...more,
});
export const own = (seq: number, clientId: string): MessageEntry => message(seq, ME, { clientId });
export const join = (seq: number, from: Author = ALICE): JoinEntry => ({
  type: 'join',
  seq,
  prev: seq - 1,
  at: 1_000 + seq,
  from,
});
export const leave = (seq: number, from: Author = ALICE): LeaveEntry => ({
  type: 'leave',
  seq,
  prev: seq - 1,
  at: 1_000 + seq,
  from,
});
export const end = (seq: number, by: EndEntry['by'] = 'agent'): EndEntry => ({
  type: 'end',
  seq,
  prev: seq - 1,
  at: 1_000 + seq,
  by,
  reason: 'done',
});
export const person = (author: Author = ALICE, more: Partial<Person> = {}): Person => ({
  ...author,
  connected: true,
  joinedAt: 1_000,
  ...more,
});

export const page = (entries: Page['entries'], more = false, head = entries.at(-1)?.seq ?? 0): Page => ({
  entries,
  more,
  head,
});
export const registers = (more: Partial<Registers> = {}): Registers => ({
  version: 1,
  head: 0,
  phase: 'active',
  startedAt: 1_000,
  people: [person(ME), person()],
  marks: {},
  queue: null,
  ...more,
});
export const opened = (entries: Page['entries'] = [], more: Partial<Registers> = {}): Opened => {
  const head = entries.at(-1)?.seq ?? 0;
  return { remoteId: 'r', me: ME.id, credential: 'c', registers: registers({ head, ...more }), page: page(entries) };
};

/** A state with inputs applied one after the other, and all facts that came of them. */
export class Model {
  readonly facts: Fact[] = [];
  state: ChatState = INITIAL_STATE;

  /** Lets things happen; returns the facts of the last one. */
  apply(...inputs: readonly Input[]): readonly Fact[] {
    let facts: readonly Fact[] = [];
    for (const input of inputs) {
      const step = transition(this.state, input);
      this.state = step.state;
      ({ facts } = step);
      this.facts.push(...facts);
    }
    return facts;
  }

  get conversation(): Conversation {
    const conversation = this.state.conversations[KEY];
    if (!conversation) throw new Error('there is no conversation');
    return conversation;
  }

  get pending(): readonly string[] {
    return this.conversation.pending.map(({ clientId, status }) => `${clientId}:${status}`);
  }

  /** With a conversation that runs, and these entries in it. */
  static running(entries: Page['entries'] = [], more: Partial<Registers> = {}): Model {
    const model = new Model();
    model.apply({ type: 'start', key: KEY, profile: {} }, { type: 'opened', key: KEY, opened: opened(entries, more) });
    model.facts.length = 0;
    return model;
  }

  /** With a message that is on its way. */
  submit(clientId: string, status: 'queued' | 'sending' = 'sending'): this {
    this.apply({ type: 'submit', key: KEY, pending: { clientId, text: clientId, createdAt: 1, status: 'queued' } });
    if (status === 'sending') this.apply({ type: 'pending', key: KEY, clientId, status });
    this.facts.length = 0;
    return this;
  }
}

/** The types of facts, in order. */
export const types = (facts: readonly Fact[]): readonly string[] => facts.map(({ type }) => type);
