import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChatEventMap } from '../../src/session/events.js';
import { ALICE, BOB } from '../helpers/fake-room.js';
import { World, type Page } from '../helpers/visitor.js';

/** The details of one event, in order. */
function details<T extends keyof ChatEventMap>(page: Page, type: T): readonly ChatEventMap[T][] {
  return page.events.flatMap((event) => (event.type === type ? [event.detail as ChatEventMap[T]] : []));
}
const connection = /disconnected$|reconnected|pending|server-|connection-restored|restored-offline/;
const lineEvents = (page: Page) => page.told.filter((name) => connection.test(name) && !/agent|client/.test(name));

test('started comes before queued, and queued before the first message', async () => {
  const world = new World();
  const page = await world.page().started();
  const order = ['chat-started', 'chat-queued', 'chat-message-received'].map((name) => page.told.indexOf(name));
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
  assert.ok(!order.includes(-1));
  assert.deepEqual(details(page, 'chat-queued'), [{ conversationId: page.current.key, queue: { position: 1 } }]);
});

test('every detail of a conversation names it', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.join();
  page.say('hello');
  world.server.room.end();
  await world.clock.advance(1_000);
  const own = page.events.filter(({ type }) => !lineEvents(page).includes(type) && type !== 'chat-storage-changed');
  assert.ok(
    own.length > 8 &&
      own.every(({ detail }) => 'conversationId' in detail && detail.conversationId === page.current.key),
  );
});

test('places in the queue are told, and leaving the queue', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.requeue(3);
  world.server.room.requeue(3);
  await world.clock.advance(100);
  world.server.room.join();
  await world.clock.advance(100);
  assert.deepEqual(
    details(page, 'chat-queue-updated').map(({ queue }) => queue?.position),
    [1, 3, undefined],
  );
});

test('back in the queue after a transfer is queued again; after a reload it is not', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  world.server.room.join();
  world.server.room.requeue(1);
  await world.clock.advance(100);
  assert.equal(details(page, 'chat-queued').length, 2);
  const second = tab.load();
  await second.chat.recover();
  await world.clock.advance(500);
  assert.equal(details(second, 'chat-queued').length, 0);
});

test('agents who come and go are told with everybody who is there after it', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.join(ALICE);
  world.server.room.join(BOB);
  world.server.room.leave(ALICE);
  await world.clock.advance(500);
  const came = details(page, 'chat-agent-connected');
  assert.deepEqual(
    came.map(({ numAgentsConnected, message }) => [numAgentsConnected, message.from.name, message.type]),
    [
      [1, 'Alice', 'ParticipantJoined'],
      [2, 'Bob', 'ParticipantJoined'],
    ],
  );
  const [left] = details(page, 'chat-agent-disconnected');
  assert.equal(left?.numAgentsConnected, 1);
  assert.deepEqual([left?.agents['alice']?.connected, left?.agents['bob']?.connected], [false, true]);
  assert.ok((left?.agents['alice']?.disconnectedTime ?? 0) > 0);
});

test('supervisors, bots and the visitor have events of their own', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.join({ id: 's', role: 'supervisor', name: 'Sue' });
  world.server.room.join({ id: 'b', role: 'bot', name: 'Bo' });
  await world.clock.advance(100);
  assert.deepEqual(
    page.told.filter((name) => name.endsWith('-connected')),
    ['chat-client-connected', 'chat-supervisor-connected', 'chat-bot-connected'],
  );
  assert.equal(details(page, 'chat-supervisor-connected')[0]?.agents['s']?.supervisor, true);
});

test("messages are told with their place in the transcript, one's own as client messages", async () => {
  const world = new World();
  const page = await world.page().started();
  page.say('mine');
  await world.clock.advance(100);
  world.server.room.say('theirs');
  await world.clock.advance(100);
  const messages = details(page, 'chat-message-received').flatMap((detail) => detail.messages);
  const { messages: transcript } = await page.chat.getTranscript();
  assert.deepEqual(messages, transcript);
  assert.deepEqual(
    messages.map(({ index, text, from }) => [index, text, from.type]),
    [
      [0, '', 'Client'],
      [1, 'mine', 'Client'],
      [2, 'theirs', 'Agent'],
    ],
  );
});

test('a message is told as sent once, with its text', async () => {
  const world = new World();
  const page = await world.page().started();
  page.say('hello');
  await world.clock.advance(500);
  assert.deepEqual(
    details(page, 'chat-message-sent').map(({ text }) => text),
    ['hello'],
  );
  world.server.judge = (item) => ({ id: item.id, status: 'refused', code: 'blocked' });
  page.say('no');
  await world.clock.advance(500);
  assert.deepEqual(
    details(page, 'chat-message-failed').map(({ code }) => code),
    ['blocked'],
  );
});

test('delivered and seen are told when they rise, each for itself', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.join();
  page.say('hello');
  await world.clock.advance(100);
  const { head } = world.server.room;
  world.server.room.mark('alice', { delivered: head });
  await world.clock.advance(100);
  world.server.room.mark('alice', { seen: head });
  world.server.room.mark('alice', { seen: head });
  await world.clock.advance(100);
  assert.deepEqual(
    [details(page, 'chat-message-delivered'), details(page, 'chat-message-seen')].map((list) =>
      list.map(({ upTo }) => upTo),
    ),
    [[head], [head]],
  );
});

test('the unread count is told when it changes', async () => {
  const world = new World();
  const page = await world.page().started();
  const { room } = world.server;
  room.say('one');
  room.say('two');
  await world.clock.advance(100);
  page.perform('chat-seen-request', { seq: room.head });
  await world.clock.advance(100);
  assert.deepEqual(
    details(page, 'chat-unread-changed').map(({ count }) => count),
    [1, 2, 0],
  );
});

test('the first opening of a line is no news, and neither is its closing after the end', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.end();
  await world.clock.advance(5_000);
  page.say('again');
  await world.clock.advance(1_000);
  assert.deepEqual(lineEvents(page), []);
});

test('a line that breaks and comes back: disconnected once, pending with each try, reconnected once', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  await world.clock.until(() => page.state.connection.attempts === 3, 30_000);
  world.server.restart();
  await world.clock.until(() => page.state.connection.status === 'online', 30_000);
  const told = lineEvents(page);
  assert.equal(told[0], 'chat-disconnected');
  assert.equal(told.at(-1), 'chat-reconnected');
  assert.ok(told.slice(1, -1).length >= 4 && told.slice(1, -1).every((name) => name === 'chat-connection-pending'));
});

test('a catch-up that fails in the middle is not a second outage', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.once('up', 'resume', 'cut');
  world.network.cut();
  await world.clock.advance(5_000);
  const told = lineEvents(page);
  assert.deepEqual(
    [
      told.filter((name) => name === 'chat-disconnected').length,
      told.filter((name) => name === 'chat-reconnected').length,
    ],
    [1, 1],
  );
});

test('a first opening that fails is an outage', async () => {
  const world = new World();
  world.server.stop();
  const page = world.page();
  void page.chat.startChat().catch(() => undefined);
  await world.clock.advance(1_000);
  assert.equal(lineEvents(page)[0], 'chat-disconnected');
  world.server.restart();
  await world.clock.advance(5_000);
  assert.equal(lineEvents(page).at(-1), 'chat-reconnected');
});

test('the server counts as offline at the sixth failure, and as back when the line is up again', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  await world.clock.until(() => page.state.connection.attempts === 5, 60_000);
  assert.ok(!page.told.includes('chat-server-went-offline'));
  await world.clock.until(() => page.state.connection.attempts === 6, 60_000);
  assert.deepEqual(details(page, 'chat-server-went-offline'), [{ attempts: 6 }]);
  assert.equal(page.current.phase, 'queued', 'the conversation has not ended');
  await world.clock.advance(60_000);
  world.server.restart();
  await world.clock.advance(20_000);
  assert.deepEqual(lineEvents(page).slice(-3), [
    'chat-server-back-online',
    'chat-connection-restored',
    'chat-reconnected',
  ]);
  assert.equal(details(page, 'chat-server-went-offline').length, 1);
});

test('a conversation that is restored while the server is offline says so, and that it is back', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  world.server.stop();
  const page = tab.load();
  await page.chat.recover();
  await world.clock.advance(60_000);
  assert.deepEqual(details(page, 'chat-restored-offline'), [{ conversationId: page.current.key }]);
  world.server.restart();
  await world.clock.advance(20_000);
  assert.ok(page.told.indexOf('chat-server-back-online') > page.told.indexOf('chat-restored-offline'));
  assert.equal(page.current.phase, 'queued');
});

test('a conversation that ends while the line was down: reconnected is told, and the end once', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  world.server.room.end('agent');
  await world.clock.advance(100);
  world.server.restart();
  await world.clock.advance(5_000);
  assert.deepEqual(
    lineEvents(page).filter((name) => name !== 'chat-connection-pending'),
    ['chat-disconnected', 'chat-reconnected'],
  );
  assert.deepEqual(details(page, 'chat-ended'), [{ conversationId: page.current.key, by: 'agent', reason: '' }]);
});

test('what a transport does not understand is reported, and is no event', async () => {
  const world = new World();
  const page = await world.page().started();
  const before = page.events.length;
  for (const transport of world.network.transports)
    transport.tell({ type: 'fault', code: 'protocol', detail: 'entry' });
  assert.deepEqual(page.reports, [{ type: 'warning', code: 'protocol', detail: 'entry' }]);
  assert.equal(page.events.length, before);
});
