import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TransportError } from '../../src/session/transport.js';

test('an error of a transport that was built with another copy of the package counts as one', () => {
  const foreign = Object.assign(new Error('gone'), { name: 'TransportError', kind: 'final', code: 'denied' });
  assert.ok(foreign instanceof TransportError);
});

test('any other error does not, whatever it has', () => {
  for (const other of [new Error('x'), { name: 'TransportError', kind: 'final' }, undefined, 'TransportError'])
    assert.ok(!((other as unknown) instanceof TransportError));
});
