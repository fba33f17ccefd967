import type { ChatErrorCode } from '../model/errors.js';
import type { ConversationKey, Profile, UserData } from '../model/types.js';
import type { Store } from '../ports.js';

/** What is kept of a running conversation, so that the next page can come back to it. */
export type ConversationRecord = {
  readonly key: ConversationKey;
  /** What it is started with. Whoever has it can open the conversation, so it never leaves the store for an event. */
  readonly startKey: string;
  readonly startedAt: number;
  readonly profile: Profile;
  readonly userData: UserData;
  /** Missing while the start has not been answered: the next page goes on starting under the same key. */
  readonly remoteId?: string | undefined;
  /** The revocable credential that opens this one conversation; never an identity token. */
  readonly credential?: string | undefined;
  /** What hides messages in it; see `flows/filters.ts`. */
  readonly filters?: unknown;
  /** The start was refused, and messages wait for the visitor to decide. */
  readonly failed?: ChatErrorCode | undefined;
};

const PREFIX = 'conversation/';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read(value: string): ConversationRecord | undefined {
  try {
    const record: unknown = JSON.parse(value);
    if (!isObject(record)) return undefined;
    const { key, startKey, startedAt, profile, userData, remoteId, credential } = record;
    const named = typeof key === 'string' && typeof startKey === 'string';
    const fine = named && typeof startedAt === 'number' && isObject(profile) && isObject(userData);
    return fine && (remoteId === undefined || typeof credential === 'string')
      ? (record as unknown as ConversationRecord)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The records in the store, with a copy in memory for when the store fails. */
export class Records {
  #store: Store;
  #memory = new Map<ConversationKey, ConversationRecord>();
  /** Those whose newest form is not stored (yet): for them the store is out of date. */
  #unsaved = new Set<ConversationKey>();
  #writes = new Map<ConversationKey, Promise<boolean>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The record of this page's own knowledge. */
  get(key: ConversationKey): ConversationRecord | undefined {
    return this.#memory.get(key);
  }

  /** Keeps a record; resolves with whether it is stored. */
  put(record: ConversationRecord): Promise<boolean> {
    const { key } = record;
    this.#memory.set(key, record);
    this.#unsaved.add(key);
    const written = this.#write(record).finally(() => {
      if (this.#writes.get(key) === written) this.#writes.delete(key);
    });
    this.#writes.set(key, written);
    return written;
  }

  async #write(record: ConversationRecord): Promise<boolean> {
    try {
      await this.#store.put(PREFIX + record.key, JSON.stringify(record));
    } catch {
      return false;
    }
    if (this.#memory.get(record.key) === record) this.#unsaved.delete(record.key);
    return true;
  }

  /** Whether the store has the newest form of a record, or there is none. */
  safe(key: ConversationKey): boolean {
    return !this.#unsaved.has(key);
  }

  /** Stores a record again that could not be stored, or that somebody has cleared away; resolves with whether it is there. */
  async secure(key: ConversationKey): Promise<boolean> {
    await this.refresh(key).catch(() => undefined);
    const record = this.#memory.get(key);
    if (record === undefined || !this.#unsaved.has(key)) return true;
    return this.#writes.get(key) ?? this.put(record);
  }

  async delete(key: ConversationKey): Promise<void> {
    this.#memory.delete(key);
    this.#unsaved.delete(key);
    await this.#store.delete(PREFIX + key).catch(() => undefined);
  }

  /**
   * Looks a record up again: another tab may have renewed the credential meanwhile. Rejects when the store can't be read.
   */
  async refresh(key: ConversationKey): Promise<ConversationRecord | undefined> {
    const mine = this.#memory.get(key);
    if (mine && this.#unsaved.has(key)) return mine;
    const value = await this.#store.get(PREFIX + key);
    // Changed or given up here meanwhile: what was read is older.
    if (this.#memory.get(key) !== mine) return this.#memory.get(key);
    const record = value === undefined ? undefined : read(value);
    if (record) this.#memory.set(key, record);
    else if (mine) this.#unsaved.add(key);
    return record ?? mine;
  }

  /** Whether anything is stored that a next page has to find: a conversation, or a message without one. */
  async anything(): Promise<boolean> {
    const found = await Promise.all([this.#store.list(PREFIX), this.#store.list('outbox/')]).catch(() => []);
    return found.some((rows) => rows.length > 0);
  }

  /** All of them, newest first; undefined when the store can't be read. */
  async load(): Promise<readonly ConversationRecord[] | undefined> {
    const rows = await this.#store.list(PREFIX).catch(() => undefined);
    if (!rows) return undefined;
    const records = rows.flatMap(([, value]) => read(value) ?? []);
    for (const record of records) if (!this.#unsaved.has(record.key)) this.#memory.set(record.key, record);
    return records.sort((a, b) => b.startedAt - a.startedAt);
  }
}
