/** The chat service in one process, with a made clock and connections that are lists of what they heard. */
import assert from 'node:assert/strict';
import type { WireDesk } from '../../../src/protocol/agent.js';
import type { WireItemResult, WireOpened, WireRegisters } from '../../../src/protocol/index.js';
import type { Hub, Room } from '../../../demo/server/core/ports.js';
import type { AgentConnection, VisitorConnection } from '../../../demo/server/core/presence.js';
import type { Done } from '../../../demo/server/core/runner.js';
import { ChatService } from '../../../demo/server/core/service.js';
import { DEFAULT_SETTINGS, type Settings } from '../../../demo/server/core/settings.js';
import type { Blobs } from '../../../demo/server/files/blobs.js';
import type { AgentRow, Store } from '../../../demo/server/store/port.js';
import { openSqlite } from '../../../demo/server/store/sqlite.js';
import { FakeClock, settled } from './fake-clock.js';

/** What came, as it came: a test looks into it unchecked, and a wrong guess fails there. The one place that says so. */
export type Came = any;

/** Something a connection heard. */
export interface Heard {
  readonly event: string;
  readonly payload: Came;
}

/** The entries among what a connection heard. */
export const entriesOf = (heard: readonly Heard[]): readonly Came[] =>
  heard.flatMap(({ event, payload }) => (event === 'entry' ? [payload.entry] : []));

/** A hub that keeps everything. */
export class MemoryHub implements Hub {
  readonly #rooms = new Map<string, Set<string>>();
  readonly #heard = new Map<string, Heard[]>();

  join(connection: string, room: Room): void {
    this.#rooms.set(room, (this.#rooms.get(room) ?? new Set()).add(connection));
  }

  leave(connection: string, room: Room): void {
    this.#rooms.get(room)?.delete(connection);
  }

  push(rooms: readonly Room[], event: string, payload: unknown, options: { except?: readonly Room[] } = {}): void {
    const members = (list: readonly Room[]): string[] => list.flatMap((room) => [...(this.#rooms.get(room) ?? [])]);
    const not = new Set(members(options.except ?? []));
    for (const one of new Set(members(rooms))) if (!not.has(one)) this.tell(one, event, payload);
  }

  tell(connection: string, event: string, payload: unknown): void {
    // As on the wire: what is pushed is a copy.
    this.of(connection).push({ event, payload: JSON.parse(JSON.stringify(payload)) });
  }

  drop(connection: string): void {
    for (const members of this.#rooms.values()) members.delete(connection);
  }

  of(connection: string): Heard[] {
    const known = this.#heard.get(connection) ?? [];
    this.#heard.set(connection, known);
    return known;
  }
}

/** One tab of a visitor. */
export class Tab {
  constructor(
    private readonly world: World,
    readonly connection: VisitorConnection,
  ) {}

  get heard(): Heard[] {
    return this.world.hub.of(this.connection.id);
  }

  async start(key: string, more: object = {}): Promise<WireOpened> {
    return finished(this.world.service.visitors.start(this.connection, { key, ...more }));
  }

  async resume(conversation: string, credential: string, after?: number): Promise<WireOpened> {
    return finished(this.world.service.visitors.resume(this.connection, { conversation, credential, after }));
  }

  async send(conversation: string, items: unknown[], take = (): number => 0): Promise<WireItemResult[]> {
    return (await finished(this.world.service.visitorSends(this.connection, { conversation, items }, take))).results;
  }

  async say(conversation: string, ...texts: string[]): Promise<WireItemResult[]> {
    return this.send(
      conversation,
      texts.map((text) => ({ id: this.world.id(), type: 'message', text })),
    );
  }

  async leave(): Promise<void> {
    this.world.service.visitors.disconnect(this.connection);
    this.world.hub.drop(this.connection.id);
    await this.world.clock.advance(0);
  }
}

/** One desk of an agent. */
export class Desk {
  constructor(
    private readonly world: World,
    readonly connection: AgentConnection,
  ) {}

  get me(): string {
    return this.connection.agent;
  }

  get heard(): Heard[] {
    return this.world.hub.of(this.connection.id);
  }

  /** What it shows now. */
  async shows(): Promise<WireDesk> {
    await this.world.clock.advance(DEFAULT_SETTINGS.deskGatherMs);
    return this.heard.findLast(({ event }) => event === 'desk')?.payload;
  }

  accept(conversation: string): Promise<null> {
    return finished(this.world.service.actions.accept(this.me, conversation));
  }

  decline(conversation: string): Promise<null> {
    return finished(this.world.service.actions.decline(this.me, conversation));
  }

  transfer(conversation: string, to?: string): Promise<null> {
    return finished(this.world.service.actions.transfer(this.me, conversation, to));
  }

  end(conversation: string): Promise<null> {
    return finished(this.world.service.actions.end(this.me, conversation));
  }

  block(conversation: string): Promise<null> {
    return finished(this.world.service.actions.block(this.me, conversation));
  }

  join(conversation: string, silent: boolean): Promise<null> {
    return finished(this.world.service.actions.join(this.me, conversation, silent));
  }

  quit(conversation: string): Promise<null> {
    return finished(this.world.service.actions.leave(this.me, conversation));
  }

  presence(presence: 'available' | 'away'): Promise<null> {
    return finished(this.world.service.agents.presence(this.me, presence));
  }

  async send(conversation: string, items: unknown[]): Promise<WireItemResult[]> {
    return (await finished(this.world.service.agentSends(this.connection, { conversation, items }, () => 0))).results;
  }

  async say(conversation: string, ...texts: string[]): Promise<WireItemResult[]> {
    return this.send(
      conversation,
      texts.map((text) => ({ id: this.world.id(), type: 'message', text })),
    );
  }

  async leave(): Promise<void> {
    this.world.service.agents.disconnect(this.connection);
    this.world.hub.drop(this.connection.id);
    await this.world.clock.advance(0);
  }
}

/** See the module. */
export class World {
  readonly hub = new MemoryHub();
  readonly logged: string[] = [];
  #ids = 0;

  private constructor(
    readonly clock: FakeClock,
    readonly store: Store,
    readonly settings: Settings,
    readonly blobs: Blobs | undefined,
  ) {}

  service!: ChatService;

  static async open(
    settings: Partial<Settings> = {},
    store: Store = openSqlite({ path: ':memory:' }),
    clock = new FakeClock(),
    blobs?: Blobs,
  ): Promise<World> {
    const world = new World(clock, store, { ...DEFAULT_SETTINGS, ...settings }, blobs);
    await world.restart();
    return world;
  }

  /** Starts a service over the store as it is: what a server does after it was killed. */
  async restart(): Promise<void> {
    this.service?.stop();
    const ports = {
      store: this.store,
      clock: this.clock,
      hub: this.hub,
      blobs: this.blobs,
      random: { id: () => this.id() },
      log: (level: string, event: string, details?: object) =>
        void this.logged.push(`${level} ${event} ${JSON.stringify(details ?? {})}`),
    };
    this.service = await ChatService.start(ports, this.settings);
    await this.clock.advance(0);
  }

  id(): string {
    return `id-${String((this.#ids += 1)).padStart(20, '0')}`;
  }

  tab(address = '10.0.0.1'): Tab {
    return new Tab(this, this.service.visitors.connect(this.id(), { address, channel: '' }));
  }

  /** A visitor who has just started a conversation. */
  async visitor(more: object = {}): Promise<{ tab: Tab; opened: WireOpened; conversation: string }> {
    const tab = this.tab();
    const opened = await tab.start(`key-${this.id()}`, more);
    await this.clock.advance(0);
    return { tab, opened, conversation: opened.conversation };
  }

  /** Makes an account. */
  async account(id: string, more: Partial<AgentRow> = {}): Promise<void> {
    const row: AgentRow = {
      id,
      name: id,
      password: '',
      role: 'agent',
      capacity: 3,
      presence: 'available',
      missed: 0,
      assignedAt: 0,
      queues: [],
      skills: [],
      disabled: false,
      ...more,
    };
    await this.store.transact((tx) => tx.saveAgent(row));
  }

  /** Opens a desk of an account, which is made when it is new. */
  async desk(id: string, more: Partial<AgentRow> = {}): Promise<Desk> {
    if (!(await this.store.read((tx) => tx.agent(id)))) await this.account(id, more);
    const connection = this.service.agents.connect(this.id(), id, 'session');
    await this.service.agents.arrived(connection);
    await this.clock.advance(0);
    return new Desk(this, connection);
  }

  async registers(conversation: string): Promise<WireRegisters> {
    const { registersFor } = await import('../../../demo/server/core/views.js');
    return this.store.read(async (tx) => {
      const row = await tx.conversation(conversation);
      assert.ok(row);
      return registersFor(row, await tx.people(conversation), { side: 'visitor', person: row.person });
    });
  }

  /** The log in short: types, and what tells them apart. */
  async log(conversation: string): Promise<string[]> {
    const rows = await this.store.read((tx) =>
      tx.entries(conversation, { after: 0, limit: 10_000, audiences: ['all', 'staff'] }),
    );
    return rows.map(({ body }) => {
      switch (body.type) {
        case 'message':
          return [`${body.from.role}: ${body.text}`, ...(body.files ?? []).map(({ name }) => `[${name}]`)].join(' ');
        case 'edit':
          return `edit ${body.of}${body.complete ? ' complete' : ''}: ${body.text}`;
        case 'retract':
          return `retract ${body.of}`;
        case 'stream':
          return `stream ${body.from.role}`;
        case 'case':
          return `case ${body.status}`;
        case 'survey':
          return `survey ${body.rating}/${body.scale}${body.comment === undefined ? '' : `: ${body.comment}`}`;
        case 'notice':
          return `notice ${body.from.role}: ${body.text}`;
        case 'user-data':
          return `user-data ${JSON.stringify(body.data)}`;
        case 'join':
          return `join ${body.from.role === 'visitor' ? 'visitor' : body.from.id}${body.silent ? ' silently' : ''}`;
        case 'leave':
          return `leave ${body.from.role === 'visitor' ? 'visitor' : body.from.id} ${body.reason ?? ''}`.trim();
        case 'transfer':
          return `transfer ${body.from.id} ${body.to?.id ?? 'queue'}`;
        case 'status':
          return `status ${body.status}`;
        case 'end':
          return `end ${body.by} ${body.reason ?? ''}`.trim();
      }
    });
  }

  /** Who is offered a conversation. */
  async offeredTo(conversation: string): Promise<string | null | undefined> {
    await this.clock.advance(0);
    return (await this.store.read((tx) => tx.conversation(conversation)))?.offerAgent;
  }

  async close(): Promise<void> {
    this.service.stop();
    await this.store.close();
  }
}

async function finished<T>(work: Promise<Done<T>>): Promise<T> {
  const { data, publish } = await work;
  publish();
  await settled();
  return data;
}

/** Expects a refusal with this code. */
export async function refused(work: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(work, (error: { code?: string }) => {
    assert.equal(error.code, code);
    return true;
  });
}
