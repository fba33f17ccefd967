/** What the desk does beyond text, against the real server: files over a bad line, notices, supervisors. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { DeskClient } from '../../../demo/agent/model/desk-client.js';
import { httpFiles } from '../../../demo/agent/model/http-files.js';
import { memoryVault, systemChance, systemClock, type FilePort } from '../../../demo/agent/model/ports.js';
import { socketLink } from '../../../demo/agent/model/socket-link.js';
import { attendance, type Conversation, type DeskState } from '../../../demo/agent/model/state.js';
import { HTTP_PATH } from '../../../src/protocol/index.js';
import { Rig, type Client } from '../socket/harness.js';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('desk: beyond text', () => {
  let rig: Rig;
  let visitor: Client;
  let id: string;
  let folder: string;
  const desks: DeskClient[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-desk-files-'));
    folders.push(folder);
    rig = await Rig.open({ files: { folder, chunk: 1000 } });
    visitor = await rig.visitor({ auth: { protocol: 1, features: ['files', 'notices'] } });
    id = (await visitor.start()).conversation;
  });
  afterEach(async () => {
    // A desk tries for ever: it has to be told.
    for (const client of desks.splice(0)) await client.signOut(() => Promise.resolve(true));
    await rig.close();
  });

  async function desk(
    name: 'Ann' | 'Boss',
    wrap: (files: FilePort) => FilePort = (files) => files,
  ): Promise<DeskClient> {
    const cookie = await rig.cookie(name);
    const ask: typeof fetch = (input, init) =>
      fetch(rig.url + (input as string), { ...init, headers: { ...(init?.headers as object), cookie } });
    const client = new DeskClient({
      makeLink: socketLink(rig.url, { extraHeaders: { cookie } }),
      clock: systemClock,
      chance: systemChance,
      vault: memoryVault(),
      files: wrap(httpFiles(`${HTTP_PATH}/conversations`, ask)),
    });
    desks.push(client);
    client.start();
    await until(client, (state) => state.desk !== undefined);
    return client;
  }

  const until = (client: DeskClient, shown: (state: DeskState) => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (shown(client.store.value)) return resolve();
      const stop = client.store.subscribe(() => {
        if (!shown(client.store.value)) return;
        stop();
        resolve();
      });
    });
  const one = (state: DeskState): Conversation | undefined => state.conversations.get(id);

  it('uploads in pieces over a line that breaks, and sends text and files in one message', async () => {
    let asked = 0;
    const ann = await desk('Ann', (files) => ({
      ...files,
      ask(method, where, body) {
        asked += 1;
        return asked === 3 ? Promise.reject(new TypeError('cut')) : files.ask(method, where, body);
      },
    }));
    await ann.accept(id);
    assert.deepEqual(one(ann.store.value)?.summary.features, ['files', 'notices']);
    const text = new File(['x'.repeat(4500)], 'notes.txt', { type: 'text/plain' });
    ann.attach(id, [text, new File([], 'empty.txt'), new File(['no picture'], 'cup.png', { type: 'image/png' })]);
    assert.equal(ann.send(id, 'too early'), false);
    await until(ann, (state) => one(state)?.uploads.every(({ status }) => status !== 'uploading') ?? false);
    const uploads = one(ann.store.value)?.uploads ?? [];
    assert.deepEqual(
      uploads.map(({ status, code }) => code ?? status),
      ['ready', 'empty', 'type-mismatch'],
    );
    for (const { id: upload, status } of uploads) if (status === 'failed') ann.detach(id, upload);
    assert.equal(ann.send(id, 'Here they are'), true);
    const entry = await visitor.until((event, payload) => event === 'entry' && payload.entry.files && payload.entry);
    assert.deepEqual([entry.text, entry.files[0].name, entry.files[0].size], ['Here they are', 'notes.txt', 4500]);
    await until(ann, (state) => one(state)?.pending.length === 0);
    assert.deepEqual(readdirSync(folder), [entry.files[0].id]);
    assert.equal(ann.fileAddress(id, 'F1'), `/chat/v1/conversations/${id}/files/F1`);
  });

  it('a file that is taken off the message is taken off the server', async () => {
    const ann = await desk('Ann');
    await ann.accept(id);
    ann.attach(id, [new File(['text'], 'notes.txt')]);
    await until(ann, (state) => one(state)?.uploads[0]?.status === 'ready');
    ann.detach(id, one(ann.store.value)?.uploads[0]?.id ?? '');
    assert.equal(ann.send(id, ''), false);
    for (let turn = 0; turn < 100 && readdirSync(folder).length > 0; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(readdirSync(folder), []);
  });

  it('sends and shows notices, and changes of the visitor’s data', async () => {
    const ann = await desk('Ann');
    await ann.accept(id);
    assert.equal(ann.notice(id, ' '), false);
    assert.equal(ann.notice(id, '{"open":"returns"}'), true);
    const entry = await visitor.until(
      (event, payload) => event === 'entry' && payload.entry.type === 'notice' && payload.entry,
    );
    assert.equal(entry.text, '{"open":"returns"}');
    await visitor.send(
      id,
      { id: 'n', type: 'notice', text: 'seen' },
      { id: 'd', type: 'user-data', data: { basket: 3 } },
    );
    await until(ann, (state) => one(state)?.summary.userData?.['basket'] === 3);
    await until(ann, (state) => one(state)?.log.entries.at(-1)?.type === 'user-data');
    assert.deepEqual(one(ann.store.value)?.pending, []);
  });

  it('a supervisor reads along, speaks, and goes', async () => {
    const ann = await desk('Ann');
    await ann.accept(id);
    const boss = await desk('Boss');
    await until(boss, (state) => one(state)?.place === 'others');
    boss.select(id);
    const how = (): string | undefined => {
      const conversation = one(boss.store.value);
      return conversation && attendance(conversation, boss.store.value.desk?.me);
    };
    assert.equal(await boss.join(id, true), true);
    assert.equal(how(), 'silent');
    assert.equal(boss.send(id, 'not heard'), false);
    assert.equal(await boss.join(id, false), true);
    assert.equal(how(), 'speaking');
    assert.equal(boss.send(id, 'Hello from Boss'), true);
    const entry = await visitor.until(
      (event, payload) => event === 'entry' && payload.entry.type === 'message' && payload.entry,
    );
    assert.equal(entry.from.role, 'supervisor');
    await until(boss, (state) => one(state)?.pending.length === 0);
    assert.equal(await boss.leave(id), true);
    assert.equal(how(), undefined);
    await visitor.until((event, payload) => event === 'entry' && payload.entry.type === 'leave');
    const heard = visitor.heard.filter(({ event }) => event === 'entry').map(({ payload }) => payload.entry.type);
    assert.deepEqual(heard.slice(-3), ['join', 'message', 'leave']);
  });
});
