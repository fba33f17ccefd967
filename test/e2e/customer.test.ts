import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';

const rig = useRig();

test('a page says who the customer is, before and during a chat, and the agent sees it', async () => {
  const visitor = await rig.visitor('Mia');
  const say = (change: object) =>
    visitor.page.evaluate(async (given) => {
      const chat = document.querySelector('live-chat')!;
      return chat.customer(given).then(
        ({ id, name }) => `${id === '' ? 'no id' : 'an id'} ${name}`,
        ({ message }: Error) => message,
      );
    }, change);
  assert.equal(await say({ name: 'Mia Moor', fields: { tier: 'member' } }), 'an id Mia Moor');
  await visitor.open();
  await visitor.send('Hello');
  const desk = await rig.desk();
  await desk.accept('Mia');
  await desk.page.getByText('Loyalty', { exact: true }).waitFor();
  await desk.page.getByText('Member', { exact: true }).waitFor();
  assert.equal(await say({ contact: { order: 4711 } }), 'an id Mia Moor');
  await desk.page.getByText('4711', { exact: true }).waitFor();
  assert.match(await say({ contact: { order: 'soon' } }), /contact\.order must be a number/);
});
