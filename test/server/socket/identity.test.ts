import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { WireOpened } from '../../../src/protocol/index.js';
import { AUTHENTICATION, claims, sign, STRANGER } from '../identity/keys.js';
import { type Client, Rig } from './harness.js';

const CHANNELS = { members: { authentication: AUTHENTICATION } };

describe('customers on the real server', () => {
  let rig: Rig;
  const logged: string[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'chat-files-'));
  before(async () => {
    rig = await Rig.open({
      channels: CHANNELS,
      files: { folder },
      log: (...line) => void logged.push(JSON.stringify(line)),
    });
  });
  after(async () => {
    await rig.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const auth = (token?: string): object => ({ protocol: 1, channel: 'members', ...(token !== undefined && { token }) });
  const customer = async (sub: string, more: object = {}): Promise<Client> =>
    rig.visitor({ auth: auth(await sign(claims({ sub, ...more }))) as Record<string, unknown> });
  const refusal = async (token?: string): Promise<{ code: string; message: string }> =>
    rig.refusal('/visitor', { auth: auth(token) as Record<string, unknown> });

  test('without a token the handshake is refused, with a bad one too, and neither says more', async () => {
    assert.equal((await refusal()).code, 'token-required');
    assert.deepEqual(await refusal(await sign(claims(), { key: STRANGER })), {
      code: 'token-invalid',
      message: 'the token is not accepted',
    });
    assert.equal((await refusal('x'.repeat(9000))).code, 'bad-request');
  });

  test('with a good one it is welcomed, and told until when', async () => {
    const exp = Math.floor(Date.now() / 1000) + 300;
    const client = await customer('ada', { exp });
    const { features } = await client.next('welcome');
    assert.equal(features.identity.until, (exp + 60) * 1000);
  });

  test('each connection of a customer has a pass of its own, and nobody else has one', async () => {
    const passes: string[] = [];
    for (const client of [await customer('ada'), await customer('ada')])
      passes.push((await client.next('welcome')).features.identity.pass);
    assert.notEqual(passes[0], passes[1]);
    for (const pass of passes) assert.ok(pass.length >= 22, pass);
    assert.equal((await (await rig.visitor()).welcomed()).features.identity, undefined);
  });

  test('it works over HTTP long-polling, and the token is in no address', async () => {
    const token = await sign(claims({ sub: 'polling' }));
    const client = await rig.visitor({ transports: ['polling'], auth: auth(token) as Record<string, unknown> });
    await client.start();
    assert.ok(!logged.some((line) => line.includes(token)));
  });

  test('a customer finds their conversations on another device, and opens them without a credential', async () => {
    const phone = await customer('bea');
    const first = await phone.start();
    await phone.say(first.conversation, 'from the phone');
    const laptop = await customer('bea');
    const { conversations } = await laptop.get('conversations', {});
    assert.deepEqual(
      conversations.map((one: { conversation: string }) => one.conversation),
      [first.conversation],
    );
    const opened: WireOpened = await laptop.get('resume', { conversation: first.conversation });
    assert.equal(opened.me, first.me);
    assert.ok(opened.page.entries.some((entry) => (entry as { text?: string }).text === 'from the phone'));
    assert.ok(opened.credential);
    // What one device sends, the other hears.
    await laptop.say(first.conversation, 'from the laptop');
    await phone.until((event, payload) => event === 'entry' && payload.entry.text === 'from the laptop');
  });

  test('agents are told who has proved to be whom', async () => {
    const client = await customer('cora');
    const { conversation } = await client.start();
    const agent = await rig.agent('Boss');
    await agent.until(
      (event, desk) =>
        event === 'desk' &&
        desk.queue.some((one: { id: string; customer?: string }) => one.id === conversation && one.customer === 'cora'),
    );
  });

  test('another token of the same customer prolongs the connection; one of somebody else does not', async () => {
    const client = await customer('dan');
    const exp = Math.floor(Date.now() / 1000) + 3000;
    const { until } = await client.get('authenticate', { token: await sign(claims({ sub: 'dan', exp })) });
    assert.equal(until, (exp + 60) * 1000);
    assert.equal(await client.code('authenticate', { token: await sign(claims({ sub: 'eve' })) }), 'token-invalid');
    assert.equal(await client.code('authenticate', { token: 'nonsense' }), 'token-invalid');
    assert.equal(await client.code('authenticate', {}), 'bad-request');
  });

  test('when the token is no longer good, neither is the connection', async () => {
    // Its last second, and of the skew: nearly over when it comes in.
    const client = await customer('flo', { exp: Math.floor(Date.now() / 1000) - 58 });
    assert.equal(await client.gone(), 'io server disconnect');
  });

  test('thirty attempts and more to reach another customer’s conversation all fail, by ids, credentials, keys, places and requests', async () => {
    const victim = await customer('vic');
    const theirs = await victim.start('the-key-of-the-victim-which-is-secret');
    await victim.say(theirs.conversation, 'a secret');
    const key = 'the-key-of-the-victim-which-is-secret';
    const { conversation, credential } = theirs;
    const mallory = await customer('mallory');
    const mine = await mallory.start();
    const nobody = await rig.visitor();
    const open = await nobody.start();
    const message = { id: 'm-1', type: 'message', text: 'x' };

    const attempts: [string, Client, string, object][] = [];
    for (const [who, client] of [
      ['another customer', mallory],
      ['an anonymous visitor', nobody],
    ] as const) {
      attempts.push(
        [`${who}: resume by id`, client, 'resume', { conversation }],
        [`${who}: resume with the stolen credential`, client, 'resume', { conversation, credential }],
        [`${who}: resume with their own credential`, client, 'resume', { conversation, credential: mine.credential }],
        [`${who}: resume with another's`, client, 'resume', { conversation, credential: open.credential }],
        [`${who}: resume from the start`, client, 'resume', { conversation, credential, after: 0 }],
        [`${who}: replays the start`, client, 'start', { key }],
        [`${who}: pull`, client, 'pull', { conversation }],
        [`${who}: pull from a place`, client, 'pull', { conversation, after: 0 }],
        [`${who}: pull to a place`, client, 'pull', { conversation, before: 9_007_199_254_740_991 }],
        [
          `${who}: resume from a forged place`,
          client,
          'resume',
          { conversation, credential, after: 9_007_199_254_740_991 },
        ],
        [
          `${who}: replays a message of theirs`,
          client,
          'send',
          { conversation, items: [{ ...message, id: 'secret-1' }] },
        ],
        [`${who}: notice`, client, 'send', { conversation, items: [{ id: 'n-1', type: 'notice', text: 'x' }] }],
        [`${who}: send`, client, 'send', { conversation, items: [message] }],
        [`${who}: end`, client, 'send', { conversation, items: [{ id: 'e-1', type: 'end' }] }],
        [`${who}: mark`, client, 'send', { conversation, items: [{ id: 'k-1', type: 'mark', seen: 3 }] }],
        [`${who}: rename`, client, 'thread', { conversation, title: 'x' }],
        [`${who}: put away with the stolen credential`, client, 'thread', { conversation, credential, archived: true }],
        [`${who}: data`, client, 'send', { conversation, items: [{ id: 'd-1', type: 'user-data', data: { a: 1 } }] }],
      );
    }
    assert.ok(attempts.length >= 30);
    for (const [what, client, event, frame] of attempts)
      assert.equal(await client.code(event, frame), 'unknown-conversation', what);

    // Lists and changes name nothing that is not one's own.
    assert.deepEqual(
      (await mallory.get('conversations', {})).conversations.map((one: { conversation: string }) => one.conversation),
      [mine.conversation],
    );
    assert.equal(await nobody.code('conversations', {}), 'token-required');
    for (const client of [mallory, nobody]) {
      const { threads } = await client.get('threads', { proofs: [{ conversation, credential }] });
      assert.ok(threads.every((one: { conversation: string }) => one.conversation !== conversation));
    }
    const changed = await mallory.get('changes', { since: 0 });
    assert.ok(changed.conversations.every((one: { conversation: string }) => one.conversation === mine.conversation));

    // Over HTTP a credential alone opens nothing of a customer's.
    const http = async (path: string, body: object, bearer = credential): Promise<string> => {
      const response = await fetch(`${rig.url}/chat/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as { ok: boolean; error?: { code: string } };
      return answer.ok ? 'ok' : (answer.error?.code ?? '');
    };
    for (const [path, body] of [
      ['resume', {}],
      ['pull', {}],
      ['send', { items: [message] }],
      ['end', { id: 'e-2' }],
      ['typing', { typing: true }],
    ] as const)
      assert.equal(await http(`conversations/${conversation}/${path}`, body), 'unknown-conversation', path);
    assert.equal(await http('start', { protocol: 1, channel: 'members', key: crypto.randomUUID() }), 'token-required');
    assert.equal(await http('start', { protocol: 1, channel: 'other', key }), 'unknown-conversation');

    // Nor do the addresses of files, while the victim is there: with what was stolen, guessed, or is another's.
    const files = filesOf(rig, conversation);
    const pass = await passOf(victim);
    const theirFile = await files.upload(pass);
    const link = await files.ticket(pass, theirFile);
    assert.equal(await files.text(link), 'abc');
    const passes = [await passOf(mallory), `${pass.slice(0, -1)}${pass.endsWith('A') ? 'B' : 'A'}`];
    for (const bearer of [credential ?? '', mine.credential ?? '', open.credential ?? '', conversation, ...passes])
      for (const [verb, code] of await files.everything(bearer, theirFile))
        assert.equal(code, 'unknown-conversation', verb);
    // Another's file does not come through one's own conversation either, nor does a link that was changed.
    const own = filesOf(rig, mine.conversation);
    for (const [verb, code] of await own.everything(passes[0] ?? '', theirFile))
      if (verb !== 'create' && verb !== 'remove') assert.equal(code, 'unknown-file', verb);
    const [id, until, seal] = link.slice(link.lastIndexOf('/') + 1).split('.');
    const ownFile = await own.upload(passes[0] ?? '');
    for (const forged of [
      `${ownFile}.${until}.${seal}`,
      `${id}.zzzzzzzz.${seal}`,
      `${id}.${until}.`,
      `${id}.${until}.${mine.credential}`,
    ])
      assert.equal(await files.code('GET', `${rig.url}/chat/v1/tickets/${forged}`), 'unknown-file', forged);
    assert.equal(await files.text(link), 'abc');

    // None of it left a trace, and the victim goes on.
    const { entries } = await victim.get('pull', { conversation });
    assert.deepEqual(
      entries.filter((entry: { type: string }) => entry.type === 'message').map((one: { text: string }) => one.text),
      ['a secret'],
    );
    assert.equal(await files.code('GET', files.at(theirFile), pass), 'ok');
  });

  test('a pass opens what its own connection has opened, and ends with it', async () => {
    const phone = await customer('ida');
    const { conversation, credential } = await phone.start();
    const files = filesOf(rig, conversation);
    const file = await files.upload(await passOf(phone));
    const laptop = await customer('ida');
    const pass = await passOf(laptop);
    for (const [verb, code] of await files.everything(pass, file)) assert.equal(code, 'unknown-conversation', verb);
    await laptop.get('resume', { conversation });
    assert.equal(await files.code('GET', files.at(file), pass), 'ok');
    laptop.close();
    // The phone stays, and so the customer is there: what the laptop had is replayed in vain all the same.
    while ((await files.code('GET', files.at(file), pass)) === 'ok') await new Promise(setImmediate);
    for (const shown of [pass, credential ?? ''])
      for (const [verb, code] of await files.everything(shown, file)) assert.equal(code, 'unknown-conversation', verb);
    assert.equal(await files.code('GET', files.at(file), await passOf(phone)), 'ok');
  });

  test('an authenticated connection opens no anonymous conversation, so that none can be planted', async () => {
    const nobody = await rig.visitor();
    const { conversation, credential } = await nobody.start();
    const client = await customer('gus');
    assert.equal(await client.code('resume', { conversation, credential }), 'unknown-conversation');
  });

  test('the same name on another channel is somebody else', async () => {
    const other = await Rig.open({
      channels: { members: { authentication: AUTHENTICATION }, partners: { authentication: AUTHENTICATION } },
    });
    const token = await sign(claims({ sub: 'hal' }));
    const here = await other.visitor({ auth: { protocol: 1, channel: 'members', token } });
    await here.start();
    const there = await other.visitor({ auth: { protocol: 1, channel: 'partners', token } });
    assert.deepEqual((await there.get('conversations', {})).conversations, []);
    await other.close();
  });

  test('no token is in the log', () => {
    assert.ok(logged.length > 0);
    assert.ok(!logged.some((line) => /eyJ[\w-]+\.[\w-]+/.test(line)));
  });
});

async function passOf(client: Client): Promise<string> {
  return (await client.next('welcome')).features.identity.pass;
}

/** The requests for the files of a conversation. */
function filesOf(rig: Rig, conversation: string) {
  const list = `${rig.url}/chat/v1/conversations/${conversation}/files`;
  const at = (file: string): string => `${list}/${file}`;
  const ask = (method: string, url: string, bearer?: string, body?: unknown, range?: string): Promise<Response> =>
    fetch(url, {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(range !== undefined && { 'content-range': range }),
        ...(typeof body === 'object' && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const codeOf = async (response: Response): Promise<string> => {
    const { status } = response;
    const text = await response.text();
    return status < 300 ? 'ok' : (JSON.parse(text) as { error: { code: string } }).error.code;
  };
  const code = async (...asked: Parameters<typeof ask>): Promise<string> => codeOf(await ask(...asked));
  const dataOf = async (...asked: Parameters<typeof ask>): Promise<any> => {
    const answer = (await (await ask(...asked)).json()) as { ok: boolean; data: unknown };
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.data;
  };
  const fresh = (): object => ({ id: crypto.randomUUID(), name: 'a.txt', size: 3, type: 'text/plain' });
  return {
    at,
    code,
    text: async (url: string): Promise<string> => (await ask('GET', url)).text(),
    upload: async (bearer: string): Promise<string> => {
      const { file } = await dataOf('POST', list, bearer, fresh());
      await dataOf('PATCH', at(file), bearer, 'abc', 'bytes 0-2/3');
      await dataOf('POST', `${at(file)}/complete`, bearer);
      return file;
    },
    ticket: async (bearer: string, file: string): Promise<string> =>
      rig.url + (await dataOf('POST', `${at(file)}/ticket`, bearer)).path,
    /** Each verb with what came of it. */
    everything: async (bearer: string, file: string): Promise<[string, string][]> => [
      ['create', await code('POST', list, bearer, fresh())],
      ['patch', await code('PATCH', at(file), bearer, 'xyz', 'bytes 0-2/3')],
      ['complete', await code('POST', `${at(file)}/complete`, bearer)],
      ['ticket', await code('POST', `${at(file)}/ticket`, bearer)],
      ['download', await code('GET', at(file), bearer)],
      ['remove', await code('DELETE', at(file), bearer)],
    ],
  };
}
