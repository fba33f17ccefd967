/** Prepared statements over the SQLite driver, with its sharp edges covered. */
import type Database from 'libsql';
import { StoreUnavailable } from './port.js';

/** What may be bound to a placeholder. */
export type Value = string | number | null;

/** See the module. */
export class Sql {
  readonly #statements = new Map<string, Database.Statement>();

  constructor(private readonly db: Database.Database) {}

  /** All rows of a query. */
  all<Row>(query: string, values: readonly Value[] = []): Row[] {
    // A statement is always read to its end: one left open would keep the next commit from going through.
    return this.#guard(() => this.#prepare(query).all(bound(values)) as Row[]);
  }

  /** The first row of a query, or undefined. */
  first<Row>(query: string, values: readonly Value[] = []): Row | undefined {
    return this.all<Row>(query, values)[0];
  }

  /** Runs a statement and tells how many rows it changed. */
  run(statement: string, values: readonly Value[] = []): number {
    return this.#guard(() => this.#prepare(statement).run(bound(values)).changes);
  }

  #prepare(query: string): Database.Statement {
    let statement = this.#statements.get(query);
    if (!statement) {
      statement = this.db.prepare(query);
      this.#statements.set(query, statement);
    }
    return statement;
  }

  #guard<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw isSqliteFailure(error) ? new StoreUnavailable('the database failed', { cause: error }) : error;
    }
  }
}

/** The driver aborts the process on a value of a type it does not know, so that must never reach it. */
function bound(values: readonly Value[]): Value[] {
  return values.map((value) => {
    if (value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)))
      return value;
    throw new TypeError(`a ${typeof value} can't be bound`);
  });
}

/** A broken statement or constraint is our fault; everything else (full, locked, read-only, disk error) is the database's. */
function isSqliteFailure(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return error.code.startsWith('SQLITE_') && !/^SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE|MISUSE)/.test(error.code);
}
