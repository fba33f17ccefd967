/** `restore` by hand, the page's veto against a restore, and the history page by page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSessionData, tokenOf } from '../../src/session/session-data.js';
import { isChatError } from '../../src/session/model/is-chat-error.js';
import { World, type Page } from '../helpers/visitor.js';

type Settled = { readonly status: string; readonly value?: unknown; readonly code?: string; readonly message?: string };

/** How a promise went. */
const outcome = (promise: Promise<unknown>): Promise<Settled> =>
  promise.then(
    (value): Settled => ({ status: 'resolved', value }),
    (error: unknown): Settled =>
      isChatError(error)
        ? { status: 'rejected', code: error.code, message: error.message }
        : { status: 'broken', message: String(error) },
  );

/** A page whose late verbs are loaded: that takes real time, which no test is to wait for. */
async function loaded(page: Page): Promise<Page> {
  await page.chat.verifySession();
  return page;
}

/** What the page keeps elsewhere. */
function handleOf(world: World): { token: string } {
  const row = [...world.disk.rows].find(([name]) => name.startsWith('conversation/'))?.[1] ?? '{}';
  const { remoteId, credential } = JSON.parse(row) as { remoteId: string; credential: string };
  return { token: tokenOf({ remoteId, credential }) };
}

test('a conversation comes back from its session data, on a site that has stored nothing', async () => {
  const world = new World();
  const first = await world.page().started();
  const sessionData = handleOf(world);
  const { remoteId } = first.current;
  for (const given of [sessionData, JSON.stringify(sessionData), sessionData.token]) {
    first.kill();
    world.disk.rows.clear();
    const other = await loaded(world.page());
    const restored = outcome(other.chat.restore({ sessionData: given }));
    await world.clock.advance(500);
    assert.deepEqual((await restored).value, {
      code: 'ok',
      message: 'ok',
      data: { conversationId: other.current.key },
    });
    assert.deepEqual([other.current.remoteId, other.current.phase], [remoteId, 'queued']);
    assert.deepEqual(
      other.told.filter((name) => name.startsWith('chat-restore')),
      ['chat-restored'],
    );
    assert.equal(world.marker, true);
    other.kill();
  }
});

test('without session data it finds what the site has stored, and rejects when there is nothing', async () => {
  const world = new World();
  const tab = world.tab();
  assert.equal((await outcome((await loaded(tab.load())).chat.restore())).code, 'denied');
  await tab.load().started();
  const page = await loaded(tab.load());
  const restored = outcome(page.chat.restore());
  await world.clock.advance(500);
  assert.equal((await restored).status, 'resolved');
});

test('it rejects while one runs, while one is coming back, and with what is no session data', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  assert.equal((await outcome(first.chat.restore())).code, 'already-active');
  const second = await loaded(tab.load());
  await second.chat.recover();
  const twice = await outcome(second.chat.restore());
  assert.deepEqual([twice.code, twice.message], ['busy', 'Already restoring. Ignoring request.']);
  const third = await loaded(world.page());
  for (const sessionData of ['x', 7, {}, '{', { token: 'a/' }])
    assert.equal((await outcome(third.chat.restore({ sessionData }))).code, 'invalid', JSON.stringify(sessionData));
});

test('session data that opens nothing rejects, and leaves nothing behind', async () => {
  const world = new World();
  const page = await loaded(world.page());
  const restored = outcome(page.chat.restore({ sessionData: tokenOf({ remoteId: 'gone', credential: 'x' }) }));
  await world.clock.advance(5_000);
  assert.equal((await restored).code, 'denied');
  assert.deepEqual([[...world.disk.rows.keys()], world.marker], [[], false]);
});

test('a token holds any id and any credential', () => {
  for (const handle of [
    { remoteId: 'a/b%', credential: 'x/y' },
    { remoteId: '1', credential: '2' },
  ])
    assert.deepEqual(readSessionData(tokenOf(handle)), handle);
});

test('a page may leave a stored conversation, and what was typed in it goes back to the composer', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  first.say('unsent');
  await world.clock.advance(500);
  world.server.restart();
  for (const expired of [true, false]) {
    const page = tab.load();
    page.chat.intercept((type, detail) => {
      if (type === 'chat-before-restore') Object.assign(detail, { expired });
      return type !== 'chat-before-restore';
    });
    const found = page.chat.recover();
    await world.clock.advance(500);
    assert.equal(await found, undefined);
    assert.equal(page.state.view.drafts[''], 'unsent');
    if (!expired) continue;
    assert.deepEqual(
      page.told.filter((name) => name.startsWith('chat-rest')),
      ['chat-restore-timeout', 'chat-restore-failed'],
    );
    assert.equal(page.state.lost, 'expired');
    assert.deepEqual([world.marker, world.server.count('resume')], [false, 0]);
  }
});

test('older messages come page by page as history, until all are here', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  for (let i = 0; i < 250; i++) world.server.room.say(`m${i}`);
  await world.clock.advance(1_000);
  const page = await loaded(tab.load());
  await page.chat.recover();
  await world.clock.advance(500);
  assert.equal(page.current.log.older, true);
  page.events.length = 0;
  let fetched = 0;
  while (page.current.log.older) {
    const more = outcome(page.chat.fetchHistory({ limit: 60 }));
    assert.equal((await outcome(page.chat.fetchHistory())).code, 'busy');
    await world.clock.advance(500);
    assert.equal((await more).status, 'resolved');
    fetched++;
  }
  assert.equal(fetched, 3);
  assert.deepEqual(page.texts, first.texts);
  for (const event of page.events)
    if (event.type === 'chat-message-received') assert.equal(event.detail.restoring, true);
  const rest = await outcome(page.chat.fetchHistory());
  assert.deepEqual([rest.code, rest.message], ['exhausted', 'No more messages to fetch']);
  assert.equal((await outcome(page.chat.fetchHistory({ limit: 0 }))).code, 'invalid');
});
