import {
  TransportError,
  type Opened,
  type OutItem,
  type Page,
  type PullRequest,
  type ResumeRequest,
  type SendResult,
  type StartRequest,
  type TransportEvent,
} from '../../src/session/transport.js';
import type { Clock } from '../../src/session/ports.js';
import { Room } from './fake-room.js';

/** The real one renews by the day, and lets go of those that were replaced after another: never within one schedule. */
const VALID_CREDENTIALS = 1_000;

/** One client's connection, as the server sees it. */
export type ServerLine = {
  /** The conversations that this connection has opened. */
  readonly open: Set<string>;
  push(event: TransportEvent): void;
  /** The server goes away. */
  cut(): void;
};

/** Where a server dies while it serves a batch. */
export type CrashPoint = { readonly before?: 'commit' | 'ack' | 'push'; readonly item: number };

/**
 * A small honest server: each item is deduped and stored with the next sequence number, then acknowledged, then pushed.
 * What is committed survives a crash; who is connected, and what was on its way, does not.
 */
export class FakeServer {
  readonly rooms = new Map<string, Room>();
  readonly lines = new Set<ServerLine>();
  /** Every request, for tests that count. */
  readonly asked: { readonly verb: string; readonly request: unknown }[] = [];
  readonly typed: { readonly typing: boolean; readonly preview?: string | undefined }[] = [];
  /** Items that were refused, for good. */
  readonly refused = new Set<string>();
  up = true;
  maxPage = 100;
  /** A new credential at each resume; older ones count for a while, because tabs share them. */
  rotates = false;
  /** Answers a request with an error instead. */
  refuse: (verb: 'open' | 'start' | 'resume' | 'send' | 'pull', request: unknown) => TransportError | undefined = () =>
    undefined;
  /** Answers an item instead of storing it; after a `later` nothing more of the batch is looked at. */
  judge: (item: OutItem) => SendResult | undefined = () => undefined;
  /** What a pull answers instead of the truth. */
  lie: (page: Page, request: PullRequest) => Page = (page) => page;
  /** Dies at the next batch. */
  crash: CrashPoint | undefined;
  #keys = new Map<string, string>();
  #numbers = 0;
  #mute = false;

  constructor(private readonly clock: Clock) {}

  /** The only, or the newest, conversation. */
  get room(): Room {
    const room = [...this.rooms.values()].at(-1);
    if (!room) throw new Error('no conversation has been started');
    return room;
  }

  connect(line: ServerLine): void {
    const refused = this.refuse('open', undefined);
    if (refused) throw refused;
    this.lines.add(line);
  }

  start(line: ServerLine, request: StartRequest): Opened {
    this.#note('start', request);
    const known = this.#keys.get(request.key);
    const room = (known === undefined ? undefined : this.rooms.get(known)) ?? this.#found(request.key);
    line.open.add(room.remoteId);
    return this.#opened(room, undefined, false);
  }

  #found(key: string): Room {
    const remoteId = `room-${++this.#numbers}`;
    const room = new Room(
      remoteId,
      this.clock.now(),
      () => this.clock.now(),
      (from, event) => this.#push(from, event),
    );
    room.credentials = [`credential-${remoteId}-0`];
    this.#keys.set(key, remoteId);
    this.rooms.set(remoteId, room);
    return room;
  }

  resume(line: ServerLine, request: ResumeRequest): Opened {
    this.#note('resume', request);
    const room = this.rooms.get(request.remoteId);
    if (!room || room.revoked || !room.credentials.includes(request.credential))
      throw new TransportError('final', 'unknown-conversation');
    room.credentials = room.credentials.slice(-VALID_CREDENTIALS);
    if (this.rotates) room.credentials.push(`credential-${room.remoteId}-${++this.#numbers}`);
    line.open.add(room.remoteId);
    return this.#opened(room, request.after, this.rotates);
  }

  #opened(room: Room, after: number | undefined, renewed: boolean): Opened {
    const page = room.page({ after, limit: this.maxPage });
    const credential = after === undefined || renewed ? room.credentials.at(-1) : undefined;
    return { remoteId: room.remoteId, me: room.me, credential, registers: room.registers(), page };
  }

  send(line: ServerLine, remoteId: string, items: readonly OutItem[]): readonly SendResult[] | 'crashed' {
    this.#note('send', items);
    const room = this.#mine(line, remoteId);
    const results: SendResult[] = [];
    const { crash } = this;
    for (const [i, item] of items.entries()) {
      const dies = crash?.item === i;
      if (dies && crash.before === 'commit') return this.#crashed();
      if (results.at(-1)?.status === 'later') results.push({ id: item.id, status: 'later' });
      else if (dies && crash.before === 'push') results.push(this.#silently(() => this.judge(item) ?? room.take(item)));
      else results.push(this.judge(item) ?? room.take(item));
      if (results.at(-1)?.status === 'refused') this.refused.add(item.id);
      if (dies) return this.#crashed();
    }
    return results;
  }

  pull(line: ServerLine, request: PullRequest): Page {
    this.#note('pull', request);
    const room = this.#mine(line, request.remoteId);
    return this.lie(room.page({ ...request, limit: Math.min(request.limit, this.maxPage) }), request);
  }

  typing(line: ServerLine, remoteId: string, typing: boolean, preview?: string): void {
    this.typed.push({ typing, preview });
    this.#mine(line, remoteId);
  }

  /** Everybody is cut off; nobody gets in until `start` is called again. */
  stop(): void {
    this.up = false;
    for (const line of [...this.lines]) line.cut();
    this.lines.clear();
  }

  restart(): void {
    this.up = true;
  }

  /** Lets something be committed while every push of it is lost. */
  unheard(act: () => void): void {
    this.#silently(act);
  }

  #silently<Result>(act: () => Result): Result {
    this.#mute = true;
    try {
      return act();
    } finally {
      this.#mute = false;
    }
  }

  #crashed(): 'crashed' {
    this.crash = undefined;
    this.stop();
    this.restart();
    return 'crashed';
  }

  #note(verb: 'start' | 'resume' | 'send' | 'pull', request: unknown): void {
    this.asked.push({ verb, request });
    const refused = this.refuse(verb, request);
    if (refused) throw refused;
  }

  /** How often a verb was asked. */
  count(verb: string): number {
    return this.asked.filter((one) => one.verb === verb).length;
  }

  #mine(line: ServerLine, remoteId: string): Room {
    const room = this.rooms.get(remoteId);
    if (!room || room.revoked || !line.open.has(remoteId)) throw new TransportError('final', 'unknown-conversation');
    return room;
  }

  #push(room: Room, event: TransportEvent): void {
    if (this.#mute) return;
    for (const line of this.lines) if (line.open.has(room.remoteId)) line.push(event);
  }
}
