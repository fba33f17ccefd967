import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEY, message, Model, opened, own, page, types } from '../helpers/model.js';

test('the acknowledgement comes first: told as sent, and the entry only takes the place of the echo', () => {
  const model = Model.running().submit('a');
  assert.deepEqual(types(model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'sent', seq: 1 })), [
    'sent',
    'behind',
  ]);
  assert.deepEqual(model.pending, ['a:sent']);
  assert.deepEqual(types(model.apply({ type: 'entry', key: KEY, entry: own(1, 'a') })), ['received']);
  assert.deepEqual(model.pending, []);
});

test('the entry comes first: told as sent, and the acknowledgement adds nothing', () => {
  const model = Model.running().submit('a');
  assert.deepEqual(types(model.apply({ type: 'entry', key: KEY, entry: own(1, 'a') })), ['sent', 'received']);
  const before = model.state;
  assert.deepEqual(model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'sent', seq: 1 }), []);
  assert.equal(model.state, before);
});

test('the acknowledgement of a message that the log has already takes the echo away', () => {
  // The window was restored after the message had been stored, and its entry is older than the window.
  const model = new Model();
  model.apply(
    { type: 'restore', key: KEY, remoteId: 'r', profile: {} },
    { type: 'opened', key: KEY, opened: { ...opened([message(9)]), page: page([message(9)], true) } },
  );
  model.submit('a');
  assert.deepEqual(types(model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'sent', seq: 3 })), ['sent']);
  assert.deepEqual(model.pending, []);
});

test('a late success overrules a failure', () => {
  const model = Model.running().submit('a');
  model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'failed', error: 'blocked' });
  assert.deepEqual(model.pending, ['a:failed']);
  assert.deepEqual(types(model.apply({ type: 'entry', key: KEY, entry: own(1, 'a') })), ['sent', 'received']);
  assert.deepEqual(model.pending, []);
});

test('a failure never overrules a success', () => {
  const model = Model.running().submit('a');
  model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'sent', seq: 1 });
  assert.deepEqual(model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'failed', error: 'blocked' }), []);
  model.apply({ type: 'entry', key: KEY, entry: own(1, 'a') });
  assert.deepEqual(model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'failed', error: 'blocked' }), []);
});

test('repeated acknowledgements and repeated entries tell nothing again', () => {
  const model = Model.running().submit('a');
  for (let i = 0; i < 3; i++) {
    model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'sent', seq: 1 });
    model.apply({ type: 'entry', key: KEY, entry: own(1, 'a') });
  }
  assert.equal(types(model.facts).filter((type) => type === 'sent').length, 1);
  assert.equal(types(model.facts).filter((type) => type === 'received').length, 1);
});

test('a message that the log has is not taken again', () => {
  const model = Model.running([own(1, 'a')]);
  assert.deepEqual(
    model.apply({ type: 'submit', key: KEY, pending: { clientId: 'a', text: 'a', createdAt: 1, status: 'queued' } }),
    [],
  );
});

test('the same message is taken once', () => {
  const model = Model.running().submit('a', 'queued');
  model.submit('a', 'queued');
  assert.deepEqual(model.pending, ['a:queued']);
});

test('an entry of somebody else with the same client id is not one of ours', () => {
  const model = Model.running().submit('a');
  model.apply({ type: 'entry', key: KEY, entry: message(1, undefined, { clientId: 'a' }) });
  assert.deepEqual(model.pending, ['a:sending']);
});

test('the echo of another tab settles here, too', () => {
  const model = Model.running().submit('a', 'queued');
  assert.deepEqual(types(model.apply({ type: 'page', key: KEY, page: page([own(1, 'a')]), direction: 'after' })), [
    'sent',
    'received',
  ]);
});

test('a message that is stored can not be taken back', () => {
  const model = Model.running().submit('a');
  model.apply(
    { type: 'pending', key: KEY, clientId: 'a', status: 'sent', seq: 1 },
    { type: 'withdraw', key: KEY, clientId: 'a' },
  );
  assert.deepEqual(model.pending, ['a:sent']);
});

test('an acknowledged place beyond the window is known to be missing', () => {
  const model = Model.running([message(1)]).submit('a');
  assert.ok(
    types(model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'sent', seq: 3 })).includes('behind'),
  );
  assert.equal(model.conversation.log.head, 3);
});

test('a failure is told once per reason, and again after another try', () => {
  const model = Model.running().submit('a');
  const fail = { type: 'pending', key: KEY, clientId: 'a', status: 'failed', error: 'busy' } as const;
  assert.deepEqual(types(model.apply(fail)), ['send-failed']);
  assert.deepEqual(model.apply(fail), []);
  model.apply({ type: 'pending', key: KEY, clientId: 'a', status: 'sending' });
  assert.deepEqual(types(model.apply(fail)), ['send-failed']);
});
