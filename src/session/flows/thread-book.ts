/**
 * What opens each of the visitor's threads, kept on the device: a guest has nothing else to prove that an ended one was theirs. The
 * record of a running conversation goes with its end; what stands here stays until the server has forgotten it, or somebody logs out.
 */
import type { Store } from '../ports.js';
import type { Handle } from './restoring.js';

/** One of them; `at`: when it was last known to be active. */
export type Kept = Handle & { readonly at: number };

const PREFIX = 'thread/';

/** The most that are kept: the longest untouched give way. */
const MOST = 500;

function read(value: string): Kept | undefined {
  try {
    const { remoteId, credential, at } = JSON.parse(value) as Readonly<Record<string, unknown>>;
    const fine = typeof remoteId === 'string' && typeof credential === 'string' && typeof at === 'number';
    return fine ? { remoteId, credential, at } : undefined;
  } catch {
    return undefined;
  }
}

/** See the module. A store that fails costs no more than the list after the next page load. */
export class ThreadBook {
  #store: Store;
  #kept = new Map<string, Kept>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Looks at what this and other tabs have written. */
  async load(): Promise<void> {
    const rows = await this.#store.list(PREFIX).catch(() => undefined);
    if (!rows) return;
    const stored = rows.flatMap(([, value]) => read(value) ?? []);
    // What another tab has wiped must not come back from memory.
    this.#kept = new Map(stored.map((one) => [one.remoteId, one]));
  }

  get(remoteId: string): Kept | undefined {
    return this.#kept.get(remoteId);
  }

  /** All, the last active first. */
  all(): readonly Kept[] {
    return [...this.#kept.values()].sort((one, other) => other.at - one.at);
  }

  async put(kept: Kept): Promise<void> {
    const { remoteId, credential, at } = kept;
    const before = this.#kept.get(remoteId);
    if (before?.credential === credential && before.at >= at) return;
    this.#kept.set(remoteId, kept);
    await this.#store.put(PREFIX + remoteId, JSON.stringify({ remoteId, credential, at })).catch(() => undefined);
    for (const { remoteId: oldest } of this.all().slice(MOST)) await this.drop(oldest);
  }

  /** Forgets all of them, without a word to the store. */
  clear(): void {
    this.#kept = new Map();
  }

  async drop(remoteId: string): Promise<void> {
    this.#kept.delete(remoteId);
    await this.#store.delete(PREFIX + remoteId).catch(() => undefined);
  }
}
