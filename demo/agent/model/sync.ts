/**
 * Brings each open log to where the server's is. A push is taken when it joins on; everything else, a gap, a head that is
 * further on, a reconnect, ends in a pull. A wake-up that comes during a pull makes one more pull (the dirty flag), because
 * the page under way may have been read just before the new entry was stored.
 */
import * as v from 'valibot';
import { page, readEntry, registers } from '../../../src/protocol/index.js';
import { codeOf, Refusal } from './connection.js';
import { retryAfter, type Core } from './core.js';
import { append, appendPage, entriesAfter, logFrom, prependPage, type LogEntry } from './log.js';
import { withLog } from './outbox.js';
import { withConversation, withRegisters, type Conversation } from './state.js';

/** The answer to `open`. */
const openedByAgent = v.object({ registers, page });

/** How long an announced entry may be under way before it is asked for. */
const GRACE = 250;

interface Loop {
  running: boolean;
  dirty: boolean;
  /** The highest place that somebody said the log must reach. */
  head: number;
  /** Whether a grace time is running; it is never started over, or a steady stream would put the pull off for ever. */
  graced: boolean;
  cancelRetry: () => void;
}

/** Where the sync reports what is really new. */
export interface SyncListener {
  /** Entries that came after the log was first loaded; never history. */
  fresh(conversation: Conversation, entries: readonly LogEntry[]): void;
  /** A log is there for the first time, or has grown. */
  grown(conversation: string): void;
}

/** See the module. */
export class Sync {
  readonly #loops = new Map<string, Loop>();
  /** The server has said that we may not read these any more. */
  readonly #closed = new Set<string>();

  constructor(
    private readonly core: Core,
    private readonly listener: SyncListener,
  ) {}

  /** Loads the newest page, if that has not been done. */
  open(id: string): void {
    const conversation = this.#get(id);
    if (!conversation || conversation.load === 'ready' || this.#loop(id).running || this.#closed.has(id)) return;
    this.#change(id, (one) => ({ ...one, load: 'loading' }));
    void this.#run(id, () => this.#open(id));
  }

  /** Loads it even if the server said before that it may not be read: the agent asks for it now. */
  insist(id: string): void {
    this.#closed.delete(id);
    this.open(id);
  }

  /** Something happened to this conversation. */
  wake(id: string): void {
    const loop = this.#loop(id);
    if (loop.running) loop.dirty = true;
    else if (this.#get(id)?.load === 'ready' && !this.#closed.has(id)) void this.#run(id, () => this.#pull(id));
  }

  /** The log reaches at least this place on the server. What is on its way gets a moment to arrive by itself. */
  reach(id: string, head: number): void {
    const conversation = this.#get(id);
    if (!conversation || conversation.load !== 'ready' || conversation.log.last >= head) return;
    const loop = this.#loop(id);
    loop.head = Math.max(loop.head, head);
    if (loop.graced) return;
    loop.graced = true;
    this.core.clock.after(GRACE, () => {
      loop.graced = false;
      const last = this.#get(id)?.log.last ?? head;
      if (last < head) this.wake(id);
      else this.reach(id, loop.head);
    });
  }

  /** A pushed entry. */
  take(id: string, data: unknown): void {
    const entry = readEntry(data);
    const conversation = this.#get(id);
    if (!conversation) return;
    if (!entry || conversation.load !== 'ready') return this.wake(id);
    const log = append(conversation.log, entry);
    if (log === 'known') return;
    if (log === 'gap') return this.wake(id);
    this.#change(id, (one) => withLog(one, log));
    this.#told(id, [entry]);
  }

  /** After a reconnect: whatever the heads say is missing, and logs whose head nobody tells us any more. */
  resume(): void {
    this.#closed.clear();
    for (const { id, load, log, registers: known, place } of this.core.store.value.conversations.values()) {
      const untold = place === 'ended' || place === 'elsewhere' ? log.entries.at(-1)?.type !== 'end' : false;
      if (load === 'loading' || load === 'failed') this.open(id);
      else if (load === 'ready' && (log.last < known.head || untold)) this.wake(id);
    }
  }

  /** Reads the registers of a conversation that nobody tells us of any more; without an answer they stay as they are. */
  async refresh(id: string): Promise<void> {
    try {
      const answer = await this.core.connection.request('open', { conversation: id }, openedByAgent);
      this.#change(id, (one) => withRegisters(one, answer.registers));
    } catch {
      // It is for display only.
    }
  }

  /** Loads the page before the oldest entry held. */
  async older(id: string): Promise<void> {
    const conversation = this.#get(id);
    const first = conversation?.log.entries[0];
    if (!conversation || !first || conversation.older === 'loading' || !conversation.log.older) return;
    this.#change(id, (one) => ({ ...one, older: 'loading' }));
    try {
      const answer = await this.core.connection.request(
        'pull',
        { conversation: id, before: first.seq, limit: this.#limit() },
        page,
      );
      const entries = readAll(answer.entries);
      this.#change(id, (one) => ({
        ...withLog(one, prependPage(one.log, entries, answer.more && entries.length > 0)),
        older: 'idle',
      }));
    } catch {
      this.#change(id, (one) => ({ ...one, older: 'failed' }));
    }
  }

  /** One loop for each conversation: it ends when nothing more is known to be missing. */
  async #run(id: string, first: () => Promise<void>): Promise<void> {
    const loop = this.#loop(id);
    loop.running = true;
    loop.cancelRetry();
    let step = first;
    try {
      do {
        loop.dirty = false;
        await step();
        step = () => this.#pull(id);
      } while (loop.dirty);
      loop.running = false;
    } catch (error) {
      loop.running = false;
      this.#failed(id, loop, error);
    }
  }

  #failed(id: string, loop: Loop, error: unknown): void {
    const code = codeOf(error);
    const opening = this.#get(id)?.load === 'loading';
    if (opening) this.#change(id, (one) => ({ ...one, load: 'failed' }));
    const pause = retryAfter(code, error instanceof Refusal ? error.failure.retryAfter : undefined);
    // Without a connection `resume` comes by itself.
    if (pause !== undefined)
      loop.cancelRetry = this.core.clock.after(pause, () => (opening ? this.open(id) : this.wake(id)));
    else if (code !== 'disconnected') this.#closed.add(id);
  }

  async #open(id: string): Promise<void> {
    const answer = await this.core.connection.request('open', { conversation: id }, openedByAgent);
    const log = logFrom(readAll(answer.page.entries), answer.page.more);
    this.#change(id, (one) => ({ ...withRegisters(withLog(one, log), answer.registers), load: 'ready' }));
    this.listener.grown(id);
    if (log.last < answer.registers.head) this.#loop(id).dirty = true;
  }

  async #pull(id: string): Promise<void> {
    const before = this.#get(id)?.log.last;
    if (before === undefined) return;
    const answer = await this.core.connection.request(
      'pull',
      { conversation: id, after: before, limit: this.#limit() },
      page,
    );
    // Pushes may have been taken meanwhile: only what is newer than the log is now is news.
    const held = this.#get(id)?.log.last ?? before;
    this.#change(id, (one) => withLog(one, appendPage(one.log, readAll(answer.entries))));
    const after = this.#get(id);
    if (!after) return;
    if (after.log.last > held) this.#told(id, entriesAfter(after.log, held));
    // Without progress there would be no end to it: what can't be read is left to the next wake-up.
    if (after.log.last > before && (answer.more || after.log.last < answer.head)) this.#loop(id).dirty = true;
  }

  #told(id: string, entries: readonly LogEntry[]): void {
    const conversation = this.#get(id);
    if (!conversation) return;
    this.listener.fresh(conversation, entries);
    this.listener.grown(id);
  }

  #limit(): number {
    return this.core.store.value.limits.maxPage;
  }

  #get(id: string): Conversation | undefined {
    return this.core.store.value.conversations.get(id);
  }

  #change(id: string, change: (conversation: Conversation) => Conversation): void {
    this.core.store.update((state) => withConversation(state, id, change));
  }

  #loop(id: string): Loop {
    let loop = this.#loops.get(id);
    if (!loop) {
      loop = { running: false, dirty: false, head: 0, graced: false, cancelRetry: () => undefined };
      this.#loops.set(id, loop);
    }
    return loop;
  }
}

function readAll(entries: readonly unknown[]): LogEntry[] {
  return entries.flatMap((data) => readEntry(data) ?? []);
}
