import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import Database from 'libsql';
import { openSqlite } from '../../demo/server/store/sqlite.js';
import { conversationRow, messageRow, storeContract } from './store-contract.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-store-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const file = (): string => path.join(folder, `${(files += 1)}.db`);

storeContract('SQLite in memory', async () => openSqlite({ path: ':memory:' }));
storeContract('SQLite in a file', async () => openSqlite({ path: file() }));

describe('SQLite in a file', () => {
  test('everything is there after it is closed and opened again', async () => {
    const where = file();
    const first = openSqlite({ path: where });
    await first.transact((tx) => tx.addConversation(conversationRow('c1')));
    await first.close();
    const second = openSqlite({ path: where, lockWaitMs: 0 });
    assert.deepEqual(await second.read((tx) => tx.conversation('c1')), conversationRow('c1'));
    await second.close();
  });

  test('a second server on the same file is refused with a clear word, and the first goes on', async () => {
    const where = file();
    const first = openSqlite({ path: where });
    assert.throws(() => openSqlite({ path: where, lockWaitMs: 0 }), /is in use by another chat server/);
    await first.check();
    await first.close();
  });

  test('a database of a later version is refused, not damaged', async () => {
    const where = file();
    await openSqlite({ path: where }).close();
    const db = new Database(where);
    db.exec("insert into migrations (id, name, at) values (999, 'from the future', 0)");
    db.exec('pragma journal_mode = delete');
    db.close();
    assert.throws(() => openSqlite({ path: where }), /of a later version/);
  });

  test('when the disk is full nothing is kept of the transaction, and it goes on when there is room', async () => {
    const where = file();
    const roomy = openSqlite({ path: where });
    await roomy.transact((tx) => tx.addConversation(conversationRow('c1')));
    await roomy.close();
    const small = openSqlite({ path: where, maxBytes: statSync(where).size + 16_384 });
    const text = 'x'.repeat(4000);
    let stored = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await small.transact(async (tx) => {
          const body = { type: 'message', from: { id: 'p', role: 'visitor' }, text } as const;
          await tx.addEntry(messageRow('c1', stored + 1, { body }));
          await tx.addEntry(messageRow('c1', stored + 2, { body }));
        });
        stored += 2;
      }
    };
    await assert.rejects(fill(), { name: 'StoreUnavailable' });
    const rows = await small.read((tx) => tx.entries('c1', { after: 0, limit: 1000, audiences: ['all'] }));
    assert.equal(rows.length, stored);
    await small.close();
    const again = openSqlite({ path: where });
    await again.transact((tx) => tx.addEntry(messageRow('c1', stored + 1)));
    await again.close();
  });

  test('what was committed is in the files at once: a copy of them, taken without closing, has it', async () => {
    const where = file();
    const copy = file();
    const store = openSqlite({ path: where });
    await store.transact((tx) => tx.addConversation(conversationRow('c1')));
    for (const part of ['', '-wal']) copyFileSync(where + part, copy + part);
    const reopened = openSqlite({ path: copy });
    assert.deepEqual(await reopened.read((tx) => tx.conversation('c1')), conversationRow('c1'));
    await reopened.close();
    await store.close();
  });
});
