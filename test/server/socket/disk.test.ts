/** The real server on a real database that refuses, with the database's own errors, and that is well again. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, mock, test } from 'node:test';
import Database from 'libsql';
import { openSqlite, type Store } from '../../../demo/server/index.js';
import { Rig } from './harness.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-disk-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A store in a file, and the connection behind it, which a store keeps to itself. */
function opened(): { readonly store: Store; readonly db: Database.Database; readonly file: string } {
  const file = path.join(folder, `${(files += 1)}.db`);
  const pragma = mock.method(Database.prototype, 'pragma');
  const store = openSqlite({ path: file });
  const db = pragma.mock.calls[0]!.this as Database.Database;
  pragma.mock.restore();
  return { store, db, file };
}

/** What is on the disk once the server is gone. */
async function textsIn(file: string, conversation: string): Promise<readonly string[]> {
  const store = openSqlite({ path: file });
  const rows = await store.read((tx) => tx.entries(conversation, { after: 0, limit: 10_000, audiences: ['all'] }));
  await store.close();
  return rows.flatMap(({ body }) => (body.type === 'message' ? [body.text] : []));
}

const FAULTS = [
  {
    what: 'full',
    code: 'SQLITE_FULL',
    break: (db: Database.Database) => db.pragma('max_page_count = 1'),
    heal: (db: Database.Database) => db.pragma('max_page_count = 1073741823'),
  },
  {
    what: 'read-only',
    code: 'SQLITE_READONLY',
    break: (db: Database.Database) => db.pragma('query_only = on'),
    heal: (db: Database.Database) => db.pragma('query_only = off'),
  },
] as const;

describe('a database that refuses', () => {
  for (const { what, code, ...fault } of FAULTS)
    test(`${what}: nothing is acknowledged that is not stored, and all goes on when it is well again`, async () => {
      const { store, db, file } = opened();
      const logged: string[] = [];
      const many = { perSecond: 1e6, burst: 1e6 };
      const rig = await Rig.open({
        store,
        rates: { connection: { sends: many } },
        log: (_level, event, details) => void logged.push(`${event} ${String(details?.['reason'])}`),
      });
      const { visitor, agent, conversation } = await rig.pair();
      const items = Array.from({ length: 60 }, (_, at) => ({
        id: `text-${at}`,
        type: 'message',
        text: `${at} ${'x'.repeat(1_000)}`,
      }));
      const acknowledged: string[] = [];
      const send = async (from: number): Promise<number> => {
        let at = from;
        for (; at < items.length; at += 1) {
          const [result] = await visitor.send(conversation, items[at]);
          if (result!.status === 'later') {
            assert.deepEqual([result!.code, result!.retryAfter], ['unavailable', 2_000]);
            break;
          }
          assert.equal(result!.status, 'stored');
          acknowledged.push(result!.id);
        }
        return at;
      };

      for (const item of items.slice(0, 3)) await visitor.send(conversation, item);
      fault.break(db);
      const stopped = await send(3);
      assert.ok(stopped < items.length, 'the fault was noticed');
      assert.ok(logged.includes(`store-unavailable ${code}`), logged.join());
      // It can still be read, also by whoever comes only now.
      const { entries } = await agent.get('pull', { conversation, after: 0 });
      const shown = entries.filter(({ type }: { type: string }) => type === 'message');
      assert.equal(shown.length, 3 + acknowledged.length);

      fault.heal(db);
      assert.equal(await send(stopped), items.length);
      const [again] = await visitor.send(conversation, items[stopped]);
      assert.equal(again!.status, 'duplicate');
      const texts = items.map(({ text }) => text);
      for (const text of texts)
        await agent.until((event, payload) => event === 'entry' && payload.entry.text === text && payload);
      await rig.close();
      assert.deepEqual(await textsIn(file, conversation), texts);
    });

  test('another process can not lock it while the server has it', async () => {
    const { store, file } = opened();
    const rig = await Rig.open({ store });
    const { visitor, conversation } = await rig.pair();
    await visitor.say(conversation, 'before');
    const script = `new (require('libsql'))(process.argv[1], { timeout: 0 }).exec('begin exclusive')`;
    const other = spawnSync(process.execPath, ['-e', script, file], { encoding: 'utf8' });
    assert.match(other.stderr, /SQLITE_BUSY|database is locked/);
    assert.equal((await visitor.say(conversation, 'after'))[0]!.status, 'stored');
    await rig.close();
    assert.deepEqual(await textsIn(file, conversation), ['before', 'after']);
  });
});
