import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryItems } from '../../src/elements/transcript/items.js';
import { rowsAround } from '../../src/elements/transcript/rows.js';
import { ALICE } from '../helpers/fake-room.js';
import { World } from '../helpers/visitor.js';

const context = { delivered: 0, seen: 0, unread: 0, says: () => true, cut: () => [] };

test('a notice is in the events and the transcript of the documents, and on no screen', async () => {
  const world = new World();
  const page = await world.page().started();
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
  assert.deepEqual([page.state.capabilities.notices, page.state.capabilities.files], [true, null]);
});
