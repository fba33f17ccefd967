/** One ordered lane for each conversation: a batch at a time, sent again until the server has said what became of it. */
import { sent } from '../../../src/protocol/index.js';
import type { WireItem } from '../../../src/protocol/index.js';
import { codeOf, Refusal } from './connection.js';
import { retryAfter, type Core } from './core.js';
import { visitorName } from './facts.js';
import { nextBatch, refuse, sending, settle, unsettled, withoutLogged, type WantedMark } from './outbox.js';
import type { PendingMessage } from './state.js';
import { serverTime, withConversation } from './state.js';

interface Lane {
  busy: boolean;
  /** Set while a batch as a whole was refused: then items go one by one, to find the bad one. */
  single: boolean;
  mark: WantedMark | undefined;
  cancelLater: () => void;
}

/** Where the sender reports what it learns. */
export interface SenderListener {
  /** The conversation's log must reach this place. */
  reached(conversation: string, head: number): void;
  /** The pending messages changed and should be kept. */
  changed(): void;
}

/** See the module. */
export class Sender {
  readonly #lanes = new Map<string, Lane>();

  constructor(
    private readonly core: Core,
    private readonly listener: SenderListener,
  ) {}

  /** Puts a message, or a notice, at the end of the lane. */
  message(conversation: string, text: string, more: Pick<PendingMessage, 'files' | 'notice' | 'rich'> = {}): void {
    const at = serverTime(this.core.store.value, this.core.clock.now());
    const message: PendingMessage = { id: this.core.chance.id(), text, at, status: 'queued', ...more };
    this.#pending(conversation, (pending) => [...pending, message]);
    this.flush(conversation);
  }

  /** Tries a refused message again, under the same id. */
  retry(conversation: string, message: string): void {
    this.#pending(conversation, (pending) =>
      pending.map((one) =>
        one.id === message && one.status === 'refused' ? { ...one, status: 'queued', code: undefined } : one,
      ),
    );
    this.flush(conversation);
  }

  /** Takes back a message that the server refused. */
  discard(conversation: string, message: string): void {
    this.#pending(conversation, (pending) => pending.filter((one) => one.id !== message || one.status !== 'refused'));
  }

  /** Tells the server the newest watermarks; an older wish that has not left yet is replaced. */
  mark(conversation: string, delivered: number, seen: number): void {
    this.#lane(conversation).mark = { id: this.core.chance.id(), delivered, seen };
    this.flush(conversation);
  }

  /** Sends what waits, unless a batch is under way: its answer brings the next. */
  flush(conversation: string): void {
    const lane = this.#lane(conversation);
    const state = this.core.store.value;
    const about = state.conversations.get(conversation);
    // What fell back into the queue may come back to this agent; until then the server would refuse it.
    if (lane.busy || !about || about.place === 'queue' || !this.core.connection.ready) return;
    const { pending } = about;
    const items = nextBatch(pending, lane.mark, state.limits, lane.single ? 1 : state.limits.maxBatch);
    if (items.length === 0) return;
    lane.cancelLater();
    lane.busy = true;
    this.#pending(conversation, (waiting) => sending(waiting, items));
    void this.#send(conversation, lane, items);
  }

  /** After a reconnect. */
  flushAll(): void {
    for (const id of this.core.store.value.conversations.keys()) this.flush(id);
  }

  async #send(conversation: string, lane: Lane, items: readonly WireItem[]): Promise<void> {
    let pause: number | undefined;
    try {
      const { results } = await this.core.connection.request('send', { conversation, items }, sent);
      pause = this.#settled(conversation, lane, items, results);
    } catch (error) {
      pause = this.#failed(conversation, lane, items, error);
    }
    lane.busy = false;
    if (pause === undefined) this.flush(conversation);
    else lane.cancelLater = this.core.clock.after(pause, () => this.flush(conversation));
  }

  #settled(
    conversation: string,
    lane: Lane,
    items: readonly WireItem[],
    results: Parameters<typeof settle>[1],
  ): number | undefined {
    let outcome: ReturnType<typeof settle> | undefined;
    this.#pending(conversation, (pending) => (outcome = settle(pending, results)).pending);
    for (const message of outcome?.refused ?? []) this.#tellRefused(conversation, message.code ?? 'internal');
    const mark = items.find((item) => item.type === 'mark');
    const marked = mark && results.find((result) => result.id === mark.id);
    if (mark && marked && marked.status !== 'later' && lane.mark?.id === mark.id) lane.mark = undefined;
    lane.single = false;
    if (outcome && outcome.head > 0) this.listener.reached(conversation, outcome.head);
    // A server that accepts nothing without saying why must not be asked in a tight loop.
    const progress = results.some((result) => result.status !== 'later');
    return outcome?.later ?? (progress ? undefined : 1000);
  }

  #failed(conversation: string, lane: Lane, items: readonly WireItem[], error: unknown): number | undefined {
    const code = codeOf(error);
    const pause = retryAfter(code, error instanceof Refusal ? error.failure.retryAfter : undefined);
    if (pause !== undefined || code === 'disconnected') {
      this.#pending(conversation, unsettled);
      return pause ?? 0;
    }
    if (items.length > 1 && (code === 'bad-request' || code === 'too-large')) {
      this.#pending(conversation, unsettled);
      lane.single = true;
      return undefined;
    }
    const messages = items.some((item) => item.type === 'message' || item.type === 'notice');
    lane.mark = undefined;
    this.#pending(conversation, (pending) => {
      const alone = pending.map((message) =>
        message.status === 'sending' ? { ...message, status: 'refused' as const, code } : message,
      );
      return code === 'bad-request' || code === 'too-large' ? alone : refuse(pending, code);
    });
    if (messages) this.#tellRefused(conversation, code);
    return undefined;
  }

  #tellRefused(conversation: string, code: string): void {
    const profile = this.core.store.value.conversations.get(conversation)?.summary.profile;
    this.core.tell({ type: 'refused', conversation, name: profile && visitorName(profile), code });
  }

  #pending(conversation: string, change: (pending: readonly PendingMessage[]) => readonly PendingMessage[]): void {
    this.core.store.update((state) =>
      withConversation(state, conversation, (one) => {
        const pending = withoutLogged(change(one.pending), one.log);
        return pending === one.pending ? one : { ...one, pending };
      }),
    );
    this.listener.changed();
  }

  #lane(conversation: string): Lane {
    let lane = this.#lanes.get(conversation);
    if (!lane) {
      lane = { busy: false, single: false, mark: undefined, cancelLater: () => undefined };
      this.#lanes.set(conversation, lane);
    }
    return lane;
  }
}
