import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import * as wire from '../../../src/protocol/index.js';
import { FakeClock } from '../core/fake-clock.js';
import { Rig } from './harness.js';

const PAGE = 'https://shop.example';

/** A client that makes requests and nothing else. */
class Poller {
  conversation = '';
  credential = '';

  constructor(private readonly url: string) {}

  async ask(place: string, body: unknown, more: RequestInit & { headers?: Record<string, string> } = {}): Promise<any> {
    const headers = {
      'content-type': 'application/json',
      ...(this.credential && { authorization: `Bearer ${this.credential}` }),
      ...more.headers,
    };
    const init = { method: 'POST', body: JSON.stringify(body), ...more, headers };
    const answer = await (await fetch(`${this.url}/chat/v1/${place}`, init)).json();
    assert.ok(v.is(wire.answer, answer), JSON.stringify(answer));
    return answer;
  }

  async start(more: object = {}): Promise<any> {
    const { data } = await this.ask('start', { protocol: 1, key: crypto.randomUUID(), ...more });
    assert.ok(v.is(wire.opened, data));
    this.conversation = data.conversation;
    this.credential = data.credential ?? '';
    return data;
  }

  at(name: string, body: unknown, more: RequestInit = {}): Promise<any> {
    return this.ask(`conversations/${this.conversation}/${name}`, body, more as object);
  }

  async pull(body: unknown, more: RequestInit = {}): Promise<any> {
    const { data } = await this.at('pull', body, more);
    assert.ok(v.is(wire.httpPulled, data), JSON.stringify(data));
    return data;
  }
}

describe('the binding of plain requests', () => {
  let rig: Rig;
  let poller: Poller;
  beforeEach(async () => {
    const many = { perSecond: 1e6, burst: 1e6 };
    rig = await Rig.open({
      origins: [PAGE],
      rates: { connection: { reads: many, sends: many }, address: { requests: many } },
    });
    poller = new Poller(rig.url);
  });
  afterEach(() => rig.close());

  test('a conversation from start to end, with what a socket would have pushed', async () => {
    const welcome = await (await fetch(`${rig.url}/chat/v1/welcome`)).json();
    assert.ok(v.is(wire.welcome, welcome.data));
    assert.equal(welcome.data.features.polling.wait, 25_000);
    const opened = await poller.start({ profile: { nickname: 'Bo' } });
    const agent = await rig.agent();
    const first = poller.pull({ after: opened.page.head, wait: 20_000, version: opened.registers.version });
    await agent.get('accept', { conversation: opened.conversation });
    const joined = await first;
    assert.equal(joined.entries[0].type, 'join');
    const { version } = joined.registers ?? (await poller.pull({ after: joined.head })).registers;

    const items = [{ id: 'm-1', type: 'message', text: 'Is it blue?' }];
    for (const status of ['stored', 'duplicate'])
      assert.equal((await poller.at('send', { items })).data.results[0].status, status);
    assert.equal(await agent.until((event, { entry }) => event === 'entry' && entry.text), 'Is it blue?');

    const { head } = await poller.pull({ after: joined.head });
    const waiting = poller.pull({ after: head, wait: 20_000, version });
    await agent.say(opened.conversation, 'Very.');
    assert.deepEqual(
      (await waiting).entries.map(({ text, prev }: { text: string; prev: number }) => [text, prev]),
      [['Very.', head]],
    );

    const ended = await poller.at('end', { id: 'e-1' });
    assert.equal(ended.data.results[0].status, 'stored');
    const rest = await poller.pull({ after: head + 1, version });
    assert.equal(rest.entries.at(-1).type, 'end');
    assert.equal(rest.registers.phase, 'ended');
    assert.equal(
      (await poller.at('send', { items: [{ id: 'm-2', type: 'message', text: 'x' }] })).data.results[0].code,
      'ended',
    );
  });

  test('who types is told in both directions, and forgotten', async () => {
    const opened = await poller.start();
    const agent = await rig.agent();
    await agent.get('accept', { conversation: opened.conversation });
    const { head, registers } = await poller.pull({});
    await poller.at('typing', { typing: true, preview: 'Is it\ud83d' });
    assert.equal((await agent.next('typing')).preview, 'Is it');
    const base = { after: head, version: registers.version, wait: 20_000 };
    const begun = poller.pull(base);
    agent.socket.emit('typing', { conversation: opened.conversation, typing: true });
    const { typing } = await begun;
    assert.equal(typing.length, 1);
    const over = poller.pull({ ...base, typing });
    agent.socket.emit('typing', { conversation: opened.conversation, typing: false });
    assert.deepEqual((await over).typing, []);
  });

  test('a pull does not wait for what is there, and comes back empty when its time is over', async () => {
    const { page, registers } = await poller.start();
    const { version } = registers;
    assert.equal((await poller.pull({ after: 0, wait: 20_000, version })).entries.length, 2);
    assert.ok((await poller.pull({ after: page.head, wait: 20_000 })).registers);
    assert.ok((await poller.pull({ after: page.head, wait: 20_000, version: version - 1 })).registers);
    assert.equal((await poller.pull({ before: 1, wait: 20_000 })).entries.length, 0);
    const { version: now } = (await poller.pull({})).registers;
    const empty = await poller.pull({ after: page.head, wait: 100, version: now });
    assert.deepEqual([empty.entries, empty.registers], [[], undefined]);
  });

  test('the visitor is there while requests come; a client that hangs up leaves nothing waiting', async () => {
    const opened = await poller.start();
    const agent = await rig.agent();
    await agent.get('accept', { conversation: opened.conversation });
    const hangUp = new AbortController();
    const { head, registers } = await poller.pull({});
    const lost = poller.pull({ after: head, version: registers.version, wait: 20_000 }, { signal: hangUp.signal });
    await new Promise((resolve) => setTimeout(resolve, 50));
    hangUp.abort();
    await assert.rejects(lost);
    await agent.say(opened.conversation, 'Still there?');
    assert.equal((await poller.pull({ after: head })).entries[0].text, 'Still there?');
    const me = (await poller.pull({})).registers.people.find(({ id }: { id: string }) => id === opened.me);
    assert.equal(me.connected, true);
    assert.equal((await rig.chat.stats()).visitorConnections, 1);
  });

  test('several tabs share a credential, and a socket can go on where requests began', async () => {
    const opened = await poller.start();
    const { head, registers } = await poller.pull({});
    const base = { after: head, version: registers.version, wait: 20_000 };
    const both = Promise.all([poller.pull(base), poller.pull(base)]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const socket = await rig.visitor();
    await socket.get('resume', { conversation: opened.conversation, credential: opened.credential });
    await socket.say(opened.conversation, 'from the socket');
    for (const { entries } of await both) assert.equal(entries[0].text, 'from the socket');
    const again = await poller.at('resume', { after: head });
    assert.ok(v.is(wire.opened, again.data));
    assert.equal(again.data.page.entries.length, 1);
  });

  test('each wrong request has its code', async () => {
    const { conversation } = await poller.start();
    const code = async (work: Promise<any>): Promise<string> => (await work).error?.code ?? 'ok';
    assert.equal(await code(poller.ask('start', { protocol: 2, key: crypto.randomUUID() })), 'unsupported-version');
    assert.equal(await code(poller.ask('start', { protocol: 1, key: 'short' })), 'bad-request');
    assert.equal(await code(poller.at('send', { items: [] })), 'bad-request');
    assert.equal(await code(poller.at('send', { items: Array.from({ length: 51 }, () => 1) })), 'too-large');
    assert.equal(await code(poller.at('pull', { after: -1 })), 'bad-request');
    assert.equal(await code(poller.at('pull', 'x')), 'bad-request');
    poller.credential = 'wrong';
    assert.equal(await code(poller.at('pull', {})), 'unknown-conversation');
    assert.equal(await code(poller.at('resume', {})), 'unknown-conversation');
    poller.credential = '';
    assert.equal(await code(poller.at('pull', {})), 'not-allowed');
    const other = new Poller(rig.url);
    await other.start();
    other.conversation = conversation;
    assert.equal(await code(other.at('pull', {})), 'unknown-conversation');
    const evil = { headers: { origin: 'https://evil.example' } };
    assert.equal(await code(poller.ask('start', { protocol: 1, key: crypto.randomUUID() }, evil)), 'not-allowed');
  });

  test('anything at all, at any address, is answered calmly and harms nobody', async () => {
    await poller.start();
    const names = [
      'resume',
      'send',
      'pull',
      'typing',
      'end',
      'files',
      'files/x',
      'files/x/complete',
      'files/x/ticket',
      '..%2f',
    ];
    const item = fc.record(
      {
        id: fc.jsonValue(),
        type: fc.constantFrom('message', 'notice', 'user-data', 'mark', 'x'),
        text: fc.jsonValue(),
        data: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ items: fc.array(item, { maxLength: 3 }) }),
      fc.record(
        { after: fc.jsonValue(), before: fc.jsonValue(), limit: fc.jsonValue(), typing: fc.jsonValue() },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), body, async (name, data) => {
        const { ok, error } = await poller.at(name, data);
        assert.ok(ok || error.code !== 'internal', JSON.stringify([name, data, error]));
      }),
      { numRuns: 300 },
    );
    assert.equal((await fetch(`${rig.url}/health`)).status, 200);
    assert.ok((await poller.pull({})).registers);
  });

  test('rates hold, and say when to come again', async () => {
    const slow = await Rig.open({
      rates: { connection: { sends: { perSecond: 0.1, burst: 1 } }, address: { starts: { perSecond: 0.1, burst: 1 } } },
    });
    const one = new Poller(slow.url);
    await one.start();
    const items = ['a', 'b'].map((id) => ({ id, type: 'message', text: id }));
    const { results } = (await one.at('send', { items })).data;
    assert.deepEqual(
      results.map(({ status, code }: { status: string; code?: string }) => code ?? status),
      ['stored', 'rate-limited'],
    );
    const refused = await one.ask('start', { protocol: 1, key: crypto.randomUUID() });
    assert.equal(refused.error.code, 'rate-limited');
    assert.ok(refused.error.retryAfter > 0);
    await slow.close();
  });

  test('a renewed credential ends the time of the old one with the first request that shows it', async () => {
    const clock = new FakeClock();
    const timed = await Rig.open({ clock });
    const client = new Poller(timed.url);
    await client.start();
    const old = client.credential;
    await clock.advance(25 * 3_600_000);
    const { credential } = (await client.at('resume', {})).data;
    assert.ok(credential);
    await clock.advance(25 * 3_600_000);
    // Nobody has shown that they have the new one.
    assert.ok((await client.at('pull', {})).ok);
    client.credential = credential;
    assert.ok((await client.at('pull', {})).ok);
    await clock.advance(25 * 3_600_000);
    assert.ok((await client.at('pull', {})).ok);
    client.credential = old;
    assert.equal((await client.at('resume', {})).error.code, 'unknown-conversation');
    await timed.close();
  });

  test('stopping the server ends every wait at once', async () => {
    await poller.start();
    const { head, registers } = await poller.pull({});
    const waiting = poller.at('pull', { after: head, version: registers.version, wait: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const begun = performance.now();
    await Promise.all([rig.chat.close(), waiting]);
    assert.ok(performance.now() - begun < 20_000, 'before it would have ended by itself');
  });
});
