import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Bucket, Buckets, takeFrom } from '../../../demo/server/socket/rates.js';
import { Rig } from './harness.js';

describe('token buckets', () => {
  test('a burst is let through, then the rate holds, and the wait told is enough', () => {
    let now = 0;
    const bucket = new Bucket({ perSecond: 10, burst: 3 }, () => now);
    assert.deepEqual([bucket.take(), bucket.take(), bucket.take()], [0, 0, 0]);
    const wait = bucket.take();
    assert.equal(wait, 100);
    now += wait;
    assert.equal(bucket.take(), 0);
    assert.ok(bucket.take() > 0);
    now += 1e9;
    assert.equal(bucket.full, true);
  });

  test('a clock that goes back takes nothing away', () => {
    let now = 1000;
    const bucket = new Bucket({ perSecond: 1, burst: 2 }, () => now);
    bucket.take();
    now = 0;
    assert.equal(bucket.take(), 0);
    now = 1000;
    assert.equal(bucket.take(), 0);
  });

  test('of several buckets a token is taken from all or from none', () => {
    const full = new Bucket({ perSecond: 1, burst: 1 }, () => 0);
    const empty = new Bucket({ perSecond: 1, burst: 1 }, () => 0);
    empty.take();
    assert.ok(takeFrom([full, empty]) > 0);
    assert.equal(full.take(), 0);
  });

  test('addresses whose bucket is full again are forgotten', () => {
    let now = 0;
    const buckets = new Buckets({ perSecond: 1000, burst: 1 }, () => now);
    const first = buckets.of('first');
    first.take();
    for (let count = 0; count < 4999; count += 1) buckets.of(`a${count}`);
    now += 1000;
    buckets.of('one more');
    assert.notEqual(buckets.of('first'), first);
  });
});

describe('rates over sockets', () => {
  test('who opens connections without end is told to wait at first, then turned away unheard', async () => {
    const rig = await Rig.open({
      rates: { address: { connections: { perSecond: 0.01, burst: 1 }, handshakes: { perSecond: 0.01, burst: 2 } } },
    });
    await rig.visitor();
    const told = (await rig.refusal('/visitor')) as { code?: string };
    assert.equal(told.code, 'rate-limited');
    const unheard = (await rig.refusal('/visitor')) as unknown;
    assert.equal(typeof unheard, 'string', 'no answer of ours');
    await rig.close();
  });

  test('20 messages a second each way, and bursts, are far from any limit', async () => {
    const rig = await Rig.open();
    const { visitor, agent, conversation } = await rig.pair();
    for (const client of [visitor, agent]) {
      for (let batch = 0; batch < 4; batch += 1) {
        const results = await client.say(conversation, ...Array<string>(50).fill('x'));
        assert.ok(results.every(({ status }) => status === 'stored'));
      }
    }
    await rig.close();
  });

  test('beyond the rate of a connection items come later, with a wait, and others are not held up', async () => {
    const slow = { perSecond: 5, burst: 3 };
    const rig = await Rig.open({ rates: { connection: { sends: slow } } });
    const visitor = await rig.visitor();
    const other = await rig.visitor();
    const [one, two] = [await visitor.start(), await other.start()];
    const results = await visitor.say(one.conversation, 'a', 'b', 'c', 'd', 'e');
    assert.deepEqual(
      results.map(({ status }) => status),
      ['stored', 'stored', 'stored', 'later', 'later'],
    );
    assert.deepEqual([results[3]?.code, (results[3]?.retryAfter ?? 0) > 0], ['rate-limited', true]);
    assert.equal((await other.say(two.conversation, 'a'))[0]?.status, 'stored');
    await rig.close();
  });

  test('an address shares its rates over all its connections, and a trusted proxy’s word tells addresses apart', async () => {
    const rig = await Rig.open({ trustProxy: 1, rates: { address: { starts: { perSecond: 0.001, burst: 2 } } } });
    const from = (address: string): Promise<any> =>
      rig.visitor({ extraHeaders: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
    const [one, two, other] = [await from('1.1.1.1'), await from('1.1.1.1'), await from('2.2.2.2')];
    await one.start();
    await two.start();
    const answer = await one.ask('start', { key: 'k'.repeat(30) });
    assert.ok(!answer.ok && answer.error.code === 'rate-limited' && answer.error.retryAfter > 0);
    await other.start();
    await rig.close();
  });

  test('who asks again and again whether somebody is there is told to wait, on a new connection, too', async () => {
    const rig = await Rig.open({ rates: { address: { asks: { perSecond: 0.001, burst: 2 } } } });
    const [one, two] = [await rig.visitor(), await rig.visitor()];
    assert.equal((await one.ask('availability', {})).ok, true);
    assert.equal((await two.ask('availability', {})).ok, true);
    for (const client of [one, two]) assert.equal(await client.code('availability', {}), 'rate-limited');
    await rig.close();
  });

  test('without a trusted proxy nobody can write their own address', async () => {
    const rig = await Rig.open({ rates: { address: { starts: { perSecond: 0.001, burst: 1 } } } });
    const one = await rig.visitor({ extraHeaders: { 'x-forwarded-for': '1.1.1.1' } });
    const two = await rig.visitor({ extraHeaders: { 'x-forwarded-for': '2.2.2.2' } });
    await one.start();
    assert.equal(await two.code('start', { key: 'k'.repeat(30) }), 'rate-limited');
    await rig.close();
  });

  test('too many connections are refused at the handshake, with a wait', async () => {
    const rig = await Rig.open({ rates: { address: { connections: { perSecond: 0.001, burst: 2 } } } });
    await rig.visitor();
    await rig.visitor();
    const refusal = await rig.refusal('/visitor');
    assert.equal(refusal.code, 'rate-limited');
    assert.ok(refusal.retryAfter > 0);
    await rig.close();
  });

  test('who floods and does not stop is cut off, and others go on', async () => {
    const rig = await Rig.open({ rates: { connection: { frames: { perSecond: 10, burst: 10 } } } });
    const flood = await rig.visitor();
    const other = await rig.visitor();
    const gone = flood.gone();
    for (let count = 0; count < 3000; count += 1) flood.socket.emit('nonsense');
    await gone;
    assert.equal(await other.code('changes', { since: 0 }), 'ok');
    await rig.close();
  });
});
