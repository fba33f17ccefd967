import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreadOf, unreadTotal } from '../../src/session/model/selectors.js';
import { join, KEY, message, Model, opened, own, page } from '../helpers/model.js';

test("messages of others count until they were on screen; one's own and notices do not", () => {
  const model = Model.running();
  model.apply(
    { type: 'entry', key: KEY, entry: join(1) },
    { type: 'entry', key: KEY, entry: message(2) },
    { type: 'entry', key: KEY, entry: own(3, 'a') },
  );
  assert.equal(unreadOf(model.conversation), 1);
  const facts = model.apply({ type: 'seen', key: KEY, seq: 3 });
  assert.deepEqual(facts, [{ type: 'unread', key: KEY, count: 0 }]);
});

test('what has been seen stays seen, and nothing beyond the log can be', () => {
  const model = Model.running([message(1), message(2)]);
  model.apply({ type: 'seen', key: KEY, seq: 99 });
  assert.equal(model.conversation.seen, 2);
  model.apply({ type: 'seen', key: KEY, seq: 1 });
  assert.equal(model.conversation.seen, 2);
});

test('a restore counts what was missed, and never flashes what was seen before', () => {
  const model = new Model();
  model.apply({ type: 'restore', key: KEY, remoteId: 'r', profile: {} });
  model.apply({
    type: 'opened',
    key: KEY,
    opened: opened([message(1), message(2), message(3)], { marks: { me: { delivered: 3, seen: 2 } } }),
  });
  assert.deepEqual(
    model.facts.filter(({ type }) => type === 'unread'),
    [{ type: 'unread', key: KEY, count: 1 }],
  );
});

test('history fetched upward counts only if it was not seen', () => {
  const model = new Model();
  model.apply({ type: 'restore', key: KEY, remoteId: 'r', profile: {} });
  const marks = { me: { delivered: 5, seen: 5 } };
  model.apply({
    type: 'opened',
    key: KEY,
    opened: { ...opened([message(5)], { marks }), page: page([message(5)], true) },
  });
  model.apply({ type: 'page', key: KEY, page: page([message(4)], true), direction: 'before' });
  assert.equal(unreadOf(model.conversation), 0);
});

test('the badge adds up all conversations', () => {
  const model = Model.running([message(1)]);
  model.apply(
    { type: 'start', key: 'b', profile: {} },
    { type: 'opened', key: 'b', opened: { ...opened([message(1), message(2)]), remoteId: 'other' } },
  );
  assert.equal(unreadTotal(model.state), 3);
});
