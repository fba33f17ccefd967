/**
 * F11, loss of power: the write-ahead log is cut at any byte behind what was synced, and the database is opened again.
 * What had been acknowledged by then must be in it.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSqlite, type Store } from '../../../demo/server/index.js';
import { Seeded } from '../../helpers/seeded.js';

/** A database's log begins anew when it has grown long; until then its end is where the last commit is. */
const COMMITS = 100;

/** A machine whose power can be lost again and again. */
export class Machine {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-power-'));
  readonly #random = new Seeded(11);
  #databases = 0;
  #store: Store | undefined;
  /** After each commit: how long the log on disk was. */
  #synced: number[] = [];
  /** Cuts in the middle of something. */
  torn = 0;

  /** A new database. */
  async fresh(): Promise<void> {
    await this.#store?.close();
    this.#databases++;
    this.#store = openSqlite({ path: this.#chat });
    this.#synced = [];
  }

  async commit(count: number): Promise<void> {
    for (let left = count; left > 0; left--) {
      const number = this.#synced.length;
      await this.#store!.transact((tx) => tx.saveSetting(`row-${number}`, 'x'.repeat(number % 300)));
      this.#synced.push(statSync(`${this.#chat}-wal`).size);
    }
  }

  /** Loses the power after some commits. Resolves with what is wrong. */
  async lose(): Promise<readonly string[]> {
    const random = this.#random;
    if (this.#synced.length === 0 || this.#synced.length > COMMITS) await this.fresh();
    await this.commit(random.between(1, 3));
    const acknowledged = random.between(Math.max(1, this.#synced.length - 5), this.#synced.length);
    const size = statSync(`${this.#chat}-wal`).size;
    const at = random.between(this.#synced[acknowledged - 1]!, size);
    if (at < size) this.torn++;
    const found = await this.found(at);
    return found >= acknowledged
      ? []
      : [`cut at ${at} of ${size}: ${found} of ${acknowledged} acknowledged rows are there`];
  }

  /** Behind the so many-th commit. */
  after(commit: number): number {
    return this.#synced[commit - 1]!;
  }

  /** How many of the rows a machine finds when it starts again after its log was cut. */
  async found(at: number): Promise<number> {
    copyFileSync(this.#chat, this.#file('cut.db'));
    copyFileSync(`${this.#chat}-wal`, this.#file('cut.db-wal'));
    truncateSync(this.#file('cut.db-wal'), at);
    const cut = openSqlite({ path: this.#file('cut.db') });
    try {
      return await cut.read(async (tx) => {
        let found = 0;
        while (found < this.#synced.length && (await tx.setting(`row-${found}`)) !== undefined) found++;
        return found;
      });
    } finally {
      await cut.close();
      for (const name of ['cut.db', 'cut.db-wal', 'cut.db-shm'])
        if (existsSync(this.#file(name))) rmSync(this.#file(name));
    }
  }

  async close(): Promise<void> {
    await this.#store?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #file(name: string): string {
    return path.join(this.#folder, name);
  }

  get #chat(): string {
    return this.#file(`chat-${this.#databases}.db`);
  }
}
