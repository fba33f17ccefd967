import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPages } from './rig/pages.js';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';

const rig = useRig({ backForwardCache: true });

test('a page that comes back from the back/forward cache has missed nothing, and goes on as it was', async () => {
  const { visitor, desk } = await rig.conversation('Bert');
  const { page } = visitor;
  await visitor.field.pressSequentially('Half a');
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { cameBack: persisted }));
  });
  await page.goto('/?again');
  await desk.send('Said while you were away');
  await page.goBack({ waitUntil: 'commit' });
  await visitor.sees('Said while you were away');
  assert.equal(await page.evaluate(() => (globalThis as { cameBack?: boolean }).cameBack), true, 'it was in the cache');
  assert.equal(await visitor.field.inputValue(), 'Half a');
  await visitor.field.press('End');
  await visitor.field.pressSequentially(' thought');
  await visitor.field.press('Enter');
  await desk.sees('Half a thought');
  assert.deepEqual(await visitor.texts(), ['Hello!', 'Said while you were away', 'Half a thought']);
  await until(async () => (await visitor.state()).connection.status === 'online', 'the line is up');
});

test('what a page in the cache had not sent is sent by the next one, before what is said there', async () => {
  const { visitor, desk } = await rig.conversation('Bea');
  const { page } = visitor;
  await keepPages(visitor.context);
  await page.goto('/?again');
  await page.goto('/');
  await visitor.open();
  await visitor.sees('Hello!');
  await page.evaluate(() =>
    addEventListener('pagehide', ({ persisted }) => sessionStorage.setItem('kept', String(persisted))),
  );
  rig.watch.outage();
  await rig.server.kill();
  await visitor.send('first');
  await visitor.ticks('Waiting to be sent');
  await page.goto('/?again');
  assert.equal(await page.evaluate(() => sessionStorage.getItem('kept')), 'true', 'the page is in the cache');
  await visitor.open();
  await visitor.sees('first');
  await visitor.send('second');
  await visitor.ticks('Waiting to be sent');
  await rig.server.start();
  await desk.sees('second');
  assert.deepEqual(await desk.texts(), ['Hello!', 'first', 'second']);
  await visitor.ticks('Seen');
  await page.goBack({ waitUntil: 'commit' });
  await visitor.sees('second');
  assert.deepEqual(await visitor.texts(), ['Hello!', 'first', 'second']);
  assert.deepEqual(await desk.texts(), ['Hello!', 'first', 'second']);
});
