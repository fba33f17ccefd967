import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toChatCode } from '../../src/session/flows/codes.js';
import type { OutItem } from '../../src/session/transport.js';
import { TransportError } from '../../src/session/transport.js';
import { watch } from '../helpers/outcome.js';
import { World } from '../helpers/visitor.js';

const logged = (world: World) =>
  world.server.room
    .log()
    .flatMap((entry) => (entry.type === 'message' && entry.from.role === 'visitor' ? [entry.text] : []));

test('quick sends over a slow store keep their order', async () => {
  const world = new World();
  const page = await world.page().started();
  let calls = 0;
  world.disk.fault = (call) => (call === 'put' ? [300, 5, 120, 1][calls++ % 4]! : 'ok');
  for (const text of ['a', 'b', 'c', 'd', 'e']) page.say(text);
  await world.clock.advance(3_000);
  assert.deepEqual(
    [logged(world), page.texts],
    [
      ['a', 'b', 'c', 'd', 'e'],
      ['a', 'b', 'c', 'd', 'e'],
    ],
  );
});

test('the draft is cleared when the text is safe, and not before', async () => {
  const world = new World();
  const page = await world.page().started();
  world.disk.fault = (call) => (call === 'put' ? 500 : 'ok');
  page.say('hello');
  await world.clock.advance(400);
  assert.equal(page.state.view.drafts[page.current.key], 'hello');
  await world.clock.advance(200);
  assert.equal(page.state.view.drafts[page.current.key], undefined);
});

test('what is typed while a text is being stored is a new draft and stays', async () => {
  const world = new World();
  const page = await world.page().started();
  world.disk.fault = (call) => (call === 'put' ? 500 : 'ok');
  page.say('hello');
  await world.clock.advance(100);
  page.perform('chat-draft-request', { text: 'and another' });
  await world.clock.advance(2_000);
  assert.equal(page.state.view.drafts[page.current.key], 'and another');
});

test('forty queued messages go out in one batch', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  await world.clock.advance(10);
  for (let i = 0; i < 40; i++) page.say(`m${i}`);
  await world.clock.advance(100);
  world.server.restart();
  page.signal('wake');
  await world.clock.advance(1_000);
  assert.deepEqual([logged(world).length, world.server.count('send')], [40, 1]);
});

test('a longer queue goes out in as many batches as the server takes', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  await world.clock.advance(10);
  for (let i = 0; i < 120; i++) page.say(`m${i}`);
  await world.clock.advance(100);
  world.server.restart();
  page.signal('wake');
  await world.clock.advance(2_000);
  assert.deepEqual(
    logged(world),
    Array.from({ length: 120 }, (_, i) => `m${i}`),
  );
  assert.ok(
    world.server.asked.every(({ verb, request }) => verb !== 'send' || (request as readonly unknown[]).length <= 50),
  );
});

test('a lost acknowledgement makes no double: the repeat has the same id', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.once('down', 'send', 'cut');
  const sent = watch(page.chat.sendMessage({ message: 'once' }));
  await world.clock.advance(3_000);
  assert.deepEqual([logged(world), page.texts, sent.is], [['once'], ['once'], 'resolved']);
});

test('a crash before the commit, before the acknowledgement or before the push loses and doubles nothing', async () => {
  for (const before of ['commit', 'ack', 'push'] as const)
    for (const item of [0, 1, 2]) {
      const world = new World();
      const page = await world.page().started();
      world.server.crash = { before, item };
      for (const text of ['a', 'b', 'c']) page.say(text);
      await world.clock.advance(10_000);
      assert.deepEqual(
        [logged(world), page.texts, page.echoes],
        [['a', 'b', 'c'], ['a', 'b', 'c'], []],
        `${before} of ${item}`,
      );
      assert.equal(page.factsOf('sent').length, 3);
    }
});

test('a reload between the store and the acknowledgement: the message is shown, sent again and there once', async () => {
  for (const lost of ['up', 'down'] as const) {
    const world = new World();
    const tab = world.tab();
    const first = await tab.load().started();
    world.network.once(lost, 'send', 'lose');
    first.say('hello');
    await world.clock.advance(15);
    const second = tab.load();
    await second.chat.recover();
    await world.clock.settle();
    assert.deepEqual(second.echoes, ['hello:queued']);
    await world.clock.advance(2_000);
    assert.deepEqual([logged(world), second.texts, second.echoes], [['hello'], ['hello'], []]);
  }
});

test('a reload keeps the order: what the earlier page left goes first', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  first.say('one');
  first.say('two');
  await world.clock.advance(100);
  const second = tab.load();
  void second.chat.recover();
  await world.clock.advance(1);
  second.say('three');
  world.clock.jump(-3_600_000);
  await world.clock.advance(100);
  const third = tab.load();
  void third.chat.recover();
  await world.clock.advance(1);
  third.say('four');
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual(logged(world), ['one', 'two', 'three', 'four']);
});

test('an item that the server puts off waits as long as it says, in order, and then goes out', async () => {
  const world = new World();
  const page = await world.page().started();
  let late = true;
  world.server.judge = (item) =>
    late ? { id: item.id, status: 'later', code: 'rate-limited', retryAfter: 4_000 } : undefined;
  page.say('a');
  page.say('b');
  await world.clock.advance(200);
  late = false;
  assert.deepEqual(page.echoes, ['a:queued', 'b:queued']);
  await world.clock.advance(3_000);
  assert.deepEqual(logged(world), []);
  await world.clock.advance(2_000);
  assert.deepEqual(logged(world), ['a', 'b']);
});

test('a batch is taken up to the item that is put off', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  await world.clock.advance(10);
  for (const text of ['a', 'b', 'c']) page.say(text);
  await world.clock.advance(10);
  let late = true;
  world.server.judge = (item) =>
    late && item.type === 'message' && item.text === 'b' ? { id: item.id, status: 'later' } : undefined;
  world.server.restart();
  await world.clock.until(() => page.texts.length > 0, 5_000);
  assert.deepEqual([page.texts, page.echoes], [['a'], ['b:queued', 'c:queued']]);
  late = false;
  await world.clock.advance(5_000);
  assert.deepEqual(page.texts, ['a', 'b', 'c']);
});

test('a refused message is told, stays until a person decides, also over a reload, and holds up nothing', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  const refuse = (item: OutItem) =>
    item.type === 'message' && item.text === 'bad'
      ? ({ id: item.id, status: 'refused', code: 'blocked' } as const)
      : undefined;
  world.server.judge = refuse;
  const bad = watch(first.chat.sendMessage({ message: 'bad' }));
  const good = watch(first.chat.sendMessage({ message: 'good' }));
  await world.clock.advance(1_000);
  assert.deepEqual([bad.is, good.is, first.texts, first.echoes], ['blocked', 'resolved', ['good'], ['bad:failed']]);
  const second = tab.load();
  await second.chat.recover();
  await world.clock.advance(60_000);
  assert.deepEqual([second.echoes, second.current.pending[0]?.error], [['bad:failed'], 'blocked']);
  world.server.judge = () => undefined;
  second.perform('chat-retry-request', { clientId: second.current.pending[0]?.clientId ?? '' });
  await world.clock.advance(1_000);
  assert.deepEqual(second.texts, ['good', 'bad']);
});

test('a refused message that is thrown away is gone, also after a reload', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.judge = (item) => ({ id: item.id, status: 'refused', code: 'blocked' });
  first.say('bad');
  await world.clock.advance(500);
  first.perform('chat-discard-request', { clientId: first.current.pending[0]?.clientId ?? '' });
  await world.clock.advance(500);
  assert.deepEqual([first.echoes, world.disk.under('outbox/')], [[], []]);
  const second = tab.load();
  await second.chat.recover();
  await world.clock.advance(1_000);
  assert.deepEqual(second.echoes, []);
});

test('a queued message that was never sent can be taken back, and its promise says so', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.stop();
  await world.clock.advance(10);
  const sent = watch(page.chat.sendMessage({ message: 'oops' }));
  await world.clock.advance(100);
  page.perform('chat-discard-request', { clientId: page.current.pending[0]?.clientId ?? '' });
  await world.clock.advance(100);
  assert.deepEqual([sent.is, page.echoes], ['withdrawn', []]);
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual(logged(world), []);
});

test('a message that the server may have is not taken back: a page that tries again would make a double', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.down = (verb) => (verb === 'send' ? 'lose' : 'pass');
  world.network.push = () => 'lose';
  const sent = watch(page.chat.sendMessage({ message: 'perhaps' }));
  await world.clock.advance(100);
  world.server.stop();
  await world.clock.advance(100);
  page.perform('chat-discard-request', { clientId: page.current.pending[0]?.clientId ?? '' });
  await world.clock.advance(100);
  assert.deepEqual([sent.is, page.echoes], ['pending', ['perhaps:queued']]);
  world.network.down = () => 'pass';
  world.server.restart();
  await world.clock.advance(20_000);
  assert.deepEqual([sent.is, logged(world)], ['resolved', ['perhaps']]);
});

test('what an earlier page may have sent is not taken back, either', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  first.say('perhaps');
  await world.clock.advance(100);
  const second = tab.load();
  await second.chat.recover();
  await world.clock.settle();
  second.perform('chat-discard-request', { clientId: second.current.pending[0]?.clientId ?? '' });
  await world.clock.advance(100);
  assert.deepEqual(second.echoes, ['perhaps:queued']);
});

test('a text that is taken back while it is still being written does not come back after a reload', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  page.say('first');
  await world.clock.advance(10);
  world.disk.fault = (call) => (call === 'put' ? 300 : 'ok');
  page.say('second');
  await world.clock.advance(10);
  page.perform('chat-discard-request', { clientId: page.current.pending[0]?.clientId ?? '' });
  await world.clock.advance(2_000);
  assert.deepEqual(world.disk.under('outbox/').length, 1);
});

test('the push can stand in for an acknowledgement that is lost', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.once('down', 'send', 'lose');
  const sent = watch(page.chat.sendMessage({ message: 'hello' }));
  await world.clock.advance(100);
  assert.deepEqual(
    [sent.is, page.echoes, page.factsOf('sent').length, world.disk.under('outbox/')],
    ['resolved', [], 1, []],
  );
});

test('each entry and each "sent" is told once, however often frames come', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.push = () => 'twice';
  world.network.up = (verb) => (verb === 'send' ? 'twice' : 'pass');
  world.network.down = (verb) => (verb === 'send' ? 'twice' : 'pass');
  page.say('a');
  world.server.room.say('b');
  page.say('c');
  await world.clock.advance(2_000);
  assert.deepEqual(page.texts.length, 3);
  assert.equal(page.factsOf('sent').length, 2);
  assert.equal(
    page.factsOf('received').flatMap(({ entries }) => entries).length,
    new Set(page.current.log.entries).size,
  );
});

test('a message to a conversation that the server has lost sight of is kept until it is clear', async () => {
  const world = new World();
  const page = await world.page().started();
  // The server has forgotten that this line opened the conversation.
  for (const line of world.server.lines) line.open.clear();
  const sent = watch(page.chat.sendMessage({ message: 'hello' }));
  await world.clock.advance(2_000);
  assert.deepEqual([sent.is, page.texts], ['resolved', ['hello']]);
});

test('marks of one burst are merged, and a changed mark is never sent under an old id', async () => {
  const world = new World();
  const page = await world.page().started();
  const marks = () =>
    world.server.asked
      .flatMap(({ verb, request }) => (verb === 'send' ? (request as readonly OutItem[]) : []))
      .filter((item) => item.type === 'mark');
  for (let i = 0; i < 5; i++) world.server.room.say(`m${i}`);
  await world.clock.advance(20);
  page.perform('chat-seen-request', { seq: 4 });
  await world.clock.advance(1_000);
  assert.deepEqual(
    marks().map(({ delivered, seen }) => [delivered, seen]),
    [[6, 4]],
  );
  // An unanswered one is merged with what comes after it.
  world.network.once('down', 'send', 'lose');
  page.perform('chat-seen-request', { seq: 5 });
  await world.clock.advance(400);
  page.perform('chat-seen-request', { seq: 6 });
  await world.clock.advance(30_000);
  const sent = marks().slice(1);
  assert.equal(sent.at(-1)?.seen, 6);
  const contents = new Map<string, Set<string>>();
  for (const { id, ...content } of sent) contents.set(id, (contents.get(id) ?? new Set()).add(JSON.stringify(content)));
  assert.ok([...contents.values()].every(({ size }) => size === 1));
});

test('over a transport that can not resend safely, an unknown outcome is for a person', async () => {
  const world = new World();
  const page = await world.page().started();
  page.chat.subscribe(() => undefined);
  for (const transport of world.network.transports)
    transport.tell({ type: 'capabilities', capabilities: { safeResend: false } });
  world.network.push = () => 'lose';
  world.network.once('down', 'send', 'lose');
  const sent = watch(page.chat.sendMessage({ message: 'perhaps' }));
  await world.clock.advance(100);
  world.network.once('up', 'resume', 'lose');
  world.network.cut();
  await world.clock.advance(100);
  assert.deepEqual([page.echoes, sent.is], [['perhaps:unconfirmed'], 'pending']);
  await world.clock.advance(30_000);
  assert.deepEqual([page.texts, page.echoes, sent.is], [['perhaps'], [], 'resolved'], 'a pull has found it');
});

test('codes of the wire become codes of ours, and an unknown one is a refusal', () => {
  assert.deepEqual(
    ['blocked', 'too-large', 'unknown-conversation', 'rate-limited', 'no such code', '__proto__', undefined].map(
      toChatCode,
    ),
    ['blocked', 'too-long', 'denied', 'busy', 'refused', 'refused', 'refused'],
  );
});

test('a send that is refused as a whole fails its messages', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.refuse = (verb) => (verb === 'send' ? new TransportError('final', 'blocked') : undefined);
  const sent = watch(page.chat.sendMessage({ message: 'no' }));
  await world.clock.advance(500);
  assert.deepEqual([sent.is, page.echoes], ['blocked', ['no:failed']]);
});
