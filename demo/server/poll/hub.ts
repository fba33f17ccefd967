/** Pushes for connections that are no sockets, beside those that are. */
import type { Hub, Room } from '../core/ports.js';

/** Hears what is pushed to one connection. */
export type Ear = (event: string, payload: unknown) => void;

/** See the module. It passes everything on to `sockets` that is not for a connection of its own. */
export class PollHub implements Hub {
  readonly #ears = new Map<string, Ear>();
  readonly #rooms = new Map<Room, Set<string>>();

  constructor(private readonly sockets: Hub) {}

  add(connection: string, ear: Ear): void {
    this.#ears.set(connection, ear);
  }

  remove(connection: string): void {
    this.#ears.delete(connection);
    for (const name of this.#rooms.keys()) this.#out(connection, name);
  }

  join(connection: string, name: Room): void {
    if (!this.#ears.has(connection)) return this.sockets.join(connection, name);
    this.#rooms.set(name, (this.#rooms.get(name) ?? new Set()).add(connection));
  }

  leave(connection: string, name: Room): void {
    if (this.#ears.has(connection)) this.#out(connection, name);
    else this.sockets.leave(connection, name);
  }

  push(...[rooms, event, payload, options]: Parameters<Hub['push']>): void {
    this.sockets.push(rooms, event, payload, options);
    const members = (names: readonly Room[]): string[] => names.flatMap((name) => [...(this.#rooms.get(name) ?? [])]);
    const except = new Set(members(options?.except ?? []));
    for (const one of new Set(members(rooms))) if (!except.has(one)) this.#ears.get(one)?.(event, payload);
  }

  tell(connection: string, event: string, payload: unknown): void {
    const ear = this.#ears.get(connection);
    if (ear) ear(event, payload);
    else this.sockets.tell(connection, event, payload);
  }

  drop(connection: string): void {
    if (this.#ears.has(connection)) this.remove(connection);
    else this.sockets.drop(connection);
  }

  #out(connection: string, name: Room): void {
    const members = this.#rooms.get(name);
    members?.delete(connection);
    if (members?.size === 0) this.#rooms.delete(name);
  }
}
