import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  append,
  appendPage,
  EMPTY_LOG,
  entriesAfter,
  LOG_LIMIT,
  logFrom,
  prependPage,
} from '../../../demo/agent/model/log.js';
import { message } from './fixtures.js';

describe('desk: the log of a conversation', () => {
  const three = logFrom([message(1, 0), message(2, 1), message(4, 2)], false);

  it('takes an entry that joins on, also over a place that others see', () => {
    const log = append(three, message(7, 4));
    assert.ok(typeof log === 'object');
    assert.deepEqual([log.last, log.entries.length], [7, 4]);
  });

  it('knows an entry that it has, and sees a gap', () => {
    assert.equal(append(three, message(4, 2)), 'known');
    assert.equal(append(three, message(2, 1)), 'known');
    assert.equal(append(three, message(8, 7)), 'gap');
    assert.equal(append(EMPTY_LOG, message(2, 1)), 'gap');
  });

  it('takes from a pulled page what is new, in order and once', () => {
    const log = appendPage(three, [message(6, 5), message(5, 4), message(4, 2), message(6, 5)]);
    assert.deepEqual(
      log.entries.map(({ seq }) => seq),
      [1, 2, 4, 5, 6],
    );
  });

  it('is the same object when nothing was new', () => {
    assert.equal(appendPage(three, [message(4, 2)]), three);
    assert.equal(prependPage(three, [], false), three);
  });

  it('takes older pages in front and remembers whether there are more', () => {
    const tail = logFrom([message(5, 4), message(6, 5)], true);
    const log = prependPage(tail, [message(3, 2), message(4, 3), message(5, 4)], true);
    assert.deepEqual(
      log.entries.map(({ seq }) => seq),
      [3, 4, 5, 6],
    );
    assert.equal(log.older, true);
    assert.equal(prependPage(log, [message(1, 0), message(2, 1)], false).older, false);
  });

  it('lets the oldest go beyond its limit, and says that they can be loaded', () => {
    const page = Array.from({ length: LOG_LIMIT + 1 }, (_, index) => message(index + 1, index));
    const log = appendPage(EMPTY_LOG, page);
    assert.ok(log.entries.length < LOG_LIMIT);
    assert.equal(log.last, LOG_LIMIT + 1);
    assert.equal(log.older, true);
  });

  it('finds what came after a place', () => {
    assert.deepEqual(
      entriesAfter(three, 1).map(({ seq }) => seq),
      [2, 4],
    );
    assert.deepEqual(entriesAfter(three, 4), []);
  });
});
