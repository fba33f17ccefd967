// Notices between the page's own script and the desk: no visitor is shown one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreadTotal } from '../../src/session/model/selectors.js';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';

const rig = useRig();

test('a notice of the page is at the desk, and one of the desk in the page, through bus and element', async () => {
  const visitor = await rig.visitor('Noah', { path: '/genesys.html' });
  const { page } = visitor;
  const desk = await rig.desk();
  await page.evaluate(() => {
    const heard: unknown[] = [];
    const { bus } = (globalThis as unknown as { _genesys: { widgets: { bus: GenesysBusLike } } })._genesys.widgets;
    bus.subscribe('WebChatService.messageReceived', ({ data }) => heard.push(...data.messages));
    Object.assign(globalThis, { heard, bus });
  });
  await page.evaluate(() => bus.command('WebChatService.startChat', { nickname: 'Noah' }));
  await desk.accept('Noah');
  await page.evaluate(() => bus.command('WebChatService.sendCustomNotice', { message: '{"page":"/cart"}' }));
  await desk.events.getByText('Notice from Noah: {"page":"/cart"}').waitFor();

  await desk.page.getByRole('button', { name: 'Write a notice for the page' }).click();
  await desk.page.getByLabel('Notice for the page of Noah').fill('{"offer":7}');
  await desk.page.getByRole('button', { name: 'Send notice' }).click();
  await desk.events.getByText('Notice from Robin: {"offer":7}').waitFor();
  const notices = (): Promise<unknown[]> =>
    page.evaluate(() =>
      heard.filter(({ type }) => type === 'CustomNotice').map(({ text, from }) => [text, from.name, from.type]),
    );
  await until(async () => (await notices()).length === 2, 'both have come');
  assert.deepEqual(await notices(), [
    ['{"page":"/cart"}', 'Noah', 'Client'],
    ['{"offer":7}', 'Robin', 'Agent'],
  ]);
  // A notice is nothing to read: of all that has come only this counts.
  await desk.send('Have a look');
  await until(async () => unreadTotal(await visitor.state()) > 0, 'a message is unread');
  assert.equal(unreadTotal(await visitor.state()), 1);
  await page.evaluate(() => bus.command('WebChat.open'));
  await visitor.sees('Have a look');
  assert.doesNotMatch(await visitor.chat.locator('chat-transcript').innerText(), /offer|cart/);
});

type GenesysBusLike = {
  subscribe(name: string, listener: (event: { data: { messages: Heard[] } }) => void): void;
  command(name: string, options?: unknown): PromiseLike<unknown>;
};
type Heard = { type: string; text: string; from: { name: string; type: string } };
// Put there by the test above.
declare const heard: readonly Heard[];
declare const bus: GenesysBusLike;
