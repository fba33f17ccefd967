/** Things to do at a time, each under a name: setting it again replaces it. */
import { reasonOf } from './fault.js';
import type { Clock, Log } from './ports.js';

/** How long after a failure it is tried again: most often the store was away. */
const RETRY = 1000;

/** The longest that a platform's timer can wait (2^31 - 1 ms); further ahead it is set again on the way. */
const FARTHEST = 2_000_000_000;

/** See the module. */
export class Alarms {
  readonly #set = new Map<string, { at: number; cancel: () => void }>();
  #stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Runs `act` at `at`, or as soon as possible after it. If it fails it is tried again until it succeeds. */
  set(name: string, at: number, act: () => Promise<void>): void {
    this.clear(name);
    if (this.#stopped) return;
    const wait = Math.min(Math.max(0, at - this.clock.now()), FARTHEST);
    const cancel = this.clock.delay(wait, () => {
      this.#set.delete(name);
      if (this.clock.now() < at) return this.set(name, at, act);
      void this.#run(name, act);
    });
    this.#set.set(name, { at, cancel });
  }

  /** Runs `act` after `ms`, whatever the wall clock does meanwhile: one that is set back must not stop what goes on and on. */
  after(name: string, ms: number, act: () => Promise<void>): void {
    this.clear(name);
    if (this.#stopped) return;
    const cancel = this.clock.delay(ms, () => {
      this.#set.delete(name);
      void this.#run(name, act);
    });
    this.#set.set(name, { at: this.clock.now() + ms, cancel });
  }

  /** Like {@link after}, but one that is set already stays. */
  soon(name: string, within: number, act: () => Promise<void>): void {
    if (!this.#set.has(name)) this.after(name, within, act);
  }

  clear(name: string): void {
    this.#set.get(name)?.cancel();
    this.#set.delete(name);
  }

  stop(): void {
    this.#stopped = true;
    for (const { cancel } of this.#set.values()) cancel();
    this.#set.clear();
  }

  async #run(name: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (this.#stopped) return;
      this.log('error', 'alarm-failed', { alarm: name.split(':')[0] ?? name, reason: reasonOf(error) });
      // What it does may have set it anew meanwhile.
      if (!this.#set.has(name)) this.after(name, RETRY, act);
    }
  }
}
