import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryItems } from '../../src/elements/transcript/items.js';
import { rowsAround } from '../../src/elements/transcript/rows.js';
import { unreadOf } from '../../src/session/model/selectors.js';
import '../../src/session/more.js';
import { ALICE } from '../helpers/fake-room.js';
import { World, type Page } from '../helpers/visitor.js';

const context = { delivered: 0, seen: 0, unread: 0, says: () => false, cut: (text: string) => [text] };
const from = { id: 'page', role: 'system', name: 'Shop' } as const;

/** The texts that a transcript shows, in its order. */
function shown({ current: { log, pending, me } }: Page): unknown[] {
  const items = entryItems(log.entries, pending, me);
  return rowsAround(items, items.length - 1, context).rows.flatMap((row) =>
    row.kind === 'message' ? row.segments : [],
  );
}

async function started(world: World): Promise<Page> {
  const page = await world.page().started();
  // The code of the verbs is here: to fetch it takes real time, which no virtual clock waits for.
  await page.chat.verifySession();
  return page;
}
const inject = (page: Page, text: string) =>
  page.chat.perform({ type: 'chat-inject-request', detail: { row: { from, text } } });

test('a row of the page stays where it was put, whatever comes after it', async () => {
  const world = new World();
  const page = await started(world);
  world.server.room.commit({ type: 'message', from: ALICE, text: 'a' });
  await world.clock.advance(500);
  inject(page, 'b');
  inject(page, 'c');
  await world.clock.advance(10);
  world.server.room.commit({ type: 'message', from: ALICE, text: 'd' });
  await world.clock.advance(500);
  page.say('e');
  await world.clock.advance(500);
  assert.deepEqual(shown(page), ['a', 'b', 'c', 'd', 'e']);
});

test('it is sent to nobody, counted by nobody, and in no transcript of the documents', async () => {
  const world = new World();
  const page = await started(world);
  const before = world.server.room.log().length;
  page.events.length = 0;
  inject(page, 'local');
  await world.clock.advance(500);
  assert.deepEqual(shown(page), ['local']);
  assert.equal(world.server.room.log().length, before);
  assert.equal(unreadOf(page.current), 0);
  assert.deepEqual(page.events, []);
  assert.ok(!(await page.chat.getTranscript()).messages.some(({ text }) => text === 'local'));
});

test('it stands after what the visitor is just sending, and does not wait for a line', async () => {
  const world = new World();
  const page = await started(world);
  page.say('sent first');
  await world.clock.advance(1);
  assert.deepEqual(page.echoes, ['sent first:sending']);
  inject(page, 'put in then');
  await world.clock.advance(1000);
  assert.deepEqual(shown(page), ['sent first', 'put in then']);
  world.network.cut();
  await world.clock.advance(100);
  page.say('waits');
  await world.clock.advance(100);
  inject(page, 'meanwhile');
  await world.clock.advance(100);
  assert.deepEqual(shown(page), ['sent first', 'put in then', 'meanwhile', 'waits']);
});

test('older messages come in above it', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  for (let i = 0; i < 150; i++) world.server.room.commit({ type: 'message', from: ALICE, text: `old ${i}` });
  await world.clock.advance(2000);
  assert.equal(first.current.log.last, world.server.room.head);
  const page = tab.load();
  await page.chat.recover();
  await world.clock.advance(500);
  await page.chat.verifySession();
  assert.equal(page.current.log.older, true);
  inject(page, 'mine');
  await world.clock.advance(100);
  page.perform('chat-older-request', {});
  await world.clock.advance(1000);
  assert.equal(page.current.log.entries[0]?.seq, 1);
  assert.deepEqual(shown(page).slice(-2), ['old 149', 'mine']);
});
