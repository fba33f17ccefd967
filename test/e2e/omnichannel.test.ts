import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { storedBy } from './rig/stored.js';
import { until } from './rig/until.js';

const rig = useRig();

test('an old page of the other product works: its expired token is error 4, a good one gets through and is found nowhere', async () => {
  const traffic: string[] = [];
  const tokens: string[] = [];
  const visitor = await rig.visitor('Old customer', {
    path: '/omnichannel.html',
    prepare: async (page) => {
      page.on('console', (message) => void traffic.push(message.text()));
      page.on('request', (request) => void traffic.push(request.url()));
      page.on('response', (response) => {
        if (!response.url().endsWith('/demo-identity/token')) return;
        void response.json().then((answer: { token: string }) => tokens.push(answer.token));
      });
      await page.context().addInitScript(() => {
        const heard: string[] = [];
        Object.assign(globalThis, { heard });
        const { postMessage } = BroadcastChannel.prototype;
        BroadcastChannel.prototype.postMessage = function (message: unknown) {
          heard.push(JSON.stringify(message));
          postMessage.call(this, message);
        };
        for (const name of ['lcw:error', 'lcw:startChat', 'lcw:chatQueued', 'lcw:onMessageReceived', 'chat-error'])
          addEventListener(name, (event) => heard.push(JSON.stringify((event as CustomEvent).detail)));
      });
    },
  });
  const { page } = visitor;
  const state = page.locator('#state');
  const log = page.locator('#log li');
  const said = (name: string): Promise<void> =>
    until(async () => (await log.allTextContents()).some((text) => text.startsWith(name)), `the window hears ${name}`);

  await said('lcw:ready');
  await page.getByRole('button', { name: 'Start a chat' }).click();
  await said('lcw:onMaximize');
  await said('lcw:error');
  assert.equal(await state.textContent(), 'Error 4: Auth token provider provided invalid token.');

  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Is somebody there?' }).click();
  await said('lcw:getAgentAvailability');
  await page.getByRole('button', { name: 'Start a chat' }).click();
  await said('lcw:startChat');
  await said('lcw:chatQueued');
  const desk = await rig.desk();
  await desk.accept('Old customer');
  await desk.page.getByText('msdyn_cartvalue').waitFor();
  await desk.send('Good morning.');
  await visitor.sees('Good morning.');
  await said('lcw:onMessageReceived: Good morning.');

  await page.getByRole('button', { name: 'Close the chat' }).click();
  await said('lcw:closeChat');
  await said('lcw:onClose');

  assert.ok(tokens.length > 0);
  const heard = await page.evaluate(() => JSON.stringify((globalThis as unknown as { heard: string[] }).heard));
  const seen = [
    ...traffic,
    heard,
    rig.server.log,
    page.url(),
    await page.content(),
    JSON.stringify(await storedBy(page)),
  ];
  for (const token of tokens) assert.ok(!seen.some((text) => text.includes(token)));
});
