import type { Clock } from '../../src/session/ports.js';

type Timer = { readonly due: number; readonly callback: () => void };

/** A clock that only moves when told to: timers run in the order of their times, with all promises settled in between. */
export class VirtualClock implements Clock {
  #elapsed = 0;
  #wall: number;
  #timers: Timer[] = [];

  constructor(start = Date.UTC(2026, 0, 1)) {
    this.#wall = start;
  }

  now(): number {
    return this.#wall + this.#elapsed;
  }

  /** Milliseconds since the beginning, whatever the wall clock did. */
  get elapsed(): number {
    return this.#elapsed;
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.length;
  }

  delay(ms: number, callback: () => void): () => void {
    const timer = { due: this.#elapsed + Math.max(0, ms), callback };
    let at = this.#timers.length;
    while (at > 0 && (this.#timers[at - 1] as Timer).due > timer.due) at--;
    this.#timers.splice(at, 0, timer);
    return () => {
      const index = this.#timers.indexOf(timer);
      if (index >= 0) this.#timers.splice(index, 1);
    };
  }

  /** Sets the wall clock forward or back; delays are not affected. */
  jump(ms: number): void {
    this.#wall += ms;
  }

  /** Lets every promise settle that can. */
  settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** Moves on by `ms`, running what comes due on the way. */
  async advance(ms: number): Promise<void> {
    const until = this.#elapsed + ms;
    await this.settle();
    for (let timer = this.#timers[0]; timer && timer.due <= until; timer = this.#timers[0]) {
      this.#timers.shift();
      this.#elapsed = timer.due;
      timer.callback();
      await this.settle();
    }
    this.#elapsed = until;
  }

  /** Moves on until `done`, at most for `ms`; resolves with whether it came to pass. */
  async until(done: () => boolean, ms = 60_000): Promise<boolean> {
    const end = this.#elapsed + ms;
    await this.settle();
    while (!done()) {
      const next = this.#timers[0];
      if (!next || next.due > end) return false;
      await this.advance(next.due - this.#elapsed);
    }
    return true;
  }

  /** A clock for one page: when the page dies, its timers die with it. */
  page(): PageClock {
    return new PageClock(this);
  }
}

/** See {@link VirtualClock.page}. */
export class PageClock implements Clock {
  #cancels = new Set<() => void>();

  constructor(private readonly clock: VirtualClock) {}

  get waiting(): number {
    return this.#cancels.size;
  }

  now(): number {
    return this.clock.now();
  }

  delay(ms: number, callback: () => void): () => void {
    const stop = this.clock.delay(ms, () => {
      this.#cancels.delete(cancel);
      callback();
    });
    const cancel = () => {
      this.#cancels.delete(cancel);
      stop();
    };
    this.#cancels.add(cancel);
    return cancel;
  }

  kill(): void {
    for (const cancel of [...this.#cancels]) cancel();
    this.delay = () => () => undefined;
  }
}
