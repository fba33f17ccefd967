import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** The window comes in with a movement; then it has exactly the room that there is. */
const fills = (
  visitor: Visitor,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<void> =>
  until(async () => {
    const box = await visitor.window.boundingBox();
    return (
      box !== null && box.x === 0 && box.y === 0 && Math.round(box.width) === width && Math.round(box.height) === height
    );
  }, 'the window fills the screen');

test('on a phone the chat fills the screen, and is put away to the page as it was', async () => {
  const visitor = await rig.visitor('Phil', PHONE);
  const { page } = visitor;
  await page.evaluate(() => scrollTo(0, 700));
  const before = await page.evaluate(() => scrollY);
  await visitor.launcher.tap();
  await visitor.field.waitFor();
  await fills(visitor, PHONE.viewport);
  // The keyboard would cover what one came to read.
  assert.notEqual(
    await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName),
    'chat-composer',
  );

  await visitor.field.tap();
  await visitor.field.pressSequentially('Line one');
  await visitor.field.press('Enter');
  await visitor.field.pressSequentially('line two');
  await page.getByRole('button', { name: 'Send' }).tap();
  await visitor.sees('Line one line two');
  const desk = await rig.desk();
  await desk.accept('Phil');
  await desk.send('On the train?');
  await visitor.sees('On the train?');
  await desk.isSeen();

  await page.getByRole('button', { name: 'Minimize chat' }).tap();
  await visitor.window.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => scrollY), before);
  await desk.send('Still there?');
  await page.getByRole('button', { name: /1 unread message/ }).tap();
  await visitor.sees('Still there?');
});

test('turning the phone keeps the chat full-screen, and what is typed', async () => {
  const visitor = await rig.visitor('Pia', PHONE);
  await visitor.launcher.tap();
  await visitor.field.fill('half a sent');
  await visitor.page.setViewportSize({ width: 844, height: 390 });
  await visitor.field.waitFor();
  await fills(visitor, { width: 844, height: 390 });
  assert.equal(await visitor.field.inputValue(), 'half a sent');
  const send = await visitor.page.getByRole('button', { name: 'Send' }).boundingBox();
  assert.ok(send && send.y + send.height <= 390, 'the send button is on screen');
});

for (const path of ['/', '/composed.html', '/theming.html', '/events.html', '/genesys.html'])
  test(`nothing on ${path} is wider than a small phone, so that the launcher is on the screen`, async () => {
    const page = await rig.page('Pim', { ...PHONE, viewport: { width: 320, height: 640 } });
    await page.goto(path);
    await page.locator('live-chat').first().waitFor({ state: 'attached' });
    // What is too wide widens the page around what is fixed to its edges.
    assert.equal(await page.evaluate(() => innerWidth), 320);
  });
