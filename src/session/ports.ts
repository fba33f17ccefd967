/** What the session needs from the world, so that a whole conversation can be run under a virtual clock in Node. */

/** Time. `now` is milliseconds since 1970 and may jump; `delay` is not affected by jumps. */
export interface Clock {
  now(): number;
  /** Calls back once, after at least `ms`; the returned function calls it off. */
  delay(ms: number, callback: () => void): () => void;
}

/** Randomness. */
export interface Random {
  /** An id with at least 122 random bits, in printable ASCII without blanks. */
  id(): string;
  /** A number from 0 up to, but not including, 1; for jitter only. */
  fraction(): number;
}

/**
 * A durable place for values, strings unless it says otherwise. `put` resolves when the value would survive a crash. Every method may reject: the
 * session then goes on in memory and says so.
 */
export interface Store<Value = string> {
  /** Whether what is put here outlives the page. */
  readonly durable: boolean;
  get(key: string): Promise<Value | undefined>;
  put(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<void>;
  /** Everything whose key begins with `prefix`, in key order. */
  list(prefix: string): Promise<readonly (readonly [key: string, value: Value])[]>;
  close(): void;
}

/** The other tabs of the same site. Correctness never rests on any of this; it only saves time. */
export interface Tabs {
  /** This page's lane in the outbox; new for each page load, so that a duplicated tab never shares one. */
  readonly id: string;
  /** Whether the tab that owns a lane may still be alive; when in doubt, true. */
  alive(id: string): Promise<boolean>;
  /** Says something to the other tabs. */
  post(message: unknown): void;
  /** Hears the other tabs; returns its undo. */
  listen(listener: (message: unknown) => void): () => void;
  /**
   * Runs something that never rejects while no other tab does, where the browser can. Turns of different names do not wait for each
   * other. A tab that does not let go is waited for as long as `patience` says, in milliseconds; by default not long.
   */
  exclusive(run: () => Promise<void>, name?: string, patience?: number): Promise<void>;
  close(): void;
}

/** What wakes and rests the connection. */
export interface Wake {
  /** The page can be seen now. */
  visible(): boolean;
  /** `wake`: try the line now. `rest`: the page goes into the back/forward cache, close the line. */
  listen(listener: (what: 'wake' | 'rest' | 'hide') => void): () => void;
}

/**
 * The one thing that is written before anything is loaded on the next page: whether there is something to come back to.
 * It is what lets a page without a conversation load and request nothing.
 */
export interface Marker {
  set(): void;
  clear(): void;
}

/** What only files need; where there is none, bytes are kept in memory and nothing is saved. */
export interface FilePort {
  /** Keeps the bytes of files until they are on the server. */
  readonly blobs?: Store<Blob> | undefined;
  /** Saves a file of the conversation on the visitor's device. Rejects when it can't be fetched. */
  save(url: string, name: string, signal: AbortSignal): Promise<void>;
}

/** All of them. */
export type Ports = {
  readonly clock: Clock;
  readonly random: Random;
  /** Conversations and unsent messages; shared by the tabs of the site, as `persist` says. */
  readonly store: Store;
  /** Drafts: they belong to one tab. */
  readonly drafts: Store;
  readonly marker: Marker;
  readonly tabs: Tabs;
  readonly wake: Wake;
  /** Fetched with the first file. */
  readonly files?: (() => Promise<FilePort>) | undefined;
};
