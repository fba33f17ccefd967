import type { Kept } from '../kept.js';

const MOST = 24;

/** What the visitor chose before: the emojis used last, as they are without a skin tone, and the tone. */
export class Choices {
  #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  get #stored(): { readonly recent: readonly string[]; readonly tone: number } {
    try {
      const { recent, tone } = JSON.parse(this.#kept.value ?? '{}') as { recent?: unknown; tone?: unknown };
      return {
        recent: Array.isArray(recent) ? recent.filter((emoji) => typeof emoji === 'string') : [],
        tone: typeof tone === 'number' && Number.isInteger(tone) ? tone : 0,
      };
    } catch {
      // Not ours: nothing was chosen.
      return { recent: [], tone: 0 };
    }
  }

  /** The latest first. */
  get recent(): readonly string[] {
    return this.#stored.recent.slice(0, MOST);
  }

  /** 0: none; 1 to 5. */
  get tone(): number {
    return this.#stored.tone;
  }

  set tone(tone: number) {
    this.#write({ tone });
  }

  /** An emoji was used. */
  used(emoji: string): void {
    this.#write({ recent: [emoji, ...this.recent.filter((other) => other !== emoji)].slice(0, MOST) });
  }

  #write(change: { readonly recent?: readonly string[]; readonly tone?: number }): void {
    this.#kept.value = JSON.stringify({ ...this.#stored, ...change });
  }
}
