import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import Database from 'libsql';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();

/** Every status that the visitor's messages are ever shown in, from now on. */
async function statusesOf({ page }: Visitor): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seen });
    const chat = document.querySelector('live-chat')!;
    setInterval(() => {
      for (const { pending } of Object.values(chat.state.conversations))
        for (const { text, status } of pending) seen.add(`${text}: ${status}`);
    }, 10);
  });
  return () => page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen]);
}

test('a server whose disk takes nothing: what is written waits, is never called sent, and arrives once when there is room', async () => {
  const { visitor, desk } = await rig.conversation('Dora');
  const statuses = await statusesOf(visitor);
  rig.server.room(false);
  await visitor.send('Is there room?');
  await visitor.send('And now?');
  await visitor.ticks('Waiting to be sent');
  await desk.send('There is none');
  await until(async () => !(await rig.server.healthy()), 'the server says that it is not well');
  assert.deepEqual(
    (await statuses()).filter((one) => one.endsWith(': sent') || one.endsWith(': failed')),
    [],
  );
  assert.deepEqual(
    [await desk.texts(), await visitor.texts()],
    [
      ['Hello!', 'There is none'],
      ['Hello!', 'Is there room?', 'And now?'],
    ],
  );

  rig.server.room(true);
  await desk.sees('And now?');
  await visitor.sees('There is none');
  await visitor.send('Thank you');
  await desk.sees('Thank you');
  await visitor.ticks('Seen');
  await until(() => rig.server.healthy(), 'the server says that it is well');
  const [left, right] = [await visitor.texts(), await desk.texts()];
  assert.deepEqual(left, right);
  assert.deepEqual([...left].sort(), ['And now?', 'Hello!', 'Is there room?', 'Thank you', 'There is none']);
});

test('a server that is started while another program holds its database says so; what waits arrives once when it has it', async () => {
  const { visitor, desk } = await rig.conversation('Dina');
  rig.watch.outage();
  await rig.server.kill();
  await visitor.send('Written before');
  await visitor.ticks('Waiting to be sent');

  const other = new Database(path.join(rig.server.data, 'chat.db'));
  other.exec('begin exclusive');
  await assert.rejects(rig.server.start(), /is in use by another chat server/);
  await visitor.send('Written meanwhile');
  await visitor.ticks('Waiting to be sent');
  other.exec('rollback');
  other.close();

  await rig.server.start();
  await desk.sees('Written meanwhile');
  await visitor.ticks('Seen');
  const texts = ['Hello!', 'Written before', 'Written meanwhile'];
  assert.deepEqual([await visitor.texts(), await desk.texts()], [texts, texts]);
});
