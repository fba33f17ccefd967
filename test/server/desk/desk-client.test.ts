import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kept, listed, unread, unreadTotal } from '../../../demo/agent/model/state.js';
import { conversationOf, counting, office, outcome, readTexts, type Office } from './fixtures.js';

async function atWork(): Promise<Office> {
  const desk = office();
  desk.client.start();
  await desk.clock.pass(10);
  return desk;
}

async function withConversation(id = 'c'): Promise<Office> {
  const desk = await atWork();
  desk.server.waits(id);
  await desk.clock.pass(10);
  await outcome(desk, desk.client.accept(id));
  await desk.clock.pass(10);
  desk.facts.length = 0;
  return desk;
}

const requests = ({ server }: Office, event: string): unknown[] =>
  server.log.filter((one) => one.event === event).map(({ data }) => data);

describe('desk: signing in and out', () => {
  it('is signed out when the server refuses the handshake', async () => {
    const desk = office();
    desk.server.refuses = 'not-allowed';
    desk.client.start();
    await desk.clock.pass(10);
    assert.deepEqual(desk.client.store.value.session, { status: 'signed-out' });
    await desk.clock.pass(60_000);
    assert.equal(desk.client.store.value.connection.status, 'idle');
  });

  it('connects after signing in, and keeps what was written when a session expires', async () => {
    const desk = await withConversation();
    desk.client.draft('c', 'half a sen');
    desk.server.refuses = 'not-allowed';
    desk.server.kill();
    await desk.clock.pass(1000);
    assert.deepEqual(desk.client.store.value.session, { status: 'signed-out', because: 'expired' });
    desk.server.refuses = undefined;
    desk.client.signedIn();
    await desk.clock.pass(100);
    assert.equal(desk.client.store.value.session.status, 'signed-in');
    assert.equal(conversationOf(desk, 'c').draft, 'half a sen');
  });

  it('forgets everything at sign-out', async () => {
    const desk = await withConversation();
    desk.client.draft('c', 'secret');
    await desk.client.signOut(() => Promise.resolve(true));
    assert.equal(desk.client.store.value.desk, undefined);
    assert.equal(desk.client.store.value.conversations.size, 0);
    assert.equal(desk.vault.read('live-chat-desk'), undefined);
  });

  it('stays signed in when the server did not hear of the sign-out', async () => {
    const desk = await withConversation();
    await desk.client.signOut(() => Promise.resolve(false));
    assert.equal(desk.client.store.value.session.status, 'signed-in');
    assert.ok(desk.facts.some((fact) => fact.type === 'failed' && fact.action === 'sign-out'));
  });

  it('says when the page is too old for the server', async () => {
    const desk = office();
    desk.server.refuses = 'unsupported-version';
    desk.client.start();
    await desk.clock.pass(10);
    assert.equal(desk.client.store.value.session.status, 'outdated');
  });
});

describe('desk: who waits', () => {
  it('tells a new visitor once, and an offer to this agent as such', async () => {
    const desk = await atWork();
    desk.server.waits('a');
    await desk.clock.pass(10);
    desk.server.waits('b', { agent: 'ann', until: desk.clock.now() + 30_000 });
    await desk.clock.pass(10);
    assert.deepEqual(
      desk.facts.map((fact) => [fact.type, 'conversation' in fact ? fact.conversation : '']),
      [
        ['waiting', 'a'],
        ['offered', 'b'],
      ],
    );
  });

  it('is silent about those who waited before the desk was opened, but not about an offer', async () => {
    const desk = office();
    desk.server.waits('a');
    desk.server.waits('b', { agent: 'ann', until: 1 });
    desk.client.start();
    await desk.clock.pass(10);
    assert.deepEqual(
      desk.facts.map(({ type }) => type),
      ['offered'],
    );
  });

  it('accepts, shows and loads a conversation', async () => {
    const desk = await withConversation();
    assert.equal(desk.client.store.value.current, 'c');
    assert.equal(conversationOf(desk, 'c').place, 'mine');
    assert.equal(conversationOf(desk, 'c').load, 'ready');
  });

  it('says who was faster', async () => {
    const desk = await atWork();
    desk.server.waits('c');
    await desk.clock.pass(10);
    desk.server.give('c', 'ben');
    const accepted = desk.client.accept('c');
    await desk.clock.pass(10);
    assert.equal(await accepted, false);
    const failed = desk.facts.find((fact) => fact.type === 'failed');
    assert.deepEqual([failed?.action, failed?.code, failed?.by], ['accept', 'taken', 'Ben']);
  });

  it('does not ask the server for what an agent may not read yet', async () => {
    const desk = await atWork();
    desk.server.waits('c');
    await desk.clock.pass(10);
    desk.client.select('c');
    await desk.clock.pass(10);
    assert.equal(requests(desk, 'open').length, 0);
  });

  it('does not ask twice while it is busy', async () => {
    const desk = await atWork();
    desk.server.waits('c');
    desk.server.weather = { fraction: () => 0.5, loss: 0, delay: 100, death: 0 };
    await desk.clock.pass(100);
    const both = [desk.client.accept('c'), desk.client.accept('c')];
    await desk.clock.pass(500);
    assert.deepEqual(await Promise.all(both), [true, false]);
    assert.equal(requests(desk, 'accept').length, 1);
  });
});

describe('desk: a conversation', () => {
  it('shows what both sides write, once and in order', async () => {
    const desk = await withConversation();
    desk.server.says('c', 'hello');
    await desk.clock.pass(10);
    desk.client.send('c', 'hi');
    assert.deepEqual(readTexts(conversationOf(desk, 'c')), ['hello', 'hi']);
    await desk.clock.pass(10);
    assert.deepEqual(readTexts(conversationOf(desk, 'c')), ['hello', 'hi']);
    assert.deepEqual(conversationOf(desk, 'c').pending, []);
  });

  it('counts what was not seen, marks what was, and tells every new message', async () => {
    const desk = await withConversation();
    desk.server.says('c', 'one');
    desk.server.says('c', 'two');
    await desk.clock.pass(10);
    assert.equal(unread(conversationOf(desk, 'c'), 'ann'), 2);
    assert.equal(unreadTotal(desk.client.store.value), 2);
    assert.deepEqual(
      desk.facts.map(({ type }) => type),
      ['message', 'message'],
    );
    desk.client.saw('c', 2);
    await desk.clock.pass(1000);
    assert.equal(unread(conversationOf(desk, 'c'), 'ann'), 0);
    assert.deepEqual(desk.server.registers('c').marks['ann'], { delivered: 2, seen: 2 });
  });

  it('does not tell history as news', async () => {
    const desk = await atWork();
    desk.server.waits('c');
    desk.server.says('c', 'long ago');
    await desk.clock.pass(10);
    desk.facts.length = 0;
    await outcome(desk, desk.client.accept('c'));
    await desk.clock.pass(10);
    assert.deepEqual(desk.facts, []);
    assert.deepEqual(readTexts(conversationOf(desk, 'c')), ['long ago']);
  });

  it('shows what the visitor types, until it is sent or too old', async () => {
    const desk = await withConversation();
    const typing = { conversation: 'c', person: 'visitor-person', typing: true, preview: 'I wou' };
    desk.server.push('typing', typing);
    await desk.clock.pass(10);
    assert.deepEqual(conversationOf(desk, 'c').typing, { text: 'I wou' });
    desk.server.says('c', 'I would');
    await desk.clock.pass(10);
    assert.equal(conversationOf(desk, 'c').typing, undefined);
    desk.server.push('typing', typing);
    await desk.clock.pass(10_000);
    assert.equal(conversationOf(desk, 'c').typing, undefined);
  });

  it('tells the visitor about typing, not too often, and that it stopped', async () => {
    const desk = await withConversation();
    for (let step = 0; step < 30; step += 1) {
      desk.client.draft('c', 'x'.repeat(step + 1));
      await desk.clock.pass(100);
    }
    await desk.clock.pass(10_000);
    const sent = requests(desk, 'typing').map((data) => (data as { typing: boolean }).typing);
    assert.deepEqual(sent, [true, true, false]);
  });

  it('keeps a draft for each conversation, over a reload too', async () => {
    const desk = await withConversation();
    desk.client.draft('c', 'for c');
    const again = office({ clock: desk.clock, server: desk.server, vault: desk.vault, chance: counting('again') });
    desk.server.kill();
    again.client.start();
    await desk.clock.pass(100);
    assert.equal(conversationOf(again, 'c').draft, 'for c');
  });

  it('sends after a reload what had not left before, under the same id', async () => {
    const desk = await withConversation();
    desk.server.up = false;
    desk.server.kill();
    desk.client.send('c', 'written offline');
    await desk.clock.pass(100);
    const again = office({ clock: desk.clock, server: desk.server, vault: desk.vault, chance: counting('again') });
    desk.server.up = true;
    again.client.start();
    await desk.clock.pass(100);
    assert.deepEqual(desk.server.texts('c'), ['written offline']);
    assert.deepEqual(readTexts(conversationOf(again, 'c')), ['written offline']);
  });

  it('refuses what can never be sent, and keeps to the limit', async () => {
    const desk = await withConversation();
    assert.equal(desk.client.send('c', '   \n'), false);
    assert.equal(desk.client.send('c', 'x'.repeat(4001)), false);
    assert.equal(desk.client.send('nowhere', 'x'), false);
    assert.equal(desk.client.send('c', 'x'.repeat(4000)), true);
  });

  it('keeps a refused message on screen until it is tried again or removed', async () => {
    const desk = await withConversation();
    desk.server.answersSend = { ok: false, error: { code: 'too-large' } };
    desk.client.send('c', 'odd');
    await desk.clock.pass(100);
    const [message] = conversationOf(desk, 'c').pending;
    assert.deepEqual([message?.status, message?.code], ['refused', 'too-large']);
    desk.server.answersSend = undefined;
    desk.client.retry('c', message?.id ?? '');
    await desk.clock.pass(100);
    assert.deepEqual(desk.server.texts('c'), ['odd']);
  });

  it('finds the one bad message of a batch that is refused as a whole', async () => {
    const desk = await withConversation();
    desk.server.answersSend = { ok: false, error: { code: 'unavailable', retryAfter: 5000 } };
    for (const text of ['a', 'b', 'c']) desk.client.send('c', text);
    await desk.clock.pass(100);
    desk.server.answersSend = { ok: false, error: { code: 'bad-request' } };
    await desk.clock.pass(6000);
    const { pending } = conversationOf(desk, 'c');
    assert.ok(pending.every(({ status }) => status === 'refused'));
    const sizes = requests(desk, 'send').map((data) => (data as { items: unknown[] }).items.length);
    assert.ok(sizes.slice(-3).every((size) => size === 1));
  });

  it('waits when the server is too busy, and then sends', async () => {
    const desk = await withConversation();
    desk.server.answersSend = { ok: false, error: { code: 'rate-limited', retryAfter: 3000 } };
    desk.client.send('c', 'patient');
    await desk.clock.pass(2900);
    assert.equal(requests(desk, 'send').length, 1);
    desk.server.answersSend = undefined;
    await desk.clock.pass(300);
    assert.deepEqual(desk.server.texts('c'), ['patient']);
  });

  it('sends what was written before it ends', async () => {
    const desk = await withConversation();
    desk.client.send('c', 'goodbye');
    const ended = desk.client.end('c');
    await desk.clock.pass(100);
    assert.equal(await ended, true);
    assert.deepEqual(desk.server.texts('c'), ['goodbye']);
  });

  it('keeps a conversation that is over on screen, until it is closed', async () => {
    const desk = await withConversation();
    desk.server.says('c', 'bye');
    desk.server.ends('c');
    await desk.clock.pass(100);
    assert.equal(conversationOf(desk, 'c').place, 'ended');
    const ended = desk.facts.find((fact) => fact.type === 'ended');
    assert.equal(ended?.by, 'visitor');
    assert.equal(kept(desk.client.store.value).length, 1);
    desk.client.close('c');
    assert.equal(kept(desk.client.store.value).length, 0);
  });

  it('says when a conversation was taken away, and gives back what was not sent', async () => {
    const desk = await withConversation();
    desk.server.give('c', 'ben');
    await desk.clock.pass(2000);
    assert.equal(conversationOf(desk, 'c').place, 'elsewhere');
    assert.ok(desk.facts.some((fact) => fact.type === 'gone'));
  });

  it('lets one that was taken away go when nobody looks at it, but not what was written for it', async () => {
    const desk = await withConversation('c');
    for (const id of ['d', 'e']) {
      desk.server.waits(id);
      await desk.clock.pass(10);
      await outcome(desk, desk.client.accept(id));
    }
    desk.client.draft('d', 'unsent');
    for (const id of ['c', 'd']) desk.server.give(id, 'ben');
    await desk.clock.pass(2000);
    assert.equal(desk.client.store.value.conversations.has('c'), false);
    assert.equal(conversationOf(desk, 'd').place, 'elsewhere');
    assert.equal(desk.facts.filter((fact) => fact.type === 'gone').length, 2);
  });

  it('learns that a conversation ended while the connection was lost', async () => {
    const desk = await withConversation();
    desk.server.up = false;
    desk.server.kill();
    desk.server.says('c', 'I have to go');
    desk.server.ends('c');
    desk.server.up = true;
    await desk.clock.pass(15_000);
    assert.equal(conversationOf(desk, 'c').place, 'ended');
    assert.deepEqual(readTexts(conversationOf(desk, 'c')), ['I have to go']);
    assert.equal(conversationOf(desk, 'c').registers.phase, 'ended');
    assert.ok(desk.facts.some((fact) => fact.type === 'ended' && fact.by === 'visitor'));
    assert.ok(desk.facts.every((fact) => fact.type !== 'gone'));
  });

  it('holds messages back while the conversation is in the queue again, and sends them when it comes back', async () => {
    const desk = await withConversation();
    desk.server.up = false;
    desk.server.kill();
    desk.client.send('c', 'later');
    desk.server.give('c', undefined);
    desk.server.up = true;
    await desk.clock.pass(15_000);
    assert.equal(conversationOf(desk, 'c').place, 'queue');
    assert.deepEqual(
      conversationOf(desk, 'c').pending.map(({ status }) => status),
      ['queued'],
    );
    await outcome(desk, desk.client.accept('c'));
    await desk.clock.pass(100);
    assert.deepEqual(desk.server.texts('c'), ['later']);
  });

  it('says when a colleague hands one over', async () => {
    const desk = await atWork();
    desk.server.waits('c');
    await desk.clock.pass(10);
    desk.server.give('c', 'ann');
    await desk.clock.pass(10);
    assert.ok(desk.facts.some((fact) => fact.type === 'handed'));
    assert.equal(conversationOf(desk, 'c').load, 'ready');
  });

  it('loads older pages until there are no more', async () => {
    const desk = await atWork();
    desk.server.waits('c');
    for (let number = 1; number <= 25; number += 1) desk.server.says('c', String(number));
    await outcome(desk, desk.client.accept('c'));
    await desk.clock.pass(10);
    assert.equal(readTexts(conversationOf(desk, 'c')).length, 10);
    for (let page = 0; page < 5; page += 1) {
      void desk.client.older('c');
      await desk.clock.pass(10);
    }
    assert.equal(conversationOf(desk, 'c').log.older, false);
    assert.deepEqual(readTexts(conversationOf(desk, 'c')), desk.server.texts('c'));
  });

  it('orders its lists as the server does', async () => {
    const desk = await atWork();
    for (const id of ['a', 'b', 'c']) desk.server.waits(id);
    await desk.clock.pass(10);
    assert.deepEqual(
      listed(desk.client.store.value, 'queue').map(({ id }) => id),
      ['a', 'b', 'c'],
    );
  });
});

describe('desk: writing again', () => {
  it('begins a conversation, shows it, and makes no news of it', async () => {
    const desk = await withConversation();
    desk.server.ends('c');
    await desk.clock.pass(10);
    desk.facts.length = 0;
    assert.equal(await outcome(desk, desk.client.begin('c', 'k1', 'It has come\0')), true);
    assert.deepEqual(requests(desk, 'begin'), [{ conversation: 'c', key: 'k1', text: 'It has come' }]);
    assert.equal(desk.client.store.value.current, 'begun-k1');
    await desk.clock.pass(10);
    assert.deepEqual(
      desk.facts.filter(({ type }) => type === 'handed'),
      [],
    );
  });

  it('says when that failed, and stays where it is', async () => {
    const desk = await withConversation();
    desk.server.kill();
    assert.equal(await outcome(desk, desk.client.begin('c', 'k1', 'It has come')), false);
    assert.equal(desk.client.store.value.current, 'c');
    assert.deepEqual(
      desk.facts.flatMap((fact) => (fact.type === 'failed' ? [fact.action] : [])),
      ['begin'],
    );
  });
});

describe('desk: bad frames from the server', () => {
  it('goes on after every one of them', async () => {
    const desk = await withConversation();
    for (const event of ['desk', 'entry', 'registers', 'typing', 'beat', 'welcome', 'revoked', 'nonsense']) {
      for (const data of [
        undefined,
        null,
        1,
        'x',
        [],
        {},
        { conversation: 'c' },
        { conversation: 'c', entry: { seq: -1 } },
        { conversation: '\0' },
      ]) {
        desk.server.push(event, data);
      }
    }
    await desk.clock.pass(1000);
    desk.server.says('c', 'still here');
    await desk.clock.pass(1000);
    assert.deepEqual(readTexts(conversationOf(desk, 'c')), ['still here']);
  });

  it('keeps the place of an entry of a later version', async () => {
    const desk = await withConversation();
    desk.server.push('entry', { conversation: 'c', entry: { type: 'hologram', seq: 1, prev: 0, at: 1 } });
    await desk.clock.pass(10);
    assert.equal(conversationOf(desk, 'c').log.last, 1);
  });
});
