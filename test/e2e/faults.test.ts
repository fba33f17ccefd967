import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { BrowserLevel, KINDS } from '../faults/l3/schedule.js';
import { slice } from '../faults/slice.js';

const level = new BrowserLevel('chromium');
after(() => level.close());

const played = new Set<string>();

// The kinds take turns.
slice('L3', KINDS.length, async (seed) => {
  const outcome = await level.simulate(seed);
  played.add(outcome.steps[0]!);
  return outcome;
});

test('L3: one schedule of each kind was among them', () => {
  assert.deepEqual([...played].sort(), KINDS.map(([kind]) => kind).sort());
});
