import assert from 'node:assert/strict';
import { test } from 'node:test';
import { World } from '../helpers/visitor.js';

test('a draft comes back after a reload, before and in a conversation', async () => {
  const world = new World();
  const tab = world.tab();
  let page = tab.load();
  page.perform('chat-draft-request', { text: 'before' });
  await world.clock.advance(1_000);
  page = tab.load();
  await page.chat.recover();
  assert.deepEqual(page.state.view.drafts, { '': 'before' });
  await page.started();
  assert.deepEqual(page.state.view.drafts, { [page.current.key]: 'before' }, 'it moves into the conversation');
  page.perform('chat-draft-request', { text: 'in' });
  await world.clock.advance(1_000);
  page = tab.load();
  await page.chat.recover();
  assert.deepEqual(page.state.view.drafts, { [page.current.key]: 'in' });
});

test('what is typed into a form comes back into the form, and not into the composer', async () => {
  const world = new World();
  const tab = world.tab();
  let page = tab.load();
  for (const conversationId of ['form', 'leave'])
    page.perform('chat-draft-request', { conversationId, text: '{"nickname":"Ada"}' });
  await world.clock.advance(1_000);
  page = tab.load();
  await page.chat.recover();
  assert.deepEqual(page.state.view.drafts, { form: '{"nickname":"Ada"}', leave: '{"nickname":"Ada"}' });
});

test('a draft is written at once when the page is hidden', async () => {
  const world = new World();
  const tab = world.tab();
  const page = tab.load();
  page.perform('chat-draft-request', { text: 'quick' });
  page.signal('hide');
  await world.clock.settle();
  assert.deepEqual([...tab.drafts.rows], [['draft/', 'quick']]);
});

test('a draft that is deleted or sent is gone from the store', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await tab.load().started();
  page.perform('chat-draft-request', { text: 'x' });
  await world.clock.advance(1_000);
  assert.equal(tab.drafts.rows.size, 1);
  page.say('x');
  await world.clock.advance(1_000);
  assert.equal(tab.drafts.rows.size, 0);
});

test('so it is when it was typed after an end, and more has been typed in the conversation that it began', async () => {
  const world = new World(1, 'as-long-as-real-ones-are');
  const tab = world.tab();
  let page = await tab.load().started();
  world.server.room.end();
  await world.clock.advance(1_000);
  const over = page.state.current!;
  world.server.up = false;
  // It is marked as being sent, and the page does not live to forget it.
  tab.drafts.fault = (call) => (call === 'delete' ? 'hang' : 'ok');
  page.say('typed after the end');
  await world.clock.advance(1_000);
  assert.notEqual(page.state.current, over);
  page.perform('chat-draft-request', { text: 'and more' });
  await world.clock.advance(1_000);
  tab.drafts.fault = () => 'ok';
  page = tab.load();
  await page.chat.recover();
  world.server.up = true;
  await world.clock.advance(30_000);
  assert.deepEqual(page.texts, ['typed after the end']);
  assert.deepEqual(Object.values(page.state.view.drafts), ['and more']);
});

test('a text whose page died between the outbox and the draft comes back as a message only', async () => {
  for (const running of [true, false]) {
    const world = new World();
    const tab = world.tab();
    let page = tab.load();
    if (running) await page.started();
    world.server.up = false;
    page.perform('chat-draft-request', { text: 'in two places' });
    await world.clock.advance(1_000);
    // The outbox has it; the page does not live to forget the draft.
    tab.drafts.fault = (call) => (call === 'list' ? 'ok' : 'hang');
    page.say('in two places');
    await world.clock.settle();
    assert.equal(tab.drafts.rows.size, 1);
    tab.drafts.fault = () => 'ok';
    page = tab.load();
    await page.chat.recover();
    await world.clock.advance(1_000);
    assert.deepEqual(page.echoes, ['in two places:queued']);
    assert.deepEqual(
      [...Object.values(page.state.view.drafts), ...tab.drafts.rows.values()].filter((text) => text !== ''),
      [],
    );
  }
});

test('what is typed while the stored draft is being read stays', async () => {
  const world = new World();
  const tab = world.tab();
  tab.drafts.rows.set('draft/', 'old');
  tab.drafts.fault = () => 100;
  const page = tab.load();
  const restored = page.chat.recover();
  page.perform('chat-draft-request', { text: 'new' });
  await world.clock.advance(2_000);
  await restored;
  assert.deepEqual([page.state.view.drafts, tab.drafts.rows.get('draft/')], [{ '': 'new' }, 'new']);
});

test('a draft that could not be written is written later', async () => {
  const world = new World();
  const tab = world.tab();
  const page = tab.load();
  tab.drafts.fault = () => 'reject';
  page.perform('chat-draft-request', { text: 'a' });
  await world.clock.advance(1_000);
  assert.equal(page.state.storage, 'memory');
  tab.drafts.fault = () => 'ok';
  page.signal('hide');
  await world.clock.settle();
  assert.equal(tab.drafts.rows.get('draft/'), 'a');
});

test('a draft in a conversation that is gone is a draft all the same', async () => {
  const world = new World();
  const tab = world.tab();
  tab.drafts.rows.set('draft/long-gone', 'half a thought');
  const page = tab.load();
  await page.chat.recover();
  await world.clock.advance(1_000);
  assert.deepEqual(
    [page.state.view.drafts, [...tab.drafts.rows]],
    [{ '': 'half a thought' }, [['draft/', 'half a thought']]],
  );
});

test('sound and notifications are kept over a reload and shared by tabs', async () => {
  const world = new World();
  const page = world.page();
  page.perform('chat-mute-request', { muted: true });
  page.perform('chat-notify-request', { notify: true });
  await world.clock.advance(100);
  const other = world.page();
  await other.chat.recover();
  assert.deepEqual([other.state.view.muted, other.state.view.notify], [true, true]);
});

test('what is chosen in one tab counts in the open others at once, also where the store can not be written', async () => {
  for (const fault of ['ok', 'reject'] as const) {
    const world = new World();
    const [page, other] = [world.page(), world.page()];
    await other.chat.recover();
    other.perform('chat-mute-request', { muted: false });
    await world.clock.advance(100);
    world.disk.fault = () => fault;
    page.perform('chat-mute-request', { muted: true });
    await world.clock.advance(100);
    assert.deepEqual([page.state.view.muted, other.state.view.muted], [true, true], fault);
  }
});

test('what was chosen on this page is newer than what is stored', async () => {
  const world = new World();
  world.disk.rows.set('settings', '{"muted":true,"notify":true}');
  world.disk.fault = () => 50;
  const page = world.page();
  const restored = page.chat.recover();
  page.perform('chat-mute-request', { muted: false });
  await world.clock.advance(1_000);
  await restored;
  assert.equal(page.state.view.muted, false);
});

test('the window opens and closes without touching anything else', async () => {
  const world = new World();
  const page = world.page();
  page.perform('chat-open-request');
  assert.equal(page.state.view.open, true);
  page.perform('chat-minimize-request');
  assert.equal(page.state.view.open, false);
  await world.clock.advance(1_000);
  assert.equal(world.network.opens, 0);
});
