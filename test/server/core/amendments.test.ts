import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { streamed } from '../../../src/protocol/index.js';
import type { BotSettings } from '../../../demo/server/core/bot.js';
import { World } from './world.js';

async function begun() {
  const world = await World.open();
  const { tab, conversation } = await world.visitor();
  const ann = await world.desk('ann');
  await ann.accept(conversation);
  const send = async (item: object) => (await ann.send(conversation, [{ id: world.id(), ...item }]))[0];
  const said = async (text: string) => (await send({ type: 'message', text }))?.seq ?? 0;
  const pulled = async (seq: number): Promise<any> => {
    const { entries } = await world.service.visitors.pull(tab.connection, { conversation, after: seq - 1, limit: 1 });
    return entries[0];
  };
  return { world, tab, ann, conversation, send, said, pulled };
}

describe('messages that are changed after they were sent', () => {
  test('say what they say now to whoever reads them later, and an entry tells those who have them', async () => {
    const { world, conversation, send, said, pulled } = await begun();
    const of = await said('Tusday');
    assert.equal((await send({ type: 'edit', of, text: 'Tuesday' }))?.status, 'stored');
    const { text, amended, seq } = await pulled(of);
    assert.deepEqual([seq, text, amended], [of, 'Tuesday', 'edited']);
    assert.equal((await world.log(conversation)).at(-1), `edit ${of}: Tuesday`);
    await world.close();
  });

  test('leave nothing of what was taken back, neither in the message nor in its corrections', async () => {
    const { world, conversation, send, said, pulled } = await begun();
    const of = await said('secret');
    await send({ type: 'edit', of, text: 'secret, corrected' });
    assert.equal((await send({ type: 'retract', of }))?.status, 'stored');
    const { text, amended } = await pulled(of);
    assert.deepEqual([text, amended], ['', 'retracted']);
    assert.doesNotMatch((await world.log(conversation)).join('\n'), /secret/);
    await world.close();
  });

  test('are changed once however often it is sent, and only by who wrote them', async () => {
    const { world, tab, conversation, send, said } = await begun();
    const of = await said('mine');
    assert.equal((await send({ id: 'e-1', type: 'edit', of, text: 'mine!' }))?.status, 'stored');
    assert.equal((await send({ id: 'e-1', type: 'edit', of, text: 'mine!' }))?.status, 'duplicate');
    const [foreign] = await tab.send(conversation, [{ id: 'x', type: 'edit', of, text: 'yours' }]);
    assert.deepEqual([foreign?.status, foreign?.code], ['refused', 'unknown-message']);
    assert.equal((await send({ type: 'edit', of: of + 50, text: 'x' }))?.code, 'unknown-message');
    assert.equal((await send({ type: 'edit', of: 1, text: 'x' }))?.code, 'unknown-message', 'no message');
    assert.equal((await send({ type: 'edit', of, text: ' ' }))?.code, 'empty');
    await send({ type: 'retract', of });
    assert.equal((await send({ type: 'edit', of, text: 'back' }))?.code, 'unknown-message', 'taken back');
    await world.close();
  });
});

describe('a bot that streams', () => {
  const bot: BotSettings = {
    name: 'Ada',
    greeting: [],
    rules: [{ when: ['tell'], say: 'one two three four five' }],
    fallback: 'Pardon?',
    patience: 9,
    streams: 10,
  };
  const streams = (heard: readonly any[]) =>
    heard.flatMap(({ event, payload }) => (event === 'typing' && payload.stream ? [payload.stream] : []));

  test('shows its text as it grows, and then has the whole as one message in the same place', async () => {
    const world = await World.open({ bot });
    const { tab, conversation } = await world.visitor();
    await tab.say(conversation, 'tell me');
    await world.clock.advance(100);
    assert.equal((await world.log(conversation)).at(-1), 'stream bot');
    await world.clock.advance(1_000);
    const pieces = streams(tab.heard);
    assert.ok(pieces.length > 2, 'piece by piece');
    assert.ok(pieces.every((piece) => v.is(streamed, piece)));
    let text = '';
    for (const piece of pieces) {
      assert.ok(piece.offset <= text.length, 'nothing is left out');
      text = text.slice(0, piece.offset) + piece.text;
    }
    assert.equal(text, 'one two three four five');
    const log = await world.log(conversation);
    const { of } = pieces[0]!;
    assert.deepEqual(log.slice(-2), ['bot: one two three four five', `edit ${of} complete: one two three four five`]);
    await world.close();
  });

  test('completes what it says when the conversation ends meanwhile, and says nothing after the end', async () => {
    const world = await World.open({ bot });
    const { tab, conversation } = await world.visitor();
    await tab.say(conversation, 'tell me');
    await world.clock.advance(100);
    await tab.send(conversation, [{ id: 'end', type: 'end' }]);
    await world.clock.advance(2_000);
    const log = await world.log(conversation);
    assert.ok(log.includes('bot: one two three four five'));
    assert.match(log.at(-1) ?? '', /^end/);
    await world.close();
  });

  test('hears what is said while it writes, and answers it afterwards', async () => {
    const world = await World.open({ bot });
    const { tab, conversation } = await world.visitor();
    await tab.say(conversation, 'tell me', 'and more');
    await world.clock.advance(3_000);
    const said = (await world.log(conversation)).filter((line) => line.startsWith('bot: '));
    assert.deepEqual(said, ['bot: one two three four five', 'bot: Pardon?']);
    await world.close();
  });
});
