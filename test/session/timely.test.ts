import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from '../../src/session/memory.js';
import type { Store } from '../../src/session/ports.js';
import { timely } from '../../src/session/timely.js';
import { VirtualClock } from '../helpers/virtual-clock.js';

test('a store that hangs is waited for once, and is a store again when it has come back', async () => {
  const clock = new VirtualClock();
  let release: () => void = () => undefined;
  let asked = 0;
  const hanging: Store = {
    ...memoryStore(),
    put: () => {
      asked++;
      return asked > 1 ? Promise.resolve() : new Promise((resolve) => (release = resolve));
    },
  };
  const store = timely(hanging, clock, new AbortController().signal);
  const first = store.put('a', '1').catch((error: Error) => error.message);
  await clock.advance(6_000);
  assert.equal(await first, 'timeout');
  const before = clock.elapsed;
  await assert.rejects(store.put('b', '2'));
  await assert.rejects(store.list(''));
  assert.deepEqual([clock.elapsed, asked], [before, 1]);

  release();
  await clock.advance(0);
  await store.put('b', '2');
  assert.equal(asked, 2);
});
