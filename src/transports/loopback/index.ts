/** `live-chat-elements/transports/loopback`: a scripted other side in the page itself, for pages without a server. */
import type { Author, Capabilities, Entry, Marks, Person, UserData } from '../../session/model/types.js';
import {
  TransportError,
  type Opened,
  type OutItem,
  type Page,
  type PullRequest,
  type Registers,
  type SendResult,
  type StartRequest,
  type Transport,
  type TransportFactory,
  type TransportSink,
} from '../../session/transport.js';

/** What the other side does. */
export type LoopbackScript = {
  /** Who answers. Default: a bot called "Loopback". */
  readonly agent?: Author;
  /** The first words, once somebody joined; none by default. */
  readonly greeting?: string;
  /** The answer to a message; undefined says nothing. Default: says the same back. */
  readonly reply?: (text: string) => string | undefined;
  /** How long joining, reading and typing take, in milliseconds. Default 600; 0 answers in a microtask. */
  readonly pace?: number;
  /** What it is to do without, or more than by default: for trying how a page gets on with another back end. */
  readonly capabilities?: Partial<Capabilities>;
};

type Kept = Entry extends infer One ? (One extends Entry ? Omit<One, 'seq' | 'prev' | 'at'> : never) : never;

const PAGE = 100;
const CAPABILITIES: Partial<Capabilities> = {
  order: 'chained',
  safeResend: true,
  safeStart: true,
  resume: true,
  history: true,
  receipts: true,
  typing: true,
  queue: true,
  notices: true,
  userData: true,
};

/** One conversation with the script. It follows the delivery rules of the real one: dedupe, sequence, then the push. */
class Room {
  readonly me = 'visitor';
  readonly entries: Entry[] = [];
  readonly marks: Record<string, Marks> = {};
  #ids = new Map<string, number>();
  #people: Person[] = [];
  #version = 0;
  #phase: Registers['phase'] = 'queued';
  #userData: UserData | undefined;
  #startedAt = Date.now();
  #endedAt: number | undefined;

  constructor(
    readonly id: string,
    readonly emit: TransportSink['emit'],
  ) {}

  get ended(): boolean {
    return this.#phase === 'ended';
  }

  registers(): Registers {
    return {
      version: this.#version,
      head: this.entries.length,
      phase: this.#phase,
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      people: [...this.#people],
      marks: { ...this.marks },
      userData: this.#userData,
      queue: this.#phase === 'queued' ? { position: 1 } : null,
    };
  }

  page({ after, before, limit }: Pick<PullRequest, 'after' | 'before' | 'limit'>): Page {
    const head = this.entries.length;
    if (after !== undefined) {
      const entries = this.entries.slice(after, after + limit);
      return { entries, more: after + entries.length < head, head };
    }
    const end = (before ?? head + 1) - 1;
    const from = Math.max(0, end - limit);
    return { entries: this.entries.slice(from, end), more: from > 0, head };
  }

  opened(after?: number): Opened {
    return {
      remoteId: this.id,
      me: this.me,
      credential: this.id,
      registers: this.registers(),
      page: this.page({ after, limit: PAGE }),
    };
  }

  add(kept: Kept): number {
    const seq = this.entries.length + 1;
    const entry = { ...kept, seq, prev: seq - 1, at: Date.now() } as Entry;
    this.entries.push(entry);
    this.emit({ type: 'entry', remoteId: this.id, entry });
    return seq;
  }

  changed(): void {
    this.#version++;
    this.emit({ type: 'registers', remoteId: this.id, registers: this.registers() });
  }

  join(person: Author): void {
    this.#people.push({ ...person, connected: true, joinedAt: Date.now() });
    if (person.role !== 'visitor') this.#phase = 'active';
    this.add({ type: 'join', from: person });
    this.changed();
  }

  take(item: OutItem): SendResult {
    const seq = this.#ids.get(item.id);
    if (seq !== undefined) return { id: item.id, status: 'duplicate', seq };
    if (item.type === 'mark') {
      const { delivered = 0, seen = 0 } = this.marks[this.me] ?? {};
      this.marks[this.me] = {
        delivered: Math.max(delivered, item.delivered ?? 0),
        seen: Math.max(seen, item.seen ?? 0),
      };
      this.changed();
      return { id: item.id, status: 'stored' };
    }
    if (this.ended) return { id: item.id, status: 'refused', code: 'ended' };
    if (item.type === 'user-data') {
      this.#userData = { ...this.#userData, ...item.data };
      this.changed();
      return { id: item.id, status: 'stored' };
    }
    const stored =
      item.type === 'end'
        ? this.add({ type: 'end', by: 'visitor', reason: 'visitor' })
        : this.add({
            type: item.type,
            from: { id: this.me, role: 'visitor' },
            text: item.text,
            ...('choice' in item && { choice: item.choice }),
            clientId: item.id,
          });
    this.#ids.set(item.id, stored);
    if (item.type === 'end') this.end();
    return { id: item.id, status: 'stored', seq: stored };
  }

  end(): void {
    this.#phase = 'ended';
    this.#endedAt = Date.now();
    this.changed();
  }
}

class LoopbackTransport implements Transport {
  readonly capabilities: Partial<Capabilities>;
  #rooms = new Map<string, Room>();
  #open = false;
  #timers = new Set<ReturnType<typeof setTimeout>>();
  #agent: Author;

  constructor(
    private readonly sink: TransportSink,
    private readonly script: LoopbackScript,
  ) {
    this.capabilities = { ...CAPABILITIES, ...script.capabilities };
    this.#agent = script.agent ?? { id: 'loopback', role: 'bot', name: 'Loopback' };
  }

  open(): Promise<void> {
    this.#open = true;
    return Promise.resolve();
  }

  close(): void {
    this.#open = false;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async start({ key, profile }: StartRequest): Promise<Opened> {
    this.#check();
    const old = this.#rooms.get(key);
    if (old) return Promise.resolve(old.opened());
    const room = new Room(key, (event) => this.#open && this.sink.emit(event));
    this.#rooms.set(key, room);
    room.join({ id: room.me, role: 'visitor', name: profile.nickname ?? profile.firstname });
    this.#soon(() => {
      room.join(this.#agent);
      if (this.script.greeting !== undefined)
        room.add({ type: 'message', from: this.#agent, text: this.script.greeting });
    });
    return Promise.resolve(room.opened());
  }

  async resume({ remoteId, after }: { remoteId: string; after?: number | undefined }): Promise<Opened> {
    return Promise.resolve(this.#room(remoteId).opened(after));
  }

  async send(remoteId: string, items: readonly OutItem[]): Promise<readonly SendResult[]> {
    const room = this.#room(remoteId);
    const results = items.map((item) => room.take(item));
    const last = items.findLast((item) => item.type === 'message');
    if (last) this.#answer(room, last.text);
    return Promise.resolve(results);
  }

  async pull(request: PullRequest): Promise<Page> {
    return Promise.resolve(this.#room(request.remoteId).page(request));
  }

  typing(): void {
    // The script does not watch the visitor type.
  }

  #check(): void {
    if (!this.#open) throw new TransportError('again', 'unreachable');
  }

  #room(id: string): Room {
    this.#check();
    const room = this.#rooms.get(id);
    if (!room) throw new TransportError('final', 'unknown-conversation');
    return room;
  }

  #soon(act: () => void): void {
    const pace = this.script.pace ?? 600;
    if (pace === 0) return queueMicrotask(act);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, pace);
    this.#timers.add(timer);
  }

  #answer(room: Room, text: string): void {
    const reply = this.script.reply ? this.script.reply(text) : text;
    const person = this.#agent.id;
    this.#soon(() => {
      const head = room.entries.length;
      room.marks[person] = { delivered: head, seen: head };
      room.changed();
      if (reply === undefined || room.ended) return;
      this.sink.emit({ type: 'typing', remoteId: room.id, person, typing: true });
      this.#soon(() => {
        if (!room.ended) room.add({ type: 'message', from: this.#agent, text: reply });
      });
    });
  }
}

/** Makes a loopback transport that follows a script. The conversation lives as long as the page. */
export function loopback(script: LoopbackScript = {}): TransportFactory {
  return (sink) => new LoopbackTransport(sink, script);
}
