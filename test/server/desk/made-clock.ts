import type { Clock } from '../../../demo/agent/model/ports.js';

/** Time that passes only when a test says so. */
export class MadeClock implements Clock {
  #now = 1_700_000_000_000;
  #next = 0;
  readonly #due = new Map<number, { at: number; run: () => void }>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const id = this.#next++;
    this.#due.set(id, { at: this.#now + Math.max(0, milliseconds), run });
    return () => void this.#due.delete(id);
  }

  /** Lets time pass, with everything that falls due on the way, in order. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (;;) {
      const [id, next] = [...this.#due].sort(([a, one], [b, two]) => one.at - two.at || a - b)[0] ?? [];
      if (id === undefined || !next || next.at > end) break;
      this.#due.delete(id);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settled();
    }
    this.#now = end;
  }
}

/** Lets promises that are ready run, several links of a chain deep. */
export async function settled(): Promise<void> {
  for (let step = 0; step < 12; step += 1) await Promise.resolve();
}

/** Numbers that look random and are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
