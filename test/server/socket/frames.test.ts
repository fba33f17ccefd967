import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { Rig } from './harness.js';

/** More than any client of ours would send. */
const GENEROUS = { perSecond: 1e6, burst: 1e6 };
const UNLIMITED = {
  connection: { sends: GENEROUS, starts: GENEROUS, reads: GENEROUS, typing: GENEROUS, frames: GENEROUS },
  address: { sends: GENEROUS, starts: GENEROUS, connections: GENEROUS, logins: GENEROUS },
};

const VISITOR_EVENTS = ['start', 'resume', 'send', 'pull', 'changes', 'typing'];
const AGENT_EVENTS = [
  'presence',
  'accept',
  'decline',
  'transfer',
  'end',
  'block',
  'open',
  'join',
  'leave',
  'pull',
  'send',
  'typing',
];
/** Words that mean something to objects, sockets or the protocol. */
const WORDS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'welcome',
  'entry',
  'desk',
  'login',
  '\0',
  '\ud800',
];

/** Answers that a wrong frame may get; `ok` is for what happens to be right. */
const CALM = ['ok', 'bad-request', 'unknown-conversation', 'not-allowed', 'too-large', 'ended'];

describe('frames that are wrong', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.open({ rates: UNLIMITED, maxOpenPerVisitor: 0, maxOpenPerAddress: 0 });
  });
  afterEach(() => rig.close());

  test('a frame that announces binary parts ends its connection before any part is kept', async () => {
    for (const head of ['51-', '510-', '59999999-', '61-']) {
      const visitor = await rig.visitor();
      const gone = visitor.gone();
      visitor.socket.io.engine.write(`${head}/visitor,["send",{"_placeholder":true,"num":0}]`);
      await gone;
    }
  });

  /** A value like the right one, with anything anywhere. */
  const near = (conversation: string): fc.Arbitrary<unknown> => {
    const leaf = fc.oneof(
      fc.constant(conversation),
      fc.anything({ withNullPrototype: false }),
      fc.constantFrom(...WORDS),
      fc.double(),
      fc.bigInt().map(String),
    );
    const items = fc.array(
      fc.oneof(
        leaf,
        fc.record(
          { id: leaf, type: fc.oneof(leaf, fc.constantFrom('message', 'mark')), text: leaf, seen: leaf },
          { requiredKeys: [] },
        ),
      ),
      { maxLength: 5 },
    );
    return fc.oneof(
      fc.anything(),
      fc.record(
        {
          conversation: leaf,
          credential: leaf,
          key: leaf,
          items: fc.oneof(leaf, items),
          after: leaf,
          before: leaf,
          limit: leaf,
          since: leaf,
          typing: leaf,
          preview: leaf,
          profile: leaf,
          userData: fc.oneof(leaf, fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...WORDS)), leaf)),
          to: leaf,
          presence: leaf,
        },
        { requiredKeys: [] },
      ),
    );
  };

  test('anything at all, in any event of either side, is answered calmly and harms nobody', async () => {
    const { visitor, agent, conversation } = await rig.pair();
    const bystander = await rig.visitor();
    const other = await bystander.start();
    const attack = async (client: typeof visitor, events: readonly string[]): Promise<void> => {
      const event = fc.oneof(
        fc.constantFrom(...events),
        fc.constantFrom(...WORDS).filter((word) => word !== ''),
      );
      await fc.assert(
        fc.asyncProperty(event, near(conversation), async (name, data) => {
          // What JSON can't carry is not on the wire either.
          const frame = JSON.parse(
            JSON.stringify(data ?? null, (_key, value: unknown) => (typeof value === 'bigint' ? 0 : value)) ?? 'null',
          ) as unknown;
          const answer = await client.ask(name, frame);
          const code = answer.ok ? 'ok' : answer.error.code;
          assert.ok(CALM.includes(code), code);
        }),
        { numRuns: 400 },
      );
    };
    await attack(visitor, VISITOR_EVENTS);
    // Ending and blocking are what an agent may do: the bystander's address would be blocked with it.
    await attack(
      agent,
      AGENT_EVENTS.filter((name) => !['block', 'end', 'transfer'].includes(name)),
    );
    assert.equal((await bystander.say(other.conversation, 'still here'))[0]?.status, 'stored');
    assert.equal((await visitor.say(conversation, 'still here'))[0]?.status, 'stored');
    assert.equal((await agent.say(conversation, 'still here'))[0]?.status, 'stored');
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  test('the first wrong field is named', async () => {
    const visitor = await rig.visitor();
    const cases: [string, unknown, string | undefined][] = [
      ['start', {}, 'key'],
      ['start', { key: 'short' }, 'key'],
      ['start', { key: 'k'.repeat(129) }, 'key'],
      ['start', { key: 'k'.repeat(30), profile: { nickname: 7 } }, 'profile.nickname'],
      ['start', { key: 'k'.repeat(30), profile: { nickname: 'a\0b' } }, 'profile.nickname'],
      ['start', { key: 'k'.repeat(30), profile: { email: '\ud83d' } }, 'profile.email'],
      ['start', { key: 'k'.repeat(30), userData: { a: { b: 1 } } }, 'userData.a'],
      [
        'start',
        { key: 'k'.repeat(30), userData: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`k${n}`, n])) },
        'userData',
      ],
      ['resume', { conversation: 'c', credential: 'c', after: -1 }, 'after'],
      ['pull', { conversation: 'c', limit: 0 }, 'limit'],
      ['pull', { conversation: 'c', after: 1.5 }, 'after'],
      ['changes', { since: '0' }, 'since'],
      ['send', { conversation: 'c', items: [] }, 'items'],
      ['send', 'text', undefined],
      ['send', null, undefined],
      ['send', [1], 'conversation'],
    ];
    for (const [event, data, field] of cases) {
      const answer = await visitor.ask(event, data);
      assert.ok(!answer.ok);
      assert.deepEqual([event, answer.error.code, answer.error.field], [event, 'bad-request', field]);
    }
  });

  test('no data, too much data and unknown events are bad requests', async () => {
    const visitor = await rig.visitor();
    const { conversation } = await visitor.start();
    for (const args of [['pull'], ['pull', { conversation }, { conversation }], ['nothing', {}], ['toString', {}]] as [
      string,
      ...unknown[],
    ][]) {
      const answer = await visitor.ask(...args);
      assert.ok(!answer.ok && answer.error.code === 'bad-request', JSON.stringify([args[0], answer]));
    }
  });

  test('an event that wants an answer and gives nobody to answer to is not acted on', async () => {
    const visitor = await rig.visitor();
    const { conversation } = await visitor.start();
    visitor.socket.emit('send', { conversation, items: [{ id: 'x', type: 'message', text: 'lost' }] });
    visitor.socket.emit('start', { key: 'k'.repeat(30) });
    visitor.socket.emit('unknown', 1, 2, 3);
    visitor.socket.emit('typing', 'nonsense');
    const page = await visitor.get('pull', { conversation });
    assert.equal(page.entries.length, 2);
    assert.deepEqual((await rig.chat.stats()).queued, 1);
  });

  test('a preview that was cut in the middle of a character reaches the agent without the half', async () => {
    const { visitor, agent, conversation } = await rig.pair();
    visitor.socket.emit('typing', { conversation, typing: true, preview: 'a\0 smile \ud83d' });
    const heard = await agent.next('typing');
    assert.equal(heard.preview, 'a smile ');
  });

  test('a frame above the limit ends that connection only, and the next one goes on', async () => {
    const visitor = await rig.visitor();
    const other = await rig.visitor();
    const opened = await visitor.start();
    const gone = visitor.gone();
    visitor.socket.emit('send', {
      conversation: opened.conversation,
      items: [{ id: 'x', type: 'message', text: 'x'.repeat(2_000_000) }],
    });
    await gone;
    assert.equal(await other.code('changes', { since: 0 }), 'ok');
    const again = await rig.visitor();
    await again.get('resume', { conversation: opened.conversation, credential: opened.credential });
    assert.equal((await again.say(opened.conversation, 'x'.repeat(4000)))[0]?.status, 'stored');
  });

  test('a megabyte of text is refused by name, and a full batch of the longest texts fits however they are escaped', async () => {
    const visitor = await rig.visitor();
    const { conversation } = await visitor.start();
    const [huge] = await visitor.say(conversation, 'x'.repeat(1_000_000));
    assert.deepEqual([huge?.status, huge?.code], ['refused', 'too-long']);
    const results = await visitor.say(conversation, ...Array<string>(50).fill('\u0001'.repeat(4000)));
    assert.ok(results.every(({ status }) => status === 'stored'));
    await assert.rejects(Rig.open({ limits: { maxFrame: 1000 } }), /maxFrame must be at least/);
  });

  test('a page of the longest messages is given whole', async () => {
    const visitor = await rig.visitor();
    const { conversation } = await visitor.start();
    for (let batch = 0; batch < 10; batch += 1)
      await visitor.say(conversation, ...Array<string>(10).fill('語'.repeat(4000)));
    const page = await visitor.get('pull', { conversation, after: 2 });
    assert.equal(page.entries.length, 100);
    assert.equal(page.more, false);
  });

  test('what is not Socket.IO at all harms nobody', async () => {
    const visitor = await rig.visitor();
    for (const body of [
      '4',
      '42["',
      '42["send"]',
      '451-["send",{"_placeholder":true,"num":5}]',
      '\0\0',
      '9'.repeat(1000),
    ]) {
      const { sid } = JSON.parse(
        (await (await fetch(`${rig.url}/socket.io/?EIO=4&transport=polling`)).text()).slice(1),
      ) as { sid: string };
      await fetch(`${rig.url}/socket.io/?EIO=4&transport=polling&sid=${sid}`, { method: 'POST', body });
    }
    for (const query of [
      'EIO=4&transport=websocket&sid=x',
      'EIO=3&transport=polling',
      'transport=__proto__',
      'EIO=4&transport=polling&sid=__proto__',
    ]) {
      assert.ok((await fetch(`${rig.url}/socket.io/?${query}`)).status >= 400);
    }
    assert.equal(await visitor.code('changes', { since: 0 }), 'ok');
  });
});
