import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';

const rig = useRig();

test('a visitor opens the chat and writes, an agent accepts, and they talk both ways', async () => {
  const { visitor, desk } = await rig.conversation('Vera');
  await desk.send('Good morning, what can I do for you?');
  await visitor.sees('Good morning, what can I do for you?');
  await visitor.send('My teapot drips.');
  await desk.sees('My teapot drips.');
  const said = ['Hello!', 'Good morning, what can I do for you?', 'My teapot drips.'];
  assert.deepEqual([await visitor.texts(), await desk.texts()], [said, said]);
});

test('each side sees the other type, and the agent sees what', async () => {
  const { visitor, desk } = await rig.conversation('Tim');
  await visitor.field.pressSequentially('Is the blue one');
  await desk.preview.filter({ hasText: 'Is the' }).waitFor();
  await visitor.field.press('Enter');
  await desk.sees('Is the blue one');
  await desk.preview.waitFor({ state: 'detached' });

  await desk.field.pressSequentially('One moment');
  await visitor.typing.waitFor();
  await desk.field.press('Enter');
  await visitor.sees('One moment');
  await visitor.typing.waitFor({ state: 'detached' });
});

test('a message goes from sent over delivered to seen, as the agent’s desk does', async () => {
  const { visitor, desk } = await rig.conversation('Tick');
  const other = await rig.visitor('Other');
  await other.open();
  await other.send('Me too');
  // The agent looks at another conversation: delivered, not seen.
  await desk.accept('Other');
  await desk.sees('Me too');
  await visitor.send('Anybody there?');
  await visitor.ticks('Delivered');
  await desk.open('Tick');
  await visitor.ticks('Seen');
  // And back: what the visitor has on screen is seen.
  await desk.send('Yes!');
  await visitor.sees('Yes!');
  await desk.isSeen();
});

test('a conversation is handed to another agent, who reads all of it', async () => {
  const { visitor, desk } = await rig.conversation('Tara');
  const sam = await rig.desk('Sam');
  await sam.beAvailable();
  await desk.send('Sam knows more about this.');
  await desk.transfer('Sam');
  await visitor.reads('Sam has taken over from Robin');
  await sam.open('Tara');
  await sam.sees('Sam knows more about this.');
  await sam.send('Hello Tara!');
  await visitor.sees('Hello Tara!');
  await visitor.send('Hello Sam!');
  await sam.sees('Hello Sam!');
  assert.deepEqual(await visitor.texts(), ['Hello!', 'Sam knows more about this.', 'Hello Tara!', 'Hello Sam!']);
});

test('the visitor is asked before the chat ends; afterwards it can be read, and a new one begun', async () => {
  const { visitor, desk } = await rig.conversation('Enid');
  await visitor.choose('End chat');
  await visitor.dialog.getByRole('button', { name: 'Keep chatting' }).click();
  await visitor.dialog.waitFor({ state: 'detached' });
  await visitor.send('Still here');
  await desk.sees('Still here');

  await visitor.end();
  await visitor.reads('You ended the conversation.');
  assert.deepEqual(await visitor.texts(), ['Hello!', 'Still here']);
  await desk.page.getByText('This conversation is over.').waitFor();
  assert.deepEqual(await desk.texts(), ['Hello!', 'Still here']);
  await visitor.field.waitFor({ state: 'detached' });

  await visitor.page.locator('chat-composer').getByRole('button', { name: 'Start a new chat' }).click();
  await visitor.field.waitFor();
  assert.deepEqual(await visitor.texts(), []);
  await visitor.send('Once more');
  await desk.accept('Enid');
  await desk.sees('Once more');
  assert.deepEqual(await desk.texts(), ['Once more']);
});

test('an agent ends the chat, and the visitor is told', async () => {
  const { visitor, desk } = await rig.conversation('Anna');
  await desk.end();
  await visitor.reads('The conversation has ended.');
  assert.deepEqual(await visitor.texts(), ['Hello!']);
});

test('who waits sees their place, and it changes as others are served', async () => {
  const [first, second] = [await rig.visitor('First'), await rig.visitor('Second')];
  for (const visitor of [first, second]) {
    await visitor.open();
    await visitor.send(`I am ${visitor.name}`);
  }
  await first.isTold('You’re next in line.');
  await second.isTold('You’re number 2 in line.');
  const desk = await rig.desk();
  await desk.accept('First');
  await second.isTold('You’re next in line.');
  await first.banner.waitFor({ state: 'detached' });
  await desk.accept('Second');
  await second.banner.waitFor({ state: 'detached' });
});

test('several conversations at once: unread counts at the desk, and a badge on a minimised chat', async () => {
  const { visitor, desk } = await rig.conversation('Uma');
  const other = await rig.visitor('Otto');
  await other.open();
  await other.send('Me too');
  await desk.accept('Otto');
  await visitor.send('one');
  await visitor.send('two');
  await desk.mine.filter({ hasText: 'Uma' }).locator('.count', { hasText: '2 unread messages' }).waitFor();
  await desk.open('Uma');
  await desk.mine.filter({ hasText: 'Uma' }).locator('.count').waitFor({ state: 'detached' });

  await visitor.page.getByRole('button', { name: 'Minimize chat' }).click();
  await desk.send('three');
  await desk.send('four');
  await visitor.page.getByRole('button', { name: /2 unread messages/ }).click();
  await visitor.sees('four');
  await until(
    async () => (await visitor.page.getByRole('button', { name: /unread/ }).count()) === 0,
    'the badge is gone',
  );
});
