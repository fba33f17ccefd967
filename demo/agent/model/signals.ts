/** Typing, in both directions: it may be lost, and what was not renewed in time is over. */
import * as v from 'valibot';
import { visitorTyping } from '../../../src/protocol/agent.js';
import type { Core } from './core.js';
import { withConversation, type Conversation } from './state.js';

/** When a visitor who says nothing more counts as no longer typing; how often ours is renewed; when it ends by itself. */
export const TYPING = { expires: 7000, renew: 2500, idle: 4000 } as const;

/** See the module. */
export class Signals {
  readonly #expiry = new Map<string, () => void>();
  #mine: { conversation: string; sentAt: number; cancelIdle: () => void } | undefined;

  constructor(private readonly core: Core) {}

  /** A `typing` event. */
  received(data: unknown): void {
    const parsed = v.safeParse(visitorTyping, data);
    if (!parsed.success) return;
    const { conversation: id, person, typing, preview } = parsed.output;
    const people = this.core.store.value.conversations.get(id)?.registers.people;
    // Colleagues may type too; only the visitor's typing is shown.
    if (people?.find((one) => one.id === person)?.role !== 'visitor') return;
    this.#expiry.get(id)?.();
    this.#show(id, typing ? { text: preview ?? '' } : undefined);
    if (typing)
      this.#expiry.set(
        id,
        this.core.clock.after(TYPING.expires, () => this.#show(id, undefined)),
      );
  }

  /** What they were typing has arrived, or the connection is lost. */
  clear(id: string): void {
    this.#expiry.get(id)?.();
    this.#show(id, undefined);
  }

  clearAll(): void {
    for (const id of this.core.store.value.conversations.keys()) this.clear(id);
    this.#mine?.cancelIdle();
    this.#mine = undefined;
  }

  /** The agent changed the text of the composer. */
  typed(conversation: string, text: string): void {
    if (text.trim() === '') return this.stopped(conversation);
    const now = this.core.clock.now();
    if (this.#mine && this.#mine.conversation !== conversation) this.stopped(this.#mine.conversation);
    const sentAt = this.#mine?.sentAt ?? 0;
    this.#mine?.cancelIdle();
    const renew = now - sentAt >= TYPING.renew;
    if (renew) this.core.connection.signal('typing', { conversation, typing: true });
    const cancelIdle = this.core.clock.after(TYPING.idle, () => this.stopped(conversation));
    this.#mine = { conversation, sentAt: renew ? now : sentAt, cancelIdle };
  }

  /** The agent sent the text, cleared it or went away. */
  stopped(conversation: string): void {
    if (this.#mine?.conversation !== conversation) return;
    this.#mine.cancelIdle();
    this.#mine = undefined;
    this.core.connection.signal('typing', { conversation, typing: false });
  }

  #show(id: string, typing: Conversation['typing']): void {
    this.core.store.update((state) =>
      withConversation(state, id, (one) =>
        one.typing === typing || (typing && one.typing?.text === typing.text) ? one : { ...one, typing },
      ),
    );
  }
}
