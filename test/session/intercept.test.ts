import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BeforeMap } from '../../src/session/before.js';
import { watch } from '../helpers/outcome.js';
import { World, type Page } from '../helpers/visitor.js';

/** Prevents one kind of thing and lets all others be. */
const prevent = (page: Page, type: keyof BeforeMap) => page.chat.intercept((asked) => asked !== type);

test('a prevented start begins nothing, by verb, by form and by composer', async () => {
  const world = new World();
  const page = world.page();
  prevent(page, 'chat-before-start');
  const started = watch(page.chat.startChat());
  page.perform('chat-start-request', {});
  page.say('hello');
  await world.clock.advance(1_000);
  assert.deepEqual(
    [started.is, page.state.current, world.network.opens, world.disk.rows.size],
    ['prevented', undefined, 0, 0],
  );
  assert.deepEqual([page.state.view.drafts[''], page.reports], ['hello', []], 'and what was typed stays');
});

test('a prevented text is not sent, by verb and by composer, and stays in the composer', async () => {
  const world = new World();
  const page = await world.page().started();
  prevent(page, 'chat-before-send');
  const sent = watch(page.chat.sendMessage({ message: 'hello' }));
  page.say('typed');
  await world.clock.advance(1_000);
  assert.deepEqual([sent.is, page.texts, page.state.view.drafts[page.current.key]], ['prevented', [], 'typed']);
});

test('a first text that is prevented does not begin a conversation, either', async () => {
  const world = new World();
  const page = world.page();
  prevent(page, 'chat-before-send');
  page.say('hello');
  await world.clock.advance(1_000);
  assert.deepEqual([page.state.current, world.server.rooms.size], [undefined, 0]);
});

test('a prevented end ends nothing', async () => {
  const world = new World();
  const page = await world.page().started();
  prevent(page, 'chat-before-end');
  const ended = watch(page.chat.endChat());
  page.perform('chat-end-request');
  await world.clock.advance(1_000);
  assert.deepEqual([ended.is, page.current.phase], ['prevented', 'queued']);
});

test('a text can be changed on every path, and what comes out is checked', async () => {
  const world = new World();
  const page = await world.page().started();
  page.chat.intercept((type, detail) => {
    if (type === 'chat-before-send')
      (detail as BeforeMap['chat-before-send']).text = `${(detail as BeforeMap['chat-before-send']).text}!`.replace(
        '4111',
        '****',
      );
    return true;
  });
  page.say('card 4111');
  const sent = watch(page.chat.sendMessage({ message: 'hi' }));
  const long = watch(page.chat.sendMessage({ message: 'x'.repeat(4_000) }));
  await world.clock.advance(1_000);
  assert.deepEqual([page.texts, sent.is, long.is], [['card ****!', 'hi!'], 'resolved', 'too-long']);
  assert.deepEqual(page.state.view.drafts, {}, 'a changed text was sent all the same');
});

test('a text that becomes empty, or no text at all, is refused with a clear error', async () => {
  const world = new World();
  const page = await world.page().started();
  for (const [text, is] of [
    ['', 'empty'],
    [7, 'invalid'],
  ] as const) {
    const undo = page.chat.intercept((type, detail) => {
      if (type === 'chat-before-send') (detail as { text: unknown }).text = text;
      return true;
    });
    const sent = watch(page.chat.sendMessage({ message: 'hello' }));
    await world.clock.advance(100);
    assert.equal(sent.is, is);
    undo();
  }
});

test('profile and data of a start can be changed, and are checked', async () => {
  const world = new World();
  const page = world.page();
  const undo = page.chat.intercept((type, detail) => {
    if (type === 'chat-before-start')
      Object.assign(detail, { profile: { nickname: 'Page' }, userData: { from: 'page' } });
    return true;
  });
  page.say('hello');
  await world.clock.advance(1_000);
  const { profile, userData } = world.server.asked[0]?.request as { profile: unknown; userData: unknown };
  assert.deepEqual([profile, userData], [{ nickname: 'Page' }, { from: 'page' }]);
  undo();
  world.server.room.end();
  await world.clock.advance(1_000);
  page.chat.intercept((_type, detail) => (Object.assign(detail, { profile: { nickname: 7 } }), true));
  const started = watch(page.chat.startChat());
  await world.clock.advance(100);
  assert.equal(started.is, 'invalid');
});

test('a listener that throws is reported, and is no veto', async () => {
  const world = new World();
  const page = await world.page().started();
  page.chat.intercept(() => {
    throw new Error('oops');
  });
  const sent = watch(page.chat.sendMessage({ message: 'hello' }));
  await world.clock.advance(1_000);
  assert.equal(sent.is, 'resolved');
  assert.match(String(page.reports[0]), /oops/);
});

test('an undone listener is not asked any more', async () => {
  const world = new World();
  const page = await world.page().started();
  prevent(page, 'chat-before-send')();
  page.say('hello');
  await world.clock.advance(500);
  assert.deepEqual(page.texts, ['hello']);
});
