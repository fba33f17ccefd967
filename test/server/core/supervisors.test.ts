import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { entriesOf, refused, World, type Came, type Desk, type Tab } from './world.js';

async function scene(): Promise<{
  world: World;
  tab: Tab;
  conversation: string;
  ann: Desk;
  boss: Desk;
  credential: string;
}> {
  const world = await World.open();
  const { tab, opened, conversation } = await world.visitor();
  const ann = await world.desk('ann');
  const boss = await world.desk('boss', { role: 'supervisor', presence: 'away' });
  await ann.accept(conversation);
  return { world, tab, conversation, ann, boss, credential: opened.credential ?? '' };
}

/** Everything the visitor could notice anything by. */
async function noticed(world: World, tab: Tab, conversation: string): Promise<string> {
  const [row] = await world.store.read((tx) => tx.changedSince([conversation], 0));
  const revs = await world.store.read((tx) => tx.revs([row?.visitor ?? '']));
  return JSON.stringify([tab.heard, await world.registers(conversation), [...revs]]);
}

describe('a supervisor in somebody’s conversation', () => {
  test('reads along silently: the visitor notices nothing at all, the agent sees it', async () => {
    const { world, tab, conversation, ann, boss } = await scene();
    await world.clock.advance(1000);
    const before = await noticed(world, tab, conversation);
    await boss.join(conversation, true);
    await boss.join(conversation, true);
    await boss.send(conversation, [{ id: 'k', type: 'mark', seen: 9 }]);
    await boss.leave();
    const again = await world.desk('boss');
    await world.clock.advance(1000);
    assert.equal(await noticed(world, tab, conversation), before);

    const shown = (await ann.shows()).mine[0]?.registers.people.find(({ id }) => id === 'boss');
    assert.deepEqual([shown?.silent, shown?.connected, shown?.leftAt], [true, true, undefined]);
    assert.deepEqual((await world.log(conversation)).slice(-1), ['join boss silently']);
    assert.equal((await again.send(conversation, [{ id: 'm', type: 'message', text: 'hi' }]))[0]?.code, 'not-allowed');
    await again.quit(conversation);
    assert.equal(await noticed(world, tab, conversation), before);
    await world.close();
  });

  test('every recipient’s chain of entries is without a gap, whatever they may see', async () => {
    const { world, tab, conversation, ann, boss, credential } = await scene();
    await boss.join(conversation, true);
    await tab.say(conversation, 'one');
    await boss.quit(conversation);
    await boss.join(conversation, false);
    await boss.say(conversation, 'two');
    await boss.join(conversation, true);
    await ann.say(conversation, 'three');
    const chain = (list: readonly any[]): void => {
      for (const [index, entry] of list.entries())
        assert.equal(entry.prev, index === 0 ? entry.prev : list[index - 1].seq);
    };
    chain(entriesOf(tab.heard));
    chain(entriesOf(ann.heard));
    const other = world.tab();
    const { page } = await other.resume(conversation, credential);
    chain(page.entries);
    assert.deepEqual(
      page.entries.slice(1).map((entry: Came) => entry.text ?? `${entry.type} ${entry.from?.id ?? ''}`.trim()),
      ['status', 'join ann', 'one', 'join boss', 'two', 'leave boss', 'three'],
    );
    assert.ok(page.entries.every((entry: Came) => entry.silent === undefined));
    await world.close();
  });

  test('speaks: the visitor sees them, their typing and what they write', async () => {
    const { world, tab, conversation, boss } = await scene();
    await boss.join(conversation, false);
    const [result] = await boss.say(conversation, 'Hello from the boss');
    assert.equal(result?.status, 'stored');
    await world.service.agentTypes(boss.connection, { conversation, typing: true });
    assert.equal(tab.heard.at(-1)?.payload.person, 'boss');
    const person = (await world.registers(conversation)).people.find(({ id }) => id === 'boss');
    assert.deepEqual([person?.role, person?.connected, person?.silent], ['supervisor', true, undefined]);
    const own = entriesOf(boss.heard).find(({ type }) => type === 'message');
    assert.ok(own.clientId);
    await boss.quit(conversation);
    await boss.quit(conversation);
    assert.deepEqual((await world.log(conversation)).slice(-3), [
      'join boss',
      'supervisor: Hello from the boss',
      'leave boss left',
    ]);
    await world.close();
  });

  test('who spoke and then reads along is gone for the visitor, and stays so', async () => {
    const { world, conversation, boss } = await scene();
    await boss.join(conversation, false);
    await world.clock.advance(500);
    await boss.join(conversation, true);
    const left = (): Promise<any> =>
      world.registers(conversation).then(({ people }) => people.find(({ id }) => id === 'boss'));
    const { leftAt } = await left();
    await world.clock.advance(500);
    await boss.quit(conversation);
    await boss.join(conversation, true);
    assert.deepEqual([(await left()).leftAt, (await left()).connected], [leftAt, false]);
    await world.close();
  });

  test('who speaks and takes over comes in once; who read along comes in then', async () => {
    const one = await scene();
    await one.boss.join(one.conversation, false);
    await one.boss.presence('available');
    await one.boss.transfer(one.conversation, 'boss');
    assert.deepEqual((await one.world.log(one.conversation)).slice(-3), [
      'join boss',
      'transfer boss boss',
      'leave ann transferred',
    ]);
    await one.world.close();
    const two = await scene();
    await two.boss.join(two.conversation, true);
    await two.boss.presence('available');
    await two.boss.transfer(two.conversation, 'boss');
    const person = (await two.world.registers(two.conversation)).people.find(({ id }) => id === 'boss');
    assert.equal(person?.leftAt, undefined);
    assert.equal((await two.world.log(two.conversation)).at(-1), 'join boss');
    await two.world.close();
  });

  test('who is gone for the grace time has left, also over a restart', async () => {
    const { world, conversation, boss } = await scene();
    await boss.join(conversation, false);
    await boss.leave();
    await world.clock.advance(31_000);
    assert.equal((await world.log(conversation)).at(-1), 'leave boss connection-lost');
    const back = await world.desk('boss');
    await back.join(conversation, true);
    await world.restart();
    await world.desk('ann');
    await world.clock.advance(31_000);
    const rows = await world.store.read((tx) => tx.people(conversation));
    assert.equal(rows.find(({ id }) => id === 'boss')?.silentSince, null);
    await world.close();
  });

  test('it is for supervisors, in running conversations of others', async () => {
    const { world, conversation, ann, boss, tab } = await scene();
    const bob = await world.desk('bob');
    await refused(bob.join(conversation, true), 'not-allowed');
    await refused(ann.join(conversation, true), 'not-allowed');
    await refused(boss.join('nowhere', true), 'unknown-conversation');
    await boss.join(conversation, true);
    await tab.send(conversation, [{ id: 'e', type: 'end' }]);
    await refused(boss.join(conversation, false), 'ended');
    assert.ok((await world.registers(conversation)).people.every(({ id }) => id !== 'boss'));
    await world.close();
  });
});
