/**
 * F11, loss of power: the write-ahead log is cut at any byte behind what was synced, and the database is opened again.
 * What had been acknowledged by then must be in it.
 */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openSqlite, type Store } from '../../demo/server/index.js';
import { Seeded } from '../helpers/seeded.js';

const SNAPSHOTS = 500;

/** A database's log begins anew when it has grown long; until then its end is where the last commit is. */
const COMMITS = 100;

const folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-power-'));
let databases = 0;
let store: Store | undefined;
/** After each commit: how long the log on disk was. */
let synced: number[] = [];

const file = (name: string): string => path.join(folder, name);
const chat = (): string => file(`chat-${databases}.db`);
after(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function fresh(): Promise<void> {
  await store?.close();
  databases++;
  store = openSqlite({ path: chat() });
  synced = [];
}

async function commit(count: number): Promise<void> {
  for (let left = count; left > 0; left--) {
    const number = synced.length;
    await store!.transact((tx) => tx.saveSetting(`row-${number}`, 'x'.repeat(number % 300)));
    synced.push(statSync(`${chat()}-wal`).size);
  }
}

/** How many of the rows a machine finds when it starts again. */
async function foundAfterCut(at: number): Promise<number> {
  copyFileSync(chat(), file('cut.db'));
  copyFileSync(`${chat()}-wal`, file('cut.db-wal'));
  truncateSync(file('cut.db-wal'), at);
  const cut = openSqlite({ path: file('cut.db') });
  try {
    return await cut.read(async (tx) => {
      let found = 0;
      while (found < synced.length && (await tx.setting(`row-${found}`)) !== undefined) found++;
      return found;
    });
  } finally {
    await cut.close();
    for (const name of ['cut.db', 'cut.db-wal', 'cut.db-shm']) if (existsSync(file(name))) rmSync(file(name));
  }
}

test(`${SNAPSHOTS} losses of power: what was acknowledged is there`, async () => {
  const random = new Seeded(11);
  let torn = 0;
  for (let taken = 0; taken < SNAPSHOTS; taken++) {
    if (synced.length === 0 || synced.length > COMMITS) await fresh();
    await commit(random.between(1, 3));
    const acknowledged = random.between(Math.max(1, synced.length - 5), synced.length);
    const size = statSync(`${chat()}-wal`).size;
    const least = synced[acknowledged - 1]!;
    const at = random.between(least, size);
    if (at < size) torn++;
    assert.ok((await foundAfterCut(at)) >= acknowledged, `cut at ${at} of ${size}: ${acknowledged} were acknowledged`);
  }
  assert.ok(torn > SNAPSHOTS / 4, 'most cuts are in the middle of something');
});

test('without the sync it would be lost: a log cut before that point lacks what was acknowledged', async () => {
  await fresh();
  await commit(3);
  assert.equal(await foundAfterCut(synced[1]! + 10), 2);
});
