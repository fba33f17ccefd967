import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INITIAL_STATE } from '../../src/session/model/initial.js';
import type { Input } from '../../src/session/model/inputs.js';
import { transition } from '../../src/session/model/transition.js';
import { ALICE, BOB } from '../helpers/fake-room.js';
import { end, join, KEY, leave, ME, message, Model, opened, page, person, registers, types } from '../helpers/model.js';

/** Whether a value and everything in it is frozen. */
function frozenAll(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(frozenAll);
}

test('an input that changes nothing gives the same snapshot and no facts', () => {
  const model = Model.running([message(1), message(2)]);
  const noops: readonly Input[] = [
    { type: 'engine', engine: 'none' },
    { type: 'storage', storage: 'durable' },
    { type: 'capabilities', capabilities: { maxText: INITIAL_STATE.capabilities.maxText } },
    { type: 'connection', status: 'offline' },
    { type: 'entry', key: KEY, entry: message(2) },
    { type: 'page', key: KEY, page: page([message(1), message(2)]), direction: 'after' },
    { type: 'registers', key: KEY, registers: registers({ head: 2 }) },
    { type: 'typing', key: KEY, person: ALICE.id, typing: false },
    { type: 'visitor-typing', key: KEY, typing: false },
    { type: 'pending', key: KEY, clientId: 'nobody', status: 'sent', seq: 1 },
    { type: 'withdraw', key: KEY, clientId: 'nobody' },
    { type: 'seen', key: KEY, seq: 0 },
    { type: 'ending', key: KEY, ending: false },
    { type: 'loading-older', key: KEY, loading: false },
    { type: 'current', key: KEY },
    { type: 'forget', key: 'nothing' },
    { type: 'view', view: { open: false } },
    { type: 'draft', key: '', text: '' },
    { type: 'view', view: { muted: false, notify: false } },
    { type: 'restore', key: KEY, profile: {} },
    { type: 'open-failed', key: KEY, code: 'denied' },
  ];
  for (const input of noops) {
    const step = transition(model.state, input);
    assert.equal(step.state, model.state, input.type);
    assert.deepEqual(step.facts, [], input.type);
  }
});

test('snapshots are frozen all the way down', () => {
  const model = Model.running([join(1), message(2)], {
    queue: { position: 1 },
    phase: 'queued',
    marks: { alice: { delivered: 1, seen: 1 } },
  }).submit('a');
  model.apply(
    { type: 'typing', key: KEY, person: ALICE.id, typing: true },
    { type: 'draft', key: KEY, text: 'x' },
    { type: 'connection', status: 'connecting' },
  );
  assert.ok(frozenAll(model.state));
});

test('an input for a conversation that is not here is told as a warning, never thrown', () => {
  for (const input of [
    { type: 'entry', key: 'other', entry: message(1) },
    { type: 'registers', key: 'other', registers: registers() },
    { type: 'opened', key: 'other', opened: opened() },
  ] satisfies Input[]) {
    const step = transition(INITIAL_STATE, input);
    assert.equal(step.state, INITIAL_STATE);
    assert.deepEqual(step.facts, [{ type: 'warning', code: 'unknown-conversation', detail: input.type }]);
  }
});

test('an input of an unknown type changes nothing', () => {
  const model = Model.running();
  const step = transition(model.state, { type: 'sorcery', key: KEY } as unknown as Input);
  assert.equal(step.state, model.state);
});

test('a running conversation is not started twice', () => {
  const model = Model.running();
  assert.deepEqual(types(model.apply({ type: 'start', key: KEY, profile: {} })), ['warning']);
});

test('a start is told before its phase, and the phase before the first entries', () => {
  const model = new Model();
  model.apply({ type: 'start', key: KEY, profile: {} });
  const facts = model.apply({
    type: 'opened',
    key: KEY,
    opened: opened([join(1, ME)], { phase: 'queued', queue: { position: 2 } }),
  });
  assert.deepEqual(types(facts), ['started', 'phase', 'queue', 'joined', 'received']);
});

test('an older version of the registers is ignored, but its head counts', () => {
  const model = Model.running([message(1)], { version: 5, people: [person(ME), person(BOB)] });
  const facts = model.apply({
    type: 'registers',
    key: KEY,
    registers: registers({ version: 4, head: 3, phase: 'queued' }),
  });
  assert.deepEqual(types(facts), ['behind']);
  assert.deepEqual(
    [model.conversation.phase, model.conversation.people.length, model.conversation.log.head],
    ['active', 2, 3],
  );
});

test('marks only rise, person by person', () => {
  const model = Model.running([message(1), message(2), message(3)], { marks: { alice: { delivered: 3, seen: 1 } } });
  const facts = model.apply({
    type: 'registers',
    key: KEY,
    registers: registers({
      version: 2,
      head: 3,
      marks: { alice: { delivered: 2, seen: 2 }, bob: { delivered: 1, seen: 0 } },
    }),
  });
  assert.deepEqual(model.conversation.marks, { alice: { delivered: 3, seen: 2 }, bob: { delivered: 1, seen: 0 } });
  assert.deepEqual(types(facts), ['marks', 'marks']);
});

test('what another tab has seen is seen here', () => {
  const model = Model.running([message(1), message(2)]);
  const facts = model.apply({
    type: 'registers',
    key: KEY,
    registers: registers({ version: 2, head: 2, marks: { [ME.id]: { delivered: 2, seen: 1 } } }),
  });
  assert.deepEqual(facts.at(-1), { type: 'unread', key: KEY, count: 1 });
});

test('the end is told once, when both the phase and the entry that says who ended it are here', () => {
  const model = Model.running([message(1)]);
  const ended = registers({ version: 2, head: 2, phase: 'ended' });
  assert.deepEqual(types(model.apply({ type: 'registers', key: KEY, registers: ended })), ['phase', 'behind']);
  assert.equal(model.conversation.ended, undefined);
  const facts = model.apply({ type: 'entry', key: KEY, entry: end(2) });
  assert.deepEqual(facts.at(-1), { type: 'ended', key: KEY, by: 'agent', reason: 'done' });
  const again = model.apply(
    { type: 'entry', key: KEY, entry: end(2) },
    { type: 'registers', key: KEY, registers: { ...ended, version: 3 } },
    { type: 'revoked', key: KEY, code: 'denied' },
  );
  assert.deepEqual(types(again), []);
});

test('an end entry before its phase waits for the phase', () => {
  const model = Model.running([message(1)]);
  assert.ok(!types(model.apply({ type: 'entry', key: KEY, entry: end(2) })).includes('ended'));
  assert.ok(
    types(
      model.apply({ type: 'registers', key: KEY, registers: registers({ version: 2, head: 2, phase: 'ended' }) }),
    ).includes('ended'),
  );
});

test('an end whose entry can never be fetched is told when the conversation is revoked', () => {
  const model = Model.running([message(1)]);
  model.apply({ type: 'registers', key: KEY, registers: registers({ version: 2, head: 2, phase: 'ended' }) });
  assert.deepEqual(types(model.apply({ type: 'revoked', key: KEY, code: 'denied' })), ['ended']);
  assert.equal(model.conversation.error, 'denied');
});

test('the end takes everybody out of typing and the visitor out of the queue', () => {
  const model = Model.running([message(1)], { phase: 'queued', queue: { position: 3 } });
  model.apply(
    { type: 'typing', key: KEY, person: ALICE.id, typing: true },
    { type: 'visitor-typing', key: KEY, typing: true },
  );
  model.apply({ type: 'entry', key: KEY, entry: end(2) });
  const facts = model.apply({
    type: 'registers',
    key: KEY,
    registers: registers({ version: 2, head: 2, phase: 'ended' }),
  });
  assert.deepEqual(types(facts), ['phase', 'queue', 'typing', 'visitor-typing', 'ended']);
  const { typing, visitorTyping, queue } = model.conversation;
  assert.deepEqual([typing, visitorTyping, queue], [[], false, null]);
});

test('an end that was asked for stays so until it is stored, and a refused one goes back to where it was', () => {
  for (const [people, phase] of [
    [[person(ME), person()], 'active'],
    [[person(ME), person(ALICE, { connected: false })], 'queued'],
  ] as const) {
    const model = Model.running([], { people });
    model.apply({ type: 'ending', key: KEY, ending: true });
    model.apply({ type: 'registers', key: KEY, registers: registers({ version: 2, people }) });
    assert.equal(model.conversation.phase, 'ending');
    model.apply({ type: 'ending', key: KEY, ending: false });
    assert.equal(model.conversation.phase, phase);
  }
});

test('joins and leaves are told once, and not as history', () => {
  const model = Model.running();
  assert.deepEqual(types(model.apply({ type: 'entry', key: KEY, entry: join(1, BOB) })), ['joined', 'received']);
  assert.deepEqual(types(model.apply({ type: 'entry', key: KEY, entry: leave(2, BOB) })), ['left', 'received']);
  const restored = new Model();
  restored.apply({ type: 'restore', key: KEY, remoteId: 'r', profile: {} });
  const facts = restored.apply({ type: 'opened', key: KEY, opened: opened([join(1, BOB), leave(2, BOB)]) });
  assert.ok(!types(facts).some((type) => type === 'joined' || type === 'left'));
});

test('a restore brings history, and a page fetched upward is history', () => {
  const model = new Model();
  model.apply({ type: 'restore', key: KEY, remoteId: 'r', profile: {} });
  const received = (facts: ReturnType<Model['apply']>) => facts.find((fact) => fact.type === 'received');
  const restored = received(
    model.apply({ type: 'opened', key: KEY, opened: { ...opened([message(5)]), page: page([message(5)], true) } }),
  );
  assert.equal(restored?.restoring, true);
  assert.equal(
    received(model.apply({ type: 'page', key: KEY, page: page([message(4)], true), direction: 'before' }))?.restoring,
    true,
  );
  assert.equal(
    received(model.apply({ type: 'page', key: KEY, page: page([message(6)]), direction: 'after' }))?.restoring,
    false,
  );
});

test('missed entries that a reconnect brings are news', () => {
  const model = Model.running([message(1)]);
  const facts = model.apply({ type: 'opened', key: KEY, opened: { ...opened([message(2)], { version: 2 }) } });
  assert.deepEqual(types(facts), ['received', 'unread']);
});

test('how far the others had read is no news after a reload', () => {
  const model = new Model();
  model.apply({ type: 'restore', key: KEY, remoteId: 'r', profile: {} });
  const facts = model.apply({
    type: 'opened',
    key: KEY,
    opened: opened([message(1)], { marks: { alice: { delivered: 1, seen: 1 } } }),
  });
  assert.ok(!types(facts).includes('marks'));
  assert.deepEqual(model.conversation.marks, { alice: { delivered: 1, seen: 1 } });
});

test('a failed start goes back to idle with its reason, and may be tried again under its key', () => {
  const model = new Model();
  model.apply({ type: 'start', key: KEY, profile: {} });
  assert.deepEqual(types(model.apply({ type: 'open-failed', key: KEY, code: 'blocked' })), ['phase', 'start-failed']);
  assert.deepEqual([model.conversation.phase, model.conversation.error], ['idle', 'blocked']);
  model.apply({ type: 'start', key: KEY, profile: { nickname: 'Ann' } });
  assert.deepEqual(
    [model.conversation.phase, model.conversation.error, model.conversation.profile.nickname],
    ['starting', undefined, 'Ann'],
  );
});

test('what was typed before there was a conversation is its draft from the start on', () => {
  const model = new Model();
  model.apply({ type: 'draft', key: '', text: 'hello' }, { type: 'start', key: KEY, profile: {} });
  assert.deepEqual(model.state.view.drafts, { [KEY]: 'hello' });
});

test('an older conversation that is restored aside leaves the current one current, and its draft alone', () => {
  const model = Model.running();
  model.apply({ type: 'restore', key: 'old', remoteId: 'q', profile: {}, aside: true });
  assert.equal(model.state.current, KEY);
  assert.equal(model.state.conversations['old']?.phase, 'restoring');
});

test('forgetting the current conversation leaves none current', () => {
  const model = Model.running();
  model.apply({ type: 'forget', key: KEY });
  assert.deepEqual([model.state.current, model.state.conversations], [undefined, {}]);
});

test('a line that nothing needs is in no trouble, however its tries went', () => {
  const model = new Model();
  for (let i = 0; i < 7; i++)
    model.apply(
      { type: 'connection', status: 'connecting' },
      { type: 'connection', status: 'offline', reason: 'unreachable', failed: true },
    );
  assert.equal(model.state.connection.serverOffline, true);
  model.apply({ type: 'connection', status: 'offline', reason: 'idle' });
  assert.deepEqual(
    { ...model.state.connection },
    { status: 'offline', reason: 'idle', attempts: 0, serverOffline: false, refused: undefined },
  );
});

test('names like __proto__ in what a server sends are data', () => {
  const marks = JSON.parse('{"__proto__":{"delivered":1,"seen":1}}') as Record<
    string,
    { delivered: number; seen: number }
  >;
  const model = Model.running([message(1)], { version: 1, marks });
  assert.equal(({} as Record<string, unknown>)['delivered'], undefined);
  assert.equal(Object.getPrototypeOf(model.conversation.marks), Object.prototype);
});
