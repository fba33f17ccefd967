import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TransportError, type StartRequest } from '../../src/session/transport.js';
import { watch } from '../helpers/outcome.js';
import { World } from '../helpers/visitor.js';

test('nothing is requested and nothing is written before the first act', async () => {
  const world = new World();
  const writes: string[] = [];
  world.disk.fault = (call, key) => {
    if (call === 'put' || call === 'delete') writes.push(key);
    return 'ok';
  };
  const page = world.page();
  page.perform('chat-open-request');
  await page.chat.recover();
  await world.clock.advance(10_000);
  assert.deepEqual([world.network.opens, writes, world.marker], [0, [], false]);
});

test('a start whose answer is lost is repeated under the same key and opens the same conversation', async () => {
  const world = new World();
  world.network.once('down', 'start', 'cut');
  const page = world.page();
  const started = page.chat.startChat({ nickname: 'Ann' });
  await world.clock.advance(3_000);
  assert.deepEqual([world.server.count('start'), world.server.rooms.size], [2, 1]);
  assert.equal(((await started).data as { conversationId: string }).conversationId, page.current.key);
});

test('what a conversation is started with is a secret: no event, no state and no result tells it', async () => {
  const world = new World();
  world.network.once('down', 'start', 'cut');
  const page = world.page();
  const told: unknown[] = [];
  page.chat.onAny((event) => told.push(event));
  page.chat.subscribe((state, facts) => told.push(state, facts));
  const started = page.chat.startChat({ nickname: 'Ann' });
  await world.clock.advance(3_000);
  told.push(await started);
  const keys = world.server.asked.flatMap(({ verb, request }) =>
    verb === 'start' ? [(request as StartRequest).key] : [],
  );
  assert.equal(new Set(keys).size, 1);
  assert.ok(keys[0] && !JSON.stringify(told).includes(keys[0]));
});

test('a start that came too late is another one when the visitor tries again', async () => {
  const world = new World();
  const page = world.page();
  world.server.refuse = (verb) => (verb === 'start' ? new TransportError('final', 'unknown-conversation') : undefined);
  page.say('Written on a train');
  await world.clock.advance(3_000);
  assert.deepEqual(page.echoes, ['Written on a train:failed']);
  world.server.refuse = () => undefined;
  page.perform('chat-retry-request', {
    conversationId: page.current.key,
    clientId: page.current.pending[0]!.clientId,
  });
  await world.clock.advance(3_000);
  assert.deepEqual(page.texts, ['Written on a train']);
  const keys = world.server.asked.flatMap(({ verb, request }) =>
    verb === 'start' ? [(request as StartRequest).key] : [],
  );
  assert.equal(new Set(keys).size, 2);
});

test('a start that gets no answer at all is repeated after its deadline', async () => {
  const world = new World();
  world.network.once('up', 'start', 'lose');
  const page = world.page();
  void page.chat.startChat();
  assert.ok(await world.clock.until(() => page.state.current !== undefined && page.current.phase === 'queued', 30_000));
  assert.equal(world.server.rooms.size, 1);
});

test('the intent to start survives a reload, and is asked under the same key', async () => {
  const world = new World();
  const tab = world.tab();
  const first = tab.load();
  world.server.stop();
  void first.chat.startChat({ nickname: 'Ann', userData: { plan: 'gold' } }).catch(() => undefined);
  await world.clock.advance(1_000);
  const { key } = first.current;
  const second = tab.load();
  await second.chat.recover();
  assert.deepEqual(
    [second.current.key, second.current.phase, second.current.profile.nickname],
    [key, 'starting', 'Ann'],
  );
  world.server.restart();
  await world.clock.advance(10_000);
  assert.equal(second.current.phase, 'queued');
  assert.deepEqual((world.server.asked[0]?.request as { userData: unknown }).userData, { plan: 'gold' });
});

test('a second start at once is refused, and only one conversation begins', async () => {
  const world = new World();
  const page = world.page();
  const [first, second] = [watch(page.chat.startChat()), watch(page.chat.startChat())];
  await world.clock.advance(500);
  assert.equal(second.is, 'already-active');
  assert.deepEqual(first.value, { code: 'ok', message: 'ok', data: { conversationId: page.current.key } });
  assert.equal(world.server.rooms.size, 1);
});

test('a start while a conversation runs is refused', async () => {
  const world = new World();
  const page = await world.page().started();
  const again = watch(page.chat.startChat());
  await world.clock.settle();
  assert.equal(again.is, 'already-active');
});

test('a start joins what another tab has begun: the verb is refused, the form is content', async () => {
  for (const channel of [true, false]) {
    const world = new World();
    world.channel = channel;
    const other = world.page();
    const page = await world.page().started();
    const started = watch(other.chat.startChat());
    await world.clock.advance(500);
    assert.equal(started.is, 'already-active');
    other.perform('chat-start-request', {});
    await world.clock.advance(500);
    assert.equal(other.current.key, page.current.key);
    assert.equal(world.server.rooms.size, 1);
  }
});

test('a conversation that another tab begins shows here, too', async () => {
  const world = new World();
  const other = world.page();
  const page = await world.page().started();
  await world.clock.advance(200);
  assert.equal(other.current.key, page.current.key);
});

test('two quick sends when nothing runs begin one conversation and keep their order', async () => {
  const world = new World();
  world.disk.fault = () => 20;
  const page = world.page();
  page.say('one');
  page.say('two');
  page.say('three');
  await world.clock.advance(2_000);
  assert.deepEqual([world.server.rooms.size, page.texts], [1, ['one', 'two', 'three']]);
  assert.deepEqual(page.state.view.drafts, {});
});

test('verbs keep the order of their calls: start, send, send, end', async () => {
  const world = new World();
  const page = world.page();
  const all = Promise.all([
    page.chat.startChat(),
    page.chat.sendMessage({ message: 'a' }),
    page.chat.sendMessage({ message: 'b' }),
    page.chat.endChat(),
  ]);
  await world.clock.advance(2_000);
  await all;
  assert.deepEqual(
    page.current.log.entries.map((entry) => (entry.type === 'message' ? entry.text : entry.type)),
    ['join', 'a', 'b', 'end'],
  );
});

test('a send that begins a conversation and a start at the same time begin one', async () => {
  const world = new World();
  const page = world.page();
  page.say('hello');
  const started = watch(page.chat.startChat());
  await world.clock.advance(1_000);
  assert.equal(started.is, 'already-active');
  assert.deepEqual([world.server.rooms.size, page.texts], [1, ['hello']]);
});

test('a conversation that begins while the line is catching up is brought up, too', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.end();
  await world.clock.advance(500);
  page.say('again');
  await world.clock.until(() => page.state.connection.status === 'catching-up', 1_000);
  await world.clock.advance(3_000);
  assert.deepEqual([page.current.phase, page.texts], ['queued', ['again']]);
});

test('a refused start shows its reason, rejects, and keeps the messages as failed', async () => {
  const world = new World();
  world.server.refuse = (verb) => (verb === 'start' ? new TransportError('final', 'blocked') : undefined);
  const page = world.page();
  const started = watch(page.chat.startChat());
  const sent = watch(page.chat.sendMessage({ message: 'please' }));
  await world.clock.advance(1_000);
  assert.equal(started.is, 'blocked');
  assert.equal(sent.is, 'blocked');
  assert.deepEqual([page.current.phase, page.current.error, page.echoes], ['idle', 'blocked', ['please:failed']]);
  assert.ok(
    page.events.some(({ type, detail }) => type === 'chat-error' && 'code' in detail && detail.code === 'blocked'),
  );
  await world.clock.advance(60_000);
  assert.equal(page.state.connection.reason, 'idle', 'and no line is held for it');
});

test('a refused start may be tried again, with the messages that wait in it, in their order', async () => {
  const world = new World();
  world.server.refuse = (verb) => (verb === 'start' ? new TransportError('final', 'blocked') : undefined);
  const page = world.page();
  page.say('one');
  page.say('two');
  await world.clock.advance(1_000);
  const [key, clientId = ''] = [page.current.key, page.current.pending[0]?.clientId];
  world.server.refuse = () => undefined;
  page.perform('chat-retry-request', { clientId });
  await world.clock.advance(1_000);
  assert.deepEqual([page.current.key, page.texts], [key, ['one', 'two']]);
});

test('a new text after a refused start goes behind the ones that wait', async () => {
  const world = new World();
  world.server.refuse = (verb) => (verb === 'start' ? new TransportError('final', 'blocked') : undefined);
  const page = world.page();
  page.say('one');
  await world.clock.advance(1_000);
  world.server.refuse = () => undefined;
  page.say('two');
  await world.clock.advance(1_000);
  assert.deepEqual([Object.keys(page.state.conversations).length, page.texts], [1, ['one', 'two']]);
});

test('a refused start that is tried again twice at once begins one conversation, with all its messages', async () => {
  const world = new World();
  world.server.refuse = (verb) => (verb === 'start' ? new TransportError('final', 'blocked') : undefined);
  const page = world.tab().load();
  page.say('one');
  page.say('two');
  await world.clock.advance(2_000);
  assert.equal(page.current.phase, 'idle');
  world.server.refuse = () => undefined;
  for (const { clientId } of page.current.pending) page.perform('chat-retry-request', { clientId });
  await world.clock.advance(5_000);
  assert.equal(Object.keys(page.state.conversations).length, 1);
  assert.deepEqual(page.texts, ['one', 'two']);
});

test('a refused start keeps its messages over a reload, without asking again by itself', async () => {
  const world = new World();
  const tab = world.tab();
  world.server.refuse = (verb) => (verb === 'start' ? new TransportError('final', 'blocked') : undefined);
  const first = tab.load();
  first.say('one');
  await world.clock.advance(1_000);
  const second = tab.load();
  assert.equal(await second.chat.recover(), undefined);
  await world.clock.advance(10_000);
  assert.deepEqual([second.current.phase, second.current.error, second.echoes], ['idle', 'blocked', ['one:failed']]);
  assert.equal(world.server.count('start'), 1);
  world.server.refuse = () => undefined;
  second.perform('chat-retry-request', { clientId: second.current.pending[0]?.clientId ?? '' });
  await world.clock.advance(1_000);
  assert.deepEqual(second.texts, ['one']);
});

test('a conversation that never came to be goes with its last message', async () => {
  const world = new World();
  world.server.refuse = (verb) => (verb === 'start' ? new TransportError('final', 'blocked') : undefined);
  const page = world.page();
  page.say('one');
  await world.clock.advance(1_000);
  page.perform('chat-discard-request', { clientId: page.current.pending[0]?.clientId ?? '' });
  await world.clock.advance(1_000);
  assert.deepEqual([page.state.current, [...world.disk.rows.keys()], world.marker], [undefined, [], false]);
});

test('a start that the server puts off goes on by itself', async () => {
  const world = new World();
  let refusals = 3;
  world.server.refuse = (verb) =>
    verb === 'start' && refusals-- > 0 ? new TransportError('again', 'unavailable') : undefined;
  const page = world.page();
  const started = page.chat.startChat();
  await world.clock.advance(20_000);
  assert.equal(page.current.phase, 'queued');
  assert.equal((await started).code, 'ok');
});

test('a new conversation after the end has its own key, and the profile of the one before', async () => {
  const world = new World();
  const page = world.page();
  void page.chat.startChat({ nickname: 'Ann' });
  await world.clock.advance(500);
  const before = page.current.key;
  world.server.room.end();
  await world.clock.advance(500);
  page.say('one more thing');
  await world.clock.advance(1_000);
  assert.notEqual(page.current.key, before);
  assert.deepEqual([page.current.profile.nickname, page.texts], ['Ann', ['one more thing']]);
});

test("the data of the chat is given with each conversation, and the start's own wins", async () => {
  const world = new World();
  const page = world.page({ userData: { plan: 'basic', site: 'shop' } });
  void page.chat.startChat({ userData: { plan: 'gold' } });
  await world.clock.advance(500);
  assert.deepEqual((world.server.asked[0]?.request as { userData: unknown }).userData, { plan: 'gold', site: 'shop' });
});
