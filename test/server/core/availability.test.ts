import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import type { WireAvailable } from '../../../src/protocol/index.js';
import { Plan, type PlanConfig } from '../../../demo/server/core/plan.js';
import { settled } from './fake-clock.js';
import { refused, World, type Tab } from './world.js';

const PLAN: PlanConfig = {
  channels: {
    '': {
      context: {
        variables: {
          tier: {},
          seats: { type: 'number' },
          vip: { type: 'boolean', display: true },
          cart: { display: false },
        },
      },
      routing: [
        { when: { vip: true }, queue: 'gold' },
        { when: { topic: 'cups' }, skills: ['cups'] },
      ],
    },
  },
  queues: { gold: {}, night: { hours: 'night' } },
  hours: { night: { zone: 'UTC', week: {} } },
};

describe('before a conversation', () => {
  let world: World;
  afterEach(() => world.close());
  const open = async (plan: PlanConfig = PLAN): Promise<Tab> => {
    world = await World.open({ plan: new Plan(plan) });
    return world.tab();
  };
  const ask = (tab: Tab, context?: object): Promise<WireAvailable> =>
    world.service.before.availability(tab.connection, { context: context as never });
  const leave = async (tab: Tab, more: object = {}): Promise<number> => {
    const done = await world.service.before.leave(tab.connection, {
      id: 'a-message-id-that-is-long-enough',
      text: 'Call me',
      ...more,
    });
    done.publish();
    await settled();
    return done.data.at;
  };

  test('the answer says who is free, at which place one would come, and how long it took lately', async () => {
    const tab = await open();
    assert.deepEqual(await ask(tab), { queue: 'main', open: true, agentsFree: 0, position: 1 });
    const waits = await world.visitor();
    const ann = await world.desk('ann');
    await world.clock.advance(30_000);
    assert.deepEqual(await ask(tab), { queue: 'main', open: true, agentsFree: 1, position: 2 });
    await ann.accept(waits.conversation);
    const { averageWait, position } = await ask(tab);
    assert.deepEqual([averageWait, position], [30, 1]);
  });

  test('an agent who is full, away, gone or for another queue is not free', async () => {
    const tab = await open();
    await world.desk('away', { presence: 'away' });
    await world.desk('gold', { queues: ['gold'] });
    const full = await world.desk('full', { capacity: 1 });
    await full.accept((await world.visitor()).conversation);
    const gone = await world.desk('gone');
    await gone.leave();
    assert.equal((await ask(tab)).agentsFree, 0);
    assert.equal((await ask(tab, { vip: { value: true } })).agentsFree, 1);
  });

  test('of a conversation that waits, it says how it is for that one', async () => {
    const tab = await open();
    await world.visitor();
    await tab.start('a-key-that-is-long-enough-1', { context: { vip: { value: 'true' } } });
    assert.deepEqual(await ask(tab), { queue: 'gold', open: true, agentsFree: 0, position: 1 });
  });

  test('the context decides on queue and skills, and agents get what they are for', async () => {
    const tab = await open();
    await world.desk('gold', { queues: ['gold'] });
    await world.desk('potter', { queues: ['main'], skills: ['cups'] });
    const start = async (key: string, context: object): Promise<string> =>
      (await world.tab().start(`a-key-that-is-long-enough-${key}`, { context })).conversation;
    const vip = await start('1', { vip: { value: 'TRUE' } });
    const cups = await start('2', { topic: { value: 'Cups' } });
    assert.equal(await world.offeredTo(vip), 'gold');
    assert.equal(await world.offeredTo(cups), 'potter');
    const plates = await start('3', { topic: { value: 'plates' } });
    assert.equal(await world.offeredTo(plates), 'potter');
    assert.equal((await ask(tab)).queue, 'main');
  });

  test('each queue has places of its own', async () => {
    await open();
    const main = await world.visitor();
    const gold = await world.visitor({ context: { vip: { value: true } } });
    await world.clock.advance(1000);
    assert.equal((await world.registers(main.conversation)).queue?.position, 1);
    assert.equal((await world.registers(gold.conversation)).queue?.position, 1);
  });

  test('variables have their declared types, others are text, and agents see those that are to be displayed', async () => {
    await open();
    const { conversation } = await world.visitor({
      context: {
        tier: { value: 'pro', display: true },
        seats: { value: '12', display: true },
        vip: { value: 'false' },
        cart: { value: 7, display: true },
        other: { value: 3, display: true },
        hidden: { value: 'x' },
      },
    });
    const desk = await world.desk('ann');
    const shown = (await desk.shows()).queue.find(({ id }) => id === conversation);
    assert.deepEqual(shown?.context, {
      tier: { value: 'pro' },
      seats: { value: 12 },
      vip: { value: false },
      other: { value: '3' },
    });
  });

  test('where others are to be ignored, they are; and what a site vouches for goes before what a page says', () => {
    const plan = new Plan({ channels: { '*': { context: { variables: { a: {} }, undeclared: 'ignore' } } } });
    assert.deepEqual(plan.variables('any'), { variables: ['a'], undeclared: 'ignore' });
    const context = plan.context('any', { a: { value: 'page' }, b: { value: 1 } }, { a: 'site' });
    assert.deepEqual(context, { a: { value: 'site', display: true, verified: true } });
    assert.deepEqual(plan.context('any', { toString: { value: 1 } }), {});
  });

  test('what only the customer’s own site may say is not taken from a page', () => {
    const plan = new Plan({
      channels: {
        '*': {
          context: { variables: { tier: { verified: true } } },
          routing: [{ when: { tier: 'gold' }, queue: 'gold' }],
        },
      },
      queues: { gold: {} },
    });
    const said = plan.context('any', { tier: { value: 'gold' } });
    assert.deepEqual([said, plan.route('any', said).queue], [{}, 'main']);
    assert.equal(plan.route('any', plan.context('any', {}, { tier: 'gold' })).queue, 'gold');
  });

  test('outside its hours a queue takes no conversation, but messages, which desks show until one is seen to', async () => {
    const tab = await open({ ...PLAN, channels: { '': { queue: 'night' } } });
    await refused(tab.start('a-key-that-is-long-enough-1'), 'closed');
    assert.deepEqual(await ask(tab), { queue: 'night', open: false, agentsFree: 0, position: 1 });
    const desk = await world.desk('ann');
    const other = await world.desk('other', { queues: ['gold'] });
    const at = await leave(tab, {
      name: 'Bo',
      email: 'bo@example.org',
      context: { tier: { value: 'pro', display: true } },
    });
    await world.clock.advance(5000);
    // Said again because the answer was lost: it is one message.
    assert.equal(await leave(tab, { text: 'something else' }), at);
    const { messages } = await desk.shows();
    assert.deepEqual(messages, [
      {
        id: 'a-message-id-that-is-long-enough',
        at,
        text: 'Call me',
        name: 'Bo',
        email: 'bo@example.org',
        queue: 'night',
        context: { tier: { value: 'pro' } },
      },
    ]);
    assert.deepEqual((await other.shows()).messages, []);
    const done = await world.service.actions.handled('ann', 'a-message-id-that-is-long-enough');
    done.publish();
    assert.deepEqual((await desk.shows()).messages, []);
    await refused(world.service.actions.handled('ann', 'nothing'), 'bad-request');
  });

  test('an empty message, or one without end, is refused by name', async () => {
    const tab = await open();
    await refused(leave(tab, { text: ' \n' }), 'empty');
    await refused(leave(tab, { text: 'x'.repeat(4001) }), 'too-long');
  });

  test('a conversation that goes on is not ended by the hours', async () => {
    world = await World.open({
      plan: new Plan({
        queues: { main: { hours: 'short' } },
        hours: { short: { zone: 'UTC', week: everyDay('00:00-23:59') } },
      }),
    });
    const { tab, conversation } = await world.visitor();
    await world.clock.advance(0);
    assert.equal((await tab.say(conversation, 'still here'))[0]?.status, 'stored');
  });

  test('plans that can’t be meant are refused by name', () => {
    assert.throws(() => new Plan({ queues: { a: { hours: 'b' } } }), /queues\.a\.hours/);
    assert.throws(() => new Plan({ channels: { c: { queue: 'nowhere' } } }), /channels\.c sends to nowhere/);
    assert.throws(() => new Plan({ channels: { c: { routing: [{ when: {}, queue: 'x' }] } } }), /channels\.c/);
  });
});

function everyDay(range: string): Record<string, string[]> {
  return Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [range]]));
}
