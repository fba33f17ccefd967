/** Identity, context and availability, through the real transport and the real server. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createChat, memoryStore, type Chat, type CreateChatOptions } from '../../src/session/index.js';
import { systemClock } from '../../src/session/memory.js';
import { conversationOf } from '../../src/session/model/selectors.js';
import type { Tabs } from '../../src/session/ports.js';
import type { TransportError } from '../../src/session/transport.js';
import { socketIo } from '../../src/transports/socket-io/index.js';
import { AUTHENTICATION, claims, sign } from '../server/identity/keys.js';
import { FakeClock } from '../server/core/fake-clock.js';
import { Rig } from '../server/socket/harness.js';

/** The documents' own sample: expired long ago. */
const SAMPLE =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI4N2I0ZDA2Yy1hYmMyLWU4MTEtYTliMC0wMDBkM2ExMGUwOWUiLCJsd2ljb250ZXh0cyI6IntcIm1zZHluX2NhcnR2YWx1ZVwiOlwiMTAwMDBcIiwgXCJtc2R5bl9pc3ZpcFwiOlwiZmFsc2VcIn0iLCJpYXQiOjE1NDI2MjIwNzEsImlzcyI6ImNvbnRvc29oZWxwLmNvbSIsImV4cCI6MTU0MjYyNTY3MiwibmJmIjoxNTQyNjIyMDcyfQ.r37z1M5rMyRYMOJ-rhyTRYFOgvl9N7KvTMueSFPkiuM';

let rig: Rig;
const folder = mkdtempSync(path.join(tmpdir(), 'chat-files-'));
const chats: Chat[] = [];
const reported: unknown[] = [];

before(async () => {
  rig = await Rig.open({
    files: { folder },
    channels: {
      members: { authentication: AUTHENTICATION },
      night: { queue: 'night' },
      strict: { authentication: AUTHENTICATION, context: { variables: { plan: {} }, undeclared: 'ignore' } },
      shop: { context: { variables: { known: {}, vip: { type: 'boolean', display: true } } } },
    },
    queues: { night: { hours: 'never' } },
    hours: { never: { zone: 'UTC', week: {} } },
  });
});
after(async () => {
  for (const chat of chats) chat.release();
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(channel: string, more: Partial<CreateChatOptions> = {}): Chat {
  const chat = createChat({
    transport: socketIo,
    endpoint: rig.url,
    channel,
    report: (what) => void reported.push(what),
    ...more,
  });
  chats.push(chat);
  return chat;
}

/** The errors that the page hears of. */
function errorsOf(chat: Chat): string[] {
  const heard: string[] = [];
  chat.on('chat-error', ({ code }) => void heard.push(code));
  return heard;
}

const token = (sub: string, more: object = {}): Promise<string> => sign(claims({ sub, ...more }));

describe('providers', () => {
  test('what is no function is refused at once, and what is set can be got and removed', () => {
    const chat = open('members');
    for (const wrong of [undefined, null, 'token', {}, 7]) {
      assert.throws(() => chat.setAuthTokenProvider(wrong as never), { name: 'TypeError', message: /AuthToken/ });
      assert.throws(() => chat.setContextProvider(wrong as never), { name: 'TypeError', message: /Context/ });
    }
    assert.equal(chat.getAuthTokenProvider(), null);
    const provider = (): void => undefined;
    chat.setAuthTokenProvider(provider);
    assert.equal(chat.getAuthTokenProvider(), provider);
    chat.removeAuthTokenProvider();
    assert.equal(chat.getAuthTokenProvider(), null);
    assert.equal(chat.state.connection.status, 'offline');
  });
});

describe('a customer', () => {
  test('is known by a token that is called back, returned or promised', async () => {
    const jwt = await token('ada');
    for (const provider of [
      (callback: (token: string) => void) => callback(jwt),
      (callback: (token: string) => void) => void setTimeout(() => callback(jwt), 5),
      // What a function in that style returns has no meaning.
      (callback: (token: string) => void) => setTimeout(() => callback(jwt), 5),
      (callback: (token: string) => void) => (callback(jwt), null),
      async (callback: (token: string) => void) => (setTimeout(() => callback(jwt), 5), true),
      () => jwt,
      () => Promise.resolve(jwt),
    ]) {
      const chat = open('members');
      chat.setAuthTokenProvider(provider);
      await chat.startChat();
      await chat.endChat();
    }
  });

  test('whose token fails is told by the documented errors, and the start is refused', async () => {
    for (const [provider, code, calls] of [
      [undefined, 'token-missing', 0],
      [() => Promise.reject(new Error('secret')), 'token-failed', 1],
      [
        () => {
          throw new Error('secret');
        },
        'token-failed',
        1,
      ],
      [(callback: (token: string) => void) => callback(''), 'token-missing', 1],
      [() => Promise.resolve(null), 'token-missing', 1],
      [() => SAMPLE, 'token-invalid', 2],
      [(callback: (token: string) => void) => callback('nonsense'), 'token-invalid', 2],
    ] as const) {
      const chat = open('members');
      const heard = errorsOf(chat);
      let asked = 0;
      if (provider)
        chat.setAuthTokenProvider(
          Object.defineProperty(
            (callback: (token: string) => void) => {
              asked += 1;
              return provider(callback);
            },
            'length',
            { value: provider.length },
          ),
        );
      await assert.rejects(chat.startChat(), (error: { code?: string; message?: string }) => {
        assert.equal(error.code, code);
        assert.ok(!error.message?.includes('secret'));
        return true;
      });
      assert.deepEqual([heard, asked], [[code], calls]);
    }
  });

  test('who comes after a logout is asked for their own token, whatever was still asked of the one before', async () => {
    const chat = open('members');
    let give: (token: string) => void = () => undefined;
    chat.setAuthTokenProvider((callback: (token: string) => void) => void (give = callback));
    const first = chat.startChat().then(
      () => 'begun',
      (error: { code: string }) => error.code,
    );
    while (give.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await chat.logout();
    assert.equal(await first, 'denied');
    const shown: string[] = [];
    chat.setAuthTokenProvider(async () => {
      shown.push('bob');
      return token('bob');
    });
    const second = chat.startChat();
    give(await token('alice'));
    await second;
    assert.deepEqual(shown, ['bob']);
    const other = open('members');
    other.setAuthTokenProvider(() => token('bob'));
    await other.restore();
    assert.equal(
      other.state.conversations[other.state.current!]?.remoteId,
      chat.state.conversations[chat.state.current!]?.remoteId,
    );
    await chat.endChat();
  });

  test('has ten seconds to show one; what comes later is of no use', async () => {
    let give: (token: string) => void = () => undefined;
    const clock = {
      now: () => Date.now(),
      delay: (ms: number, callback: () => void) => {
        const timer = setTimeout(callback, ms === 10_000 ? 5 : ms);
        return () => clearTimeout(timer);
      },
    };
    const chat = open('members', { ports: { clock } });
    const heard = errorsOf(chat);
    chat.setAuthTokenProvider((callback: (token: string) => void) => void (give = callback));
    await assert.rejects(chat.startChat(), { code: 'token-missing' });
    give(await token('late'));
    assert.deepEqual([heard, chat.state.connection.status], [['token-missing'], 'offline']);
  });

  test('gets a second chance when the first token is refused', async () => {
    const chat = open('members');
    const tokens = [SAMPLE, await token('bea')];
    chat.setAuthTokenProvider(() => tokens.shift());
    await chat.startChat();
    assert.equal(tokens.length, 0);
  });

  test('loses nothing when the token runs out: another is asked for, and the line comes back', async () => {
    const chat = open('members');
    let asked = 0;
    chat.setAuthTokenProvider(async () => {
      asked += 1;
      // The first lasts a second more, and the skew is over.
      return token('cora', asked === 1 ? { exp: Math.floor(Date.now() / 1000) - 58 } : {});
    });
    await chat.startChat();
    const again = new Promise<void>((resolve) => void chat.on('chat-reconnected', () => resolve()));
    const renewed = new Promise<void>((resolve) => {
      const look = (): void => (asked > 1 ? resolve() : void setTimeout(look, 50));
      look();
    });
    await Promise.race([again, renewed]);
    await chat.sendMessage({ message: 'still here' });
    assert.ok(asked > 1);
  });

  test('gets another token before the first is over, and the line stays', async () => {
    const time = new FakeClock(Date.now());
    const server = await Rig.open({ clock: time, channels: { members: { authentication: AUTHENTICATION } } });
    const SOON = 200_000;
    let renewals = 0;
    const clock = {
      now: () => Date.now(),
      delay: (ms: number, callback: () => void) => {
        // Waiting for the end of a token is the only long wait: the first is short here, the second comes with the answer.
        if (ms > SOON) renewals += 1;
        const timer = setTimeout(callback, ms > SOON && renewals === 1 ? 0 : ms);
        return () => clearTimeout(timer);
      },
    };
    const chat = open('members', { endpoint: server.url, ports: { clock } });
    const lines: string[] = [];
    chat.subscribe(({ connection }) => void lines.push(connection.status));
    let asked = 0;
    chat.setAuthTokenProvider(() => {
      asked += 1;
      return token('kai', { exp: Math.floor(time.now() / 1000) + (asked === 1 ? 300 : 3000) });
    });
    await chat.startChat();
    const begun = lines.length;
    while (renewals < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    // Past the end of the first, skew and all: whoever was not renewed is sent away.
    await time.advance(400_000);
    await chat.sendMessage({ message: 'still here' });
    assert.deepEqual([asked, renewals], [2, 2]);
    assert.deepEqual(new Set(lines.slice(begun)), new Set(['online']));
    chat.release();
    await server.close();
  });

  test('leaves no trace of the token in the state, the events or the reports', async () => {
    const chat = open('members');
    const seen: unknown[] = [];
    chat.subscribe((state, facts) => void seen.push(JSON.stringify([state, facts])));
    chat.onAny((event) => void seen.push(JSON.stringify(event)));
    const jwt = await token('unique-to-this-run');
    chat.setAuthTokenProvider(() => jwt);
    await chat.startChat();
    await chat.sendMessage({ message: 'hi' });
    assert.ok(![...seen, ...reported.map((one) => JSON.stringify(one))].some((one) => String(one).includes(jwt)));
  });

  test('is not asked for where nobody wants to know, and that is told once', async () => {
    const chat = open('open');
    const before = reported.length;
    let asked = 0;
    chat.setAuthTokenProvider(() => void (asked += 1));
    await chat.startChat();
    await chat.endChat();
    await chat.startChat();
    assert.equal(asked, 0);
    const told = () =>
      reported.slice(before).filter((one) => (one as { code?: string }).code === 'token-unused').length;
    // What says so is fetched.
    while (told() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await chat.sendMessage({ message: 'hi' });
    assert.equal(told(), 1);
  });

  test('is told of it in the console where nothing is given to report to, once', async (t) => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    const chat = open('open', { report: undefined });
    chat.setAuthTokenProvider(() => undefined);
    await chat.startChat();
    await chat.endChat();
    await chat.startChat();
    const told = () =>
      warn.mock.calls.filter(({ arguments: given }) => /auth token provider is not used/.test(given.join(' '))).length;
    while (told() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await chat.sendMessage({ message: 'hi' });
    assert.equal(told(), 1);
  });
});

describe('the files of a customer', () => {
  const picture = (): File => new File(['a list of things'], 'list.txt', { type: 'text/plain' });

  test('go by the pass of the line', async () => {
    const chat = open('members');
    chat.setAuthTokenProvider(() => token('hal'));
    await chat.startChat();
    await chat.sendFile({ files: [picture()] });
    const sent = conversationOf(chat.state)?.log.entries.flatMap((entry) =>
      entry.type === 'message' ? (entry.files ?? []) : [],
    );
    const { data } = await chat.downloadFile({ fileId: sent?.[0]?.id ?? '' });
    assert.equal(await (await fetch((data as { url: string }).url)).text(), 'a list of things');
  });

  test('wait for the next line when theirs has ended, rather than fail', async () => {
    const { signal } = new AbortController();
    const transport = socketIo({ emit: () => undefined }, { endpoint: rig.url, channel: 'members' });
    const jwt = await token('ivy');
    await transport.open(signal, jwt);
    const key = crypto.randomUUID();
    const { remoteId, credential = '' } = await transport.start({ key, profile: {}, userData: {} }, signal);
    const request = { remoteId, credential, id: crypto.randomUUID(), name: 'list.txt', body: picture() };
    const stale = await transport.files?.();
    transport.close();
    await transport.open(signal, jwt);
    await transport.resume({ remoteId, credential, after: 0 }, signal);
    // The server hears of the end of a line a little later than we do.
    let error: TransportError | undefined;
    while (error?.code !== 'unknown-conversation')
      error = await stale?.download(request, 'none', signal).then(
        () => undefined,
        (reason: unknown) => reason as TransportError,
      );
    assert.equal(error.kind, 'again');
    const info = await (await transport.files?.())?.upload(request, () => undefined, signal);
    assert.equal(info?.name, 'list.txt');
    transport.close();
  });
});

describe('another device', () => {
  test('finds the conversation that goes on, and nobody else’s', async () => {
    const phone = open('members');
    phone.setAuthTokenProvider(() => token('flo'));
    await phone.startChat();
    await phone.sendMessage({ message: 'from the phone' });

    const laptop = open('members');
    await assert.rejects(laptop.restore(), { code: 'denied' });
    laptop.setAuthTokenProvider(() => token('flo'));
    assert.equal((await laptop.restore()).code, 'ok');
    const { messages } = await laptop.getTranscript();
    assert.ok(messages.some(({ text, type }) => type === 'Message' && text === 'from the phone'));
    await laptop.sendMessage({ message: 'from the laptop' });

    const stranger = open('members');
    stranger.setAuthTokenProvider(() => token('gus'));
    await assert.rejects(stranger.restore(), { code: 'denied' });
    assert.deepEqual(stranger.state.conversations, {});
  });
});

describe('the context', () => {
  const undeclared = (since: number): unknown[] =>
    (reported.slice(since) as { code?: string; detail?: string }[]).flatMap(({ code, detail }) =>
      code === 'context-undeclared' ? [detail] : [],
    );
  const shown = async (chat: Chat): Promise<Record<string, unknown> | undefined> => {
    const { conversations, current = '' } = chat.state;
    const remote = conversations[current]?.remoteId;
    const boss = await rig.agent('Boss');
    const found = await boss.until(
      (event, desk) => event === 'desk' && desk.queue.find((one: { id: string }) => one.id === remote),
    );
    boss.close();
    return (found as { context?: Record<string, unknown> }).context;
  };

  test('comes from the provider in both forms, and startChat’s wins', async () => {
    const chat = open('shop');
    chat.setContextProvider(() => ({
      known: { value: 'provider', isDisplayable: true },
      flat: 'x',
      seen: { value: 2, isDisplayable: true },
      vip: false,
    }));
    await chat.startChat({ customContext: { known: { value: 'page', isDisplayable: true }, vip: { value: true } } });
    assert.deepEqual(await shown(chat), { known: { value: 'page' }, seen: { value: '2' }, vip: { value: true } });
    const told = reported.findLast((one) => (one as { code?: string }).code === 'context-undeclared');
    assert.match((told as { detail?: string }).detail ?? '', /: flat, seen$/);
  });

  test('that is not declared is told of once, also where nothing is declared', async () => {
    const before = reported.length;
    const chat = open('open');
    chat.setContextProvider(() => ({ plan: 'gold' }));
    await chat.startChat();
    await chat.endChat();
    await chat.startChat({ customContext: { more: { value: 1 } } });
    assert.deepEqual(undeclared(before), [
      'context variables that the server does not declare become texts: plan',
      'context variables that the server does not declare become texts: more',
    ]);
  });

  test('of a token is told of as well, and what becomes of it is what the server says', async () => {
    const before = reported.length;
    const chat = open('strict');
    chat.setAuthTokenProvider(() => token('jon', { lwicontexts: JSON.stringify({ plan: 'gold', tier: 1 }) }));
    chat.setContextProvider(() => ({ tier: 2, more: true }));
    await chat.startChat();
    assert.deepEqual(undeclared(before), [
      'context variables that the server does not declare are left out: tier',
      'context variables that the server does not declare are left out: more',
    ]);
  });

  test('has a hundred variables at most, and those of startChat are among them', async () => {
    const chat = open('shop');
    const displayed = (index: number) => [`k${index}`, { value: index, isDisplayable: true }] as const;
    chat.setContextProvider(() => Object.fromEntries(Array.from({ length: 100 }, (_, index) => displayed(index))));
    await chat.startChat({ customContext: { known: { value: 'page', isDisplayable: true } } });
    const names = Object.keys((await shown(chat)) ?? {});
    assert.deepEqual([names.length, names.includes('known'), names.includes('k99')], [100, true, false]);
  });

  test('of a provider that fails is told by error 1, and the chat starts without it', async () => {
    for (const provider of [
      () => {
        throw new Error('secret');
      },
      () => ({ deep: { value: {} } }),
      () => [1],
      () => Promise.resolve({ tier: 'gold' }) as never,
      () => Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`k${index}`, index])),
    ]) {
      const chat = open('shop');
      const heard = errorsOf(chat);
      chat.setContextProvider(provider);
      await chat.startChat();
      assert.deepEqual(heard, ['context-failed']);
      chat.release();
    }
  });

  test('of startChat that can’t be taken rejects, and names the variable', async () => {
    const chat = open('shop');
    await assert.rejects(chat.startChat({ customContext: { bad: { value: {} as never } } }), {
      code: 'invalid',
      message: /customContext bad must be/,
    });
    await chat.startChat();
  });
});

describe('availability', () => {
  test('is asked without a conversation, told by the event each time, and kept for a while', async () => {
    const chat = open('shop');
    const heard: unknown[] = [];
    chat.on('chat-availability', (detail) => void heard.push(detail));
    const [one, two] = await Promise.all([chat.getAgentAvailability(), chat.getAgentAvailability()]);
    assert.deepEqual([one.open, one.queue, one.agentsFree], [true, 'main', 0]);
    assert.equal(one, two);
    assert.equal(heard.length, 2);
    assert.deepEqual(chat.state.availability, one);
    // The line was for the question alone.
    assert.equal(chat.state.connection.status, 'offline');
    const other = await chat.getAgentAvailability({ customContext: { known: 'x' } });
    assert.notEqual(other, one);
  });

  test('is the same for two minutes, and asked for again after them', async () => {
    let ahead = 0;
    const clock = { ...systemClock, now: () => Date.now() + ahead };
    const chat = open('shop', { ports: { clock } });
    const first = await chat.getAgentAvailability();
    ahead = 100_000;
    assert.equal(await chat.getAgentAvailability(), first);
    ahead = 121_000;
    const second = await chat.getAgentAvailability();
    assert.notEqual(second, first);
    // A clock that was set back makes nothing last longer.
    ahead = -600_000;
    assert.notEqual(await chat.getAgentAvailability(), second);
  });

  test('outside the hours a start is refused, and a message can be left', async () => {
    const chat = open('night');
    await assert.rejects(chat.startChat(), { code: 'unattended' });
    assert.equal((await chat.getAgentAvailability()).open, false);
    await assert.rejects(chat.leaveMessage({ message: ' ' }), { code: 'empty' });
    await assert.rejects(chat.leaveMessage({ message: 'x', email: 7 as never }), { code: 'invalid' });
    assert.equal((await chat.leaveMessage({ message: 'Call me', name: 'Bo', email: 'bo@example.org' })).code, 'ok');
    const ann = await rig.agent('Ann');
    const desk = await ann.next('desk');
    assert.deepEqual(
      desk.messages.map((one: { text: string; name: string }) => [one.name, one.text]),
      [['Bo', 'Call me']],
    );
  });

  test('of a channel for customers needs their token', async () => {
    const chat = open('members');
    await assert.rejects(chat.getAgentAvailability(), { code: 'token-missing' });
    chat.setAuthTokenProvider(() => token('dan'));
    assert.equal((await chat.getAgentAvailability()).open, true);
  });
});

describe('logging out', () => {
  test('leaves nothing behind: no conversation, no unsent text, no draft, no connection', async () => {
    const [store, drafts] = [memoryStore(), memoryStore()];
    const chat = open('members', { ports: { store, drafts } });
    chat.setAuthTokenProvider(() => token('eve'));
    await chat.startChat();
    chat.perform({ type: 'chat-draft-request', detail: { text: 'half a thought' } });
    await chat.sendMessage({ message: 'a secret' });
    await chat.logout();
    assert.deepEqual(await store.list(''), []);
    assert.deepEqual(await drafts.list(''), []);
    assert.deepEqual([chat.state.conversations, chat.state.current], [{}, undefined]);
    assert.deepEqual(Object.values(chat.state.view.drafts).join(''), '');
    assert.equal(chat.state.connection.status, 'offline');
    // Whoever signs in next starts anew.
    await chat.startChat();
  });

  test('takes the customer out of every tab at once: what they see, have typed and have not sent', async () => {
    const store = memoryStore();
    const listeners = new Set<(message: unknown) => void>();
    const tabs = (): Tabs => ({
      id: crypto.randomUUID(),
      alive: () => Promise.resolve(true),
      post: (message) => listeners.forEach((listener) => listener(structuredClone(message))),
      listen: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
      exclusive: (run) => run(),
      close: () => undefined,
    });
    const tab = () => ({ store, drafts: memoryStore(), tabs: tabs() });
    const ports = [tab(), tab(), tab()];
    const chats = ports.map((given) => open('members', { ports: given }));
    for (const chat of chats) chat.setAuthTokenProvider(() => token('fay'));
    const [first, ...others] = chats as [Chat, Chat, Chat];
    await first.startChat();
    await first.sendMessage({ message: 'a secret' });
    // They hear of it, and show it.
    for (const chat of others) {
      while (conversationOf(chat.state)?.phase !== 'queued') await new Promise((resolve) => setTimeout(resolve, 5));
      chat.perform({ type: 'chat-draft-request', detail: { text: 'half a thought' } });
    }
    await first.logout();
    const clean = ({ state }: Chat): boolean =>
      state.current === undefined &&
      Object.keys(state.conversations).length === 0 &&
      Object.values(state.view.drafts).join('') === '' &&
      state.connection.status === 'offline';
    while (!chats.every(clean)) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const { drafts } of ports)
      while ((await drafts.list('')).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(await store.list(''), []);
  });

  test('what was said of a customer who has logged out is not said of the next one, in no tab', async () => {
    const store = memoryStore();
    const listeners = new Set<(message: unknown) => void>();
    const tabs = (): Tabs => ({
      id: crypto.randomUUID(),
      alive: () => Promise.resolve(true),
      post: (message) => listeners.forEach((listener) => listener(structuredClone(message))),
      listen: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
      exclusive: (run) => run(),
      close: () => undefined,
    });
    const [first, other] = [0, 1].map(() =>
      open('members', { ports: { store, drafts: memoryStore(), tabs: tabs() } }),
    ) as [Chat, Chat];
    const before = await first.customer({ name: 'Fay', contact: { order: 7 } });
    await other.customer({ name: 'Fay', fields: { tier: 'gold' } });
    await first.logout();
    const next = await first.customer();
    assert.deepEqual([next.name, next.fields, next.contact], ['', {}, {}]);
    assert.notEqual(next.id, before.id);
    while ((await other.customer()).name !== '') await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual((await other.customer()).fields, {});
  });
});
