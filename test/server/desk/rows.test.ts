import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logFrom } from '../../../demo/agent/model/log.js';
import { rowsOf, sliceOf, stepDown, stepUp, WINDOW, type Row } from '../../../demo/agent/model/rows.js';
import { conversationFrom, type Conversation } from '../../../demo/agent/model/state.js';
import type { WireAnyEntry, WireEntry } from '../../../src/protocol/index.js';
import { message } from './fixtures.js';

const agent = { from: { id: 'ann', role: 'agent' as const, name: 'Ann' } };
const people = [{ id: 'visitor-person', role: 'visitor' as const, connected: true, joinedAt: 1 }];

function conversation(entries: readonly WireAnyEntry[], change: Partial<Conversation> = {}): Conversation {
  const registers = {
    version: 1,
    head: 0,
    phase: 'active' as const,
    startedAt: 1,
    people,
    marks: { 'visitor-person': { delivered: 3, seen: 2 } },
    queue: null,
  };
  const base = conversationFrom(
    { id: 'c', phase: 'active', startedAt: 1, profile: {}, visitorOnline: true, unread: 0, registers },
    'mine',
  );
  return { ...base, load: 'ready', log: logFrom(entries, false), ...change };
}

const rows = (one: Conversation, unreadAfter?: number): readonly Row[] =>
  rowsOf(one, sliceOf(one, 'tail'), 'ann', unreadAfter);
const many = (count: number): WireEntry[] => Array.from({ length: count }, (_, index) => message(index + 1, index));

describe('desk: the rows of the transcript', () => {
  it('groups what one person wrote in one go', () => {
    const shown = rows(conversation([message(1, 0), message(2, 1), message(3, 2, agent), message(4, 3)]));
    assert.deepEqual(
      shown.map((row) => (row.kind === 'message' ? [row.side, row.first, row.last] : row.kind)),
      ['day', ['visitor', true, false], ['visitor', false, true], ['desk', true, true], ['visitor', true, true]],
    );
  });

  it('breaks a run after some minutes and over midnight', () => {
    const day = 86_400_000;
    const shown = rows(
      conversation([
        message(1, 0, { at: 10 * day }),
        message(2, 1, { at: 10 * day + 200_000 }),
        message(3, 2, { at: 11 * day + 200_001 }),
      ]),
    );
    assert.equal(shown.filter(({ kind }) => kind === 'day').length, 2);
    assert.ok(shown.every((row) => row.kind !== 'message' || (row.first && row.last)));
  });

  it('tells what became of our own messages', () => {
    const own = [message(1, 0, agent), message(3, 1, agent), message(4, 3, agent)];
    const pending = [{ id: 'p', text: 'x', at: 5000, status: 'sending' as const }];
    const fates = rows(conversation(own, { pending })).flatMap((row) => (row.kind === 'message' ? [row.fate] : []));
    assert.deepEqual(fates, ['seen', 'delivered', 'stored', 'sending']);
  });

  it('keeps the key of a message when it moves from the outbox into the log', () => {
    const pending = rows(conversation([], { pending: [{ id: 'client-1', text: 'x', at: 1, status: 'queued' }] })).at(
      -1,
    );
    const logged = rows(conversation([message(1, 0, { ...agent, clientId: 'client-1' })])).at(-1);
    assert.equal(pending?.key, logged?.key);
  });

  it('draws the line before the first unread message of the visitor', () => {
    const shown = rows(conversation([message(1, 0), message(2, 1, agent), message(3, 2)]), 1);
    assert.deepEqual(
      shown.map(({ kind }) => kind),
      ['day', 'message', 'message', 'unread', 'message'],
    );
  });

  it('leaves out what a better line beside it tells, and what it does not know', () => {
    const visitor = { id: 'visitor-person', role: 'visitor' as const };
    const shown = rows(
      conversation([
        { type: 'join', seq: 1, prev: 0, at: 1, from: visitor },
        { type: 'status', seq: 2, prev: 1, at: 1, status: 'queued' },
        { type: 'leave', seq: 3, prev: 2, at: 1, from: visitor, reason: 'left' },
        { type: 'end', seq: 4, prev: 3, at: 1, by: 'visitor', from: visitor, reason: 'left' },
      ]),
    );
    assert.deepEqual(
      shown.map((row) => (row.kind === 'event' ? row.entry.type : row.kind)),
      ['day', 'status', 'end'],
    );
  });
});

describe('desk: the window over the transcript', () => {
  it('never shows more rows than its size, at any length', () => {
    for (const length of [0, 1, WINDOW, WINDOW + 1, 3000]) {
      const pending = Array.from({ length: 30 }, (_, index) => ({
        id: `p${index}`,
        text: 'x',
        at: 1,
        status: 'queued' as const,
      }));
      const slice = sliceOf(conversation(many(length), { pending }), 'tail');
      assert.ok(slice.entries.length + slice.pending.length <= WINDOW);
    }
  });

  it('follows the end, and says when there is more above', () => {
    const slice = sliceOf(conversation(many(500)), 'tail');
    assert.deepEqual([slice.entries[0]?.seq, slice.above, slice.below], [301, true, false]);
    assert.equal(sliceOf(conversation(many(10)), 'tail').above, false);
  });

  it('moves up and down in steps, and comes back to the end', () => {
    const one = conversation(many(500));
    const up = stepUp(one.log, sliceOf(one, 'tail'));
    const slice = sliceOf(one, up);
    assert.deepEqual([slice.entries[0]?.seq, slice.entries.length, slice.below], [201, WINDOW, true]);
    assert.equal(stepDown(one.log, slice), 'tail');
    const top = sliceOf(one, stepUp(one.log, sliceOf(one, 101)));
    assert.deepEqual([top.entries[0]?.seq, top.above], [1, false]);
    assert.equal(stepDown(one.log, top), 101);
  });

  it('stays where it is while the log grows', () => {
    const before = sliceOf(conversation(many(300)), 50);
    const after = sliceOf(conversation(many(400)), 50);
    assert.deepEqual(before.entries, after.entries);
    assert.equal(after.below, true);
  });

  it('shows what messages say now, in their places, and only by who wrote them', () => {
    const { from } = agent;
    const place = (seq: number) => ({ seq, prev: seq - 1, at: seq });
    const shown = rows(
      conversation([
        message(1, 0, agent),
        message(2, 1, agent),
        message(3, 2),
        { ...place(4), type: 'edit', from, of: 1, text: 'better' },
        { ...place(5), type: 'retract', from, of: 2 },
        { ...place(6), type: 'edit', from, of: 3, text: 'forged' },
        { ...place(7), type: 'stream', from: { id: 'bot', role: 'bot' } },
        { ...place(8), type: 'stream', from: { id: 'bot', role: 'bot' } },
        { ...place(9), type: 'edit', from: { id: 'bot', role: 'bot' }, of: 7, text: 'whole', complete: true },
      ]),
    );
    const texts = shown.flatMap((row) => (row.kind === 'message' ? [[row.seq, row.text, row.amended]] : []));
    assert.deepEqual(texts, [
      [1, 'better', 'edited'],
      [2, '', 'retracted'],
      [3, (texts[2] ?? [])[1], undefined],
      [7, 'whole', undefined],
      [8, '', 'writing'],
    ]);
    assert.notEqual((texts[2] ?? [])[1], 'forged');
  });
});
