import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreadOf } from '../../src/session/model/selectors.js';
import { World, type Page } from '../helpers/visitor.js';

const logged = (world: World) =>
  world.server.room
    .log()
    .flatMap((entry) => (entry.type === 'message' && entry.from.role === 'visitor' ? [entry.text] : []));

async function two(world: World): Promise<readonly [Page, Page]> {
  const a = await world.page().started();
  const b = world.page();
  await b.chat.recover();
  await world.clock.advance(500);
  return [a, b];
}

/** Without a network: a page that says something and goes into the back/forward cache, and the one after it, which says more. */
async function followed(world: World): Promise<readonly [Page, Page]> {
  const a = await world.page().started();
  world.server.stop();
  await world.clock.advance(10);
  a.say('first');
  await world.clock.advance(50);
  a.signal('rest');
  const b = world.page();
  await b.chat.recover();
  await world.clock.advance(50);
  b.say('second');
  await world.clock.advance(50);
  return [a, b];
}

test('two tabs of one conversation agree on messages, order, what was seen, and the end', async () => {
  const world = new World();
  const [a, b] = await two(world);
  a.say('from a');
  b.say('from b');
  world.server.room.say('from the agent');
  await world.clock.advance(500);
  assert.deepEqual(a.current.log.entries, b.current.log.entries);
  assert.deepEqual([unreadOf(a.current), unreadOf(b.current)], [1, 1]);
  a.perform('chat-seen-request', { seq: a.current.log.last });
  await world.clock.advance(1_000);
  assert.deepEqual([unreadOf(a.current), unreadOf(b.current)], [0, 0]);
  b.perform('chat-end-request');
  await world.clock.advance(1_000);
  assert.deepEqual(
    [a.current.phase, b.current.phase, a.current.ended, b.current.ended],
    ['ended', 'ended', { by: 'visitor', reason: undefined }, { by: 'visitor', reason: undefined }],
  );
});

test('what a tab that died left unsent is sent by another one', async () => {
  const world = new World();
  const [a, b] = await two(world);
  world.network.up = (verb) => (verb === 'send' ? 'lose' : 'pass');
  a.say('left behind');
  await world.clock.advance(20);
  a.kill();
  world.network.up = () => 'pass';
  await world.clock.advance(5_000);
  assert.deepEqual(logged(world), [], 'nobody knows of it yet');
  b.signal('wake');
  await world.clock.advance(1_000);
  assert.deepEqual([logged(world), world.disk.under('outbox/')], [['left behind'], []]);
});

test('what a page in the back/forward cache had not sent is sent by the next one, before what that one says', async () => {
  const world = new World();
  const [, b] = await followed(world);
  assert.deepEqual(b.echoes, ['first:queued', 'second:queued']);
  world.server.restart();
  await world.clock.advance(20_000);
  assert.deepEqual(logged(world), ['first', 'second']);
});

test('a page that comes back from the back/forward cache takes over what was written meanwhile, in the order of the writing', async () => {
  const world = new World();
  const [a, b] = await followed(world);
  b.signal('rest');
  a.signal('wake');
  await world.clock.advance(50);
  a.perform('chat-discard-request', { clientId: a.current.pending[0]!.clientId });
  a.say('third');
  await world.clock.advance(50);
  assert.equal(a.echoes[0], 'first:queued', 'the other page might send it: it is not said to be taken back');
  b.kill();
  world.server.restart();
  await world.clock.advance(20_000);
  assert.deepEqual(logged(world), ['first', 'second', 'third']);
  assert.deepEqual([a.echoes, world.disk.under('outbox/')], [[], []]);
});

test('a page that comes back before its store could be read takes what is said in the order of the saying', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  let outbox: 'hang' | 'ok' = 'hang';
  world.disk.fault = (call, key) => (call === 'list' && /^outbox\/./.test(key) ? outbox : 'ok');
  const page = tab.load();
  void page.chat.recover();
  await world.clock.advance(500);
  page.say('first');
  await world.clock.advance(500);
  outbox = 'ok';
  page.signal('rest');
  page.signal('wake');
  await world.clock.advance(500);
  page.say('second');
  await world.clock.advance(30_000);
  assert.deepEqual(logged(world), ['first', 'second']);
});

for (const locks of [true, false]) {
  test(`a text that was taken back is never sent, ${locks ? 'with' : 'without'} Web Locks`, async () => {
    const world = new World();
    world.locks = locks;
    const a = await world.page().started();
    world.server.stop();
    await world.clock.advance(10);
    a.perform('chat-draft-request', { text: 'kept' });
    const outcome = a.chat.sendMessage({ message: 'taken back' }).then(
      () => 'stored',
      (error: { code: string }) => error.code,
    );
    await world.clock.advance(50);
    const b = world.page();
    await b.chat.recover();
    await world.clock.advance(1_000);
    assert.deepEqual(b.state.conversations[b.state.current!]?.pending, [], 'its page lives, and has it');
    a.perform('chat-discard-request', { clientId: a.current.pending[0]!.clientId });
    assert.equal(await outcome, 'withdrawn');
    world.server.restart();
    await world.clock.advance(20_000);
    assert.deepEqual(logged(world), []);
  });

  test(`two tabs that begin in the same moment have one conversation, ${locks ? 'with' : 'without'} Web Locks`, async () => {
    const world = new World();
    world.locks = locks;
    const [a, b] = [world.page(), world.page()];
    a.say('from a');
    b.say('from b');
    await world.clock.advance(5_000);
    assert.equal(world.server.rooms.size, 1);
    assert.deepEqual([...logged(world)].sort(), ['from a', 'from b']);
  });
}

test('without Web Locks, a page that slept while another took over its texts takes none of them back', async () => {
  const world = new World();
  world.locks = false;
  const a = await world.page().started();
  world.server.stop();
  await world.clock.advance(10);
  a.say('left behind');
  await world.clock.advance(50);
  a.awake = false;
  const b = world.page();
  await b.chat.recover();
  await world.clock.advance(1_000);
  assert.deepEqual(b.echoes, ['left behind:queued']);
  a.awake = true;
  a.hearTab({ type: 'gone', id: a.id });
  a.perform('chat-discard-request', { clientId: a.current.pending[0]!.clientId });
  await world.clock.advance(50);
  assert.deepEqual(a.echoes, ['left behind:queued']);
  world.server.restart();
  await world.clock.advance(20_000);
  assert.deepEqual(logged(world), ['left behind']);
});

test('a reconnect looks for what dead tabs left, too', async () => {
  const world = new World();
  const [a, b] = await two(world);
  world.server.stop();
  await world.clock.advance(10);
  a.say('left behind');
  await world.clock.advance(20);
  a.kill();
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual([logged(world), b.texts], [['left behind'], ['left behind']]);
});

test('what a tab that lives has not sent is left to it', async () => {
  const world = new World();
  const [a, b] = await two(world);
  world.server.judge = (item) => ({ id: item.id, status: 'later', retryAfter: 5_000 });
  a.say('mine');
  await world.clock.advance(100);
  b.signal('wake');
  await world.clock.advance(1_000);
  assert.deepEqual([a.echoes, b.echoes], [['mine:queued'], []]);
});

test('two tabs that adopt the same lane double nothing and lose nothing', async () => {
  const world = new World();
  const [a, b] = await two(world);
  const c = world.page();
  await c.chat.recover();
  await world.clock.advance(500);
  world.server.stop();
  await world.clock.advance(10);
  for (const text of ['one', 'two', 'three']) a.say(text);
  await world.clock.advance(50);
  a.kill();
  world.server.restart();
  world.server.unheard(() => undefined);
  await world.clock.advance(15_000);
  assert.deepEqual(logged(world), ['one', 'two', 'three']);
  for (const page of [b, c]) {
    assert.deepEqual([page.texts, page.echoes], [['one', 'two', 'three'], []]);
    const sent = page.factsOf('sent').map(({ clientId }) => clientId);
    assert.equal(sent.length, new Set(sent).size);
  }
  assert.deepEqual(world.disk.under('outbox/'), []);
});

test('whether a tab lives may be unknown: then its lane is left alone', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  first.say('whose?');
  await world.clock.advance(50);
  first.kill();
  const alive = world.pages.get.bind(world.pages);
  world.pages.get = () => {
    throw new Error('the browser does not say');
  };
  const second = tab.load();
  await second.chat.recover();
  await world.clock.advance(1_000);
  assert.deepEqual(second.echoes, []);
  world.pages.get = alive;
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual(second.texts, ['whose?'], 'and taken when it is known');
});

test('a message taken while another lane is being adopted is not lost with it', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  first.say('earlier');
  await world.clock.advance(50);
  world.disk.fault = (call) => (call === 'list' ? 400 : 'ok');
  const second = tab.load();
  void second.chat.recover();
  await world.clock.until(() => second.state.current !== undefined, 5_000);
  second.say('later');
  await world.clock.advance(3_000);
  assert.deepEqual(second.echoes, ['earlier:queued', 'later:queued']);
  world.server.restart();
  await world.clock.advance(15_000);
  assert.deepEqual(logged(world), ['earlier', 'later']);
});

test('the draft of each tab is its own', async () => {
  const world = new World();
  const [a, b] = await two(world);
  a.perform('chat-draft-request', { text: 'in a' });
  await world.clock.advance(1_000);
  assert.deepEqual([a.state.view.drafts[a.current.key], b.state.view.drafts[b.current.key]], ['in a', undefined]);
});

test('tabs that can not hear each other still agree', async () => {
  const world = new World();
  world.channel = false;
  const [a, b] = await two(world);
  a.say('hello');
  await world.clock.advance(500);
  assert.deepEqual(b.texts, ['hello']);
});

test('a tab without a conversation leaves the marker of the tab that has one', async () => {
  const world = new World();
  world.channel = false;
  const a = world.page();
  const b = world.page();
  world.disk.fault = (call) => (call === 'put' ? 200 : 'ok');
  void a.chat.startChat().catch(() => undefined);
  await world.clock.advance(50);
  await b.chat.recover();
  await world.clock.advance(3_000);
  assert.equal(world.marker, true);
});

test('an end in one tab leaves the record while another tab still has something to send', async () => {
  const world = new World();
  const [a, b] = await two(world);
  const [, atB] = [...world.network.transports];
  world.server.judge = (item) =>
    item.type === 'message' ? { id: item.id, status: 'later', retryAfter: 30_000 } : undefined;
  b.say('unsent');
  await world.clock.advance(100);
  atB?.halfOpen();
  a.perform('chat-end-request');
  await world.clock.advance(1_000);
  assert.equal(a.current.phase, 'ended');
  assert.deepEqual([world.disk.under('conversation/').length, world.marker], [1, true]);
  world.server.judge = () => undefined;
  await world.clock.advance(60_000);
  assert.deepEqual(b.echoes, ['unsent:failed']);
});

test('a text that one tab stores while another clears up after the end is found by the next page', async () => {
  const world = new World();
  const tab = world.tab();
  world.server.stop();
  const other = world.page();
  other.say('first');
  await world.clock.advance(30);
  const writing = tab.load();
  void writing.chat.recover();
  await world.clock.advance(30);
  writing.signal('wake');
  await world.clock.advance(30);
  world.server.restart();
  await world.clock.advance(500);
  world.server.room.end('agent');
  await world.clock.advance(30);
  assert.deepEqual([other.current.phase, writing.current.phase], ['ended', 'starting']);
  writing.say('second');
  await world.clock.advance(30);
  writing.kill();
  await world.clock.advance(1_000);
  assert.equal(world.marker, true);
  const next = tab.load();
  await next.chat.recover();
  await world.clock.advance(5_000);
  assert.deepEqual(next.echoes, ['second:failed']);
  assert.deepEqual(Object.values(next.state.view.drafts).filter(Boolean), []);
});

test('a text that is stored while another tab clears the conversation away is never left without it', async () => {
  for (let ms = 0; ms < 60; ms++) {
    const world = new World();
    const writing = await world.page().started();
    const other = world.page();
    await other.chat.recover();
    await world.clock.advance(1_000);
    const [atWriting] = [...world.network.transports];
    atWriting?.halfOpen();
    // The disk takes a while, so that what the two tabs ask of it comes one between the other.
    world.disk.fault = (call) => (call === 'delete' ? 20 : 3);
    world.server.room.end('agent');
    await world.clock.advance(ms);
    writing.say('late');
    await world.clock.advance(200);
    assert.equal(other.current.phase, 'ended');
    assert.deepEqual(
      [world.disk.under('outbox/').length, world.disk.under('conversation/').length],
      [1, 1],
      `${ms} ms`,
    );
  }
});

test('what a closed tab left in a conversation that is over comes to its end in the tab that is left', async () => {
  const world = new World();
  const closing = await world.page().started();
  const left = world.page();
  await left.chat.recover();
  await world.clock.advance(1_000);
  world.network.cut();
  world.server.room.end('agent');
  closing.say('too late');
  await world.clock.advance(30);
  closing.kill();
  await world.clock.advance(20_000);
  assert.deepEqual(left.echoes, ['too late:failed']);
});

test('what another tab has sent for a page that died while it was sending is no draft of the next page', async () => {
  for (const again of [false, true]) {
    const world = new World();
    const tab = world.tab();
    const closing = await tab.load().started();
    const left = world.page();
    await left.chat.recover();
    await world.clock.advance(1_000);
    world.disk.fault = () => 5;
    // It dies before it can take the draft away.
    tab.drafts.fault = (call) => (call === 'delete' ? 'hang' : 'ok');
    closing.perform('chat-draft-request', { text: 'once' });
    closing.signal('hide');
    await world.clock.advance(50);
    closing.perform('chat-send-request', { text: 'once' });
    // What else is written down meanwhile must not take the mark away that it is being sent.
    await world.clock.settle();
    if (again) closing.signal('hide');
    await world.clock.until(() => world.disk.under('outbox/').length > 0, 1_000);
    closing.kill();
    tab.drafts.fault = world.disk.fault = () => 'ok';
    left.signal('wake');
    await world.clock.advance(5_000);
    assert.deepEqual(left.texts, ['once']);
    const next = tab.load();
    await next.chat.recover();
    await world.clock.advance(5_000);
    assert.deepEqual([next.texts, Object.values(next.state.view.drafts).filter(Boolean)], [['once'], []]);
  }
});

for (const [how, begin] of [
  ['write', (page: Page, text: string) => Promise.resolve(page.say(text))],
  ['call startChat', (page: Page) => page.chat.startChat().then(undefined, () => undefined)],
  ['submit a form', (page: Page) => Promise.resolve(page.perform('chat-start-request'))],
] as const)
  test(`two tabs that ${how} in the same moment share one conversation`, async () => {
    const world = new World();
    const [a, b] = [world.page(), world.page()];
    void begin(a, 'from a');
    void begin(b, 'from b');
    await world.clock.advance(1_000);
    assert.equal(world.server.rooms.size, 1);
    assert.equal(a.current.remoteId, b.current.remoteId);
    if (how === 'write') assert.deepEqual([...logged(world)].sort(), ['from a', 'from b']);
  });

test('a tab that dies while it begins keeps no other tab from beginning', async () => {
  const world = new World();
  const [a, b] = [world.page(), world.page()];
  a.say('from a');
  b.say('from b');
  await world.clock.advance(1);
  a.kill();
  await world.clock.advance(1_000);
  assert.deepEqual(b.echoes, []);
  assert.ok(logged(world).includes('from b'));
});

test('what another tab has sent is no draft of the next page, however much was said after it', async () => {
  const world = new World();
  world.server.maxPage = 2;
  const tab = world.tab();
  const closing = await tab.load().started();
  const left = world.page();
  await left.chat.recover();
  await world.clock.advance(1_000);
  tab.drafts.fault = (call) => (call === 'delete' ? 'hang' : 'ok');
  closing.say('once');
  await world.clock.until(() => world.disk.under('outbox/').length > 0, 1_000);
  closing.kill();
  tab.drafts.fault = () => 'ok';
  left.signal('wake');
  await world.clock.advance(5_000);
  for (let said = 0; said < 9; said++) world.server.room.say(`later ${said}`);
  const next = tab.load();
  await next.chat.recover();
  await world.clock.advance(5_000);
  assert.deepEqual(Object.values(next.state.view.drafts).filter(Boolean), []);
});
