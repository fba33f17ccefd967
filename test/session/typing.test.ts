import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALICE, BOB } from '../helpers/fake-room.js';
import { KEY, leave, ME, message, Model, person, types } from '../helpers/model.js';
import { World } from '../helpers/visitor.js';

test('only people of the other side who are here can be seen to type', () => {
  const model = Model.running([], { people: [person(ME), person(), person(BOB, { connected: false })] });
  const typing = (who: string, on = true) => model.apply({ type: 'typing', key: KEY, person: who, typing: on });
  assert.deepEqual(types(typing(ALICE.id)), ['typing']);
  assert.deepEqual(typing(ALICE.id), [], 'told once');
  assert.deepEqual(typing(BOB.id), []);
  assert.deepEqual(typing(ME.id), []);
  assert.deepEqual(typing('stranger'), []);
  assert.deepEqual(types(typing(ALICE.id, false)), ['typing']);
});

test('whoever has written or left does not type any more', () => {
  for (const entry of [message(1), leave(1)]) {
    const model = Model.running();
    model.apply({ type: 'typing', key: KEY, person: ALICE.id, typing: true });
    const facts = model.apply({ type: 'entry', key: KEY, entry });
    assert.deepEqual(
      facts.find(({ type }) => type === 'typing'),
      { type: 'typing', key: KEY, person: person(), typing: false },
    );
    assert.deepEqual(model.conversation.typing, []);
  }
});

test('a message of one agent leaves the other typing', () => {
  const model = Model.running([], { people: [person(ME), person(), person(BOB)] });
  model.apply(
    { type: 'typing', key: KEY, person: ALICE.id, typing: true },
    { type: 'typing', key: KEY, person: BOB.id, typing: true },
  );
  model.apply({ type: 'entry', key: KEY, entry: message(1) });
  assert.deepEqual(
    model.conversation.typing.map(({ id }) => id),
    [BOB.id],
  );
});

test('nobody starts to type in a conversation that is over', () => {
  const model = Model.running([], { phase: 'ended' });
  assert.deepEqual(model.apply({ type: 'typing', key: KEY, person: ALICE.id, typing: true }), []);
});

test('typing without news expires, and says so', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.join();
  world.server.room.typing(true);
  await world.clock.advance(5_000);
  world.server.room.typing(true);
  await world.clock.advance(5_000);
  assert.equal(page.current.typing.length, 1, 'said again, so it goes on');
  await world.clock.advance(5_000);
  assert.deepEqual(page.current.typing, []);
  assert.deepEqual(
    page.factsOf('typing').map(({ typing, expired }) => [typing, expired]),
    [
      [true, undefined],
      [false, true],
    ],
  );
  assert.deepEqual(
    page.told.filter((name) => name.includes('agent-typing')),
    ['chat-agent-typing-started', 'chat-agent-typing-timeout', 'chat-agent-typing-stopped'],
  );
});

test("the visitor's typing is said at once, its preview follows now and then, the last one always, and then it stops", async () => {
  const world = new World();
  const page = await world.page().started();
  for (const text of ['h', 'he', 'hel', 'hell', 'hello']) {
    page.perform('chat-draft-request', { text });
    await world.clock.advance(100);
  }
  await world.clock.advance(5_000);
  assert.deepEqual(world.server.typed, [
    { typing: true, preview: 'h' },
    { typing: true, preview: 'hello' },
    { typing: false, preview: undefined },
  ]);
  assert.deepEqual(
    page.told.filter((name) => name.includes('client-typing')),
    ['chat-client-typing-started', 'chat-client-typing-stopped'],
  );
});

test('typing that goes on is said again before the other side takes it for over, also without a preview', async () => {
  const world = new World();
  const page = await world.page().started();
  for (let second = 0; second < 10; second += 2) {
    await page.chat.sendTyping();
    await world.clock.advance(2_000);
  }
  assert.equal(world.server.typed.filter(({ typing }) => typing).length, 5);
});

test('holding the delete key does not flood the server', async () => {
  const world = new World();
  const page = await world.page().started();
  const text = 'a long text that is deleted again';
  for (let i = text.length; i > 0; i--) {
    page.perform('chat-draft-request', { text: text.slice(0, i) });
    await world.clock.advance(30);
  }
  assert.ok(world.server.typed.length <= 3, `${world.server.typed.length} frames`);
});

test('a deleted and a sent text end the typing at once', async () => {
  const world = new World();
  const page = await world.page().started();
  page.perform('chat-draft-request', { text: 'x' });
  page.perform('chat-draft-request', { text: '' });
  await world.clock.advance(50);
  assert.deepEqual(
    world.server.typed.map(({ typing }) => typing),
    [true, false],
  );
  page.say('y');
  await world.clock.advance(50);
  assert.equal(page.current.visitorTyping, false);
  assert.equal(world.server.typed.at(-1)?.typing, false);
});

test('sendTyping without a preview says "is typing" and nothing else', async () => {
  const world = new World();
  const page = await world.page().started();
  await page.chat.sendTyping();
  await page.chat.sendTyping({ Message: 'hi' });
  await world.clock.advance(1_500);
  assert.deepEqual(world.server.typed, [
    { typing: true, preview: undefined },
    { typing: true, preview: 'hi' },
  ]);
});

test('a clock that is set back does not silence the typing', async () => {
  const world = new World();
  const page = await world.page().started();
  page.perform('chat-draft-request', { text: 'a' });
  await world.clock.advance(4_000);
  world.clock.jump(-3_600_000);
  page.perform('chat-draft-request', { text: 'ab' });
  await world.clock.advance(4_000);
  assert.deepEqual(
    world.server.typed.map(({ typing }) => typing),
    [true, false, true, false],
  );
});

test('typing in a conversation that was put aside meanwhile ends without a warning', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.join();
  world.server.room.typing(true);
  await world.clock.advance(100);
  page.perform('chat-draft-request', { text: 'x' });
  world.server.room.end();
  await world.clock.advance(100);
  page.perform('chat-new-request');
  await world.clock.advance(20_000);
  assert.deepEqual(page.reports, []);
});
