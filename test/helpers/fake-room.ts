import type { Author, Entry, Marks, Person, QueuePlace, UserData } from '../../src/session/model/types.js';
import type { OutItem, Page, Registers, SendResult, TransportEvent } from '../../src/session/transport.js';

type Without<Place extends PropertyKey, One> = One extends unknown ? Omit<One, Place> : never;
/** An entry before it has its place. */
export type Draft = Without<'seq' | 'prev' | 'at', Entry>;

type Row = { readonly seq: number; readonly at: number; readonly draft: Draft; seen: boolean };

export const ALICE: Author = { id: 'alice', role: 'agent', name: 'Alice' };
export const BOB: Author = { id: 'bob', role: 'agent', name: 'Bob' };

/** One conversation on the fake server: the committed log and the registers. It survives every crash. */
export class Room {
  readonly me = 'visitor';
  readonly ids = new Map<string, { readonly seq: number; readonly at: number }>();
  /** Credentials that open it; the last one is the newest. */
  credentials: string[] = [];
  revoked = false;
  phase: Registers['phase'] = 'queued';
  queue: QueuePlace | null = { position: 1 };
  version = 1;
  #rows: Row[] = [];
  #people: Person[] = [];
  #marks: Record<string, Marks> = {};
  #userData: UserData | undefined;
  #endedAt: number | undefined;

  /** @param push - says something to every line that has it open, after the commit */
  constructor(
    readonly remoteId: string,
    readonly startedAt: number,
    private readonly now: () => number,
    private readonly push: (room: Room, event: TransportEvent) => void,
  ) {
    this.#people.push({ id: this.me, role: 'visitor', connected: true, joinedAt: startedAt });
    this.commit({ type: 'join', from: { id: this.me, role: 'visitor' } });
  }

  /** The log as the visitor may see it. */
  log(): readonly Entry[] {
    let prev = 0;
    const entries: Entry[] = [];
    for (const { seq, at, draft, seen } of this.#rows) {
      if (!seen) continue;
      entries.push({ ...draft, seq, prev, at });
      prev = seq;
    }
    return entries;
  }

  get head(): number {
    return this.#rows.findLast((row) => row.seen)?.seq ?? 0;
  }

  registers(): Registers {
    const { version, head, phase, startedAt, queue } = this;
    return {
      version,
      head,
      phase,
      startedAt,
      endedAt: this.#endedAt,
      people: this.#people.map((person) => ({ ...person })),
      marks: { ...this.#marks },
      userData: this.#userData,
      queue,
    };
  }

  page({ after, before, limit }: { after?: number | undefined; before?: number | undefined; limit: number }): Page {
    const log = this.log();
    if (after !== undefined) {
      const newer = log.filter((entry) => entry.seq > after);
      return { entries: newer.slice(0, limit), more: newer.length > limit, head: this.head };
    }
    const older = before === undefined ? log : log.filter((entry) => entry.seq < before);
    return { entries: older.slice(-limit), more: older.length > limit, head: this.head };
  }

  /** Stores one entry and tells everybody. `seen`: whether the visitor may see it. */
  commit(draft: Draft, seen = true): Row {
    const row = { seq: this.#rows.length + 1, at: this.now(), draft, seen };
    this.#rows.push(row);
    const entry = seen ? this.log().at(-1) : undefined;
    if (entry) this.push(this, { type: 'entry', remoteId: this.remoteId, entry });
    return row;
  }

  changed(): void {
    this.version++;
    this.push(this, { type: 'registers', remoteId: this.remoteId, registers: this.registers() });
  }

  /** One item of a batch: deduped, then stored. */
  take(item: OutItem): SendResult {
    if (item.type === 'mark') {
      this.mark(this.me, item);
      return { id: item.id, status: 'stored' };
    }
    const known = this.ids.get(item.id);
    if (known) return { id: item.id, status: 'duplicate', ...known };
    if (this.phase === 'ended' && item.type === 'end') return { id: item.id, status: 'duplicate', seq: this.head };
    if (this.phase === 'ended') return { id: item.id, status: 'refused', code: 'ended' };
    if (item.type === 'end') return { id: item.id, status: 'stored', ...this.end('visitor', item.id) };
    if (item.type === 'user-data') {
      this.#userData = { ...this.#userData, ...item.data };
      this.ids.set(item.id, { seq: this.head, at: this.now() });
      this.changed();
      return { id: item.id, status: 'stored' };
    }
    const { seq, at } = this.commit({
      type: item.type,
      from: { id: this.me, role: 'visitor' },
      text: item.text,
      ...('choice' in item && { choice: item.choice }),
      ...(item.type === 'message' && item.files && { files: item.files }),
      clientId: item.id,
    } as Draft);
    this.ids.set(item.id, { seq, at });
    return { id: item.id, status: 'stored', seq, at };
  }

  mark(
    person: string,
    { delivered = 0, seen = 0 }: { delivered?: number | undefined; seen?: number | undefined },
  ): void {
    const old = this.#marks[person] ?? { delivered: 0, seen: 0 };
    this.#marks[person] = { delivered: Math.max(old.delivered, delivered, seen), seen: Math.max(old.seen, seen) };
    this.changed();
  }

  // The other side

  join(agent: Author = ALICE): void {
    this.#people = [
      ...this.#people.filter(({ id }) => id !== agent.id),
      { ...agent, connected: true, joinedAt: this.now() },
    ];
    this.phase = 'active';
    this.queue = null;
    this.commit({ type: 'join', from: agent });
    this.changed();
  }

  leave(agent: Author = ALICE, reason = 'left'): void {
    this.#people = this.#people.map((person) =>
      person.id === agent.id ? { ...person, connected: false, leftAt: this.now() } : person,
    );
    this.commit({ type: 'leave', from: agent, reason });
    this.changed();
  }

  requeue(position: number): void {
    this.phase = 'queued';
    this.queue = { position };
    this.changed();
  }

  say(text: string, agent: Author = ALICE): number {
    return this.commit({ type: 'message', from: agent, text }).seq;
  }

  /** Between agents: it takes a place in the order that the visitor never sees. */
  whisper(text: string): void {
    this.commit({ type: 'message', from: ALICE, text }, false);
  }

  /** Takes an entry away: whoever asks from now on never sees it. */
  erase(seq: number): void {
    const row = this.#rows.find((other) => other.seq === seq);
    if (row) row.seen = false;
  }

  typing(typing: boolean, agent: Author = ALICE): void {
    this.push(this, { type: 'typing', remoteId: this.remoteId, person: agent.id, typing });
  }

  end(by: 'visitor' | 'agent' | 'system' = 'agent', clientId?: string, reason?: string): { seq: number; at: number } {
    this.phase = 'ended';
    this.queue = null;
    this.#endedAt = this.now();
    const { seq, at } = this.commit({ type: 'end', by, reason });
    if (clientId !== undefined) this.ids.set(clientId, { seq, at });
    this.changed();
    return { seq, at };
  }
}
