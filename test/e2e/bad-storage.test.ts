import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useRig } from './rig/rig.js';

const rig = useRig();

/** As a browser with all site data forbidden: merely looking at the storage throws. */
const blocked = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  });

/** As a disk without room: everything can be read, nothing can be written. */
const full = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    IDBObjectStore.prototype.put =
      IDBObjectStore.prototype.add =
      Storage.prototype.setItem =
        () => {
          throw new DOMException('There is no room left.', 'QuotaExceededError');
        };
  });

/** As a database that a page of another version keeps open: it never answers. */
const stuck = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    indexedDB.open = () => ({}) as IDBOpenDBRequest;
  });

for (const [what, prepare] of [
  ['blocked', blocked],
  ['full', full],
  ['stuck', stuck],
] as const)
  test(`with a storage that is ${what} one can chat, and is told what can’t be kept`, async () => {
    const visitor = await rig.visitor(`Storage ${what}`, { prepare });
    await visitor.open();
    await visitor.send('Can you read this?');
    const desk = await rig.desk();
    await desk.accept(`Storage ${what}`);
    await desk.sees('Can you read this?');
    await desk.send('I can');
    await visitor.sees('I can');
    await visitor.isTold('This browser can’t keep unsent messages if you leave or reload the page.');
    await visitor.banner.getByRole('button', { name: 'Dismiss' }).click();
    await visitor.banner.waitFor({ state: 'detached' });
    await visitor.send('Good');
    await desk.sees('Good');

    rig.watch.outage();
    await rig.server.kill();
    await visitor.send('Kept as long as the page is');
    await rig.server.start();
    await desk.sees('Kept as long as the page is');
  });
