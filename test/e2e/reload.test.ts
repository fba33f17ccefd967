import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPages } from './rig/pages.js';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';

const rig = useRig();

test('a conversation comes back after a reload, with what was typed and not sent', async () => {
  const { visitor, desk } = await rig.conversation('Lena');
  await desk.send('Which one do you mean?');
  await visitor.sees('Which one do you mean?');
  await visitor.field.pressSequentially('The one on the');
  await visitor.page.reload();
  await visitor.open();
  await visitor.sees('Which one do you mean?');
  assert.equal(await visitor.field.inputValue(), 'The one on the');
  await visitor.field.press('End');
  await visitor.field.pressSequentially(' left');
  await visitor.field.press('Enter');
  await desk.sees('The one on the left');
  assert.deepEqual(await visitor.texts(), ['Hello!', 'Which one do you mean?', 'The one on the left']);
});

test('a conversation goes on after a reload before anybody opens the chat', async () => {
  const { visitor, desk } = await rig.conversation('Lotte');
  await visitor.page.reload();
  await until(async () => (await visitor.state()).connection.status === 'online', 'the page is connected again');
  await desk.send('Are you still there?');
  await visitor.launcher.getByText('1', { exact: true }).waitFor();
  await visitor.open();
  await visitor.sees('Are you still there?');
});

test('an element that is taken off the page and put back hears what is said', async () => {
  const { visitor, desk } = await rig.conversation('Lore');
  await visitor.page.evaluate(async () => {
    const chat = document.querySelector('live-chat')!;
    const place = chat.parentElement!;
    chat.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    place.append(chat);
  });
  await desk.send('Are you still there?');
  await visitor.sees('Are you still there?');
});

test('what was typed before there was a conversation is there after a reload, too', async () => {
  const visitor = await rig.visitor('Lars');
  await visitor.open();
  await visitor.field.pressSequentially('I was wondering whether');
  await visitor.page.reload();
  await visitor.open();
  await until(async () => (await visitor.field.inputValue()) === 'I was wondering whether', 'the draft is back');
});

test('a text that the page offers does not take the place of what the visitor had typed before a reload', async () => {
  const visitor = await rig.visitor('Lola');
  await visitor.open();
  await visitor.field.pressSequentially('Half a question');
  await visitor.page.reload();
  await visitor.page.getByRole('link', { name: 'Talk to the studio' }).click();
  await visitor.field.waitFor();
  await until(async () => (await visitor.field.inputValue()) === 'Half a question', 'the draft is back');
});

test('page code that speaks at once after a reload speaks in the conversation that is going on', async () => {
  const { visitor, desk } = await rig.conversation('Lia');
  await visitor.page.addInitScript(() => {
    addEventListener('chat-ready', ({ target }) => {
      const chat = target as HTMLElementTagNameMap['live-chat'];
      chat.sendMessage({ message: 'Said at once' }).then(
        () => (document.title = 'sent'),
        (error: { code: string }) => (document.title = error.code),
      );
    });
  });
  await visitor.page.reload();
  await desk.sees('Said at once');
  await until(async () => (await visitor.page.title()) === 'sent', 'the message is stored');
});

test('a message is there once, however soon after the send the page is reloaded', async () => {
  const { visitor, desk } = await rig.conversation('Lou');
  const said = ['Hello!'];
  for (let round = 1; round <= 5; round++) {
    const text = `Sent and reloaded ${round}`;
    said.push(text);
    await visitor.field.fill(text);
    await visitor.field.press('Enter', { noWaitAfter: true });
    await visitor.page.reload();
    await visitor.open();
    // It was in the outbox in time, or it is in the field as if it had not been sent: never both, never neither.
    const field = async (): Promise<boolean> => (await visitor.field.inputValue()) === text;
    const sent = async (): Promise<boolean> => (await visitor.texts()).includes(text);
    await until(async () => (await field()) || (await sent()), `${text} is somewhere`);
    if (!(await sent())) await visitor.field.press('Enter');
    await desk.sees(text);
    await visitor.sees(text);
    assert.equal(await visitor.field.inputValue(), '');
  }
  await until(async () => (await visitor.texts()).length === said.length, 'the whole conversation is here');
  assert.deepEqual([await visitor.texts(), await desk.texts()], [said, said]);
});

test('what could not be sent is shown again after a reload, and is sent when the server is back', async () => {
  const { visitor, desk } = await rig.conversation('Lisa');
  await keepPages(visitor.context);
  // Once more, so that the pages are kept.
  await visitor.page.reload();
  await visitor.open();
  rig.watch.outage();
  await rig.server.kill();
  await visitor.send('First of two');
  await visitor.send('Second of two');
  await visitor.page.reload();
  await visitor.open();
  await visitor.sees('First of two');
  await visitor.ticks('Waiting to be sent');
  await rig.server.start();
  await desk.sees('Second of two');
  await until(async () => (await visitor.texts()).length === 3, 'the conversation is here');
  const said = ['Hello!', 'First of two', 'Second of two'];
  assert.deepEqual([await visitor.texts(), await desk.texts()], [said, said]);
});
