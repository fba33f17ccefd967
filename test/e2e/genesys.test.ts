import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';

const rig = useRig();

test('an old page works on the preset: its button, its form, its bus, and a reload in the middle', async () => {
  const visitor = await rig.visitor('Old page', { path: '/genesys.html' });
  const { page } = visitor;
  const state = page.locator('#state');
  const log = page.locator('#log li');
  const said = (name: string): Promise<void> =>
    until(async () => (await log.allTextContents()).some((text) => text.startsWith(name)), `the bus says ${name}`);

  await said('WebChatService.ready');
  await page.getByText('Chat with us').waitFor();

  await page.getByRole('textbox', { name: 'A quick question' }).fill('Is it on its way? 1234 5678 9012 3456');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await said('WebChatService.started');
  const desk = await rig.desk();
  await desk.accept('Old page');
  await desk.sees('Is it on its way? •••• •••• •••• ••••');
  await until(async () => /You are talking to Robin/.test((await state.textContent()) ?? ''), 'the agent is named');

  await page.getByRole('textbox', { name: 'A quick question' }).pressSequentially('And when');
  await until(async () => (await desk.preview.textContent().catch(() => '')) === 'And when', 'the preview is there');

  await page.reload();
  await said('WebChatService.restored');
  await page.getByRole('button', { name: 'Ask about it' }).click();
  await visitor.sees('Is it on its way? •••• •••• •••• ••••');
  await said('WebChat.opened');
  await desk.send('Tomorrow.');
  await visitor.sees('Tomorrow.');

  await page.getByRole('button', { name: 'End the chat' }).click();
  await said('WebChat.completed');
  assert.equal(await state.textContent(), 'The chat has ended.');
});
