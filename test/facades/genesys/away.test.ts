/** `restoreTimeout`: how long a visitor may be away before the chat does not come back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installBus } from '../../../src/facades/genesys/index.js';
import { createChat, memoryPorts, type Chat } from '../../../src/session/index.js';
import type { Transport, TransportSink } from '../../../src/session/transport.js';
import { loopback } from '../../../src/transports/loopback/index.js';
import { settle } from './rig.js';

const LEFT = 'live-chat-elements/genesys/left';
const MINUTE = 60_000;

/** Pages of one site, one after the other: what they store is shared, and so is the other side. */
class Site {
  readonly ports = memoryPorts();
  readonly rows = new Map<string, string>();
  #loopback = loopback({ pace: 0, reply: () => undefined });
  #transport: Transport | undefined;
  #sink: TransportSink | undefined;
  readonly localStorage = {
    getItem: (name: string) => this.rows.get(name) ?? null,
    setItem: (name: string, value: string) => void this.rows.set(name, value),
    removeItem: (name: string) => void this.rows.delete(name),
  };

  /** A page with the chat on it; `leave` is what happens when it is left. */
  page(webchat: unknown) {
    const { ports } = this;
    // The other side of the loopback lives as long as its transport.
    const chat: Chat = createChat({
      ports: { ...ports, store: { ...ports.store, close: () => undefined } },
      transport: (sink, options) => {
        this.#transport ??= this.#loopback({ emit: (event) => this.#sink?.emit(event) }, options);
        this.#sink = sink;
        return this.#transport;
      },
    });
    const target = new EventTarget();
    const page = Object.assign(target, { localStorage: this.localStorage, _genesys: { widgets: { webchat } } });
    const uninstall = installBus({ host: chat, page, warn: () => undefined });
    const told: string[] = [];
    const bus = (page._genesys.widgets as unknown as { bus: { subscribe(event: string, heard: () => void): void } })
      .bus;
    for (const name of ['restored', 'restoreTimeout', 'restoreFailed'])
      bus.subscribe(`WebChatService.${name}`, () => told.push(name));
    const leave = (): void => {
      target.dispatchEvent(new Event('pagehide'));
      uninstall();
      chat.release();
    };
    return { chat, told, leave, target };
  }

  /** So long nobody was there. */
  away(ms: number): void {
    this.rows.set(LEFT, String(Number(this.rows.get(LEFT)) - ms));
  }
}

async function comeBack(webchat: unknown, ms: number) {
  const site = new Site();
  const first = site.page(webchat);
  await first.chat.startChat();
  first.chat.perform({ type: 'chat-draft-request', detail: { text: 'unsent' } });
  await settle();
  first.leave();
  site.away(ms);
  const second = site.page(webchat);
  await second.chat.recover();
  await settle();
  const { told, chat } = second;
  second.leave();
  return { told, text: Object.values(chat.state.view.drafts).join() };
}

const v2 = { dataURL: 'https://chat.example/x' };

test('after more than a minute the oldest form of configuration does not come back; what was typed is kept', async () => {
  assert.deepEqual(await comeBack(v2, MINUTE + 1000), { told: ['restoreTimeout', 'restoreFailed'], text: 'unsent' });
  assert.deepEqual((await comeBack(v2, MINUTE - 1000)).told, ['restored']);
});

test('a page that sets it has its own limit, and the others have none', async () => {
  assert.deepEqual((await comeBack({ ...v2, restoreTimeout: 2 * MINUTE }, MINUTE + 1000)).told, ['restored']);
  assert.deepEqual((await comeBack({ restoreTimeout: 1000 }, 2000)).told, ['restoreTimeout', 'restoreFailed']);
  assert.deepEqual((await comeBack({}, 1000 * MINUTE)).told, ['restored']);
});

test('a page of the site that is still there counts as not away', async () => {
  const site = new Site();
  const first = site.page(v2);
  const second = site.page(v2);
  await second.chat.startChat();
  second.leave();
  assert.ok(site.rows.has(LEFT));
  first.target.dispatchEvent(Object.assign(new Event('storage'), { key: LEFT, newValue: site.rows.get(LEFT) }));
  assert.ok(!site.rows.has(LEFT));
  first.leave();
});

test('nothing is stored where nobody chats', () => {
  const site = new Site();
  site.page(v2).leave();
  assert.equal(site.rows.size, 0);
});
