/** The transport's guards answer as the schemas do: the schemas are the contract, the guards are what visitors load. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import * as wire from '../../src/protocol/from-server.js';
import { entry, noticeEntry } from '../../src/protocol/entries.js';
import { httpPulled } from '../../src/protocol/http.js';
import { isPulled } from '../../src/transports/polling/guards.js';
import * as guards from '../../src/transports/shared/guards.js';
import { readEntry } from '../../src/transports/shared/read.js';

const author = { id: 'a1', role: 'agent', name: 'Ann' };
const place = { seq: 3, prev: 2, at: 1e12 };
const entries = [
  { ...place, type: 'message', from: author, text: 'hi', clientId: 'c1' },
  { ...place, type: 'join', from: { ...author, avatar: 'https://example.com/a.png' } },
  { ...place, type: 'leave', from: author, reason: 'left' },
  { ...place, type: 'transfer', from: author, to: author },
  { ...place, type: 'status', status: 'queued', until: 5 },
  { ...place, type: 'end', by: 'agent', reason: 'agent', from: author },
  { ...place, type: 'notice', from: author, text: '{"page":"/cart"}', clientId: 'c2' },
  {
    ...place,
    type: 'message',
    from: author,
    text: '',
    files: [{ id: 'f1', name: 'a.png', type: 'image/png', size: 5 }],
  },
];
const registers = {
  version: 4,
  head: 3,
  phase: 'active',
  startedAt: 1,
  endedAt: 2,
  people: [{ ...author, connected: true, joinedAt: 1, leftAt: 2 }],
  userData: { plan: 'pro', seats: 5, trial: false, agent: null },
  marks: { a1: { delivered: 3, seen: 2 } },
  queue: { position: 1, wait: 30 },
};
const page = { entries, more: false, head: 3 };

const features = {
  http: '/chat/v1',
  files: { maxSize: 5, maxCount: 2, types: ['image/png'], chunk: 3 },
  polling: { wait: 9 },
  notices: true,
  userData: false,
};
/** What a visitor's client knows. */
const known = v.variant('type', [...entry.options, noticeEntry]);

const pairs: readonly (readonly [
  name: string,
  schema: v.GenericSchema,
  guard: (value: unknown) => boolean,
  sample: unknown,
])[] = [
  [
    'welcome',
    wire.welcome,
    guards.isWelcome,
    { protocol: 1, now: 1, beatEvery: 5, limits: { maxText: 1, maxBatch: 1, maxPage: 1, maxFrame: 1 }, features },
  ],
  ['opened', wire.opened, guards.isOpened, { conversation: 'c', me: 'v', credential: 'x', rev: 1, registers, page }],
  ['page', wire.page, guards.isPage, page],
  [
    'sent',
    wire.sent,
    guards.isSent,
    { results: [{ id: 'i', status: 'later', seq: 1, at: 2, code: 'x', retryAfter: 5 }] },
  ],
  ['changed', wire.changed, guards.isChanged, { rev: 3, conversations: [{ conversation: 'c', registers }] }],
  ['entry push', wire.entryPush, guards.isEntryPush, { conversation: 'c', entry: entries[0], rev: 3 }],
  [
    'registers push',
    wire.registersPush,
    guards.isRegistersPush,
    { conversation: 'c', registers: { ...registers, queue: null }, rev: 3 },
  ],
  ['typing push', wire.typingPush, guards.isTypingPush, { conversation: 'c', person: 'p', typing: true }],
  ['beat', wire.beat, guards.isBeat, { rev: 1, now: 2 }],
  ['revoked', wire.revoked, guards.isRevoked, { conversation: 'c', reason: 'r' }],
  ['pulled', httpPulled, isPulled, { ...page, registers, typing: ['a1'], now: 1 }],
  ['answer', wire.answer, guards.isAnswer, { ok: true, data: {} }],
  [
    'refusal',
    wire.answer,
    guards.isAnswer,
    { ok: false, error: { code: 'x', message: 'm', field: 'f', retryAfter: 1 } },
  ],
  ...entries.map((sample) => [`${sample.type} entry`, known, guards.isEntry, sample] as const),
];

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    NaN,
    Infinity,
    '',
    ' ',
    'x',
    'x'.repeat(129),
    'x'.repeat(300),
    'a b',
    '\u0000',
    [],
    {},
    [[]],
    { id: 1 },
    2 ** 60,
  ),
  fc.jsonValue(),
);

/** Every path into a value. */
function paths(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, item]) => paths(item).map((rest) => [key, ...rest]))];
}

function without(value: Record<string, unknown>, key: string): unknown {
  const { [key]: _gone, ...rest } = value;
  return rest;
}

/** A copy with something else at a path; `gone` takes the field away. */
function withAt(value: unknown, path: readonly string[], put: unknown, gone: boolean): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...(value as unknown[])] as unknown as Record<string, unknown>)
    : { ...(value as Record<string, unknown>) };
  // JSON has no holes in arrays.
  if (rest.length === 0 && gone)
    return Array.isArray(value) ? value.filter((_, i) => String(i) !== key) : without(copy, key);
  copy[key] = withAt(copy[key], rest, put, gone);
  return copy;
}

for (const [name, schema, guard, sample] of pairs) {
  test(`${name}: guard and schema take the sample`, () => {
    assert.equal(v.is(schema, sample), true);
    assert.equal(guard(sample), true);
  });

  test(`${name}: guard and schema agree on every damaged frame`, () => {
    const damage = fc.tuple(fc.constantFrom(...paths(sample)), hostile, fc.boolean());
    fc.assert(
      fc.property(damage, ([path, put, gone]) => {
        const frame = withAt(sample, path, put, gone);
        assert.equal(guard(frame), v.is(schema, frame));
      }),
      { numRuns: 2000 },
    );
  });
}

test('an entry that cannot be read keeps its place, and one without a place is none', () => {
  const unread = [
    { ...place, type: 'hologram', x: 1 },
    { ...place, type: 'message', from: author, text: 5 },
  ];
  for (const data of unread) assert.deepEqual(readEntry(data), { type: 'unknown', ...place, data });
  assert.equal(readEntry({ type: 'message', seq: 'x' }), undefined);
  assert.equal(readEntry(null), undefined);
});
