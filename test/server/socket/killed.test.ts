import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { io, type Socket } from 'socket.io-client';
import { openSqlite } from '../../../demo/server/store/sqlite.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folders: string[] = [];
const children = new Set<ChildProcess>();
after(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const temporary = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-start-'));
  folders.push(folder);
  return folder;
};

/** Starts the real program; resolves with its process and what it printed when it answers, or when it is gone. */
async function start(env: Record<string, string>): Promise<{ child: ChildProcess; printed: string; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let printed = '';
  const said = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes('Ctrl+C')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => resolve());
  });
  await said;
  return { child, printed, url: /Demo shop +(\S+)\//.exec(printed)?.[1] ?? '' };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(child, 'close');
  child.kill(signal);
  const [code] = (await gone) as [number | null];
  children.delete(child);
  return code;
}

const ask = (socket: Socket, event: string, data: unknown): Promise<any> =>
  socket.timeout(2000).emitWithAck(event, data);

/** A client as simple as the protocol allows: it keeps what it wants to say until the server says that it has it. */
class Writer {
  readonly waiting: { id: string; type: 'message'; text: string }[] = [];
  readonly stored = new Map<string, number>();
  #busy = false;
  #socket: Socket | undefined;

  constructor(
    readonly conversation: string,
    private readonly connect: () => Promise<Socket>,
  ) {}

  say(text: string): void {
    this.waiting.push({ id: crypto.randomUUID(), type: 'message', text });
    void this.flush();
  }

  async flush(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    while (this.waiting.length > 0) {
      try {
        if (!this.#socket?.connected) this.#socket = await this.connect();
        const items = this.waiting.slice(0, 20);
        const answer = await ask(this.#socket, 'send', { conversation: this.conversation, items });
        for (const { id, status, seq } of answer.data.results) {
          // A busy machine catches up in bursts, and the server may ask for patience.
          if (status === 'later') throw new Error('later');
          assert.ok(status === 'stored' || status === 'duplicate', status);
          this.waiting.splice(0, 1);
          this.stored.set(id, seq);
        }
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        this.#socket?.disconnect();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    this.#busy = false;
  }

  close(): void {
    this.#socket?.disconnect();
  }
}

async function opened(
  url: string,
  namespace: string,
  first: string,
  extraHeaders: Record<string, string> = {},
): Promise<Socket> {
  const socket = io(url + namespace, {
    auth: { protocol: 1 },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once(first, () => resolve());
    socket.once('connect_error', reject);
    socket.once('disconnect', reject);
  }).catch((error: unknown) => {
    socket.disconnect();
    throw error;
  });
  return socket;
}

describe('the server as a process', () => {
  test('killed again and again under traffic, it has stored everything it said it had, once, in order', async () => {
    const data = temporary();
    const agentsFile = path.join(data, 'agents.json');
    writeFileSync(agentsFile, JSON.stringify([{ name: 'Ann', password: 'secret' }]));
    const first = await start({ PORT: '0', DATA_DIR: data, AGENTS_FILE: agentsFile });
    const { url } = first;
    const env = { PORT: new URL(url).port, DATA_DIR: data, AGENTS_FILE: agentsFile };
    const login = await fetch(`${url}/agent/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Ann', password: 'secret' }),
    });
    const cookie = login.headers.get('set-cookie')?.split(';', 1)[0] ?? '';

    let visitorSocket = await opened(url, '/visitor', 'welcome');
    const answer = await ask(visitorSocket, 'start', { key: crypto.randomUUID() });
    const { conversation, credential } = answer.data;
    const visitor = new Writer(conversation, async () => {
      visitorSocket = await opened(url, '/visitor', 'welcome');
      const back = await ask(visitorSocket, 'resume', { conversation, credential });
      assert.ok(back.ok, JSON.stringify(back));
      return visitorSocket;
    });
    const agent = new Writer(conversation, async () => {
      const socket = await opened(url, '/agent', 'desk', { cookie });
      assert.ok((await ask(socket, 'accept', { conversation })).ok);
      return socket;
    });

    let { child } = first;
    let said = 0;
    const speak = setInterval(() => {
      said += 1;
      visitor.say(`v${said}`);
      agent.say(`a${said}`);
    }, 20);
    for (let round = 0; round < 4; round += 1) {
      const target = visitor.stored.size + 15 + round * 7;
      while (visitor.stored.size < target || agent.stored.size < target / 2)
        await new Promise((resolve) => setTimeout(resolve, 3));
      await end(child, 'SIGKILL');
      ({ child } = await start(env));
    }
    clearInterval(speak);
    while (visitor.waiting.length + agent.waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 20));

    const log: { seq: number; prev: number; type: string; text: string; clientId?: string }[] = [];
    for (let after = 0, more = true; more; after = log.at(-1)!.seq) {
      const page = await ask(visitorSocket, 'pull', { conversation, after });
      log.push(...page.data.entries);
      ({ more } = page.data);
    }
    assert.deepEqual(
      log.map(({ seq, prev }) => [seq, prev]),
      log.map((_, index) => [index + 1, index]),
    );
    for (const [side, writer] of [
      ['v', visitor],
      ['a', agent],
    ] as const) {
      const texts = log.filter(({ type, text }) => type === 'message' && text.startsWith(side)).map(({ text }) => text);
      assert.deepEqual(
        texts,
        Array.from({ length: said }, (_, index) => `${side}${index + 1}`),
      );
      assert.equal(writer.stored.size, said);
    }
    for (const entry of log)
      if (entry.clientId !== undefined) assert.equal(visitor.stored.get(entry.clientId), entry.seq);
    visitor.close();
    agent.close();
    assert.equal(await end(child, 'SIGTERM'), 0);
  });

  test('an upload goes on over kills, is completed twice, and is one file in one message', async () => {
    const data = temporary();
    const first = await start({ PORT: '0', DATA_DIR: data });
    const { url } = first;
    const env = { PORT: new URL(url).port, DATA_DIR: data };
    let socket = await opened(url, '/visitor', 'welcome');
    const { conversation, credential } = (await ask(socket, 'start', { key: crypto.randomUUID() })).data;
    const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' };
    const list = `${url}/chat/v1/conversations/${conversation}/files`;
    const call = async (place: string, init: RequestInit): Promise<any> => (await fetch(list + place, init)).json();
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000_000)]);
    const frame = JSON.stringify({ id: 'upload-1', name: 'plan.pdf', size: bytes.length, type: 'application/pdf' });
    const announce = (): Promise<any> => call('', { method: 'POST', headers, body: frame });
    const patch = (file: string, from: number): Promise<any> => {
      const end = Math.min(from + 524_288, bytes.length);
      const range = `bytes ${from}-${end - 1}/${bytes.length}`;
      const body = new Uint8Array(bytes.subarray(from, end));
      return call(`/${file}`, { method: 'PATCH', headers: { ...headers, 'content-range': range }, body });
    };

    let { child } = first;
    for (let round = 0; round < 3; round += 1) {
      const { file, offset } = (await announce()).data;
      assert.ok(offset >= round * 524_288, 'what was acknowledged is still there');
      const next = (await patch(file, offset)).data.offset;
      const lost = patch(file, next).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, round * 4));
      await end(child, 'SIGKILL');
      await lost;
      ({ child } = await start(env));
    }
    const { file, offset } = (await announce()).data;
    for (let at = offset; at < bytes.length;) at = (await patch(file, at)).data.offset;
    const completes = await Promise.all([1, 2].map(() => call(`/${file}/complete`, { method: 'POST', headers })));
    assert.deepEqual(completes[0].data.info, {
      id: file,
      name: 'plan.pdf',
      type: 'application/pdf',
      size: bytes.length,
    });
    await end(child, 'SIGKILL');
    ({ child } = await start(env));
    assert.deepEqual(await call(`/${file}/complete`, { method: 'POST', headers }), completes[1]);

    socket.disconnect();
    const items = [{ id: 'm-1', type: 'message', text: 'the plan', files: [file] }];
    for (const status of ['stored', 'duplicate']) {
      socket = await opened(url, '/visitor', 'welcome');
      await ask(socket, 'resume', { conversation, credential });
      assert.equal((await ask(socket, 'send', { conversation, items })).data.results[0].status, status);
      socket.disconnect();
      await end(child, 'SIGKILL');
      ({ child } = await start(env));
    }
    const got = await fetch(`${list}/${file}`, { headers });
    assert.ok(Buffer.from(await got.arrayBuffer()).equals(bytes));
    assert.equal(await end(child, 'SIGTERM'), 0);
    assert.deepEqual(readdirSync(path.join(data, 'files')), [file]);
    const store = openSqlite({ path: path.join(data, 'chat.db') });
    assert.equal((await store.read((tx) => tx.file(file)))?.state, 'ready');
    await store.close();
  });

  test('a client that only makes requests goes on after a kill without a word about it', async () => {
    const data = temporary();
    let { child, url } = await start({ PORT: '0', DATA_DIR: data });
    const post = async (place: string, body: unknown, credential = ''): Promise<any> => {
      const headers = {
        'content-type': 'application/json',
        ...(credential && { authorization: `Bearer ${credential}` }),
      };
      const answer = await fetch(`${url}/chat/v1/${place}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()).data;
    };
    const { conversation, credential } = await post('start', { protocol: 1, key: crypto.randomUUID() });
    const about = `conversations/${conversation}`;
    for (let round = 1; round <= 3; round += 1) {
      const items = [{ id: `m-${round}`, type: 'message', text: `round ${round}` }];
      assert.equal((await post(`${about}/send`, { items }, credential)).results[0].status, 'stored');
      await end(child, 'SIGKILL');
      ({ child, url } = await start({ PORT: '0', DATA_DIR: data }));
      assert.equal((await post(`${about}/send`, { items }, credential)).results[0].status, 'duplicate');
    }
    const { entries } = await post(`${about}/pull`, { after: 0 }, credential);
    const texts = entries
      .filter(({ type }: { type: string }) => type === 'message')
      .map(({ text }: { text: string }) => text);
    assert.deepEqual(texts, ['round 1', 'round 2', 'round 3']);
    assert.equal(await end(child, 'SIGTERM'), 0);
  });

  test('the first start makes two people who can sign in, keeps them for its owner’s eyes only, and prints where to go', async () => {
    const data = path.join(temporary(), 'data');
    const one = await start({ PORT: '0', DATA_DIR: data });
    assert.match(one.printed, /Demo shop +http:\/\/127\.0\.0\.1:\d+\/\n/);
    assert.match(one.printed, /Agent desk +http:\/\/127\.0\.0\.1:\d+\/agent\/\n/);
    const [, name, password] = /sign in as (\S+), password (\S+)/.exec(one.printed) ?? [];
    const login = await fetch(`${one.url}/agent/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
    });
    assert.equal(login.status, 200);
    assert.equal((await fetch(`${one.url}/`)).status, 200);
    assert.equal(await end(one.child, 'SIGINT'), 0);
    assert.equal(statSync(path.join(data, 'demo-agents.json')).mode & 0o077, 0);
    assert.equal(statSync(path.join(data, 'chat.db')).mode & 0o077, 0);
    assert.ok(!readFileSync(path.join(data, 'chat.db')).includes(password ?? ''));
    const two = await start({ PORT: '0', DATA_DIR: data });
    assert.ok(two.printed.includes(`sign in as ${name}, password ${password}`));
    await end(two.child, 'SIGTERM');
  });

  test('a port in use is left alone and the next one taken; a folder in use is refused with a clear word', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const data = temporary();
    const one = await start({ PORT: String(port), DATA_DIR: data });
    assert.ok(Number(new URL(one.url).port) > port);
    assert.ok(one.printed.includes(`Port ${port} is in use`));
    const two = await start({ PORT: '0', DATA_DIR: data });
    assert.match(two.printed, /is in use by another chat server/);
    children.delete(two.child);
    assert.equal(two.child.exitCode, 1);
    other.close();
    await end(one.child, 'SIGTERM');
  });

  test('a list of agents that is not valid is named, and nothing is started', async () => {
    const data = temporary();
    const file = path.join(data, 'agents.json');
    writeFileSync(file, '[{"name":"Ann","password":7}]');
    const failed = await start({ PORT: '0', DATA_DIR: data, AGENTS_FILE: file });
    assert.match(failed.printed, /agents\.json: 0\.password is not valid/);
    assert.equal(failed.child.exitCode, 1);
    children.delete(failed.child);
  });
});
