import type { Screen } from '../ledger.js';

/** Somebody at one end: a person with a program, be it ours or not. */
export interface Side {
  /** Types the next text and sends it. */
  say(): void;
  /** Loads the page anew; what was on its way dies with it. */
  reload(): void;
  /** The page is looked at again. */
  wake(): void;
  screen(): Screen;
  stop(): Promise<void> | void;
}
