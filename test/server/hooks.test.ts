/** What the site's own back end is told, against a real receiver and a real mail server. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { verifiedAt } from '../../demo/server/hooks/challenge.js';
import { leftLetter, transcriptLetters, type MailConfig } from '../../demo/server/hooks/mail.js';
import { webhookFrom } from '../../demo/server/hooks/webhooks.js';
import { attachChatServer, type ChatServerOptions } from '../../demo/server/index.js';
import type { ConversationRow, LeftMessageRow } from '../../demo/server/store/port.js';
import { FakeClock } from './core/fake-clock.js';
import { Rig } from './socket/harness.js';

const SECRET = 'a secret of at least 24 bytes';
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const back of undo.splice(0).reverse()) await back();
});

/** The server's time goes a hundred times as fast, so that nobody waits for a retry. */
function hasty(): FakeClock {
  const clock = new FakeClock();
  const timer = setInterval(() => void clock.advance(500), 5);
  undo.push(() => clearInterval(timer));
  return clock;
}
const open = async (options: Partial<ChatServerOptions>): Promise<Rig> => {
  const rig = await Rig.open(options);
  undo.push(() => rig.close());
  return rig;
};
async function until<T>(what: () => T | undefined | false): Promise<T> {
  for (;;) {
    const found = what();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

type Told = { readonly id: string; readonly type: string; readonly data: Record<string, Record<string, unknown>> };

/** The site's own back end: checks every signature, and refuses the first `refusing` requests. */
class Receiver {
  readonly told: Told[] = [];
  readonly wrong: string[] = [];
  asked = 0;

  private constructor(
    readonly url: string,
    private refusing: number,
  ) {}

  static async open(refusing = 0): Promise<Receiver> {
    const server: Server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        receiver.#take(request.headers, Buffer.concat(pieces).toString());
        response.writeHead(receiver.refusing-- > 0 ? 500 : 204).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    undo.push(() => (server.closeAllConnections(), server.close()));
    const receiver = new Receiver(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, refusing);
    return receiver;
  }

  #take(headers: NodeJS.Dict<string | string[]>, body: string): void {
    this.asked += 1;
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = headers;
    const good = createHmac('sha256', SECRET)
      .update(`${String(id)}.${String(at)}.${body}`)
      .digest('base64');
    if (signature !== `v1,${good}`) this.wrong.push(String(signature));
    const { type, data } = JSON.parse(body) as Told;
    if (this.refusing <= 0) this.told.push({ id: String(id), type, data });
  }

  types(): string[] {
    return this.told.map(({ type }) => type).sort();
  }
}

describe('webhooks', () => {
  test('tell all five happenings, signed', async () => {
    const receiver = await Receiver.open();
    const rig = await open({ clock: hasty(), webhooks: [{ url: receiver.url, secret: SECRET }] });
    const { visitor, agent, conversation } = await rig.pair();
    await visitor.say(conversation, 'Hello');
    await agent.get('end', { conversation });
    await visitor.get('leave-message', { id: crypto.randomUUID(), text: 'Call me', email: 'bo@example.org' });
    await until(() => receiver.told.length >= 5);
    assert.deepEqual(receiver.types(), [
      'conversation.assigned',
      'conversation.ended',
      'conversation.started',
      'message.created',
      'message.left',
    ]);
    assert.deepEqual(receiver.wrong, []);
    const data = (type: string): Told['data'] => receiver.told.find((one) => one.type === type)!.data;
    assert.equal(data('message.created')['text'], 'Hello');
    assert.equal(data('conversation.ended')['conversation']?.['id'], conversation);
    assert.equal(data('message.left')['message']?.['email'], 'bo@example.org');
    // What only the staff may know of the connection is nobody else's.
    assert.ok(!JSON.stringify(receiver.told).includes('addressHash'));
  });

  test('are tried again until they are taken, under the same id, and then no more', async () => {
    const receiver = await Receiver.open(3);
    const rig = await open({
      clock: hasty(),
      webhooks: [{ url: receiver.url, secret: SECRET, events: ['conversation.started'] }],
    });
    const visitor = await rig.visitor();
    await visitor.start();
    await until(() => receiver.told.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(receiver.asked, 4);
    assert.deepEqual(receiver.types(), ['conversation.started']);
  });

  test('are told after a restart what could not be told before', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'hooks-'));
    undo.push(() => rmSync(folder, { recursive: true, force: true }));
    const store = { path: path.join(folder, 'chat.db') };
    const receiver = await Receiver.open(1);
    const webhooks = [{ url: receiver.url, secret: SECRET, events: ['message.left'] as const }];
    // Its time stands still after the first try.
    const clock = new FakeClock();
    const first = await Rig.open({ store, webhooks, clock });
    const visitor = await first.visitor();
    await visitor.get('leave-message', { id: crypto.randomUUID(), text: 'Call me' });
    await clock.advance(10);
    await until(() => receiver.asked === 1);
    await first.close();
    await open({ store, webhooks, clock: hasty() });
    await until(() => receiver.told.length === 1);
  });

  test('are not told what was refused, nor the same message twice', async () => {
    const receiver = await Receiver.open();
    const rig = await open({ clock: hasty(), webhooks: [{ url: receiver.url, secret: SECRET }] });
    const visitor = await rig.visitor();
    const id = crypto.randomUUID();
    assert.equal(await visitor.code('leave-message', { id, text: ' ' }), 'empty');
    await visitor.get('leave-message', { id, text: 'Call me' });
    await visitor.get('leave-message', { id, text: 'Call me' });
    await until(() => receiver.told.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(receiver.types(), ['message.left']);
  });

  test('of a configuration that can not be meant stop the start, and name the field', async () => {
    const fine = { url: 'https://shop.example/hook', secret: SECRET };
    assert.equal(
      webhookFrom({ ...fine, secret: `whsec_${Buffer.from(SECRET).toString('base64')}` }, 0).key.toString(),
      SECRET,
    );
    for (const [config, field] of [
      [{ ...fine, url: 'http://shop.example/hook' }, 'webhooks[0].url'],
      [{ ...fine, url: 'shop.example' }, 'webhooks[0].url'],
      [{ ...fine, secret: 'short' }, 'webhooks[0].secret'],
      [{ ...fine, events: ['nothing'] as never }, 'webhooks[0].events'],
    ] as const)
      assert.throws(
        () => webhookFrom(config, 0),
        (error: Error) => error.message.startsWith(field),
      );
    await assert.rejects(
      attachChatServer(createServer(), {
        store: { path: ':memory:' },
        mail: { server: 'x', from: 'a@b.c', team: 'a@b.c' },
      }),
      /mail\.server/,
    );
  });
});

/** A real mail server that keeps what it gets. */
async function mailbox(): Promise<{ url: string; mails: { to: string[]; raw: string }[] }> {
  const mails: { to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString(),
        });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  undo.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, mails };
}

describe('mail', () => {
  const mail: MailConfig = { server: 'smtp://x', from: 'Chat <chat@shop.example>', team: 'team@shop.example' };

  test('brings messages that were left to the team, and answers go to whoever left them', async () => {
    const { url, mails } = await mailbox();
    const rig = await open({ clock: hasty(), mail: { ...mail, server: url } });
    const visitor = await rig.visitor();
    const frame = {
      id: crypto.randomUUID(),
      text: 'Is it still made?\n.\nBest, Bo',
      name: 'Bo',
      email: 'bo@example.org',
    };
    await visitor.get('leave-message', frame);
    const { to, raw } = await until(() => mails[0]);
    assert.deepEqual(to, ['team@shop.example']);
    assert.match(raw, /^Reply-To: bo@example\.org\r$/m);
    assert.match(raw, /^Subject: Message from Bo\r$/m);
    assert.match(raw, /Is it still made\?\r\n\.+\r\nBest, Bo/);
    assert.equal(mails.length, 1);
  });

  test('brings the transcript to the team and to the visitor', async () => {
    const { url, mails } = await mailbox();
    const rig = await open({ clock: hasty(), mail: { ...mail, server: url, transcripts: 'both' } });
    const visitor = await rig.visitor();
    const { conversation } = await visitor.start(undefined, { profile: { nickname: 'Bo', email: 'bo@example.org' } });
    await visitor.say(conversation, 'Hello');
    await visitor.send(conversation, { id: crypto.randomUUID(), type: 'end' });
    await until(() => mails.length === 2);
    assert.deepEqual(mails.flatMap(({ to }) => to).sort(), ['bo@example.org', 'team@shop.example']);
    for (const { raw } of mails) assert.match(raw, /Bo: Hello/);
  });

  test('of a visitor’s making has no header and no receiver of theirs', () => {
    const message = { at: 0, text: 'x', channel: 'shop', queue: 'main', customer: null } as LeftMessageRow;
    const nasty = ['a@b.c, d@e.f', 'a@b.c\r\nBcc: d@e.f', '<a@b.c> d@e.f', 'Bo <a@b.c>', 'a@b@c', 'nobody'];
    for (const email of nasty) {
      const letter = leftLetter(mail, { ...message, email, name: 'Bo\r\nBcc: all@shop.example' });
      assert.deepEqual(
        [letter.replyTo, letter.to, /[\r\n]/.test(letter.subject)],
        [undefined, 'team@shop.example', false],
      );
      const row = { profile: { email }, startedAt: 0 } as unknown as ConversationRow;
      const said = { body: { type: 'message', text: 'x', from: { role: 'visitor' } }, at: 0, audience: 'all' };
      assert.deepEqual(transcriptLetters({ ...mail, transcripts: 'visitor' }, row, [said as never]), []);
    }
  });
});

describe('a challenge before a conversation', () => {
  const challenge = { field: 'captcha', check: (answer: string): boolean => answer === 'good' };

  test('lets in who has a good answer, which nobody is shown', async () => {
    const rig = await open({ challenge });
    const visitor = await rig.visitor();
    const { conversation } = await visitor.start(undefined, { userData: { captcha: 'good', basket: 3 } });
    const agent = await rig.agent();
    await agent.get('accept', { conversation });
    const mine = await agent.until((event, payload) => event === 'desk' && payload.mine[0]);
    assert.deepEqual(mine.userData, { basket: 3 });
  });

  test('keeps out everybody else, with the field that is missing', async () => {
    const rig = await open({ challenge });
    const visitor = await rig.visitor();
    for (const userData of [undefined, {}, { captcha: '' }, { captcha: 'bad' }, { captcha: 5 }]) {
      const answer = await visitor.ask('start', { key: crypto.randomUUID(), userData });
      assert.deepEqual(!answer.ok && [answer.error.code, answer.error.field], ['not-allowed', 'userData.captcha']);
    }
  });

  test('is not asked for the repetition of a start whose answer was lost', async () => {
    let asked = 0;
    const rig = await open({ challenge: { field: 'captcha', check: () => ++asked === 1 } });
    const visitor = await rig.visitor();
    const key = crypto.randomUUID();
    const { conversation } = await visitor.start(key, { userData: { captcha: 'once' } });
    assert.equal((await visitor.start(key, { userData: { captcha: 'once' } })).conversation, conversation);
    assert.equal(asked, 1);
  });

  test('that fails by itself keeps nobody out for good', async () => {
    const broken = (): boolean => {
      throw new Error('secret');
    };
    const rig = await open({ challenge: { field: 'captcha', check: broken } });
    const visitor = await rig.visitor();
    const answer = await visitor.ask('start', { key: crypto.randomUUID(), userData: { captcha: 'x' } });
    assert.equal(!answer.ok && answer.error.code, 'unavailable');
    assert.ok(!JSON.stringify(answer).includes('secret'));
  });

  test('is checked at an address with TLS only', () => {
    assert.throws(() => verifiedAt('http://captcha.example/verify', 's'), /https/);
    assert.doesNotThrow(() => verifiedAt('https://captcha.example/verify', 's'));
  });
});
