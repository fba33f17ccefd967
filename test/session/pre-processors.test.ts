import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../src/session/model/types.js';
import '../../src/session/more.js';
import type { Page } from '../helpers/visitor.js';
import { World } from '../helpers/visitor.js';

const shout = (message: Message) => ({ ...message, text: message.text.toUpperCase() });

const received = (page: Page) =>
  page.events.flatMap(({ type, detail }) =>
    type === 'chat-message-received'
      ? detail.messages.map((message, i) => [detail.originalMessages[i]?.text, message.text])
      : [],
  );

test('a pre-processor changes a message before it is shown: in the log, the transcript and the event', async () => {
  const world = new World();
  const page = await world.page().started();
  assert.equal(await page.chat.registerPreProcessor({ preprocessor: shout }), shout);
  page.events.length = 0;
  world.server.room.say('hello');
  await world.clock.advance(500);
  assert.equal(page.texts.at(-1), 'HELLO');
  assert.equal((await page.chat.getTranscript()).messages.at(-1)?.text, 'HELLO');
  assert.deepEqual(received(page), [['hello', 'HELLO']]);
});

test('several are asked in the order they were registered; nothing leaves a message as it is', async () => {
  const world = new World();
  const page = await world.page().started();
  await page.chat.registerPreProcessor({ preprocessor: () => undefined });
  await page.chat.registerPreProcessor({ preprocessor: (message) => ({ ...message, text: `${message.text}!` }) });
  await page.chat.registerPreProcessor({ preprocessor: shout });
  await page.chat.registerPreProcessor({ preprocessor: shout });
  world.server.room.say('hello');
  await world.clock.advance(500);
  assert.equal(page.texts.at(-1), 'HELLO!');
});

test('one that hides a message hides it everywhere, and the log goes on', async () => {
  const world = new World();
  const page = await world.page().started();
  await page.chat.registerPreProcessor({
    preprocessor: (message) => ({ ...message, hidden: message.text === 'secret' }),
  });
  page.events.length = 0;
  world.server.room.say('secret');
  world.server.room.say('open');
  await world.clock.advance(500);
  assert.deepEqual(received(page), [['open', 'open']]);
  assert.ok(!page.texts.includes('secret'));
  assert.ok(!(await page.chat.getTranscript()).messages.some(({ text }) => text === 'secret'));
});

test('one that throws, or returns what is no message, is reported and passed over', async () => {
  const world = new World();
  const page = await world.page().started();
  const broken = new Error('of the test');
  await page.chat.registerPreProcessor({
    preprocessor: () => {
      throw broken;
    },
  });
  await page.chat.registerPreProcessor({ preprocessor: (async () => Promise.resolve({})) as unknown as () => null });
  await page.chat.registerPreProcessor({ preprocessor: shout });
  world.server.room.say('hello');
  await world.clock.advance(500);
  assert.equal(page.texts.at(-1), 'HELLO');
  assert.ok(page.reports.includes(broken));
  assert.ok(page.reports.some((what) => what instanceof TypeError && what.message.includes('registerPreProcessor')));
});

test('what is no function is refused with the documented text', async () => {
  const { chat } = new World().page();
  await assert.rejects(chat.registerPreProcessor({ preprocessor: 'text' as unknown as () => null }), {
    code: 'invalid',
    message: "No preprocessor function provided. Type provided was 'string'.",
  });
  await assert.rejects(chat.registerPreProcessor(undefined as unknown as { preprocessor: () => null }), {
    message: "No preprocessor function provided. Type provided was 'undefined'.",
  });
});

test('what is registered before a restore counts for what is brought back', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  world.server.room.say('hello');
  await world.clock.advance(500);
  const page = tab.load();
  page.chat.hold(page.chat.registerPreProcessor({ preprocessor: shout }));
  await page.chat.recover();
  await world.clock.advance(500);
  assert.ok(page.texts.includes('HELLO'));
  assert.ok(!page.texts.includes('hello'));
});
