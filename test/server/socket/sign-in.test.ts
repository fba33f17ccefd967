import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { FakeClock } from '../core/fake-clock.js';
import { AGENTS, Rig } from './harness.js';

describe('signing in at the desk', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.open();
  });
  afterEach(() => rig.close());

  test('the right password gives a cookie that scripts and other sites can not use', async () => {
    const response = await rig.login('Ann', 'ann-secret');
    assert.deepEqual(await response.json(), { ok: true, data: null });
    const cookie = response.headers.get('set-cookie') ?? '';
    assert.match(cookie, /^chat_agent=[\w-]{22,}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  test('a wrong name and a wrong password are answered alike, and without the password', async () => {
    for (const [name, password] of [
      ['Ann', 'wrong-secret'],
      ['Nobody', 'ann-secret'],
      ['ann', 'ann-secret'],
    ] as const) {
      const response = await rig.login(name, password);
      assert.equal(response.status, 401);
      assert.equal(response.headers.get('set-cookie'), null);
      assert.deepEqual(await response.json(), {
        ok: false,
        error: { code: 'not-allowed', message: 'name or password is wrong' },
      });
    }
  });

  test('whatever is not a name and a password is a bad request', async () => {
    const post = async (body: string, type = 'application/json'): Promise<number> =>
      (await fetch(`${rig.url}/agent/login`, { method: 'POST', headers: { 'content-type': type }, body })).status;
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '{"name":1,"password":2}',
      '{"name":"Ann"}',
      `{"name":"Ann","password":"${'x'.repeat(9000)}"}`,
    ]) {
      assert.equal(await post(body), 400, body.slice(0, 30));
    }
    assert.equal(await post('{"name":"Ann","password":"ann-secret"}', 'text/plain'), 400);
    assert.equal((await fetch(`${rig.url}/agent/login`)).status, 405);
  });

  test('a page of another site can neither sign in nor out', async () => {
    const strangers: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of strangers) {
      assert.equal((await rig.login('Ann', 'ann-secret', headers)).status, 403);
      assert.equal((await fetch(`${rig.url}/agent/logout`, { method: 'POST', headers })).status, 403);
    }
    assert.equal((await rig.login('Ann', 'ann-secret', { origin: rig.url })).status, 200);
  });

  test('trying passwords is slowed down', async () => {
    const statuses = [];
    for (let count = 0; count < 12; count += 1) statuses.push((await rig.login('', '')).status);
    assert.deepEqual(statuses.slice(-1), [429]);
    const response = await rig.login('Ann', 'ann-secret');
    assert.equal(response.status, 429);
    assert.ok(Number(response.headers.get('retry-after')) > 0);
  });

  test('behind a proxy that says https the cookie is for https only', async () => {
    const behind = await Rig.open({ trustProxy: true });
    const response = await behind.login('Ann', 'ann-secret', { 'x-forwarded-proto': 'https' });
    assert.match(response.headers.get('set-cookie') ?? '', /; Secure$/);
    await behind.close();
  });

  test('nobody comes to the desk without a session, with a made-up one, or from another site’s page', async () => {
    const cookie = await rig.cookie();
    const strangers: Record<string, string>[] = [
      {},
      { cookie: 'chat_agent=made-up' },
      { cookie: 'chat_agent=' },
      { cookie, origin: 'https://evil.example' },
    ];
    for (const extraHeaders of strangers) {
      const refusal = await rig.refusal('/agent', { extraHeaders });
      assert.ok(refusal.code === 'not-allowed' || refusal === 'websocket error', JSON.stringify(refusal));
    }
    assert.equal(
      (await rig.refusal('/agent', { extraHeaders: { cookie }, auth: { protocol: 9 } })).code,
      'unsupported-version',
    );
    const any = await Rig.open({ origins: 'any' });
    const foreign = { cookie: await any.cookie(), origin: 'https://evil.example' };
    assert.equal((await any.refusal('/agent', { extraHeaders: foreign })).code, 'not-allowed');
    await any.close();
  });

  test('signing out ends the desks of that session, and only those', async () => {
    const one = await rig.cookie('Ann');
    const desk = rig.client('/agent', { extraHeaders: { cookie: one } });
    await desk.next('desk');
    const other = await rig.agent('Ann');
    const gone = desk.gone();
    const response = await fetch(`${rig.url}/agent/logout`, { method: 'POST', headers: { cookie: one } });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('set-cookie') ?? '', /Max-Age=0/);
    await gone;
    assert.equal((await rig.refusal('/agent', { extraHeaders: { cookie: one } })).code, 'not-allowed');
    assert.equal(await other.code('presence', { presence: 'away' }), 'ok');
  });

  test('a session ends after its time, also for a desk that is connected', async () => {
    const clock = new FakeClock();
    const timed = await Rig.open({ clock });
    const cookie = await timed.cookie();
    const desk = timed.client('/agent', { extraHeaders: { cookie } });
    await desk.next('desk');
    const gone = desk.gone();
    await clock.advance(12 * 3_600_000);
    await gone;
    assert.equal((await timed.refusal('/agent', { extraHeaders: { cookie } })).code, 'not-allowed');
    await timed.close();
  });

  test('two agents of the same name are a mistake that is told at the start', async () => {
    const agents = [AGENTS[0], { ...AGENTS[0], password: 'other' }];
    await assert.rejects(Rig.open({ agents }), /two agents are called Ann/);
  });

  test('the passwords are not in the store, and an account that is no longer configured can not sign in', async () => {
    const { openSqlite } = await import('../../../demo/server/index.js');
    const store = openSqlite({ path: ':memory:' });
    const keep = {
      ...store,
      transact: store.transact.bind(store),
      read: store.read.bind(store),
      check: store.check.bind(store),
      close: async () => undefined,
    };
    const first = await Rig.open({ store: keep });
    const cookie = await first.cookie('Ann');
    const rows = JSON.stringify(await store.read((tx) => tx.agents()));
    assert.ok(!rows.includes('secret'));
    await first.close();
    const second = await Rig.open({ store: keep, agents: [AGENTS[1], { name: 'New', password: 'new-secret' }] });
    assert.equal((await second.login('Ann', 'ann-secret')).status, 401);
    assert.equal((await second.refusal('/agent', { extraHeaders: { cookie } })).code, 'not-allowed');
    assert.equal((await second.login('New', 'new-secret')).status, 200);
    await second.close();
    const third = await Rig.open({ store: keep, agents: [{ ...AGENTS[0], password: 'changed' }, AGENTS[1]] });
    assert.equal((await third.login('Ann', 'ann-secret')).status, 401);
    assert.equal((await third.login('Ann', 'changed')).status, 200);
    await third.close();
    await store.close();
  });
});
