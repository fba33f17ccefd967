import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../src/session/choosing.js';
import '../../src/session/more.js';
import { ALICE } from '../helpers/fake-room.js';
import { World, type Page } from '../helpers/visitor.js';

const OFFER = {
  type: 'message',
  from: ALICE,
  text: 'Red or blue?',
  rich: { v: 1, kind: 'quick-replies', options: [{ id: 'blue', label: 'Blue' }] },
} as const;

/** The messages of a room that choose something. */
const chosenIn = (world: World) =>
  world.server.room
    .log()
    .flatMap((entry) => (entry.type === 'message' && entry.choice ? [[entry.text, entry.choice]] : []));

/** The code that it needs is loaded by then. */
async function begun() {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  await page.chat.verifySession();
  world.server.room.commit(OFFER);
  await world.clock.advance(500);
  const of = page.current.log.last;
  const choose = () =>
    page.chat.perform({ type: 'chat-choose-request', detail: { choice: { of, ids: ['blue'] }, text: 'Blue' } });
  return { world, tab, page, of, choose };
}

test('a rich part comes through to the log as it is', async () => {
  const { page } = await begun();
  const last = page.current.log.entries.at(-1);
  assert.deepEqual(last?.type === 'message' && last.rich, OFFER.rich);
});

/** What a choice needs is fetched first, which takes real time. */
const shown = (page: Page): Promise<void> =>
  new Promise((resolve) => {
    page.chat.subscribe((state) => {
      if (Object.values(state.conversations).some(({ pending }) => pending.length > 0)) resolve();
    });
  });

test('a choice shows as a message at once, and is stored once', async () => {
  const { world, page, of, choose } = await begun();
  const shows = shown(page);
  choose();
  await shows;
  assert.deepEqual(
    page.current.pending.map(({ text, choice }) => [text, choice]),
    [['Blue', { of, ids: ['blue'] }]],
  );
  await world.clock.advance(2_000);
  assert.deepEqual(page.current.pending, []);
  assert.deepEqual(chosenIn(world), [['Blue', { of, ids: ['blue'] }]]);
});

test('a choice of a page that is gone is made by the next one', async () => {
  const { world, tab, page, of, choose } = await begun();
  world.server.stop();
  await world.clock.advance(10);
  const shows = shown(page);
  choose();
  await shows;
  await world.clock.advance(100);
  world.server.restart();
  const next = tab.load();
  void next.chat.recover();
  await world.clock.advance(30_000);
  assert.deepEqual(chosenIn(world), [['Blue', { of, ids: ['blue'] }]]);
});
