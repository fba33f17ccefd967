import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Rig } from './harness.js';

describe('a conversation over sockets', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.open({ heartbeatMs: 200 });
  });
  afterEach(() => rig.close());

  test('both sides see the same log in the same order', async () => {
    const { visitor, agent, conversation } = await rig.pair();
    const texts = Array.from({ length: 40 }, (_, index) => String(index));
    await Promise.all([
      (async () => {
        for (const text of texts) await visitor.say(conversation, `v${text}`);
      })(),
      (async () => {
        for (const text of texts) await agent.say(conversation, `a${text}`);
      })(),
    ]);
    const head = 3 + 2 * texts.length;
    await visitor.until((event, payload) => event === 'entry' && payload.entry.seq === head);
    await agent.until((event, payload) => event === 'entry' && payload.entry.seq === head);
    const shown = (heard: typeof visitor.heard): string[] =>
      heard.flatMap(({ event, payload }) =>
        event === 'entry' && payload.entry.type === 'message' ? [payload.entry.text] : [],
      );
    const { entries } = await visitor.get('pull', { conversation, after: 3 });
    const log = entries.map(({ text }: { text: string }) => text);
    assert.deepEqual(shown(visitor.heard), log);
    assert.deepEqual(shown(agent.heard), log);
    for (const side of ['v', 'a']) {
      assert.deepEqual(
        log.filter((text: string) => text.startsWith(side)),
        texts.map((text) => side + text),
      );
    }
  });

  test('the acknowledgement comes before the sender’s own echo', async () => {
    const { visitor, conversation } = await rig.pair();
    const order: string[] = [];
    visitor.socket.on('entry', ({ entry }) => entry.clientId === 'x' && order.push('echo'));
    const acknowledged = new Promise<void>((resolve) => {
      visitor.socket.emit('send', { conversation, items: [{ id: 'x', type: 'message', text: 'hi' }] }, () => {
        order.push('answer');
        resolve();
      });
    });
    await acknowledged;
    await visitor.until((event, payload) => event === 'entry' && payload.entry.clientId === 'x');
    assert.deepEqual(order, ['answer', 'echo']);
  });

  test('batches sent one after the other without waiting are stored in that order', async () => {
    const { visitor, conversation } = await rig.pair();
    const results = await Promise.all(Array.from({ length: 20 }, (_, index) => visitor.say(conversation, `m${index}`)));
    const seqs = results.map(([result]) => result?.seq);
    assert.deepEqual(
      seqs,
      [...seqs].sort((a, b) => (a ?? 0) - (b ?? 0)),
    );
  });

  test('after a cut, a resume and a pull bring exactly what was missed', async () => {
    const { visitor, agent, opened, conversation } = await rig.pair();
    await visitor.say(conversation, 'before');
    const gone = visitor.gone();
    assert.equal(rig.chat.kick('visitors'), 1);
    await gone;
    await agent.say(conversation, ...Array.from({ length: 30 }, (_, index) => `missed ${index}`));
    const back = await rig.visitor();
    const again = await back.get('resume', { conversation, credential: opened.credential, after: 4 });
    assert.equal(again.page.entries[0].seq, 5);
    assert.equal(again.page.entries.length, 30);
    assert.equal(again.registers.head, 34);
    await agent.say(conversation, 'live');
    const { entry } = await back.next('entry');
    assert.deepEqual([entry.seq, entry.prev, entry.text], [35, 34, 'live']);
  });

  test('all tabs of a visitor hear everything, and one that closes takes nothing from the others', async () => {
    const { visitor, opened, conversation } = await rig.pair();
    const second = await rig.visitor();
    await second.get('resume', { conversation, credential: opened.credential });
    await visitor.say(conversation, 'one');
    assert.equal((await second.next('entry')).entry.text, 'one');
    visitor.close();
    const [stored] = await second.say(conversation, 'two');
    assert.equal(stored?.status, 'stored');
    const { registers } = (await second.get('changes', { since: 0 })).conversations[0];
    assert.equal(registers.people[0].connected, true);
  });

  test('a handle of somebody else opens nothing', async () => {
    const one = await rig.visitor();
    const two = await rig.visitor();
    const mine = await one.start();
    const theirs = await two.start();
    assert.equal(
      await two.code('resume', { conversation: mine.conversation, credential: theirs.credential }),
      'unknown-conversation',
    );
    assert.equal(await two.code('pull', { conversation: mine.conversation }), 'unknown-conversation');
    assert.equal(await two.code('send', { conversation: mine.conversation, items: [{}] }), 'unknown-conversation');
    two.socket.emit('typing', { conversation: mine.conversation, typing: true, preview: 'forged' });
    await one.say(mine.conversation, 'mine');
    await one.next('beat');
    assert.ok(two.heard.every(({ payload }) => payload.conversation !== mine.conversation));
  });

  test('a stop takes nobody in any more, finishes what it began and keeps it', async () => {
    const { visitor, conversation } = await rig.pair();
    const sending = visitor.say(conversation, 'last words');
    const gone = visitor.gone();
    const [[stored]] = await Promise.all([sending, sending.then(() => rig.chat.close())]);
    assert.equal(stored?.status, 'stored');
    await gone;
    assert.equal((await fetch(`${rig.url}/health`)).status, 503);
    await rig.chat.close();
  });
});
