import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TransportError } from '../../src/session/transport.js';
import { watch } from '../helpers/outcome.js';
import { World } from '../helpers/visitor.js';

const log = (world: World) =>
  world.server.room.log().map((entry) => (entry.type === 'message' ? entry.text : entry.type));

test('the end is stored after the messages before it', async () => {
  const world = new World();
  const page = await world.page().started();
  world.disk.fault = (call) => (call === 'put' ? 50 : 'ok');
  page.say('one');
  page.say('two');
  const ended = watch(page.chat.endChat());
  await world.clock.advance(2_000);
  assert.deepEqual([log(world), ended.is, page.current.phase], [['join', 'one', 'two', 'end'], 'resolved', 'ended']);
});

test('an end while offline is told when the server has stored it, after the messages before it', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  await world.clock.advance(10);
  page.say('last words');
  const ended = watch(page.chat.endChat());
  await world.clock.advance(5_000);
  assert.deepEqual([ended.is, page.current.phase, page.factsOf('ended').length], ['pending', 'ending', 0]);
  world.server.restart();
  await world.clock.advance(15_000);
  assert.deepEqual([ended.is, log(world)], ['resolved', ['join', 'last words', 'end']]);
  assert.equal(page.factsOf('ended').length, 1);
});

test('an end that is asked for twice is sent once, and both promises resolve', async () => {
  const world = new World();
  const page = await world.page().started();
  const both = [watch(page.chat.endChat()), watch(page.chat.endChat())];
  await world.clock.settle();
  assert.deepEqual(
    both.map(({ is }) => is),
    ['pending', 'pending'],
  );
  await world.clock.advance(1_000);
  assert.deepEqual(
    both.map(({ is }) => is),
    ['resolved', 'resolved'],
  );
  assert.deepEqual(log(world), ['join', 'end']);
});

test('an end that the agent came before with resolves: it is over, which is what was wanted', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.unheard(() => world.server.room.end('agent'));
  const ended = watch(page.chat.endChat());
  await world.clock.advance(5_000);
  assert.deepEqual(
    [ended.is, page.current.log.entries.at(-1)?.type],
    ['resolved', 'end'],
    'and the end itself is fetched',
  );
  // The heartbeat brings the registers.
  world.server.room.changed();
  await world.clock.advance(100);
  assert.equal(page.current.ended?.by, 'agent');
});

test('a server that refuses an end because it is over has granted it', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.judge = (item) => ({ id: item.id, status: 'refused', code: 'ended' });
  const ended = watch(page.chat.endChat());
  await world.clock.advance(1_000);
  assert.equal(ended.is, 'resolved');
});

test('an end that is refused puts the conversation back to where it was', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.join();
  world.server.judge = (item) =>
    item.type === 'end' ? { id: item.id, status: 'refused', code: 'blocked' } : undefined;
  await world.clock.advance(100);
  const ended = watch(page.chat.endChat());
  await world.clock.advance(500);
  assert.deepEqual([ended.is, page.current.phase], ['blocked', 'active']);
});

test('an end during the start is carried out when the start has come through', async () => {
  const world = new World();
  const page = world.page();
  world.server.stop();
  void page.chat.startChat().catch(() => undefined);
  const ended = watch(page.chat.endChat());
  await world.clock.advance(1_000);
  assert.equal(ended.is, 'pending');
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual([ended.is, page.current.phase], ['resolved', 'ended']);
});

test('the line is kept until the entry that says who ended it is here', async () => {
  const world = new World();
  const page = await world.page().started();
  // The registers say that it is over; the push of the entry is lost, and so are the first pulls.
  world.network.push = (event) => (event.type === 'entry' ? 'lose' : 'pass');
  let pulls = 0;
  world.server.refuse = (verb) =>
    verb === 'pull' && ++pulls < 4 ? new TransportError('again', 'unavailable') : undefined;
  world.server.room.end('agent', undefined, 'solved');
  await world.clock.advance(100);
  assert.deepEqual([page.current.phase, page.current.ended, page.factsOf('ended').length], ['ended', undefined, 0]);
  await world.clock.advance(20_000);
  assert.deepEqual(page.current.ended, { by: 'agent', reason: 'solved' });
  assert.equal(page.state.connection.reason, 'idle');
});

test('the end that is still missing when the line breaks is fetched on the next one', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.push = (event) => (event.type === 'entry' ? 'lose' : 'pass');
  world.server.room.end('agent');
  await world.clock.advance(20);
  world.network.cut();
  world.network.push = () => 'pass';
  await world.clock.advance(5_000);
  assert.equal(page.current.ended?.by, 'agent');
});

test('a message that is typed after the end begins a new conversation; the verb is refused', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.end();
  await world.clock.advance(500);
  const before = page.current.key;
  const sent = watch(page.chat.sendMessage({ message: 'too late' }));
  await world.clock.settle();
  assert.deepEqual([sent.is, sent.text], ['not-active', 'There is no active chat session']);
  page.say('hello again');
  await world.clock.advance(1_000);
  assert.notEqual(page.current.key, before);
  assert.deepEqual(page.texts, ['hello again']);
});

test('a message that was queued when the conversation ended is refused and stays readable, also over a reload', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  const sent = watch(first.chat.sendMessage({ message: 'wait!' }));
  await world.clock.advance(100);
  world.server.room.end('agent');
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual([sent.is, first.current.phase, first.echoes], ['ended', 'ended', ['wait!:failed']]);
  const second = tab.load();
  await second.chat.recover();
  await world.clock.advance(5_000);
  assert.deepEqual(
    [second.current.phase, second.echoes, second.state.connection.reason],
    ['ended', ['wait!:failed'], 'idle'],
  );
  second.perform('chat-new-request');
  await world.clock.advance(1_000);
  assert.deepEqual([second.state.current, second.state.view.drafts['']], [undefined, 'wait!']);
  assert.deepEqual([world.disk.under('outbox/'), world.disk.under('conversation/'), world.marker], [[], [], false]);
});

test('a queued message is not forgotten when the line breaks between the news of the end and its refusal', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  await world.clock.advance(10);
  page.say('wait!');
  await world.clock.advance(100);
  world.server.room.end('agent');
  world.server.restart();
  world.network.once('up', 'send', 'cut');
  await world.clock.advance(20_000);
  assert.deepEqual(page.echoes, ['wait!:failed']);
});

test('a message that is retried after the end goes back to the composer when nothing leads back there', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.judge = (item) => ({ id: item.id, status: 'refused', code: 'blocked' });
  page.say('again');
  await world.clock.advance(500);
  world.server.judge = () => undefined;
  world.server.room.end();
  await world.clock.advance(2_000);
  page.perform('chat-retry-request', { clientId: page.current.pending[0]?.clientId ?? '' });
  await world.clock.advance(5_000);
  assert.ok(page.echoes.join() === 'again:failed' || page.state.view.drafts[''] === 'again', 'never lost');
  assert.equal(page.state.connection.reason, 'idle');
});

test('after the end nothing is held: no line, no timer, no record', async () => {
  const world = new World();
  const page = await world.page().started();
  page.say('bye');
  void page.chat.endChat();
  await world.clock.advance(30_000);
  assert.deepEqual(
    [page.clock.waiting, world.server.lines.size, [...world.disk.rows.keys()], world.marker],
    [0, 0, [], false],
  );
});

test('the transcript of an ended conversation can be put aside for a new one', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.end();
  await world.clock.advance(500);
  page.perform('chat-new-request');
  await world.clock.advance(100);
  assert.deepEqual([page.state.current, page.state.conversations], [undefined, {}]);
});

test('a running conversation can not be put aside', async () => {
  const world = new World();
  const page = await world.page().started();
  page.perform('chat-new-request');
  await world.clock.advance(100);
  assert.equal(page.current.phase, 'queued');
});
