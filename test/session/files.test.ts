import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deferred } from '../../src/session/flows/deferred.js';
import type { ChatError } from '../../src/session/model/errors.js';
import { file, LIMITS } from '../helpers/fake-files.js';
import { watch } from '../helpers/outcome.js';
import { World, type Page, type Tab } from '../helpers/visitor.js';

/** The code of files comes over the network, in no virtual time. */
async function loaded(page: Page): Promise<Page> {
  await page.chat.downloadFile({ fileId: '' }).catch(() => undefined);
  return page;
}

async function talking(world = new World(), tab: Tab = world.tab()): Promise<Page> {
  const page = await loaded(tab.load());
  page.hear({ type: 'capabilities', capabilities: { files: LIMITS } });
  await page.started();
  return page;
}

const rejects = (promise: Promise<unknown>, code: string, text: RegExp) =>
  assert.rejects(promise, (error: ChatError) => {
    assert.equal(error.code, code);
    assert.match(error.message, text);
    return true;
  });
const tray = (page: Page) =>
  (page.state.view.files?.uploads ?? [])
    .filter(({ message }) => message === undefined)
    .map(({ name, status, error }) => `${name}:${error ?? status}`);
const sentFiles = (page: Page) =>
  page.current.log.entries.flatMap((entry) =>
    entry.type === 'message' ? (entry.files ?? []).map(({ name }) => name) : [],
  );

test('what the server would not take is refused before anything is sent, with the file and the limit', async () => {
  const world = new World();
  const page = await talking(world);
  const { chat } = page;
  await rejects(chat.sendFile({ files: [] }), 'invalid', /no file chosen/);
  await rejects(chat.sendFile({ files: file('nothing.txt', 0) }), 'empty', /nothing\.txt.*0 bytes/);
  await rejects(
    chat.sendFile({ files: [file('a.txt', 1), file('big.txt', 1001)] }),
    'too-large',
    /big\.txt.*1001.*1000/,
  );
  await rejects(
    chat.sendFile({ files: file('x.svg', 9, 'image/svg+xml') }),
    'type-not-allowed',
    /x\.svg.*image\/svg\+xml/,
  );
  const four = ['1', '2', '3', '4'].map((name) => file(name, 1));
  await rejects(chat.sendFile({ files: four }), 'too-many', /“4”.*at most 3/);
  assert.equal(world.files.kept.size, 0);
  assert.deepEqual(page.echoes, []);
});

test('without the capability, or without a conversation, it says which', async () => {
  const world = new World();
  const page = world.page();
  await rejects(page.chat.sendFile({ files: file('a.txt', 1) }), 'not-active', /no active chat session/);
  await page.started();
  await rejects(page.chat.sendFile({ files: file('a.txt', 1) }), 'unsupported', /doesn't support file uploads/);
});

test('files of an input element, a list and a single one are sent as a message of their own', async () => {
  const world = new World();
  const page = await talking(world);
  const input = { files: { length: 2, 0: file('a.txt', 120), 1: file('b.txt', 30) } };
  const sent = watch(page.chat.sendFile({ files: input }));
  await world.clock.advance(1000);
  assert.equal(sent.is, 'resolved');
  assert.deepEqual(sentFiles(page), ['a.txt', 'b.txt']);
  assert.deepEqual(page.state.view.files?.uploads, []);
  assert.deepEqual([world.blobs.size, [...world.disk.rows.keys()].filter((key) => key.startsWith('files/'))], [0, []]);
});

test('the page may take files away before they are taken, or all of them', async () => {
  const world = new World();
  const page = await talking(world);
  const undo = page.chat.intercept((type, detail) => {
    if (type === 'chat-before-upload' && 'files' in detail) detail.files = detail.files.slice(1);
    return true;
  });
  page.perform('chat-attach-request', { files: [file('a.txt', 1), file('b.txt', 1)] });
  await world.clock.advance(1000);
  assert.deepEqual(tray(page), ['b.txt:ready']);
  undo();
  page.chat.intercept((type) => type !== 'chat-before-upload');
  await rejects(page.chat.sendFile({ files: file('c.txt', 1) }), 'prevented', /chat-before-upload/);
});

test('the tray uploads at once, says why a file is not taken, and goes with the next text in one message', async () => {
  const world = new World();
  const page = await talking(world);
  page.perform('chat-attach-request', { files: [file('a.txt', 150), file('empty.txt', 0), file('big.txt', 2000)] });
  await world.clock.advance(1000);
  assert.deepEqual(tray(page), ['a.txt:ready', 'empty.txt:empty', 'big.txt:too-large']);
  page.say('Here it is');
  await world.clock.advance(1000);
  assert.deepEqual(page.texts, ['Here it is']);
  assert.deepEqual(sentFiles(page), ['a.txt']);
  assert.deepEqual(tray(page), ['empty.txt:empty', 'big.txt:too-large']);
});

test('a message with files shows at once, and later texts do not wait for it', async () => {
  const world = new World();
  const page = await talking(world);
  world.files.down = true;
  // At once: whoever is quick must not send the text alone.
  page.perform('chat-attach-request', { files: [file('a.txt', 150)] });
  page.say('With a file');
  page.say('And a text');
  await world.clock.advance(20_000);
  assert.deepEqual(page.echoes, ['With a file:queued']);
  assert.deepEqual(page.texts, ['And a text']);
  world.files.down = false;
  await world.clock.advance(20_000);
  assert.deepEqual(page.texts, ['And a text', 'With a file']);
  assert.deepEqual(page.echoes, []);
});

test('an upload that breaks is taken up where the server stands: no byte goes twice', async () => {
  const world = new World();
  const page = await talking(world);
  world.files.breakAt = 400;
  const sent = watch(page.chat.sendFile({ files: file('a.txt', 950) }));
  await world.clock.advance(20_000);
  assert.equal(sent.is, 'resolved');
  assert.deepEqual([world.files.began, world.files.carried], [[0, 400], 950]);
});

test('what the server finds in a file is told at the message, which can be taken back', async () => {
  const world = new World();
  const page = await talking(world);
  world.files.judge = () => 'type-mismatch';
  const sent = watch(page.chat.sendFile({ files: file('cup.png', 10, 'image/png') }));
  await world.clock.advance(1000);
  assert.equal(sent.is, 'type-mismatch');
  assert.match(sent.text ?? '', /cup\.png/);
  assert.deepEqual(
    page.current.pending.map(({ status, error }) => `${status}:${error}`),
    ['failed:type-mismatch'],
  );
  page.perform('chat-discard-request', { clientId: page.current.pending[0]!.clientId });
  await world.clock.advance(1000);
  assert.deepEqual([page.echoes, page.state.view.files?.uploads], [[], []]);
});

test('a message that was taken back, and a file that was taken off, leave nothing on the server', async () => {
  const world = new World();
  const page = await talking(world);
  page.perform('chat-attach-request', { files: [file('a.txt', 900), file('b.txt', 10)] });
  await world.clock.advance(60);
  page.perform('chat-detach-request', { id: page.state.view.files!.uploads[1]!.id });
  page.say('No, wait');
  await world.clock.advance(20);
  page.perform('chat-discard-request', { clientId: page.current.pending[0]!.clientId });
  await world.clock.advance(5_000);
  assert.deepEqual([world.files.kept.size, world.blobs.size, page.texts], [0, 0, []]);
});

test('files that were chosen before a conversation, or after its end, go into the next', async () => {
  const world = new World();
  const page = await talking(world);
  world.server.room.end();
  await world.clock.advance(500);
  page.perform('chat-attach-request', { files: [file('a.txt', 10)] });
  await world.clock.advance(500);
  assert.deepEqual(tray(page), ['a.txt:waiting']);
  page.perform('chat-new-request');
  await world.clock.advance(500);
  page.say('A new matter');
  await world.clock.advance(3_000);
  assert.deepEqual([page.texts, sentFiles(page)], [['A new matter'], ['a.txt']]);
});

test('a page that dies leaves message and files, and the next goes on at the same byte', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await talking(world, tab);
  world.files.breakAt = 500;
  page.perform('chat-attach-request', { files: [file('a.txt', 950)] });
  await world.clock.advance(20);
  page.say('Kept');
  await world.clock.advance(55);
  world.files.down = true;
  const next = await loaded(tab.load());
  void next.chat.recover();
  await world.clock.advance(500);
  assert.deepEqual(next.echoes, ['Kept:queued']);
  world.files.down = false;
  await world.clock.advance(20_000);
  assert.deepEqual([next.texts, sentFiles(next), world.files.carried], [['Kept'], ['a.txt'], 950]);
  assert.deepEqual([world.blobs.size, [...world.disk.rows.keys()].filter((key) => key.startsWith('files/'))], [0, []]);
});

test('where the bytes could not be kept, the text comes back, and the file is to be chosen again', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await talking(world, tab);
  world.files.down = true;
  page.perform('chat-attach-request', { files: [file('a.txt', 950)] });
  await world.clock.advance(20);
  page.say('Kept');
  await world.clock.advance(200);
  world.blobs.clear();
  const next = await loaded(tab.load());
  void next.chat.recover();
  await world.clock.advance(2_000);
  assert.deepEqual(Object.values(next.state.view.drafts), ['Kept']);
  assert.deepEqual(tray(next), ['a.txt:unreadable']);
  assert.deepEqual(next.echoes, []);
});

test('a message is not said to be kept while the bytes of its files are not, nor where they can’t be', async () => {
  const world = new World();
  const page = await talking(world);
  world.files.down = true;
  const written = deferred<void>();
  world.blobDisk = written.promise;
  page.perform('chat-attach-request', { files: [file('a.txt', 950)] });
  await world.clock.advance(20);
  page.say('Kept');
  await world.clock.advance(200);
  assert.deepEqual(page.echoes, []);
  written.resolve();
  await world.clock.advance(20);
  assert.deepEqual(page.echoes, ['Kept:queued']);

  world.blobDisk = Promise.reject(new Error('the disk is full'));
  world.blobDisk.catch(() => undefined);
  page.perform('chat-attach-request', { files: [file('b.txt', 950)] });
  await world.clock.advance(20);
  page.say('Only here');
  await world.clock.advance(200);
  assert.deepEqual(page.echoes, ['Kept:queued', 'Only here:held']);
});

test('a page that dies while it keeps a message with files still has them in the tray', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await talking(world, tab);
  world.files.down = true;
  world.blobDisk = new Promise(() => undefined);
  page.perform('chat-attach-request', { files: [file('a.txt', 950)] });
  await world.clock.advance(20);
  page.say('Kept');
  await world.clock.advance(200);
  const next = await loaded(tab.load());
  void next.chat.recover();
  await world.clock.advance(2_000);
  assert.deepEqual(tray(next), ['a.txt:unreadable']);
});

test('the tray is there again after a reload, and in no other tab while its own lives', async () => {
  const world = new World();
  const tab = world.tab();
  const page = await talking(world, tab);
  page.perform('chat-attach-request', { files: [file('a.txt', 950)] });
  await world.clock.advance(50);
  const other = await loaded(await world.page().started());
  await world.clock.advance(500);
  assert.deepEqual(tray(other), []);
  const next = await loaded(tab.load());
  void next.chat.recover();
  await world.clock.advance(2_000);
  assert.deepEqual(tray(next), ['a.txt:ready']);
  assert.equal(world.files.carried, 950);
});

test('a conversation that is gone gives its text and files back', async () => {
  const world = new World();
  const page = await talking(world);
  world.files.down = true;
  page.perform('chat-attach-request', { files: [file('a.txt', 10)] });
  await world.clock.advance(20);
  page.say('For whom?');
  await world.clock.advance(500);
  page.hear({ type: 'revoked', remoteId: page.current.remoteId! });
  page.perform('chat-new-request');
  await world.clock.advance(500);
  page.perform('chat-new-request');
  await world.clock.advance(500);
  assert.deepEqual([Object.values(page.state.view.drafts), tray(page)], [['For whom?'], ['a.txt:waiting']]);
});

test('a file is saved by its short-lived address, under its name, and an unknown one is told', async () => {
  const world = new World();
  const page = await talking(world);
  await rejects(page.chat.downloadFile({ fileId: '' }), 'invalid', /fileId/);
  const unknown = watch(page.chat.downloadFile({ fileId: 'nowhere' }));
  void page.chat.sendFile({ files: file('cod\u202Etxt.exe', 10) });
  await world.clock.advance(1000);
  assert.equal(unknown.is, 'unknown-file');
  const id = page.current.log.entries.flatMap((entry) => (entry.type === 'message' ? (entry.files ?? []) : []))[0]!.id;
  const saved = watch(page.chat.downloadFile({ fileId: id }));
  await world.clock.advance(100);
  assert.equal(saved.is, 'resolved');
  assert.deepEqual(world.saved, [`codtxt.exe from https://chat.example/tickets/${id}`]);
});

test('only what the server found to be a picture is fetched to be shown', async () => {
  const world = new World();
  const page = await talking(world);
  void page.chat.sendFile({ files: [file('cup.png', 10, 'image/png'), file('notes.txt', 10)] });
  await world.clock.advance(1000);
  const other = await loaded(await world.page().started());
  const files = other.current.log.entries.flatMap((entry) => (entry.type === 'message' ? (entry.files ?? []) : []));
  for (const { id } of files) other.perform('chat-preview-request', { fileId: id });
  await world.clock.advance(1000);
  const previews = Object.entries(other.state.view.files?.previews ?? {});
  assert.deepEqual(
    previews.map(([id, { type }]) => [id, type]),
    [[files[0]!.id, 'image/png']],
  );
});

test('who signs out leaves no file, no text and no bytes on the device', async () => {
  const world = new World();
  const page = await talking(world);
  world.files.down = true;
  page.perform('chat-attach-request', { files: [file('a.txt', 10)] });
  page.say('With a file');
  page.perform('chat-attach-request', { files: [file('b.txt', 10)] });
  await world.clock.advance(500);
  assert.equal(world.blobs.size, 2);
  const out = watch(page.chat.logout());
  await world.clock.advance(500);
  assert.equal(out.is, 'resolved');
  assert.deepEqual([world.blobs.size, world.disk.rows.size, tray(page), page.state.view.drafts], [0, 0, [], {}]);
});
