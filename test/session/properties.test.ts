import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fact } from '../../src/session/model/facts.js';
import type { Input } from '../../src/session/model/inputs.js';
import { INITIAL_STATE } from '../../src/session/model/initial.js';
import { unreadOf } from '../../src/session/model/selectors.js';
import { transition } from '../../src/session/model/transition.js';
import type { ChatState, Entry } from '../../src/session/model/types.js';
import { ALICE } from '../helpers/fake-room.js';
import { end, join, KEY, ME, message, own, person } from '../helpers/model.js';

/** What the server really has. Seqs that the visitor may not see are left out, as whispers are. */
type Server = { log: Entry[]; next: number; stored: Set<string>; version: number; ended: boolean };
/** The client under test, with everything it ever told. */
type Client = { state: ChatState; facts: Fact[]; ids: number };

const RUNS = Number(process.env['FC_RUNS'] ?? 1_500);

function store(server: Server, make: (seq: number) => Entry, hidden = false): void {
  const seq = server.next++;
  if (hidden || server.ended) return;
  server.log.push({ ...make(seq), prev: server.log.at(-1)?.seq ?? 0 });
}

const head = (server: Server) => server.log.at(-1)?.seq ?? 0;
const conversationOf = (client: Client) => {
  const conversation = client.state.conversations[KEY];
  assert.ok(conversation);
  return conversation;
};

/** Inputs that change nothing when they come a second time. */
const REPEATABLE = new Set<Input['type']>([
  'entry',
  'page',
  'registers',
  'pending',
  'seen',
  'submit',
  'withdraw',
  'typing',
  'visitor-typing',
  'ending',
  'connection',
  'draft',
  'storage',
  'revoked',
]);

/** Lets one thing happen, and checks everything that must hold whatever happens. */
function apply(client: Client, input: Input): void {
  const before = client.state;
  const step = transition(before, input);
  assert.deepEqual(transition(before, input), step, 'the same input gives the same step');
  client.state = step.state;
  client.facts.push(...step.facts);
  if (REPEATABLE.has(input.type) && !(input.type === 'connection' && input.failed)) {
    const again = transition(step.state, input);
    assert.equal(again.state, step.state, `${input.type} again changes nothing`);
    assert.ok(
      again.facts.every(({ type }) => type === 'behind' || type === 'warning'),
      `${input.type} again tells nothing`,
    );
  }
  const [old, now] = [before.conversations[KEY], step.state.conversations[KEY]];
  if (!old || !now) return;
  if (old === now)
    assert.ok(
      step.facts.every(
        ({ type }) => type === 'behind' || type === 'warning' || type === 'connection' || type === 'storage',
      ),
      'no fact without a change',
    );
  assert.ok(
    now.log.last >= old.log.last && now.log.head >= old.log.head && now.version >= old.version && now.seen >= old.seen,
    'nothing goes back',
  );
  for (const [who, marks] of Object.entries(old.marks)) {
    assert.ok(
      (now.marks[who]?.delivered ?? -1) >= marks.delivered && (now.marks[who]?.seen ?? -1) >= marks.seen,
      'no mark goes back',
    );
  }
  if (old.phase === 'ended') assert.equal(now.phase, 'ended', 'an end is for good');
  if (old.ended) assert.equal(now.ended, old.ended, 'and so is who ended it');
  for (const echo of old.pending)
    if (echo.status === 'sent')
      assert.ok(
        now.pending.every(({ clientId, status }) => clientId !== echo.clientId || status === 'sent'),
        'sent stays sent',
      );
  const inLog = new Set(
    now.log.entries.flatMap((entry) =>
      entry.type === 'message' && entry.clientId !== undefined ? [entry.clientId] : [],
    ),
  );
  assert.ok(
    now.pending.every(({ clientId }) => !inLog.has(clientId)),
    'an echo and its entry are never both shown',
  );
  assert.ok(
    Object.isFrozen(step.state) &&
      Object.isFrozen(now) &&
      Object.isFrozen(now.log.entries) &&
      Object.isFrozen(now.pending),
  );
  assert.equal(
    unreadOf(now),
    now.log.entries.filter((entry) => entry.type === 'message' && entry.from.id !== ME.id && entry.seq > now.seen)
      .length,
  );
}

/** The window is a stretch of the server's log without a hole, and each thing was told once. */
function checkTold(server: Server, client: Client): void {
  const { log } = conversationOf(client);
  const from = server.log.findIndex(({ seq }) => seq === log.first);
  assert.deepEqual(log.entries, from < 0 ? [] : server.log.slice(from, from + log.entries.length));
  const received = client.facts.flatMap((fact) => (fact.type === 'received' ? fact.entries.map(({ seq }) => seq) : []));
  assert.deepEqual(
    [...received].sort((a, b) => a - b),
    log.entries.map(({ seq }) => seq),
    'each entry is told once',
  );
  const sent = client.facts.flatMap((fact) => (fact.type === 'sent' ? [fact.clientId] : []));
  assert.equal(new Set(sent).size, sent.length, 'each "sent" is told once');
  assert.ok(
    sent.every((id) => server.stored.has(id)),
    'and only of what is stored',
  );
  assert.ok(client.facts.filter(({ type }) => type === 'ended').length <= 1, 'the end is told once');
}

type Command = fc.Command<Server, Client>;
class Act implements Command {
  constructor(
    readonly name: string,
    private readonly act: (server: Server, client: Client) => void,
  ) {}
  check = () => true;
  run(server: Server, client: Client): void {
    this.act(server, client);
    checkTold(server, client);
  }
  toString = () => this.name;
}

const pageAfter = (server: Server, after: number, limit: number) => {
  const newer = server.log.filter(({ seq }) => seq > after);
  return { entries: newer.slice(0, limit), more: newer.length > limit, head: head(server) };
};
const registersOf = (server: Server, version = server.version) => ({
  version,
  head: head(server),
  phase: server.ended ? ('ended' as const) : ('active' as const),
  startedAt: 1,
  people: [person(ME), person()],
  marks: {
    alice: { delivered: version, seen: Math.max(0, version - 2) },
    [ME.id]: { delivered: 0, seen: Math.max(0, head(server) - 4) },
  },
  queue: null,
});
const anyId = (client: Client, n: number) => `id-${n % Math.max(1, client.ids)}`;

const small = fc.nat(9);
const commands: fc.Arbitrary<Command>[] = [
  fc
    .constantFrom('says', 'whispers', 'joins')
    .map(
      (what) =>
        new Act(`agent ${what}`, (server) =>
          store(server, (seq) => (what === 'joins' ? join(seq) : message(seq)), what === 'whispers'),
        ),
    ),
  small.map(
    (n) =>
      new Act(`push ${n} from the end`, (server, client) => {
        const entry = server.log.at(-1 - n);
        if (entry) apply(client, { type: 'entry', key: KEY, entry });
      }),
  ),
  fc.tuple(small, small).map(
    ([back, limit]) =>
      new Act(`page of ${limit} from ${back} before the end`, (server, client) => {
        apply(client, {
          type: 'page',
          key: KEY,
          page: pageAfter(server, Math.max(0, conversationOf(client).log.last - back), limit),
          direction: 'after',
        });
      }),
  ),
  small.map(
    (limit) =>
      new Act(`older page of ${limit}`, (server, client) => {
        const { first } = conversationOf(client).log;
        const older = server.log.filter(({ seq }) => seq < first);
        apply(client, {
          type: 'page',
          key: KEY,
          page: { entries: older.slice(-limit), more: older.length > limit, head: head(server) },
          direction: 'before',
        });
      }),
  ),
  fc.constant(
    new Act('submit', (_server, client) => {
      const clientId = `id-${client.ids++}`;
      apply(client, {
        type: 'submit',
        key: KEY,
        pending: { clientId, text: clientId, createdAt: 1, status: 'queued' },
      });
      apply(client, { type: 'pending', key: KEY, clientId, status: 'sending' });
    }),
  ),
  small.map(
    (n) =>
      new Act(`the server stores ${n}`, (server, client) => {
        const id = anyId(client, n);
        if (client.ids === 0 || server.stored.has(id) || server.ended) return;
        server.stored.add(id);
        store(server, (seq) => own(seq, id));
      }),
  ),
  small.map(
    (n) =>
      new Act(`acknowledgement of ${n}`, (server, client) => {
        const id = anyId(client, n);
        const seq = server.log.find((entry) => entry.type === 'message' && entry.clientId === id)?.seq;
        if (seq !== undefined) apply(client, { type: 'pending', key: KEY, clientId: id, status: 'sent', seq });
      }),
  ),
  fc
    .tuple(small, fc.constantFrom('queued' as const, 'sending' as const, 'unconfirmed' as const, 'failed' as const))
    .map(
      ([n, status]) =>
        new Act(`${status} ${n}`, (_server, client) => {
          apply(client, {
            type: 'pending',
            key: KEY,
            clientId: anyId(client, n),
            status,
            error: status === 'failed' ? 'blocked' : undefined,
          });
        }),
    ),
  small.map(
    (n) =>
      new Act(`withdraw ${n}`, (server, client) => {
        const id = anyId(client, n);
        // The flow takes back only what the server can't have.
        if (!server.stored.has(id)) apply(client, { type: 'withdraw', key: KEY, clientId: id });
      }),
  ),
  fc.integer({ min: -3, max: 1 }).map(
    (by) =>
      new Act(`registers ${by}`, (server, client) => {
        if (by > 0) server.version++;
        apply(client, {
          type: 'registers',
          key: KEY,
          registers: registersOf(server, server.version + Math.min(0, by)),
        });
      }),
  ),
  small.map((n) => new Act(`seen ${n}`, (_server, client) => apply(client, { type: 'seen', key: KEY, seq: n * 3 }))),
  fc
    .boolean()
    .map(
      (typing) =>
        new Act(`typing ${typing}`, (_server, client) =>
          apply(client, { type: 'typing', key: KEY, person: ALICE.id, typing }),
        ),
    ),
  fc.constant(
    new Act('resume', (server, client) => {
      const { last } = conversationOf(client).log;
      const page =
        last > 0
          ? pageAfter(server, last, 5)
          : { entries: server.log.slice(-5), more: server.log.length > 5, head: head(server) };
      apply(client, {
        type: 'opened',
        key: KEY,
        opened: { remoteId: 'r', me: ME.id, registers: registersOf(server), page },
      });
    }),
  ),
  fc
    .constantFrom('offline' as const, 'connecting' as const, 'catching-up' as const, 'online' as const)
    .map(
      (status) =>
        new Act(status, (_server, client) =>
          apply(client, { type: 'connection', status, reason: 'x', failed: status === 'offline' }),
        ),
    ),
  fc.constant(new Act('ending', (_server, client) => apply(client, { type: 'ending', key: KEY, ending: true }))),
  fc.constant(
    new Act('end', (server) => {
      if (server.ended || server.log.length < 8) return;
      store(server, (seq) => end(seq));
      server.ended = true;
      server.version++;
    }),
  ),
  fc
    .constantFrom<Input>(
      { type: 'entry', key: 'nobody', entry: message(1) },
      { type: 'revoked', key: 'nobody', code: 'denied' },
      { type: 'sorcery', key: KEY } as unknown as Input,
    )
    .map((input) => new Act(`nonsense ${input.type}`, (_server, client) => apply(client, input))),
];

test("whatever comes in whatever order: the log is the server's, nothing goes back, everything is told once", () => {
  fc.assert(
    fc.property(
      fc.constantFrom('start', 'restore'),
      fc.commands(commands, { size: 'max', maxCommands: 60 }),
      (how, list) => {
        fc.modelRun(() => {
          const server: Server = { log: [], next: 1, stored: new Set(), version: 1, ended: false };
          const client: Client = { state: INITIAL_STATE, facts: [], ids: 0 };
          for (let i = 0; i < (how === 'restore' ? 12 : 1); i++) store(server, (seq) => message(seq));
          apply(
            client,
            how === 'start'
              ? { type: 'start', key: KEY, profile: {} }
              : { type: 'restore', key: KEY, remoteId: 'r', profile: {} },
          );
          const page = { entries: server.log.slice(-5), more: server.log.length > 5, head: head(server) };
          apply(client, {
            type: 'opened',
            key: KEY,
            opened: { remoteId: 'r', me: ME.id, registers: registersOf(server), page },
          });
          return { model: server, real: client };
        }, list);
      },
    ),
    { numRuns: RUNS },
  );
});

test('however the entries arrive, pulling until the head brings the whole log', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(30), { size: 'max', maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (arrivals, limit) => {
        const server: Server = { log: [], next: 1, stored: new Set(), version: 1, ended: false };
        for (let i = 0; i < 30; i++) store(server, (seq) => message(seq), i % 4 === 3);
        const client: Client = { state: INITIAL_STATE, facts: [], ids: 0 };
        apply(client, { type: 'start', key: KEY, profile: {} });
        apply(client, {
          type: 'opened',
          key: KEY,
          opened: {
            remoteId: 'r',
            me: ME.id,
            registers: { ...registersOf(server), head: 0 },
            page: { entries: [], more: false, head: 0 },
          },
        });
        for (const n of arrivals) {
          const entry = server.log[n];
          if (entry) apply(client, { type: 'entry', key: KEY, entry });
        }
        for (let pulls = 0; pulls === 0 || conversationOf(client).log.head > conversationOf(client).log.last; pulls++) {
          assert.ok(pulls < 40, 'each pull brings something');
          apply(client, {
            type: 'page',
            key: KEY,
            page: pageAfter(server, conversationOf(client).log.last, limit),
            direction: 'after',
          });
        }
        assert.deepEqual(conversationOf(client).log.entries, server.log);
        checkTold(server, client);
      },
    ),
    { numRuns: RUNS },
  );
});

test('no input, however malformed its strings, is thrown at', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', size: 'max', maxLength: 30 }),
    fc.constantFrom('', '__proto__', 'constructor', 'toString'),
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom(
            'draft',
            'start',
            'restore',
            'forget',
            'current',
            'submit',
            'withdraw',
            'revoked',
            'open-failed',
            'typing',
          ),
          text,
          text,
        ),
        { size: 'max', maxLength: 30 },
      ),
      (list) => {
        let state = INITIAL_STATE;
        for (const [type, key, value] of list) {
          const input = {
            type,
            key,
            text: value,
            profile: { nickname: value },
            clientId: value,
            person: value,
            typing: true,
            code: 'denied',
            pending: { clientId: value, text: value, createdAt: 1, status: 'queued' },
          } as unknown as Input;
          state = transition(state, input).state;
          assert.ok(Object.isFrozen(state));
        }
        assert.equal(({} as Record<string, unknown>)['nickname'], undefined);
      },
    ),
    { numRuns: RUNS },
  );
});
