import type { ChatErrorCode } from '../model/errors.js';
import type { Context, ConversationKey, Profile, UserData } from '../model/types.js';
import { isRunning } from '../model/selectors.js';
import { TransportError } from '../transport.js';
import { toChatCode } from './codes.js';
import { at, call, type Core } from './core.js';
import { Records, type ConversationRecord } from './records.js';

/** How long after a refusal another tab may still be writing down that it has renewed the credential. */
const RENEWAL_WRITTEN = 1_000;
/** So often a refusal is doubted because the store could not be read. */
const MOST_BLIND = 5;

/** What the other flows do for a conversation's life. */
export type ConversationPeers = {
  /** Comes back to it and fetches what was missed; resolves with a renewed credential, if there is one. */
  resume(key: ConversationKey, credential: string): Promise<string | undefined>;
  /** Puts what hides messages in it in force. */
  recall(key: ConversationKey, filters: unknown): Promise<void>;
  /** Finds what earlier pages left unsent in it. */
  adopt(key: ConversationKey): Promise<void>;
  /** It can be sent to from now on. */
  up(key: ConversationKey): void;
  /** Its start was refused: what waits in it is for a person to decide. Resolves with whether there is anything. */
  refuse(key: ConversationKey, code: ChatErrorCode): Promise<boolean>;
  /** Puts what can't be sent any more back to where it was typed. */
  surrender(key: ConversationKey): Promise<void>;
  /** Why the page does not want a stored one back, if it does not. */
  refused(key: ConversationKey): ChatErrorCode | undefined;
  /** Whether something waits to be sent in it. */
  busy(key: ConversationKey): boolean;
  /** What the page says of a conversation that is about to start. */
  context(): Promise<Context | undefined>;
  /** Whether nothing that was written in it is left, in any tab: neither waiting nor refused. */
  empty(key: ConversationKey): Promise<boolean>;
};

/** The life of conversations: started, restored, brought up on each fresh line, and forgotten after the end. */
export class Conversations {
  #core: Core;
  #peers: ConversationPeers;
  #records: Records;
  #language: () => string | undefined;
  /** Those that can be sent to on the present line. */
  #live = new Set<ConversationKey>();
  /** Those that are being brought up on the present line. */
  #rising = new Map<ConversationKey, Promise<void>>();
  /** Refusals in a row that could not be checked against the store. */
  #blind = new Map<ConversationKey, number>();

  /** What hides messages in a conversation, where this page knows; it is kept with its record. */
  filtersOf: (key: ConversationKey) => unknown = () => undefined;

  /** What is found is put beside what is current, and never in its place: the visitor has several conversations. */
  aside = false;

  /** Whether the store could not be read when conversations were looked for. */
  unreadable = false;

  constructor(core: Core, peers: ConversationPeers, language: () => string | undefined) {
    this.#core = core;
    this.#peers = peers;
    this.#language = language;
    this.#records = new Records(core.ports.store);
  }

  /** Whether a conversation has been brought up on the present line. */
  live(key: ConversationKey): boolean {
    return this.#live.has(key);
  }

  /** The line is down. */
  pause(): void {
    this.#live.clear();
    this.#rising.clear();
  }

  /** Whether anything in a conversation needs the line: it runs, its end is not known yet, or something waits in it. */
  needsLine(key: ConversationKey): boolean {
    const conversation = at(this.#core, key);
    if (conversation?.phase === 'ended') return !conversation.ended || (!conversation.error && this.#peers.busy(key));
    return isRunning(conversation);
  }

  /** Begins a conversation, or tries one again whose start failed. Resolves when its record is stored, before anything is asked. */
  async start(key: ConversationKey, profile: Profile, userData: UserData): Promise<void> {
    this.#core.apply({ type: 'start', key, profile });
    await this.#keep(this.#record(key, profile, userData));
  }

  #record(key: ConversationKey, profile: Profile, userData: UserData): ConversationRecord {
    const { clock, random } = this.#core.ports;
    // A start that is tried again may have come through the first time: its secret stays the same.
    const startKey = this.#records.get(key)?.startKey ?? random.id();
    return { key, startKey, startedAt: clock.now(), profile, userData };
  }

  async #keep(record: ConversationRecord): Promise<void> {
    // Each time, before and after: another tab may have found nothing, or an end, and may be about to clear it.
    const { marker } = this.#core.ports;
    marker.set();
    const { key } = record;
    const filters = this.filtersOf(key) ?? this.#records.get(key)?.filters;
    if (await this.#records.put({ ...record, filters })) marker.set();
    else this.#core.apply({ type: 'storage', storage: 'memory' });
  }

  /** Writes a record again: what belongs to it has changed. */
  async keep(key: ConversationKey): Promise<void> {
    const record = await this.#newest(key);
    if (record) await this.#keep(record);
  }

  /** What is kept of a conversation, as far as this page knows. */
  record(key: ConversationKey): ConversationRecord | undefined {
    return this.#records.get(key);
  }

  /** Whether what is needed to come back to a conversation is stored, as far as this page knows. */
  kept(key: ConversationKey): boolean {
    return this.#records.safe(key);
  }

  /**
   * Stores the record of a conversation if that has failed, or another tab has cleared it away; resolves with whether it is
   * stored. `known`: other tabs are not looked for.
   */
  async secure(key: ConversationKey, known?: boolean): Promise<boolean> {
    // After the end nothing is missing.
    if ((known || at(this.#core, key)?.ended) && this.#records.safe(key)) return true;
    // Whoever cleared the record away has cleared the marker, too.
    if (!this.#records.safe(key)) this.#core.ports.marker.set();
    return this.#records.secure(key);
  }

  /**
   * Looks for conversations in the store and comes back to all of them: the newest is the current one, and older ones may
   * still have something to send. Resolves with the one that runs now.
   */
  async restore(): Promise<ConversationKey | undefined> {
    const records = await this.#records.load();
    this.unreadable = records === undefined;
    // Nothing that is hidden may flash up.
    for (const { key, filters } of records ?? []) if (filters) await this.#peers.recall(key, filters);
    const { conversations, current } = this.#core.state;
    const running = current !== undefined && isRunning(conversations[current]) ? current : undefined;
    if (!records) {
      this.#core.apply({ type: 'storage', storage: 'memory' });
      return running;
    }
    if (records.length === 0 && running === undefined) void this.#clear();
    const unknown: ConversationRecord[] = [];
    for (const record of records) {
      if (conversations[record.key]) continue;
      const refused = record.remoteId === undefined ? undefined : this.#peers.refused(record.key);
      if (refused) await this.#leave(record, refused);
      else unknown.push(record);
    }
    const newest =
      running === undefined && !this.aside ? (unknown.find((other) => !other.failed) ?? unknown[0]) : undefined;
    const adopted = unknown.map((record) => this.#comeBack(record, record !== newest));
    if (!newest?.failed) return running ?? newest?.key;
    await Promise.all(adopted);
    return undefined;
  }

  #comeBack({ key, profile, remoteId, failed }: ConversationRecord, aside: boolean): Promise<void> {
    if (remoteId === undefined) this.#core.apply({ type: 'start', key, profile, failed, aside });
    else this.#core.apply({ type: 'restore', key, remoteId, profile, aside });
    return this.#peers.adopt(key);
  }

  /** The page does not want it back. */
  async #leave(record: ConversationRecord, code: ChatErrorCode): Promise<void> {
    await this.#comeBack(record, false);
    await this.forget(record.key, code);
  }

  /** The keys of all that are in the store; undefined when it can't be read. */
  async known(): Promise<readonly ConversationKey[] | undefined> {
    return (await this.#records.load())?.map((record) => record.key);
  }

  /** Brings everything that needs the line up on a fresh one, also what begins meanwhile. Rejects when the line itself fails. */
  async bringUp(): Promise<void> {
    for (;;) {
      const down = Object.keys(this.#core.state.conversations).filter(
        (key) => this.needsLine(key) && !this.#live.has(key),
      );
      if (down.length === 0) return;
      await Promise.all(down.map((key) => this.bringUpOne(key)));
    }
  }

  /** See {@link bringUp}. A refusal concerns this conversation only; anything else is the line's failure. */
  bringUpOne(key: ConversationKey): Promise<void> {
    const already = this.#rising.get(key);
    if (already) return already;
    const rising = this.#rise(key).finally(() => {
      if (this.#rising.get(key) === rising) this.#rising.delete(key);
    });
    this.#rising.set(key, rising);
    return rising;
  }

  async #rise(key: ConversationKey): Promise<void> {
    const conversation = at(this.#core, key);
    if (!conversation || this.#live.has(key)) return;
    const { line } = this.#core;
    try {
      if (conversation.phase === 'starting') await this.#open(key);
      else await this.#resume(key);
    } catch (error) {
      if (!(error instanceof TransportError) || error.kind !== 'final') throw error;
      await this.denied(key, toChatCode(error.code));
      return;
    }
    // What came up on a line that is down already is not up on the next.
    if (line.aborted) throw new TransportError('again', 'lost');
    this.#live.add(key);
    this.#peers.up(key);
  }

  /** The server does not know a conversation that is live here: it is brought up again, or found to be gone. */
  async doubt(key: ConversationKey): Promise<void> {
    if (!this.#live.delete(key)) return;
    await this.bringUpOne(key);
  }

  async #open(key: ConversationKey): Promise<void> {
    let record = this.#records.get(key) ?? (await this.#newest(key));
    const conversation = at(this.#core, key);
    if (!conversation) return;
    const { profile } = conversation;
    if (!record) void this.#keep((record = this.#record(key, profile, {})));
    const { startKey, startedAt, userData } = record;
    const context = await this.#peers.context();
    const request = { key: startKey, profile, userData, language: this.#language(), ...(context && { context }) };
    const opened = await call(this.#core, (signal) => this.#core.transport.start(request, signal));
    this.#core.apply({ type: 'opened', key, opened });
    // A start that was answered before, here or in another tab, may leave the credential out.
    const credential = opened.credential ?? (await this.#newest(key))?.credential ?? '';
    void this.#keep({ key, startKey, startedAt, profile, userData, remoteId: opened.remoteId, credential }).then(() => {
      if (!this.#core.signal.aborted) this.#core.ports.tabs.post({ type: 'conversation', key });
    });
  }

  /** The record as it is in the store, or as it was last known where the store can't be read. */
  #newest(key: ConversationKey): Promise<ConversationRecord | undefined> {
    return this.#records.refresh(key).catch(() => this.#records.get(key));
  }

  async #resume(key: ConversationKey): Promise<void> {
    let record = await this.#newest(key);
    for (;;) {
      if (record?.credential === undefined) throw new TransportError('final', 'unknown-conversation');
      const { credential } = record;
      try {
        const renewed = await this.#peers.resume(key, credential);
        if (renewed !== undefined && renewed !== credential) void this.#keep({ ...record, credential: renewed });
        else void this.secure(key);
        return;
      } catch (error) {
        if (!(error instanceof TransportError) || error.kind !== 'final') throw error;
        const newer = await this.#renewed(key, credential);
        if (!newer) throw error;
        record = newer;
      }
    }
  }

  /**
   * A credential was refused: another tab may have renewed it after we read it, and may still be writing the new one down.
   * Resolves with the newer record, if there is one. A store that can't be read just now may have one, so the answer waits.
   */
  async #renewed(key: ConversationKey, refused: string): Promise<ConversationRecord | undefined> {
    const { clock } = this.#core.ports;
    const blind = this.#blind.get(key) ?? 0;
    for (const wait of [0, RENEWAL_WRITTEN]) {
      if (wait > 0) await new Promise<void>((resolve) => clock.delay(wait, resolve));
      try {
        const record = await this.#records.refresh(key);
        this.#blind.delete(key);
        if (record?.credential !== refused) return record;
      } catch {
        if (blind >= MOST_BLIND) return undefined;
        this.#blind.set(key, blind + 1);
        throw new TransportError('again', 'unavailable');
      }
    }
    return undefined;
  }

  /** The server does not open it. Nothing that was typed is lost: it stays to be tried again, or goes back to the composer. */
  async denied(key: ConversationKey, code: ChatErrorCode): Promise<void> {
    const phase = at(this.#core, key)?.phase;
    if (phase === 'starting') {
      const record = this.#records.get(key);
      this.#core.apply({ type: 'open-failed', key, code });
      // A start that the server does not know any more is another one when it is tried again.
      const startKey = code === 'denied' ? this.#core.ports.random.id() : record?.startKey;
      if ((await this.#peers.refuse(key, code)) && record && startKey)
        return this.#keep({ ...record, startKey, failed: code });
      await this.#records.delete(key);
      return this.#clearMarker();
    }
    if (phase !== 'restoring') return this.revoked(key, code);
    return this.forget(key, code);
  }

  /** The server does not let us see it any more. What was read stays readable; only the way back is gone. */
  async revoked(key: ConversationKey, code: ChatErrorCode): Promise<void> {
    this.#live.delete(key);
    this.#core.apply({ type: 'revoked', key, code });
    await this.#peers.surrender(key);
    await this.#records.delete(key);
    await this.#clearMarker();
  }

  /**
   * Puts a conversation aside: its record, its marker, its place in the state. Unsent texts go back to the composer.
   * @param lost - why it could not be brought back, if the visitor is to know
   */
  async forget(key: ConversationKey, lost?: ChatErrorCode): Promise<void> {
    this.#live.delete(key);
    await this.#peers.surrender(key);
    this.#core.apply({ type: 'forget', key, lost });
    await this.#records.delete(key);
    await this.#clearMarker();
  }

  /** After the end, once nothing is left that a person has to decide on: the next page has nothing to come back to. */
  async settle(key: ConversationKey): Promise<void> {
    if (!at(this.#core, key)?.ended || !(await this.#peers.empty(key))) return;
    const record = this.#records.get(key);
    await this.#records.delete(key);
    // Another tab may have stored a text meanwhile, and have found the record still there.
    if (record && !(await this.#peers.empty(key))) return this.#keep(record);
    await this.#clearMarker();
  }

  /** Nothing to come back to, here or in another tab: the next page loads nothing. */
  async #clearMarker(): Promise<void> {
    const runs = () => Object.values(this.#core.state.conversations).some((conversation) => isRunning(conversation));
    if (runs()) return;
    const records = await this.#records.load();
    if (records?.length === 0 && !runs()) await this.#clear();
  }

  /** What another tab has written while we looked must be found by the next page. */
  async #clear(): Promise<void> {
    const { marker } = this.#core.ports;
    marker.clear();
    if (await this.#records.anything()) marker.set();
  }
}
