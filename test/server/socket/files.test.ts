import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import * as v from 'valibot';
import * as wire from '../../../src/protocol/index.js';
import { Rig, type Client } from './harness.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PAGE = 'https://shop.example';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('files over HTTP', () => {
  let rig: Rig;
  let folder: string;
  let visitor: Client;
  let list: string;
  let conversation: string;
  let bearer: Record<string, string>;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-http-files-'));
    folders.push(folder);
    rig = await Rig.open({ files: { folder, chunk: 1000, maxSize: 5000 }, origins: [PAGE] });
    visitor = await rig.visitor();
    const opened = await visitor.start();
    ({ conversation } = opened);
    list = `${rig.url}/chat/v1/conversations/${conversation}/files`;
    bearer = { authorization: `Bearer ${opened.credential}` };
  });
  afterEach(() => rig.close());

  const post = (url: string, body?: unknown, headers = bearer): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const create = (more: object = {}, headers = bearer): Promise<Response> =>
    post(list, { id: crypto.randomUUID(), name: 'cup.png', size: PNG.length, type: 'image/png', ...more }, headers);
  const patch = (file: string, range: string, body: Uint8Array, headers = bearer): Promise<Response> =>
    fetch(`${list}/${file}`, {
      method: 'PATCH',
      headers: { ...headers, 'content-range': range },
      body: new Uint8Array(body),
    });
  const dataOf = async (response: Response): Promise<any> => {
    const answer: unknown = await response.json();
    assert.ok(v.is(wire.answer, answer) && answer.ok, JSON.stringify(answer));
    return answer.data;
  };
  const codeOf = async (response: Response): Promise<[number, string]> => {
    const answer: unknown = await response.json();
    assert.ok(v.is(wire.answer, answer));
    return [response.status, answer.ok ? 'ok' : answer.error.code];
  };
  const whole = `bytes 0-${PNG.length - 1}/${PNG.length}`;
  const uploaded = async (headers = bearer): Promise<string> => {
    const { file } = await dataOf(await create({}, headers));
    await dataOf(await patch(file, whole, PNG, headers));
    const state = await dataOf(await post(`${list}/${file}/complete`, undefined, headers));
    assert.ok(v.is(wire.fileState, state));
    return file;
  };

  test('welcome says where, what and how much', async () => {
    const { features } = await visitor.welcomed();
    assert.equal(features.http, wire.HTTP_PATH);
    assert.deepEqual([features.files.maxSize, features.files.chunk], [5000, 1000]);
    assert.ok(features.files.types.includes('image/png'));
  });

  test('an upload in pieces, a message with it, and the file as it is given out to both sides', async () => {
    const { file, offset } = await dataOf(await create());
    assert.equal(offset, 0);
    assert.equal((await dataOf(await patch(file, `bytes 0-9/${PNG.length}`, PNG.subarray(0, 10)))).offset, 10);
    await dataOf(await patch(file, `bytes 10-${PNG.length - 1}/*`, PNG.subarray(10)));
    await dataOf(await post(`${list}/${file}/complete`));
    const [result] = await visitor.send(conversation, { id: 'm-1', type: 'message', text: '', files: [file] });
    assert.equal(result?.status, 'stored');
    const agent = await rig.agent();
    await agent.get('accept', { conversation });
    const { page } = await agent.get('open', { conversation });
    assert.equal(page.entries.find(({ type }: { type: string }) => type === 'message').files[0].id, file);

    for (const headers of [bearer, { cookie: await rig.cookie() }]) {
      const response = await fetch(`${list}/${file}`, { headers });
      assert.equal(response.status, 200);
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), PNG);
      assert.equal(response.headers.get('content-type'), 'image/png');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(response.headers.get('content-security-policy'), "sandbox; default-src 'none'");
      assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="cup\.png"/);
      assert.match(response.headers.get('cache-control') ?? '', /no-store/);
    }
    const boss = await fetch(`${list}/${file}`, { headers: { cookie: await rig.cookie('Boss') } });
    assert.equal(boss.status, 200);
    await boss.body?.cancel();
  });

  test('a ticket is an address without any header, and parts of a file can be had', async () => {
    const file = await uploaded();
    const { path: place } = await dataOf(await post(`${list}/${file}/ticket`));
    assert.match(place, /^\/chat\/v1\/tickets\//);
    assert.deepEqual(Buffer.from(await (await fetch(rig.url + place)).arrayBuffer()), PNG);
    const part = await fetch(rig.url + place, { headers: { range: 'bytes=4-7' } });
    assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes 4-7/${PNG.length}`]);
    assert.deepEqual(Buffer.from(await part.arrayBuffer()), PNG.subarray(4, 8));
    const last = await fetch(rig.url + place, { headers: { range: 'bytes=-3' } });
    assert.deepEqual(Buffer.from(await last.arrayBuffer()), PNG.subarray(-3));
    const beyond = await fetch(rig.url + place, { headers: { range: 'bytes=9999-' } });
    assert.deepEqual([beyond.status, beyond.headers.get('content-range')], [416, `bytes */${PNG.length}`]);
    const head = await fetch(rig.url + place, { method: 'HEAD' });
    assert.equal(head.headers.get('content-length'), String(PNG.length));
    assert.deepEqual(await codeOf(await fetch(`${rig.url}/chat/v1/tickets/x.y.z`)), [404, 'unknown-file']);
  });

  test('each wrong request has its code', async () => {
    const { file } = await dataOf(await create());
    assert.deepEqual(await codeOf(await create({ size: 0 })), [400, 'empty']);
    assert.deepEqual(await codeOf(await create({ size: 5001 })), [413, 'too-large']);
    assert.deepEqual(await codeOf(await create({ type: 'image/svg+xml' })), [415, 'type-not-allowed']);
    assert.deepEqual(await codeOf(await create({ size: 'x' })), [400, 'bad-request']);
    assert.deepEqual(await codeOf(await create({}, { authorization: 'Bearer nonsense' })), [
      404,
      'unknown-conversation',
    ]);
    assert.deepEqual(await codeOf(await create({}, {})), [403, 'not-allowed']);
    assert.deepEqual(await codeOf(await patch(file, 'bytes 0-9/71', PNG.subarray(0, 10))), [400, 'bad-request']);
    assert.deepEqual(await codeOf(await patch(file, 'nonsense', PNG)), [400, 'bad-request']);
    assert.deepEqual(await codeOf(await patch(file, `bytes 0-8/${PNG.length}`, PNG)), [400, 'bad-request']);
    assert.deepEqual(await codeOf(await patch(file, 'bytes 0-1000/1001', Buffer.alloc(1001))), [413, 'too-large']);
    const gap = await patch(file, `bytes 1-1/${PNG.length}`, PNG.subarray(1, 2));
    const { error } = await gap.json();
    assert.deepEqual([gap.status, error.code, error.offset], [409, 'offset-mismatch', 0]);
    assert.deepEqual(await codeOf(await post(`${list}/${file}/complete`)), [409, 'incomplete']);
    assert.deepEqual(await codeOf(await post(`${list}/nothing/complete`)), [404, 'unknown-file']);
    assert.deepEqual(await codeOf(await fetch(`${rig.url}/chat/v1/nowhere`)), [400, 'bad-request']);
    const lie = await dataOf(await create({ name: 'x.pdf', type: 'application/pdf' }));
    await patch(lie.file, whole, PNG);
    assert.deepEqual(await codeOf(await post(`${list}/${lie.file}/complete`)), [415, 'type-mismatch']);
    assert.deepEqual(await codeOf(await post(`${list}/${lie.file}/complete`)), [415, 'type-mismatch']);
    assert.equal(await dataOf(await fetch(`${list}/${file}`, { method: 'DELETE', headers: bearer })), null);
    assert.deepEqual(readdirSync(folder), []);
  });

  test('pages where the configuration lets them may ask, others may not', async () => {
    const origin = { origin: PAGE };
    const preflight = await fetch(list, { method: 'OPTIONS', headers: origin });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), PAGE);
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /Authorization.*Content-Range/);
    assert.equal((await create({}, { ...bearer, ...origin })).status, 200);
    const elsewhere = { origin: 'https://evil.example' };
    const refused = await create({}, { ...bearer, ...elsewhere });
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
    assert.deepEqual(await codeOf(refused), [403, 'not-allowed']);
    const cookie = await rig.cookie();
    await (await rig.agent()).get('accept', { conversation });
    assert.equal((await create({}, { cookie })).status, 200);
    assert.deepEqual(await codeOf(await create({}, { cookie, ...origin })), [403, 'not-allowed']);
    const other = { cookie, 'sec-fetch-site': 'cross-site' };
    assert.deepEqual(await codeOf(await create({}, other as never)), [403, 'not-allowed']);
  });

  test('a cut at every tenth of an upload leaves what came, and it goes on from there', async () => {
    const bytes = Buffer.concat([PNG, Buffer.alloc(930, 7)]);
    const { hostname, port } = new URL(rig.url);
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const frame = { id: crypto.randomUUID(), size: bytes.length };
      const { file } = await dataOf(await create(frame));
      const cut = Math.floor((bytes.length * tenth) / 10);
      const socket = connect(Number(port), hostname);
      socket.write(
        `PATCH /chat/v1/conversations/${conversation}/files/${file} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n` +
          `Authorization: ${bearer['authorization']}\r\nContent-Length: ${bytes.length}\r\n` +
          `Content-Range: bytes 0-${bytes.length - 1}/${bytes.length}\r\n\r\n`,
      );
      socket.write(bytes.subarray(0, cut), () => setTimeout(() => socket.resetAndDestroy(), 20));
      await new Promise((resolve) => socket.once('close', resolve));
      // A client that comes back at once is told what counts, also while the server has not yet noticed the cut.
      const { offset } = await dataOf(await create(frame));
      assert.ok(offset <= cut, `${offset} of ${cut}`);
      const range = `bytes ${offset}-${bytes.length - 1}/${bytes.length}`;
      await dataOf(await patch(file, range, bytes.subarray(offset)));
      const [first, second] = await Promise.all([post(`${list}/${file}/complete`), post(`${list}/${file}/complete`)]);
      assert.deepEqual(await dataOf(first), await dataOf(second));
      const got = await fetch(`${list}/${file}`, { headers: bearer });
      assert.deepEqual(Buffer.from(await got.arrayBuffer()), bytes);
    }
  });

  test('a server without a folder for files says so', async () => {
    const bare = await Rig.open();
    const { features } = await (await bare.visitor()).welcomed();
    assert.equal(features.files, undefined);
    const answer = await fetch(`${bare.url}/chat/v1/conversations/c/files`, { method: 'POST' });
    assert.deepEqual(await codeOf(answer), [400, 'bad-request']);
    await bare.close();
  });
});
