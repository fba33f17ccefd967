import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { World, refused } from './world.js';

const DAY = 86_400_000;
const KEY = 'k'.repeat(30);

describe('opening conversations', () => {
  let world: World;
  beforeEach(async () => {
    // A heart that beats seldom makes days go by quickly.
    world = await World.open({ heartbeatMs: DAY, startAgainMs: DAY });
  });
  afterEach(() => world.close());

  test('a start opens a queued conversation with its first entries, the visitor’s person id and a credential', async () => {
    const tab = world.tab();
    const opened = await tab.start(KEY, { profile: { firstname: 'Bo', lastname: 'Li' } });
    assert.equal(opened.registers.phase, 'queued');
    assert.deepEqual(opened.registers.queue, { position: 1 });
    assert.equal(opened.registers.version, opened.rev);
    assert.equal(opened.registers.head, 2);
    assert.deepEqual(opened.registers.people, [
      { id: opened.me, role: 'visitor', name: 'Bo Li', connected: true, joinedAt: world.clock.now() },
    ]);
    assert.deepEqual(opened.page.entries, [
      {
        seq: 1,
        prev: 0,
        at: world.clock.now(),
        type: 'join',
        from: { id: opened.me, role: 'visitor', name: 'Bo Li' },
      },
      { seq: 2, prev: 1, at: world.clock.now(), type: 'status', status: 'queued' },
    ]);
    assert.ok((opened.credential ?? '').length >= 22);
  });

  test('the same key opens the same conversation, with a credential of its own each time', async () => {
    const first = await world.tab().start(KEY);
    const second = await world.tab().start(KEY);
    assert.equal(second.conversation, first.conversation);
    assert.equal(second.me, first.me);
    assert.notEqual(second.credential, first.credential);
    for (const { credential } of [first, second]) await world.tab().resume(first.conversation, credential ?? '');
    assert.deepEqual(await world.log(first.conversation), ['join visitor', 'status queued']);
  });

  test('a key opens its conversation for as long as is set, also when that has ended, and nothing afterwards', async () => {
    const { tab, opened, conversation } = await world.visitor();
    const running = await world.tab().start(KEY);
    const over = await tab.start(`${KEY}2`);
    await tab.send(over.conversation, [{ id: 'e', type: 'end' }]);
    await world.clock.advance(DAY - 1);
    assert.equal((await world.tab().start(KEY)).conversation, running.conversation);
    assert.equal((await world.tab().start(`${KEY}2`)).conversation, over.conversation);
    const { credential } = await world.tab().start(KEY);
    await world.clock.advance(1);
    for (const key of [KEY, `${KEY}2`]) await refused(world.tab().start(key), 'unknown-conversation');
    // A credential is what opens it now.
    await world.tab().resume(running.conversation, credential ?? '');
    await world.tab().resume(conversation, opened.credential ?? '');
  });

  test('a visitor, and an address, can have only so many conversations running', async () => {
    await world.close();
    world = await World.open({ heartbeatMs: DAY, maxOpenPerVisitor: 2, maxOpenPerAddress: 4 });
    const tab = world.tab();
    const first = await tab.start(`${KEY}1`);
    await tab.start(`${KEY}2`);
    await assert.rejects(tab.start(`${KEY}3`), { code: 'rate-limited', details: { retryAfter: 30_000 } });
    // What is known is given again, and makes nothing.
    assert.equal((await tab.start(`${KEY}1`)).conversation, first.conversation);
    await tab.send(first.conversation, [{ id: 'e', type: 'end' }]);
    await tab.start(`${KEY}3`);
    // Others behind the same address, up to its own limit; an agent's are still running.
    await (await world.desk('ann')).accept((await world.tab().start(`${KEY}4`)).conversation);
    await world.tab().start(`${KEY}5`);
    await refused(world.tab().start(`${KEY}6`), 'rate-limited');
    await world.tab('10.0.0.2').start(`${KEY}6`);
  });

  test('two starts with one key at the same time open one conversation', async () => {
    const [one, two] = await Promise.all([world.tab().start(KEY), world.tab().start(KEY)]);
    assert.equal(one.conversation, two.conversation);
  });

  test('two starts at the same time on one connection belong to one visitor', async () => {
    const tab = world.tab();
    const [one, two] = await Promise.all([tab.start(KEY), tab.start(`${KEY}2`)]);
    const rows = await world.store.read(async (tx) => [
      await tx.conversation(one.conversation),
      await tx.conversation(two.conversation),
    ]);
    assert.equal(rows[0]?.visitor, rows[1]?.visitor);
  });

  test('a wrong credential, another conversation’s and an unknown conversation are answered alike', async () => {
    const one = await world.visitor();
    const two = await world.visitor();
    for (const [conversation, credential] of [
      [one.conversation, 'wrong'],
      [one.conversation, two.opened.credential ?? ''],
      ['nowhere', one.opened.credential ?? ''],
    ] as const) {
      const tab = world.tab();
      await assert.rejects(tab.resume(conversation, credential), {
        code: 'unknown-conversation',
        message: 'there is no such conversation, or the credential does not open it',
      });
      await refused(tab.say(one.conversation, 'hi'), 'unknown-conversation');
    }
  });

  test('neither keys nor credentials are in the store', async () => {
    const opened = await world.tab().start(KEY);
    const row = await world.store.read((tx) => tx.conversation(opened.conversation));
    assert.ok(!JSON.stringify(row).includes(KEY));
    assert.equal(await world.store.read((tx) => tx.credential(opened.credential ?? '')), undefined);
  });

  test('a resume gives what came after a place, or the newest page', async () => {
    const { tab, opened, conversation } = await world.visitor();
    await tab.say(conversation, 'a', 'b', 'c');
    const seqs = (page: { entries: readonly unknown[] }): unknown =>
      page.entries.map((entry) => (entry as { seq: number }).seq);
    const credential = opened.credential ?? '';
    assert.deepEqual(seqs((await world.tab().resume(conversation, credential, 2)).page), [3, 4, 5]);
    assert.deepEqual(seqs((await world.tab().resume(conversation, credential)).page), [1, 2, 3, 4, 5]);
    assert.deepEqual(seqs((await world.tab().resume(conversation, credential, 5)).page), []);
  });

  test('a credential lives as long as it is used, and expires when it is not', async () => {
    const { opened, conversation } = await world.visitor();
    let credential = opened.credential ?? '';
    for (let month = 0; month < 4; month += 1) {
      await world.clock.advance(29 * DAY);
      credential = (await world.tab().resume(conversation, credential)).credential ?? credential;
    }
    await world.clock.advance(31 * DAY);
    await refused(world.tab().resume(conversation, credential), 'unknown-conversation');
  });

  test('a credential older than a day is replaced, and works for one more day once the new one was used', async () => {
    const { opened, conversation } = await world.visitor();
    const old = opened.credential ?? '';
    assert.equal((await world.tab().resume(conversation, old)).credential, undefined);
    await world.clock.advance(DAY);
    const renewed = (await world.tab().resume(conversation, old)).credential;
    assert.ok(renewed !== undefined && renewed !== old);
    await world.tab().resume(conversation, renewed);
    // Other tabs still have the old one.
    await world.clock.advance(DAY / 2);
    assert.notEqual((await world.tab().resume(conversation, old)).credential, undefined);
    await world.tab().resume(conversation, renewed);
    await world.clock.advance(DAY / 2);
    await refused(world.tab().resume(conversation, old), 'unknown-conversation');
    await world.tab().resume(conversation, renewed);
  });

  test('a credential works on while every answer that brings another is lost', async () => {
    const { opened, conversation } = await world.visitor();
    const old = opened.credential ?? '';
    await world.clock.advance(DAY);
    for (let count = 0; count < 40; count += 1) {
      assert.notEqual((await world.tab().resume(conversation, old)).credential, undefined);
      await world.clock.advance(DAY);
    }
    const last = (await world.tab().resume(conversation, old)).credential ?? '';
    await world.tab().resume(conversation, last);
    await world.clock.advance(DAY);
    await refused(world.tab().resume(conversation, old), 'unknown-conversation');
  });

  test('a hundred starts with one key leave no more than twenty credentials', async () => {
    const first = await world.tab().start(KEY);
    let last = first;
    for (let count = 0; count < 100; count += 1) {
      await world.clock.advance(1);
      last = await world.tab().start(KEY);
    }
    await refused(world.tab().resume(first.conversation, first.credential ?? ''), 'unknown-conversation');
    await world.tab().resume(first.conversation, last.credential ?? '');
  });

  test('keys like __proto__ in user data are inert', async () => {
    const userData = JSON.parse('{"__proto__":{"x":1},"constructor":"c","prototype":"p","plan":"pro"}') as Record<
      string,
      string
    >;
    const opened = await world.tab().start(KEY, { userData: { plan: 'pro', ...userData } });
    const row = await world.store.read((tx) => tx.conversation(opened.conversation));
    assert.equal(row?.userData['plan'], 'pro');
    assert.equal((row?.userData as { x?: number }).x, undefined);
    assert.equal(({} as { x?: number }).x, undefined);
  });
});

describe('revisions', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  test('each entry and each change of registers raises the visitor’s revision, and pushes carry it', async () => {
    const { tab, opened, conversation } = await world.visitor();
    await tab.say(conversation, 'a', 'b');
    await tab.send(conversation, [{ id: 'm', type: 'mark', seen: 2 }]);
    const revs = tab.heard
      .filter(({ payload }) => payload.rev > opened.rev)
      .map(({ event, payload }) => [event, payload.rev - opened.rev]);
    assert.deepEqual(revs, [
      ['entry', 1],
      ['entry', 2],
      ['registers', 3],
    ]);
  });

  test('changes names the conversations touched since a revision, with their registers', async () => {
    const tab = world.tab();
    const one = await tab.start(KEY);
    const two = await tab.start(`${KEY}2`);
    const { rev } = two;
    assert.deepEqual(await world.service.visitors.changes(tab.connection, { since: rev }), { rev, conversations: [] });
    await tab.say(one.conversation, 'a');
    const answer = await world.service.visitors.changes(tab.connection, { since: rev });
    assert.deepEqual(
      answer.conversations.map(({ conversation, registers }) => [conversation, registers.head]),
      [[one.conversation, 3]],
    );
    assert.ok(answer.rev > rev);
    assert.deepEqual((await world.service.visitors.changes(tab.connection, { since: answer.rev })).conversations, []);
  });

  test('a beat comes at least as often as announced and carries the newest revision', async () => {
    const { tab, conversation } = await world.visitor();
    await tab.say(conversation, 'a');
    await world.clock.advance(world.settings.heartbeatMs);
    const beat = tab.heard.findLast(({ event }) => event === 'beat');
    const { rev } = await world.service.visitors.changes(tab.connection, { since: 0 });
    assert.deepEqual(beat?.payload, { rev, now: world.clock.now() });
    const before = tab.heard.length;
    await world.clock.advance(world.settings.heartbeatMs * 3);
    assert.equal(tab.heard.slice(before).filter(({ event }) => event === 'beat').length, 3);
  });

  test('two visitors whose conversations one connection opens become one, and no revision falls behind', async () => {
    const one = await world.visitor();
    const two = await world.visitor();
    await two.tab.say(two.conversation, 'a', 'b', 'c', 'd', 'e');
    const known = (await world.service.visitors.changes(two.tab.connection, { since: 0 })).rev;
    const both = world.tab();
    const first = await both.resume(one.conversation, one.opened.credential ?? '');
    const second = await both.resume(two.conversation, two.opened.credential ?? '');
    assert.ok(second.rev > first.rev);
    // What each tab knew before is lower than what it hears from now on.
    assert.ok(second.rev > known);
    await one.tab.say(one.conversation, 'x');
    await two.tab.say(two.conversation, 'y');
    const since = await world.service.visitors.changes(both.connection, { since: second.rev });
    assert.deepEqual(
      since.conversations.map(({ conversation }) => conversation).sort(),
      [one.conversation, two.conversation].sort(),
    );
    await world.clock.advance(world.settings.heartbeatMs);
    const beats = [one.tab, two.tab, both].map(
      ({ heard }) => heard.findLast(({ event }) => event === 'beat')?.payload.rev,
    );
    assert.deepEqual(beats, [since.rev, since.rev, since.rev]);
  });
});
