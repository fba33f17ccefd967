import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { told } from '../figures.js';
import { Rig } from '../../server/socket/harness.js';
import { ALL, HEAVY, Rows } from './schedule.js';

const rows = new Rows();
after(() => rows.close());

/** From the third on: the first two take a minute. */
const FIRST = 3;
const EVERY = 7;

test('each kind of case keeps every promise', async () => {
  for (let seed = FIRST; seed <= ALL - HEAVY; seed += EVERY) {
    const outcome = await rows.simulate(seed);
    assert.deepEqual(outcome.violations, [], told(outcome, `npm run faults -- --level rows --runs 1 --seed ${seed}`));
  }
});

test('whoever has the credential does read it: the attempts of strangers are put right', async () => {
  const rig = await Rig.open();
  try {
    const own = await rig.visitor();
    const { conversation, credential } = await own.start();
    await own.say(conversation, 'secret');
    const other = await rig.visitor();
    const opened = await other.get('resume', { conversation, credential });
    assert.ok(JSON.stringify(opened).includes('secret'));
  } finally {
    await rig.close();
  }
});
