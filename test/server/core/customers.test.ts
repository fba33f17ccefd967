import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { World } from './world.js';

const fields = {
  customer: [
    { name: 'tier', label: 'Loyalty', type: 'list', options: [{ value: 'm', label: 'Member' }] },
    { name: 'since', type: 'date' },
  ],
  contact: [{ name: 'order', label: 'Order', type: 'number' }],
} as const;
const GUEST = 'a-device-of-at-least-22-characters';

async function begun() {
  const world = await World.open({ fields });
  const { tab, conversation } = await world.visitor();
  const say = async (about: object, id: string = world.id()) =>
    (await tab.send(conversation, [{ id, type: 'user-data', data: {}, about }]))[0];
  const desk = async () => {
    await world.clock.advance(100);
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    await world.clock.advance(100);
    const desks = ann.heard.flatMap(({ event, payload }) => (event === 'desk' ? [payload] : []));
    return desks.at(-1).mine[0];
  };
  return { world, tab, conversation, say, desk };
}

describe('customers', () => {
  test('have a name and fields, which agents see by what people read', async () => {
    const { world, say, desk } = await begun();
    const done = await say({ guest: GUEST, name: ' Mia ', customer: { tier: 'm' }, contact: { order: 12 } });
    assert.equal(done?.status, 'stored');
    assert.deepEqual((await desk()).known, { name: 'Mia', customer: { Loyalty: 'Member' }, contact: { Order: 12 } });
    await world.close();
  });

  test('are refused what is not declared, or does not hold that, with the field', async () => {
    const { world, say } = await begun();
    const bad = async (about: object) => {
      const result = await say({ guest: GUEST, ...about });
      return [result?.code, result?.field];
    };
    assert.deepEqual(await bad({ customer: { tier: 'gold' } }), ['bad-request', 'about.customer.tier']);
    assert.deepEqual(await bad({ customer: { since: '2026-02-30' } }), ['bad-request', 'about.customer.since']);
    assert.deepEqual(await bad({ contact: { order: '12' } }), ['bad-request', 'about.contact.order']);
    assert.deepEqual(await bad({ contact: { other: 1 } }), ['bad-request', 'about.contact.other']);
    assert.equal((await bad({ guest: 'short' }))[0], 'bad-request');
    await world.close();
  });

  test('are changed once however often it is sent, null takes a value away, and nobody else sees the device', async () => {
    const { world, say, conversation, tab, desk } = await begun();
    assert.equal((await say({ guest: GUEST, customer: { since: '2020-02-29' } }, 'a-1'))?.status, 'stored');
    assert.equal((await say({ guest: GUEST, customer: { since: '2021-01-01' } }, 'a-1'))?.status, 'duplicate');
    await say({ guest: GUEST, customer: { since: null }, contact: { order: 1 } });
    assert.deepEqual((await desk()).known, { customer: {}, contact: { Order: 1 } });
    const rows = await world.store.read((tx) =>
      tx.entries(conversation, { after: 0, limit: 99, audiences: ['all', 'staff'] }),
    );
    assert.doesNotMatch(JSON.stringify([rows, tab.heard]), new RegExp(GUEST));
    await world.close();
  });

  test('come back under the id of their device, and are told apart from others', async () => {
    const { world, say } = await begun();
    await say({ guest: GUEST, name: 'Mia' });
    const next = await world.visitor();
    await next.tab.send(next.conversation, [{ id: 'x', type: 'user-data', data: {}, about: { guest: GUEST } }]);
    const known = await world.store.read((tx) => tx.customer(`guest ${GUEST}`));
    assert.equal(known?.name, 'Mia');
    assert.equal(await world.store.read((tx) => tx.customer('guest somebody-else')), undefined);
    await world.close();
  });
});
