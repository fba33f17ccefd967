/** Every method, event and error code of the contract, provoked for real: a page's code, the SDK, the real server and agents. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import { installSdk, type OmnichannelHost, type OmnichannelSdk } from '../../../src/facades/omnichannel/index.js';
import { conversationOf, createChat, type Chat, type TransportFactory } from '../../../src/session/index.js';
import { socketIo } from '../../../src/transports/socket-io/index.js';
import { AUTHENTICATION, claims, sign } from '../../server/identity/keys.js';
import { Rig, type Client } from '../../server/socket/harness.js';

const CONTRACT = JSON.parse(readFileSync(new URL('../../contracts/lcw.json', import.meta.url), 'utf8')) as {
  methods: Record<string, string>;
  events: Record<string, string>;
  errors: Record<string, string>;
};

/** Those that come from a window, which a headless chat has not; test/presets provokes them. */
const OF_THE_WINDOW = ['lcw:onClose', 'lcw:onMinimize', 'lcw:onMaximize'];
/** 7 is a script that could not be loaded; for 8 nothing here has a function by its name. */
const OF_THE_PAGE = ['7', '8'];

const provoked = { methods: new Set<string>(), events: new Set<string>(), errors: new Set<string>() };

type Heard = { readonly type: string; readonly detail: Record<string, unknown> | null };

class Page extends EventTarget {
  readonly heard: Heard[] = [];
  declare Microsoft?: { Omnichannel: { LiveChatWidget: { SDK: OmnichannelSdk } } };

  constructor() {
    super();
    for (const type of Object.keys(CONTRACT.events))
      this.addEventListener(type, (event) => {
        const { detail } = event as CustomEvent<Heard['detail']>;
        this.heard.push({ type, detail });
        provoked.events.add(type);
        if (type === 'lcw:error') provoked.errors.add(String(detail?.['errorCode']));
      });
  }

  get sdk(): OmnichannelSdk {
    const { SDK } = this.Microsoft!.Omnichannel.LiveChatWidget;
    return new Proxy(SDK, {
      get: (target, name: keyof OmnichannelSdk) => {
        provoked.methods.add(name);
        return target[name];
      },
    });
  }

  names(): string[] {
    return this.heard.map(({ type }) => type);
  }

  /** Resolves with the first event of a type that fits, now or later. */
  async hears(type: string, fits: (detail: Record<string, unknown>) => boolean = () => true): Promise<Heard> {
    const find = (): Heard | undefined =>
      this.heard.find((one) => one.type === type && (one.detail === null || fits(one.detail)));
    while (!find()) await new Promise((resolve) => this.addEventListener(type, resolve, { once: true }));
    return find()!;
  }
}

describe('Microsoft.Omnichannel.LiveChatWidget.SDK', () => {
  let rig: Rig;
  const undo: (() => void)[] = [];
  before(async () => {
    rig = await Rig.open({ channels: { members: { authentication: AUTHENTICATION } } });
  });
  afterEach(() => {
    for (const back of undo.splice(0).reverse()) back();
  });
  after(() => rig.close());

  function put(
    channel = 'shop',
    more: object = {},
    transport: TransportFactory = socketIo,
  ): { page: Page; chat: Chat; sdk: OmnichannelSdk } {
    const chat = createChat({ transport, endpoint: rig.url, channel });
    undo.push(() => chat.release());
    const page = new Page();
    undo.push(installSdk({ host: Object.assign(chat, more), page, warn: () => undefined }));
    return { page, chat, sdk: page.sdk };
  }

  async function taken(page: Page, chat: Chat): Promise<Client> {
    await page.hears('lcw:chatQueued');
    const agent = await rig.agent('Ann');
    await agent.get('accept', { conversation: chat.state.conversations[chat.state.current ?? '']?.remoteId });
    return agent;
  }

  test('has the documented methods, and no others', () => {
    const { page } = put();
    assert.deepEqual(
      Object.keys(page.Microsoft!.Omnichannel.LiveChatWidget.SDK).sort(),
      Object.keys(CONTRACT.methods).sort(),
    );
  });

  test('is ready first; what it puts on the page goes again', () => {
    const { page } = put();
    assert.deepEqual(page.names(), ['lcw:ready']);
    assert.throws(() => installSdk({ host: {} as OmnichannelHost, page }), { code: 'invalid', message: /already/ });
    for (const back of undo.splice(0).reverse()) back();
    assert.equal(page.Microsoft, undefined);
  });

  test('providers are set, got and removed at once; what is no function throws', () => {
    const { sdk } = put();
    const context = (): object => ({});
    const token = (): void => undefined;
    for (const wrong of [undefined, null, 'x', {}]) {
      assert.throws(() => sdk.setContextProvider(wrong as never), TypeError);
      assert.throws(() => sdk.setAuthTokenProvider(wrong as never), TypeError);
    }
    assert.equal(sdk.getContextProvider(), null);
    assert.equal(sdk.setContextProvider(context), undefined);
    assert.equal(sdk.getContextProvider(), context);
    assert.equal(sdk.removeContextProvider(), undefined);
    assert.equal(sdk.getContextProvider(), null);
    assert.equal(sdk.getAuthTokenProvider(), null);
    assert.equal(sdk.setAuthTokenProvider(token), undefined);
    assert.equal(sdk.getAuthTokenProvider(), token);
    assert.equal(sdk.removeAuthTokenProvider(), undefined);
    assert.equal(sdk.getAuthTokenProvider(), null);
  });

  test('a conversation is told in its order, with the documented details', async () => {
    const { page, chat, sdk } = put();
    assert.equal(sdk.startChat(), undefined);
    const agent = await taken(page, chat);
    // Asked for again it is the same one.
    sdk.startChat();
    const conversation = chat.state.conversations[chat.state.current ?? '']?.remoteId ?? '';
    await agent.say(conversation, 'Good morning');
    const { detail } = await page.hears('lcw:onMessageReceived', ({ messageType }) => messageType === 'user');
    assert.deepEqual([detail?.['text'], detail?.['role']], ['Good morning', 'agent']);
    const { tags } = detail?.['channelData'] as { tags: string[] };
    assert.deepEqual([tags[0], /^client_activity_id:\d+$/.test(tags[1] ?? '')], ['public', true]);
    await chat.sendMessage({ message: 'Hello' });
    await page.hears('lcw:onMessageSent');
    await agent.get('end', { conversation });
    await page.hears('lcw:closeChat');
    const order = page.names().filter((type) => type !== 'lcw:onMessageReceived');
    assert.deepEqual(order, [
      'lcw:ready',
      'lcw:startChat',
      'lcw:chatQueued',
      'lcw:onMessageSent',
      'lcw:threadUpdate',
      'lcw:closeChat',
    ]);
    assert.ok(page.names().indexOf('lcw:chatQueued') < page.names().indexOf('lcw:onMessageReceived'));
    agent.close();
  });

  test('closeChat ends the conversation; without one it does nothing wrong', async () => {
    const { page, sdk } = put();
    sdk.closeChat();
    sdk.startChat({ inNewWindow: true, customContext: { cart: { value: 1, isDisplayable: true } } });
    await page.hears('lcw:chatQueued');
    assert.equal(sdk.closeChat(), undefined);
    await page.hears('lcw:closeChat');
    assert.ok(!page.names().includes('lcw:threadUpdate'));
    assert.ok(!page.names().includes('lcw:error'));
  });

  test('closeChat forgets its own conversation, and neither who the visitor is nor what else they have begun', async () => {
    const { page, chat, sdk } = put();
    const { id } = await chat.customer();
    const threads = await chat.getThreads();
    const first = await chat.startChat();
    threads.create();
    sdk.startChat();
    await page.hears('lcw:chatQueued');
    while (!conversationOf(chat.state)) await new Promise((resolve) => setTimeout(resolve, 5));
    const second = chat.state.current!;
    await assert.rejects(chat.logout({ conversation: second }), { code: 'already-active', message: /end it first/ });
    sdk.closeChat();
    await page.hears('lcw:closeChat');
    while (chat.state.conversations[second]) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(Object.keys(chat.state.conversations), [
      (first.data as { conversationId: string }).conversationId,
    ]);
    assert.equal((await chat.customer()).id, id);
    await assert.rejects(chat.logout({ conversation: second }), { code: 'invalid', message: /^logout: conversation/ });
  });

  test('closeChat closes the window also where the end can’t be stored now', async () => {
    const shown: string[] = [];
    let mend: () => void = () => undefined;
    let network = Promise.resolve();
    const { page, chat, sdk } = put(
      'shop',
      { show: () => undefined, hide: () => void shown.push('hidden') },
      (...of) => {
        const line = socketIo(...of);
        const send = line.send.bind(line);
        return Object.assign(line, { send: (...items: Parameters<typeof send>) => network.then(() => send(...items)) });
      },
    );
    sdk.startChat();
    await page.hears('lcw:chatQueued');
    network = new Promise((resolve) => (mend = resolve));
    sdk.closeChat();
    while (shown.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(!page.names().includes('lcw:closeChat'));
    mend();
    await page.hears('lcw:closeChat');
    while (conversationOf(chat.state)) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(shown, ['hidden']);
  });

  test('startChat of a customer goes on with what they have begun on another device', async () => {
    const provider = (): Promise<string> => sign(claims({ sub: 'two-devices' }));
    const phone = put('members');
    phone.sdk.setAuthTokenProvider(provider);
    phone.sdk.startChat();
    await phone.page.hears('lcw:chatQueued');
    const laptop = put('members');
    laptop.sdk.setAuthTokenProvider(provider);
    laptop.sdk.startChat();
    await Promise.race([laptop.page.hears('lcw:chatRetrieved'), laptop.page.hears('lcw:startChat')]);
    // A double click is one wish.
    const tablet = put('members');
    tablet.sdk.setAuthTokenProvider(provider);
    tablet.sdk.startChat();
    tablet.sdk.startChat();
    await tablet.page.hears('lcw:chatRetrieved');
    assert.equal(Object.keys(tablet.chat.state.conversations).length, 1);
    assert.ok(!tablet.page.names().includes('lcw:startChat'));
    const [theirs, ours] = [phone, laptop].map(
      ({ chat }) => chat.state.conversations[chat.state.current ?? '']?.remoteId,
    );
    assert.equal(ours, theirs);
    assert.ok(ours);
    assert.ok(!laptop.page.names().includes('lcw:startChat'));
  });

  test('startChat of a customer begins where there is nothing to go on with, or nobody wants to know', async () => {
    for (const channel of ['members', 'shop']) {
      const { page, sdk } = put(channel);
      sdk.setAuthTokenProvider(() => sign(claims({ sub: 'new-here' })));
      sdk.startChat();
      await page.hears('lcw:chatQueued');
      assert.ok(page.names().includes('lcw:startChat'), channel);
    }
  });

  test('a conversation that another page has begun is retrieved', async () => {
    const { memoryStore } = await import('../../../src/session/index.js');
    const store = memoryStore();
    const page = new Page();
    const first = createChat({ transport: socketIo, endpoint: rig.url, channel: 'shop', ports: { store } });
    await first.startChat();
    first.release();
    const second = createChat({ transport: socketIo, endpoint: rig.url, channel: 'shop', ports: { store } });
    undo.push(installSdk({ host: second, page }), () => second.release());
    await second.restore();
    await page.hears('lcw:chatRetrieved');
    assert.ok(!page.names().includes('lcw:startChat'));
  });

  test('availability is told in the documented fields', async () => {
    const { page, sdk } = put();
    assert.equal(sdk.getAgentAvailability({ customContext: { a: { value: 1 } } }), undefined);
    const { detail } = await page.hears('lcw:getAgentAvailability');
    assert.deepEqual(Object.keys(detail ?? {}).sort(), [
      'EndTimeOfNextOperatingHour',
      'StartTimeOfNextOperatingHour',
      'averageWaitTime',
      'isAgentAvailable',
      'isQueueAvailable',
      'nexttransitiontime',
      'positionInQueue',
      'queueId',
    ]);
    assert.deepEqual([detail?.['isQueueAvailable'], detail?.['queueId']], [true, 'main']);
  });

  test('an invitation needs its first argument, has the documented text, and starts a chat when it is taken', async () => {
    const invited: [message: string, showPrechat: boolean, accepted: (() => void) | undefined][] = [];
    const { page, sdk } = put('shop', {
      show: () => undefined,
      hide: () => undefined,
      startProactiveChat: (
        { message }: { message: string },
        showPrechat: boolean,
        { accepted }: { accepted?: () => void },
      ) => Promise.resolve(void invited.push([message, showPrechat, accepted])),
    });
    assert.throws(() => (sdk.startProactiveChat as () => void)(), TypeError);
    sdk.startProactiveChat({ message: 'Can we help?' }, false);
    sdk.startProactiveChat({}, true, { inNewWindow: true });
    assert.deepEqual(
      invited.map(([message, showPrechat]) => [message, showPrechat]),
      [
        ['Can we help?', false],
        ["Hi! Have any questions? I'm here to help", true],
      ],
    );
    invited[1]?.[2]?.();
    await page.hears('lcw:startChat');
    // Whoever talks already is not invited.
    sdk.startProactiveChat({});
    assert.equal(invited.length, 2);
  });

  test('a form that the page has put into the chat is asked first, unless an invitation says otherwise', async () => {
    const invited: (() => void)[] = [];
    const { page, chat, sdk } = put('shop', {
      show: () => undefined,
      hide: () => undefined,
      querySelector: (selector: string) => (selector.includes('form') ? {} : null),
      startProactiveChat: (_text: object, _prechat: boolean, { accepted }: { accepted: () => void }) =>
        Promise.resolve(void invited.push(accepted)),
    });
    sdk.startChat();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(chat.state.current, undefined);
    sdk.startProactiveChat({}, false, { inNewWindow: true });
    invited[0]?.();
    await page.hears('lcw:startChat');
  });

  test('errors have the documented codes and texts', async () => {
    const jwt = await sign(claims({ sub: 'ada' }));
    const cases: [string, (sdk: OmnichannelSdk) => void, channel?: string][] = [
      [
        '1',
        (sdk) =>
          sdk.setContextProvider(() => {
            throw new Error('secret');
          }),
        'shop',
      ],
      ['2', (sdk) => sdk.setAuthTokenProvider(() => Promise.reject(new Error('secret')))],
      ['3', (sdk) => sdk.setAuthTokenProvider((callback) => callback(''))],
      ['4', (sdk) => sdk.setAuthTokenProvider((callback) => callback(`${jwt}x`))],
    ];
    for (const [code, prepare, channel = 'members'] of cases) {
      const { page, sdk } = put(channel);
      prepare(sdk);
      sdk.startChat();
      const { detail } = await page.hears('lcw:error');
      assert.deepEqual(detail, {
        errorCode: Number(code),
        errorDescription: (CONTRACT.errors[code] ?? '').replace(/ \(research\)$/, ''),
      });
    }
  });

  test('a customer with a good token gets through, in the documented style', async () => {
    const { page, sdk } = put('members');
    const jwt = await sign(claims({ sub: 'bea', lwicontexts: '{"msdyn_cartvalue":"10000"}' }));
    sdk.setAuthTokenProvider(function authTokenProvider(callback) {
      callback(jwt);
    });
    sdk.startChat();
    await page.hears('lcw:chatQueued');
    assert.ok(!page.names().includes('lcw:error'));
  });

  test('nothing of the contract is left out', () => {
    assert.deepEqual([...provoked.methods].sort(), Object.keys(CONTRACT.methods).sort());
    assert.deepEqual([...new Set([...provoked.events, ...OF_THE_WINDOW])].sort(), Object.keys(CONTRACT.events).sort());
    assert.deepEqual([...provoked.errors, ...OF_THE_PAGE].sort(), Object.keys(CONTRACT.errors).sort());
  });
});
