import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';

const rig = useRig();

test('a server that is killed and comes back costs nothing but time: both sides see it, and go on', async () => {
  const { visitor, desk } = await rig.conversation('Rhea');
  await desk.send('Before');
  await visitor.sees('Before');

  rig.watch.outage();
  await rig.server.kill();
  await visitor.isTold('Reconnecting…');
  await desk.banner.filter({ hasText: 'The connection is lost.' }).waitFor();
  await visitor.send('Written while it was down');
  await visitor.ticks('Waiting to be sent');
  await desk.send('So was this');

  await rig.server.start();
  await desk.sees('Written while it was down');
  await visitor.sees('So was this');
  await visitor.banner.waitFor({ state: 'detached' });
  await desk.banner.waitFor({ state: 'detached' });

  await desk.send('After');
  await visitor.sees('After');
  await visitor.send('All here');
  await desk.sees('All here');
  const [left, right] = [await visitor.texts(), await desk.texts()];
  assert.deepEqual(left, right);
  assert.deepEqual(
    [...left].sort(),
    ['After', 'All here', 'Before', 'Hello!', 'So was this', 'Written while it was down'].sort(),
  );
});

test('a message that is on its way when the server dies arrives once', async () => {
  const { visitor, desk } = await rig.conversation('Rolf');
  rig.watch.outage();
  const said = ['Hello!'];
  for (let round = 1; round <= 4; round++) {
    const text = `Round ${round}`;
    said.push(text);
    await visitor.field.fill(text);
    // Some rounds die before the server has stored it, some after.
    await Promise.all([visitor.field.press('Enter'), rig.server.kill()]);
    await rig.server.start();
    await desk.sees(text);
    await visitor.ticks('Seen');
  }
  assert.deepEqual([await visitor.texts(), await desk.texts()], [said, said]);
});

test('a server that stays away is said to be unreachable, and is tried again at once when the visitor asks', async () => {
  const { visitor, desk } = await rig.conversation('Rita');
  rig.watch.outage();
  await rig.server.kill();
  await visitor.send('Is anybody there?');
  await visitor.isTold('The chat can’t be reached right now.');
  await rig.server.start();
  await visitor.banner.getByRole('button', { name: 'Try now' }).click();
  await desk.sees('Is anybody there?');
  await visitor.banner.waitFor({ state: 'detached' });
});
