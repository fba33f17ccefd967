import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { runTraffic } from './rig/traffic-run.js';

const rig = useRig();

test('under steady traffic both ways, a server that is killed twice loses nothing, doubles nothing, and keeps the order', async () => {
  const { violations, fromVisitor, fromAgent } = await runTraffic(rig, { restarts: 2, messages: 60, perSecond: 20 });
  assert.deepEqual(violations, []);
  assert.ok(fromVisitor >= 60 && fromAgent >= 60);
});
