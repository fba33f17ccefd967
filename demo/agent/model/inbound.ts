/** What the server tells unasked, into the state: the lists, new entries, registers, typing. */
import * as v from 'valibot';
import { entryPush, registersPush, type WireWelcome } from '../../../src/protocol/index.js';
import { desk } from '../../../src/protocol/agent.js';
import type { Actions } from './actions.js';
import type { Core } from './core.js';
import { visitorName, type Fact } from './facts.js';
import type { Keep } from './keep.js';
import { applyDesk, endedBy } from './lists.js';
import type { LogEntry } from './log.js';
import type { Sender } from './sender.js';
import type { Signals } from './signals.js';
import { INITIAL, listed, withConversation, withRegisters, type Conversation, type DeskState } from './state.js';
import type { Sync } from './sync.js';
import { when } from './when.js';

/** How long it may take to learn why a conversation left the lists, and how the registers of one that is over stand. */
const REASON_COMES = 1000;

/** The parts that act on it. */
export interface InboundParts {
  readonly actions: Actions;
  readonly keep: Keep;
  readonly sender: Sender;
  readonly signals: Signals;
  readonly sync: Sync;
  /** Takes a conversation that is over off the screen, unless something in it is unsent. */
  dropIfDone(conversation: string): void;
}

/** See the module. */
export class Inbound {
  /** The first lists after a connect are what completes the connecting. */
  #fresh = false;

  constructor(
    private readonly core: Core,
    private readonly parts: InboundParts,
  ) {}

  /** A connection is there; its first lists are still to come. */
  welcomed(greeting: WireWelcome): void {
    this.#fresh = true;
    const skew = greeting.now - this.core.clock.now();
    this.core.store.update((state) => ({ ...state, limits: greeting.limits, features: greeting.features, skew }));
  }

  /** An event that is not of the connection itself. */
  received(event: string, data: unknown): void {
    if (event === 'desk') this.#lists(data);
    else if (event === 'entry') this.#entry(data);
    else if (event === 'registers') this.#registers(data);
    else if (event === 'typing') this.parts.signals.received(data);
  }

  #lists(data: unknown): void {
    const parsed = v.safeParse(desk, data);
    if (!parsed.success) return;
    const snapshot = parsed.output;
    const before = this.core.store.value;
    // Somebody else signed in at this browser: nothing of the first one's may stay.
    if (before.desk && before.desk.me !== snapshot.me)
      this.core.store.update((state) => ({
        ...INITIAL,
        connection: state.connection,
        limits: state.limits,
        features: state.features,
      }));
    else if (!this.#fresh && before.desk && snapshot.version < before.desk.version) return;
    const held = new Set(this.core.store.value.desk?.mine.map(({ id }) => id));
    let facts: readonly Fact[] = [];
    this.core.store.update((state) => {
      const applied = applyDesk(state, snapshot, {
        now: this.core.clock.now(),
        own: (move, id) => this.parts.actions.own(move, id),
        restore: (conversation) => this.parts.keep.restore(conversation, snapshot.me),
      });
      facts = applied.facts;
      return { ...applied.state, session: { status: 'signed-in' } };
    });
    this.#follow(held);
    for (const fact of facts) {
      if (fact.type === 'gone') void this.#left(fact);
      else this.core.tell(fact);
    }
  }

  /** Does what the new lists ask for: loads what is mine, and brings logs up to their heads. */
  #follow(held: ReadonlySet<string>): void {
    const first = this.#fresh;
    this.#fresh = false;
    for (const { id } of listed(this.core.store.value, 'mine')) {
      if (held.has(id)) this.parts.sync.open(id);
      else this.parts.sync.insist(id);
      if (!first) this.parts.sender.flush(id);
    }
    if (first) {
      this.core.connection.caughtUp();
      this.parts.sync.resume();
      this.parts.sender.flushAll();
      return;
    }
    for (const { id, registers } of this.core.store.value.conversations.values())
      this.parts.sync.reach(id, registers.head);
  }

  /** A conversation left the lists while nobody heard why. Its log may tell that it is over; if not, somebody else has it. */
  async #left(fact: Extract<Fact, { type: 'gone' }>): Promise<void> {
    const { conversation: id, name } = fact;
    const over = (state: DeskState): boolean => state.conversations.get(id)?.place === 'ended';
    this.parts.sync.wake(id);
    await when(this.core.store, this.core.clock, over, REASON_COMES);
    const conversation = this.core.store.value.conversations.get(id);
    if (conversation?.place === 'ended')
      this.core.tell({ type: 'ended', conversation: id, name, by: endedBy(conversation) });
    else if (conversation?.place !== 'mine') this.core.tell(fact);
    if (conversation?.place === 'elsewhere' && this.core.store.value.current !== id) this.parts.dropIfDone(id);
  }

  #entry(data: unknown): void {
    const parsed = v.safeParse(entryPush, data);
    if (parsed.success) this.parts.sync.take(parsed.output.conversation, parsed.output.entry);
  }

  #registers(data: unknown): void {
    const parsed = v.safeParse(registersPush, data);
    if (!parsed.success) return;
    const { conversation, registers } = parsed.output;
    this.core.store.update((state) => withConversation(state, conversation, (one) => withRegisters(one, registers)));
    this.parts.sync.reach(conversation, registers.head);
  }

  /** Entries that nobody here has seen before. */
  arrived(conversation: Conversation, entries: readonly LogEntry[]): void {
    const name = visitorName(conversation.summary.profile);
    for (const entry of entries) {
      if (entry.type === 'message' && entry.from.role === 'visitor') {
        this.parts.signals.clear(conversation.id);
        if (conversation.place === 'mine')
          this.core.tell({ type: 'message', conversation: conversation.id, name, text: textOf(entry) });
      }
      if (entry.type === 'end') void this.#ended(conversation.id);
    }
  }

  /** The log is over before the lists say so, or long after they stopped speaking of it. */
  async #ended(id: string): Promise<void> {
    this.core.store.update((state) =>
      withConversation(state, id, (one) =>
        one.place === 'elsewhere' ? { ...one, place: 'ended', typing: undefined } : { ...one, typing: undefined },
      ),
    );
    const known = (state: DeskState): boolean => state.conversations.get(id)?.registers.phase !== 'active';
    if (!(await when(this.core.store, this.core.clock, known, REASON_COMES))) await this.parts.sync.refresh(id);
  }
}

/** What is told of a message: its words, or the names of its files. */
function textOf({ text, files = [] }: Extract<LogEntry, { type: 'message' }>): string {
  return text.trim() === '' ? files.map(({ name }) => name).join(', ') : text;
}
