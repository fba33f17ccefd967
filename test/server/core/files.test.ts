import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import type { FileSide, Piece, Uploader } from '../../../demo/server/core/files.js';
import { DEFAULT_SETTINGS, type FileSettings } from '../../../demo/server/core/settings.js';
import { diskBlobs } from '../../../demo/server/files/disk-blobs.js';
import type { WireFileState, WireItemResult } from '../../../src/protocol/index.js';
import { FakeClock } from './fake-clock.js';
import { refused, World, type Tab } from './world.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const HOUR = 3_600_000;

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A world that takes files, and the folder where they are. */
async function shop(more: Partial<FileSettings> = {}): Promise<{ world: World; folder: string; files: FileSide }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-files-'));
  folders.push(folder);
  const settings = { files: { ...DEFAULT_SETTINGS.files, ...more } };
  const world = await World.open(settings, undefined, new FakeClock(), diskBlobs(folder));
  assert.ok(world.service.files);
  return { world, folder, files: world.service.files };
}

async function* chunks(...parts: readonly (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield part;
  }
}

const piece = (start: number, bytes: Uint8Array, total?: number): Piece => ({
  start,
  length: bytes.length,
  total,
  source: chunks(bytes),
  stop: () => undefined,
});

/** A visitor with a conversation, as an uploader. */
async function visitor(world: World): Promise<{ tab: Tab; conversation: string; who: Uploader }> {
  const { tab, opened, conversation } = await world.visitor();
  const who = { conversation, proof: { credential: opened.credential ?? '' }, address: '10.0.0.1' };
  return { tab, conversation, who };
}

async function upload(
  { files, world }: { files: FileSide; world: World },
  who: Uploader,
  bytes: Uint8Array,
  { name = 'cup.png', type, id = world.id() }: { name?: string; type?: string; id?: string } = {},
): Promise<WireFileState> {
  const { file } = await files.create(who, { id, name, size: bytes.length, type });
  await files.write(who, file, piece(0, bytes, bytes.length));
  return files.complete(who, file);
}

/** The ids of all rows of files that no message carries. */
const unsent = (world: World): Promise<string[]> =>
  world.store.read((tx) => tx.staleFiles(Number.MAX_SAFE_INTEGER, 1000));

const sends = (tab: Tab, conversation: string, id: string, files: string[], text = ''): Promise<WireItemResult[]> =>
  tab.send(conversation, [{ id, type: 'message', text, files }]);

describe('files', () => {
  test('a file comes in pieces, is found out by its content, and goes with a message to both sides', async () => {
    const { world, files } = await shop();
    const { tab, conversation, who } = await visitor(world);
    const announced = await files.create(who, { id: 'up-1', name: 'cup.png', size: PNG.length, type: 'image/png' });
    assert.deepEqual(announced, { file: announced.file, offset: 0, size: PNG.length });
    await files.write(who, announced.file, piece(0, PNG.subarray(0, 30), PNG.length));
    const state = await files.write(who, announced.file, piece(30, PNG.subarray(30)));
    assert.equal(state.offset, PNG.length);
    const { info } = await files.complete(who, announced.file);
    assert.deepEqual(info, { id: announced.file, name: 'cup.png', type: 'image/png', size: PNG.length });

    const desk = await world.desk('ann');
    await desk.accept(conversation);
    assert.equal((await sends(tab, conversation, 'm-1', [announced.file], 'Look'))[0]?.status, 'stored');
    for (const heard of [tab.heard, desk.heard]) {
      const entry = heard.findLast(({ event }) => event === 'entry')?.payload.entry;
      assert.deepEqual([entry.text, entry.files], ['Look', [info]]);
    }
    const got = await files.open(conversation, { agent: 'ann' }, announced.file);
    assert.deepEqual(await got.read().toArray(), [PNG]);
    assert.deepEqual(Buffer.concat(await got.read({ start: 1, end: 3 }).toArray()), PNG.subarray(1, 4));
    await world.close();
  });

  test('the same announcement finds the same file, with what is on disk of it', async () => {
    const { world, files, folder } = await shop();
    const { who } = await visitor(world);
    const frame = { id: 'up-1', name: 'cup.png', size: PNG.length };
    const { file } = await files.create(who, frame);
    const cut = { ...piece(0, PNG), source: chunks(PNG.subarray(0, 20), new Error('cut')) };
    assert.equal((await files.write(who, file, cut)).offset, 20);
    assert.deepEqual(await files.create(who, frame), { file, offset: 20, size: PNG.length });
    await refused(files.create(who, { ...frame, size: 9 }), 'bad-request');
    await refused(files.complete(who, file), 'incomplete');
    // What was on its way when the server was killed may be on disk or not; it does not count.
    writeFileSync(path.join(folder, file), Buffer.concat([PNG.subarray(0, 20), Buffer.from('half a chunk')]));
    await world.restart();
    const again = world.service.files;
    assert.ok(again);
    assert.equal((await again.create(who, frame)).offset, 20);
    await refused(again.write(who, file, piece(32, PNG.subarray(32))), 'offset-mismatch');
    await again.write(who, file, piece(20, PNG.subarray(20)));
    const { info } = await again.complete(who, file);
    assert.equal(info?.type, 'image/png');
    assert.deepEqual(Buffer.concat(await (await again.open(who.conversation, who.proof, file)).read().toArray()), PNG);
    await world.close();
  });

  test('bytes that the disk lost are asked for again', async () => {
    const { world, files, folder } = await shop();
    const { who } = await visitor(world);
    const { file } = await files.create(who, { id: 'up-1', name: 'cup.png', size: PNG.length });
    await files.write(who, file, piece(0, PNG));
    truncateSync(path.join(folder, file), 5);
    await assert.rejects(files.complete(who, file), { code: 'incomplete', details: { offset: 5 } });
    await files.write(who, file, piece(5, PNG.subarray(5)));
    assert.ok((await files.complete(who, file)).info);
    await world.close();
  });

  test('offsets are exact: a gap, an overlap, more than announced and another size are refused and change nothing', async () => {
    const { world, files } = await shop();
    const { who } = await visitor(world);
    const { file } = await files.create(who, { id: 'up-1', name: 'cup.png', size: PNG.length });
    await files.write(who, file, piece(0, PNG.subarray(0, 10)));
    for (const start of [0, 9, 11, PNG.length]) {
      const late = files.write(who, file, piece(start, PNG.subarray(0, 1)));
      await assert.rejects(late, { code: 'offset-mismatch', details: { offset: 10 } });
    }
    await refused(files.write(who, file, piece(10, PNG)), 'bad-request');
    await refused(files.write(who, file, piece(10, PNG.subarray(10), PNG.length + 1)), 'bad-request');
    const excess = { ...piece(10, PNG.subarray(10, 12)), source: chunks(PNG.subarray(10, 11), PNG.subarray(11)) };
    await refused(files.write(who, file, excess), 'bad-request');
    assert.equal((await files.create(who, { id: 'up-1', name: 'x', size: PNG.length })).offset, 10);
    await world.close();
  });

  test('a piece that comes while another is stuck takes its place', async () => {
    const { world, files } = await shop();
    const { who } = await visitor(world);
    const frame = { id: 'up-1', name: 'cup.png', size: PNG.length };
    const { file } = await files.create(who, frame);
    let stop = (): void => undefined;
    const stuck = new Promise<never>((_, reject) => (stop = () => reject(new Error('stopped'))));
    const dead = (async function* () {
      yield PNG.subarray(0, 8);
      await stuck;
    })();
    const first = files.write(who, file, { ...piece(0, PNG), source: dead, stop: () => stop() });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { offset } = await files.create(who, frame).finally(() => undefined);
    assert.equal((await first).offset, offset);
    await files.write(who, file, piece(offset, PNG.subarray(offset)));
    assert.ok((await files.complete(who, file)).info);
    await world.close();
  });

  test('completes at once, and again after a restart, have one answer', async () => {
    const { world, files } = await shop();
    const { who } = await visitor(world);
    const { file } = await files.create(who, { id: 'up-1', name: 'cup.png', size: PNG.length });
    await files.write(who, file, piece(0, PNG));
    const answers = await Promise.all(Array.from({ length: 5 }, () => files.complete(who, file)));
    await world.restart();
    answers.push((await world.service.files?.complete(who, file)) as WireFileState);
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    await world.close();
  });

  test('each wrong file has its own outcome, and none leaves bytes behind', async () => {
    const { world, files, folder } = await shop({ maxSize: 1000 });
    const { who } = await visitor(world);
    const shopped = { world, files };
    await refused(upload(shopped, who, Buffer.alloc(0)), 'empty');
    await refused(upload(shopped, who, Buffer.alloc(1001)), 'too-large');
    await refused(upload(shopped, who, SVG, { name: 'x.svg', type: 'image/svg+xml' }), 'type-not-allowed');
    await refused(upload(shopped, who, SVG, { name: 'x.svg' }), 'type-not-allowed');
    await refused(upload(shopped, who, SVG, { name: 'x.png', type: 'image/png' }), 'type-mismatch');
    await refused(upload(shopped, who, PNG, { name: 'x.pdf', type: 'application/pdf' }), 'type-mismatch');
    await refused(upload(shopped, who, Buffer.from('MZ' + '\0'.repeat(100)), { name: 'x.txt' }), 'type-not-allowed');
    await refused(
      upload(shopped, who, Buffer.from('<!doctype html>'), { name: 'x.txt', type: 'text/plain' }),
      'type-mismatch',
    );
    // Asked again, the outcome is the same.
    const id = world.id();
    await refused(upload(shopped, who, SVG, { id }), 'type-not-allowed');
    await refused(upload(shopped, who, SVG, { id }), 'type-not-allowed');
    assert.deepEqual(readdirSync(folder), []);
    await world.clock.advance(25 * HOUR);
    await files.sweep();
    assert.deepEqual(await unsent(world), []);
    await world.close();
  });

  test('a name is data: no path, no hidden direction, and an ending that fits the content', async () => {
    const { world, files, folder } = await shop();
    const { who } = await visitor(world);
    const named = async (name: string, bytes: Uint8Array = PNG): Promise<string | undefined> =>
      (await upload({ world, files }, who, bytes, { name })).info?.name;
    assert.equal(await named('../../etc/cup.png'), 'cup.png');
    assert.equal(await named('C:\\temp\\cup.png'), 'cup.png');
    assert.equal(await named('cup\u202Egnp.exe'), 'cupgnp.exe.png');
    assert.equal(await named('\u0000\u0007cup\n.png'), 'cup.png');
    assert.equal(await named('.png'), 'png.png');
    assert.equal(await named('con.png'), '_con.png');
    assert.equal(await named(`${'ü'.repeat(300)}.png`), `${'ü'.repeat(124)}.png`);
    assert.equal(await named('run.bat', Buffer.from('echo')), 'run.bat.txt');
    assert.equal(await named('data.csv', Buffer.from('a,b')), 'data.csv');
    for (const name of readdirSync(folder)) assert.match(name, /^[\w-]+$/);
    await world.close();
  });

  test('a file is sent once, by who uploaded it, in its own conversation, when it is complete', async () => {
    const { world, files } = await shop();
    const bo = await visitor(world);
    const { tab, opened, conversation } = await world.visitor();
    const cy = { conversation, proof: { credential: opened.credential ?? '' }, address: '10.0.0.2' };
    const complete = (await upload({ world, files }, bo.who, PNG)).file;
    const open = (await files.create(bo.who, { id: 'open', name: 'a.png', size: 5 })).file;
    const foreign = (await upload({ world, files }, cy, PNG)).file;
    const code = async (ids: string[]): Promise<unknown> =>
      (await sends(bo.tab, bo.conversation, world.id(), ids)).map((result) => [result.code, result.field])[0];
    assert.deepEqual(await code([open]), ['unknown-file', 'files.0']);
    assert.deepEqual(await code([complete, foreign]), ['unknown-file', 'files.1']);
    assert.deepEqual(await code([complete, complete]), ['unknown-file', 'files.1']);
    assert.deepEqual(await code(Array.from({ length: 11 }, () => complete)), ['too-many', 'files']);
    assert.equal((await sends(bo.tab, bo.conversation, 'm-1', [complete]))[0]?.status, 'stored');
    assert.equal((await sends(bo.tab, bo.conversation, 'm-1', [complete]))[0]?.status, 'duplicate');
    assert.deepEqual(await code([complete]), ['unknown-file', 'files.0']);
    await refused(files.remove(bo.who, complete), 'not-allowed');
    assert.equal((await sends(tab, conversation, 'm-1', [foreign]))[0]?.status, 'stored');
    await world.close();
  });

  test('nobody gets a file of a conversation that is not theirs, or one that was not sent to them', async () => {
    const { world, files } = await shop();
    const bo = await visitor(world);
    const cy = await visitor(world);
    const ann = await world.desk('ann');
    await world.desk('bob');
    await world.account('boss', { role: 'supervisor' });
    await ann.accept(bo.conversation);
    const { file } = await upload({ world, files }, bo.who, PNG);
    const open = (proof: Uploader['proof']): Promise<unknown> => files.open(bo.conversation, proof, file);
    await refused(open({ agent: 'ann' }), 'unknown-file');
    await sends(bo.tab, bo.conversation, 'm-1', [file]);
    await open({ agent: 'ann' });
    await open({ agent: 'boss' });
    await refused(open({ agent: 'bob' }), 'not-allowed');
    await refused(open({ credential: 'wrong' }), 'unknown-conversation');
    await refused(open(cy.who.proof), 'unknown-conversation');
    await refused(files.open(cy.conversation, cy.who.proof, file), 'unknown-file');
    await refused(files.write(cy.who, file, piece(0, PNG)), 'unknown-file');
    await refused(files.complete({ ...bo.who, proof: { agent: 'ann' } }, file), 'unknown-file');
    await refused(
      files.create({ ...bo.who, proof: { agent: 'boss' } }, { id: 'x', name: 'x', size: 1 }),
      'not-allowed',
    );
    await world.close();
  });

  test('a ticket opens one file for some minutes, also after a restart, and nothing else', async () => {
    const { world, files } = await shop();
    const { who } = await visitor(world);
    const { file } = await upload({ world, files }, who, PNG);
    const { path: ticket, expiresAt } = await files.ticket(who.conversation, who.proof, file);
    await world.restart();
    const again = world.service.files;
    assert.ok(again);
    assert.equal((await again.redeem(ticket)).info.id, file);
    const other = (await upload({ world, files: again }, who, PNG)).file;
    await refused(again.redeem(ticket.replace(file, other)), 'unknown-file');
    await refused(again.redeem(ticket.slice(0, -1)), 'unknown-file');
    await refused(again.redeem('..'), 'unknown-file');
    await world.clock.advance(expiresAt - world.clock.now());
    await refused(again.redeem(ticket), 'unknown-file');
    await world.close();
  });

  test('there is a limit for uploads that are not sent, for a conversation and for an address', async () => {
    const { world, files } = await shop({
      maxUnsent: 2,
      perConversation: { files: 3, bytes: 1000 },
      perAddressDay: 1500,
    });
    const { tab, conversation, who } = await visitor(world);
    const create = (size: number, by = who): Promise<WireFileState> =>
      files.create(by, { id: world.id(), name: 'x', size });
    const one = await create(100);
    await create(100);
    await refused(create(1), 'too-many');
    await files.remove(who, one.file);
    await files.remove(who, one.file);
    await refused(create(901), 'quota-exceeded');
    const first = (await upload({ world, files }, who, PNG)).file;
    await sends(tab, conversation, 'm-1', [first]);
    const second = (await upload({ world, files }, who, PNG)).file;
    await sends(tab, conversation, 'm-2', [second]);
    await refused(create(1), 'too-many');
    const other = await visitor(world);
    await create(1000, other.who);
    const third = await visitor(world);
    await refused(create(400, third.who), 'quota-exceeded');
    await world.clock.advance(25 * HOUR);
    await create(400, third.who);
    await world.close();
  });

  test('what was never sent goes after a day, what was sent goes with its conversation, and no byte stays', async () => {
    const { world, files, folder } = await shop();
    const { tab, conversation, who } = await visitor(world);
    const sent = (await upload({ world, files }, who, PNG)).file;
    await sends(tab, conversation, 'm-1', [sent]);
    await upload({ world, files }, who, PNG);
    const { file } = await files.create(who, { id: 'up', name: 'x', size: 9 });
    await files.write(who, file, piece(0, PNG.subarray(0, 4)));
    writeFileSync(path.join(folder, 'bytes-that-a-crash-has-left'), 'x');
    assert.equal(readdirSync(folder).length, 4);
    await files.sweep();
    assert.equal(readdirSync(folder).length, 3);
    await world.clock.advance(24 * HOUR + 1);
    await files.sweep();
    assert.deepEqual(readdirSync(folder), [sent]);
    await refused(files.complete(who, file), 'unknown-file');
    assert.deepEqual(await unsent(world), []);
    await tab.send(conversation, [{ id: 'e', type: 'end' }]);
    await refused(files.create(who, { id: 'late', name: 'x', size: 9 }), 'ended');
    await world.clock.advance(31 * 24 * HOUR);
    for (let turn = 0; turn < 50 && readdirSync(folder).length > 0; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(readdirSync(folder), []);
    assert.equal(await world.store.read((tx) => tx.file(sent)), undefined);
    await world.close();
  });

  test('an upload that its visitor gave up, and a server killed in the middle of it, leave neither row nor bytes', async () => {
    const { world, files, folder } = await shop();
    const { who } = await visitor(world);
    const { file } = await files.create(who, { id: 'up', name: 'x', size: PNG.length });
    await files.write(who, file, { ...piece(0, PNG), source: chunks(PNG.subarray(0, 9), new Error('cut')) });
    await world.restart();
    assert.deepEqual([await unsent(world), readdirSync(folder)], [[file], [file]]);
    await world.clock.advance(25 * HOUR);
    await world.service.files?.sweep();
    assert.deepEqual([await unsent(world), readdirSync(folder)], [[], []]);
    await world.close();
  });

  test('the desk learns whether the visitor can see files', async () => {
    const { world } = await shop();
    const { conversation } = await visitor(world);
    const ann = await world.desk('ann');
    await ann.accept(conversation);
    assert.equal((await ann.shows()).mine[0]?.features, undefined);
    const opened = await world.store.read((tx) => tx.conversation(conversation));
    assert.deepEqual(opened?.features, []);
    await world.close();
  });
});
