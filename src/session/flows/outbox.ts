import { ChatError, type ChatErrorCode } from '../model/errors.js';
import type { ConversationKey, PendingStatus } from '../model/types.js';
import type { OutItem, SendResult } from '../transport.js';
import { TransportError } from '../transport.js';
import { toChatCode } from './codes.js';
import { at, backoff, call, closed, type Core } from './core.js';
import type { Lane, Parcel, Waiting } from './lane.js';
import { Lanes, type Keep } from './lanes.js';

/** Marks wait this long for company, so that a burst of messages is answered by one. */
const MARK_WAIT = 250;
const GONE = 'the text is back in the composer';

/** What the other flows know and do for the outbox. */
export type OutboxPeers = {
  /** Whether a conversation can be sent to on the present line. */
  ready(key: ConversationKey): boolean;
  /** Nothing is left to send in a conversation. */
  drained(key: ConversationKey): void;
  /** Stores what is needed to come back to a conversation, if that is not stored yet; whether it is. */
  secure(key: ConversationKey, known?: boolean): Promise<boolean>;
  /** Whether that is stored, as far as this page knows. */
  kept(key: ConversationKey): boolean;
  /** The server does not know the conversation that was sent to. */
  doubt(key: ConversationKey): void;
  /** What a page that is gone left is here now, and waits. */
  found(key: ConversationKey): void;
};

/**
 * What the visitor wants the server to store, kept until it has. Each page writes to a lane of its own; lanes of pages
 * that are gone are adopted and go first, so that a reload keeps the order. All is sent in this order, as batches, and again
 * after every break: the ids stay the same, so the server knows a repeat. Should two pages adopt the same lane, nothing is
 * doubled either.
 */
export class Outbox {
  #core: Core;
  #peers: OutboxPeers;
  #lanes: Lanes;
  #settled = new Map<string, { resolve: () => void; reject: (error: ChatError) => void }>();
  #timers = new Map<ConversationKey, () => void>();
  /** Conversations in which a batch is on its way. */
  #sending = new Set<ConversationKey>();
  /** Those whose last try failed, with how many milliseconds the server asked to wait. */
  #held = new Map<ConversationKey, number>();
  #failures = new Map<ConversationKey, number>();

  constructor(core: Core, peers: OutboxPeers) {
    this.#core = core;
    this.#peers = peers;
    this.#lanes = new Lanes(
      core,
      (key, parcel) => this.#showAdopted(key, parcel),
      (key) => {
        this.flush(key);
        // The line may have been closed meanwhile, because nothing seemed to need it.
        if (this.busy(key)) peers.found(key);
      },
    );
    // Nothing is settled: what was taken is kept and sent next time, and whoever is told otherwise sends it twice.
    core.onRelease(() => this.#timers.forEach((cancel) => cancel()));
  }

  /** Whether anything waits to be sent in a conversation. */
  busy(key: ConversationKey): boolean {
    return this.#lanes.of(key).some((lane) => lane.busy());
  }

  /** Whether nothing is left of a conversation that anybody could still want: sent, refused or waiting, here or in another tab. */
  async empty(key: ConversationKey): Promise<boolean> {
    const lanes = this.#lanes.of(key);
    await Promise.all(lanes.map((lane) => lane.written()));
    if (lanes.some((lane) => lane.parcels.some(({ item }) => item.type !== 'mark'))) return false;
    return this.#lanes.clear(key);
  }

  /**
   * Takes an item. Resolves when it is stored here (or known to be in memory only); only then may the composer be
   * cleared. What becomes of it on the server is told by `settled`, which is never settled on a page that has let go meanwhile.
   * @param secret - keep it in memory only
   * @throws (rejects) `denied` when the conversation is given up meanwhile, `closed` when the session is: the item was not taken
   */
  async submit(key: ConversationKey, item: OutItem, secret?: boolean): Promise<{ readonly settled: Promise<void> }> {
    const createdAt = this.#core.ports.clock.now();
    const settled = new Promise<void>((resolve, reject) => this.#settled.set(item.id, { resolve, reject }));
    // Nobody has to look at the outcome: it also shows in the state.
    settled.catch(() => undefined);
    await this.#lanes.adopting(key);
    if (this.#core.signal.aborted) throw closed();
    const lane = this.#lanes.own(key);
    const durable = await lane.add({ item, createdAt, secret }, (known) => this.#peers.secure(key, known));
    // Another tab may just have found nothing to come back to.
    if (durable) this.#core.ports.marker.set();
    if (this.#core.signal.aborted) return { settled };
    if (!lane.release(item.id)) throw new ChatError('denied', GONE);
    if (item.type === 'message') {
      // The start may have been refused while the text was being stored.
      const error = lane.parcels.find((parcel) => parcel.item.id === item.id)?.failed;
      const status = error !== undefined ? 'failed' : durable ? 'queued' : 'held';
      this.#submit(key, item, createdAt, status, error);
    }
    void this.#noteStorage(durable);
    this.flush(key);
    return { settled };
  }

  /** The store works, or does not: what it refused before is tried again everywhere, and the visitor is told where things stand. */
  async #noteStorage(works: boolean): Promise<void> {
    if (works) for (const key of this.#lanes.keys()) await this.#mend(key);
    // As it is now: what could not be stored while that was awaited has said so, and must not be overruled.
    const safe =
      works &&
      this.#core.ports.store.durable &&
      this.#lanes.keys().every((key) => this.#peers.kept(key) && this.#lanes.of(key).every((lane) => lane.safe));
    this.#core.apply({ type: 'storage', storage: safe ? 'durable' : 'memory' });
  }

  /** Stores what could not be stored before. */
  async #mend(key: ConversationKey): Promise<void> {
    const lanes = this.#lanes.of(key);
    if (!(await this.#peers.secure(key))) return;
    for (const lane of lanes)
      for (const clientId of await lane.mend())
        if (this.#statusOf(key, clientId) === 'held') this.#show(key, clientId, 'queued');
  }

  #statusOf(key: ConversationKey, clientId: string): PendingStatus | undefined {
    return at(this.#core, key)?.pending.find((pending) => pending.clientId === clientId)?.status;
  }

  #show(key: ConversationKey, clientId: string, status: PendingStatus, error?: ChatErrorCode): void {
    if (this.#statusOf(key, clientId) !== undefined)
      this.#core.apply({ type: 'pending', key, clientId, status, error });
  }

  /** Notes what has arrived or was on screen; merged with a mark that is not sent yet. */
  mark(key: ConversationKey, marks: { readonly delivered?: number; readonly seen?: number }): void {
    this.#lanes.own(key).mark(this.#core.ports.random.id(), marks);
    if (!this.#timers.has(key)) this.#after(MARK_WAIT, key);
  }

  #after(ms: number, key: ConversationKey): void {
    this.#timers.get(key)?.();
    this.#timers.set(
      key,
      this.#core.ports.clock.delay(ms, () => {
        this.#timers.delete(key);
        this.#held.delete(key);
        this.flush(key);
      }),
    );
  }

  /**
   * Takes back a message. One that the server may have, because it was sent and the answer is still out, stays: to say
   * that it was taken back would be a guess.
   */
  async withdraw(key: ConversationKey, clientId: string): Promise<void> {
    for (const lane of this.#lanes.of(key)) {
      const parcel = lane.parcels.find(({ item }) => item.id === clientId);
      if (!parcel || (parcel.failed === undefined && !lane.unsent(clientId))) continue;
      this.#core.apply({ type: 'withdraw', key, clientId });
      this.#reject(clientId, new ChatError(parcel.failed === 'timeout' ? 'timeout' : 'withdrawn', 'it was taken back'));
      await lane.remove(clientId);
    }
    this.flush(key);
    this.#drain(key);
  }

  /** Sends a refused message again, under the same id. */
  async retry(key: ConversationKey, clientId: string): Promise<void> {
    for (const lane of this.#lanes.of(key)) await this.#again(key, lane, (id) => id === clientId);
    this.flush(key);
  }

  /** The start of a conversation is tried again: everything that was refused with it waits again, in its old order. */
  async revive(key: ConversationKey): Promise<void> {
    for (const lane of this.#lanes.of(key)) await this.#again(key, lane, () => true);
  }

  async #again(key: ConversationKey, lane: Lane, meant: (id: string) => boolean): Promise<void> {
    const refused = lane.parcels.filter(({ item, failed }) => failed !== undefined && meant(item.id));
    for (const { item } of refused) this.#show(key, item.id, 'queued');
    await Promise.all(refused.map(({ item }) => lane.unfail(item.id)));
  }

  /** The start of a conversation was refused, and all that waits in it: a person decides. Resolves with whether there is anything. */
  async refuse(key: ConversationKey, code: ChatErrorCode): Promise<boolean> {
    const lanes = this.#lanes.of(key);
    await Promise.all(lanes.flatMap((lane) => lane.parcels.map(({ item }) => this.#refuse(key, lane, item, code))));
    return lanes.some((lane) => lane.parcels.length > 0);
  }

  /** Finds what pages that are gone left unsent, shows it and sends it; see `Lanes`. What waits for no reason of the server's goes, too. */
  adopt(key: ConversationKey, first = false): Promise<void> {
    if (this.#held.get(key) === 0) this.#held.delete(key);
    return this.#lanes.adopt(key, first);
  }

  #showAdopted(key: ConversationKey, { item, createdAt, failed }: Parcel): void {
    if (item.type !== 'message') return;
    const status = failed === undefined ? 'queued' : failed === 'timeout' ? 'unconfirmed' : 'failed';
    this.#submit(key, item, createdAt, status, failed);
  }

  #submit(
    key: ConversationKey,
    { id: clientId, text, files, choice }: Extract<OutItem, { type: 'message' }>,
    createdAt: number,
    status: PendingStatus,
    error: ChatErrorCode | undefined,
  ): void {
    this.#core.apply({ type: 'submit', key, pending: { clientId, text, files, choice, createdAt, status, error } });
  }

  /** What dead pages left in conversations that nobody can come back to; see `Lanes`. */
  salvage(...how: Parameters<Lanes['salvage']>): Promise<void> {
    return this.#lanes.salvage(...how);
  }

  /**
   * Gives up everything in a conversation that can't be sent any more. The texts are kept elsewhere before they are
   * forgotten here; what is only just being taken is still in the visitor's hands, and its `submit` rejects.
   */
  async surrender(key: ConversationKey, keep: Keep): Promise<void> {
    for (let lanes = this.#lanes.of(key); lanes.some((lane) => lane.parcels.length > 0); lanes = this.#lanes.of(key)) {
      const taken = lanes.flatMap((lane) => lane.taken());
      for (const lane of lanes)
        for (const parcel of lane.parcels) if (!taken.includes(parcel)) void this.#giveUp(key, lane, parcel.item.id);
      const texts = taken.flatMap(({ item, secret }) => (item.type === 'message' && !secret ? [item.text] : []));
      if (texts.length > 0) await keep(texts.join('\n'));
      await Promise.all(taken.flatMap(({ item }) => lanes.map((lane) => this.#giveUp(key, lane, item.id))));
    }
    this.#timers.get(key)?.();
    this.#lanes.drop(key);
  }

  async #giveUp(key: ConversationKey, lane: Lane, id: string): Promise<void> {
    if (!lane.has(id)) return;
    if (this.#statusOf(key, id) !== undefined) this.#core.apply({ type: 'withdraw', key, clientId: id });
    this.#reject(id, new ChatError('denied', GONE));
    await lane.remove(id);
  }

  /** The log has a message, whatever became of its acknowledgement: nothing is left to be sent. */
  confirm(key: ConversationKey, clientId: string): void {
    for (const lane of this.#lanes.of(key)) void lane.remove(clientId);
    this.#settled.get(clientId)?.resolve();
    this.#settled.delete(clientId);
  }

  /** Sends what waits, one batch at a time, unless it can't be sent now or was told to wait. */
  flush(key: ConversationKey): void {
    if (!this.#lanes.adopting(key) && !this.#sending.has(key) && !this.#held.has(key)) void this.#send(key);
  }

  /** A fresh line: what was held back by the old one goes now. */
  restart(key: ConversationKey): void {
    this.#held.delete(key);
    // An end that an earlier page asked for.
    if (this.#waiting(key).some(({ item }) => item.type === 'end'))
      this.#core.apply({ type: 'ending', key, ending: true });
    this.flush(key);
  }

  /** What is to be sent in a conversation, in the order in which it was written, on whichever page. */
  #waiting(key: ConversationKey): readonly Waiting[] {
    return this.#lanes
      .of(key)
      .flatMap((lane) => lane.waiting())
      .sort((a, b) => a.order - b.order);
  }

  /** Another page may have adopted what this one has: it was asleep, or in the back/forward cache. */
  share(): void {
    for (const key of this.#lanes.keys()) this.#lanes.own(key).share();
  }

  async #send(key: ConversationKey): Promise<void> {
    const { transport, state } = this.#core;
    const remoteId = at(this.#core, key)?.remoteId;
    const batch = this.#waiting(key).slice(0, state.capabilities.maxBatch);
    if (batch.length === 0 || remoteId === undefined || !this.#peers.ready(key) || this.#core.signal.aborted) return;
    const fresh = new Set(batch.filter(({ lane, item }) => lane.unsent(item.id)).map(({ item }) => item.id));
    this.#sending.add(key);
    for (const { lane, item } of batch) {
      lane.inFlight.add(item.id);
      lane.tried(item.id, true);
      this.#show(key, item.id, 'sending');
    }
    let wait: number | undefined;
    try {
      const items = batch.map(({ item }) => item);
      const results = await call(this.#core, (signal) => transport.send(remoteId, items, signal));
      wait = await this.#take(key, batch, results, fresh);
    } catch (error) {
      const failure = error instanceof TransportError ? error : new TransportError('unknown', 'internal');
      wait = await this.#failed(key, batch, failure, fresh);
    } finally {
      for (const { lane } of batch) lane.inFlight.clear();
      this.#sending.delete(key);
    }
    if (this.#core.signal.aborted) return;
    if (wait === undefined) {
      this.#failures.delete(key);
      this.flush(key);
      this.#drain(key);
    } else this.#later(key, wait);
  }

  #later(key: ConversationKey, ms: number): void {
    this.#held.set(key, ms);
    const failures = (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, failures);
    this.#after(Math.max(ms, backoff(this.#core, failures, 300, 10_000)), key);
  }

  /** Takes the results in; returns how long to wait before the rest is tried, or undefined to go on at once. */
  async #take(
    key: ConversationKey,
    batch: readonly Waiting[],
    results: readonly SendResult[],
    fresh: ReadonlySet<string>,
  ): Promise<number | undefined> {
    let wait: number | undefined;
    for (const { lane, item } of batch) {
      const result = results.find((other) => other.id === item.id) ?? ({ id: item.id, status: 'later' } as const);
      switch (result.status) {
        case 'stored':
        case 'duplicate':
          // Shown first, forgotten second: should the page die in between, a repeat is harmless and a gap is not.
          if (this.#statusOf(key, item.id))
            this.#core.apply({ type: 'pending', key, clientId: item.id, status: 'sent', seq: result.seq });
          // Whatever is stored at a place that is not here yet is missing here: the end, of which there is no echo, too.
          if (item.type === 'end' && result.seq !== undefined && at(this.#core, key))
            this.#core.apply({
              type: 'page',
              key,
              page: { entries: [], more: false, head: result.seq },
              direction: 'after',
            });
          this.confirm(key, item.id);
          break;
        case 'refused':
          lane.tried(item.id, false);
          await this.#refuse(key, lane, item, toChatCode(result.code));
          break;
        case 'unknown':
          await this.#unconfirmed(key, lane, item);
          break;
        case 'later':
          lane.tried(item.id, !fresh.has(item.id));
          this.#show(key, item.id, 'queued');
          wait = Math.max(wait ?? 0, result.retryAfter ?? 0);
          break;
      }
    }
    return wait;
  }

  /** The whole batch failed. What may be sent again without doubling waits in the lane; the rest is for a person. */
  async #failed(
    key: ConversationKey,
    batch: readonly Waiting[],
    failure: TransportError,
    fresh: ReadonlySet<string>,
  ): Promise<number | undefined> {
    const code = toChatCode(failure.code);
    // The conversation is not there: that is not the messages' fault.
    const lost = failure.kind === 'final' && code === 'denied';
    for (const { lane, item } of batch) {
      if (failure.kind !== 'unknown') lane.tried(item.id, !fresh.has(item.id));
      if (failure.kind === 'final' && !lost) await this.#refuse(key, lane, item, code);
      else if (failure.kind === 'unknown' && !this.#core.state.capabilities.safeResend)
        await this.#unconfirmed(key, lane, item);
      else this.#show(key, item.id, 'queued');
    }
    if (lost) this.#peers.doubt(key);
    return failure.kind === 'final' && !lost ? undefined : (failure.retryAfter ?? 0);
  }

  async #refuse(key: ConversationKey, lane: Lane, item: OutItem, code: ChatErrorCode): Promise<void> {
    // Over is what was wanted, whoever did it.
    if (item.type === 'end' && code === 'ended') return this.confirm(key, item.id);
    if (item.type === 'end') this.#core.apply({ type: 'ending', key, ending: false });
    if (item.type === 'message') this.#show(key, item.id, 'failed', code);
    this.#reject(item.id, new ChatError(code, `the server refused it (${code})`));
    // The text stays, also over a reload, until the visitor sends it again or throws it away.
    await (item.type === 'message' ? lane.fail(item.id, code) : lane.remove(item.id));
  }

  async #unconfirmed(key: ConversationKey, lane: Lane, item: OutItem): Promise<void> {
    if (item.type !== 'message') {
      this.#reject(item.id, new ChatError('timeout', 'the server did not say whether it took it'));
      return lane.remove(item.id);
    }
    this.#show(key, item.id, 'unconfirmed', 'timeout');
    await lane.fail(item.id, 'timeout');
  }

  #reject(id: string, error: ChatError): void {
    this.#settled.get(id)?.reject(error);
    this.#settled.delete(id);
  }

  #drain(key: ConversationKey): void {
    if (!this.busy(key)) this.#peers.drained(key);
  }
}
