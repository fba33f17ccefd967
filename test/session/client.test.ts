import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChatState } from '../../src/session/model/types.js';
import { createChat } from '../../src/session/index.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { World } from '../helpers/visitor.js';

test('a subscriber that acts at once is answered in turn: everybody sees the same snapshots in the same order', async () => {
  const world = new World();
  const page = world.page();
  const seen: [string[], string[]] = [[], []];
  const look = (list: string[]) => (state: ChatState) => void list.push(`${state.view.open} ${state.view.muted}`);
  let acted = false;
  page.chat.subscribe(look(seen[0]));
  page.chat.subscribe(() => {
    if (acted) return;
    acted = true;
    page.perform('chat-mute-request', { muted: true });
  });
  page.chat.subscribe(look(seen[1]));
  page.perform('chat-open-request');
  await world.clock.settle();
  assert.deepEqual(seen, [
    ['true false', 'true true'],
    ['true false', 'true true'],
  ]);
});

test('a subscriber is called on changes only', async () => {
  const world = new World();
  const page = await world.page().started();
  let calls = 0;
  let last = page.state;
  page.chat.subscribe((state) => {
    calls++;
    assert.notEqual(state, last);
    last = state;
  });
  page.perform('chat-open-request');
  page.perform('chat-open-request');
  world.server.room.changed();
  for (const transport of world.network.transports) transport.tell({ type: 'fault', code: 'x' });
  await world.clock.advance(500);
  assert.equal(calls, 2);
});

test('a subscriber that throws is reported and stops neither the others nor the session', async () => {
  const world = new World();
  const page = world.page();
  let heard = 0;
  page.chat.subscribe(() => {
    throw new Error('oops');
  });
  page.chat.subscribe(() => void heard++);
  await page.started();
  assert.ok(heard > 3);
  assert.match(String(page.reports[0]), /oops/);
});

test('a report that throws stops nothing, either', async () => {
  const world = new World();
  const page = world.page({
    report: () => {
      throw new Error('the reporter is broken, too');
    },
  });
  page.chat.subscribe(() => {
    throw new Error('oops');
  });
  await page.started();
  assert.equal(page.current.phase, 'queued');
});

test('a subscriber that subscribes itself anew each time is called once for each change', async () => {
  const world = new World();
  const page = world.page();
  let calls = 0;
  const listen = () => {
    const undo = page.chat.subscribe(() => {
      calls++;
      undo();
      listen();
    });
  };
  listen();
  page.perform('chat-open-request');
  page.perform('chat-close-request');
  await world.clock.settle();
  assert.equal(calls, 2);
});

test('a listener that is undone by one before it hears nothing more', () => {
  const world = new World();
  const page = world.page();
  let heard = 0;
  const undo: (() => void)[] = [];
  page.chat.subscribe(() => undo.forEach((stop) => stop()));
  undo.push(page.chat.subscribe(() => void heard++));
  page.perform('chat-open-request');
  assert.equal(heard, 0);
});

test('an intent that makes no sense is reported and thrown at nobody', async () => {
  const world = new World();
  const page = world.page();
  page.chat.perform({ type: 'chat-open-request' } as never);
  page.chat.perform({ type: 'chat-dance-request', detail: {} } as never);
  page.perform('chat-seen-request', { seq: 3 });
  page.perform('chat-retry-request', { clientId: 'nobody', conversationId: 'nothing' });
  page.perform('chat-discard-request', { clientId: 'nobody', conversationId: 'nothing' });
  page.perform('chat-seen-request', { seq: 3, conversationId: 'nothing' });
  await world.clock.advance(1_000);
  assert.equal(world.network.opens, 0);
});

test('a listener of one event hears that event only', async () => {
  const world = new World();
  const page = world.page();
  const heard: string[] = [];
  const undo = page.chat.on('chat-started', ({ conversationId }) => heard.push(conversationId));
  await page.started();
  undo();
  assert.deepEqual(heard, [page.current.key]);
});

test('malformed default data is refused when the chat is made', () => {
  assert.throws(() => createChat({ transport: loopback(), userData: { a: [] } as never }), {
    name: 'ChatError',
    code: 'invalid',
  });
});

test("a headless chat over the loopback transport works from the package's own entry", async () => {
  const chat = createChat({ transport: loopback({ pace: 0, greeting: 'Hello' }) });
  await chat.startChat({ nickname: 'Ann' });
  await chat.sendMessage({ message: 'hi' });
  for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve));
  const { messages } = await chat.getTranscript();
  assert.deepEqual(
    messages.filter(({ type }) => type === 'Message').map(({ text }) => text),
    ['Hello', 'hi', 'hi'],
  );
  await chat.endChat();
  chat.release();
});
