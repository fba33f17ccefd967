/**
 * The agent side of a chat server in some lines, with a network in between that can be as bad as a test wants it: events and
 * answers are late, connections die at any moment, pushes are lost. What is stored is stored, as in the real one.
 */
import type { WireDesk, WireDeskConversation } from '../../../src/protocol/agent.js';
import type { WireEntry, WireRegisters } from '../../../src/protocol/index.js';
import { LinkError, type Clock, type LinkListener, type MakeLink } from '../../../demo/agent/model/ports.js';

const ME = 'ann';
const VISITOR = 'visitor-person';

type Body = {
  type: 'message';
  from: { id: string; role: 'visitor' | 'agent'; name?: string };
  text: string;
  clientId?: string;
};

interface Stored {
  id: string;
  entries: WireEntry[];
  phase: WireRegisters['phase'];
  agent: string | undefined;
  version: number;
  marks: Record<string, { delivered: number; seen: number }>;
  offer: { agent: string; until: number } | undefined;
}

/** How bad the network is. */
export interface Weather {
  /** A number in [0, 1). */
  fraction(): number;
  /** The share of pushes, requests and answers that are lost. */
  loss: number;
  /** The longest time that something is under way. */
  delay: number;
  /** The share of events that end the connection instead. */
  death: number;
}

export const CALM: Weather = { fraction: () => 0, loss: 0, delay: 0, death: 0 };

/** See the module. */
export class FakeServer {
  weather: Weather = CALM;
  /** False: nobody answers. */
  up = true;
  /** Refuses the handshake with this code. */
  refuses: string | undefined;
  /** What `send` answers instead, while set. */
  answersSend: unknown;
  readonly log: { event: string; data: unknown }[] = [];
  readonly #conversations = new Map<string, Stored>();
  #version = 1;
  #presence: 'available' | 'away' = 'available';
  #connection = 0;
  #listener: LinkListener | undefined;

  constructor(private readonly clock: Clock) {}

  readonly makeLink: MakeLink = (listener) => ({
    open: () => this.#open(listener),
    close: () => this.#close('client'),
    request: (event, data, within) => this.#request(event, data, within),
    signal: (event, data) => void this.log.push({ event, data }),
  });

  /** Somebody waits. */
  waits(id: string, offer?: { agent: string; until: number }): void {
    this.#conversations.set(id, { id, entries: [], phase: 'queued', agent: undefined, version: 1, marks: {}, offer });
    this.#tellDesk();
  }

  /** Gives a conversation to an agent. */
  give(id: string, agent: string | undefined): void {
    const conversation = this.#get(id);
    conversation.phase = agent === undefined ? 'queued' : 'active';
    conversation.agent = agent;
    conversation.version += 1;
    this.#tellDesk();
  }

  says(id: string, text: string): void {
    this.#append(id, { type: 'message', from: { id: VISITOR, role: 'visitor' }, text });
  }

  /** The visitor ends it. */
  ends(id: string): void {
    const conversation = this.#get(id);
    conversation.phase = 'ended';
    this.#push(id, this.#place(conversation, { type: 'end', by: 'visitor', reason: 'left' }));
    this.push('registers', { conversation: id, registers: this.registers(id) });
    this.#tellDesk();
  }

  texts(id: string): string[] {
    return this.#get(id).entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : []));
  }

  registers(id: string): WireRegisters {
    const { version, entries, phase, marks } = this.#get(id);
    const people = [{ id: VISITOR, role: 'visitor' as const, connected: true, joinedAt: 1 }];
    return { version, head: entries.at(-1)?.seq ?? 0, phase, startedAt: 1, people, marks, queue: null };
  }

  /** The connection is gone, as if the process had been killed. */
  kill(): void {
    this.#close('killed');
  }

  push(event: string, data: unknown): void {
    const connection = this.#connection;
    const listener = this.#listener;
    if (!listener || this.#lost()) return;
    this.clock.after(
      this.#late(),
      () => connection === this.#connection && listener.received(event, structuredClone(data)),
    );
  }

  desk(): WireDesk {
    const all = [...this.#conversations.values()];
    const list = (chosen: Stored[]): WireDeskConversation[] => chosen.map((one) => this.#summary(one));
    return {
      version: (this.#version += 1),
      now: this.clock.now(),
      me: ME,
      agents: [
        { id: ME, name: 'Ann', role: 'agent', presence: this.#presence, load: 0, capacity: 5 },
        { id: 'ben', name: 'Ben', role: 'agent', presence: 'available', load: 0, capacity: 5 },
      ],
      queue: list(all.filter(({ phase }) => phase === 'queued')),
      mine: list(all.filter(({ phase, agent }) => phase === 'active' && agent === ME)),
      others: [],
    };
  }

  #open(listener: LinkListener): void {
    const connection = (this.#connection += 1);
    const still = (run: () => void): void =>
      void this.clock.after(this.#late(), () => connection === this.#connection && run());
    if (!this.up) return still(() => listener.closed('down'));
    if (this.refuses !== undefined) {
      const code = this.refuses;
      return still(() => listener.refused(code));
    }
    still(() => {
      this.#listener = listener;
      listener.opened();
      const limits = { maxText: 4000, maxBatch: 5, maxPage: 10, maxFrame: 262_144 };
      listener.received('welcome', { protocol: 1, now: this.clock.now(), limits, beatEvery: 5000 });
      listener.received('desk', this.desk());
      this.#beat(connection);
    });
  }

  #beat(connection: number): void {
    this.clock.after(5000, () => {
      if (connection !== this.#connection || !this.#listener) return;
      this.push('beat', { rev: 0, now: this.clock.now() });
      this.#beat(connection);
    });
  }

  #close(reason: string): void {
    const listener = this.#listener;
    this.#connection += 1;
    this.#listener = undefined;
    this.#waiting.splice(0).forEach((fail) => fail());
    listener?.closed(reason);
  }

  readonly #waiting: (() => void)[] = [];

  #request(event: string, data: unknown, within: number): Promise<unknown> {
    const connection = this.#connection;
    if (!this.#listener) return Promise.reject(new LinkError('disconnected'));
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => reject(new LinkError('disconnected')));
      this.clock.after(within, () => reject(new LinkError('timeout')));
      if (this.#lost()) return;
      this.clock.after(this.#late(), () => {
        if (connection !== this.#connection) return;
        // Stored first; only then may the answer be lost.
        const answer = structuredClone(this.#answer(event, data));
        if (this.#dies()) return this.#close('died');
        if (this.#lost()) return;
        this.clock.after(this.#late(), () => connection === this.#connection && resolve(answer));
      });
    });
  }

  #answer(event: string, data: unknown): unknown {
    this.log.push({ event, data });
    const frame = data as Record<string, unknown> & { conversation?: string; after?: unknown };
    const id = frame.conversation ?? '';
    const ok = (value: unknown): unknown => ({ ok: true, data: value });
    const no = (code: string, message = code): unknown => ({ ok: false, error: { code, message } });
    if (event === 'presence') {
      this.#presence = frame['presence'] === 'away' ? 'away' : 'available';
      this.#tellDesk();
      return ok(null);
    }
    const conversation = this.#conversations.get(id);
    if (!conversation) return no('unknown-conversation');
    if (event === 'accept') {
      if (conversation.phase === 'active' && conversation.agent !== ME) return no('taken', 'Ben');
      this.give(id, ME);
      return ok(null);
    }
    if (conversation.agent !== ME) return no('not-allowed');
    if (event === 'open') return ok({ registers: this.registers(id), page: this.#page(conversation, { limit: 10 }) });
    if (event === 'pull') return ok(this.#page(conversation, frame));
    if (event === 'send')
      return (
        this.answersSend ??
        ok({ results: this.#store(conversation, frame['items'] as { id: string; type: string; text?: string }[]) })
      );
    if (event === 'begin') {
      const begun = `begun-${String(frame['key'])}`;
      // The lists come behind the answer.
      this.clock.after(this.#late() + 1, () => {
        if (this.#conversations.has(begun)) return;
        this.waits(begun);
        this.give(begun, ME);
      });
      return ok({ conversation: begun });
    }
    if (event === 'transfer') this.give(id, frame['to'] as string | undefined);
    if (event === 'end') this.ends(id);
    return ok(null);
  }

  #store(
    conversation: Stored,
    items: readonly { id: string; type: string; text?: string; delivered?: number; seen?: number }[],
  ): unknown[] {
    return items.map((item) => {
      if (item.type === 'mark') {
        conversation.marks[ME] = { delivered: item.delivered ?? 0, seen: item.seen ?? 0 };
        return { id: item.id, status: 'stored' };
      }
      const known = conversation.entries.find((entry) => entry.type === 'message' && entry.clientId === item.id);
      if (known) return { id: item.id, status: 'duplicate', seq: known.seq, at: known.at };
      if (conversation.phase === 'ended') return { id: item.id, status: 'refused', code: 'ended' };
      const entry = this.#append(conversation.id, {
        type: 'message',
        from: { id: ME, role: 'agent', name: 'Ann' },
        text: item.text ?? '',
        clientId: item.id,
      });
      return { id: item.id, status: 'stored', seq: entry.seq, at: entry.at };
    });
  }

  #append(id: string, body: Body): WireEntry {
    const conversation = this.#get(id);
    const entry = this.#place(conversation, body);
    this.#push(id, entry);
    this.#tellDesk();
    return entry;
  }

  #place(conversation: Stored, body: Body | { type: 'end'; by: 'visitor'; reason: string }): WireEntry {
    // Seqs have holes, as when something is only for others' eyes.
    const prev = conversation.entries.at(-1)?.seq ?? 0;
    const entry = { seq: prev + 1 + (prev % 3 === 2 ? 1 : 0), prev, at: this.clock.now(), ...body } as WireEntry;
    conversation.entries.push(entry);
    conversation.version += 1;
    return entry;
  }

  #push(id: string, entry: WireEntry): void {
    if (this.#get(id).agent === ME) this.push('entry', { conversation: id, entry });
  }

  #tellDesk(): void {
    this.push('desk', this.desk());
  }

  #page({ entries }: Stored, wanted: { after?: unknown; before?: unknown; limit?: unknown }): unknown {
    const limit = Number(wanted.limit ?? 10);
    const head = entries.at(-1)?.seq ?? 0;
    if (wanted.after !== undefined) {
      const rest = entries.filter(({ seq }) => seq > Number(wanted.after));
      return { entries: rest.slice(0, limit), more: rest.length > limit, head };
    }
    const rest = entries.filter(({ seq }) => seq < Number(wanted.before ?? Number.POSITIVE_INFINITY));
    return { entries: rest.slice(-limit), more: rest.length > limit, head };
  }

  #summary(one: Stored): WireDeskConversation {
    return {
      id: one.id,
      phase: one.phase,
      startedAt: 1,
      profile: { nickname: `Name of ${one.id}` },
      visitorOnline: true,
      unread: 0,
      registers: this.registers(one.id),
      ...(one.agent !== undefined && { agent: one.agent }),
      ...(one.offer && { offer: one.offer }),
    };
  }

  #get(id: string): Stored {
    const conversation = this.#conversations.get(id);
    if (!conversation) throw new Error(`no conversation ${id}`);
    return conversation;
  }

  #late(): number {
    return Math.floor(this.weather.fraction() * this.weather.delay);
  }

  #lost(): boolean {
    return this.weather.fraction() < this.weather.loss;
  }

  #dies(): boolean {
    return this.weather.fraction() < this.weather.death;
  }
}
