import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Tx } from '../../../demo/server/store/port.js';
import { openSqlite } from '../../../demo/server/store/sqlite.js';
import { World, refused, type Heard } from './world.js';

describe('agents', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open({ acceptTimeoutMs: 10_000, blockMs: 60_000 });
  });
  afterEach(() => world.close());

  test('accepting makes the conversation active, with the agent in it', async () => {
    const { tab, conversation } = await world.visitor();
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    const registers = await world.registers(conversation);
    assert.equal(registers.phase, 'active');
    assert.deepEqual(registers.people.map(({ id, role, connected }) => [id, role, connected]).at(-1), [
      'ann',
      'agent',
      true,
    ]);
    const pushed = tab.heard.findLast(({ event }) => event === 'registers')?.payload.registers;
    assert.deepEqual(pushed, registers);
  });

  test('what waits is shown without a word of what was said; one’s own is shown with the last words and what is unread', async () => {
    const { tab, opened, conversation } = await world.visitor({
      profile: { nickname: 'Bo', email: 'bo@example.org' },
      userData: { plan: 'pro' },
      language: 'de',
    });
    await tab.say(conversation, 'a secret', 'and more');
    const ann = await world.desk('ann');
    const before = (await ann.shows()).queue[0];
    assert.ok(before);
    assert.ok(!JSON.stringify(before).includes('secret'));
    assert.deepEqual(
      [before.profile, before.language, before.visitorOnline, before.userData],
      [{ nickname: 'Bo', email: 'bo@example.org' }, 'de', true, undefined],
    );
    assert.equal(before.waitingSince, before.startedAt);
    assert.deepEqual(before.offer, { agent: 'ann', until: world.clock.now() + 10_000 - world.settings.deskGatherMs });
    await ann.accept(conversation);
    const mine = (await ann.shows()).mine[0];
    assert.deepEqual(
      [mine?.unread, mine?.last?.text, mine?.last?.role, mine?.userData],
      [2, 'and more', 'visitor', { plan: 'pro' }],
    );
    await ann.send(conversation, [{ id: 'k', type: 'mark', seen: 3 }]);
    assert.equal((await ann.shows()).mine[0]?.unread, 1);
    assert.equal((await world.registers(conversation)).marks[opened.me]?.seen, 0);
  });

  test('an agent reads and writes only in their own conversations; a supervisor reads all, and writes in none of others', async () => {
    const one = await world.visitor();
    const waiting = await world.visitor();
    const ann = await world.desk('ann');
    const bob = await world.desk('bob');
    const boss = await world.desk('boss', { role: 'supervisor', presence: 'away' });
    await ann.accept(one.conversation);
    await one.tab.say(one.conversation, 'hello');
    for (const conversation of [one.conversation, waiting.conversation]) {
      await refused(world.service.agents.open(bob.connection, conversation), 'not-allowed');
      await refused(world.service.agents.pull(bob.connection, conversation, {}), 'not-allowed');
      await refused(bob.say(conversation, 'hi'), 'not-allowed');
      await refused(bob.end(conversation), 'not-allowed');
      await refused(bob.block(conversation), 'not-allowed');
      await refused(bob.transfer(conversation), 'not-allowed');
    }
    const { page } = await world.service.agents.open(boss.connection, one.conversation);
    assert.equal(page.entries.length, 4);
    await refused(boss.say(one.conversation, 'hi'), 'not-allowed');
    assert.deepEqual(
      (await boss.shows()).others.map(({ id }) => id),
      [one.conversation],
    );
    assert.deepEqual((await bob.shows()).others, []);
    await refused(world.service.agents.open(bob.connection, 'nowhere'), 'unknown-conversation');
  });

  test('a supervisor who looks into a conversation hears it, and others do not', async () => {
    const { tab, conversation } = await world.visitor();
    const ann = await world.desk('ann');
    const bob = await world.desk('bob');
    const boss = await world.desk('boss', { role: 'supervisor', presence: 'away' });
    await ann.accept(conversation);
    await tab.say(conversation, 'one');
    await world.service.agents.open(boss.connection, conversation);
    await tab.say(conversation, 'two');
    const texts = (heard: readonly Heard[]): unknown =>
      heard.flatMap(({ event, payload }) =>
        event === 'entry' && payload.entry.type === 'message' ? [payload.entry.text] : [],
      );
    assert.deepEqual(texts(ann.heard), ['one', 'two']);
    assert.deepEqual(texts(boss.heard), ['two']);
    assert.deepEqual(texts(bob.heard), []);
  });

  test('a transfer to an agent hands the conversation over at once, and can be asked for again', async () => {
    const { tab, conversation } = await world.visitor();
    const ann = await world.desk('ann');
    const bob = await world.desk('bob');
    await ann.accept(conversation);
    await ann.transfer(conversation, 'bob');
    await ann.transfer(conversation, 'bob');
    assert.deepEqual(await world.log(conversation), [
      'join visitor',
      'status queued',
      'join ann',
      'transfer ann bob',
      'leave ann transferred',
      'join bob',
    ]);
    assert.equal((await bob.shows()).mine[0]?.id, conversation);
    assert.deepEqual((await ann.shows()).mine, []);
    await refused(world.service.agents.pull(ann.connection, conversation, {}), 'not-allowed');
    const [late] = await ann.say(conversation, 'too late');
    assert.deepEqual([late?.status, late?.code], ['refused', 'not-allowed']);
    await bob.say(conversation, 'hello');
    assert.equal(tab.heard.findLast(({ event }) => event === 'entry')?.payload.entry.from.id, 'bob');
  });

  test('what an agent sent before handing on is known as stored afterwards', async () => {
    const { conversation } = await world.visitor();
    const ann = await world.desk('ann');
    await world.desk('bob');
    await ann.accept(conversation);
    const [stored] = await ann.send(conversation, [{ id: 'x', type: 'message', text: 'hi' }]);
    await ann.transfer(conversation, 'bob');
    assert.deepEqual(await ann.send(conversation, [{ id: 'x', type: 'message', text: 'hi' }]), [
      { ...stored, status: 'duplicate' },
    ]);
  });

  test('a transfer is refused to one who is full, away, gone or unknown, and then nothing has changed', async () => {
    const { conversation } = await world.visitor();
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    const full = await world.desk('full', { capacity: 1 });
    const other = await world.visitor();
    await full.accept(other.conversation);
    await world.desk('away', { presence: 'away' });
    await world.account('offline');
    await refused(ann.transfer(conversation, 'full'), 'at-capacity');
    for (const to of ['away', 'offline', 'unknown']) await refused(ann.transfer(conversation, to), 'not-allowed');
    assert.deepEqual(await world.log(conversation), ['join visitor', 'status queued', 'join ann']);
    assert.equal((await ann.shows()).mine.length, 1);
  });

  test('a transfer to the queue puts the conversation at its head, and does not offer it back to the same agent', async () => {
    const ann = await world.desk('ann');
    const one = await world.visitor();
    await ann.accept(one.conversation);
    await world.desk('bob', { capacity: 1 });
    const waiting = await world.visitor();
    await ann.transfer(one.conversation);
    assert.deepEqual((await world.log(one.conversation)).slice(3), [
      'transfer ann queue',
      'leave ann transferred',
      'status queued',
    ]);
    const desk = await ann.shows();
    assert.deepEqual(
      desk.queue.map(({ id }) => id),
      [one.conversation, waiting.conversation],
    );
    assert.notEqual(await world.offeredTo(one.conversation), 'ann');
  });

  test('a transfer can be asked for again, whatever has become of it, and does nothing then', async () => {
    const ann = await world.desk('ann');
    const bob = await world.desk('bob');
    const sue = await world.desk('sue', { role: 'supervisor', presence: 'away' });
    const { conversation } = await world.visitor();
    await ann.accept(conversation);
    await ann.transfer(conversation);
    const log = await world.log(conversation);
    await ann.transfer(conversation);
    await refused(bob.transfer(conversation), 'not-allowed');
    assert.deepEqual(await world.log(conversation), log);
    await bob.accept(conversation);
    await ann.transfer(conversation);
    await refused(ann.transfer(conversation, 'bob-who-left'), 'not-allowed');
    assert.equal((await world.registers(conversation)).phase, 'active');
    await sue.transfer(conversation);
    await sue.transfer(conversation);
    assert.equal((await world.log(conversation)).filter((line) => line === 'transfer sue queue').length, 1);
    // What comes back can be handed on anew.
    await ann.accept(conversation);
    await ann.transfer(conversation);
    await ann.accept(conversation);
    await ann.transfer(conversation);
    assert.equal((await world.log(conversation)).filter((line) => line === 'transfer ann queue').length, 3);
    await bob.accept(conversation);
    await bob.transfer(conversation, 'ann');
    await ann.end(conversation);
    await bob.transfer(conversation, 'ann');
  });

  test('the end by an agent, a supervisor and a visitor says who it was', async () => {
    const ann = await world.desk('ann');
    const boss = await world.desk('boss', { role: 'supervisor', presence: 'away' });
    const [one, two, three] = [await world.visitor(), await world.visitor(), await world.visitor()];
    for (const { conversation } of [one, two, three]) await ann.accept(conversation);
    await ann.end(one.conversation);
    await boss.end(two.conversation);
    await three.tab.send(three.conversation, [{ id: 'e', type: 'end' }]);
    assert.deepEqual((await world.log(one.conversation)).slice(3), ['leave ann ended', 'end agent ended']);
    assert.deepEqual((await world.log(two.conversation)).slice(3), ['leave boss ended', 'end supervisor ended']);
    assert.deepEqual((await world.log(three.conversation)).slice(3), ['leave visitor left', 'end visitor left']);
    await ann.end(one.conversation);
    assert.equal((await world.log(one.conversation)).length, 5);
    assert.deepEqual((await ann.shows()).mine, []);
    const registers = await world.registers(one.conversation);
    assert.deepEqual([registers.phase, registers.endedAt], ['ended', world.clock.now() - world.settings.deskGatherMs]);
    assert.ok(registers.people.every(({ connected, leftAt }) => !connected && leftAt !== undefined));
  });

  test('after the end its agent can still read it', async () => {
    const ann = await world.desk('ann');
    const { conversation } = await world.visitor();
    await ann.accept(conversation);
    await ann.end(conversation);
    assert.equal((await world.service.agents.pull(ann.connection, conversation, {})).entries.length, 5);
  });

  test('a block ends the conversation and refuses new ones from the visitor and the address, for a time', async () => {
    const ann = await world.desk('ann');
    const { tab, opened, conversation } = await world.visitor();
    await ann.accept(conversation);
    await ann.block(conversation);
    assert.equal((await world.log(conversation)).at(-1), 'end agent blocked');
    await refused(tab.start('k'.repeat(30)), 'blocked');
    await refused(world.tab('10.0.0.1').start('k'.repeat(30)), 'blocked');
    const moved = world.tab('10.9.9.9');
    await moved.resume(conversation, opened.credential ?? '');
    await refused(moved.start('k'.repeat(30)), 'blocked');
    await world.tab('10.9.9.9').start('o'.repeat(30));
    await world.clock.advance(60_000);
    await tab.start('k'.repeat(30));
  });

  test('typing goes to the agent with its preview, and to the visitor without; to nobody else, and not from a queue', async () => {
    const { tab, opened, conversation } = await world.visitor();
    const ann = await world.desk('ann');
    const bob = await world.desk('bob');
    const typed = (heard: readonly Heard[]): unknown =>
      heard.filter(({ event }) => event === 'typing').map(({ payload }) => payload);
    await world.service.visitorTypes(tab.connection, { conversation, typing: true, preview: 'se' });
    await ann.accept(conversation);
    await world.service.visitorTypes(tab.connection, { conversation, typing: true, preview: 'secret \ud83d' });
    await world.service.visitorTypes(tab.connection, { conversation, typing: false, preview: 'secret' });
    await world.service.agentTypes(ann.connection, { conversation, typing: true, preview: 'never shown' });
    await world.service.agentTypes(bob.connection, { conversation, typing: true });
    await world.service.visitorTypes(world.tab().connection, { conversation, typing: true, preview: 'forged' });
    assert.deepEqual(typed(ann.heard), [
      { conversation, person: opened.me, typing: true, preview: 'secret ' },
      { conversation, person: opened.me, typing: false },
    ]);
    assert.deepEqual(typed(tab.heard), [{ conversation, person: 'ann', typing: true }]);
    assert.deepEqual(typed(bob.heard), []);
  });

  test('a desk’s snapshots rise in version, and quick changes are sent as one', async () => {
    const ann = await world.desk('ann', { presence: 'away' });
    await ann.shows();
    const before = ann.heard.filter(({ event }) => event === 'desk').length;
    for (let count = 0; count < 5; count += 1) await world.visitor();
    await world.clock.advance(world.settings.deskGatherMs);
    const desks = ann.heard.filter(({ event }) => event === 'desk').map(({ payload }) => payload);
    assert.equal(desks.length, before + 1);
    assert.equal(desks.at(-1).queue.length, 5);
    assert.ok(desks.every(({ version }, index) => index === 0 || version > desks[index - 1].version));
  });

  test('a desk shows the first of a long queue, how many there are, and whoever is offered to it', async () => {
    await world.close();
    world = await World.open({ deskQueue: 3 });
    const waiting = [];
    for (let count = 0; count < 5; count += 1) waiting.push((await world.visitor()).conversation);
    const away = await world.desk('away', { presence: 'away' });
    for (const name of ['a', 'b', 'c']) await world.desk(name, { capacity: 1 });
    const ann = await world.desk('ann', { capacity: 1 });
    assert.equal(await world.offeredTo(waiting[3] ?? ''), 'ann');
    const ids = async (desk: typeof ann): Promise<unknown> => {
      const { queue, queueTotal } = await desk.shows();
      return [queue.map(({ id }) => id), queueTotal];
    };
    assert.deepEqual(await ids(away), [waiting.slice(0, 3), 5]);
    assert.deepEqual(await ids(ann), [waiting.slice(0, 4), 5]);
  });

  test('what a start and the desks cost does not grow with the queue', async () => {
    const calls = new Map<string, number>();
    const inner = openSqlite({ path: ':memory:' });
    const counted = (tx: Tx): Tx =>
      new Proxy(tx, {
        get(target, name: keyof Tx) {
          calls.set(name, (calls.get(name) ?? 0) + 1);
          return target[name];
        },
      });
    await world.close();
    world = await World.open(
      { maxOpenPerAddress: 0, deskQueue: 5 },
      {
        transact: (work) => inner.transact((tx) => work(counted(tx))),
        read: (work) => inner.read((tx) => work(counted(tx))),
        check: () => inner.check(),
        close: () => inner.close(),
      },
    );
    const ann = await world.desk('ann', { presence: 'away' });
    for (const name of ['bob', 'cid']) await world.desk(name, { presence: 'away' });
    const wait = async (visitors: number): Promise<void> => {
      for (let count = 0; count < visitors; count += 1) await world.visitor();
    };
    const cost = async (): Promise<unknown> => {
      await world.clock.advance(1000);
      calls.clear();
      await world.visitor();
      await ann.shows();
      return Object.fromEntries(calls);
    };
    await wait(6);
    const short = await cost();
    await wait(60);
    assert.deepEqual(await cost(), short);
    assert.equal((await ann.shows()).queue.length, 5);
  });

  test('an account that is switched off can do nothing', async () => {
    const ann = await world.desk('ann');
    const { conversation } = await world.visitor();
    await world.account('ann', { disabled: true });
    await refused(ann.accept(conversation), 'not-allowed');
    await refused(world.service.agents.open(ann.connection, conversation), 'not-allowed');
  });
});
