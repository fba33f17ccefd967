import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { assigned } from '../../../src/protocol/index.js';
import { World } from './world.js';

describe('what happens to a case', () => {
  test('an agent who comes has it from then on, and a second one has it after the first', async () => {
    const world = await World.open();
    const { tab, conversation } = await world.visitor();
    const ann = await world.desk('ann');
    await world.desk('bob');
    await ann.accept(conversation);
    await world.service.actions.transfer('ann', conversation, 'bob').then((done) => done.publish());
    const joins = tab.heard.flatMap(({ event, payload }) =>
      event === 'entry' && payload.entry.type === 'join' && payload.entry.from.role !== 'visitor'
        ? [payload.entry]
        : [],
    );
    assert.ok(joins.every((entry) => v.is(assigned, entry.assigned)));
    assert.deepEqual(
      joins.map(({ from, assigned }) => [from.id, assigned.before?.id]),
      [
        ['ann', undefined],
        ['bob', 'ann'],
      ],
    );
    await world.close();
  });

  test('agents say where it stands, once, and nobody after the end', async () => {
    const world = await World.open();
    const { tab, conversation } = await world.visitor();
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    const { actions } = world.service;
    const set = async (who: string, status: 'pending' | 'resolved') =>
      actions
        .setCase(who, conversation, status)
        .then((done) => (done.publish(), 'done'))
        .catch(({ code }: { code: string }) => code);
    assert.equal(await set('ann', 'pending'), 'done');
    assert.equal(await set('ann', 'pending'), 'done');
    assert.equal(await set('bob', 'resolved'), 'not-allowed');
    assert.deepEqual(
      (await world.log(conversation)).filter((line) => line.startsWith('case')),
      ['case pending'],
    );
    await tab.send(conversation, [{ id: 'end', type: 'end' }]);
    assert.equal(await set('ann', 'resolved'), 'ended');
    await world.close();
  });
});
