import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoreCall, StoreFault } from '../helpers/fault-store.js';
import { watch } from '../helpers/outcome.js';
import { World, type Page, type Tab } from '../helpers/visitor.js';

/** A page that is loaded anew with a text of the page before it unsent, and a server that is there again. */
async function reloadedWith(world: World, text: string): Promise<{ readonly tab: Tab; readonly next: Page }> {
  const tab = world.tab();
  const page = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  page.say(text);
  await world.clock.advance(10);
  const next = tab.load();
  world.server.restart();
  return { tab, next };
}

/** The lanes of one conversation can't be read; all else can. */
const noLanes = (call: StoreCall, key: string): StoreFault =>
  call === 'list' && /^outbox\/./.test(key) ? 'reject' : 'ok';

test('a full store: the text is held in memory, the state says so, and it is sent all the same', async () => {
  const world = new World();
  const page = await world.page().started();
  world.disk.fault = (call) => (call === 'put' ? 'reject' : 'ok');
  world.server.stop();
  await world.clock.advance(10);
  page.say('hello');
  await world.clock.advance(100);
  assert.deepEqual([page.echoes, page.state.storage], [['hello:held'], 'memory']);
  assert.ok(
    page.events.some(({ type, detail }) => type === 'chat-storage-changed' && 'durable' in detail && !detail.durable),
  );
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual(page.texts, ['hello']);
});

test('when the store works again, what was held is stored, and the state says so', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  world.disk.fault = (call) => (call === 'put' ? 'reject' : 'ok');
  page.say('one');
  await world.clock.advance(100);
  world.disk.fault = () => 'ok';
  page.say('two');
  await world.clock.advance(100);
  assert.deepEqual([page.echoes, page.state.storage], [['one:queued', 'two:queued'], 'durable']);
  const second = tab.load();
  await second.chat.recover();
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual(second.texts, ['one', 'two']);
});

test('that a text is stored does not hide that the one after it could not be', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  await world.clock.advance(10);
  world.disk.fault = () => 40;
  page.say('one');
  page.say('two');
  await world.clock.advance(39);
  // What was asked of the disk is still done; nothing is from now on.
  world.disk.fault = () => 'reject';
  await world.clock.advance(1_000);
  assert.deepEqual([page.echoes, page.state.storage], [['one:queued', 'two:held'], 'memory']);
});

test('a store that is blocked from the first act on: the chat works, in memory', async () => {
  const world = new World();
  world.disk.fault = () => 'reject';
  const page = world.page();
  page.say('hello');
  await world.clock.advance(1_000);
  world.server.room.say('hi');
  await world.clock.advance(100);
  assert.deepEqual([page.texts, page.state.storage], [['hello', 'hi'], 'memory']);
});

test('a store that hangs holds nothing up for good', async () => {
  const world = new World();
  const page = await world.page().started();
  world.disk.fault = () => 'hang';
  page.say('hello');
  await world.clock.advance(6_000);
  assert.deepEqual([page.texts, page.state.storage], [['hello'], 'memory']);
});

test('a chat that begins over a hanging store still begins', async () => {
  const world = new World();
  world.disk.fault = () => 'hang';
  const page = world.page();
  page.say('hello');
  assert.ok(await world.clock.until(() => page.state.current !== undefined && page.texts.includes('hello'), 60_000));
});

test('a store that forgets with the page is said to be memory from the start', () => {
  const world = new World();
  world.disk.durable = false;
  assert.equal(world.page().state.storage, 'memory');
});

test('a record that could not be stored at the start is stored with the next message', async () => {
  const world = new World();
  world.disk.fault = (call) => (call === 'put' ? 'reject' : 'ok');
  const tab = world.tab();
  const page = await tab.load().started();
  assert.equal(page.state.storage, 'memory');
  world.disk.fault = () => 'ok';
  page.say('hello');
  await world.clock.advance(500);
  assert.equal(page.state.storage, 'durable');
  const second = tab.load();
  assert.equal(await second.chat.recover(), page.current.key);
});

test('nothing is sent in a conversation before the way back to it is stored: the next page could not tell what was sent', async () => {
  const world = new World();
  const tab = world.tab();
  world.disk.fault = (call, key) => (call === 'put' && key.startsWith('conversation/') ? 'reject' : 'ok');
  const page = await tab.load().started();
  world.disk.fault = (_call, key) => (key.startsWith('conversation/') ? 200 : 'ok');
  page.say('hello');
  await world.clock.advance(100);
  assert.deepEqual([page.texts, page.echoes, world.server.count('send'), world.disk.under('outbox/')], [[], [], 0, []]);
  // It dies now: the text is still in the composer, and stays there, once.
  const next = tab.load();
  world.disk.fault = () => 'ok';
  await next.chat.recover();
  await world.clock.advance(5_000);
  assert.deepEqual(Object.values(next.state.view.drafts), ['hello']);
});

test('a text that was sent while the way back could not be stored is not given back by the next page', async () => {
  const world = new World();
  const tab = world.tab();
  world.disk.fault = (call, key) => (call === 'put' && key.startsWith('conversation/') ? 'reject' : 'ok');
  const page = await tab.load().started();
  world.network.latency = 50;
  page.say('hello');
  await world.clock.advance(70);
  assert.deepEqual([page.state.storage, world.server.count('send')], ['memory', 1]);
  const next = tab.load();
  world.disk.fault = () => 'ok';
  await next.chat.recover();
  await world.clock.advance(5_000);
  assert.deepEqual(Object.values(next.state.view.drafts).filter(Boolean), []);
});

test('a text that is held while another tab clears the conversation away is not orphaned when it is stored at last', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  world.disk.fault = (call) => (call === 'put' ? 'reject' : 'ok');
  world.network.once('down', 'send', 'lose');
  page.say('sent, but nobody said so');
  await world.clock.advance(100);
  world.disk.rows.delete(`conversation/${page.current.key}`);
  world.disk.fault = () => 'ok';
  page.say('next');
  await world.clock.advance(50);
  const next = tab.load();
  await next.chat.recover();
  await world.clock.advance(30_000);
  assert.deepEqual(next.texts, ['sent, but nobody said so', 'next']);
  assert.deepEqual(Object.values(next.state.view.drafts).filter(Boolean), []);
});

test('what could not be stored is stored before what comes after it', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  world.disk.fault = (call) => (call === 'put' ? 'reject' : 'ok');
  page.say('one');
  await world.clock.advance(10);
  world.disk.fault = () => 5;
  page.say('two');
  await world.clock.until(() => [...world.disk.rows.values()].some((row) => row.includes('"two"')), 1_000);
  page.kill();
  world.disk.fault = () => 'ok';
  world.server.restart();
  const next = tab.load();
  await next.chat.recover();
  await world.clock.advance(5_000);
  assert.deepEqual(next.texts, ['one', 'two']);
});

test('what an earlier page left goes first, also when the store can not be read for a moment just then', async () => {
  const world = new World();
  const { tab, next } = await reloadedWith(world, 'one');
  world.disk.fault = noLanes;
  await next.chat.recover();
  next.say('two');
  await world.clock.advance(8_000);
  assert.deepEqual([next.texts, Object.values(next.state.view.drafts)], [[], ['two']]);
  world.disk.fault = () => 'ok';
  await world.clock.advance(1_000);
  assert.deepEqual(next.texts, ['one', 'two']);
  const third = tab.load();
  await third.chat.recover();
  await world.clock.advance(1_000);
  assert.deepEqual([third.texts, third.echoes], [['one', 'two'], []]);
});

test('a store in which earlier texts can not be read for long holds nothing up for good', async () => {
  const world = new World();
  const { next } = await reloadedWith(world, 'one');
  world.disk.fault = noLanes;
  await next.chat.recover();
  next.say('two');
  await world.clock.advance(11_000);
  assert.deepEqual(next.texts, ['two']);
  world.disk.fault = () => 'ok';
  await world.clock.advance(30_000);
  assert.deepEqual(next.texts, ['two', 'one']);
});

test('a store that is cleared in mid-session is filled again, and the conversation goes on', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  world.disk.rows.clear();
  world.marker = false;
  world.network.cut();
  await world.clock.advance(2_000);
  page.say('still here');
  await world.clock.advance(500);
  assert.deepEqual(page.texts, ['still here']);
  assert.equal(world.marker, true);
  const second = tab.load();
  assert.equal(await second.chat.recover(), page.current.key);
});

test('a newer credential that could not be stored is used all the same', async () => {
  const world = new World();
  world.server.rotates = true;
  const page = await world.page().started();
  world.disk.fault = (call) => (call === 'put' ? 'reject' : 'ok');
  world.network.cut();
  await world.clock.advance(2_000);
  world.server.room.credentials = world.server.room.credentials.slice(-1);
  world.network.cut();
  await world.clock.advance(15_000);
  assert.deepEqual([page.current.phase, page.state.connection.status], ['queued', 'online']);
});

test('rows that can not be read are left alone, and those beside them are sent', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  first.say('one');
  first.say('two');
  await world.clock.advance(100);
  const [row = ''] = world.disk.under('outbox/');
  for (const value of [
    '{"item":',
    'null',
    '7',
    '{"item":{"type":"message","id":1,"text":"x"},"createdAt":1}',
    '{"item":{"type":"spell","id":"x"},"createdAt":1}',
  ]) {
    world.disk.rows.set(row, value);
    const page = tab.load();
    await page.chat.recover();
    await world.clock.settle();
    assert.deepEqual([page.echoes, page.reports], [['two:queued'], []]);
  }
});

test('settings and drafts that can not be read are the default ones', async () => {
  const world = new World();
  world.disk.rows.set('settings', '{"muted":');
  const page = world.page();
  await page.chat.recover();
  assert.deepEqual([page.state.view.muted, page.reports], [false, []]);
});

test('what a dead page left in a conversation that nobody can come back to is in the composer of the next page', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  first.say('one');
  first.say('two');
  await world.clock.advance(100);
  for (const name of world.disk.under('conversation/')) world.disk.rows.delete(name);
  const second = tab.load();
  await second.chat.recover();
  assert.deepEqual([second.state.view.drafts, world.disk.under('outbox/')], [{ '': 'one\ntwo' }, []]);
  const third = tab.load();
  await third.chat.recover();
  assert.deepEqual(third.state.view.drafts, { '': 'one\ntwo' });
});

test('what a page that lives has just begun is not taken from it', async () => {
  const world = new World();
  world.channel = false;
  const a = world.page();
  world.server.stop();
  a.say('mine');
  await world.clock.advance(100);
  for (const name of world.disk.under('conversation/')) world.disk.rows.delete(name);
  const b = world.page();
  await b.chat.recover();
  assert.deepEqual(b.state.view.drafts, {});
  assert.equal(world.disk.under('outbox/').length, 1);
});

test('a message that can not be deleted from the store after it was sent is only a repeat on the next page', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.disk.fault = (call) => (call === 'delete' ? 'reject' : 'ok');
  const sent = watch(first.chat.sendMessage({ message: 'once' }));
  await world.clock.advance(500);
  assert.equal(sent.is, 'resolved');
  const second = tab.load();
  world.disk.fault = () => 'ok';
  await second.chat.recover();
  await world.clock.advance(2_000);
  assert.deepEqual([second.texts, second.echoes, world.disk.under('outbox/')], [['once'], [], []]);
});

test('a message that could not be deleted after it was sent is deleted as soon as the store works again, without a new page', async () => {
  const world = new World();
  const page = await world.page().started();
  world.disk.fault = (call) => (call === 'delete' ? 'reject' : 'ok');
  page.say('once');
  await world.clock.advance(6_000);
  assert.deepEqual([page.texts, world.disk.under('outbox/').length], [['once'], 1]);
  world.disk.fault = () => 'ok';
  await world.clock.advance(10_000);
  assert.deepEqual([page.texts, world.disk.under('outbox/')], [['once'], []]);
});

test('a page that is released while a message can not be deleted leaves no timer', async () => {
  const world = new World();
  const page = await world.page().started();
  world.disk.fault = (call) => (call === 'delete' ? 'reject' : 'ok');
  page.say('once');
  await world.clock.advance(1_000);
  page.chat.release();
  await world.clock.settle();
  assert.equal(page.clock.waiting, 0);
});

test('what a full disk refused in an older conversation is stored with the next message that it takes', async () => {
  const world = new World();
  const page = world.page();
  world.server.crash = { item: 0, before: 'commit' };
  world.disk.fault = (call) => (call === 'put' ? 'reject' : 'ok');
  page.say('held');
  await world.clock.advance(30);
  world.server.room.end('agent');
  await world.clock.advance(60);
  assert.deepEqual([page.current.phase, page.state.storage], ['ended', 'memory']);
  world.disk.fault = () => 'ok';
  page.say('stored');
  await world.clock.advance(30);
  const stored = [...world.disk.rows.values()].join();
  assert.deepEqual([/held/.test(stored), /stored/.test(stored), page.state.storage], [true, true, 'durable']);
});
