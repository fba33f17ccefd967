import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { demoPages } from '../../../demo/server/http/demo-pages.js';
import { Rig } from './harness.js';

describe('beside what the HTTP server answers already', () => {
  test('the owner’s pages are served as before, and everything else by the chat server', async () => {
    const rig = await Rig.open({}, (request_, response) => response.end(`owner: ${request_.url ?? ''}`));
    assert.equal(await (await fetch(`${rig.url}/page`)).text(), 'owner: /page');
    assert.deepEqual(await (await fetch(`${rig.url}/health?x`)).json(), { status: 'ok' });
    assert.ok(await rig.visitor());
    await rig.close();
  });

  test('without an owner’s handler other addresses are not found', async () => {
    const rig = await Rig.open();
    assert.equal((await fetch(`${rig.url}/page`)).status, 404);
    await rig.close();
  });
});

describe('health and metrics', () => {
  test('the metrics count connections, conversations, frames and refusals, and nothing that anybody said', async () => {
    const rig = await Rig.open();
    const { visitor, conversation } = await rig.pair();
    await visitor.say(conversation, 'a secret');
    await visitor.ask('nonsense', {});
    const text = await (await fetch(`${rig.url}/metrics`)).text();
    for (const line of [
      'chat_visitor_connections 1',
      'chat_agent_connections 1',
      'chat_agents_online 1',
      'chat_conversations_active 1',
      'chat_conversations_queued 0',
      'chat_entries_total{code="message"} 1',
      'chat_refused_total{code="bad-request"} 1',
    ]) {
      assert.ok(text.split('\n').includes(line), line);
    }
    assert.ok(!text.includes('secret'));
    assert.deepEqual(await rig.chat.stats(), {
      visitorConnections: 1,
      agentConnections: 1,
      agentsOnline: 1,
      queued: 0,
      active: 1,
      ended: 0,
    });
    await rig.close();
  });

  test('the metrics are for the machine itself only, unless said otherwise', async () => {
    const status = async (rig: Rig, from?: string): Promise<number> =>
      (await fetch(`${rig.url}/metrics`, { headers: from === undefined ? {} : { 'x-forwarded-for': from } })).status;
    const local = await Rig.open({ trustProxy: true });
    assert.deepEqual([await status(local), await status(local, '8.8.8.8')], [200, 404]);
    await local.close();
    const open = await Rig.open({ trustProxy: true, metrics: 'everyone' });
    assert.equal(await status(open, '8.8.8.8'), 200);
    await open.close();
    const off = await Rig.open({ metrics: 'off' });
    assert.equal(await status(off), 404);
    await off.close();
  });

  test('the log tells what happens without a word, name, address, key or credential', async () => {
    const lines: string[] = [];
    const rig = await Rig.open({ log: (...line) => void lines.push(JSON.stringify(line)) });
    const visitor = await rig.visitor();
    const opened = await visitor.start('key-0123456789-0123456789', {
      profile: { nickname: 'Bartholomew', email: 'b@example.org' },
    });
    await visitor.say(opened.conversation, 'a secret text');
    await visitor.ask('resume', { conversation: opened.conversation, credential: 'wrong' });
    await rig.login('Ann', 'not-the-password');
    await rig.close();
    const log = lines.join('\n');
    assert.ok(log.includes('started') && log.includes('login-refused') && log.includes('stopped'));
    for (const word of [
      'secret',
      'Bartholomew',
      'example',
      '127.0.0.1',
      'key-0123',
      opened.credential,
      'Ann',
      'password',
    ]) {
      assert.ok(!log.includes(word ?? 'never'), word);
    }
  });
});

describe('the demo’s pages', () => {
  let root: string;
  let http: Server;
  let port: number;

  before(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'live-chat-pages-'));
    for (const folder of ['demo/assets', 'demo/agent', 'demo/server', 'build/demo', 'cdn/chunked', 'dist'])
      mkdirSync(path.join(root, folder), { recursive: true });
    for (const [name, text] of [
      ['demo/index.html', '<h1>shop</h1>'],
      ['demo/events.html', '<h1>events</h1>'],
      ['demo/assets/site.css', 'a{}'],
      ['demo/assets/.secret.css', 'a{}'],
      ['demo/server/start.ts', 'secret'],
      ['demo/server/data.json', '{}'],
      ['demo/agent/index.html', '<h1>desk</h1>'],
      ['demo/agent/desk.ts', 'secret'],
      ['build/demo/agent.js', 'desk()'],
      ['cdn/chunked/live-chat.js', 'chat()'],
      ['package.json', '{}'],
    ] as const) {
      writeFileSync(path.join(root, name), text);
    }
    symlinkSync(path.join(root, 'package.json'), path.join(root, 'demo/assets/link.json'));
    http = createServer(demoPages(root)).listen(0, '127.0.0.1');
    await new Promise((resolve) => http.once('listening', resolve));
    ({ port } = http.address() as AddressInfo);
  });
  after(() => {
    http.closeAllConnections();
    http.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** As it is written, without the tidying that `fetch` does. */
  const get = (
    url: string,
    method = 'GET',
    headers: Record<string, string> = {},
  ): Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }> =>
    new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path: url, method, headers }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      });
      asking.on('error', reject).end();
    });

  test('pages, assets, bundles and the desk are there with their types', async () => {
    for (const [url, type, body] of [
      ['/', 'text/html; charset=utf-8', '<h1>shop</h1>'],
      ['/?a=b', 'text/html; charset=utf-8', '<h1>shop</h1>'],
      ['/demo/', 'text/html; charset=utf-8', '<h1>shop</h1>'],
      ['/events.html', 'text/html; charset=utf-8', '<h1>events</h1>'],
      ['/assets/site.css', 'text/css; charset=utf-8', 'a{}'],
      ['/agent/', 'text/html; charset=utf-8', '<h1>desk</h1>'],
      ['/agent/agent.js', 'text/javascript; charset=utf-8', 'desk()'],
      ['/cdn/chunked/live-chat.js', 'text/javascript; charset=utf-8', 'chat()'],
    ] as const) {
      const answer = await get(url);
      assert.deepEqual([answer.status, answer.headers['content-type'], answer.body], [200, type, body], url);
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
      assert.equal(answer.headers['referrer-policy'], 'no-referrer');
    }
  });

  test('every page is under the strict policy, with the WebSocket of its own host', async () => {
    const policy = String((await get('/', 'GET', { host: 'chat.example:8443' })).headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self' ws://chat.example:8443 wss://chat.example:8443",
      "require-trusted-types-for 'script'",
      'trusted-types live-chat-elements lit-html',
    ]) {
      assert.ok(policy.split('; ').includes(part), part);
    }
    assert.ok(
      !String(
        (await get('/', 'GET', { host: "x; script-src 'unsafe-inline'" })).headers['content-security-policy'],
      ).includes('unsafe'),
    );
  });

  test('nothing else is given out: sources, data, hidden files, links out of the folder, ways up', async () => {
    for (const url of [
      '/package.json',
      '/../package.json',
      '/assets/../../package.json',
      '/%2e%2e/package.json',
      '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets/link.json',
      '/assets/.secret.css',
      '/assets/',
      '/assets',
      '/server/start.ts',
      '/server/data.json',
      '/agent/desk.ts',
      '/demo/server/start.ts',
      '/index.html%00.css',
      '/%',
      '//etc/passwd',
      '/cdn/',
    ]) {
      const { status, body } = await get(url);
      assert.equal(status, 404, url);
      assert.equal(body, 'Not found\n');
    }
  });

  test('an unchanged file is not sent again, a folder’s name gets its slash, and only reading is allowed', async () => {
    const first = await get('/assets/site.css');
    const again = await get('/assets/site.css', 'GET', { 'if-none-match': String(first.headers['etag']) });
    assert.deepEqual([again.status, again.body], [304, '']);
    const head = await get('/assets/site.css', 'HEAD');
    assert.deepEqual([head.status, head.body, head.headers['content-length']], [200, '', '3']);
    assert.deepEqual([(await get('/agent')).status, (await get('/agent')).headers['location']], [308, '/agent/']);
    assert.equal((await get('/', 'POST')).status, 405);
  });
});
