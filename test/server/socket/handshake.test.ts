import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Rig } from './harness.js';

describe('the visitors’ handshake', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.open({ limits: { maxText: 500 }, heartbeatMs: 1234 });
  });
  after(() => rig.close());

  test('the first event is a welcome with version, clock, limits and beat', async () => {
    const visitor = await rig.visitor({ auth: { protocol: 1, channel: 'shop' } });
    assert.equal(visitor.heard[0]?.event, 'welcome');
    const { protocol, now, limits, beatEvery } = visitor.heard[0]?.payload ?? {};
    assert.deepEqual([protocol, beatEvery], [1, 1234]);
    assert.ok(Math.abs(now - Date.now()) < 60_000);
    assert.deepEqual(limits, { maxText: 500, maxBatch: 50, maxPage: 100, maxFrame: 1_310_720 });
  });

  test('it works over HTTP long-polling alone', async () => {
    const visitor = await rig.visitor({ transports: ['polling'] });
    const { conversation } = await visitor.start();
    assert.equal((await visitor.say(conversation, 'hi'))[0]?.status, 'stored');
  });

  test('another protocol version is refused by name', async () => {
    const refusal = await rig.refusal('/visitor', { auth: { protocol: 2 } });
    assert.equal(refusal.code, 'unsupported-version');
  });

  test('a handshake without a version, or with things of the wrong type, is refused', async () => {
    for (const auth of [
      {},
      { protocol: '1' },
      { protocol: null },
      { protocol: 1, channel: 7 },
      { protocol: 1, channel: 'a b' },
    ]) {
      assert.equal((await rig.refusal('/visitor', { auth })).code, 'bad-request');
    }
  });

  test('there is nothing at the root or at other namespaces', async () => {
    assert.equal(await rig.refusal('/admin'), 'Invalid namespace');
    assert.equal((await rig.refusal('/')).code, 'bad-request');
  });
});

describe('origins', () => {
  const knock = async (rig: Rig, origin: string, extra: Record<string, string> = {}): Promise<boolean> => {
    const client = rig.client('/visitor', { extraHeaders: { origin, ...extra } });
    const allowed = await Promise.race([client.welcomed().then(() => true), client.refused().then(() => false)]);
    client.close();
    return allowed;
  };
  const polled = async (rig: Rig, origin: string): Promise<number> =>
    (await fetch(`${rig.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin } })).status;

  test('by default only pages of the server’s own host connect, and programs that send no origin', async () => {
    const rig = await Rig.open();
    const { host, port } = new URL(rig.url);
    assert.equal(await knock(rig, `http://${host}`), true);
    assert.ok(await rig.visitor());
    for (const wrong of [
      'null',
      'http://evil.example',
      `http://${host}.evil.example`,
      `http://evil.example:${port}`,
      `http://sub.${host}`,
      'http://127.0.0.1',
      `http://user@${host}`,
      `http://${host}/`,
      `file://${host}`,
      `chrome-extension://${host}`,
      'nonsense',
      '',
    ]) {
      assert.equal(await knock(rig, wrong), false, wrong);
    }
    assert.equal(await polled(rig, 'http://evil.example'), 403);
    assert.equal(await polled(rig, `http://${host}`), 200);
    await rig.close();
  });

  test('a list allows exactly what it names', async () => {
    const rig = await Rig.open({ origins: ['https://shop.example'] });
    assert.equal(await knock(rig, 'https://shop.example'), true);
    for (const wrong of [
      'http://shop.example',
      'https://shop.example:8443',
      'https://shop.example.evil.example',
      'https://www.shop.example',
      'https://evilshop.example',
      'HTTPS://SHOP.EXAMPLE',
      new URL(rig.url).origin,
      'null',
    ]) {
      assert.equal(await knock(rig, wrong), false, wrong);
    }
    await rig.close();
  });

  test('a test of one’s own, or any origin, can be allowed', async () => {
    const own = await Rig.open({ origins: (origin) => origin.endsWith('.shop.example') });
    assert.equal(await knock(own, 'https://a.shop.example'), true);
    assert.equal(await knock(own, 'https://shop.example'), false);
    await own.close();
    const any = await Rig.open({ origins: 'any' });
    assert.equal(await knock(any, 'https://whatever.example'), true);
    await any.close();
  });

  test('what a proxy says of the host is believed only when a proxy is trusted', async () => {
    const forwarded = { 'x-forwarded-host': 'chat.example', 'x-forwarded-proto': 'https' };
    const plain = await Rig.open();
    assert.equal(await knock(plain, 'https://chat.example', forwarded), false);
    await plain.close();
    const behind = await Rig.open({ trustProxy: true });
    assert.equal(await knock(behind, 'https://chat.example', forwarded), true);
    assert.equal(await knock(behind, 'http://chat.example', forwarded), false);
    await behind.close();
  });

  test('a refused origin is logged, so that its owner finds out', async () => {
    const logged: unknown[] = [];
    const rig = await Rig.open({ log: (level, event, details) => void logged.push([level, event, details]) });
    await knock(rig, 'https://shop.example');
    assert.deepEqual(logged.at(-1), ['warn', 'origin-refused', { origin: 'https://shop.example' }]);
    await rig.close();
  });
});
