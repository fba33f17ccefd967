/** The books themselves: each kind of broken promise is found in made-up books, and none in honest ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ledger, type Screen, type Stored, type Verdict } from './ledger.js';

const row = (seq: number, text: string): Stored => ({ conversation: 'c', seq, writer: 'v', text });
const screen = (texts: readonly string[], more: Partial<Screen> = {}): Screen => ({
  name: 'tab',
  shown: new Map([['c', { from: 0, texts }]]),
  waiting: [],
  returned: [],
  complaints: [],
  ...more,
});

/** One writer typed a, b and c, and all were taken. */
function judge(log: readonly Stored[], screens: readonly Screen[], ended = false): Verdict {
  const ledger = new Ledger();
  for (const text of ['a', 'b', 'c']) {
    ledger.type('v', text);
    ledger.keep(text);
  }
  if (ended) ledger.ended.add('c');
  return ledger.judge(log, screens);
}
const whole = [row(1, 'a'), row(2, 'b'), row(3, 'c')];

test('honest books have no violations', () => {
  const { violations, ...numbers } = judge(whole, [screen(['a', 'b', 'c'])]);
  assert.deepEqual(violations, []);
  assert.deepEqual(numbers, { sent: 3, lost: 0, duplicated: 0, outOfOrder: 0, stuck: 0 });
});

test('a text that is in no log is lost, unless an end gave it back', () => {
  const log = whole.slice(0, 2);
  assert.equal(judge(log, [screen(['a', 'b'])]).lost, 1);
  assert.equal(judge(log, [screen(['a', 'b'], { returned: ['c'] })]).lost, 1);
  assert.deepEqual(judge(log, [screen(['a', 'b'], { returned: ['c'] })], true).violations, []);
});

test('a text that is on no screen is lost', () => {
  assert.equal(judge(whole, [screen(['a', 'b', 'c']), screen(['a', 'c'])]).lost, 1);
});

test('a window of the log need not reach back', () => {
  const window = { shown: new Map([['c', { from: 2, texts: ['b', 'c'] }]]) };
  assert.deepEqual(judge(whole, [screen([], window)]).violations, []);
});

test('a text that is stored or shown twice is a duplicate', () => {
  assert.equal(judge([...whole, row(4, 'b')], [screen(['a', 'b', 'c'])]).duplicated, 1);
  assert.equal(judge(whole, [screen(['a', 'b', 'b', 'c'])]).duplicated, 1);
});

test('another order than the writer’s, or than the log’s, is seen', () => {
  assert.equal(judge([row(1, 'b'), row(2, 'a'), row(3, 'c')], [screen(['b', 'a', 'c'])]).outOfOrder, 1);
  assert.equal(judge(whole, [screen(['a', 'c', 'b'])]).outOfOrder, 1);
});

test('what still waits, or complains, is stuck', () => {
  assert.equal(judge(whole, [screen(['a', 'b', 'c'], { waiting: ['c'], complaints: ['is offline'] })]).stuck, 2);
});

test('a text that is shown as failed and stored all the same is a lie; so is one that nobody typed', () => {
  assert.equal(judge(whole, [screen(['a', 'b', 'c'], { returned: ['b'] })]).violations.length, 1);
  assert.equal(judge([...whole, row(4, 'x')], [screen(['a', 'b', 'c', 'x'])]).violations.length, 1);
});
