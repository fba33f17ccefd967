/** How long to wait before the next try to connect. */

/** The shortest and the longest wait in milliseconds, and how it grows: somebody sits before the screen and waits for it. */
export const BACKOFF = { first: 250, growth: 1.6, cap: 8000 } as const;

/**
 * Grows from `first` to `cap`, then stays there for ever. Half of it is chance, so that desks which lost their server at the
 * same moment don't come back at the same moment.
 */
export function backoff(attempt: number, fraction: number): number {
  const whole = Math.min(BACKOFF.cap, BACKOFF.first * BACKOFF.growth ** Math.min(attempt, 32));
  return Math.round(whole * (0.5 + fraction * 0.5));
}
