/** What the desk's model needs from outside, so that a whole working day can be played through in Node with a made clock. */

/** Time, as the model sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `run` once, later; the result cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Small text storage that lasts as long as the tab. It may fail silently: the desk works without it. */
export interface Vault {
  read(key: string): string | undefined;
  write(key: string, value: string): void;
  drop(key: string): void;
}

/** Chance: ids that nobody guesses, and numbers in [0, 1) for jitter. */
export interface Chance {
  id(): string;
  fraction(): number;
}

/** One connection to the agent namespace; it is opened and closed many times over its life. */
export interface Link {
  /** Tries once to connect. The outcome arrives as an event. */
  open(): void;
  close(): void;
  /** Sends an event and waits for its acknowledgement; rejects with a {@link LinkError}. Never queues while closed. */
  request(event: string, data: unknown, within: number): Promise<unknown>;
  /** Sends an event that may be lost. */
  signal(event: string, data: unknown): void;
}

/** Requests about files, beside the link. */
export interface FilePort {
  /** Asks and resolves with the answer, whatever it says; rejects when there is none. `path` begins with the conversation. */
  ask(
    method: string,
    path: string,
    body?: { readonly json?: unknown; readonly bytes?: Blob; readonly range?: string },
  ): Promise<unknown>;
  /** Where a file can be had from. */
  address(conversation: string, file: string): string;
}

/** What a {@link Link} tells. */
export interface LinkListener {
  opened(): void;
  /** It was open and is not any more, or could not be opened. */
  closed(reason: string): void;
  /** The server answered the handshake with a refusal. */
  refused(code: string): void;
  received(event: string, data: unknown): void;
}

/** Makes the one link of a desk. */
export type MakeLink = (listener: LinkListener) => Link;

/** Why a request has no answer: whether the server acted on it is unknown. */
export class LinkError extends Error {
  constructor(readonly code: 'disconnected' | 'timeout') {
    super(code);
    this.name = 'LinkError';
  }
}

/** The browser's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The platform's cryptographic randomness. */
export const systemChance: Chance = {
  id() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
  fraction: () => Math.random(),
};

/** A vault that lasts as long as the page, for where storage is blocked, and for tests. */
export function memoryVault(): Vault {
  const held = new Map<string, string>();
  return {
    read: (key) => held.get(key),
    write: (key, value) => void held.set(key, value),
    drop: (key) => void held.delete(key),
  };
}

/** A vault over `sessionStorage`; a full or blocked storage is ignored, because everything in it is also in memory. */
export function tabVault(storage: () => Storage): Vault {
  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    read: (key) => attempt(() => storage().getItem(key)) ?? undefined,
    write: (key, value) => void attempt(() => storage().setItem(key, value)),
    drop: (key) => void attempt(() => storage().removeItem(key)),
  };
}
