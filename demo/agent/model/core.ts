/** What the parts of the desk's model share. Parts do not know each other; the client and `inbound` join them. */
import type { Connection } from './connection.js';
import type { Fact } from './facts.js';
import type { Chance, Clock, Vault } from './ports.js';
import type { DeskState } from './state.js';
import type { Store } from './store.js';

/** See the module. */
export interface Core {
  readonly store: Store<DeskState>;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly vault: Vault;
  tell(fact: Fact): void;
}

/** Codes after which a later try of the same is safe and sensible, and how long to wait at least. */
export function retryAfter(code: string, given: number | undefined): number | undefined {
  if (code === 'rate-limited') return given ?? 1000;
  if (code === 'unavailable' || code === 'internal' || code === 'timeout') return given ?? 1500;
  return undefined;
}
