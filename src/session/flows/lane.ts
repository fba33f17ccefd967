import type { ChatErrorCode } from '../model/errors.js';
import type { ConversationKey } from '../model/types.js';
import type { Store } from '../ports.js';
import type { OutItem } from '../transport.js';

/** An item with when it was written; `failed`: the server refused it, and a person decides. */
export type Parcel = {
  readonly item: OutItem;
  readonly createdAt: number;
  /** Kept in memory only, and forgotten when it is refused. */
  readonly secret?: boolean | undefined;
  readonly failed?: ChatErrorCode | undefined;
};

/**
 * `ready`: the visitor has been told that it is taken, so it may be sent. `stored`: it would survive a reload. `tried`:
 * the server may have it, whatever we know.
 */
type Slot = { parcel: Parcel; readonly order: number; ready: boolean; stored: boolean; tried: boolean };

/** Something that is to be sent. */
export type Waiting = { readonly lane: Lane; readonly item: OutItem; readonly order: number };

/** Sees to it that the way back to a conversation is stored; `known`: what this page knows of it will do. */
type Secure = (known?: boolean) => Promise<boolean>;

const ORDER_DIGITS = 12;

/** The stored form is our own, but it has been on a disk: what can't be read is left alone, not trusted. */
function read(value: string): Parcel | undefined {
  try {
    const { item, createdAt, failed } = JSON.parse(value) as Parcel;
    const known = 'text' in item ? typeof item.text === 'string' : item.type === 'end' || item.type === 'user-data';
    if (!known || typeof item.id !== 'string' || typeof createdAt !== 'number') return undefined;
    return { item, createdAt, failed: typeof failed === 'string' ? failed : undefined };
  } catch {
    return undefined;
  }
}

/**
 * One ordered queue of one page in one conversation, mirrored in the store. An item that can't be stored is kept in
 * memory all the same; marks are kept in memory only, because what is seen is marked again.
 */
export class Lane {
  readonly inFlight = new Set<string>();
  readonly id: string;
  #store: Store;
  #prefix: string;
  #slots: Slot[] = [];
  #next = 1;
  /** One write after the other: what is taken away while it is being written must not come back. */
  #writes: Promise<unknown> = Promise.resolve();

  constructor(store: Store, key: ConversationKey, id: string) {
    this.id = id;
    this.#store = store;
    this.#prefix = `outbox/${key}/${id}/`;
  }

  /** Everything that is stored, by conversation and lane; of one conversation only if it is named. Undefined when the store can't be read. */
  static async load(
    store: Store,
    only?: ConversationKey,
  ): Promise<ReadonlyMap<ConversationKey, readonly Lane[]> | undefined> {
    const rows = await store.list(only === undefined ? 'outbox/' : `outbox/${only}/`).catch(() => undefined);
    if (!rows) return undefined;
    const all = new Map<ConversationKey, Lane[]>();
    for (const [name, value] of rows) {
      const [, key = '', id = '', digits = ''] = name.split('/');
      const order = Number(digits);
      const parcel = read(value);
      if (!parcel || !Number.isSafeInteger(order)) continue;
      const lanes = all.get(key) ?? [];
      all.set(key, lanes);
      let lane = lanes.find((other) => other.id === id);
      if (!lane) lanes.push((lane = new Lane(store, key, id)));
      lane.#slots.push({ parcel, order, ready: true, stored: true, tried: true });
      lane.#next = order + 1;
    }
    return all;
  }

  /** All parcels in order, the refused ones included. */
  get parcels(): readonly Parcel[] {
    return this.#slots.map((slot) => slot.parcel);
  }

  /** The number that its next parcel gets. Each page goes on counting where the pages before it stopped: clocks may jump. */
  get next(): number {
    return this.#next;
  }

  /** Counts on from at least here. */
  countFrom(order: number): void {
    this.#next = Math.max(this.#next, order);
  }

  /** What is to be sent, in order. What is still being written holds back all that follows it. */
  waiting(): readonly Waiting[] {
    const held = this.#slots.findIndex((slot) => !slot.ready);
    const ready = held < 0 ? this.#slots : this.#slots.slice(0, held);
    return ready.flatMap(({ parcel: { item, failed }, order }) =>
      failed === undefined ? { lane: this, item, order } : [],
    );
  }

  /** Another page may send what is here, too: what this one takes back might be sent all the same. */
  share(): void {
    for (const slot of this.#slots) slot.tried = true;
  }

  /** Whether anything is here that the server is still to be given. Marks are not worth a line of their own. */
  busy(): boolean {
    return this.#slots.some(({ parcel }) => parcel.failed === undefined && parcel.item.type !== 'mark');
  }

  /** What has been taken from the visitor: the rest is still in their hands. */
  taken(): readonly Parcel[] {
    return this.#slots.filter((slot) => slot.ready).map((slot) => slot.parcel);
  }

  /** Lets an added item be sent. False when it was taken away meanwhile. */
  release(id: string): boolean {
    const slot = this.#find(id);
    if (slot) slot.ready = true;
    return slot !== undefined;
  }

  has(id: string): boolean {
    return this.#find(id) !== undefined;
  }

  /** Whether the server can't have it: it was never sent, or every answer was a clear no. */
  unsent(id: string): boolean {
    const slot = this.#find(id);
    return slot !== undefined && !slot.tried && !this.inFlight.has(id);
  }

  /** Notes that an item is being sent, or that the server has clearly not stored it. */
  tried(id: string, tried: boolean): void {
    const slot = this.#find(id);
    if (slot) slot.tried = tried;
  }

  #find(id: string): Slot | undefined {
    return this.#slots.find((slot) => slot.parcel.item.id === id);
  }

  #name(slot: Slot): string {
    return this.#prefix + String(slot.order).padStart(ORDER_DIGITS, '0');
  }

  /**
   * Puts an item at the end; `release` lets it go. Resolves, in order, with whether it is stored, and with it the way back
   * to its conversation, which `secure` sees to: the next page could not tell what it finds from what was sent. In this
   * order: whoever clears the way back away looks for items once more after that.
   */
  add(parcel: Parcel, secure: Secure): Promise<boolean> {
    const slot: Slot = { parcel, order: this.#next++, ready: false, stored: false, tried: false };
    // Its place is taken before the write is awaited: two quick sends keep their order.
    this.#slots.push(slot);
    return this.#write(slot, secure);
  }

  /** Stores what could not be stored before, now that the store works again; resolves with the ids of all that is stored. */
  async mend(): Promise<readonly string[]> {
    for (const slot of this.#slots.filter((other) => other.ready && !other.stored && other.parcel.item.type !== 'mark'))
      await this.#write(slot);
    return this.#slots.filter((slot) => slot.stored).map((slot) => slot.parcel.item.id);
  }

  /** Resolves when everything that is to be written has been, or could not be. */
  async written(): Promise<void> {
    await this.#writes;
  }

  /** Whether everything here would survive a reload. */
  get safe(): boolean {
    return this.#slots.every((slot) => slot.stored || !slot.ready || slot.parcel.item.type === 'mark');
  }

  #write(slot: Slot, secure: Secure = async () => true): Promise<boolean> {
    return this.#inTurn(async () => {
      // Gone meanwhile: nothing to be kept.
      if (!this.#slots.includes(slot)) return true;
      // Found without it, what has been sent meanwhile would be given back.
      if (!(await secure(true))) return false;
      // What could not be stored goes first: whoever finds the later one must find it, too, or the order is lost.
      for (const other of this.#slots.slice(0, this.#slots.indexOf(slot)))
        if (!other.stored && other.parcel.item.type !== 'mark') await this.#put(other);
      await this.#put(slot);
      return (slot.stored = await secure());
    });
  }

  async #put(slot: Slot): Promise<void> {
    if (!slot.parcel.secret) await this.#store.put(this.#name(slot), JSON.stringify(slot.parcel));
    slot.stored = true;
  }

  /** Runs one write after the others; resolves with whether it succeeded. */
  #inTurn(write: () => Promise<unknown>): Promise<boolean> {
    const written = this.#writes.then(write).then(
      (done) => done !== false,
      () => false,
    );
    this.#writes = written;
    return written;
  }

  /** Merges a mark into the one that waits, or adds one. A changed mark is a new item: the server may know the old one. */
  mark(id: string, marks: { readonly delivered?: number; readonly seen?: number }): void {
    const slot = this.#slots.find(({ parcel }) => parcel.item.type === 'mark' && !this.inFlight.has(parcel.item.id));
    const old = slot?.parcel.item.type === 'mark' ? slot.parcel.item : undefined;
    const item: OutItem = {
      id,
      type: 'mark',
      delivered: Math.max(old?.delivered ?? 0, marks.delivered ?? 0) || undefined,
      seen: Math.max(old?.seen ?? 0, marks.seen ?? 0) || undefined,
    };
    if (slot) slot.parcel = { ...slot.parcel, item };
    else
      this.#slots.push({
        parcel: { item, createdAt: 0 },
        order: this.#next++,
        ready: true,
        stored: false,
        tried: false,
      });
  }

  async remove(id: string): Promise<void> {
    const slot = this.#find(id);
    if (!slot) return;
    this.#slots = this.#slots.filter((other) => other !== slot);
    if (slot.parcel.item.type !== 'mark') await this.#inTurn(() => this.#store.delete(this.#name(slot)));
  }

  /** The server has refused it. */
  async fail(id: string, code: ChatErrorCode): Promise<void> {
    if (this.#find(id)?.parcel.secret) await this.remove(id);
    else await this.#set(id, code);
  }

  async unfail(id: string): Promise<void> {
    await this.#set(id, undefined);
  }

  async #set(id: string, failed: ChatErrorCode | undefined): Promise<void> {
    const slot = this.#find(id);
    if (!slot) return;
    slot.parcel = { ...slot.parcel, failed };
    await this.#write(slot);
  }
}
