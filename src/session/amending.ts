/**
 * What happens to messages after they were sent: they are corrected, taken back, or grow while they are written. Fetched with the
 * first entry that says so. An entry keeps its place; what it says is put into the log in its stead.
 */
import type { Client } from './client.js';
import { at } from './flows/core.js';
import { happeningOf } from './happenings.js';
import type { Inward } from './inward.js';
import type { Fact } from './model/facts.js';
import type { Amended, Author, ConversationKey, Entry, MessageEntry } from './model/types.js';

type Streams = Pick<Inward, 'stream'>;

/** How often what was streamed is shown: more often than that nobody can read it. */
const SHOW_EVERY = 50;

/** The longest text that is taken in while it is streamed; the message itself comes whole when it is complete. */
const LONGEST = 100_000;

/** An entry of ours among those that the log does not know. */
type Change = {
  readonly type: 'edit' | 'retract' | 'stream';
  readonly from: Author;
  readonly of: number;
  readonly text?: string;
  readonly rich?: unknown;
  readonly complete?: boolean;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

/** What an entry does to another, or shows itself; undefined: nothing that is known here. */
function changeOf(entry: Entry): Change | undefined {
  if (entry.type !== 'unknown' || !isObject(entry.data)) return undefined;
  const { type, from, of, text } = entry.data;
  if (!isObject(from) || typeof from['id'] !== 'string' || typeof from['role'] !== 'string') return undefined;
  const whole =
    type === 'stream' || (isPlace(of) && of < entry.seq && (type === 'retract' || typeof text === 'string'));
  return whole && (type === 'stream' || type === 'edit' || type === 'retract')
    ? (entry.data as unknown as Change)
    : undefined;
}

function isAmended(rich: unknown): rich is Amended {
  return isObject(rich) && 'amended' in rich;
}

/** Whether more of it is to come. */
function isStreaming({ rich }: MessageEntry): boolean {
  return isAmended(rich) && rich.amended === 'streaming';
}

/** A message as a change has left it. */
function withChange(entry: MessageEntry, { type, text = '', rich }: Change): MessageEntry {
  const { files, changed: _changed, choice: _choice, ...rest } = entry;
  if (type === 'retract') return { ...rest, text: '', rich: { amended: 'retracted' } satisfies Amended };
  return {
    ...rest,
    text,
    ...(files && { files }),
    rich: isStreaming(entry) ? rich : ({ amended: 'edited', rich } satisfies Amended),
  };
}

/** See the module. */
class Amending {
  #core: Client;
  #cancel: (() => void) | undefined;
  /** What was streamed and does not show yet: by conversation, by entry. */
  #texts = new Map<ConversationKey, Map<number, string>>();

  constructor(core: Client, inward: Streams) {
    this.#core = core;
    inward.stream = (key, data) => this.#stream(key, data);
    core.onRelease(
      core.subscribe((_state, facts) => {
        for (const fact of facts) if (fact.type === 'received') this.#take(fact.key, fact.entries, fact.restoring);
      }),
    );
    core.onRelease(() => this.#cancel?.());
    for (const [key, { log }] of Object.entries(core.state.conversations)) this.#take(key, log.entries, true);
  }

  /** Entries that have come: what they change, and how they themselves are to be read. */
  #take(key: ConversationKey, added: readonly Entry[], history: boolean): void {
    const entries = at(this.#core, key)?.log.entries;
    if (!entries) return;
    const changed = new Map<number, Entry>();
    const facts: Fact[] = [];
    const now = (seq: number) => changed.get(seq) ?? entries[indexOf(entries, seq)];
    for (const entry of added) {
      const happening = happeningOf(key, entry);
      if (happening) {
        if (happening.entry !== entry) changed.set(entry.seq, happening.entry);
        if (!history) facts.push({ type: 'event', key, event: happening.event });
        continue;
      }
      const change = changeOf(entry);
      if (entry.type === 'message' && entry.amended && !isAmended(entry.rich)) {
        const { amended, rich } = entry;
        if (amended === 'edited' || amended === 'retracted')
          changed.set(entry.seq, { ...entry, rich: { amended, rich } });
      } else if (change?.type === 'stream') {
        const { seq, prev, at } = entry;
        const rich: Amended = { amended: 'streaming', rich: change.rich };
        changed.set(seq, { type: 'message', seq, prev, at, from: change.from, text: '', rich });
      } else if (change) {
        const old = now(change.of);
        if (old?.type !== 'message' || old.from.id !== change.from.id) continue;
        // It came complete already.
        if (change.complete && !isStreaming(old)) continue;
        const next = this.#refined(key, withChange(old, change));
        if (!next) continue;
        changed.set(old.seq, next);
        if (!history || isStreaming(old)) facts.push(...factsOf(key, old, next, change));
      }
    }
    if (changed.size > 0 || facts.length > 0) this.#put(key, changed, facts);
  }

  /** What the page hides in messages it hides here, too. */
  #refined(key: ConversationKey, entry: MessageEntry): Entry | undefined {
    const input = this.#core.refine({ type: 'entry', key, entry });
    return input?.type === 'entry' ? input.entry : undefined;
  }

  #put(key: ConversationKey, changed: ReadonlyMap<number, Entry>, facts: readonly Fact[] = []): void {
    const entries = at(this.#core, key)?.log.entries ?? [];
    const next = entries.slice();
    for (const [seq, entry] of changed) {
      const index = indexOf(entries, seq);
      if (next[index]?.seq === seq) next[index] = entry;
    }
    this.#core.apply({ type: 'entries', key, entries: next, facts });
  }

  /** A piece of a text. One that does not follow is passed over: the whole comes at the end. */
  #stream(key: ConversationKey, data: unknown): void {
    if (!isObject(data)) return;
    const { of, offset, text } = data;
    if (!isPlace(of) || typeof text !== 'string') return;
    const texts = this.#texts.get(key) ?? new Map<number, string>();
    const known = texts.get(of) ?? this.#streaming(key, of)?.text;
    if (known === undefined || !Number.isSafeInteger(offset) || (offset as number) < 0) return;
    const from = offset as number;
    if (from > known.length || from + text.length > LONGEST) return;
    texts.set(of, known.slice(0, from) + text);
    this.#texts.set(key, texts);
    this.#cancel ??= this.#core.ports.clock.delay(SHOW_EVERY, () => this.#show());
  }

  #show(): void {
    this.#cancel = undefined;
    for (const [key, texts] of this.#texts) {
      const changed = new Map<number, Entry>();
      for (const [of, text] of texts) {
        const entry = this.#streaming(key, of);
        if (entry) changed.set(of, { ...entry, text });
      }
      if (changed.size > 0) this.#put(key, changed);
    }
    this.#texts.clear();
  }

  /** The message at a place, if more of it is to come. */
  #streaming(key: ConversationKey, of: number): MessageEntry | undefined {
    const entries = at(this.#core, key)?.log.entries ?? [];
    const entry = entries[indexOf(entries, of)];
    if (entry?.seq !== of || entry.type !== 'message') return undefined;
    return isStreaming(entry) ? entry : undefined;
  }
}

/** What is told: a text that is complete is a message that has come; a change of one that was told is an event only. */
function factsOf(key: ConversationKey, old: MessageEntry, next: Entry, { type }: Change): readonly Fact[] {
  if (isStreaming(old) && type === 'edit')
    return [{ type: 'received', key, entries: [next], restoring: false, whole: true }];
  const text = next.type === 'message' ? next.text : '';
  const change = type === 'retract' ? 'retracted' : 'edited';
  const detail = { conversationId: key, id: String(old.seq), change, text } as const;
  return [{ type: 'event', key, event: { type: 'chat-message-changed', detail } }];
}

/** The index of the entry with this `seq`, or of the first one after it. */
function indexOf(entries: readonly Entry[], seq: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts it in force, for what is here already, too. */
export function amend(core: Client, inward: Streams): void {
  new Amending(core, inward);
}
