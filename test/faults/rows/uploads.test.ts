import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakOf, breakUpload, UPLOADS } from './uploads.js';

test('an upload that is broken off in any way becomes one file, and leaves nothing else', async () => {
  // Some of each kind, each at another tenth.
  for (let number = 2; number < UPLOADS; number += 33) assert.deepEqual(await breakUpload(number), [], breakOf(number));
});
