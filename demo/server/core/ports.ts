/**
 * What the chat service needs from the world. Nothing in this folder knows of sockets, HTTP or real time, so that the whole
 * service can run in one process with its clients, under a made clock.
 */

/** Time. `now` is milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Calls back once, after at least `ms`; the returned function calls it off. */
  delay(ms: number, callback: () => void): () => void;
}

/** Chance. */
export interface Random {
  /** An unguessable id of at least 128 random bits, in printable ASCII without blanks. */
  id(): string;
}

/** Who hears a push: everybody who holds a conversation, one agent's desks, or the supervisors who look into one. */
export type Room = `conversation:${string}` | `agent:${string}` | `watch:${string}`;

/** The rooms' names. */
export const room = {
  conversation: (id: string): Room => `conversation:${id}`,
  agent: (id: string): Room => `agent:${id}`,
  watch: (id: string): Room => `watch:${id}`,
};

/** Where pushes go. Any of them may be lost: they are wake-ups, and the store has the truth. */
export interface Hub {
  join(connection: string, room: Room): void;
  leave(connection: string, room: Room): void;
  /** To everybody in one of the rooms, once each, but not to those in one of `except`. */
  push(
    rooms: readonly Room[],
    event: string,
    payload: unknown,
    options?: { readonly except?: readonly Room[]; readonly volatile?: boolean },
  ): void;
  /** To one connection. */
  tell(connection: string, event: string, payload: unknown): void;
  /** Ends a connection. */
  drop(connection: string): void;
}

/** Structured log. Never message text, names, addresses, keys or credentials. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  details?: Readonly<Record<string, string | number | boolean>>,
) => void;
