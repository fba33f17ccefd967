/** The demo's provider of OAuth 2.0, as a page uses it, and its tokens where the chat server checks them. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { demoIdentity } from '../../demo/server/demo-identity.js';
import { demoProvider, type DemoProvider } from '../../demo/server/demo-provider.js';
import { Channels } from '../../demo/server/identity/channels.js';

const VERIFIER = 'a verifier of the tests, of 43 characters or more'.replaceAll(/\W/g, '-');
const clock = { now: () => Date.now(), delay: () => () => undefined };

let folder: string;
let http: Server;
let site: string;
let provider: DemoProvider;

before(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-provider-'));
  provider = demoProvider((await demoIdentity(folder)).key);
  http = createServer(provider.before((request, response) => void response.end(`passed on: ${request.url}`)));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  site = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
after(() => {
  http.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes where a browser would be sent, with its cookies, until it is back at the shop. */
async function signIn(form: Record<string, string>, question: Record<string, string> = {}): Promise<URLSearchParams> {
  const cookies = new Map<string, string>();
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const given of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: 'demo-shop',
    redirect_uri: `${site}/sign-in.html`,
    scope: 'openid',
    state: 'the state',
    nonce: 'the nonce',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...question,
  });
  let url = `${site}/demo-provider/auth?${asked}`;
  for (let steps = 0; steps < 6; steps++) {
    if (url.includes('/interaction/')) assert.match(await (await go(url)).text(), /name="customer"/);
    const response = await go(
      url,
      url.includes('/interaction/') ? { method: 'POST', body: new URLSearchParams(form) } : {},
    );
    const location = response.headers.get('location');
    assert.ok(location, `${url} leads on: ${response.status}`);
    url = new URL(location, site).href;
    if (url.startsWith(`${site}/sign-in.html`)) return new URL(url).searchParams;
  }
  throw new Error('it does not come back');
}

async function ask(about: 'token' | 'token/revocation', form: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ client_id: 'demo-shop', ...form });
  return fetch(`${site}/demo-provider/${about}`, { method: 'POST', body });
}
const exchange = (code: string, verifier = VERIFIER): Promise<Response> =>
  ask('token', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${site}/sign-in.html`,
    code_verifier: verifier,
  });

describe('the demo’s provider', () => {
  test('gives tokens that the chat server takes, renews them, and has them revoked', async () => {
    const channels = await Channels.from({ account: provider }, clock, () => undefined);
    const answer = await signIn({ customer: 'alex' });
    assert.deepEqual([answer.get('state'), answer.get('iss')], ['the state', provider.authentication.issuer]);
    const first = (await (await exchange(answer.get('code') ?? '')).json()) as Record<string, string>;
    assert.equal((await channels.identify('account', first['id_token']))?.customer, 'alex');
    const renew = (token = ''): Promise<Response> =>
      ask('token', { grant_type: 'refresh_token', refresh_token: token });
    const second = (await (await renew(first['refresh_token'])).json()) as Record<string, string>;
    assert.equal((await channels.identify('account', second['id_token']))?.customer, 'alex');
    // Not even the access token of the same answer is taken for who somebody is.
    await assert.rejects(channels.identify('account', second['access_token']), { code: 'token-invalid' });
    const { ok } = await ask('token/revocation', { token: second['refresh_token'] ?? '' });
    assert.deepEqual([ok, (await renew(second['refresh_token'])).status], [true, 400]);
  });

  test('takes a code once, and from whoever has the verifier alone', async () => {
    const stolen = await signIn({ customer: 'alex' });
    assert.equal((await exchange(stolen.get('code') ?? '', 'x'.repeat(43))).status, 400);
    const used = await signIn({ customer: 'alex' });
    assert.equal((await exchange(used.get('code') ?? '')).status, 200);
    assert.equal((await exchange(used.get('code') ?? '')).status, 400);
  });

  test('says so when the customer does not want to, and to no page but the shop’s', async () => {
    assert.equal((await signIn({ customer: 'alex', cancel: '1' })).get('error'), 'access_denied');
    assert.equal((await signIn({ customer: ' ' })).get('error'), 'access_denied');
    await assert.rejects(signIn({ customer: 'alex' }, { redirect_uri: 'https://evil.example/' }), /leads on: 400/);
    const plain = await signIn({ customer: 'alex' }, { code_challenge_method: 'plain' }).catch(String);
    assert.ok(typeof plain === 'string' || plain.has('error'), 'a challenge in the clear is none');
  });

  test('leaves all other addresses alone', async () => {
    assert.equal(await (await fetch(`${site}/agent/`)).text(), 'passed on: /agent/');
  });
});
