import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amend } from '../../src/session/amending.js';
import type { Client } from '../../src/session/client.js';
import type { Input } from '../../src/session/model/inputs.js';
import type { Inward } from '../../src/session/inward.js';
import { unreadOf } from '../../src/session/model/selectors.js';
import type { Fact } from '../../src/session/model/facts.js';
import type { Entry, MessageEntry } from '../../src/session/model/types.js';
import { ALICE, BOB } from '../helpers/fake-room.js';
import { join, KEY, ME, message, Model, page } from '../helpers/model.js';
import { VirtualClock } from '../helpers/virtual-clock.js';

/** A session's state with what changes messages in force; `told` is what subscribers heard. */
function begun(entries: readonly Entry[] = []) {
  const model = Model.running(entries);
  const clock = new VirtualClock();
  const told: Fact[] = [];
  const listeners: ((state: unknown, facts: readonly Fact[]) => void)[] = [];
  const core = {
    get state() {
      return model.state;
    },
    ports: { clock },
    refine: (input: unknown) => input,
    onRelease: () => undefined,
    subscribe: (listener: (typeof listeners)[number]) => listeners.push(listener),
    apply(input: Input) {
      const facts = model.apply(input);
      told.push(...facts);
      for (const listener of listeners) listener(model.state, facts);
      return facts;
    },
  };
  const hearers: Pick<Inward, 'stream'> = {};
  amend(core as unknown as Client, hearers);
  const at = (seq: number) => model.conversation.log.entries.find((entry) => entry.seq === seq) as MessageEntry;
  const take = (entry: Entry) => core.apply({ type: 'entry', key: KEY, entry });
  return { model, clock, told, hearers, core, at, take };
}

const other = (seq: number, data: object): Entry => ({
  type: 'unknown',
  seq,
  prev: seq - 1,
  at: 1_000 + seq,
  data: { from: ALICE, ...data },
});
const types = (facts: readonly Fact[]) => facts.map((fact) => (fact.type === 'event' ? fact.event.type : fact.type));

test('a correction puts the text in its place, is told as an event, and is no news', () => {
  const { at, take, told, model } = begun([message(1)]);
  const unread = unreadOf(model.conversation);
  take(other(2, { type: 'edit', of: 1, text: 'better' }));
  assert.deepEqual([at(1).text, at(1).rich], ['better', { amended: 'edited', rich: undefined }]);
  assert.deepEqual(types(told), ['received', 'chat-message-changed']);
  assert.equal(unreadOf(model.conversation), unread);
});

test('what was taken back is gone, with its files and its parts', () => {
  const { at, take } = begun([message(1, ALICE, { rich: { v: 1, kind: 'link' }, files: [] })]);
  take(other(2, { type: 'retract', of: 1 }));
  assert.deepEqual([at(1).text, at(1).files, at(1).rich], ['', undefined, { amended: 'retracted' }]);
});

test('only who wrote a message changes it, and only an earlier one', () => {
  const { at, take, told } = begun([message(1), message(2, ME)]);
  take(other(3, { type: 'edit', of: 2, text: 'forged' }));
  take(other(4, { type: 'edit', of: 9, text: 'later' }));
  take(other(5, { type: 'edit', of: 1, text: 5 }));
  take(other(6, { type: 'edit', of: 1, text: 'x', from: null }));
  assert.deepEqual([at(1).text, at(2).text], ['m1', 'm2']);
  assert.ok(!types(told).includes('chat-message-changed'));
});

test('a stream grows in its place and is told as a message once, when it is complete', async () => {
  const { at, take, told, hearers, clock } = begun();
  take(other(1, { type: 'stream' }));
  assert.deepEqual([at(1).text, at(1).rich], ['', { amended: 'streaming', rich: undefined }]);
  hearers.stream?.(KEY, { of: 1, offset: 0, text: 'one ' });
  hearers.stream?.(KEY, { of: 1, offset: 4, text: 'two' });
  hearers.stream?.(KEY, { of: 1, offset: 99, text: 'lost its place' });
  hearers.stream?.(KEY, { of: 1, offset: -1, text: 'nowhere' });
  await clock.advance(60);
  assert.equal(at(1).text, 'one two');
  hearers.stream?.(KEY, { of: 1, offset: 0, text: 'one two th' });
  await clock.advance(60);
  assert.equal(at(1).text, 'one two th', 'from time to time the whole comes again, for who has missed something');
  take(message(2));
  told.length = 0;
  take(other(3, { type: 'edit', of: 1, text: 'one two three', complete: true }));
  assert.deepEqual([at(1).text, at(1).rich], ['one two three', undefined]);
  const received = told.filter(
    (fact) => fact.type === 'received' && fact.entries.some(({ type }) => type === 'message'),
  );
  assert.equal(received.length, 1);
  take(other(4, { type: 'edit', of: 1, text: 'again', complete: true }));
  assert.equal(at(1).text, 'one two three', 'complete is complete');
});

test('many pieces in a moment are shown as one change', async () => {
  const { core, hearers, clock, take, at } = begun();
  take(other(1, { type: 'stream' }));
  let shown = 0;
  core.subscribe(() => shown++);
  for (let i = 0; i < 100; i++) hearers.stream?.(KEY, { of: 1, offset: i, text: 'x' });
  await clock.advance(60);
  assert.equal(at(1).text.length, 100);
  assert.equal(shown, 1);
});

test('history is not told, and says what it says now', () => {
  const { at, core, told, model } = begun([message(5)]);
  const old = message(4, ALICE, { amended: 'edited', text: 'now' });
  core.apply({ type: 'page', key: KEY, direction: 'before', page: page([old], false, 5) });
  assert.deepEqual(at(4).rich, { amended: 'edited', rich: undefined });
  assert.ok(!types(told).includes('chat-message-changed'));
  assert.equal(model.conversation.log.entries.length, 2);
});

test('who has the conversation and where the case stands are told, and show as lines', () => {
  const { take, told, model } = begun();
  take({ ...join(1), assigned: {} });
  take({ ...join(2, BOB), assigned: { before: ALICE } });
  take(other(3, { type: 'case', status: 'pending' }));
  take(other(4, { type: 'case', status: 'lost' }));
  const events = told.flatMap((fact) => (fact.type === 'event' ? [fact.event] : []));
  assert.deepEqual(
    events.map(({ type, detail }) => ({ type, ...detail })),
    [
      { type: 'chat-assigned-agent-changed', conversationId: KEY, agent: ALICE, previous: null },
      {
        type: 'chat-assigned-agent-changed',
        conversationId: KEY,
        agent: BOB,
        previous: { id: ALICE.id, role: 'agent', name: ALICE.name },
      },
      { type: 'chat-case-status-changed', conversationId: KEY, status: 'pending' },
    ],
  );
  const lines = model.conversation.log.entries.map((entry) => ('rich' in entry ? entry.rich : entry.type));
  assert.deepEqual(lines.slice(2), [{ happened: 'case', status: 'pending' }, 'unknown']);
});
