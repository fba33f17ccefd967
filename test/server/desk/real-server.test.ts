/** The desk's model against the real server, over a real socket. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { io, type Socket } from 'socket.io-client';
import { signIn, signOut } from '../../../demo/agent/model/auth.js';
import { DeskClient } from '../../../demo/agent/model/desk-client.js';
import type { Fact } from '../../../demo/agent/model/facts.js';
import { memoryVault, systemChance, systemClock } from '../../../demo/agent/model/ports.js';
import { socketLink } from '../../../demo/agent/model/socket-link.js';
import { listed, me, type DeskState } from '../../../demo/agent/model/state.js';
import { attachChatServer, type ChatServer } from '../../../demo/server/index.js';
import { readTexts } from './fixtures.js';

interface Desk {
  readonly client: DeskClient;
  readonly facts: Fact[];
  cookie: string;
}

describe('desk: with the real server', () => {
  let http: Server;
  let chat: ChatServer;
  let url: string;
  const desks: Desk[] = [];
  const sockets: Socket[] = [];

  before(async () => {
    http = createServer();
    const names = ['Ann', 'Ben', 'Cleo'].map((name) => ({ name, password: `${name}-pass` }));
    chat = await attachChatServer(http, {
      store: { path: ':memory:' },
      agents: [...names, { name: 'Sue', password: 'Sue-pass', role: 'supervisor' }],
      rates: { address: { logins: { perSecond: 100, burst: 100 } } },
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });

  after(async () => {
    // A desk tries for ever: it has to be told.
    for (const { client } of desks) await client.signOut(() => Promise.resolve(true));
    for (const socket of sockets) socket.disconnect();
    await chat.close();
    http.closeAllConnections();
    http.close();
  });

  async function desk(name: string): Promise<Desk> {
    const made: Desk = { client: undefined as unknown as DeskClient, facts: [], cookie: '' };
    const answer = await signIn(keepCookie(made), `${url}/agent/`, { name, password: `${name}-pass` });
    assert.deepEqual(answer, { ok: true });
    const makeLink = socketLink(url, { extraHeaders: { cookie: made.cookie } });
    const client = new DeskClient({ makeLink, clock: systemClock, chance: systemChance, vault: memoryVault() });
    const ready: Desk = { ...made, client };
    client.onFact((fact) => ready.facts.push(fact));
    desks.push(ready);
    client.start();
    await until(client, ({ connection }) => connection.status === 'online');
    return ready;
  }

  function keepCookie(into: Desk): (target: string, init: RequestInit) => Promise<Response> {
    return async (target, init) => {
      const response = await fetch(target, init);
      into.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      return response;
    };
  }

  /** A visitor who waits, and says things. */
  async function visitor(
    nickname: string,
  ): Promise<{ id: string; say(text: string): Promise<unknown>; types(preview: string): void }> {
    const socket = io(`${url}/visitor`, { auth: { protocol: 1 }, transports: ['websocket'], forceNew: true });
    sockets.push(socket);
    await new Promise<void>((resolve) => socket.once('welcome', () => resolve()));
    const ask = async (event: string, data: unknown): Promise<{ conversation: string }> =>
      ((await socket.timeout(5000).emitWithAck(event, data)) as { data: { conversation: string } }).data;
    const { conversation: id } = await ask('start', { key: systemChance.id(), profile: { nickname } });
    return {
      id,
      say: (text) => ask('send', { conversation: id, items: [{ id: systemChance.id(), type: 'message', text }] }),
      types: (preview) => void socket.emit('typing', { conversation: id, typing: true, preview }),
    };
  }

  const texts = ({ client }: Desk, id: string): string[] => {
    const conversation = client.store.value.conversations.get(id);
    return conversation ? readTexts(conversation) : [];
  };
  const place = (state: DeskState, id: string): string | undefined => state.conversations.get(id)?.place;

  it('does not let anybody in without a name and a password', async () => {
    const refused = await signIn(fetch, `${url}/agent/`, { name: 'Ann', password: 'guess' });
    assert.deepEqual(refused, { ok: false, code: 'not-allowed', retryAfter: undefined });
    const stranger = new DeskClient({
      makeLink: socketLink(url),
      clock: systemClock,
      chance: systemChance,
      vault: memoryVault(),
    });
    stranger.start();
    await until(stranger, ({ session }) => session.status === 'signed-out');
  });

  it('serves a conversation from the queue to its end', async () => {
    const ann = await desk('Ann');
    const maya = await visitor('Maya');
    await maya.say('hello');
    await until(ann.client, (state) => place(state, maya.id) === 'queue');
    assert.equal(await ann.client.accept(maya.id), true);
    await until(ann.client, () => texts(ann, maya.id).includes('hello'));
    for (let number = 1; number <= 30; number += 1) {
      ann.client.send(maya.id, `agent ${number}`);
      await maya.say(`visitor ${number}`);
    }
    await until(ann.client, (state) => {
      const one = state.conversations.get(maya.id);
      return one?.pending.length === 0 && texts(ann, maya.id).length === 61;
    });
    const of = (who: string): string[] => texts(ann, maya.id).filter((text) => text.startsWith(who));
    assert.deepEqual(
      of('agent'),
      Array.from({ length: 30 }, (_, index) => `agent ${index + 1}`),
    );
    assert.deepEqual(
      of('visitor'),
      Array.from({ length: 30 }, (_, index) => `visitor ${index + 1}`),
    );
    maya.types('and one');
    await until(ann.client, (state) => state.conversations.get(maya.id)?.typing?.text === 'and one');
    assert.equal(await ann.client.end(maya.id), true);
    await until(ann.client, (state) => place(state, maya.id) === 'ended');
    assert.ok(ann.facts.every(({ type }) => type !== 'ended' && type !== 'gone'));
  });

  it('lets exactly one of two win, and tells the other who it was', async () => {
    const [ben, cleo] = [await desk('Ben'), await desk('Cleo')];
    const tom = await visitor('Tom');
    for (const one of [ben, cleo]) await until(one.client, (state) => place(state, tom.id) === 'queue');
    const won = await Promise.all([ben.client.accept(tom.id), cleo.client.accept(tom.id)]);
    assert.equal(won.filter(Boolean).length, 1);
    const [winner, loser] = won[0] ? ['Ben', cleo] : ['Cleo', ben];
    const failed = loser.facts.find((fact) => fact.type === 'failed');
    assert.deepEqual([failed?.code, failed?.by], ['taken', winner]);
  });

  it('hands a conversation on, and lets a supervisor read along and take over', async () => {
    const sue = await desk('Sue');
    const ann = desks[0];
    assert.ok(ann);
    const zoe = await visitor('Zoe');
    await until(ann.client, (state) => place(state, zoe.id) === 'queue');
    await ann.client.presence('available');
    assert.equal(await ann.client.accept(zoe.id), true);
    await zoe.say('one');
    await until(sue.client, (state) => place(state, zoe.id) === 'others');
    sue.client.select(zoe.id);
    await until(sue.client, () => texts(sue, zoe.id).length === 1);
    await zoe.say('two');
    await until(sue.client, () => texts(sue, zoe.id).length === 2);
    assert.equal(sue.client.send(zoe.id, 'not mine'), false);
    await sue.client.presence('available');
    await until(sue.client, (state) => me(state)?.presence === 'available');
    assert.equal(await sue.client.transfer(zoe.id, sue.client.store.value.desk?.me), true);
    await until(sue.client, (state) => place(state, zoe.id) === 'mine');
    await until(ann.client, (state) => place(state, zoe.id) !== 'mine');
    await waited(() => ann.facts.some((fact) => fact.type === 'gone' && fact.conversation === zoe.id));
    assert.equal(await sue.client.end(zoe.id), true);
  });

  it('comes back after its connection was cut, with everything', async () => {
    const ann = desks[0];
    assert.ok(ann);
    const uma = await visitor('Uma');
    await until(ann.client, (state) => place(state, uma.id) === 'queue');
    assert.equal(await ann.client.accept(uma.id), true);
    await until(ann.client, (state) => state.conversations.get(uma.id)?.load === 'ready');
    for (let round = 0; round < 5; round += 1) {
      chat.kick('agents');
      ann.client.send(uma.id, `agent ${round}`);
      await uma.say(`visitor ${round}`);
      await until(ann.client, ({ connection }) => connection.status === 'online');
    }
    await until(
      ann.client,
      (state) => texts(ann, uma.id).length === 10 && state.conversations.get(uma.id)?.pending.length === 0,
    );
    assert.equal(new Set(texts(ann, uma.id)).size, 10);
  });

  // The last of those with visitors: all of them come from this address.
  it('blocks', async () => {
    const ben = desks[1];
    assert.ok(ben);
    const rude = await visitor('Rude');
    await until(ben.client, (state) => place(state, rude.id) === 'queue');
    assert.equal(await ben.client.accept(rude.id), true);
    assert.equal(await ben.client.block(rude.id), true);
    await until(ben.client, (state) => place(state, rude.id) === 'ended');
    await assert.rejects(visitor('Rude again'));
  });

  it('is signed out everywhere with its session', async () => {
    const ann = desks[0];
    assert.ok(ann);
    const headers = { cookie: ann.cookie };
    await ann.client.signOut(() =>
      signOut((target, init) => fetch(target, { ...init, headers: { ...init.headers, ...headers } }), `${url}/agent/`),
    );
    assert.equal(listed(ann.client.store.value, 'mine').length, 0);
    const again = new DeskClient({
      makeLink: socketLink(url, { extraHeaders: headers }),
      clock: systemClock,
      chance: systemChance,
      vault: memoryVault(),
    });
    again.start();
    await until(again, ({ session }) => session.status === 'signed-out');
  });
});

/** Waits for something that no state tells. */
async function waited(wanted: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !wanted(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(wanted());
}

/** Waits until the state is as wanted. */
function until(client: DeskClient, wanted: (state: DeskState) => boolean): Promise<void> {
  if (wanted(client.store.value)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`not within 10 s: ${wanted.toString()}`));
    }, 10_000);
    const stop = client.store.subscribe((state) => {
      if (!wanted(state)) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}
