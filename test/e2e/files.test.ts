// Files, between a visitor's browser and the desk, over the real server: what is taken, what is not, and every way to break off.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Locator, Page, Route } from 'playwright-core';
import { deferred } from '../../src/session/flows/deferred.js';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();

type Given = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The smallest honest picture: one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const text = (name: string, content: string | Buffer = 'Hello'): Given => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});
/** Text that takes several pieces. */
const long = (name: string, kilobytes = 1500): Given => text(name, 'All work and no play. '.repeat(47 * kilobytes));

const input = ({ chat }: Visitor): Locator => chat.locator('chat-composer input[type=file]');
const tray = ({ chat }: Visitor): Locator => chat.locator('chat-composer [part~=tray] [part~=file]');
const cards = ({ chat }: Visitor): Locator => chat.locator('chat-transcript [part~=row] [part~=file]');

async function attach(visitor: Visitor, ...files: readonly Given[]): Promise<void> {
  await input(visitor).waitFor({ state: 'attached' });
  await input(visitor).setInputFiles([...files]);
}

/** The files that the server has on its disk. */
const onDisk = (): readonly string[] => readdirSync(path.join(rig.server.data, 'files'));

/** What the visitor's file says, by its name. */
const says = (visitor: Visitor, name: string, what: string): Promise<void> =>
  tray(visitor).filter({ hasText: name }).getByText(what).waitFor();

/** Counts the bytes of every piece that the server acknowledged, and where it began. */
function pieces(page: Page, meddle: (count: number, route: Route) => Promise<boolean> = () => Promise.resolve(false)) {
  const taken: { readonly first: number; readonly last: number }[] = [];
  let count = 0;
  const ready = page.route(/\/files\/[\w-]+$/, async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    if (await meddle(++count, route)) return;
    const [, first, last] = /bytes (\d+)-(\d+)/.exec(route.request().headers()['content-range'] ?? '') ?? [];
    const response = await route.fetch().catch(() => undefined);
    if (!response) return route.abort();
    if (response.ok()) taken.push({ first: Number(first), last: Number(last) });
    await route.fulfill({ response });
  });
  return { taken, ready };
}

test('text and files go in one message, both ways; pictures show, and everything can be saved', async () => {
  const { visitor, desk } = await rig.conversation('Frida');
  await attach(visitor, { name: 'cup.png', mimeType: 'image/png', buffer: PNG }, text('receipt.txt', 'One cup: 12.50'));
  await says(visitor, 'receipt.txt', 'Ready to send');
  await visitor.send('The cup and its receipt');
  await desk.sees('The cup and its receipt');
  await desk.page.getByRole('link', { name: /Download .*receipt\.txt/ }).waitFor();
  assert.equal(await tray(visitor).count(), 0);

  await desk.page.locator('desk-composer input[type=file]').setInputFiles([text('voucher.txt', 'Ten off')]);
  await desk.page.locator('desk-composer .tray').getByText('bytes').waitFor();
  await desk.send('A voucher for you');
  await visitor.sees('A voucher for you');
  const [download] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.chat.getByRole('button', { name: /Download .*voucher\.txt/ }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'voucher.txt');
  assert.equal(visitor.page.url(), `${rig.server.origin}/`);

  const picture = visitor.chat.locator('chat-transcript [part~=picture] img');
  await picture.waitFor();
  assert.match((await picture.getAttribute('src')) ?? '', /^blob:/);
});

test('each file that is not taken says why, and leaves nothing on the server', async () => {
  const { visitor, desk } = await rig.conversation('Fergus');
  rig.watch.allow(/status of 4\d\d/);
  const before = onDisk();
  await attach(
    visitor,
    text('nothing.txt', ''),
    text('huge.txt', Buffer.alloc(20 * 1_048_576 + 1, 'a')),
    { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="alert(1)"/>') },
    // These two only the server can judge.
    { name: 'cup.png', mimeType: 'image/png', buffer: Buffer.from('MZ this is no picture at all') },
    text('script.txt', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  );
  await says(visitor, 'nothing.txt', 'It is empty');
  await says(visitor, 'huge.txt', 'Larger than');
  await says(visitor, 'drawing.svg', 'Files of this type are not taken');
  await says(visitor, 'cup.png', 'not what its name says');
  await says(visitor, 'script.txt', 'not');
  await visitor.send('None of them');
  await desk.sees('None of them');
  assert.equal(await cards(visitor).count(), 0);
  for (let left = 5; left > 0; left--) {
    await tray(visitor)
      .first()
      .getByRole('button', { name: /Remove/ })
      .click();
    await until(async () => (await tray(visitor).count()) === left - 1, 'the file is off the message');
  }
  await until(() => onDisk().length === before.length, 'their bytes are deleted');
});

test('more files than one message takes: the first ones are, and the rest say so', async () => {
  const { visitor } = await rig.conversation('Fiona');
  await attach(visitor, ...Array.from({ length: 12 }, (_, i) => text(`page-${i + 1}.txt`)));
  await says(visitor, 'page-11.txt', 'More than 10 files');
  await says(visitor, 'page-10.txt', 'Ready to send');
});

test('a name that turns the direction of reading shows as what it is, on both sides', async () => {
  const { visitor, desk } = await rig.conversation('Felix');
  // Held, for the server gives the file a name of its own as soon as it has it.
  const looked = deferred<void>();
  const { ready } = pieces(visitor.page, () => looked.promise.then(() => false));
  await ready;
  await attach(visitor, text('invoice\u202Etxt.exe.txt'));
  await tray(visitor).filter({ hasText: 'invoice\uFFFDtxt.exe.txt' }).waitFor();
  looked.resolve();
  await says(visitor, 'invoice', 'Ready to send');
  await visitor.send('Look at the name');
  await cards(visitor).filter({ hasText: 'invoicetxt.exe.txt' }).waitFor();
  await desk.page.getByRole('link', { name: /invoicetxt\.exe\.txt/ }).waitFor();
  const all =
    (await visitor.chat.locator('chat-transcript').innerText()) + (await desk.page.innerText('desk-transcript'));
  assert.doesNotMatch(all, /[\u202A-\u202E]/);
});

test('an upload that is cut goes on at the exact byte, and one whose server is killed, too', async () => {
  const { visitor, desk } = await rig.conversation('Fanny');
  let cut = 0;
  const { taken, ready } = pieces(visitor.page, async (count, route) => {
    if (count !== 2 && count !== 4) return false;
    cut++;
    await (count === 2 ? route.abort('connectionreset') : rig.server.restart().then(() => route.abort()));
    return true;
  });
  await ready;
  rig.watch.outage();
  await attach(visitor, long('log.txt'));
  await visitor.field.fill('The whole log');
  await visitor.field.press('Enter');
  await desk.sees('The whole log');
  await desk.page.getByRole('link', { name: /Download .*log\.txt/ }).waitFor();
  assert.equal(cut, 2);
  taken.reduce((next, { first, last }) => {
    assert.equal(first, next, 'each piece begins where the server stood');
    return last + 1;
  }, 0);
  await visitor.ticks('Seen');
  assert.deepEqual(await visitor.chat.locator('chat-composer [part~=file]').count(), 0);
});

test('a message with a file survives a reload in the middle, and arrives once', async () => {
  const { visitor, desk } = await rig.conversation('Finn');
  let hold = true;
  const { ready } = pieces(visitor.page, async (count, route) => {
    if (count < 2 || !hold) return false;
    await route.abort().catch(() => undefined);
    return true;
  });
  await ready;
  rig.watch.outage();
  await attach(visitor, long('log.txt'));
  await visitor.field.fill('Kept over the reload');
  await visitor.field.press('Enter');
  await visitor.ticks('Waiting to be sent');
  await visitor.page.reload();
  hold = false;
  await desk.sees('Kept over the reload');
  await desk.page.getByRole('link', { name: /Download .*log\.txt/ }).waitFor();
  await visitor.open();
  await visitor.sees('Kept over the reload');
  assert.equal((await desk.texts()).filter((said) => said.includes('Kept')).length, 1);
  assert.equal(await visitor.field.inputValue(), '');
});

test('an upload that is taken off in the middle is gone from the server', async () => {
  const { visitor } = await rig.conversation('Flora');
  const before = onDisk().length;
  const { ready } = pieces(visitor.page, async (count, route) => {
    if (count < 3) return false;
    await route.abort().catch(() => undefined);
    return true;
  });
  await ready;
  rig.watch.outage();
  await attach(visitor, long('log.txt'));
  await until(() => onDisk().length > before, 'the first piece is on the disk');
  await tray(visitor)
    .getByRole('button', { name: /Remove .*log\.txt/ })
    .click();
  await until(() => onDisk().length === before, 'and gone again');
});

test('a second tab shows the file, and its own tray is its own', async () => {
  const { visitor, desk } = await rig.conversation('Faye');
  const other = await visitor.tab();
  await other.open();
  await other.sees('Hello!');
  await attach(visitor, text('mine.txt'));
  await says(visitor, 'mine.txt', 'Ready to send');
  assert.equal(await tray(other).count(), 0);
  await visitor.send('From one tab');
  await other.sees('From one tab');
  await cards(other).filter({ hasText: 'mine.txt' }).waitFor();
  await desk.sees('From one tab');
});

test('files come by paste and by drop, and can be sent without a text, by keyboard alone', async () => {
  const { visitor, desk } = await rig.conversation('Fay');
  await input(visitor).waitFor({ state: 'attached' });
  await visitor.field.evaluate((field) => {
    const data = new DataTransfer();
    data.items.add(new File(['pasted'], 'pasted.txt', { type: 'text/plain' }));
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }),
    );
  });
  await says(visitor, 'pasted.txt', 'Ready to send');
  const dropped = await visitor.chat.locator('chat-transcript').evaluate((transcript) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }));
    return ['dragover', 'drop'].map(
      (type) =>
        !transcript.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
        ),
    );
  });
  assert.deepEqual(dropped, [true, true], 'the browser does not leave the page for the file');
  await says(visitor, 'dropped.txt', 'Ready to send');
  await visitor.field.focus();
  await visitor.field.press('Enter');
  await desk.page.getByRole('link', { name: /Download .*pasted\.txt/ }).waitFor();
  await desk.page.getByRole('link', { name: /Download .*dropped\.txt/ }).waitFor();
  await cards(visitor).filter({ hasText: 'pasted.txt' }).waitFor();
});

test('a long name keeps its ending on both sides, is whole for who does not see, and is not wider than a small screen', async () => {
  const { visitor, desk } = await rig.conversation('Lola');
  const name = `${'quite a long name for a report '.repeat(2)}about the cup.txt`;
  const small = { width: 320, height: 640 };
  await Promise.all([visitor.page.setViewportSize(small), desk.page.setViewportSize(small)]);
  /** The ending is on screen, the whole is the name of the box, and nothing scrolls sideways; once it has come to rest. */
  const whole = (box: Locator): Promise<void> =>
    until(
      () =>
        box.evaluateAll((boxes, given) => {
          const [one] = boxes;
          const [hidden, stem, ending] = one?.children ?? [];
          if (boxes.length !== 1 || !one || !hidden || !stem || !ending) return false;
          const [start, end] = [stem.getBoundingClientRect(), ending.getBoundingClientRect()];
          return (
            one.getAttribute('title') === given &&
            hidden.textContent === given &&
            ending.textContent.endsWith('.txt') &&
            Math.min(start.width - 20, end.width) > 10 &&
            start.left >= 0 &&
            end.right <= innerWidth &&
            document.documentElement.scrollWidth === innerWidth
          );
        }, name),
      'a whole name within the screen',
    );
  await attach(visitor, text(name));
  await whole(tray(visitor).locator('.file-name'));
  await says(visitor, name, 'Ready to send');
  await visitor.send('My report');
  await whole(cards(visitor).locator('.file-name'));
  await desk.sees('My report');
  await whole(desk.page.locator('desk-transcript .attachment .file'));
  await desk.page.locator('desk-composer input[type=file]').setInputFiles([text(name)]);
  await whole(desk.page.locator('desk-composer .tray .file'));
});
