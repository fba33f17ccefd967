/** What the schedule and a server process say to each other. */
import type { Stored } from '../ledger.js';

/** Where in the storing of a message a server dies. */
export type CrashPoint = 'before-commit' | 'before-ack' | 'after-ack';

/** To the server. */
export type Order =
  | { readonly type: 'crash'; readonly at: CrashPoint }
  /** So many pushes of a hundred are lost. */
  | { readonly type: 'lose-pushes'; readonly percent: number }
  /** Frames that no version of the protocol knows go to every visitor. */
  | { readonly type: 'junk' }
  | { readonly type: 'log' };

/** From the server. */
export type Word =
  { readonly type: 'ready'; readonly port: number } | { readonly type: 'log'; readonly log: readonly Stored[] };
