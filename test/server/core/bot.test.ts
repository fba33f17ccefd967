import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { loadBot } from '../../../demo/server/bot-file.js';
import type { BotSettings } from '../../../demo/server/core/bot.js';
import { World } from './world.js';

const bot: BotSettings = {
  name: 'Ada',
  greeting: ['Hello!'],
  rules: [
    { when: ['opening hours', 'open'], say: 'From 9 to 17.' },
    { when: ['person'], say: 'One moment.', handOver: true },
    { when: /^order \d+$/gi, say: 'It is on its way.' },
  ],
  fallback: 'Pardon?',
  patience: 2,
  handOver: 'I get somebody.',
};

const said = async (world: World, conversation: string): Promise<string[]> => {
  await world.clock.advance(0);
  return world.log(conversation);
};

describe('the bot', () => {
  test('greets instead of the queue, answers by rule, and hands over when asked', async () => {
    const world = await World.open({ bot });
    const ann = await world.desk('ann');
    const { tab, opened, conversation } = await world.visitor();
    assert.equal(opened.registers.phase, 'active');
    assert.deepEqual(
      opened.registers.people.map(({ id, role, name }) => [id === opened.me ? 'me' : id, role, name]),
      [
        ['me', 'visitor', undefined],
        ['bot', 'bot', 'Ada'],
      ],
    );
    await tab.say(conversation, 'When are you OPEN?', 'open-ended?', 'Order 66');
    await world.clock.advance(0);
    await tab.say(conversation, 'a Person, please');
    assert.deepEqual(await said(world, conversation), [
      'join visitor',
      'join bot',
      'bot: Hello!',
      'visitor: When are you OPEN?',
      'visitor: open-ended?',
      'visitor: Order 66',
      'bot: From 9 to 17.',
      'bot: From 9 to 17.',
      'bot: It is on its way.',
      'visitor: a Person, please',
      'bot: One moment.',
      'transfer bot queue',
      'leave bot transferred',
      'status queued',
    ]);
    assert.equal(await world.offeredTo(conversation), 'ann');
    await ann.accept(conversation);
    await tab.say(conversation, 'open?');
    assert.equal((await said(world, conversation)).at(-1), 'visitor: open?');
    await world.close();
  });

  test('without an answer it says so once, and then gets somebody', async () => {
    const world = await World.open({ bot });
    const { tab, conversation } = await world.visitor();
    await tab.say(conversation, 'blue?');
    await world.clock.advance(0);
    await tab.say(conversation, 'mug?');
    assert.deepEqual((await said(world, conversation)).slice(3), [
      'visitor: blue?',
      'bot: Pardon?',
      'visitor: mug?',
      'bot: I get somebody.',
      'transfer bot queue',
      'leave bot transferred',
      'status queued',
    ]);
    await world.close();
  });

  test('a restart neither loses an answer nor repeats one', async () => {
    const world = await World.open({ bot });
    const { tab, conversation } = await world.visitor();
    await tab.say(conversation, 'open?');
    await world.clock.advance(0);
    // Stored, and the server is killed before the bot has had its turn.
    const { service } = world;
    service.stop();
    await tab.say(conversation, 'order 5');
    await world.restart();
    await world.restart();
    assert.deepEqual((await said(world, conversation)).slice(3), [
      'visitor: open?',
      'bot: From 9 to 17.',
      'visitor: order 5',
      'bot: It is on its way.',
    ]);
    await world.close();
  });

  test('a supervisor takes a conversation from it, and then it is quiet', async () => {
    const world = await World.open({ bot });
    const { tab, conversation } = await world.visitor();
    const boss = await world.desk('boss', { role: 'supervisor' });
    assert.equal((await boss.shows()).others[0]?.agent, undefined);
    await boss.transfer(conversation, 'boss');
    await tab.say(conversation, 'open?');
    assert.deepEqual((await said(world, conversation)).slice(3), [
      'transfer boss boss',
      'leave bot transferred',
      'join boss',
      'visitor: open?',
    ]);
    await world.close();
  });

  test('taken out of the configuration it hands over what it has', async () => {
    const world = await World.open({ bot });
    const { conversation } = await world.visitor();
    const later = await World.open({}, world.store, world.clock);
    world.service.stop();
    assert.equal((await said(later, conversation)).at(-1), 'status queued');
    await later.close();
  });

  test('its file is checked, and what is wrong is named', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-bot-'));
    const file = path.join(folder, 'bot.json');
    const write = (data: unknown): void => writeFileSync(file, JSON.stringify(data));
    write({ name: 'Ada', rules: [{ when: ['a'], say: 'b' }], fallback: 'c' });
    assert.deepEqual(loadBot(file), {
      name: 'Ada',
      greeting: [],
      rules: [{ when: ['a'], say: 'b' }],
      fallback: 'c',
      patience: 2,
    });
    write({ name: 'Ada', rules: [{ when: [] }], fallback: 'c' });
    assert.throws(() => loadBot(file), /bot\.json: rules\.0\.when is not valid/);
    writeFileSync(file, '{');
    assert.throws(() => loadBot(file), /can't be read as JSON/);
    rmSync(folder, { recursive: true });
  });
});
