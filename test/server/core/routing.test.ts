import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { World, refused, type Heard } from './world.js';

describe('routing', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open({ acceptTimeoutMs: 10_000 });
  });
  afterEach(() => world.close());
  const presenceOf = async (agent: string): Promise<string | undefined> =>
    (await world.store.read((tx) => tx.agent(agent)))?.presence;

  test('the head of the queue is offered to the available agent with the least to do', async () => {
    const busy = await world.desk('busy');
    const first = await world.visitor();
    await busy.accept(first.conversation);
    await world.desk('free');
    await world.desk('away', { presence: 'away' });
    const second = await world.visitor();
    assert.equal(await world.offeredTo(second.conversation), 'free');
    const third = await world.visitor();
    // Now both have one: an accepted, and an offered conversation.
    assert.ok(['busy', 'free'].includes((await world.offeredTo(third.conversation)) ?? ''));
  });

  test('who waited is offered as soon as an agent comes, longest waiting first', async () => {
    const first = await world.visitor();
    await world.clock.advance(5);
    const second = await world.visitor();
    await world.desk('ann', { capacity: 1 });
    assert.equal(await world.offeredTo(first.conversation), 'ann');
    assert.equal(await world.offeredTo(second.conversation), null);
  });

  test('an offer that is not accepted in time goes to the next agent', async () => {
    await world.desk('ann');
    const { conversation } = await world.visitor();
    await world.desk('bob');
    assert.equal(await world.offeredTo(conversation), 'ann');
    await world.clock.advance(10_000);
    assert.equal(await world.offeredTo(conversation), 'bob');
    assert.equal(await presenceOf('ann'), 'available');
  });

  test('an agent who lets two offers in a row pass is set away, and an answer in between counts', async () => {
    const ann = await world.desk('ann');
    const one = await world.visitor();
    await world.clock.advance(10_000);
    await ann.accept(one.conversation);
    const two = await world.visitor();
    await world.clock.advance(10_000);
    assert.equal(await presenceOf('ann'), 'available');
    assert.equal(await world.offeredTo(two.conversation), 'ann');
    await world.clock.advance(10_000);
    assert.equal(await presenceOf('ann'), 'away');
    assert.equal(await world.offeredTo(two.conversation), null);
    const desk = await ann.shows();
    assert.equal(desk.agents[0]?.presence, 'away');
    await ann.presence('available');
    assert.equal(await world.offeredTo(two.conversation), 'ann');
  });

  test('what an agent declines goes to the next at once, and not back to them', async () => {
    const ann = await world.desk('ann');
    const { conversation } = await world.visitor();
    await ann.decline(conversation);
    assert.equal(await world.offeredTo(conversation), null);
    await world.desk('bob');
    assert.equal(await world.offeredTo(conversation), 'bob');
    assert.equal((await ann.shows()).queue.length, 1);
  });

  test('an agent who goes away or loses the connection has no offer any more', async () => {
    const ann = await world.desk('ann');
    const { conversation } = await world.visitor();
    await ann.presence('away');
    assert.equal(await world.offeredTo(conversation), null);
    await ann.presence('available');
    assert.equal(await world.offeredTo(conversation), 'ann');
    await ann.leave();
    assert.equal(await world.offeredTo(conversation), null);
  });

  test('nobody is offered more than they can take, and a place that becomes free is used', async () => {
    const ann = await world.desk('ann', { capacity: 1 });
    const one = await world.visitor();
    const two = await world.visitor();
    await ann.accept(one.conversation);
    assert.equal(await world.offeredTo(two.conversation), null);
    assert.equal((await ann.shows()).agents[0]?.presence, 'at-capacity');
    await refused(ann.accept(two.conversation), 'at-capacity');
    await ann.end(one.conversation);
    assert.equal(await world.offeredTo(two.conversation), 'ann');
  });

  test('of two agents who accept at once exactly one has it, and the other is told who was faster', async () => {
    const desks = [await world.desk('ann'), await world.desk('bob')];
    const { conversation } = await world.visitor();
    const results = await Promise.allSettled(desks.map((desk) => desk.accept(conversation)));
    const won = results.findIndex(({ status }) => status === 'fulfilled');
    const lost = results[1 - won];
    assert.ok(lost?.status === 'rejected');
    assert.equal((lost.reason as { code: string }).code, 'taken');
    assert.equal((lost.reason as Error).message, desks[won]?.me);
    assert.deepEqual(await world.log(conversation), ['join visitor', 'status queued', `join ${desks[won]?.me}`]);
    // Asking again, because the answer was lost, is no error for the one who has it.
    await desks[won]?.accept(conversation);
    assert.equal((await world.log(conversation)).length, 3);
  });

  test('accepting is possible without an offer, and impossible when it is over', async () => {
    await world.desk('ann');
    const bob = await world.desk('bob', { presence: 'away' });
    const one = await world.visitor();
    assert.equal(await world.offeredTo(one.conversation), 'ann');
    await bob.accept(one.conversation);
    const two = await world.visitor();
    await two.tab.send(two.conversation, [{ id: 'e', type: 'end' }]);
    await refused(bob.accept(two.conversation), 'ended');
    await refused(bob.accept('nowhere'), 'unknown-conversation');
  });

  test('everybody who waits knows their place, and learns when it changes', async () => {
    const ann = await world.desk('ann');
    const one = await world.visitor();
    const two = await world.visitor();
    const three = await world.visitor();
    assert.deepEqual(two.opened.registers.queue, { position: 2 });
    await ann.accept(one.conversation);
    await world.clock.advance(1000);
    const told = ({ heard }: { readonly heard: readonly Heard[] }): unknown =>
      heard.findLast(({ event }) => event === 'registers')?.payload.registers.queue?.position;
    assert.equal(told(two.tab), 1);
    assert.equal(told(three.tab), 2);
    assert.equal((await world.registers(one.conversation)).queue, null);
  });

  test('the estimate comes from how long others have really waited', async () => {
    const ann = await world.desk('ann', { capacity: 9 });
    const first = await world.visitor();
    assert.equal(first.opened.registers.queue?.wait, undefined);
    await world.clock.advance(8_000);
    await ann.accept(first.conversation);
    const second = await world.visitor();
    const third = await world.visitor();
    assert.deepEqual(second.opened.registers.queue, { position: 1, wait: 8 });
    assert.deepEqual(third.opened.registers.queue, { position: 2, wait: 16 });
  });

  test('a visitor who has been gone for long is not offered until they are back', async () => {
    const { tab, opened, conversation } = await world.visitor();
    await tab.leave();
    await world.clock.advance(world.settings.visitorGoneMs);
    await world.desk('ann');
    assert.equal(await world.offeredTo(conversation), null);
    await world.tab().resume(conversation, opened.credential ?? '');
    assert.equal(await world.offeredTo(conversation), 'ann');
  });
});
