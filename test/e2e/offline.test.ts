import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';

const rig = useRig();

test('a visitor without a network is told so, goes on writing, and misses nothing', async () => {
  const { visitor, desk } = await rig.conversation('Olga');
  rig.watch.outage();
  await visitor.context.setOffline(true);
  await visitor.isTold('You’re offline.');
  await visitor.send('Written in the tunnel');
  await visitor.ticks('Waiting to be sent');
  await desk.send('Are you still there?');

  await visitor.context.setOffline(false);
  await visitor.sees('Are you still there?');
  await desk.sees('Written in the tunnel');
  await visitor.banner.waitFor({ state: 'detached' });
  const said = ['Hello!', 'Are you still there?', 'Written in the tunnel'];
  assert.deepEqual([await visitor.texts(), await desk.texts()], [said, said]);
});

test('an agent without a network is told so, and what they write is sent when they are back', async () => {
  const { visitor, desk } = await rig.conversation('Otis');
  rig.watch.outage();
  await desk.page.context().setOffline(true);
  await desk.banner.filter({ hasText: 'No network.' }).waitFor();
  await desk.send('From the lift');
  await visitor.send('Hello?');
  await desk.page.context().setOffline(false);
  await visitor.sees('From the lift');
  await desk.sees('Hello?');
  await desk.banner.waitFor({ state: 'detached' });
  const said = ['Hello!', 'Hello?', 'From the lift'];
  assert.deepEqual([await visitor.texts(), await desk.texts()], [said, said]);
});

test('a chat can be begun without a network: it starts when there is one', async () => {
  const visitor = await rig.visitor('Odin');
  await visitor.open();
  rig.watch.outage();
  await visitor.context.setOffline(true);
  await visitor.send('First words');
  await visitor.ticks('Waiting to be sent');
  await visitor.context.setOffline(false);
  const desk = await rig.desk();
  await desk.accept('Odin');
  await desk.sees('First words');
});
