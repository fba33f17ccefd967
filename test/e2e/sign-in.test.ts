import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { storedBy } from './rig/stored.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();

const says = ({ page }: Visitor, text: string): Promise<void> => page.locator('#state', { hasText: text }).waitFor();
const press = ({ page }: Visitor, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function inWindow(visitor: Visitor, button: string): Promise<void> {
  const opened = visitor.context.waitForEvent('page');
  await press(visitor, 'Sign in');
  const popup = await opened;
  await popup.getByRole('button', { name: button }).click();
}

test('a customer signs in with OAuth, in a window and on another page; the conversation goes on, and no token is kept or in an address', async () => {
  const addresses: string[] = [];
  const tokens: string[] = [];
  const visitor = await rig.visitor('Signed in', {
    path: '/sign-in.html',
    prepare: async (page) => {
      page.context().on('request', (request) => void addresses.push(request.url()));
      page.on('websocket', (socket) => void addresses.push(socket.url()));
      page.on('response', (response) => {
        if (!response.url().endsWith('/demo-provider/token')) return;
        void response.json().then((answer: Record<string, unknown>) => {
          for (const name of ['access_token', 'id_token', 'refresh_token']) tokens.push(String(answer[name]));
        });
      });
    },
  });
  const { page } = visitor;
  await says(visitor, 'You are not signed in.');
  await inWindow(visitor, 'Cancel');
  await says(visitor, 'You did not sign in.');
  await inWindow(visitor, 'Continue');
  await says(visitor, 'You are signed in.');
  assert.equal(page.context().pages().length, 1, 'the window has closed');

  await visitor.open();
  await visitor.send('Where is my order?');
  const desk = await rig.desk();
  await desk.accept('Signed in');
  await desk.send('On its way.');
  await visitor.sees('On its way.');

  // The tokens are gone with the page. The provider still knows the customer, and the conversation goes on, with what was written.
  await page.reload();
  await says(visitor, 'You are not signed in.');
  await visitor.open();
  await visitor.send('Are you there?');
  await press(visitor, 'Sign in on another page');
  await says(visitor, 'You are signed in.');
  assert.equal(new URL(page.url()).search, '', 'the code is not in the address any more');
  await until(async () => (await visitor.state()).connection.status === 'online', 'the line is back');
  if (!(await visitor.state()).view.open) await visitor.open();
  await visitor.sees('On its way.');
  await desk.sees('Are you there?');
  await visitor.send('Thank you.');
  await desk.sees('Thank you.');

  const other = await rig.visitor('On another device', { path: '/sign-in.html' });
  await inWindow(other, 'Continue');
  await says(other, 'You are signed in.');
  await other.open();
  await other.sees('Thank you.');

  const kept = JSON.stringify([await storedBy(page), await page.context().cookies()]);
  assert.ok(tokens.length >= 6, 'both ways brought tokens');
  for (const token of tokens)
    for (const text of [kept, ...addresses, rig.server.log]) assert.ok(!text.includes(token), 'a token was seen');

  await press(visitor, 'Sign out');
  await says(visitor, 'You are not signed in.');
  const { current, connection } = await visitor.state();
  assert.deepEqual([current, connection.status], [undefined, 'offline']);
  assert.deepEqual(await storedBy(page), []);
});
