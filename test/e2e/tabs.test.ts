import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';

const rig = useRig();

test('two tabs of a visitor are in the same conversation and show the same', async () => {
  const { visitor: first, desk } = await rig.conversation('Toni');
  const second = await first.tab();
  await second.open();
  await second.sees('Hello!');
  await second.send('From the second tab');
  await first.sees('From the second tab');
  await Promise.all([first.send('Both at once, one'), second.send('Both at once, two')]);
  await desk.send('I see you twice');
  for (const tab of [first, second]) {
    await tab.sees('I see you twice');
    await until(async () => (await tab.texts()).length === 5, 'everything is here');
  }
  assert.deepEqual(await second.texts(), await first.texts());
  assert.deepEqual(await desk.texts(), await first.texts());
});

test('a chat that is begun in one tab runs in the other, and its end is the end in both', async () => {
  const first = await rig.visitor('Tess');
  const second = await first.tab();
  await second.open();
  await first.open();
  await first.send('Begun here');
  await second.sees('Begun here');
  const desk = await rig.desk();
  await desk.accept('Tess');
  await first.end();
  for (const tab of [first, second]) await tab.reads('You ended the conversation.');
});

test('what a closed tab had not sent is sent by the one that is left', async () => {
  const { visitor: first, desk } = await rig.conversation('Tove');
  const second = await first.tab();
  await second.open();
  await second.sees('Hello!');
  rig.watch.outage();
  await rig.server.kill();
  await first.send('Written in a tab that closes');
  await first.page.close();
  await rig.server.start();
  await desk.sees('Written in a tab that closes');
  await second.sees('Written in a tab that closes');
  const said = ['Hello!', 'Written in a tab that closes'];
  assert.deepEqual([await second.texts(), await desk.texts()], [said, said]);
});
