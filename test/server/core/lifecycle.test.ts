import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { World } from './world.js';

const DAY = 86_400_000;

/** Hearts that beat seldom make days go by quickly. */
const heartbeatMs = DAY;

describe('what time does to conversations', () => {
  let world: World;
  const SETTINGS = {
    heartbeatMs,
    agentGraceMs: 30_000,
    visitorGoneMs: 60_000,
    visitorEndMs: 600_000,
    idleWarningMs: 0,
    acceptTimeoutMs: 10_000,
  };
  beforeEach(async () => {
    world = await World.open(SETTINGS);
  });
  afterEach(() => world.close());
  const connected = async (conversation: string): Promise<unknown> =>
    Object.fromEntries((await world.registers(conversation)).people.map(({ role, connected }) => [role, connected]));

  test('an agent who comes back in time keeps their conversations, and nobody hears of leaving', async () => {
    const { conversation } = await world.visitor();
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    await ann.leave();
    assert.deepEqual(await connected(conversation), { visitor: true, agent: false });
    await world.clock.advance(29_000);
    const back = await world.desk('ann');
    await world.clock.advance(60_000);
    assert.deepEqual(await world.log(conversation), ['join visitor', 'status queued', 'join ann']);
    assert.deepEqual(await connected(conversation), { visitor: true, agent: true });
    assert.equal((await back.shows()).mine.length, 1);
  });

  test('an agent with two desks is there as long as one of them is', async () => {
    const { conversation } = await world.visitor();
    const one = await world.desk('ann');
    await world.desk('ann');
    await one.accept(conversation);
    await one.leave();
    await world.clock.advance(60_000);
    assert.deepEqual(await connected(conversation), { visitor: true, agent: true });
  });

  test('the conversations of an agent who does not come back return to the head of the queue', async () => {
    const ann = await world.desk('ann');
    const one = await world.visitor();
    await world.clock.advance(1);
    const two = await world.visitor();
    await ann.accept(one.conversation);
    await ann.accept(two.conversation);
    const waiting = await world.visitor();
    await ann.leave();
    await world.clock.advance(30_000);
    assert.deepEqual(await world.log(one.conversation), [
      'join visitor',
      'status queued',
      'join ann',
      'leave ann connection-lost',
      'status queued',
    ]);
    const bob = await world.desk('bob', { presence: 'away' });
    await world.clock.advance(1000);
    const queue = (await bob.shows()).queue;
    assert.deepEqual(
      queue.map(({ id }) => id),
      [one.conversation, two.conversation, waiting.conversation],
    );
    assert.deepEqual(
      queue.map(({ registers }) => registers.queue?.position),
      [1, 2, 3],
    );
    await bob.accept(one.conversation);
    assert.equal((await world.log(one.conversation)).at(-1), 'join bob');
  });

  test('a visitor who is gone is told to the agent, and when they come back too', async () => {
    const { tab, opened, conversation } = await world.visitor();
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    await tab.leave();
    assert.equal((await ann.shows()).mine[0]?.visitorOnline, false);
    await world.clock.advance(60_000);
    assert.equal((await world.log(conversation)).at(-1), 'status visitor-gone');
    await world.tab().resume(conversation, opened.credential ?? '');
    assert.equal((await world.log(conversation)).at(-1), 'status visitor-back');
    assert.equal((await ann.shows()).mine[0]?.visitorOnline, true);
    await world.clock.advance(DAY);
    assert.equal((await world.registers(conversation)).phase, 'active');
  });

  test('a reload is no going away', async () => {
    const { tab, opened, conversation } = await world.visitor();
    await tab.leave();
    await world.clock.advance(1000);
    await world.tab().resume(conversation, opened.credential ?? '');
    await world.clock.advance(DAY);
    assert.deepEqual(await world.log(conversation), ['join visitor', 'status queued']);
  });

  test('a conversation whose visitor stays away ends, with the reason', async () => {
    const { tab, conversation } = await world.visitor();
    await tab.leave();
    await world.clock.advance(60_000);
    const rows = await world.store.read((tx) => tx.entries(conversation, { after: 2, limit: 9, audiences: ['all'] }));
    assert.deepEqual(
      rows.map(({ body }) => body.type === 'status' && body.until),
      [world.clock.now() + 600_000],
    );
    await world.clock.advance(599_999);
    assert.equal((await world.registers(conversation)).phase, 'queued');
    await world.clock.advance(1);
    assert.equal((await world.log(conversation)).at(-1), 'end system visitor-gone');
    assert.equal((await world.registers(conversation)).queue, null);
  });

  test('a visitor whose connection breaks before the start is served counts as gone', async () => {
    const tab = world.tab();
    const starting = tab.start('k'.repeat(30));
    world.service.visitors.disconnect(tab.connection);
    const { conversation } = await starting;
    assert.deepEqual(await connected(conversation), { visitor: false });
    await world.clock.advance(700_000);
    assert.equal((await world.registers(conversation)).phase, 'ended');
  });

  test('silence is warned of and then ends the conversation; a word in between starts it over', async () => {
    await world.close();
    world = await World.open({ ...SETTINGS, idleWarningMs: 120_000, idleEndMs: 60_000 });
    const { tab, conversation } = await world.visitor();
    await world.clock.advance(DAY / 100);
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    await world.clock.advance(120_000);
    assert.equal((await world.log(conversation)).at(-1), 'status idle-warning');
    const pushed = tab.heard.findLast(({ event }) => event === 'entry')?.payload.entry;
    assert.equal(pushed.until, world.clock.now() + 60_000);
    await world.clock.advance(59_000);
    await tab.say(conversation, 'still here');
    await world.clock.advance(119_000);
    assert.equal((await world.log(conversation)).at(-1), 'visitor: still here');
    await world.clock.advance(1_000);
    assert.equal((await world.log(conversation)).at(-1), 'status idle-warning');
    await world.clock.advance(60_000);
    assert.equal((await world.log(conversation)).at(-1), 'end system idle');
  });

  test('ended conversations are deleted when their time is over, and whoever holds one is told', async () => {
    await world.close();
    world = await World.open({ ...SETTINGS, retentionMs: 7 * DAY });
    const { tab, opened, conversation } = await world.visitor();
    const running = await world.visitor();
    await tab.send(conversation, [{ id: 'e', type: 'end' }]);
    await world.clock.advance(7 * DAY);
    assert.ok(await world.store.read((tx) => tx.conversation(conversation)));
    await world.clock.advance(3_600_000);
    assert.equal(await world.store.read((tx) => tx.conversation(conversation)), undefined);
    assert.deepEqual(tab.heard.findLast(({ event }) => event === 'revoked')?.payload, {
      conversation,
      reason: 'retention',
    });
    await assert.rejects(world.tab().resume(conversation, opened.credential ?? ''), { code: 'unknown-conversation' });
    assert.ok(await world.store.read((tx) => tx.conversation(running.conversation)));
  });
});

describe('after a restart', () => {
  test('everything is as the store says: nobody is connected, conversations are where they were', async () => {
    const world = await World.open({ heartbeatMs, agentGraceMs: 30_000, visitorGoneMs: 60_000, visitorEndMs: 600_000 });
    const active = await world.visitor();
    const waiting = await world.visitor();
    const ann = await world.desk('ann');
    await ann.accept(active.conversation);
    await active.tab.say(active.conversation, 'hello');
    await world.restart();
    assert.deepEqual(await world.log(active.conversation), [
      'join visitor',
      'status queued',
      'join ann',
      'visitor: hello',
    ]);
    const registers = await world.registers(active.conversation);
    assert.ok(registers.people.every(({ connected }) => !connected));
    assert.equal(await world.offeredTo(waiting.conversation), null);
    const back = await world.tab().resume(active.conversation, active.opened.credential ?? '', 3);
    assert.equal(back.page.entries.length, 1);
    assert.ok(back.registers.version > registers.version);
    const desk = await world.desk('ann');
    assert.equal((await desk.shows()).mine.length, 1);
    await world.clock.advance(30_000);
    assert.equal((await world.registers(active.conversation)).phase, 'active');
    await world.close();
  });

  test('chats of agents who do not return within the grace time go to the queue, and absent visitors end in time', async () => {
    const world = await World.open({ heartbeatMs, agentGraceMs: 30_000, visitorGoneMs: 60_000, visitorEndMs: 600_000 });
    const { conversation } = await world.visitor();
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    await world.restart();
    await world.clock.advance(30_000);
    assert.deepEqual((await world.log(conversation)).slice(3), ['leave ann connection-lost', 'status queued']);
    await world.clock.advance(630_000);
    assert.equal((await world.log(conversation)).at(-1), 'end system visitor-gone');
    await world.close();
  });

  test('no timer is left when the service stops', async () => {
    const world = await World.open();
    await world.visitor();
    await world.desk('ann');
    assert.ok(world.clock.pending > 0);
    await world.close();
    assert.equal(world.clock.pending, 0);
  });
});
