import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TransportError, type TransportEvent } from '../../src/session/transport.js';
import { World } from '../helpers/visitor.js';

test('a lost push is pulled when the next one shows the gap', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.unheard(() => world.server.room.say('one'));
  world.server.room.say('two');
  await world.clock.advance(1_000);
  assert.deepEqual([page.texts, world.server.count('pull')], [['one', 'two'], 1]);
});

test('pushes out of order are put right without a pull when the missing one comes soon', async () => {
  const world = new World();
  const page = await world.page().started();
  let late = true;
  world.network.push = (event) => (event.type === 'entry' && late ? ((late = false), 60) : 'pass');
  for (const text of ['one', 'two', 'three']) world.server.room.say(text);
  await world.clock.advance(1_000);
  assert.deepEqual(page.texts, ['one', 'two', 'three']);
});

test('whispers between agents and erased messages leave no gap', async () => {
  const world = new World();
  const page = await world.page().started();
  const seq = world.server.room.say('oops');
  await world.clock.advance(100);
  world.server.room.erase(seq);
  world.server.room.whisper('psst');
  world.server.room.say('hello');
  await world.clock.advance(5_000);
  assert.deepEqual([page.texts, world.server.count('pull')], [['oops', 'hello'], 0]);
});

test('a wake-up during a pull is not lost', async () => {
  const world = new World();
  const page = await world.page().started();
  const { room } = world.server;
  const wake = () => {
    for (const line of world.server.lines) line.push({ type: 'wake', remoteId: room.remoteId });
  };
  // The pull has been answered, and the answer is still on its way, when there is something new. Nothing else tells of it.
  world.network.push = (event) => (event.type === 'registers' ? 'lose' : 'pass');
  world.network.once('down', 'pull', 100);
  world.server.unheard(() => room.say('one'));
  wake();
  await world.clock.advance(30);
  world.server.unheard(() => room.say('two'));
  wake();
  await world.clock.advance(30);
  assert.deepEqual(page.texts, []);
  await world.clock.advance(500);
  assert.deepEqual([page.texts, world.server.count('pull')], [['one', 'two'], 2]);
});

test('a wake-up asks even when nothing is known to be missing', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.unheard(() => world.server.room.say('one'));
  for (const line of world.server.lines) line.push({ type: 'wake', remoteId: world.server.room.remoteId });
  await world.clock.advance(100);
  assert.deepEqual(page.texts, ['one']);
});

test('many pages are fetched one after the other until the head is reached', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.maxPage = 5;
  world.server.unheard(() => {
    for (let i = 0; i < 23; i++) world.server.room.say(`m${i}`);
  });
  for (const line of world.server.lines) line.push({ type: 'wake', remoteId: world.server.room.remoteId });
  await world.clock.advance(1_000);
  assert.deepEqual(
    page.texts,
    Array.from({ length: 23 }, (_, i) => `m${i}`),
  );
});

test('a reconnect fetches more than one page', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.maxPage = 4;
  world.server.stop();
  for (let i = 0; i < 18; i++) world.server.room.say(`m${i}`);
  world.server.restart();
  await world.clock.advance(5_000);
  assert.equal(page.texts.length, 18);
  assert.ok(
    page.factsOf('received').every(({ restoring }) => !restoring),
    'and it is news',
  );
});

test('a server that says there is more and never gives it is not asked in a tight loop', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.lie = (answer) => ({ ...answer, entries: [], head: 99 });
  for (const line of world.server.lines) line.push({ type: 'wake', remoteId: world.server.room.remoteId });
  await world.clock.advance(60_000);
  const asked = world.server.count('pull');
  assert.ok(asked > 3 && asked < 25, `${asked} pulls`);
  assert.equal(page.state.connection.status, 'online');
  page.say('still works');
  await world.clock.advance(100);
  assert.deepEqual(world.server.room.log().at(-1)?.type, 'message');
});

test('a server that gives less than it says does not keep the line from coming up', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.lie = (answer) => ({ ...answer, entries: [] });
  const { resume } = world.server;
  world.server.resume = (...args) => {
    const opened = resume.apply(world.server, args);
    return { ...opened, page: { ...opened.page, entries: [] }, registers: { ...opened.registers, head: 99 } };
  };
  world.network.cut();
  await world.clock.advance(5_000);
  assert.equal(page.state.connection.status, 'online');
});

test('a push that overtakes the answer which opens its conversation is not lost', async () => {
  const world = new World();
  // Every answer is much slower than the pushes.
  world.network.down = () => 400;
  const page = world.page();
  void page.chat.startChat();
  await world.clock.until(() => world.server.rooms.size > 0, 5_000);
  world.server.room.join();
  world.server.room.say('welcome');
  await world.clock.advance(1_000);
  assert.deepEqual([page.current.phase, page.texts], ['active', ['welcome']]);
});

test('a push that overtakes the answer of a restore is not lost, either', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  const page = tab.load();
  world.network.down = () => 400;
  void page.chat.recover();
  await world.clock.until(() => world.server.count('resume') > 0, 5_000);
  world.server.room.join();
  world.server.room.say('welcome');
  await world.clock.advance(1_000);
  assert.deepEqual([page.current.phase, page.texts], ['active', ['welcome']]);
  assert.equal(page.told.filter((name) => name === 'chat-restored').length, 1);
});

test('pushes for conversations that nobody has opened here are let go', async () => {
  const world = new World();
  const page = await world.page().started();
  const event: TransportEvent = { type: 'wake', remoteId: "somebody else's" };
  for (const line of world.server.lines) line.push(event);
  await world.clock.advance(1_000);
  assert.deepEqual([page.reports, world.server.count('pull')], [[], 0]);
});

test('older messages are fetched page by page, once at a time, until there are none', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  for (let i = 0; i < 12; i++) world.server.room.say(`m${i}`);
  await world.clock.advance(100);
  world.server.maxPage = 5;
  const page = tab.load();
  await page.chat.recover();
  await world.clock.advance(500);
  assert.equal(page.current.log.entries.length, 5);
  for (let i = 0; i < 3; i++) {
    page.perform('chat-older-request', {});
    page.perform('chat-older-request', {});
    assert.equal(page.current.loadingOlder, page.current.log.older);
    await world.clock.advance(100);
  }
  assert.deepEqual(
    [page.current.log.entries.length, page.current.log.older, page.current.loadingOlder],
    [13, false, false],
  );
  assert.equal(world.server.count('pull'), 2);
});

test('older messages that can not be fetched now can be asked for again', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  for (let i = 0; i < 12; i++) world.server.room.say(`m${i}`);
  world.server.maxPage = 5;
  const page = tab.load();
  await page.chat.recover();
  await world.clock.advance(500);
  world.network.once('up', 'pull', 'cut');
  page.perform('chat-older-request', {});
  await world.clock.advance(3_000);
  assert.equal(page.current.loadingOlder, false);
  page.perform('chat-older-request', {});
  await world.clock.advance(500);
  assert.equal(page.current.log.entries.length, 10);
});

test('a conversation that is pulled from and is not there any more ends', async () => {
  const world = new World();
  const page = await world.page().started();
  const { remoteId } = world.server.room;
  world.server.room.revoked = true;
  for (const line of world.server.lines) line.push({ type: 'wake', remoteId });
  await world.clock.advance(10_000);
  assert.deepEqual([page.current.phase, page.current.error, page.state.connection.reason], ['ended', 'denied', 'idle']);
});

test('a pull that is put off is tried again by itself', async () => {
  const world = new World();
  const page = await world.page().started();
  let refusals = 2;
  world.server.refuse = (verb) =>
    verb === 'pull' && refusals-- > 0 ? new TransportError('again', 'unavailable') : undefined;
  world.server.unheard(() => world.server.room.say('one'));
  world.server.room.say('two');
  await world.clock.advance(10_000);
  assert.deepEqual(page.texts, ['one', 'two']);
});
