/** One run of the real chat service, from its start to its death, at the other end of the wires. */
import * as v from 'valibot';
import { VISITOR_FRAMES } from '../../../src/protocol/index.js';
import { failureOf } from '../../../demo/server/core/fault.js';
import type { Hub, Room } from '../../../demo/server/core/ports.js';
import type { VisitorConnection } from '../../../demo/server/core/presence.js';
import { ChatService } from '../../../demo/server/core/service.js';
import { DEFAULT_SETTINGS, type Settings } from '../../../demo/server/core/settings.js';
import type { Seeded } from '../../helpers/seeded.js';
import type { PageClock, VirtualClock } from '../../helpers/virtual-clock.js';
import type { Frame } from './wire.js';
import { WatchedStore, type CrashPoint, type Database } from './watched-store.js';

type Line = { readonly say: (frame: Frame) => void; readonly end: (how: 'cut' | 'leave') => void };

/** What outlives a run. */
export type Host = {
  readonly clock: VirtualClock;
  readonly random: Seeded;
  readonly database: Database;
  readonly settings: Partial<Settings>;
  /** How many pushes of a hundred get lost between the commit and the connection. */
  pushesLost: number;
  /** How many items of a hundred are put off. */
  putOff: number;
  /** How far the server's wall clock is off. */
  skew: number;
  readonly logged: string[];
};

/** Who listens to a room. */
class Lines implements Hub {
  readonly lines = new Map<string, Line>();
  readonly #rooms = new Map<Room, Set<string>>();

  constructor(private readonly host: Host) {}

  join(connection: string, room: Room): void {
    this.#rooms.set(room, (this.#rooms.get(room) ?? new Set()).add(connection));
  }

  leave(connection: string, room: Room): void {
    this.#rooms.get(room)?.delete(connection);
  }

  push(rooms: readonly Room[], event: string, payload: unknown): void {
    for (const one of new Set(rooms.flatMap((room) => [...(this.#rooms.get(room) ?? [])])))
      if (!this.host.random.chance(this.host.pushesLost)) this.tell(one, event, payload);
  }

  tell(connection: string, event: string, payload: unknown): void {
    this.lines.get(connection)?.say({ name: event, data: payload });
  }

  drop(connection: string): void {
    this.lines.get(connection)?.end('leave');
  }
}

/** See the module. */
export class ServerRun {
  readonly store: WatchedStore;
  readonly #hub: Lines;
  readonly #clock: PageClock;
  service!: ChatService;

  private constructor(private readonly host: Host) {
    this.store = new WatchedStore(host.database);
    this.#hub = new Lines(host);
    this.#clock = host.clock.page();
  }

  static async start(host: Host): Promise<ServerRun> {
    const run = new ServerRun(host);
    const clock = {
      now: () => 1_750_000_000_000 + host.clock.elapsed + host.skew,
      delay: (ms: number, callback: () => void) => run.#clock.delay(ms, callback),
    };
    const log = (level: string, event: string, details: object = {}): void =>
      void host.logged.push(`${level} ${event} ${JSON.stringify(details)}`);
    run.service = await ChatService.start(
      { store: run.store, clock, hub: run.#hub, random: { id: () => `s-${host.random.id().padStart(22, '0')}` }, log },
      { ...DEFAULT_SETTINGS, ...host.settings },
    );
    return run;
  }

  /** A visitor's connection; returns the server's end of it. */
  accept(say: Line['say'], end: Line['end']): { take(frame: Frame): void; gone(): void } {
    const connection = this.service.visitors.connect(this.host.random.id(), {
      address: '10.0.0.1',
      channel: 'default',
    });
    this.#hub.lines.set(connection.id, { say, end });
    return {
      take: (frame) => void this.#serve(connection, say, frame),
      gone: () => {
        this.#hub.lines.delete(connection.id);
        if (!this.store.dead) this.service.visitors.disconnect(connection);
      },
    };
  }

  /** Dies in the next transaction that stores messages. */
  armed(at: CrashPoint, died: () => void): void {
    this.store.crash = {
      at,
      die: () => {
        this.kill();
        died();
      },
    };
  }

  /** Ends as by SIGKILL: what was on its way arrives or does not, and the machine closes the connections. */
  kill(): void {
    if (this.store.dead) return;
    this.store.dead = true;
    this.service.stop();
    this.#clock.kill();
    const how = this.host.random.pick(['cut', 'leave'] as const);
    for (const { end } of [...this.#hub.lines.values()]) end(how);
  }

  async #serve(connection: VisitorConnection, say: Line['say'], { name, ask, data }: Frame): Promise<void> {
    if (this.store.dead) return;
    const answer = (given: object): void => {
      if (ask !== undefined && !this.store.dead) say({ name: 'answer', ask, data: given });
    };
    try {
      const { data: result, publish } = await this.#handle(connection, name, data);
      answer({ ok: true, data: result });
      if (this.store.crash?.at === 'after-ack' && name === 'send') return;
      publish();
    } catch (error) {
      answer({ ok: false, error: failureOf(error, () => undefined) });
    }
  }

  async #handle(
    connection: VisitorConnection,
    name: string,
    data: unknown,
  ): Promise<{ readonly data: unknown; publish(): void }> {
    const { visitors } = this.service;
    const quiet = async (answer: Promise<unknown>) => ({ data: await answer, publish: () => undefined });
    const take = (): number => (this.host.random.chance(this.host.putOff) ? 300 : 0);
    const frame = <Schema extends v.GenericSchema>(schema: Schema) => v.parse(schema, data);
    switch (name) {
      case 'start':
        return visitors.start(connection, frame(VISITOR_FRAMES.start));
      case 'resume':
        return visitors.resume(connection, frame(VISITOR_FRAMES.resume));
      case 'send':
        return this.service.visitorSends(connection, frame(VISITOR_FRAMES.send), take);
      case 'pull':
        return quiet(visitors.pull(connection, frame(VISITOR_FRAMES.pull)));
      case 'changes':
        return quiet(visitors.changes(connection, frame(VISITOR_FRAMES.changes)));
      default:
        return quiet(this.service.visitorTypes(connection, frame(VISITOR_FRAMES.typing)));
    }
  }
}
