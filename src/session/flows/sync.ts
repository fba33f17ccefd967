import type { ConversationKey } from '../model/types.js';
import { TransportError } from '../transport.js';
import { at, backoff, call, CALL_DEADLINE, type Core } from './core.js';

/** How long to wait for a push before what is missing is pulled: an acknowledgement is often a little faster. */
const PATIENCE = 120;
const PAGE = 100;
/** A line that is asked whether it lives must answer within this, or within some times what its last answer took. */
const PROBE = 1_000;
const PROBE_TIMES = 4;

type Pull = { dirty: boolean; done: Promise<void>; readonly ms: number | undefined };

/**
 * Keeps each conversation's log whole. Pushes are only wake-ups; whatever is missing is pulled, page by page, until the
 * log reaches the head. A wake-up during a pull sets a dirty flag, so it is never lost.
 */
export class Sync {
  #core: Core;
  #pulling = new Map<ConversationKey, Pull>();
  #waiting = new Map<ConversationKey, () => void>();
  #failures = new Map<ConversationKey, number>();
  #doubt: (key: ConversationKey) => void;
  /** How long the last resume took: what to expect of this network. */
  #pace = 0;

  /** @param doubt - the server does not know a conversation that was pulled from */
  constructor(core: Core, doubt: (key: ConversationKey) => void) {
    this.#core = core;
    this.#doubt = doubt;
    core.onRelease(() => this.pause());
  }

  /** The line is down: nothing to wait for. The next catch-up sees to it. */
  pause(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
    this.#pulling.clear();
  }

  /** Something is known to be missing; it is pulled soon unless a push brings it first. */
  behind(key: ConversationKey): void {
    const running = this.#pulling.get(key);
    if (running) running.dirty = true;
    else if (!this.#waiting.has(key) && this.#missing(key)) this.#later(key, PATIENCE);
  }

  /** Something may have changed that nobody has told: ask. */
  look(key: ConversationKey): void {
    this.pull(key).catch(() => undefined);
  }

  #later(key: ConversationKey, ms: number): void {
    if (this.#core.line.aborted) return;
    this.#waiting.set(
      key,
      this.#core.ports.clock.delay(ms, () => {
        this.#waiting.delete(key);
        if (this.#missing(key)) this.look(key);
      }),
    );
  }

  #missing(key: ConversationKey): boolean {
    const log = at(this.#core, key)?.log;
    return log !== undefined && log.head > log.last;
  }

  /**
   * Pulls until nothing is missing. Rejects with a TransportError when the line fails; what came is kept.
   * @param ms - how long to wait for each answer; default: as for any other call
   */
  pull(key: ConversationKey, ms?: number): Promise<void> {
    const already = this.#pulling.get(key);
    // One that may take its time is no answer to whoever can't wait: a dead line does not answer it either.
    if (already && (!ms || already.ms)) {
      already.dirty = true;
      return already.done;
    }
    const pull: Pull = { dirty: false, done: Promise.resolve(), ms };
    this.#pulling.set(key, pull);
    pull.done = this.#run(key, pull);
    return pull.done;
  }

  async #run(key: ConversationKey, pull: Pull): Promise<void> {
    const { line } = this.#core;
    try {
      do {
        pull.dirty = false;
        await this.#page(key, pull.ms);
      } while (pull.dirty || this.#missing(key));
      this.#failures.delete(key);
    } catch (error) {
      if (!line.aborted) this.#failed(key, error);
      throw error;
    } finally {
      if (this.#pulling.get(key) === pull) this.#pulling.delete(key);
    }
  }

  async #page(key: ConversationKey, ms?: number): Promise<void> {
    const conversation = at(this.#core, key);
    const remoteId = conversation?.remoteId;
    if (!remoteId) return;
    const after = conversation.log.last;
    const page = await call(
      this.#core,
      (signal) => this.#core.transport.pull({ remoteId, after, limit: PAGE }, signal),
      ms,
    );
    if (!at(this.#core, key)) return;
    this.#core.apply({ type: 'page', key, page, direction: 'after' });
    // A server that knows of entries but does not give them must not be asked in a tight loop.
    if (at(this.#core, key)?.log.last === after && this.#missing(key)) throw new TransportError('again', 'protocol');
  }

  #failed(key: ConversationKey, error: unknown): void {
    if (error instanceof TransportError && error.kind === 'final') return this.#doubt(key);
    const failures = (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, failures);
    if (!this.#waiting.has(key)) this.#later(key, backoff(this.#core, failures, 500, 10_000));
  }

  /** How long to wait for an answer on a line that may have died unnoticed, in milliseconds. */
  get patience(): number {
    return Math.min(CALL_DEADLINE, Math.max(PROBE, PROBE_TIMES * this.#pace));
  }

  /** Comes back to a conversation on a fresh line and fetches all that was missed. */
  async resume(key: ConversationKey, credential: string): Promise<string | undefined> {
    const conversation = at(this.#core, key);
    const remoteId = conversation?.remoteId;
    if (!remoteId) return undefined;
    const after = conversation.log.last || undefined;
    const { clock } = this.#core.ports;
    const begun = clock.now();
    const opened = await call(this.#core, (signal) =>
      this.#core.transport.resume({ remoteId, credential, after }, signal),
    );
    const took = clock.now() - begun;
    // A clock may have jumped, or the page been frozen, in between: no answer is waited for as long as that.
    this.#pace = took > 0 && took < CALL_DEADLINE ? took : 0;
    if (!at(this.#core, key)) return undefined;
    this.#core.apply({ type: 'opened', key, opened });
    // A server that does not give all that it says it has is no reason to give up the line: it is asked again later.
    if (this.#missing(key))
      await this.pull(key).catch((error: TransportError) => {
        if (error.code !== 'protocol') throw error;
      });
    return opened.credential;
  }

  /** Fetches the page before the first entry that is here. Does nothing when there is none, or one is under way. */
  async older(key: ConversationKey): Promise<void> {
    const conversation = at(this.#core, key);
    if (!conversation?.remoteId || !conversation.log.older || conversation.loadingOlder) return;
    const { remoteId, log } = conversation;
    this.#core.apply({ type: 'loading-older', key, loading: true });
    try {
      const page = await call(this.#core, (signal) =>
        this.#core.transport.pull({ remoteId, before: log.first, limit: PAGE }, signal),
      );
      if (at(this.#core, key)) this.#core.apply({ type: 'page', key, page, direction: 'before' });
    } finally {
      if (at(this.#core, key)) this.#core.apply({ type: 'loading-older', key, loading: false });
    }
  }
}
