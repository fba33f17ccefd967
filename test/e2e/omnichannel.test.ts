import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useRig } from './rig/rig.js';
import { storedBy } from './rig/stored.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();

/** Notes everything that leaves a page but its requests' bodies and frames: addresses, the console, events, and what tabs tell each other. */
async function listen(page: Page, heard: string[]): Promise<void> {
  const context = page.context();
  context.on('console', (message) => void heard.push(message.text()));
  context.on('request', (request) => void heard.push(request.url()));
  page.on('websocket', (socket) => void heard.push(socket.url()));
  page.on('framenavigated', (frame) => void heard.push(frame.url()));
  await context.exposeFunction('noteHeard', (text: string) => void heard.push(text));
  await context.addInitScript(() => {
    const { noteHeard: note } = globalThis as unknown as { noteHeard(text: string): Promise<void> };
    const { postMessage } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (message: unknown) {
      void note(`channel ${JSON.stringify(message)}`);
      postMessage.call(this, message);
    };
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event: Event) {
      if (event instanceof CustomEvent)
        // What only holds functions or the page itself has no text.
        try {
          void note(`event ${event.type} ${JSON.stringify(event.detail)}`);
        } catch {
          void note(`event ${event.type}`);
        }
      return dispatchEvent.call(this, event);
    };
  });
}

/** Every text and attribute of the document, in whatever shadow root. */
function documentOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const all: string[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const element of root.querySelectorAll('*')) {
        all.push(...[...element.attributes].map(({ value }) => value), element.textContent ?? '');
        if ('value' in element) all.push(String(element.value));
        if (element.shadowRoot) roots.push(element.shadowRoot);
      }
    return all.join('\n');
  });
}

/** Everything that a server has on its disk. */
function disk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString('latin1'));
}

const said = (page: Page, name: string): Promise<void> =>
  until(
    async () => (await page.locator('#log li').allTextContents()).some((text) => text.startsWith(name)),
    `the window hears ${name}`,
  );

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

const oldPage = (name: string, prepare?: (page: Page) => Promise<unknown>): Promise<Visitor> =>
  rig.visitor(name, { path: '/omnichannel.html', ...(prepare && { prepare }) });

test('a page with the documents’ own example works: its expired token is error 4, a good one gets through and is found nowhere', async () => {
  const heard: string[] = [];
  const tokens: string[] = [];
  const visitor = await oldPage('Old customer', async (page) => {
    await listen(page, heard);
    page.on('response', (response) => {
      if (!response.url().endsWith('/demo-identity/token')) return;
      void response.json().then((answer: { token: string }) => tokens.push(answer.token));
    });
  });
  const { page } = visitor;

  await said(page, 'lcw:ready');
  await press(page, 'Start a chat');
  await said(page, 'lcw:onMaximize');
  await said(page, 'lcw:error');
  assert.equal(await page.locator('#state').textContent(), 'Error 4: Auth token provider provided invalid token.');

  await press(page, 'Sign in');
  await press(page, 'Is somebody there?');
  await said(page, 'lcw:getAgentAvailability');
  await press(page, 'Start a chat');
  await said(page, 'lcw:startChat');
  await said(page, 'lcw:chatQueued');
  const desk = await rig.desk();
  await desk.accept('Old customer');
  await desk.page.getByText('msdyn_cartvalue').waitFor();
  await desk.send('Good morning.');
  await visitor.sees('Good morning.');
  await said(page, 'lcw:onMessageReceived: Good morning.');

  const seen: string[] = [];
  const look = async (): Promise<void> => {
    seen.push(page.url(), await documentOf(page), JSON.stringify(await storedBy(page)));
    seen.push(JSON.stringify(await page.context().cookies()));
  };
  // While it goes on, after a reload, and when it is over.
  await look();
  await page.reload();
  await said(page, 'lcw:ready');
  await press(page, 'Sign in');
  await said(page, 'lcw:chatRetrieved');
  await visitor.open();
  await visitor.sees('Good morning.');
  await look();
  await press(page, 'Close the chat');
  await said(page, 'lcw:closeChat');
  await said(page, 'lcw:onClose');
  await look();
  assert.deepEqual(await storedBy(page), [], 'nothing of the conversation is left on the device');

  // It looked where it should: what may be there is found.
  for (const text of ['event lcw:chatQueued', 'channel ', '/socket.io/'])
    assert.ok(
      heard.some((one) => one.includes(text)),
      `${text} was heard`,
    );
  assert.ok(seen.some((text) => text.includes('Good morning.')));
  assert.ok(tokens.length > 0);
  for (const token of tokens) {
    const [, payload = '', signature = ''] = token.split('.');
    for (const text of [...heard, ...seen, rig.server.log, ...disk(rig.server.data)])
      assert.ok(!text.includes(payload) && !text.includes(signature), `a token in ${text.slice(0, 80)}`);
  }
});

test('tabs of one customer ask for tokens one after the other', async () => {
  let open = 0;
  let most = 0;
  let asked = 0;
  const first = await oldPage('Many tabs', (page) =>
    page.context().route('**/demo-identity/token', async (route) => {
      asked++;
      most = Math.max(most, ++open);
      const response = await route.fetch();
      // Time enough for the others to ask, if they did.
      await new Promise((resolve) => setTimeout(resolve, 200));
      await route.fulfill({ response });
      open--;
    }),
  );
  const tabs = [first, await first.tab(), await first.tab(), await first.tab()];
  for (const { page } of tabs) await said(page, 'lcw:ready');
  for (const { page } of tabs) await press(page, 'Sign in');
  await Promise.all(tabs.map(({ page }) => page.evaluate(() => document.getElementById('availability')?.click())));
  for (const { page } of tabs) await said(page, 'lcw:getAgentAvailability');
  assert.deepEqual({ most, asked: asked >= tabs.length }, { most: 1, asked: true });
});
