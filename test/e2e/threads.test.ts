import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();

const threadsOf = (visitor: Visitor) => ({
  toggle: visitor.chat.locator('chat-threads-toggle button'),
  items: visitor.chat.locator('chat-threads [part~=item]'),
  fresh: visitor.chat.locator('chat-threads [part~=new]'),
});

test('an agent writes again after the end, and the visitor finds it in their list', async () => {
  const visitor = await rig.visitor('Noa', { path: '/threads.html' });
  const desk = await rig.desk();
  await visitor.open();
  await visitor.send('Is the jug in?');
  await desk.accept('Noa');
  await desk.end();
  await visitor.reads('The conversation has ended.');
  await desk.page.getByRole('button', { name: 'Write again' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'Write to Noa again' });
  await dialog.getByLabel('Message').fill('The jug has come.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await desk.sees('The jug has come.');
  assert.deepEqual(await desk.texts(), ['The jug has come.']);

  const list = threadsOf(visitor);
  await list.toggle.click();
  await list.items.filter({ hasText: 'The jug has come.' }).locator('[part~=open]').click();
  await visitor.sees('The jug has come.');
  await visitor.send('Wonderful');
  await desk.sees('Wonderful');
});

test('a visitor has several conversations, named and put away, and finds them again on the next page', async () => {
  let visitor = await rig.visitor('Mia', { path: '/threads.html' });
  let list = threadsOf(visitor);
  await visitor.open();
  await visitor.send('About the cup');
  await visitor.ticks('Sent');
  await list.toggle.click();
  await list.items.filter({ hasText: 'About the cup' }).waitFor();
  await list.fresh.click();
  await visitor.field.waitFor();
  await visitor.send('About the plate');
  await visitor.ticks('Sent');
  assert.equal(await visitor.bubbles.count(), 1);

  await list.toggle.click();
  await until(async () => (await list.items.count()) === 2, 'both are in the list');
  const cup = list.items.filter({ hasText: 'About the cup' });
  await cup.hover();
  await cup.getByRole('button', { name: /^Rename/ }).click();
  await visitor.page.keyboard.type('The cup');
  await visitor.page.keyboard.press('Enter');
  await visitor.chat.locator('chat-threads [part~=title]').getByText('The cup', { exact: true }).waitFor();
  const named = list.items.filter({ hasText: 'The cup' });
  await named.locator('[part~=open]').click();
  await visitor.sees('About the cup');
  assert.equal(await visitor.bubbles.count(), 1);
  await visitor.end();
  await visitor.reads('You ended the conversation.');

  visitor = await visitor.tab();
  list = threadsOf(visitor);
  await visitor.open();
  await visitor.sees('About the plate');
  await list.toggle.click();
  const over = list.items.filter({ hasText: 'The cup' });
  await over.getByText('Conversation ended').waitFor();
  await over.hover();
  await over.getByRole('button', { name: /^Archive/ }).click();
  await visitor.chat.locator('chat-threads summary').click();
  await visitor.chat.locator('chat-threads [part~=archived] [part~=title]').getByText('The cup').waitFor();

  // Where none runs the list comes first, and with it the focus that the field had.
  await list.toggle.click();
  await visitor.end();
  await visitor.reads('You ended the conversation.');
  visitor = await visitor.tab();
  await visitor.open();
  await threadsOf(visitor).items.filter({ hasText: 'About the plate' }).waitFor();
  await until(
    () =>
      visitor.page.evaluate(
        () => document.querySelector('live-chat')!.shadowRoot!.activeElement?.localName === 'chat-threads',
      ),
    'the list has the focus',
  );
});
