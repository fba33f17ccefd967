import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ChatVerbs, MoreVerbs } from '../../src/session/host.js';
import type { ChatError } from '../../src/session/model/errors.js';
import type { StartRequest } from '../../src/session/transport.js';
import { watch } from '../helpers/outcome.js';
import { World, type Page } from '../helpers/visitor.js';

type Contract = {
  readonly commands: Readonly<
    Record<
      string,
      {
        readonly outcomes: readonly {
          readonly status: string;
          readonly when: string;
          readonly text?: { readonly WID: string };
        }[];
      }
    >
  >;
};
const contract = JSON.parse(
  readFileSync(new URL('../contracts/webchatservice.json', import.meta.url), 'utf8'),
) as Contract;

/** The literal text that the document gives for a rejection. */
function documented(command: keyof ChatVerbs, when: string): string {
  const text = contract.commands[command]?.outcomes.find(
    (outcome) => outcome.status === 'rejected' && outcome.when === when,
  )?.text?.WID;
  assert.ok(text, `${command}: ${when}`);
  return text;
}

type Situation = 'none' | 'running' | 'ended';

async function situation(which: Situation): Promise<readonly [World, Page]> {
  const world = new World();
  const page = world.page();
  if (which !== 'none') await page.started();
  if (which === 'ended') {
    world.server.room.end();
    await world.clock.advance(500);
  }
  return [world, page];
}

type Row = readonly [
  verb: string,
  Situation,
  call: (chat: ChatVerbs & MoreVerbs) => Promise<unknown>,
  is: string,
  text?: string,
];
const noSession = (command: keyof ChatVerbs) =>
  documented(command, command === 'endChat' ? 'no active session' : 'no active session');
const TABLE: readonly Row[] = [
  ['startChat', 'none', (chat) => chat.startChat(), 'resolved'],
  ['startChat', 'ended', (chat) => chat.startChat({ nickname: 'Ann' }), 'resolved'],
  [
    'startChat',
    'running',
    (chat) => chat.startChat(),
    'already-active',
    documented('startChat', 'a chat session is already active'),
  ],
  [
    'startChat',
    'none',
    (chat) => chat.startChat({ userData: { a: {} } as never }),
    'invalid',
    documented('startChat', 'userData is invalid'),
  ],
  ['endChat', 'running', (chat) => chat.endChat(), 'resolved'],
  ['endChat', 'none', (chat) => chat.endChat(), 'not-active', noSession('endChat')],
  ['endChat', 'ended', (chat) => chat.endChat(), 'not-active', noSession('endChat')],
  ['sendMessage', 'running', (chat) => chat.sendMessage({ message: 'hello' }), 'resolved'],
  [
    'sendMessage',
    'running',
    (chat) => chat.sendMessage({ message: ' \n' }),
    'empty',
    documented('sendMessage', 'no text'),
  ],
  ['sendMessage', 'none', (chat) => chat.sendMessage({ message: '' }), 'empty', documented('sendMessage', 'no text')],
  [
    'sendMessage',
    'none',
    (chat) => chat.sendMessage(undefined as never),
    'empty',
    documented('sendMessage', 'no text'),
  ],
  ['sendMessage', 'none', (chat) => chat.sendMessage({ message: 'hello' }), 'not-active', noSession('sendMessage')],
  ['sendMessage', 'ended', (chat) => chat.sendMessage({ message: 'hello' }), 'not-active', noSession('sendMessage')],
  ['sendMessage', 'running', (chat) => chat.sendMessage({ message: 'x'.repeat(4_001) }), 'too-long'],
  ['sendTyping', 'running', (chat) => chat.sendTyping({ Message: 'he' }), 'resolved'],
  ['sendTyping', 'none', (chat) => chat.sendTyping(), 'not-active', noSession('sendTyping')],
  ['sendTyping', 'ended', (chat) => chat.sendTyping(), 'not-active', noSession('sendTyping')],
  ['getTranscript', 'none', (chat) => chat.getTranscript(), 'resolved'],
  ['getAgents', 'none', (chat) => chat.getAgents(), 'resolved'],
  ['getStats', 'none', (chat) => chat.getStats(), 'resolved'],
];

for (const [verb, which, call, is, text] of TABLE)
  test(`${verb} with ${which === 'none' ? 'no' : which === 'ended' ? 'an ended' : 'a running'} conversation: ${is}${text === undefined ? '' : ` "${text}"`} (${call
    .toString()
    .replace(/^.*?chat\./, '')
    .slice(0, 60)})`, async () => {
    const [world, page] = await situation(which);
    // The code of some verbs comes over the network, in no virtual time.
    await page.chat.verifySession();
    const outcome = watch(call(page.chat));
    await world.clock.advance(2_000);
    assert.equal(outcome.is, is);
    if (text !== undefined) assert.equal(outcome.text, text);
  });

test('startChat names the field that is wrong, and what to do', async () => {
  const [world, page] = await situation('none');
  for (const [options, words] of [
    [7, /options must be an object/],
    [[], /options must be an object/],
    [{ nickname: 7 }, /nickname must be a string, not number/],
    [{ email: 'x'.repeat(257) }, /email is longer than 256.*shorten/],
  ] as const) {
    const outcome = watch(page.chat.startChat(options as never));
    await world.clock.settle();
    assert.equal(outcome.is, 'invalid');
    assert.match(outcome.text ?? '', words);
  }
  for (const [userData, words] of [
    [[], /plain object/],
    ['text', /plain object/],
    [new Map(), /plain object/],
    [{ a: { b: 1 } }, /^userData: a must be/],
    [{ a: Number.NaN }, /^userData: a must be/],
    [{ a: 1n }, /^userData: a must be/],
    [{ a: 'x'.repeat(1_025) }, /a is longer than 1024/],
    [{ ['k'.repeat(129)]: 1 }, /a key/],
    [Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, i])), /101 keys/],
  ] as const) {
    const outcome = watch(page.chat.startChat({ userData } as never));
    await world.clock.settle();
    assert.equal(outcome.is, 'invalid');
    assert.match(((outcome.error as ChatError).cause as Error).message, words);
  }
  assert.equal(page.state.current, undefined, 'and nothing has begun');
});

test('keys of user data that could reach a prototype are left out', async () => {
  const [world, page] = await situation('none');
  void page.chat.startChat({
    userData: JSON.parse('{"__proto__": "a", "constructor": "b", "prototype": "c", "plan": "gold"}') as never,
  });
  await world.clock.advance(500);
  assert.deepEqual((world.server.asked[0]?.request as { userData: unknown }).userData, { plan: 'gold' });
});

test('sendMessage resolves when the server has stored it, and not before', async () => {
  const [world, page] = await situation('running');
  world.server.stop();
  await world.clock.advance(10);
  const sent = watch(page.chat.sendMessage({ message: 'hello' }));
  await world.clock.advance(60_000);
  assert.equal(sent.is, 'pending');
  world.server.restart();
  await world.clock.until(() => sent.is !== 'pending', 20_000);
  assert.equal(sent.is, 'resolved');
  assert.equal(world.server.room.log().filter(({ type }) => type === 'message').length, 1);
});

test('a text of the greatest length is sent, and the limit of the server counts', async () => {
  const [world, page] = await situation('running');
  const fits = watch(page.chat.sendMessage({ message: 'x'.repeat(4_000) }));
  await world.clock.advance(100);
  assert.equal(fits.is, 'resolved');
  for (const transport of world.network.transports)
    transport.tell({ type: 'capabilities', capabilities: { maxText: 10 } });
  const long = watch(page.chat.sendMessage({ message: 'x'.repeat(11) }));
  await world.clock.advance(100);
  assert.match(long.text ?? '', /11 characters are more than the 10/);
});

test('what no store and no language can hold is made harmless before it is sent', async () => {
  const [world, page] = await situation('running');
  page.perform('chat-send-request', { text: 'a\0b\r\nc\rd\uD83D e\uDE00 😀' });
  await world.clock.advance(500);
  assert.deepEqual(page.texts, ['a\uFFFDb\nc\nd\uFFFD e\uFFFD 😀']);
});

test('getTranscript, getAgents and getStats have the documented shapes', async () => {
  const [world, page] = await situation('running');
  world.server.room.join();
  world.server.room.say('hello');
  await world.clock.advance(500);
  world.server.room.leave();
  await world.clock.advance(500);
  const { messages } = await page.chat.getTranscript();
  assert.deepEqual(
    messages.map(({ index, type, text, from }) => [index, type, text, from.type, from.name]),
    [
      [0, 'ParticipantJoined', '', 'Client', ''],
      [1, 'ParticipantJoined', '', 'Agent', 'Alice'],
      [2, 'Message', 'hello', 'Agent', 'Alice'],
      [3, 'ParticipantLeft', '', 'Agent', 'Alice'],
    ],
  );
  const { alice } = await page.chat.getAgents();
  assert.deepEqual([alice?.name, alice?.connected, alice?.supervisor], ['Alice', false, false]);
  assert.ok((alice?.disconnectedTime ?? 0) > (alice?.connectedTime ?? Infinity));
  await world.clock.advance(10_000);
  const stats = await page.chat.getStats();
  assert.equal(stats.duration, world.clock.now() - stats.startTime);
  assert.equal(stats.endTime, 0);
  world.server.room.end();
  await world.clock.advance(5_000);
  const after = await page.chat.getStats();
  assert.equal(after.duration, after.endTime - after.startTime);
});

test('a duration is measured by the server’s clock, however wrong the device’s is', async () => {
  const world = new World();
  world.clock.jump(3_600_000);
  const page = await world.page().started();
  page.hear({ type: 'clock', now: page.current.startedAt! + 5_000 });
  assert.equal((await page.chat.getStats()).duration, 5_000);
});

test('a duration is never negative, whatever the clocks say', async () => {
  const [world, page] = await situation('running');
  world.clock.jump(-3_600_000);
  assert.equal((await page.chat.getStats()).duration, 0);
});

test('half a character in a profile or in user data is made harmless, and the chat starts', async () => {
  const world = new World();
  const page = world.page({ language: () => 'x'.repeat(60) });
  const nickname = 'Zoë😀'.slice(0, 4);
  void page.chat.startChat({ nickname, userData: { ['k\uD800']: 'v\uDFFF' } });
  await world.clock.advance(1_000);
  const { key: _secret, ...request } = world.server.asked.find(({ verb }) => verb === 'start')?.request as StartRequest;
  assert.deepEqual(request, {
    profile: { nickname: 'Zoë\uFFFD' },
    userData: { 'k\uFFFD': 'v\uFFFD' },
    language: undefined,
  });
});
