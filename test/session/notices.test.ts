import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenOf } from '../../src/session/session-data.js';
import { entryItems } from '../../src/elements/transcript/items.js';
import { rowsAround } from '../../src/elements/transcript/rows.js';
import { ALICE } from '../helpers/fake-room.js';
import type { UserData } from '../../src/session/model/types.js';
import '../../src/session/more.js';
import type { StartRequest } from '../../src/session/transport.js';
import { watch } from '../helpers/outcome.js';
import { World, type Page } from '../helpers/visitor.js';

const context = { delivered: 0, seen: 0, unread: 0, says: () => true, cut: () => [] };

/** The code of the verbs is here: to fetch it takes real time, which no virtual clock waits for. */
const loaded = (page: Page): Promise<unknown> => page.chat.verifySession();

test('a notice is in the events and the transcript of the documents, and on no screen', async () => {
  const world = new World();
  const page = await world.page().started();
  await loaded(page);
  page.events.length = 0;
  world.server.room.commit({ type: 'notice', from: ALICE, text: '{"page":"/cart"}' });
  await world.clock.advance(500);
  const told = page.events.flatMap(({ type, detail }) => (type === 'chat-message-received' ? detail.messages : []));
  assert.deepEqual(
    told.map(({ type, text, from }) => [type, text, from]),
    [['CustomNotice', '{"page":"/cart"}', { name: 'Alice', type: 'Agent' }]],
  );
  assert.equal((await page.chat.getTranscript()).messages.at(-1)?.type, 'CustomNotice');
  assert.ok(!page.events.some(({ type }) => type === 'chat-unread-changed'));
  const entries = page.current.log.entries.filter(({ type }) => type === 'notice');
  assert.deepEqual(rowsAround(entryItems(entries), 0, context).rows, []);
});

test('a transport announces what it can do on each line anew', async () => {
  const world = new World();
  const page = await world.page().started();
  await loaded(page);
  assert.deepEqual([page.state.capabilities.notices, page.state.capabilities.files], [true, null]);
});

const noticesOf = (world: World) =>
  world.server.room.log().flatMap((entry) => (entry.type === 'notice' ? [entry.text] : []));

test('a notice is sent in its place among the messages, and its promise says when it is stored', async () => {
  const world = new World();
  const page = await world.page().started();
  await loaded(page);
  page.say('before');
  const notice = watch(page.chat.sendCustomNotice({ message: 'cart' }));
  const empty = watch(page.chat.sendCustomNotice({ message: '' }));
  await world.clock.advance(1_000);
  assert.deepEqual([notice.is, empty.is], ['resolved', 'resolved']);
  assert.deepEqual(noticesOf(world), ['cart', '']);
  assert.deepEqual(page.current.pending, []);
});

test('a notice of a page that is gone is sent by the next one, once', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  await loaded(page);
  await page.chat.verifySession();
  world.server.stop();
  await world.clock.advance(10);
  void page.chat.sendCustomNotice({ message: 'cart' });
  void page.chat.updateUserData({ plan: 'pro' });
  await world.clock.advance(100);
  world.server.restart();
  const next = tab.load();
  await next.chat.recover();
  await world.clock.advance(5_000);
  assert.deepEqual(noticesOf(world), ['cart']);
  assert.deepEqual(next.current.userData, { plan: 'pro' });
});

test('without a conversation, without words or without a server that can do it a notice is refused', async () => {
  const world = new World();
  const page = world.page();
  await assert.rejects(page.chat.sendCustomNotice({ message: 'x' }), { code: 'not-active' });
  await page.started();
  await assert.rejects(page.chat.sendCustomNotice({} as { message: string }), { code: 'invalid' });
  await assert.rejects(page.chat.sendCustomNotice({ message: 'x'.repeat(4_001) }), { code: 'too-long' });
  page.hear({ type: 'capabilities', capabilities: { notices: false, userData: false } });
  await assert.rejects(page.chat.sendCustomNotice({ message: 'x' }), {
    code: 'unsupported',
    message: "This transport doesn't support sendCustomNotice command.",
  });
  await assert.rejects(page.chat.updateUserData({}), {
    code: 'unsupported',
    message: "This transport doesn't support updating userData during an active chat session.",
  });
});

test('what the server can do is waited for where nobody has said so yet', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  world.server.stop();
  const page = tab.load();
  await page.chat.recover();
  await loaded(page);
  page.hear({ type: 'capabilities', capabilities: { notices: false } });
  const notice = watch(page.chat.sendCustomNotice({ message: 'late' }));
  await world.clock.advance(1_000);
  assert.equal(notice.is, 'pending');
  page.hear({ type: 'capabilities', capabilities: { notices: true } });
  world.server.restart();
  page.signal('wake');
  await world.clock.advance(5_000);
  assert.deepEqual([notice.is, noticesOf(world)], ['resolved', ['late']]);
});

test('user data changes in mid-session, is merged, and reaches the other tabs', async () => {
  const world = new World();
  const page = await world.page({ userData: { shop: 'north' } }).started();
  await loaded(page);
  const other = world.page();
  await other.chat.recover();
  await world.clock.advance(500);
  const data: UserData[] = [{ plan: 'pro', seats: 2 }, { seats: 3 }];
  const changes = data.map((each) => watch(page.chat.updateUserData(each)));
  await world.clock.advance(500);
  assert.deepEqual(
    changes.map(({ is }) => is),
    ['resolved', 'resolved'],
  );
  assert.deepEqual(
    [page.current.userData, other.current.userData],
    [
      { plan: 'pro', seats: 3 },
      { plan: 'pro', seats: 3 },
    ],
  );
});

test('malformed user data is refused, and names of prototypes are left out', async () => {
  const world = new World();
  const page = await world.page().started();
  await loaded(page);
  for (const data of [{ a: {} }, { a: NaN }, 'text', [1]])
    await assert.rejects(page.chat.updateUserData(data as unknown as Record<string, string>), {
      code: 'invalid',
      message: 'malformed data object provided in userData property',
    });
  void page.chat.updateUserData(JSON.parse('{"__proto__":"x","constructor":"y","fine":1}') as UserData);
  await world.clock.advance(500);
  assert.deepEqual(page.current.userData, { fine: 1 });
});

test('without a conversation user data is merged into what the next one is given', async () => {
  const world = new World();
  const page = world.page({ userData: { a: 1 } });
  assert.deepEqual(await page.chat.updateUserData({ b: 2 }), { a: 1, b: 2 });
  await page.started();
  assert.deepEqual((world.server.asked.find(({ verb }) => verb === 'start')?.request as StartRequest).userData, {
    a: 1,
    b: 2,
  });
});

test('session data names the conversation and the credential that opens it, and is empty without one', async () => {
  const world = new World();
  const page = world.page();
  assert.deepEqual(await page.chat.getSessionData(), { sessionId: '', participantId: '', token: '' });
  await page.started();
  assert.deepEqual(await page.chat.getSessionData(), {
    sessionId: page.current.remoteId,
    participantId: page.current.me,
    token: tokenOf({ remoteId: page.current.remoteId ?? '', credential: world.server.room.credentials.at(-1) ?? '' }),
  });
});
