import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig({ entry: 'test/e2e/rig/configured-server.ts' });

/** The team goes home, or comes back: the server is configured anew. */
async function hours(open: boolean): Promise<void> {
  const week = open
    ? Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00-24:00']]))
    : {};
  const config = { hours: { office: { zone: 'UTC', week } }, queues: { main: { hours: 'office' } } };
  rig.watch.outage();
  await rig.server.kill();
  writeFileSync(path.join(rig.server.data, 'config.json'), JSON.stringify(config));
  await rig.server.start();
}
const formOf = ({ chat }: Visitor) => chat.locator('chat-leave-message');
const textIn = (visitor: Visitor) => formOf(visitor).getByRole('textbox', { name: 'Your message' });

test('who writes when the team has gone meanwhile leaves it as a message, and the desk shows it', async () => {
  await hours(true);
  const visitor = await rig.visitor('Late visitor');
  await visitor.open();
  await visitor.field.pressSequentially('Is the blue mug still made?');
  await hours(false);
  await visitor.field.press('Enter');
  await textIn(visitor).waitFor();
  assert.equal(await textIn(visitor).inputValue(), 'Is the blue mug still made?');
  assert.equal(await visitor.chat.locator('chat-composer').isVisible(), false);

  // Nothing of it is lost over a reload either.
  await textIn(visitor).fill('Is the blue mug still made? And the red one?');
  await visitor.page.reload();
  await visitor.launcher.click();
  await textIn(visitor).waitFor();
  assert.equal(await textIn(visitor).inputValue(), 'Is the blue mug still made? And the red one?');

  await formOf(visitor).getByRole('textbox', { name: 'Email' }).fill('late@example.com');
  await formOf(visitor).getByRole('button', { name: 'Leave message' }).click();
  await visitor.chat.getByRole('heading', { name: 'Thank you' }).waitFor();
  const desk = await rig.desk();
  const item = desk.page.locator('desk-inbox section.left li', { hasText: 'And the red one?' });
  await item.waitFor();
  assert.equal(await desk.waiting.count(), 0);
  await visitor.chat.locator('chat-leave-message').getByRole('button', { name: 'Close' }).click();
  await until(async () => !(await visitor.state()).view.open, 'the window is closed');
  assert.deepEqual((await visitor.state()).view.drafts, {});
  assert.equal((await visitor.state()).current, undefined);
});

test('a message that can not be left for now is kept, and left once', async () => {
  await hours(false);
  const visitor = await rig.visitor('Unlucky visitor');
  await visitor.open();
  await visitor.field.fill('Please call me');
  await visitor.field.press('Enter');
  await textIn(visitor).waitFor();
  await formOf(visitor).getByRole('textbox', { name: 'Email' }).fill('unlucky@example.com');
  await rig.server.kill();
  await formOf(visitor).getByRole('button', { name: 'Leave message' }).click();
  await formOf(visitor).getByText('could not be left').waitFor({ timeout: 60_000 });
  assert.equal(await textIn(visitor).inputValue(), 'Please call me');
  await rig.server.start();
  await formOf(visitor).getByRole('button', { name: 'Leave message' }).click();
  await visitor.chat.getByRole('heading', { name: 'Thank you' }).waitFor({ timeout: 60_000 });
  const desk = await rig.desk();
  const item = desk.page.locator('desk-inbox section.left li', { hasText: 'Please call me' });
  await item.waitFor();
  assert.equal(await item.count(), 1);
});

test('the window offers it at once where the page has asked whether somebody is there', async () => {
  await hours(false);
  const visitor = await rig.visitor('Early visitor');
  await visitor.page.evaluate(async () => document.querySelector('live-chat')!.getAgentAvailability());
  await visitor.launcher.click();
  await textIn(visitor).waitFor();
  assert.equal(await textIn(visitor).inputValue(), '');
});
