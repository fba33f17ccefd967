import type { Random } from '../../src/session/ports.js';

/** Reproducible randomness (mulberry32): the same seed tells the same story. */
export class Seeded implements Random {
  #state: number;
  #ids = 0;

  constructor(
    seed: number,
    private readonly prefix = 'id',
  ) {
    this.#state = seed >>> 0;
  }

  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  id(): string {
    return `${this.prefix}-${++this.#ids}`;
  }

  /** A whole number from `low` up to and including `high`. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  /** True in so many cases of a hundred. */
  chance(percent: number): boolean {
    return this.fraction() * 100 < percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.fraction() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }
}
