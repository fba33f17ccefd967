// What the page hides: on every tab, after a reload, and in what is stored.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { storedBy } from './rig/stored.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();

/** What a tab has shown and told of the conversation so far. */
const heard = async ({ page, chat }: Visitor): Promise<string> => {
  const transcript = await page.evaluate(async () =>
    JSON.stringify(await document.querySelector('live-chat')!.getTranscript()),
  );
  return `${transcript} ${await chat.locator('chat-transcript').innerText()}`;
};
/** Notes the texts of all events from the first on. */
const prepare = (page: Visitor['page']): Promise<unknown> =>
  page.context().addInitScript(() => {
    const told: string[] = [];
    addEventListener('chat-message-received', ({ detail }: CustomEventInit) => told.push(JSON.stringify(detail)));
    Object.assign(globalThis, { told });
  });
const told = ({ page }: Visitor): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as { told: string[] }).told.join());

test('what a filter matches shows on no tab and in no event, and no reload brings it back', async () => {
  const first = await rig.visitor('Philip', { prepare });
  const second = await first.tab();
  const desk = await rig.desk();
  await first.open();
  await first.send('Hello!');
  await desk.accept('Philip');
  await second.open();
  await second.sees('Hello!');
  await desk.send('The code was 1111');
  for (const tab of [first, second]) await tab.sees('The code was 1111');
  await first.page.evaluate(() => document.querySelector('live-chat')!.addPrefilter({ filters: /the code \w+ \d+/i }));
  await desk.send('The code is 4711');
  await desk.send('Did you get it?');
  const tabs = [first, second];
  for (const tab of tabs) {
    await tab.sees('Did you get it?');
    assert.doesNotMatch(await heard(tab), /The code/);
    assert.doesNotMatch(await told(tab), /4711/);
  }
  for (const tab of tabs) {
    await tab.page.reload();
    await tab.open();
    await tab.sees('Did you get it?');
  }
  await desk.send('THE CODE IS 9999');
  await desk.send('And now?');
  for (const tab of tabs) {
    await tab.sees('And now?');
    assert.doesNotMatch((await heard(tab)) + (await told(tab)), /code/i);
  }
});

test('a filtered message reaches the desk, and is on no screen of the visitor’s and in no storage', async () => {
  const { visitor, desk } = await rig.conversation('Phoebe');
  const other = await visitor.tab();
  await other.open();
  await other.sees('Hello!');
  await visitor.page.evaluate(() =>
    document.querySelector('live-chat')!.sendFilteredMessage({ message: 'order=4711', regex: /^order=/ }),
  );
  await desk.sees('order=4711');
  await desk.send('order=0815');
  await desk.send('I have your order');
  for (const tab of [visitor, other]) {
    await tab.sees('I have your order');
    assert.doesNotMatch(await heard(tab), /order=/);
  }
  const kept = (await storedBy(visitor.page)).map(({ name, value }) => `${name} ${value}`).join();
  assert.doesNotMatch(kept, /4711/);
  await visitor.page.reload();
  await visitor.open();
  await visitor.sees('I have your order');
  assert.doesNotMatch(await heard(visitor), /order=/);
});
