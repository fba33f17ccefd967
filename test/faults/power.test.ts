import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Machine } from './rows/power.js';

const SNAPSHOTS = 500;

const machine = new Machine();
after(() => machine.close());

test(`${SNAPSHOTS} losses of power: what was acknowledged is there`, async () => {
  for (let taken = 0; taken < SNAPSHOTS; taken++) assert.deepEqual(await machine.lose(), []);
  assert.ok(machine.torn > SNAPSHOTS / 4, 'most cuts are in the middle of something');
});

test('without the sync it would be lost: a log cut before that point lacks what was acknowledged', async () => {
  await machine.fresh();
  await machine.commit(3);
  assert.equal(await machine.found(machine.after(2) + 10), 2);
});
