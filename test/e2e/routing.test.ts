import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';

const rig = useRig({ entry: 'test/e2e/rig/short-grace-server.ts' });

test('of two agents who accept at once one has the visitor, and the other is told who', async () => {
  const [visitor, robin, sam] = await Promise.all([rig.visitor('Rosa'), rig.desk('Robin'), rig.desk('Sam')]);
  await sam.beAvailable();
  await visitor.open();
  await visitor.send('Who is first?');
  const desks = [
    { name: 'Robin', desk: robin },
    { name: 'Sam', desk: sam },
  ];
  await Promise.all(desks.map(({ desk }) => desk.page.getByRole('button', { name: 'Accept Rosa' }).waitFor()));
  // Both buttons are on screen before either is pressed.
  await Promise.all(
    desks.map(({ desk }) => desk.page.getByRole('button', { name: 'Accept Rosa' }).dispatchEvent('click')),
  );

  const has = ({ desk }: (typeof desks)[number]): Promise<boolean> => desk.mine.filter({ hasText: 'Rosa' }).isVisible();
  await until(async () => (await Promise.all(desks.map(has))).includes(true), 'somebody has the visitor');
  const [winner, loser] = (await has(desks[0]!)) ? desks : [desks[1], desks[0]];
  await loser!.desk.notices.filter({ hasText: `${winner!.name} was faster: Rosa is already being helped.` }).waitFor();
  assert.equal(await has(loser!), false);
  await winner!.desk.send('I was');
  await visitor.sees('I was');
  assert.equal(await visitor.lines.filter({ hasText: 'joined' }).count(), 1);
});

test('the chats of an agent whose connection dies go back to the head of the queue', async () => {
  const { visitor, desk } = await rig.conversation('Ruth');
  const later = await rig.visitor('Later');
  await later.open();
  await later.send('I came after her');
  const sam = await rig.desk('Sam');
  await sam.beAvailable();
  await desk.page.context().close();
  await visitor.reads('Robin lost the connection');
  await sam.waiting.filter({ hasText: 'Ruth' }).waitFor();
  const order = (await sam.waiting.allTextContents()).join();
  assert.ok(order.indexOf('Ruth') < order.indexOf('Later'), order);
  await visitor.send('Is somebody else there?');
  await sam.accept('Ruth');
  await sam.sees('Is somebody else there?');
  await sam.send('I am');
  await visitor.sees('I am');
  assert.deepEqual(await visitor.texts(), ['Hello!', 'Is somebody else there?', 'I am']);
});

test('an agent who is back in time keeps their chats', async () => {
  const { visitor, desk } = await rig.conversation('Rick');
  await desk.page.reload();
  await desk.open('Rick');
  await desk.send('Sorry, I pressed reload');
  await visitor.sees('Sorry, I pressed reload');
  assert.equal(await visitor.lines.filter({ hasText: 'lost' }).count(), 0);
});

test('who is not accepted in time is offered to the next agent', async () => {
  const [visitor, robin, sam] = await Promise.all([rig.visitor('Rene'), rig.desk('Robin'), rig.desk('Sam')]);
  await Promise.all([robin.beAvailable(), sam.beAvailable()]);
  await visitor.open();
  await visitor.send('Anybody?');
  const offered = (desk: typeof robin): Promise<void> =>
    desk.waiting.filter({ hasText: 'Rene' }).filter({ hasText: 'Offered to you' }).waitFor();
  await Promise.all([offered(robin), offered(sam)]);
});

test('a blocked visitor is told that it is over, and can’t begin again', async () => {
  const { visitor, desk } = await rig.conversation('Roy');
  await desk.page.getByRole('button', { name: 'Block visitor' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Block visitor' }).click();
  await visitor.reads('The conversation was closed.');
  await visitor.field.waitFor({ state: 'detached' });
  await visitor.chat.getByText('You can’t write here any more.').waitFor();
  await visitor.page.reload();
  await visitor.open();
  await visitor.field.fill('Let me in');
  await visitor.field.press('Enter');
  await visitor.isTold('The chat could not be started. You can’t write here any more.');
});
