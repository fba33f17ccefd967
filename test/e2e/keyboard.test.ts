import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';

const rig = useRig();

/** What a screen reader would call that which has the focus. */
const focus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return `${active?.localName}: ${active?.getAttribute('aria-label') ?? active?.textContent?.trim().replace(/\s+/g, ' ').slice(0, 60) ?? ''}`;
  });

const focused = (page: Page, pattern: RegExp): Promise<void> =>
  until(
    async () => pattern.test(await focus(page)),
    `the focus is on ${pattern}, not on ${String(pattern)}`,
    5000,
  ).catch(async () => {
    assert.match(await focus(page), pattern);
  });

/** Presses a key until the focus is there. */
async function press(page: Page, key: string, pattern: RegExp): Promise<void> {
  for (let times = 0; times < 60; times++) {
    await page.keyboard.press(key);
    if (pattern.test(await focus(page))) return;
  }
  assert.fail(`${key} never leads to ${pattern}`);
}

test('a whole chat by keyboard alone: open, write, menu, end, close, and back to where it began', async () => {
  const visitor = await rig.visitor('Kai');
  const { keyboard } = visitor.page;
  const FIELD = /^textarea/;
  const LAUNCHER = /^button: .*chat/i;
  await visitor.launcher.focus();
  await keyboard.press('Enter');
  await focused(visitor.page, FIELD);
  await keyboard.type('Typed by');
  await keyboard.press('Shift+Enter');
  await keyboard.type('keyboard');
  await keyboard.press('Enter');
  await visitor.sees('Typed by keyboard');
  await focused(visitor.page, FIELD);

  const desk = await rig.desk();
  await desk.accept('Kai');
  await desk.sees('Typed by keyboard');
  await desk.send('Hello Kai');
  await visitor.sees('Hello Kai');

  // Upward through the window: the messages, then the header.
  await press(visitor.page, 'Shift+Tab', /Hello Kai/);
  await keyboard.press('ArrowUp');
  assert.doesNotMatch(await focus(visitor.page), /Hello Kai/);
  await keyboard.press('End');
  await focused(visitor.page, /Hello Kai/);
  await press(visitor.page, 'Shift+Tab', /^button: Chat options/);
  await keyboard.press('Enter');
  await focused(visitor.page, /^button: Sound/);
  await keyboard.press('Escape');
  await focused(visitor.page, /^button: Chat options/);
  await keyboard.press('Enter');
  await press(visitor.page, 'ArrowDown', /^button: End chat/);
  await keyboard.press('Enter');
  await focused(visitor.page, /^button: Keep chatting/);
  await keyboard.press('Escape');
  await focused(visitor.page, /^button: Chat options/);
  await keyboard.press('Enter');
  await press(visitor.page, 'ArrowDown', /^button: End chat/);
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await focused(visitor.page, /^button: End chat/);
  await keyboard.press('Enter');
  await visitor.reads('You ended the conversation.');
  // Still in the window, and not back at the top of the page.
  assert.doesNotMatch(await focus(visitor.page), /^(body|html)/);
  await press(visitor.page, 'Tab', /^button: Start a new chat/);

  await keyboard.press('Escape');
  await visitor.window.waitFor({ state: 'hidden' });
  await focused(visitor.page, LAUNCHER);
});

test('closing returns the focus to the link of the page that opened the chat', async () => {
  const visitor = await rig.visitor('Kim');
  const link = visitor.page.getByRole('link', { name: 'Talk to the studio' });
  await link.focus();
  await visitor.page.keyboard.press('Enter');
  await focused(visitor.page, /^textarea/);
  await until(async () => (await visitor.field.inputValue()) === 'Hello! ', 'the text that the link offers is there');
  await visitor.page.keyboard.press('Escape');
  await focused(visitor.page, /Talk to the studio/);
});

test('the floating window keeps nobody in: Tab goes on through the page', async () => {
  const visitor = await rig.visitor('Kit');
  await visitor.launcher.focus();
  await visitor.page.keyboard.press('Enter');
  await focused(visitor.page, /^textarea/);
  await press(visitor.page, 'Shift+Tab', /Tern plate|Skip|studio|set made to order|Open the chat/);
});
