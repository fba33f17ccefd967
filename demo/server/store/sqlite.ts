/**
 * The store on an embedded SQLite database: one file, or memory.
 *
 * A stored message must survive a SIGKILL and a power cut, so the log is write-ahead and every commit is synced. The file
 * is locked for this process alone: routing and presence live in its memory, and a second server on the same file would
 * undo what this one does. The operating system drops the lock when the process dies, however it dies.
 */
import { randomUUID } from 'node:crypto';
import Database from 'libsql';
import { MIGRATIONS } from './migrations.js';
import { StoreUnavailable, type Store, type Tx } from './port.js';
import { Sql } from './sql.js';
import { sqliteTx } from './sqlite-tx.js';

/** How a {@link SqliteStore} is opened. */
export interface SqliteOptions {
  /** The file; `:memory:` keeps nothing. */
  readonly path: string;
  /** The most the file may grow to, in bytes. Beyond that the store is unavailable for writing. */
  readonly maxBytes?: number | undefined;
  /** How long to wait for a process that still holds the file, in milliseconds. It blocks the process meanwhile. */
  readonly lockWaitMs?: number | undefined;
  /** The time, for the record of migrations. */
  readonly now?: (() => number) | undefined;
}

/** Opens the database and brings it to the newest shape. Throws when another server has it. */
export function openSqlite(options: SqliteOptions): Store {
  return new SqliteStore(options);
}

class SqliteStore implements Store {
  readonly #db: Database.Database;
  readonly #sql: Sql;
  readonly #tx: Tx;
  /** One transaction after the other: there is one connection, and a transaction may wait between its statements. */
  #tail: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: SqliteOptions) {
    this.#db = new Database(options.path, { timeout: options.lockWaitMs ?? 3000 });
    this.#sql = new Sql(this.#db);
    try {
      this.#configure(options);
      migrate(this.#db, this.#sql, options.now ?? Date.now);
    } catch (error) {
      this.#db.close();
      if (isBusy(error))
        throw new Error(`the database ${options.path} is in use by another chat server`, { cause: error });
      throw error;
    }
    this.#tx = sqliteTx(this.#sql);
  }

  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      this.#run('begin immediate');
      try {
        const result = await work(this.#tx);
        this.#run('commit');
        return result;
      } catch (error) {
        this.#rollback();
        throw error;
      }
    });
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#alone(() => work(this.#tx));
  }

  async check(): Promise<void> {
    // A value that is there already is not written, and a disk that takes nothing would look well.
    await this.transact((tx) => tx.saveSetting('checked', randomUUID()));
  }

  async close(): Promise<void> {
    await this.#alone(async () => {
      this.#closed = true;
      this.#unlock();
      this.#db.close();
    }).catch(() => undefined);
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(() => {
      if (this.#closed) throw new StoreUnavailable('the store is closed');
      return work();
    });
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  #run(statement: string): void {
    this.#sql.run(statement);
  }

  #rollback(): void {
    // A full disk can end the transaction by itself; then there is nothing to undo.
    if (!this.#db.inTransaction) return;
    try {
      this.#run('rollback');
    } catch {
      // The next `begin` fails, and with it every write, until the disk is well again.
    }
  }

  /**
   * The driver keeps a closed database, and with it the lock, until its statements are collected as garbage. Leaving the
   * write-ahead log is what lets go of the lock at once; it also folds the log into the file.
   */
  #unlock(): void {
    try {
      this.#db.pragma('journal_mode = delete');
      this.#db.pragma('locking_mode = normal');
      this.#sql.first('select count(*) from migrations');
    } catch {
      // A disk that is not well: the lock goes with the process.
    }
  }

  #configure(options: SqliteOptions): void {
    // Order matters: the lock is taken with the first access after this.
    this.#db.pragma('locking_mode = exclusive');
    this.#db.pragma('journal_mode = wal');
    this.#db.pragma('synchronous = full');
    // What is purged must be gone from the file as well.
    this.#db.pragma('secure_delete = on');
    if (options.maxBytes !== undefined) {
      const pageSize = this.#sql.all<{ page_size: number }>('pragma page_size')[0]?.page_size ?? 4096;
      this.#db.pragma(`max_page_count = ${Math.max(1, Math.floor(options.maxBytes / pageSize))}`);
    }
  }
}

function migrate(db: Database.Database, sql: Sql, now: () => number): void {
  db.exec('begin exclusive');
  try {
    db.exec('create table if not exists migrations (id integer primary key, name text not null, at integer not null)');
    const done = new Set(sql.all<{ id: number }>('select id from migrations').map(({ id }) => id));
    const newest = Math.max(0, ...done);
    const known = MIGRATIONS.at(-1)?.id ?? 0;
    if (newest > known)
      throw new Error(`the database is of a later version (${newest}) than this server knows (${known})`);
    for (const { id, name, sql: steps } of MIGRATIONS) {
      if (done.has(id)) continue;
      db.exec(steps);
      sql.run('insert into migrations (id, name, at) values (?, ?, ?)', [id, name, now()]);
    }
    db.exec('commit');
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  const seen = error instanceof StoreUnavailable ? error.cause : error;
  return seen instanceof Error && 'code' in seen && (seen.code === 'SQLITE_BUSY' || seen.code === 'SQLITE_LOCKED');
}
