/** The news of one conversation: asked for again and again, and told as what a socket would have pushed. */
import type * as v from 'valibot';
import type { httpPulled } from '../../protocol/http.js';
import { TransportError, type Opened, type TransportSink } from '../../session/transport.js';
import { readEntry, toRegisters } from '../shared/read.js';
import { patiently, pause } from './patience.js';

/** What the server answers. */
export type Pulled = v.InferOutput<typeof httpPulled>;

/** What is asked for: what is new after what is known. */
export type Known = {
  readonly after?: number | undefined;
  readonly version?: number | undefined;
  readonly typing: readonly string[];
};

/** What it needs. */
export type NewsParts = {
  readonly remoteId: string;
  readonly sink: TransportSink;
  /** Asks; with `wait` the answer may take as long as the server likes. */
  readonly ask: (known: Known, wait: boolean, signal: AbortSignal) => Promise<Pulled>;
  /** A request that nobody called for has failed. */
  readonly failed: (error: unknown) => void;
};

/** The other side takes a typing signal that is not repeated for over: so often the list is told again while it holds. */
const TYPES_ON = 3_000;
/** An answer without news that came sooner than this was no wait. */
const AT_ONCE = 1_000;

/** See the module. */
export class News {
  #parts: NewsParts;
  #after: number | undefined;
  #version: number | undefined;
  #typing: readonly string[] = [];
  #loop: AbortController | undefined;
  #asking = false;

  constructor(parts: NewsParts) {
    this.#parts = parts;
  }

  /** Whether it asks by itself. */
  get running(): boolean {
    return this.#loop !== undefined;
  }

  /** What an answer has brought need not be asked for again. */
  note({ page, registers }: Pick<Opened, 'page' | 'registers'>): void {
    const last = page.entries.at(-1)?.seq ?? (page.more ? undefined : page.head);
    this.#after = last === undefined ? this.#after : Math.max(last, this.#after ?? 0);
    this.#version = registers.version;
  }

  /** Begins to ask. */
  start(): void {
    if (this.#loop) return;
    this.#loop = new AbortController();
    void this.#run(this.#loop.signal);
  }

  /** Stops asking; what is on its way is given up. */
  stop(): void {
    this.#loop?.abort();
    this.#loop = undefined;
  }

  /** Asks once, without waiting. @throws (rejects) TransportError; `busy` while it asks already */
  async once(signal: AbortSignal): Promise<void> {
    if (this.#asking) throw new TransportError('final', 'busy', 'a request for news is under way');
    await this.#ask(false, signal);
  }

  async #run(signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted) {
        const began = performance.now();
        let waited = true;
        let news = false;
        await patiently(async (wait) => {
          waited = wait;
          news = await this.#ask(wait, signal);
        });
        if (!news && performance.now() - began < AT_ONCE) await pause(waited, signal);
      }
    } catch (error) {
      if (!signal.aborted) this.#parts.failed(error);
    }
  }

  /** Resolves with whether there were any. */
  async #ask(wait: boolean, signal: AbortSignal): Promise<boolean> {
    this.#asking = true;
    const again = setInterval(() => this.#tellTyping(this.#typing, true), TYPES_ON);
    try {
      const known = { after: this.#after, version: this.#version, typing: this.#typing };
      const pulled = await this.#parts.ask(known, wait, signal);
      if (signal.aborted) return false;
      return this.#take(pulled);
    } finally {
      clearInterval(again);
      this.#asking = false;
    }
  }

  #take({ entries, head, registers, typing, now }: Pulled): boolean {
    const { remoteId, sink } = this.#parts;
    sink.emit({ type: 'clock', now });
    for (const data of entries) {
      const entry = readEntry(data);
      if (!entry) continue;
      sink.emit({ type: 'entry', remoteId, entry });
      this.#after = Math.max(entry.seq, this.#after ?? 0);
    }
    this.#after ??= head;
    // After the entries: an end is told when the entry that says who ended it is here.
    if (registers) {
      this.#version = registers.version;
      sink.emit({ type: 'registers', remoteId, registers: toRegisters(registers) });
    }
    const before = this.#typing;
    this.#typing = typing;
    this.#tellTyping(
      before.filter((person) => !typing.includes(person)),
      false,
    );
    this.#tellTyping(
      typing.filter((person) => !before.includes(person)),
      true,
    );
    return entries.length > 0 || registers !== undefined || before.join() !== typing.join();
  }

  #tellTyping(people: readonly string[], typing: boolean): void {
    const { remoteId, sink } = this.#parts;
    for (const person of people) sink.emit({ type: 'typing', remoteId, person, typing });
  }
}
