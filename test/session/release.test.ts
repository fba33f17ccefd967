import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watch } from '../helpers/outcome.js';
import { World } from '../helpers/visitor.js';

test('a release settles nothing that is to be sent, leaves no timer and ends no conversation', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.join();
  world.server.room.typing(true);
  await world.clock.advance(100);
  page.perform('chat-draft-request', { text: 'half' });
  world.server.judge = (item) => ({ id: item.id, status: 'later' });
  const sent = watch(page.chat.sendMessage({ message: 'hello' }));
  const ended = watch(page.chat.endChat());
  await world.clock.advance(100);
  world.server.unheard(() => world.server.room.say('missed'));
  page.chat.release();
  await world.clock.settle();
  assert.deepEqual([sent.is, ended.is, page.clock.waiting], ['pending', 'pending', 0]);
  await world.clock.advance(60_000);
  assert.deepEqual([page.clock.waiting, world.server.lines.size, world.server.room.phase], [0, 0, 'active']);
});

test('a release while offline leaves no timer', async () => {
  const world = new World();
  const page = world.page();
  world.server.stop();
  const started = watch(page.chat.startChat());
  await world.clock.advance(5_000);
  page.chat.release();
  await world.clock.settle();
  assert.deepEqual([started.is, page.clock.waiting], ['closed', 0]);
});

test('a release at any moment leaves no timer, and what is rejected is never sent', async () => {
  const found = new Set<string>();
  for (let at = 0; at <= 400; at += 7) {
    const world = new World();
    world.disk.fault = () => 9;
    world.network.latency = 20;
    const tab = world.tab();
    const page = tab.load();
    const started = watch(page.chat.startChat());
    const sent = watch(page.chat.sendMessage({ message: 'a' }));
    const ended = watch(page.chat.endChat());
    await world.clock.advance(at);
    page.chat.release();
    // What the disk has begun, it finishes.
    await world.clock.advance(200);
    assert.equal(page.clock.waiting, 0, `after ${at} ms`);
    assert.ok(started.is === 'closed' || started.is === 'resolved', `after ${at} ms: ${started.is}`);
    void tab.load().chat.recover();
    await world.clock.advance(10_000);
    const rooms = [...world.server.rooms.values()];
    const texts = rooms.flatMap((room) => room.log().flatMap((entry) => (entry.type === 'message' ? entry.text : [])));
    assert.deepEqual(texts, sent.is === 'closed' ? [] : ['a'], `after ${at} ms: ${sent.is}`);
    const over = rooms.some(({ phase }) => phase === 'ended');
    assert.equal(over, ended.is !== 'closed', `after ${at} ms: ${ended.is}`);
    found.add(sent.is);
  }
  assert.deepEqual([...found].sort(), ['closed', 'pending', 'resolved']);
});

test('a page that sends again what was rejected at a release never doubles it', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  const sent = watch(page.chat.sendMessage({ message: 'order 1' }));
  await world.clock.advance(100);
  page.chat.release();
  await world.clock.advance(100);
  const next = tab.load();
  await next.chat.recover();
  if (sent.is !== 'pending') void next.chat.sendMessage({ message: 'order 1' });
  world.server.restart();
  await world.clock.advance(20_000);
  assert.deepEqual(next.texts, ['order 1']);
});

test('after a release verbs reject, intents do nothing, and nobody is told anything', async () => {
  const world = new World();
  const page = await world.page().started();
  const before = [page.events.length, page.facts.length];
  page.chat.release();
  page.chat.release();
  const verbs = [
    watch(page.chat.startChat()),
    watch(page.chat.sendMessage({ message: 'x' })),
    watch(page.chat.endChat()),
    watch(page.chat.sendTyping()),
  ];
  page.say('hello');
  page.signal('wake');
  await world.clock.advance(1_000);
  assert.deepEqual(
    verbs.map(({ is }) => is === 'closed' || is === 'already-active'),
    [true, true, true, true],
  );
  assert.deepEqual([page.events.length, page.facts.length], before);
  assert.equal(await page.chat.recover(), undefined);
});

test('what was unsent at the release is sent by the next session', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  page.say('hello');
  page.perform('chat-draft-request', { text: 'half' });
  await world.clock.advance(50);
  page.chat.release();
  await world.clock.settle();
  const next = tab.load();
  await next.chat.recover();
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual([next.texts, next.state.view.drafts[next.current.key]], [['hello'], 'half']);
});
