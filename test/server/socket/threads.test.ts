/** Several conversations of one visitor: the session itself, over real sockets, against the real server. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createChat, memoryStore, threadsOf, type Chat, type Store } from '../../../src/session/index.js';
import { socketIo } from '../../../src/transports/socket-io/index.js';
import { type Client, Rig } from './harness.js';

const PATIENCE = 20_000;

async function until<T>(holds: () => T | Promise<T>, what: string): Promise<Exclude<T, undefined | false>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await holds();
    if (found !== undefined && found !== false) return found as Exclude<T, undefined | false>;
    if (Date.now() > end) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('threads', () => {
  let rig: Rig;
  let ann: Client;
  let store: Store;
  const open: Chat[] = [];

  /** A page of the device whose store this is. */
  const page = (on: Store = store): Chat => {
    const chat = createChat({
      transport: socketIo,
      endpoint: rig.url,
      ports: { store: { ...on, close: () => undefined } },
    });
    open.push(chat);
    return chat;
  };
  const texts = (chat: Chat): string[] =>
    chat.state.conversations[chat.state.current ?? '']?.log.entries.flatMap((entry) =>
      entry.type === 'message' ? [entry.text] : [],
    ) ?? [];
  const idOf = (chat: Chat): Promise<string> =>
    until(() => chat.state.conversations[chat.state.current ?? '']?.remoteId, 'the conversation has a name');
  const say = (chat: Chat, text: string): void => chat.perform({ type: 'chat-send-request', detail: { text } });

  beforeEach(async () => {
    rig = await Rig.open();
    ann = await rig.agent('Ann');
    store = { ...memoryStore(), durable: true };
  });
  afterEach(async () => {
    for (const chat of open.splice(0)) chat.release();
    await rig.close();
  });

  test('run side by side: a new one needs no other to end, and each has its own messages', async () => {
    const chat = page();
    const threads = await chat.getThreads();
    await chat.startChat();
    const first = await idOf(chat);
    await chat.sendMessage({ message: 'about the cup' });
    threads.create();
    assert.equal(chat.state.current, undefined);
    say(chat, 'about the plate');
    await until(() => texts(chat).includes('about the plate'), 'the second has its message');
    const second = await idOf(chat);
    assert.notEqual(second, first);
    assert.deepEqual(texts(chat), ['about the plate']);
    await threads.open(first);
    assert.deepEqual(texts(chat), ['about the cup']);
    await ann.get('accept', { conversation: second });
    await ann.say(second, 'which plate?');
    await until(() => threadsOf(chat.state).find(({ id }) => id === second)?.unread === 1, 'the other one has news');
    assert.deepEqual(texts(chat), ['about the cup']);
  });

  test('are listed with what was said last, also those that are over, on the next page', async () => {
    let chat = page();
    await chat.getThreads();
    await chat.startChat();
    const first = await idOf(chat);
    await chat.sendMessage({ message: 'about the cup' });
    await chat.endChat();
    await until(() => chat.state.connection.status === 'offline', 'nothing needs the line');
    chat.release();
    chat = page();
    const threads = await chat.getThreads();
    const [listed] = await threads.list();
    assert.deepEqual([listed?.id, listed?.phase, listed?.last?.text], [first, 'ended', 'about the cup']);
    await threads.open(first);
    assert.deepEqual(texts(chat), ['about the cup']);
    assert.equal(chat.state.conversations[chat.state.current!]?.phase, 'ended');
    // What is over stays in the list after it was looked at, too.
    chat.release();
    assert.equal((await (await page().getThreads()).list())[0]?.id, first);
  });

  test('are found on the device that had them, and on no other', async () => {
    const chat = page();
    await chat.getThreads();
    await chat.startChat();
    const id = await idOf(chat);
    const other = page({ ...memoryStore(), durable: true });
    const threads = await other.getThreads();
    assert.deepEqual(await threads.list(), []);
    await assert.rejects(threads.open(id), { code: 'denied' });
    await assert.rejects(threads.rename(id, 'mine now'), { code: 'denied' });
  });

  test('are given names and put away, which every page of the device learns', async () => {
    const chat = page();
    const threads = await chat.getThreads();
    await chat.startChat();
    const id = await idOf(chat);
    const changed: unknown[] = [];
    chat.on('chat-thread-changed', ({ thread }) => changed.push([thread.title, thread.archived]));
    assert.equal((await threads.rename(id, 'The cup')).title, 'The cup');
    assert.equal((await threads.archive(id)).archived, true);
    assert.deepEqual(changed, [
      ['The cup', false],
      ['The cup', true],
    ]);
    await assert.rejects(threads.rename(id, 'x'.repeat(101)), { code: 'invalid' });
    const [listed] = await (await page().getThreads()).list();
    assert.deepEqual([listed?.title, listed?.archived], ['The cup', true]);
    assert.equal((await threads.archive(id, false)).archived, false);
  });

  test('that an agent begins are in the list, can be opened and answered, and survive a reload', async () => {
    let chat = page();
    let threads = await chat.getThreads();
    await chat.startChat();
    const first = await idOf(chat);
    await ann.get('accept', { conversation: first });
    const { conversation } = await ann.get('begin', { conversation: first, key: 'k1', text: 'Your cup has arrived' });
    const begun = (await threads.list()).find(({ id }) => id === conversation);
    assert.deepEqual([begun?.last?.text, begun?.unread], ['Your cup has arrived', 1]);
    chat.release();
    chat = page();
    threads = await chat.getThreads();
    await threads.list();
    await threads.open(conversation);
    await chat.sendMessage({ message: 'Thank you' });
    assert.deepEqual(texts(chat), ['Your cup has arrived', 'Thank you']);
  });

  test('what another page of the device has begun stands beside what is written here, and not in its place', async () => {
    const chat = page();
    const threads = await chat.getThreads();
    await chat.startChat();
    threads.create();
    chat.perform({ type: 'chat-draft-request', detail: { text: 'half a sent' } });
    await until(() => chat.state.view.drafts[''] === 'half a sent', 'it is a draft');
    const other = page();
    await other.getThreads();
    await other.recover();
    (await other.getThreads()).create();
    say(other, 'from the other page');
    await until(() => texts(other).includes('from the other page'), 'the other page has said it');
    await chat.recover();
    assert.equal(chat.state.current, undefined);
    assert.equal(chat.state.view.drafts[''], 'half a sent');
    assert.equal(threadsOf(chat.state).length, 2);
  });

  test('leave nothing on the device when the customer logs out', async () => {
    const chat = page();
    await chat.getThreads();
    await chat.startChat();
    await idOf(chat);
    await until(async () => (await store.list('thread/')).length > 0, 'it is in the book');
    await chat.logout();
    assert.deepEqual(await store.list(''), []);
  });

  test('and nothing in memory: what they are called and what was said is not the next customer’s to read', async () => {
    const chat = page();
    const threads = await chat.getThreads();
    await chat.startChat();
    await chat.sendMessage({ message: 'a secret' });
    await threads.list();
    const under = threads.list();
    await chat.logout();
    await under.catch(() => undefined);
    assert.equal(chat.state.view.threads, undefined);
    assert.deepEqual(threadsOf(chat.state), []);
    assert.deepEqual(await store.list('thread/'), []);
    assert.deepEqual(await threads.list(), []);
  });

  test('keep the line open only for as long as somebody wants it, where none runs', async () => {
    const chat = page();
    const threads = await chat.getThreads();
    const letGo = threads.connect();
    await until(() => chat.state.connection.status === 'online', 'the line is open');
    letGo();
    letGo();
    await until(() => chat.state.connection.status === 'offline', 'nobody needs it');
  });

  test('come page by page, and what the server does not have any more is forgotten', async () => {
    await rig.close();
    const plenty = { perSecond: 1000, burst: 1000 };
    rig = await Rig.open({
      maxOpenPerVisitor: 0,
      rates: { connection: { starts: plenty }, address: { starts: plenty } },
    });
    const visitor = await rig.visitor();
    for (let at = 1; at <= 51; at++) {
      const { conversation: remoteId, credential } = await visitor.start();
      await store.put(`thread/${remoteId}`, JSON.stringify({ remoteId, credential, at }));
    }
    await store.put('thread/gone', JSON.stringify({ remoteId: 'gone', credential: 'guessed', at: 99 }));
    const chat = page();
    const threads = await chat.getThreads();
    assert.equal((await threads.list()).length, 49);
    assert.equal(chat.state.view.threads?.more, true);
    assert.equal((await threads.list({ more: true })).length, 51);
    assert.equal(chat.state.view.threads?.more, false);
    assert.equal(await store.get('thread/gone'), undefined);
  });

  test('are a clear error where the transport has no such list', async () => {
    const { loopback } = await import('../../../src/transports/loopback/index.js');
    const chat = createChat({ transport: loopback({ pace: 0 }) });
    open.push(chat);
    await assert.rejects((await chat.getThreads()).list(), { code: 'unsupported' });
    assert.equal(chat.state.view.threads?.status, 'failed');
  });
});
