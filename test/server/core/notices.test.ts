import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { entriesOf, World } from './world.js';

describe('custom notices', () => {
  test('go both ways, are stored once and in order, and tell only their sender which of theirs they are', async () => {
    const world = await World.open();
    const { tab, conversation } = await world.visitor();
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    const item = { id: 'n-1', type: 'notice', text: '{"page":"basket"}' };
    assert.equal((await tab.send(conversation, [item]))[0]?.status, 'stored');
    assert.equal((await tab.send(conversation, [item]))[0]?.status, 'duplicate');
    assert.equal((await ann.send(conversation, [{ id: 'n-1', type: 'notice', text: '' }]))[0]?.status, 'stored');
    assert.deepEqual((await world.log(conversation)).slice(-2), [
      'notice visitor: {"page":"basket"}',
      'notice agent: ',
    ]);
    const ids = (heard: typeof tab.heard): unknown[] =>
      heard.flatMap(({ event, payload }) =>
        payload.entry?.type === 'notice' && event === 'entry' ? [payload.entry.clientId] : [],
      );
    assert.deepEqual(ids(tab.heard), ['n-1', undefined]);
    assert.deepEqual(ids(ann.heard), [undefined, 'n-1']);
    assert.equal((await ann.shows()).mine[0]?.unread, 0);
    await world.close();
  });

  test('too long, ill-formed and late ones are refused', async () => {
    const world = await World.open();
    const { tab, conversation } = await world.visitor();
    const code = async (text: string): Promise<unknown> =>
      (await tab.send(conversation, [{ id: world.id(), type: 'notice', text }]))[0]?.code;
    assert.equal(await code('x'.repeat(4001)), 'too-long');
    assert.equal(await code('\0'), 'bad-request');
    await tab.send(conversation, [{ id: 'e', type: 'end' }]);
    assert.equal(await code('late'), 'ended');
    await world.close();
  });
});

describe('user data', () => {
  const give = { type: 'user-data' } as const;

  test('is merged, comes to every tab as registers, and to the desk as an entry that the visitor does not see', async () => {
    const world = await World.open();
    const { tab, opened, conversation } = await world.visitor({ userData: { plan: 'pro', seats: 3 } });
    const other = world.tab();
    await other.resume(conversation, opened.credential ?? '');
    assert.equal(opened.registers.userData, undefined);
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    const before = await world.registers(conversation);
    const [result] = await tab.send(conversation, [{ ...give, id: 'd-1', data: { seats: 5, note: null } }]);
    assert.deepEqual(result, { id: 'd-1', status: 'stored' });
    await tab.say(conversation, 'hello');

    const after = other.heard.findLast(({ event }) => event === 'registers')?.payload.registers;
    assert.deepEqual(after.userData, { plan: 'pro', seats: 5, note: null });
    assert.ok(after.version > before.version);
    assert.deepEqual((await ann.shows()).mine[0]?.userData, { plan: 'pro', seats: 5, note: null });
    const [data, said] = entriesOf(ann.heard).slice(-2);
    assert.deepEqual([data.type, data.data, said.prev], ['user-data', { seats: 5, note: null }, data.seq]);
    const seen = entriesOf(other.heard).at(-1);
    assert.deepEqual([seen.text, seen.prev], ['hello', data.prev]);
    await world.close();
  });

  test('a late repetition does not undo what came after it', async () => {
    const world = await World.open();
    const { tab, conversation } = await world.visitor();
    await tab.send(conversation, [{ ...give, id: 'd-1', data: { a: 1 } }]);
    await tab.send(conversation, [{ ...give, id: 'd-2', data: { a: 2 } }]);
    assert.equal((await tab.send(conversation, [{ ...give, id: 'd-1', data: { a: 1 } }]))[0]?.status, 'duplicate');
    assert.deepEqual((await world.registers(conversation)).userData, { a: 2 });
    await world.close();
  });

  test('too much, nested data, foreign hands and the end are refused, and a prototype stays what it is', async () => {
    const world = await World.open();
    const { tab, conversation } = await world.visitor({ userData: { a: 1 } });
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    const code = async (data: unknown): Promise<unknown> =>
      (await tab.send(conversation, [{ ...give, id: world.id(), data }])).map((one) => one.code ?? one.status)[0];
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, 1]));
    assert.equal(await code(many), 'too-large');
    assert.equal(await code({ deep: { a: 1 } }), 'bad-request');
    assert.equal(await code({ bad: '\0' }), 'bad-request');
    assert.equal((await ann.send(conversation, [{ ...give, id: 'x', data: {} }]))[0]?.code, 'not-allowed');
    await code(JSON.parse('{"__proto__":{"polluted":1},"constructor":2,"fine":3}'));
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    const { userData } = await world.registers(conversation);
    assert.equal((userData as Record<string, unknown> | undefined)?.['polluted'], undefined);
    await tab.send(conversation, [{ id: 'e', type: 'end' }]);
    assert.equal(await code({ late: true }), 'ended');
    await world.close();
  });
});
