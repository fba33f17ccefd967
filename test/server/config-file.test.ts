import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { loadConfig } from '../../demo/server/config-file.js';
import { demoIdentity } from '../../demo/server/demo-identity.js';
import { Channels } from '../../demo/server/identity/channels.js';
import { systemClock, silence } from '../../demo/server/system.js';
import { PEM } from './identity/keys.js';

const folder = mkdtempSync(path.join(tmpdir(), 'chat-config-'));

function written(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('the configuration file', () => {
  test('channels come out of it, with the keys of their files', async () => {
    written('shop.pem', PEM);
    const file = written('good.json', {
      channels: {
        members: { authentication: { issuer: 'a', algorithms: ['RS256'], publicKeyFile: 'shop.pem' } },
        open: {},
      },
    });
    const { channels } = loadConfig(file);
    assert.equal(channels['members']?.authentication?.publicKey, PEM.trim());
    await Channels.from(channels, systemClock, silence);
  });

  test('hooks come out of it, with the secrets of their files', () => {
    written('hook.key', 'a secret of at least 24 bytes\n');
    written('smtp.url', 'smtps://user:password@mail.example\n');
    const file = written('hooks.json', {
      webhooks: [{ url: 'https://shop.example/hook', secretFile: 'hook.key', events: ['message.left'] }],
      mail: { serverFile: 'smtp.url', from: 'chat@shop.example', team: 'team@shop.example' },
      challenge: { field: 'captcha', verifyUrl: 'https://captcha.example/verify', secretFile: 'hook.key' },
    });
    const { webhooks, mail, challenge } = loadConfig(file);
    assert.equal(webhooks?.[0]?.secret, 'a secret of at least 24 bytes');
    assert.equal(mail?.server, 'smtps://user:password@mail.example');
    assert.equal(challenge?.field, 'captcha');
  });

  test('what is wrong is named', () => {
    for (const [content, message] of [
      ['{', /can't be read as JSON/],
      [{ channel: {} }, /channel is not valid/],
      [
        { channels: { a: { authentication: { issuer: 'a', algorithms: ['none'] } } } },
        /channels\.a\.authentication\.algorithms\.0/,
      ],
      [
        { channels: { a: { authentication: { issuer: 'a', algorithms: [], key: 'x' } } } },
        /channels\.a\.authentication\.key/,
      ],
      [{ webhooks: [{ url: 'https://a.example', secretFile: 'hook.key', events: ['all'] }] }, /webhooks\.0\.events\.0/],
    ] as const)
      assert.throws(() => loadConfig(written('bad.json', content)), message);
  });
});

describe('the demo’s identity provider', () => {
  test('its tokens are good on the server, also after a restart, and it serves its own pages only', async () => {
    const first = await demoIdentity(folder);
    const { before } = await demoIdentity(folder);
    const http = createServer(before((_request, response) => void response.writeHead(404).end()));
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/demo-identity/token`;
    const ask = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const { token } = (await (await ask({ customer: 'alex', context: { vip: true } })).json()) as { token: string };
    const channels = await Channels.from({ members: { authentication: first.authentication } }, systemClock, silence);
    const claims = await channels.identify('members', token);
    assert.deepEqual([claims?.customer, claims?.context], ['alex', { vip: true }]);
    assert.equal((await ask({})).status, 400);
    assert.equal((await ask({ customer: 'alex' }, { 'sec-fetch-site': 'cross-site' })).status, 405);
    assert.equal((await fetch(url)).status, 405);
    assert.equal((await fetch(`${url}s`)).status, 404);
    http.close();
  });
});
