import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_LOG } from '../../src/session/model/new-conversation.js';
import { append, openAt, prepend, raiseHead } from '../../src/session/model/log.js';
import type { Log } from '../../src/session/model/types.js';
import { message, page } from '../helpers/model.js';

const seqs = (log: Log) => log.entries.map(({ seq }) => seq);
const filled = (...numbers: number[]) =>
  append(
    EMPTY_LOG,
    numbers.map((seq) => message(seq)),
  ).log;

test('entries that follow one another are appended', () => {
  const { log, added, gap } = append(EMPTY_LOG, [message(1), message(2)]);
  assert.deepEqual([seqs(log), added.length, gap], [[1, 2], 2, false]);
  assert.deepEqual([log.first, log.last, log.head], [1, 2, 2]);
});

test('an entry whose predecessor is not here is a gap and is not added', () => {
  const { log, added, gap } = append(filled(1), [message(3)]);
  assert.deepEqual([seqs(log), added.length, gap], [[1], 0, true]);
  assert.equal(log.head, 3, 'but it is known to exist');
});

test('numbers may be left out: what the visitor may not see makes no gap', () => {
  const { log, gap } = append(filled(1), [message(5, undefined, { prev: 1 })]);
  assert.deepEqual([seqs(log), gap], [[1, 5], false]);
});

test('a predecessor that was taken away since makes no gap', () => {
  // 2 is here, and the server has erased it: what comes next names 1 as the one before it.
  const { log, gap } = append(filled(1, 2), [message(3, undefined, { prev: 1 })]);
  assert.deepEqual([seqs(log), gap], [[1, 2, 3], false]);
});

test('an entry that is here already changes nothing, and the same log comes back', () => {
  const log = filled(1, 2);
  const result = append(log, [message(2), message(1)]);
  assert.equal(result.log, log);
  assert.equal(result.gap, false);
});

test('a batch with a gap in it is added up to the gap', () => {
  const { log, gap } = append(filled(1), [message(2), message(4)]);
  assert.deepEqual([seqs(log), gap, log.head], [[1, 2], true, 4]);
});

test('the head only rises', () => {
  const log = filled(1, 2);
  assert.equal(raiseHead(log, 1), log);
  assert.equal(raiseHead(log, 9).head, 9);
});

test('a window opens on the newest page and knows that there is more before it', () => {
  const { log, gap } = openAt(page([message(51), message(52)], true));
  assert.deepEqual([seqs(log), log.first, log.last, log.older, gap], [[51, 52], 51, 52, true, false]);
});

test('a window that opens on an empty page begins at the beginning', () => {
  const { log } = openAt({ entries: [], more: false, head: 7 });
  assert.deepEqual([log.last, log.head], [0, 7]);
});

test('an older page is put before the window, and says whether there is still more', () => {
  const log = openAt(page([message(5)], true)).log;
  const result = prepend(log, page([message(3), message(4)], true));
  assert.deepEqual([seqs(result.log), result.log.first, result.log.older], [[3, 4, 5], 3, true]);
  assert.equal(prepend(result.log, page([message(1), message(2)])).log.older, false);
});

test('an older page may overlap the window', () => {
  const { log } = prepend(openAt(page([message(3)], true)).log, page([message(1), message(2), message(3)]));
  assert.deepEqual(seqs(log), [1, 2, 3]);
});

test('an older page that does not reach the window changes nothing', () => {
  const log = openAt(page([message(5)], true)).log;
  const result = prepend(log, page([message(2), message(3)]));
  assert.deepEqual([result.log === log, result.gap], [true, true]);
});

test('an older page with a hole in it changes nothing', () => {
  const log = openAt(page([message(5)], true)).log;
  assert.equal(prepend(log, page([message(2), message(4)])).log, log);
});

test('an empty older page means that the window begins at the beginning', () => {
  const log = openAt(page([message(5)], true)).log;
  assert.equal(prepend(log, page([])).log.older, false);
});

test('what is taken in is frozen, and the transport keeps its own objects', () => {
  const theirs = message(1);
  const { log } = append(EMPTY_LOG, [theirs]);
  assert.ok(Object.isFrozen(log) && Object.isFrozen(log.entries) && Object.isFrozen(log.entries[0]));
  assert.ok(log.entries[0]?.type === 'message' && Object.isFrozen(log.entries[0].from));
  assert.ok(!Object.isFrozen(theirs) && !Object.isFrozen(theirs.from));
});
