import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { StoreUnavailable, type Store, type Tx } from '../../../demo/server/store/port.js';
import { openSqlite } from '../../../demo/server/store/sqlite.js';
import { FakeClock } from './fake-clock.js';
import { World, entriesOf, refused, type Came, type Heard } from './world.js';

const message = (id: string, text = id): object => ({ id, type: 'message', text });

describe('delivery', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  test('an item is stored once, however often and on whichever connection it is sent', async () => {
    const { tab, opened, conversation } = await world.visitor();
    const [first] = await tab.send(conversation, [message('m1')]);
    assert.deepEqual([first?.status, first?.seq], ['stored', 3]);
    await world.clock.advance(1000);
    const [again] = await tab.send(conversation, [message('m1', 'another text')]);
    assert.deepEqual(again, { ...first, status: 'duplicate' });
    const other = world.tab();
    await other.resume(conversation, opened.credential ?? '');
    assert.deepEqual(await other.send(conversation, [message('m1')]), [{ ...first, status: 'duplicate' }]);
    assert.deepEqual(await world.log(conversation), ['join visitor', 'status queued', 'visitor: m1']);
  });

  test('a burst on one connection does not stand in front of what others say', async () => {
    const one = await world.visitor();
    const two = await world.visitor();
    const order: string[] = [];
    const said = ({ tab, conversation }: typeof one, id: string): Promise<unknown> =>
      tab.send(conversation, [message(id)]).then(() => order.push(id));
    const burst = Array.from({ length: 20 }, (_, number) => said(one, `flood-${number}`));
    await said(two, 'other');
    await Promise.all(burst);
    assert.ok(order.indexOf('other') < 3, order.join());
    assert.deepEqual(
      order.filter((id) => id !== 'other'),
      Array.from({ length: 20 }, (_, number) => `flood-${number}`),
    );
  });

  test('two conversations and two senders may use the same client id', async () => {
    const one = await world.visitor();
    const two = await world.visitor();
    const desk = await world.desk('ann');
    await desk.accept(one.conversation);
    assert.equal((await one.tab.send(one.conversation, [message('x')]))[0]?.status, 'stored');
    assert.equal((await two.tab.send(two.conversation, [message('x')]))[0]?.status, 'stored');
    assert.equal((await desk.send(one.conversation, [message('x')]))[0]?.status, 'stored');
  });

  test('a batch is stored in order, a bad item is refused alone, and the same id twice in it is stored once', async () => {
    const { tab, conversation } = await world.visitor();
    const results = await tab.send(conversation, [
      message('a'),
      message('b', ' \n\t '),
      message('c', 'x'.repeat(4001)),
      message('d', 'nul \0'),
      message('e', 'half \ud83d'),
      { id: 'f', type: 'sing' },
      'no object',
      { id: 'g', type: 'message' },
      message('a'),
      message('h', '<b>&</b> 👩‍👩‍👧'),
    ]);
    assert.deepEqual(
      results.map(({ id, status, code, field, seq }) =>
        [id, status, code ?? seq, field].filter((part) => part !== undefined),
      ),
      [
        ['a', 'stored', 3],
        ['b', 'refused', 'empty'],
        ['c', 'refused', 'too-long'],
        ['d', 'refused', 'bad-request', 'text'],
        ['e', 'refused', 'bad-request', 'text'],
        ['f', 'refused', 'bad-request', 'type'],
        ['?', 'refused', 'bad-request'],
        ['g', 'refused', 'bad-request', 'text'],
        ['a', 'duplicate', 3],
        ['h', 'stored', 4],
      ],
    );
  });

  test('the longest text allowed counts UTF-16 units and is stored whole', async () => {
    const { tab, conversation } = await world.visitor();
    const longest = '😀'.repeat(2000);
    const [result] = await tab.send(conversation, [message('a', longest)]);
    assert.equal(result?.status, 'stored');
    assert.equal((await world.log(conversation)).at(-1), `visitor: ${longest}`);
  });

  test('after the first item that the rate does not allow, all the rest come later', async () => {
    const { tab, conversation } = await world.visitor();
    let tokens = 2;
    const take = (): number => ((tokens -= 1) >= 0 ? 0 : 150);
    const results = await tab.send(conversation, [message('a'), message('b'), message('c'), message('d')], take);
    assert.deepEqual(
      results.map(({ id, status, code, retryAfter }) => [id, status, code, retryAfter]),
      [
        ['a', 'stored', undefined, undefined],
        ['b', 'stored', undefined, undefined],
        ['c', 'later', 'rate-limited', 150],
        ['d', 'later', 'rate-limited', 150],
      ],
    );
    assert.deepEqual(
      (await tab.send(conversation, [message('a'), message('c')])).map(({ status }) => status),
      ['duplicate', 'stored'],
    );
  });

  test('a batch with more items than allowed is refused as a whole', async () => {
    const { tab, conversation } = await world.visitor();
    await refused(
      tab.send(
        conversation,
        Array.from({ length: 51 }, (_, index) => message(`m${index}`)),
      ),
      'too-large',
    );
    assert.deepEqual(await world.log(conversation), ['join visitor', 'status queued']);
  });

  test('every entry names the one before it that its reader may see', async () => {
    const { tab, opened, conversation } = await world.visitor();
    const desk = await world.desk('ann');
    await desk.accept(conversation);
    // An entry for the staff only: the visitor must see no gap where it is.
    await tab.say(conversation, 'one');
    await world.store.transact(async (tx) => {
      const row = await tx.conversation(conversation);
      assert.ok(row);
      await tx.addEntry({
        conversation,
        seq: row.head + 1,
        at: 0,
        audience: 'staff',
        sender: null,
        clientId: null,
        body: { type: 'status', status: 'whisper' },
      });
      await tx.saveConversation({ ...row, head: row.head + 1 });
    });
    await tab.say(conversation, 'two');
    const chain = (entries: readonly unknown[]): unknown =>
      (entries as { seq: number; prev: number }[]).map(({ seq, prev }) => [seq, prev]);
    const mine = await world.service.visitors.pull(tab.connection, { conversation, after: 0 });
    assert.deepEqual(chain(mine.entries), [
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
      [6, 4],
    ]);
    assert.equal(mine.head, 6);
    const theirs = await world.service.agents.pull(desk.connection, conversation, { after: 0 });
    assert.deepEqual(chain(theirs.entries), [
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
      [6, 5],
    ]);
    const pushed = (heard: readonly Heard[]): Came => entriesOf(heard).at(-1);
    assert.deepEqual([pushed(tab.heard).seq, pushed(tab.heard).prev], [6, 4]);
    assert.deepEqual([pushed(desk.heard).seq, pushed(desk.heard).prev], [6, 5]);
    const later = await world.service.visitors.pull(tab.connection, { conversation, after: 4, limit: 1 });
    assert.deepEqual(chain(later.entries), [[6, 4]]);
    assert.equal(opened.registers.head, 2);
  });

  test('a page says whether there is more in the direction asked', async () => {
    const { tab, conversation } = await world.visitor();
    await tab.say(conversation, 'a', 'b');
    const page = async (wanted: object): Promise<unknown> => {
      const { entries, more } = await world.service.visitors.pull(tab.connection, { conversation, ...wanted });
      return [entries.map(({ seq }) => seq), more];
    };
    assert.deepEqual(await page({ after: 0, limit: 2 }), [[1, 2], true]);
    assert.deepEqual(await page({ after: 2, limit: 2 }), [[3, 4], false]);
    assert.deepEqual(await page({ before: 4, limit: 2 }), [[2, 3], true]);
    assert.deepEqual(await page({ before: 2, limit: 2 }), [[1], false]);
    assert.deepEqual(await page({ limit: 2 }), [[3, 4], true]);
    assert.deepEqual(await page({ after: 99 }), [[], false]);
  });

  test('the client id goes to the writer’s own side only', async () => {
    const { tab, opened, conversation } = await world.visitor();
    const second = world.tab();
    await second.resume(conversation, opened.credential ?? '');
    const desk = await world.desk('ann');
    const boss = await world.desk('boss', { role: 'supervisor', presence: 'away' });
    await desk.accept(conversation);
    await world.service.agents.open(boss.connection, conversation);
    await tab.send(conversation, [message('from-visitor')]);
    await desk.send(conversation, [message('from-agent')]);
    const seen = (heard: readonly Heard[]): unknown =>
      heard
        .filter(({ event, payload }) => event === 'entry' && payload.entry.type === 'message')
        .map(({ payload }) => payload.entry.clientId);
    assert.deepEqual(seen(tab.heard), ['from-visitor', undefined]);
    assert.deepEqual(seen(second.heard), ['from-visitor', undefined]);
    assert.deepEqual(seen(desk.heard), [undefined, 'from-agent']);
    assert.deepEqual(seen(boss.heard), [undefined, undefined]);
  });

  test('the answer is ready before anybody hears of it', async () => {
    const { tab, conversation } = await world.visitor();
    const before = tab.heard.length;
    const done = await world.service.visitorSends(tab.connection, { conversation, items: [message('a')] }, () => 0);
    assert.equal(done.data.results[0]?.status, 'stored');
    assert.equal(tab.heard.length, before);
    done.publish();
    done.publish();
    assert.equal(tab.heard.length, before + 1);
  });

  test('marks only rise, never pass the head, and change registers but not the log', async () => {
    const { tab, opened, conversation } = await world.visitor();
    await tab.say(conversation, 'a', 'b');
    const mark = async (more: object): Promise<unknown> => {
      const [result] = await tab.send(conversation, [{ id: world.id(), type: 'mark', ...more }]);
      assert.equal(result?.status, 'stored');
      return (await world.registers(conversation)).marks[opened.me];
    };
    assert.deepEqual(await mark({ delivered: 2 }), { delivered: 2, seen: 0 });
    assert.deepEqual(await mark({ seen: 4 }), { delivered: 4, seen: 4 });
    assert.deepEqual(await mark({ delivered: 1, seen: 1 }), { delivered: 4, seen: 4 });
    assert.deepEqual(await mark({ delivered: 1e9, seen: 1e9 }), { delivered: 4, seen: 4 });
    assert.equal((await world.log(conversation)).length, 4);
    const { version } = await world.registers(conversation);
    await mark({ seen: 3 });
    assert.equal((await world.registers(conversation)).version, version);
  });

  test('after the end messages are refused, what was stored is still known, marks still count, and ending again is no error', async () => {
    const { tab, conversation } = await world.visitor();
    const [stored] = await tab.send(conversation, [message('a')]);
    const [end] = await tab.send(conversation, [{ id: 'e', type: 'end' }]);
    assert.equal(end?.status, 'stored');
    const results = await tab.send(conversation, [
      message('a'),
      message('b'),
      { id: 'm', type: 'mark', seen: 2 },
      { id: 'e2', type: 'end' },
    ]);
    assert.deepEqual(results[0], { ...stored, status: 'duplicate' });
    assert.deepEqual([results[1]?.status, results[1]?.code], ['refused', 'ended']);
    assert.equal(results[2]?.status, 'stored');
    assert.deepEqual(results[3], { id: 'e2', status: 'duplicate', seq: end?.seq, at: end?.at });
    assert.deepEqual(await world.log(conversation), [
      'join visitor',
      'status queued',
      'visitor: a',
      'leave visitor left',
      'end visitor left',
    ]);
  });

  test('messages after an end in the same batch are refused', async () => {
    const { tab, conversation } = await world.visitor();
    const results = await tab.send(conversation, [message('a'), { id: 'e', type: 'end' }, message('b')]);
    assert.deepEqual(
      results.map(({ status, code }) => code ?? status),
      ['stored', 'stored', 'ended'],
    );
  });

  test('nobody sends or reads where they have opened nothing', async () => {
    const { conversation } = await world.visitor();
    const stranger = world.tab();
    await refused(stranger.say(conversation, 'hi'), 'unknown-conversation');
    await refused(world.service.visitors.pull(stranger.connection, { conversation }), 'unknown-conversation');
    const { conversations } = await world.service.visitors.changes(stranger.connection, { since: 0 });
    assert.deepEqual(conversations, []);
  });
});

describe('delivery when the store fails', () => {
  /** A store that can be told to fail at the commit, which is when disks do. */
  function shaky(store: Store): Store & { failing: boolean } {
    const failIf = async <T>(work: (tx: Tx) => Promise<T>, tx: Tx): Promise<T> => {
      const result = await work(tx);
      if (broken.failing) throw new StoreUnavailable('on purpose');
      return result;
    };
    const broken = {
      failing: false,
      transact: <T>(work: (tx: Tx) => Promise<T>) => store.transact((tx) => failIf(work, tx)),
      read: <T>(work: (tx: Tx) => Promise<T>) => store.read((tx) => failIf(work, tx)),
      check: () => store.check(),
      close: () => store.close(),
    };
    return broken;
  }

  test('nothing is called stored, everything comes later, and it goes on when the store is well again', async () => {
    const store = shaky(openSqlite({ path: ':memory:' }));
    const world = await World.open({}, store);
    const { tab, conversation } = await world.visitor();
    store.failing = true;
    const heard = tab.heard.length;
    const results = await tab.send(conversation, [message('a'), message('b')]);
    assert.deepEqual(
      results.map(({ id, status, code }) => [id, status, code]),
      [
        ['a', 'later', 'unavailable'],
        ['b', 'later', 'unavailable'],
      ],
    );
    assert.ok((results[0]?.retryAfter ?? 0) > 0);
    assert.equal(tab.heard.length, heard);
    await assert.rejects(tab.start('k'.repeat(30)), { name: 'StoreUnavailable' });
    store.failing = false;
    assert.deepEqual(
      (await tab.send(conversation, [message('a'), message('b')])).map(({ status }) => status),
      ['stored', 'stored'],
    );
    assert.deepEqual(await world.log(conversation), ['join visitor', 'status queued', 'visitor: a', 'visitor: b']);
    await world.close();
  });

  test('the heart goes on beating when the clock is set back', async () => {
    const clock = new (class extends FakeClock {
      skew = 0;
      override now(): number {
        return super.now() + this.skew;
      }
    })();
    const world = await World.open({}, undefined, clock);
    const { tab } = await world.visitor();
    clock.skew = -37 * 3_600_000;
    const before = tab.heard.length;
    await clock.advance(world.settings.heartbeatMs * 2);
    assert.equal(tab.heard.slice(before).filter(({ event }) => event === 'beat').length, 2);
    await world.close();
  });

  test('a visitor who goes while the store is away is noted when it is back, and the heart goes on beating', async () => {
    const store = shaky(openSqlite({ path: ':memory:' }));
    const world = await World.open({}, store);
    const { tab, conversation } = await world.visitor();
    const other = world.tab();
    store.failing = true;
    await tab.leave();
    await world.clock.advance(world.settings.heartbeatMs * 2);
    assert.ok(other.heard.some(({ event }) => event === 'beat'));
    store.failing = false;
    await world.clock.advance(1000);
    assert.equal((await world.registers(conversation)).people[0]?.connected, false);
    await world.close();
  });
});
