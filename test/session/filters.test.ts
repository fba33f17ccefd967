import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matcherOf } from '../../src/session/flows/matcher.js';
import '../../src/session/more.js';
import { watch } from '../helpers/outcome.js';
import { World, type Page } from '../helpers/visitor.js';

const CODE = /^\d{6}$/;

/** Code that is loaded takes real time, whatever the clock of the test says. */
async function eventually(world: World, what: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !what(); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await world.clock.advance(50);
  }
  assert.ok(what(), String(what));
}

/** Everything that a page shows or tells of its messages. */
async function seen(page: Page): Promise<string> {
  const told = page.events.flatMap(({ type, detail }) =>
    type === 'chat-message-received' ? [...detail.messages, ...detail.originalMessages] : [],
  );
  return JSON.stringify([page.texts, page.echoes, told, (await page.chat.getTranscript()).messages]);
}

test('what a filter matches shows nowhere, is not counted, and the log goes on', async () => {
  const world = new World();
  const page = await world.page().started();
  assert.deepEqual(await page.chat.addPrefilter({ filters: CODE }), [CODE]);
  assert.deepEqual(await page.chat.addPrefilter({ filters: [/secret/i, CODE] }), [CODE, /secret/i]);
  world.server.room.say('123456');
  world.server.room.say('a SECRET one');
  world.server.room.say('hello');
  page.say('654321');
  await world.clock.advance(1_000);
  const all = await seen(page);
  assert.ok(all.includes('hello'));
  for (const text of ['123456', 'SECRET', '654321']) assert.ok(!all.includes(text), text);
  assert.equal(page.factsOf('unread').at(-1)?.count, 1);
  assert.equal(page.current.log.last, page.current.log.head);
});

test('a filter hides what shows already, here and in the other tabs', async () => {
  const world = new World();
  const page = await world.page().started();
  const other = world.page();
  await other.chat.recover();
  await other.chat.verifySession();
  world.server.room.say('123456');
  await world.clock.advance(1_000);
  assert.ok(other.texts.includes('123456'));
  await page.chat.addPrefilter({ filters: CODE });
  assert.ok(!page.texts.includes('123456'));
  await eventually(world, () => !other.texts.includes('123456'));
});

test('filters are kept with the conversation: the next page hides without being told, for as long as it lives', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  await page.chat.addPrefilter({ filters: CODE });
  world.server.room.say('123456');
  await world.clock.advance(500);
  const next = tab.load();
  await next.chat.recover();
  await world.clock.advance(1_000);
  world.server.room.say('654321');
  await world.clock.advance(1_000);
  const all = await seen(next);
  for (const text of ['123456', '654321']) assert.ok(!all.includes(text), text);
  assert.ok(!next.facts.some((fact) => fact.type === 'received' && JSON.stringify(fact).includes('123456')));
  world.server.room.end();
  await world.clock.advance(1_000);
  next.perform('chat-new-request');
  await world.clock.advance(1_000);
  next.say('111111');
  await world.clock.advance(1_000);
  assert.ok(next.texts.includes('111111'));
});

test('what is registered before there is a conversation counts for it, and for tabs that join it', async () => {
  const world = new World();
  const page = world.page();
  await page.chat.addPrefilter({ filters: CODE });
  await page.started();
  const other = world.page();
  await other.chat.recover();
  world.server.room.say('123456');
  await eventually(world, () => other.current.log.head > 0 && other.current.log.last === world.server.room.head);
  assert.ok(!(await seen(other)).includes('123456'));
});

test('a filtered message reaches the server, and is in no store, on no screen and in no tab', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  const other = world.page();
  await other.chat.recover();
  await world.clock.advance(500);
  let stored = '';
  const look = () => (stored += JSON.stringify([[...world.disk.rows], [...tab.drafts.rows]]));
  const sent = watch(page.chat.sendFilteredMessage({ message: 'token-42' }));
  await eventually(world, () => (look(), sent.is === 'resolved'));
  await world.clock.advance(1_000);
  assert.ok(JSON.stringify(world.server.room.log()).includes('token-42'));
  const next = tab.load();
  await next.chat.recover();
  await world.clock.advance(1_000);
  look();
  for (const text of [
    stored,
    await seen(other),
    await seen(next),
    JSON.stringify(page.state),
    JSON.stringify(page.events),
  ])
    assert.ok(!text.includes('token-42'));
});

test('a filtered message that is refused, or whose conversation goes, does not come back as a draft', async () => {
  const world = new World();
  const page = await world.page().started();
  await page.chat.verifySession();
  await page.chat.addPrefilter({ filters: /token/ });
  world.server.stop();
  await world.clock.advance(10);
  const sent = watch(page.chat.sendFilteredMessage({ message: 'token-42' }));
  await world.clock.advance(500);
  assert.equal(sent.is, 'pending');
  world.server.room.revoked = true;
  world.server.restart();
  page.signal('wake');
  await eventually(world, () => sent.is === 'denied');
  assert.ok(!JSON.stringify([page.state, [...world.disk.rows]]).includes('token-42'));
});

test('wrong arguments are refused with the documented texts', async () => {
  const world = new World();
  const page = world.page();
  const invalid =
    'Missing or invalid filters provided. Please provide a regular expression or an array of regular expressions.';
  for (const filters of [undefined, [], 'x', [/x/, 'y']])
    await assert.rejects(page.chat.addPrefilter({ filters } as unknown as { filters: RegExp }), {
      code: 'invalid',
      message: invalid,
    });
  await assert.rejects(page.chat.sendFilteredMessage({ message: 'x' }), {
    code: 'not-active',
    message: 'No active chat session',
  });
  await page.started();
  await assert.rejects(page.chat.sendFilteredMessage({ message: ' ' }), { code: 'empty' });
  await assert.rejects(page.chat.sendFilteredMessage({ message: 'x', regex: 'x' as unknown as RegExp }), {
    code: 'invalid',
  });
});

test('stored filters that nobody can read are left out', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  world.server.room.say('123456');
  await world.clock.advance(500);
  for (const [name, value] of world.disk.rows)
    if (name.startsWith('conversation/'))
      world.disk.rows.set(
        name,
        value.replace(/^\{/, '{"filters":[null,5,{"source":"("},{"id":7},{"source":"^1","flags":"i"}],'),
      );
  const next = tab.load();
  await next.chat.recover();
  await world.clock.advance(1_000);
  assert.ok(!next.texts.includes('123456'));
});

test('an expression of exponential time holds nothing up in the linear engine', async () => {
  const matches = await matcherOf(/^(a+)+$/, { now: () => 0, slow: () => assert.fail('it was left to the browser') });
  assert.equal(matches('a'.repeat(4_000)), true);
  assert.equal(matches(`${'a'.repeat(4_000)}!`), false);
});

test('the linear engine means what the browser means', async () => {
  const options = { now: () => 0, slow: () => assert.fail('slow') };
  for (const [expression, text] of [
    [/HELLO/i, 'say hello'],
    [/^a.c$/s, 'a\nc'],
    [/^b$/m, 'a\nb\nc'],
    [/a\s+b/, 'a\u00a0\u2003b'],
    [/(?<year>\d{4})/g, 'in 2026'],
    [/^\p{L}+$/u, 'Größe'],
    [/(?=a)a/, 'a'],
    [/(x)\1/, 'xx'],
  ] as const) {
    const matches = await matcherOf(expression, options);
    assert.deepEqual([matches(text), matches(text), matches('?')], [true, true, false], String(expression));
  }
});

test('one that only the browser can match is off, and told, when it takes long: whatever comes before and after', async () => {
  let time = 0;
  let calls = 0;
  const matches = await matcherOf(/(?!b)(a+)\1x/, { now: () => (time += 60), slow: () => calls++ });
  assert.equal(matches('a'.repeat(50)), false);
  assert.equal(matches('aax'), false);
  assert.equal(calls, 1);
});

test('an expression of exponential time that only the browser can match is stopped in time', async () => {
  let slow = 0;
  const matches = await matcherOf(/(?!b)^(a+)+$/, { now: () => Date.now(), slow: () => slow++ });
  // Finished at all: on the whole text at once the browser would take longer than anybody lives.
  assert.equal(matches(`hello ${'a'.repeat(200)}!`), false);
  assert.equal(matches(`${'a'.repeat(200)}!`), false);
  assert.equal(slow, 1);
});

test('a filter that is switched off is told as chat-error', async () => {
  const world = new World();
  const page = await world.page().started();
  await page.chat.addPrefilter({ filters: /(?!b)^(a+)+$/ });
  // The wall clock of the test jumps with each look.
  const { clock } = page;
  const now = clock.now.bind(clock);
  let ahead = 0;
  clock.now = () => now() + (ahead += 200);
  world.server.room.say('hello');
  await world.clock.advance(500);
  assert.ok(page.texts.includes('hello'));
  assert.deepEqual(
    page.events.flatMap(({ type, detail }) => (type === 'chat-error' ? [detail.code] : [])),
    ['slow-filter'],
  );
});
