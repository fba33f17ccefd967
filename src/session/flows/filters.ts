import type { Conversation, ConversationKey, Entry } from '../model/types.js';
import type { Core } from './core.js';
import { matcherOf, type Matcher } from './matcher.js';

/** A filter as it is stored and told to other tabs: an expression, or the id of one message, whose text is written nowhere. */
export type StoredFilter = { readonly source: string; readonly flags: string } | { readonly id: string };

/** `key`: the conversation that it is for; without one it is the page's, for all. */
type Filter = { readonly expression: RegExp; readonly matches: Matcher; readonly key?: ConversationKey | undefined };

/** What hides messages, and where that is kept: with the record of the conversation, so that it outlives the page. */
export class Filters {
  #core: Core;
  #keep: (key: ConversationKey) => Promise<void>;
  #filters: Filter[] = [];
  #ids = new Map<ConversationKey, Set<string>>();
  #coming = 0;

  /** @param keep - writes the record of a conversation, with what `storedFor` gives */
  constructor(core: Core, keep: (key: ConversationKey) => Promise<void>) {
    this.#core = core;
    this.#keep = keep;
  }

  /** Filters are on their way: what comes meanwhile can't be judged yet. */
  get coming(): boolean {
    return this.#coming > 0;
  }

  /** The page's own. */
  get registered(): readonly RegExp[] {
    return this.#filters.filter(({ key }) => key === undefined).map(({ expression }) => expression);
  }

  /** Whether a message is not to be seen. */
  hides(key: ConversationKey, message: { readonly text: string; readonly clientId?: string | undefined }): boolean {
    if (message.clientId !== undefined && this.#ids.get(key)?.has(message.clientId)) return true;
    return this.#filters.some((filter) => (filter.key ?? key) === key && filter.matches(message.text));
  }

  /** The entry, or what keeps its place when it is not to be seen. */
  hidden(key: ConversationKey, entry: Entry): Entry {
    if (entry.type !== 'message' || !this.hides(key, entry)) return entry;
    return { type: 'unknown', seq: entry.seq, prev: entry.prev, at: entry.at };
  }

  /** Adds filters of the page, for every conversation: the one that runs keeps them, too. */
  async register(expressions: readonly RegExp[], current: ConversationKey | undefined): Promise<void> {
    await this.#compile(expressions);
    if (current !== undefined) await this.#spread(current);
  }

  /** Hides one message by its id, and what an expression matches; resolves when every tab and the next page know. */
  async cover(key: ConversationKey, id: string, expression: RegExp | undefined): Promise<void> {
    this.#cover(key, id);
    if (expression) await this.#compile([expression], key);
    await this.#spread(key);
  }

  /** Takes in what the record of a conversation or another tab holds. What can't be read is left out. */
  async recall(key: ConversationKey, stored: unknown): Promise<void> {
    const expressions: RegExp[] = [];
    for (const filter of Array.isArray(stored) ? (stored as readonly unknown[]) : []) {
      const { id, source, flags } = (filter ?? {}) as Readonly<Record<string, unknown>>;
      if (typeof id === 'string') this.#cover(key, id);
      else
        try {
          expressions.push(new RegExp(String(source), String(flags)));
        } catch {
          // Written by somebody else, or for another browser: there is nothing to match.
        }
    }
    await this.#compile(expressions, key);
    this.#hideShown();
  }

  /** What is kept with a conversation. */
  storedFor(key: ConversationKey): readonly StoredFilter[] | undefined {
    const all: StoredFilter[] = [...(this.#ids.get(key) ?? [])].map((id) => ({ id }));
    for (const { expression, key: only } of this.#filters)
      if ((only ?? key) === key) all.push({ source: expression.source, flags: expression.flags });
    return all.length > 0 ? all : undefined;
  }

  #cover(key: ConversationKey, id: string): void {
    this.#ids.set(key, (this.#ids.get(key) ?? new Set()).add(id));
  }

  async #compile(expressions: readonly RegExp[], key?: ConversationKey): Promise<void> {
    this.#coming++;
    try {
      for (const expression of expressions) {
        const same = (other: Filter) => other.key === key && String(other.expression) === String(expression);
        const matches = await matcherOf(expression, {
          now: () => this.#core.ports.clock.now(),
          slow: () => this.#slow(expression),
        });
        if (!this.#filters.some(same)) this.#filters.push({ expression, matches, key });
      }
    } finally {
      this.#coming--;
    }
  }

  #slow(expression: RegExp): void {
    this.#filters = this.#filters.filter((filter) => filter.expression !== expression);
    const message = 'a prefilter takes too long and is off; write it without lookaround and references back';
    this.#core.apply({ type: 'error', code: 'slow-filter', message });
  }

  /** In this order: what is here is hidden, then whoever looks from now on knows. */
  async #spread(key: ConversationKey): Promise<void> {
    this.#hideShown();
    this.#core.ports.tabs.post({ type: 'filters', key, filters: this.storedFor(key) });
    await this.#keep(key);
  }

  #hideShown(): void {
    for (const conversation of Object.values(this.#core.state.conversations)) this.#hideIn(conversation);
  }

  #hideIn({ key, log, pending }: Conversation): void {
    const entries = log.entries.map((entry) => this.hidden(key, entry));
    if (entries.some((entry, i) => entry !== log.entries[i])) this.#core.apply({ type: 'entries', key, entries });
    for (const { clientId, text } of pending)
      if (this.hides(key, { clientId, text })) this.#core.apply({ type: 'withdraw', key, clientId });
  }
}
