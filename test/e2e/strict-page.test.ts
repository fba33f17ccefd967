import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();

/** What the design promises to work under, the demo's own frames and fonts aside. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self'",
  "require-trusted-types-for 'script'",
];

type Violation = { readonly directive: string; readonly sample: string };

/** Hears of every violation from the first line of the page on. */
async function report(page: Page): Promise<Violation[]> {
  const violations: Violation[] = [];
  await page.exposeFunction('reportViolation', (violation: Violation) => void violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective: directive, sample, blockedURI, sourceFile }) => {
        (globalThis as unknown as { reportViolation(violation: Violation): void }).reportViolation({
          directive,
          sample: `${sample} ${blockedURI} ${sourceFile}`,
        });
      },
    );
  });
  return violations;
}

/** Everything that a page can leave behind. */
const traces = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
  }));

const NOTHING = { local: [], session: [], databases: [], caches: [], cookies: '' };

async function answered(visitor: Visitor): Promise<void> {
  const desk = await rig.desk();
  await desk.accept(visitor.name);
  await desk.send('It does: https://example.com/a?b=c <b>and</b> &amp; this');
  await visitor.sees('It does: https://example.com/a?b=c <b>and</b> &amp; this');
}

describe('under a strict content security policy', () => {
  for (const path of ['/', '/composed.html', '/theming.html', '/events.html', '/genesys.html'])
    test(`${path} asks for nothing and leaves nothing behind before the visitor acts, and works afterwards`, async () => {
      const asked: string[] = [];
      let violations: Violation[] = [];
      const visitor = await rig.visitor(`Strict ${path}`, {
        path,
        prepare: async (page) => {
          violations = await report(page);
          page.on('request', (request) => asked.push(new URL(request.url()).pathname));
          page.on('websocket', (socket) => asked.push(new URL(socket.url()).pathname));
          page.on('response', (response) => {
            if (!response.url().endsWith(path)) return;
            const policy = response.headers()['content-security-policy'] ?? '';
            for (const directive of POLICY) assert.ok(policy.includes(directive), `${directive} is not in ${policy}`);
          });
        },
      });
      await visitor.page.waitForLoadState('networkidle');
      assert.deepEqual(
        asked.filter((name) => name.includes('socket.io')),
        [],
      );
      assert.deepEqual(await traces(visitor.page), NOTHING);
      assert.deepEqual(await visitor.context.cookies(), []);

      // The old page has a launcher of its own in the slot.
      if (path === '/genesys.html') await visitor.page.getByRole('button', { name: 'Chat with us' }).click();
      else if (!(await visitor.field.isVisible())) await visitor.open();
      await visitor.send('Does it work here?');
      // On the theming page the other side is a script, which answers with an address by and by.
      if (path === '/theming.html') await visitor.send('And this?');
      else await answered(visitor);
      await until(async () => (await visitor.chat.locator('chat-transcript a').count()) === 1, 'the address is a link');
      assert.deepEqual(violations, []);
      assert.deepEqual(await visitor.context.cookies(), []);
    });

  test('the shop loads no more of the chat than its first file', async () => {
    const asked: string[] = [];
    const visitor = await rig.visitor('Sparing', {
      prepare: async (page) => void page.on('request', (request) => asked.push(new URL(request.url()).pathname)),
    });
    await visitor.page.waitForLoadState('networkidle');
    assert.deepEqual(
      asked.filter((name) => name.startsWith('/cdn/')),
      ['/cdn/chunked/live-chat.js'],
    );
  });

  test('the agent desk works', async () => {
    const page = await rig.page('desk');
    const violations = await report(page);
    const response = await page.goto('/agent/');
    assert.match(response?.headers()['content-security-policy'] ?? '', /require-trusted-types-for 'script'/);
    await page.getByLabel('Name', { exact: true }).waitFor();
    assert.deepEqual(violations, []);
  });
});
