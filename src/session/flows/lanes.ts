import type { ConversationKey } from '../model/types.js';
import { isRunning } from '../model/selectors.js';
import { at, backoff, type Core } from './core.js';
import { Lane, type Parcel } from './lane.js';

/** How often, and after how many milliseconds each, a store is read again before the page's own texts go: longer than one that hung is waited for, and then left alone. */
const READ_AGAIN = 500;
const MOST_READS = 20;

/** Keeps a text elsewhere; resolves when it is safe there. */
export type Keep = (text: string) => Promise<void>;

/** The lanes that this page sends for: in each conversation its own, and before it those of pages that are gone. */
export class Lanes {
  #core: Core;
  #show: (key: ConversationKey, parcel: Parcel) => void;
  #adopted: (key: ConversationKey) => void;
  /** By conversation: the adopted lanes, then the page's own. */
  #lanes = new Map<ConversationKey, Lane[]>();
  /** Conversations of which it is not known yet what earlier pages left. */
  #adopting = new Map<ConversationKey, Promise<void>>();
  /** Conversations of which nobody could tell, and when it is tried again. */
  #unread = new Map<ConversationKey, { readonly cancel: () => void; readonly times: number }>();

  /**
   * @param show - called with each thing that is adopted
   * @param adopted - called when it is known what earlier pages left
   */
  constructor(
    core: Core,
    show: (key: ConversationKey, parcel: Parcel) => void,
    adopted: (key: ConversationKey) => void,
  ) {
    this.#core = core;
    this.#show = show;
    this.#adopted = adopted;
    core.onRelease(() => this.#unread.forEach(({ cancel }) => cancel()));
  }

  /** The one list of a conversation's lanes; never a copy that somebody else's lane is missing in. */
  #listOf(key: ConversationKey): Lane[] {
    const lanes = this.#lanes.get(key) ?? [];
    this.#lanes.set(key, lanes);
    return lanes;
  }

  /** The conversations that have any. */
  keys(): readonly ConversationKey[] {
    return [...this.#lanes.keys()];
  }

  of(key: ConversationKey): readonly Lane[] {
    return this.#lanes.get(key) ?? [];
  }

  /** The lane that this page writes to. */
  own(key: ConversationKey): Lane {
    const { id } = this.#core.ports.tabs;
    const lanes = this.#listOf(key);
    let own = lanes.find((lane) => lane.id === id);
    if (!own) lanes.push((own = new Lane(this.#core.ports.store, key, id)));
    return own;
  }

  /** Nothing is sent in a conversation any more. */
  drop(key: ConversationKey): void {
    this.#lanes.delete(key);
  }

  /** Whether nothing is stored for a conversation, by any page; false where nobody can tell. */
  async clear(key: ConversationKey): Promise<boolean> {
    const stored = await Lane.load(this.#core.ports.store, key);
    return stored !== undefined && !stored.has(key);
  }

  /** Resolves when it is known what earlier pages left; undefined where that is known. */
  adopting(key: ConversationKey): Promise<void> | undefined {
    return this.#adopting.get(key);
  }

  /**
   * Finds what pages that are gone left behind; lanes of pages that still live are left to them. `first`: it was written
   * before anything that this page writes, so nothing of this page is sent until it is known, or can't be for seconds.
   */
  adopt(key: ConversationKey, first: boolean): Promise<void> {
    // One after the other: whoever waits for an earlier look must not be overtaken by who waits for a later one.
    const before = first ? this.#adopting.get(key) : undefined;
    const adopted = (before ?? Promise.resolve())
      .then(() => this.#adopt(key, first))
      .then(() => {
        if (this.#adopting.get(key) === adopted) this.#adopting.delete(key);
        this.#adopted(key);
      });
    if (first) this.#adopting.set(key, adopted);
    return adopted;
  }

  async #adopt(key: ConversationKey, first: boolean): Promise<void> {
    const { store, clock } = this.#core.ports;
    let stored = await Lane.load(store, key);
    // The record could be read a moment ago: what fails now may pass, and whoever does not wait for it overtakes what was written first.
    for (let left = MOST_READS; first && !stored && left > 0 && !this.#core.signal.aborted; left--) {
      await new Promise<void>((resolve) => clock.delay(READ_AGAIN, resolve));
      stored = await Lane.load(store, key);
    }
    this.#lookLater(key, stored !== undefined);
    const found = stored?.get(key) ?? [];
    // Also a page that comes back from the back/forward cache goes on behind the one that was there meanwhile.
    if (first || found.length > 0) this.own(key).countFrom(Math.max(1, ...found.map((lane) => lane.next)));
    for (const lane of found) {
      if (await this.#alive(lane)) continue;
      const lanes = this.#listOf(key);
      if (lanes.some((other) => other.id === lane.id) || !at(this.#core, key)) continue;
      // Before the page's own, should their numbers be the same.
      lanes.unshift(lane);
      for (const parcel of lane.parcels) this.#show(key, parcel);
    }
  }

  /** A store that could not be read may hold what earlier pages left: it is looked at again, ever more rarely, as long as that matters. */
  #lookLater(key: ConversationKey, read: boolean): void {
    const { cancel, times } = this.#unread.get(key) ?? { cancel: () => undefined, times: 0 };
    cancel();
    this.#unread.delete(key);
    if (read || this.#core.signal.aborted || !isRunning(at(this.#core, key))) return;
    const wait = backoff(this.#core, times + 1, 2_000, 60_000);
    const again = () => void this.adopt(key, false);
    this.#unread.set(key, { cancel: this.#core.ports.clock.delay(wait, again), times: times + 1 });
  }

  /** Whether the page that owns a lane may still live; when in doubt, it does, and so does this one. */
  async #alive(lane: Lane): Promise<boolean> {
    const { tabs } = this.#core.ports;
    try {
      return lane.id === tabs.id || (await tabs.alive(lane.id));
    } catch {
      return true;
    }
  }

  /** What dead pages left in conversations that nobody can come back to: the texts are kept, unless they are already, the rest is cleared away. */
  async salvage(
    known: () => Promise<readonly ConversationKey[] | undefined>,
    keep: Keep,
    kept: (id: string) => boolean,
  ): Promise<void> {
    // In this order: a record is always written before what is sent in it.
    const found = await Lane.load(this.#core.ports.store);
    const keys = await known();
    if (!found || !keys) return;
    for (const [key, lanes] of found)
      for (const lane of lanes) {
        if (keys.includes(key) || at(this.#core, key) || (await this.#alive(lane))) continue;
        const texts = lane.parcels.flatMap(({ item }) =>
          item.type === 'message' && !kept(item.id) ? [item.text] : [],
        );
        if (texts.length > 0) await keep(texts.join('\n'));
        await Promise.all(lane.parcels.map(({ item }) => lane.remove(item.id)));
      }
  }
}
