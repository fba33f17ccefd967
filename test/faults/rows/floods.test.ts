import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flood, FLOODS } from './floods.js';

// How long it took is for `npm run faults`: here the machine has other things to do.
for (const name of Object.keys(FLOODS))
  test(`nobody loses anything by ${name}`, async () => {
    const { wrong } = await flood(name, { texts: 260, frames: 3_000, connections: 60, files: 30 });
    assert.deepEqual(wrong, []);
  });
