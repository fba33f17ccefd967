import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logFrom } from '../../../demo/agent/model/log.js';
import { nextBatch, refuse, sending, settle, unsettled, withoutLogged } from '../../../demo/agent/model/outbox.js';
import type { PendingMessage } from '../../../demo/agent/model/state.js';
import { DEFAULT_LIMITS } from '../../../src/protocol/index.js';
import { message } from './fixtures.js';

const queued = (id: string, text = id): PendingMessage => ({ id, text, at: 1, status: 'queued' });
const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('desk: the outbox', () => {
  it('sends waiting messages in their order, then the mark', () => {
    const batch = nextBatch([queued('a'), queued('b')], { id: 'm', delivered: 3, seen: 2 }, DEFAULT_LIMITS, 50);
    assert.deepEqual(batch, [
      { id: 'a', type: 'message', text: 'a' },
      { id: 'b', type: 'message', text: 'b' },
      { id: 'm', type: 'mark', delivered: 3, seen: 2 },
    ]);
  });

  it('keeps to the limits of a batch and of a frame', () => {
    const many = Array.from({ length: 9 }, (_, index) => queued(`n${index}`));
    assert.equal(nextBatch(many, undefined, DEFAULT_LIMITS, 4).length, 4);
    const long = Array.from({ length: 50 }, (_, index) => queued(`n${index}`, '\u0001'.repeat(4000)));
    const batch = nextBatch(long, undefined, DEFAULT_LIMITS, 50);
    assert.ok(JSON.stringify(batch).length < DEFAULT_LIMITS.maxFrame);
    assert.ok(batch.length > 1);
  });

  it('sends one message alone even when it is larger than a frame, so that the server can say no', () => {
    assert.equal(nextBatch([queued('a', 'x'.repeat(300_000))], undefined, DEFAULT_LIMITS, 50).length, 1);
  });

  it('reads an answer: stored, duplicate, refused, later, and what was not named', () => {
    const list = ['a', 'b', 'c', 'd', 'e'].map((id) => queued(id));
    const settled = settle(
      sending(
        list,
        list.map(({ id, text }) => ({ id, type: 'message', text })),
      ),
      [
        { id: 'a', status: 'stored', seq: 5, at: 9 },
        { id: 'b', status: 'duplicate', seq: 4, at: 8 },
        { id: 'c', status: 'refused', code: 'too-long' },
        { id: 'd', status: 'later', retryAfter: 700 },
      ],
    );
    assert.deepEqual(
      settled.pending.map(({ status }) => status),
      ['stored', 'stored', 'refused', 'queued', 'queued'],
    );
    assert.deepEqual(ids(settled.refused), ['c']);
    assert.deepEqual([settled.head, settled.later], [5, 700]);
  });

  it('sends again what was under way when no answer came', () => {
    const under = sending([queued('a'), queued('b')], [{ id: 'a', type: 'message', text: 'a' }]);
    assert.deepEqual(
      unsettled(under).map(({ status }) => status),
      ['queued', 'queued'],
    );
    const none = [queued('a')];
    assert.equal(unsettled(none), none);
  });

  it('refuses everything that was not stored yet when the conversation is closed to us', () => {
    const list: PendingMessage[] = [
      { ...queued('a'), status: 'stored', seq: 1 },
      { ...queued('b'), status: 'sending' },
      queued('c'),
    ];
    assert.deepEqual(
      refuse(list, 'ended').map(({ status, code }) => [status, code]),
      [
        ['stored', undefined],
        ['refused', 'ended'],
        ['refused', 'ended'],
      ],
    );
  });

  it('takes away what the log has, by client id and by place, whichever comes first', () => {
    const log = logFrom([message(1, 0, { clientId: 'a' }), message(2, 1)], false);
    const list: PendingMessage[] = [
      { ...queued('a'), status: 'sending' },
      { ...queued('b'), status: 'stored', seq: 2 },
      { ...queued('c'), status: 'stored', seq: 3 },
      queued('d'),
    ];
    assert.deepEqual(ids(withoutLogged(list, log)), ['c', 'd']);
    const rest = [queued('d')];
    assert.equal(withoutLogged(rest, log), rest);
  });
});
