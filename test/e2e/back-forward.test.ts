import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  await page.goto('/theming.html');
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
