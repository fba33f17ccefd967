/** The server's store with faults, and with a book of what has really been committed. */
import { StoreUnavailable, type EntryRow, type Store, type Tx } from '../../../demo/server/store/port.js';
import type { VirtualClock } from '../../helpers/virtual-clock.js';

/** Where a server dies in the transaction that stores the next messages. */
export type CrashPoint = 'before-commit' | 'before-ack' | 'after-ack';

/** The database: it outlives every run of the server. */
export class Database {
  /** Texts of messages, from the moment of their commit. */
  readonly committed = new Set<string>();
  /** `locked` fails at once, `full` when it is to be written down; a number is how long it takes. */
  fault: 'none' | 'locked' | 'full' | number = 0;

  constructor(
    readonly store: Store,
    readonly clock: VirtualClock,
  ) {}
}

const never = <Result>(): Promise<Result> => new Promise(() => undefined);

/** The store of one run of the server. */
export class WatchedStore implements Store {
  /** Set when the server has been killed: nothing of it does anything any more. */
  dead = false;
  crash: { readonly at: CrashPoint; readonly die: () => void } | undefined;

  constructor(private readonly database: Database) {}

  async transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    if (this.dead) return never();
    await this.#fault();
    let texts: string[] = [];
    let kill: (() => void) | undefined;
    const result = await this.database.store
      .transact(async (tx) => {
        texts = [];
        if (this.dead) throw new Error('killed');
        const done = await work(watched(tx, texts));
        if (this.database.fault === 'full') throw new StoreUnavailable('the disk is full');
        if (this.crash && texts.length > 0 && this.crash.at !== 'after-ack') {
          const { at, die } = this.crash;
          kill = die;
          if (at === 'before-commit') throw new Error('killed');
        }
        return done;
      })
      .catch((error: unknown) => {
        if (kill) kill();
        if (this.dead) return never<Result>();
        throw error;
      });
    for (const text of texts) this.database.committed.add(text);
    if (kill) {
      kill();
      return never();
    }
    // The answer goes out in the same turn as the transaction ends; what is told to others comes after it.
    if (this.crash?.at === 'after-ack' && texts.length > 0) this.database.clock.delay(0, this.crash.die);
    return result;
  }

  async read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    if (this.dead) return never();
    if (this.database.fault === 'locked') throw new StoreUnavailable('locked');
    return this.database.store.read(work);
  }

  async check(): Promise<void> {
    await this.transact((tx) => tx.saveSetting('checked', '1'));
  }

  /** The database is the schedule's. */
  async close(): Promise<void> {}

  async #fault(): Promise<void> {
    const { fault, clock } = this.database;
    if (fault === 'locked') throw new StoreUnavailable('locked');
    if (typeof fault !== 'number') return;
    // In short stretches, so that a slow database is fast again as soon as the fault has ended.
    for (let left = fault; left > 0 && this.database.fault === fault; left -= 100)
      await new Promise<void>((resolve) => clock.delay(Math.min(left, 100), resolve));
  }
}

/** A transaction that notes the messages it adds. */
const watched = (tx: Tx, texts: string[]): Tx => ({
  ...tx,
  addEntry: (row: EntryRow) => {
    if (row.body.type === 'message') texts.push(row.body.text);
    return tx.addEntry(row);
  },
});
