import type { Core } from './flows/core.js';
import type { ConversationKey } from './model/types.js';
import type { TransportEvent } from './transport.js';

/** What those do who hear from the other side. */
export type Hearers = {
  lost(reason: string): void;
  clock(now: number): void;
  typing(key: ConversationKey, person: string, typing: boolean): void;
  look(key: ConversationKey): void;
  revoked(key: ConversationKey): void;
};

/** At most so many events are kept for conversations that are not open yet. */
const MOST_EARLY = 200;

type Addressed = Extract<TransportEvent, { readonly remoteId: string }>;

/** The inward door: everything that a transport tells, one exhaustive switch. */
export class Inward {
  /** Hears of texts that grow; set by what is loaded with the first of them. */
  stream?: (key: ConversationKey, data: unknown) => void;
  #core: () => Core | undefined;
  #hearers: Hearers;
  /** Pushes that overtook the answer which opens their conversation: that answer may be older than they are. */
  #early: Addressed[] = [];

  /** @param core - asked for late: a transport is made before there is one */
  constructor(core: () => Core | undefined, hearers: Hearers) {
    this.#core = core;
    this.#hearers = hearers;
  }

  take(event: TransportEvent): void {
    const core = this.#core();
    if (!core || core.signal.aborted) return;
    switch (event.type) {
      case 'lost':
        return this.#hearers.lost(event.reason);
      case 'capabilities':
      case 'polling':
        return void core.apply(event);
      case 'fault':
        return void core.apply({ type: 'warning', code: event.code, detail: event.detail });
      case 'clock':
        return this.#hearers.clock(event.now);
      default:
        return this.#addressed(core, event);
    }
  }

  /** A conversation has been opened on the present line: what came too early for it comes now. */
  opened(remoteId: string): void {
    const early = this.#early.filter((event) => event.remoteId === remoteId);
    this.#early = this.#early.filter((event) => event.remoteId !== remoteId);
    for (const event of early) this.take(event);
  }

  /** The line is down: the next one tells everything anew. */
  pause(): void {
    this.#early = [];
  }

  #addressed(core: Core, event: Addressed): void {
    const conversations = Object.values(core.state.conversations);
    const conversation = conversations.find((other) => other.remoteId === event.remoteId);
    if (!conversation || conversation.phase === 'restoring') {
      const opening = conversations.some(({ phase }) => phase === 'starting' || phase === 'restoring');
      if (opening && this.#early.length < MOST_EARLY) this.#early.push(event);
      return;
    }
    const { key } = conversation;
    switch (event.type) {
      case 'entry':
        return void core.apply({ type: 'entry', key, entry: event.entry });
      case 'registers':
        return void core.apply({ type: 'registers', key, registers: event.registers });
      case 'typing':
        if (event.stream) return this.stream?.(key, event.stream);
        return this.#hearers.typing(key, event.person, event.typing);
      case 'wake':
        return this.#hearers.look(key);
      case 'revoked':
        return this.#hearers.revoked(key);
    }
  }
}
