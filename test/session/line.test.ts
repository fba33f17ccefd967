import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TransportError } from '../../src/session/transport.js';
import type { Page } from '../helpers/visitor.js';
import { World } from '../helpers/visitor.js';

/** When the line was tried, in milliseconds since the last try. */
async function tries(world: World, count: number): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let i = 0; i < count; i++) {
    const from = world.clock.elapsed;
    const { opens } = world.network;
    assert.ok(await world.clock.until(() => world.network.opens > opens, 120_000), 'another try is made');
    waits.push(world.clock.elapsed - from);
  }
  return waits;
}

async function offline(world: World): Promise<Page> {
  const page = await world.page().started();
  world.server.stop();
  await world.clock.advance(0);
  return page;
}

test('the waits between tries grow to a cap, and the tries never end', async () => {
  const world = new World();
  const page = await offline(world);
  const waits = await tries(world, 60);
  assert.ok((waits[0] ?? 0) <= 400);
  const late = waits.slice(10);
  assert.ok(
    late.every((wait) => wait >= 4_000 && wait <= 8_100),
    'between half the cap and the cap',
  );
  world.server.restart();
  assert.ok(await world.clock.until(() => page.state.connection.status === 'online', 10_000));
});

test('the waits are spread at random', async () => {
  const waits = await Promise.all(
    [1, 2, 3, 4].map(async (seed) => {
      const world = new World(seed);
      await offline(world);
      return (await tries(world, 8)).at(-1);
    }),
  );
  assert.equal(new Set(waits).size, 4);
});

test('a page that can not be seen tries more rarely', async () => {
  const world = new World();
  await offline(world);
  world.visible = false;
  const waits = await tries(world, 20);
  assert.ok((waits.at(-1) ?? 0) > 14_000);
});

test('a wake-up of the page cuts the wait short', async () => {
  const world = new World();
  const page = await offline(world);
  await tries(world, 12);
  world.server.restart();
  page.signal('wake');
  assert.ok(await world.clock.until(() => page.state.connection.status === 'online', 500));
});

test('the visitor can cut the wait short, too', async () => {
  const world = new World();
  const page = await offline(world);
  await tries(world, 12);
  world.server.restart();
  page.perform('chat-reconnect-request');
  assert.ok(await world.clock.until(() => page.state.connection.status === 'online', 500));
});

test('sending while the server is down does not storm it', async () => {
  const world = new World();
  const page = await offline(world);
  await tries(world, 8);
  const { opens } = world.network;
  for (let i = 0; i < 50; i++) {
    page.say(`m${i}`);
    await world.clock.advance(50);
  }
  assert.ok(world.network.opens - opens <= 2, `${world.network.opens - opens} tries`);
});

test('a server that takes everybody and drops them at once is not stormed', async () => {
  const world = new World();
  await world.page().started();
  world.network.down = (verb) => (verb === 'resume' ? 'cut' : 'pass');
  world.network.cut();
  const { opens } = world.network;
  await world.clock.advance(60_000);
  assert.ok(world.network.opens - opens < 20, `${world.network.opens - opens} tries`);
});

test('a line that breaks soon after each opening is tried ever more rarely, until one holds', async () => {
  const world = new World();
  const page = await world.page().started();
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    assert.ok(await world.clock.until(() => page.state.connection.status === 'online', 30_000));
    world.network.cut();
    waits.push(...(await tries(world, 1)));
  }
  assert.ok((waits.at(-1) ?? 0) > 3_000);
  await world.clock.advance(30_000);
  world.network.cut();
  assert.ok(((await tries(world, 1))[0] ?? 0) <= 400);
});

test('a try that is refused for good is repeated, but rarely', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.refuse = (verb) => (verb === 'open' ? new TransportError('final', 'unsupported-version') : undefined);
  world.network.cut();
  const waits = await tries(world, 3);
  assert.ok(waits.slice(1).every((wait) => wait >= 8_000));
  assert.equal(page.state.connection.reason, 'unsupported-version');
  assert.equal(page.state.connection.refused, 'version');
  assert.deepEqual(
    page.events.flatMap(({ type, detail }) => (type === 'chat-error' ? [detail.code] : [])),
    ['version'],
    'the page is told, once',
  );
  world.server.refuse = () => undefined;
  await world.clock.advance(60_000);
  assert.deepEqual([page.state.connection.status, page.state.connection.refused], ['online', undefined]);
});

test('a server that says when to come back is not asked before', async () => {
  const world = new World();
  await world.page().started();
  world.server.refuse = (verb) =>
    verb === 'open' ? new TransportError('again', 'rate-limited', 'later', 20_000) : undefined;
  world.network.cut();
  const waits = await tries(world, 3);
  assert.ok(waits.slice(1).every((wait) => wait >= 20_000));
});

test('an opening that gets no answer is given up and tried again', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.blackHole = true;
  world.network.cut();
  await world.clock.advance(20_000);
  assert.ok(page.state.connection.attempts >= 1);
  world.network.blackHole = false;
  assert.ok(await world.clock.until(() => page.state.connection.status === 'online', 30_000));
});

test('a page that wakes does not wait for a try that began on a network which is gone', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.blackHole = true;
  world.network.cut();
  await world.clock.advance(6_000);
  assert.equal(page.state.connection.status, 'connecting');
  world.network.blackHole = false;
  page.signal('wake');
  assert.ok(await world.clock.until(() => page.state.connection.status === 'online', 2_000));
});

test('a line that has died unnoticed is renewed within two seconds of a wake-up', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.halfOpen();
  world.server.room.say('missed');
  await world.clock.advance(3_000);
  assert.equal(page.state.connection.status, 'online', 'nothing has told it yet');
  page.signal('wake');
  assert.ok(await world.clock.until(() => page.texts.includes('missed'), 2_000));
});

test('a dead line is renewed soon after a wake-up, also when it has been asked already and may take its time', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.halfOpen();
  page.hear({ type: 'wake', remoteId: world.server.room.remoteId });
  world.server.room.say('missed');
  await world.clock.advance(500);
  page.signal('wake');
  assert.ok(await world.clock.until(() => page.texts.includes('missed'), 2_000));
});

test('a line that dies while it is being opened, or brought up to date, is renewed soon after a wake-up', async () => {
  for (const verb of ['open', 'resume'])
    for (const asleep of [0, 500, 3_000]) {
      const world = new World();
      const page = await world.page().started();
      world.network.blackHole = verb === 'open';
      world.network.once('up', 'resume', 'lose');
      world.network.cut();
      const status = verb === 'open' ? 'connecting' : 'catching-up';
      await world.clock.until(() => page.state.connection.status === status, 5_000);
      world.network.halfOpen();
      world.server.room.say('missed');
      await world.clock.advance(asleep);
      assert.equal(page.state.connection.status, status, 'nothing has told it yet');
      world.network.blackHole = false;
      world.network.up = () => 'pass';
      page.signal('wake');
      assert.ok(await world.clock.until(() => page.texts.includes('missed'), 2_000), `${verb}, ${asleep} ms`);
    }
});

test('a clock that jumps, or a page that is frozen, while a line is opened does not make later wake-ups slow', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.latency = 40;
  world.network.cut();
  await world.clock.until(() => page.state.connection.status === 'catching-up', 5_000);
  world.clock.jump(37 * 3_600_000);
  await world.clock.advance(12_000);
  assert.equal(page.state.connection.status, 'online');
  world.network.halfOpen();
  world.server.room.say('missed');
  await world.clock.advance(100);
  page.signal('wake');
  assert.ok(await world.clock.until(() => page.texts.includes('missed'), 2_000));
});

test('a wake-up leaves a line alone that goes on being brought up to date', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.latency = 300;
  world.server.maxPage = 1;
  world.network.cut();
  for (let i = 0; i < 8; i++) world.server.room.say(`missed ${i}`);
  await world.clock.until(() => page.state.connection.status === 'catching-up', 5_000);
  const { opens } = world.network;
  for (let i = 0; i < 3; i++) {
    page.signal('wake');
    await world.clock.advance(1_400);
  }
  assert.equal(page.state.connection.status, 'catching-up', 'it takes longer than that');
  assert.ok(await world.clock.until(() => page.texts.length === 8, 10_000));
  assert.equal(world.network.opens, opens);
});

test('what was under way on a line that is renewed goes out on the next one at once', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.halfOpen();
  page.say('hello');
  await world.clock.advance(500);
  assert.deepEqual(page.echoes, ['hello:sending']);
  page.signal('wake');
  assert.ok(await world.clock.until(() => page.texts.includes('hello'), 2_000));
});

test('a slow line that lives is not broken by a wake-up', async () => {
  const world = new World();
  world.network.latency = 900;
  const page = world.page();
  void page.chat.startChat();
  await world.clock.advance(8_000);
  world.network.cut();
  await world.clock.until(() => page.state.connection.status === 'online', 30_000);
  const { opens } = world.network;
  page.signal('wake');
  await world.clock.advance(5_000);
  assert.equal(world.network.opens, opens);
});

test('a page that goes into the back/forward cache closes the line, and opens it when it comes back', async () => {
  const world = new World();
  const page = await world.page().started();
  page.signal('rest');
  await world.clock.advance(60_000);
  assert.equal(world.server.lines.size, 0);
  assert.equal(page.state.connection.reason, 'resting');
  world.server.room.say('meanwhile');
  page.signal('wake');
  assert.ok(await world.clock.until(() => page.texts.includes('meanwhile'), 500));
});

test('nothing is sent while the page rests, and it goes out afterwards', async () => {
  const world = new World();
  const page = await world.page().started();
  page.signal('rest');
  page.say('later');
  await world.clock.advance(5_000);
  assert.deepEqual(page.echoes, ['later:queued']);
  page.signal('wake');
  await world.clock.advance(1_000);
  assert.deepEqual(page.texts, ['later']);
});

test('a page with nothing to come back to says nothing about resting', async () => {
  const world = new World();
  const page = world.page();
  page.signal('rest');
  page.signal('wake');
  await world.clock.advance(1_000);
  assert.deepEqual([page.told, world.network.opens], [[], 0]);
});

test('what was asked on a line that broke does not count on the next one', async () => {
  const world = new World();
  const page = await world.page().started();
  // The answer to the resume of the second line comes on the third.
  world.network.cut();
  world.network.once('down', 'resume', 5_000);
  await world.clock.advance(1_000);
  assert.equal(page.state.connection.status, 'catching-up');
  world.network.cut();
  page.say('hello');
  assert.ok(await world.clock.until(() => page.texts.includes('hello'), 3_000));
});

test('a conversation that came up on a line which broke meanwhile is brought up again on the next', async () => {
  const world = new World();
  const page = await world.page().started();
  world.disk.fault = (call) => (call === 'put' ? 400 : 'ok');
  world.server.rotates = true;
  world.network.cut();
  // The renewed credential is still being written down when the line breaks.
  await world.clock.until(() => page.state.connection.status === 'online', 2_000);
  world.network.cut();
  await world.clock.until(() => page.state.connection.status === 'online', 5_000);
  world.server.room.say('heard');
  await world.clock.advance(100);
  assert.ok(page.texts.includes('heard'));
});

test('a conversation whose start was answered on a line that broke right after is brought up on the next', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  // The answer leaves the credential out, so it is looked up; a slow store takes its time, and the line breaks.
  const name = `conversation/${first.current.key}`;
  const full = world.disk.rows.get(name) ?? '';
  world.disk.rows.set(
    name,
    JSON.stringify({ ...(JSON.parse(full) as object), remoteId: undefined, credential: undefined }),
  );
  const { start } = world.server;
  world.server.start = (...args) => ({ ...start.apply(world.server, args), credential: undefined });
  const second = tab.load();
  await second.chat.recover();
  world.disk.rows.set(name, full);
  world.disk.fault = (call) => (call === 'get' ? 300 : 'ok');
  await world.clock.until(() => second.current.phase === 'queued', 2_000);
  world.network.cut();
  await world.clock.advance(5_000);
  world.server.room.say('heard');
  await world.clock.advance(100);
  assert.deepEqual([second.texts, second.state.connection.status], [['heard'], 'online']);
});

test('a conversation that was up on a failed line is brought up again', async () => {
  const world = new World();
  const page = await world.page().started();
  let asked = 0;
  world.server.refuse = (verb) =>
    verb === 'resume' && ++asked === 1 ? new TransportError('again', 'unavailable') : undefined;
  world.network.cut();
  await world.clock.until(() => page.state.connection.status === 'online', 10_000);
  world.server.room.say('heard');
  await world.clock.advance(100);
  assert.ok(page.texts.includes('heard'));
});

test('an end that comes while the line is being brought up again leaves no trouble behind when that fails', async () => {
  const world = new World();
  const page = await world.page().started();
  world.network.once('down', 'resume', 'lose');
  world.network.cut();
  await world.clock.until(() => page.state.connection.status === 'catching-up', 5_000);
  await world.clock.advance(200);
  world.server.room.end('agent');
  await world.clock.advance(60_000);
  assert.equal(page.current.phase, 'ended');
  assert.deepEqual([page.state.connection.status, page.state.connection.reason], ['offline', 'idle']);
});
