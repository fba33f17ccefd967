/**
 * The whole contract of the Dynamics live chat SDK in a browser: every method, event and error code is provoked by what a
 * page does, on the real element, with the real server and an agent. What nothing has provoked fails.
 */
import { expect } from '@open-wc/testing';
import type { OmnichannelSdk } from '../../src/facades/omnichannel/index.js';
import { LiveChat } from '../../src/elements/live-chat.js';
import { installOmnichannel, type OmnichannelOptions } from '../../src/presets/omnichannel.js';
import { conversationOf } from '../../src/session/model/selectors.js';
import { settle, until } from '../helpers/settle.js';
import { Desk } from './desk.js';
import { run } from './old-page.js';

type Contract = Readonly<Record<'methods' | 'events' | 'errors', Readonly<Record<string, string>>>>;
const contract = (await (await fetch(new URL('../contracts/lcw.json', import.meta.url))).json()) as Contract;

type Heard = { readonly type: string; readonly detail: Record<string, unknown> | null };
type Page = { readonly chat: LiveChat; readonly sdk: OmnichannelSdk; readonly heard: Heard[] };

const provoked = { methods: new Set<string>(), events: new Set<string>(), errors: new Set<string>() };
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const back of undo.splice(0).reverse()) await back();
});
let count = 0;
const base = Date.now();

/** What the window hears from now on. */
function listen(): Heard[] {
  const heard: Heard[] = [];
  for (const type of Object.keys(contract.events)) {
    const note = (event: Event): void => {
      const { detail } = event as CustomEvent<Heard['detail']>;
      heard.push({ type, detail });
      provoked.events.add(type);
      if (type === 'lcw:error') provoked.errors.add(String(detail?.['errorCode']));
    };
    addEventListener(type, note);
    undo.push(() => removeEventListener(type, note));
  }
  return heard;
}

const sdkOf = (): OmnichannelSdk =>
  (globalThis as unknown as { Microsoft: { Omnichannel: { LiveChatWidget: { SDK: OmnichannelSdk } } } }).Microsoft
    .Omnichannel.LiveChatWidget.SDK;

/** A page with the SDK, and an element that shares nothing with those of other tests. */
async function page(
  options: OmnichannelOptions = {},
  given: Partial<LiveChat> = {},
  script = (): void => undefined,
): Promise<Page> {
  const element = Object.assign(document.createElement('live-chat'), {
    channel: options.channel ?? 'default',
    sessionKey: `omnichannel ${base} ${count++}`,
    persist: 'none',
    ...given,
  });
  document.body.append(element);
  await settle(element);
  // It has said that it is ready; the SDK says it again when it is there.
  const heard = listen();
  script();
  undo.push(() => element.remove());
  undo.push(installOmnichannel({ ...options, element }));
  const sdk = new Proxy(sdkOf(), {
    get: (target, name: keyof OmnichannelSdk) => (provoked.methods.add(name), target[name]),
  });
  return { chat: element, sdk, heard };
}

const names = ({ heard }: Pick<Page, 'heard'>): string[] => heard.map(({ type }) => type);
const hears = (on: Pick<Page, 'heard'>, type: string): Promise<void> => until(() => names(on).includes(type), 15_000);
const detailOf = ({ heard }: Pick<Page, 'heard'>, type: string): Heard['detail'] =>
  heard.find((one) => one.type === type)!.detail;

async function agentFor({ chat }: Page): Promise<{ agent: Desk; conversation: string }> {
  const agent = await Desk.signIn('ada');
  undo.push(() => agent.close());
  const conversation = conversationOf(chat.state)!.remoteId!;
  await agent.ask('accept', { conversation });
  return { agent, conversation };
}

const encoded = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_', '=': '' })[sign] ?? '');

/** A token as the site of the tests signs it. */
async function token(more: object = {}): Promise<string> {
  const text = new TextEncoder();
  const at = Math.floor(Date.now() / 1000);
  const part = (data: object): string => encoded(text.encode(JSON.stringify(data)));
  const payload = { sub: `customer ${count++}`, iss: 'shop.example', iat: at, nbf: at, exp: at + 300, ...more };
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`;
  const secret = text.encode('a secret of the tests, of 32 bytes or more');
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return `${body}.${encoded(new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(body))))}`;
}

describe('Microsoft.Omnichannel.LiveChatWidget.SDK in a page', () => {
  it('setContextProvider, getContextProvider and removeContextProvider answer at once', async () => {
    const { sdk } = await page();
    const provider = (): object => ({ msdyn_cartvalue: { value: '10000', isDisplayable: true } });
    expect(sdk.getContextProvider()).to.equal(null);
    expect(sdk.setContextProvider(provider)).to.equal(undefined);
    expect(sdk.getContextProvider()).to.equal(provider);
    expect(sdk.removeContextProvider()).to.equal(undefined);
    expect(sdk.getContextProvider()).to.equal(null);
    expect(() => sdk.setContextProvider('x' as never)).to.throw(TypeError);
  });

  it('setAuthTokenProvider, getAuthTokenProvider and removeAuthTokenProvider answer at once', async () => {
    const { sdk } = await page();
    const provider = (callback: (jwt: string) => void): void => callback('');
    expect(sdk.getAuthTokenProvider()).to.equal(null);
    expect(sdk.setAuthTokenProvider(provider)).to.equal(undefined);
    expect(sdk.getAuthTokenProvider()).to.equal(provider);
    expect(sdk.removeAuthTokenProvider()).to.equal(undefined);
    expect(sdk.getAuthTokenProvider()).to.equal(null);
    expect(() => sdk.setAuthTokenProvider(undefined as never)).to.throw(TypeError);
  });

  it('startChat opens and starts; a second call only opens; the order of a whole conversation holds', async () => {
    const on = await page();
    const { chat, sdk, heard } = on;
    expect(sdk.startChat({ customContext: { cart: { value: 3, isDisplayable: true } } })).to.equal(undefined);
    await hears(on, 'lcw:chatQueued');
    expect(chat.open).to.equal(true);
    chat.minimize();
    sdk.startChat();
    expect(chat.open).to.equal(true);
    const { agent, conversation } = await agentFor(on);
    await agent.say(conversation, 'Good morning');
    const user = (): Heard | undefined => heard.find(({ detail }) => detail?.['messageType'] === 'user');
    await until(user, 15_000);
    const { tags } = user()!.detail!['channelData'] as { tags: string[] };
    expect(tags[0]).to.equal('public');
    expect(tags[1]).to.match(/^client_activity_id:/);
    expect(user()!.detail).to.include({ text: 'Good morning', role: 'agent' });
    await chat.sendMessage({ message: 'Hello' });
    await agent.ask('end', { conversation });
    await hears(on, 'lcw:closeChat');
    const order = names(on).filter((type) => !/onM(axi|ini)mize|onMessageReceived/.test(type));
    expect(order).to.deep.equal([
      'lcw:ready',
      'lcw:startChat',
      'lcw:chatQueued',
      'lcw:onMessageSent',
      'lcw:threadUpdate',
      'lcw:closeChat',
    ]);
    expect(names(on).indexOf('lcw:chatQueued')).to.be.lessThan(names(on).indexOf('lcw:onMessageReceived'));
    // The documented tag of the end comes before the events that tell it.
    const end = heard.findIndex(({ detail }) => JSON.stringify(detail).includes('agentendconversation'));
    expect(end).to.be.greaterThan(-1).and.lessThan(names(on).indexOf('lcw:threadUpdate'));
  });

  it('startChat of a page with a form asks that first', async () => {
    const on = await page({}, { form: true });
    on.sdk.startChat();
    await until(() => on.chat.shadowRoot!.querySelector('chat-form'), 15_000);
    expect(on.chat.state.current).to.equal(undefined);
  });

  it('startProactiveChat invites with the documented text, and starts when it is accepted', async () => {
    const on = await page();
    expect(() => (on.sdk.startProactiveChat as () => void)()).to.throw(TypeError);
    expect(on.sdk.startProactiveChat({})).to.equal(undefined);
    const card = () => on.chat.shadowRoot!.querySelector('chat-invitation');
    await until(() => card()?.open);
    expect(card()!.shadowRoot!.textContent).to.contain("Hi! Have any questions? I'm here to help");
    card()!.shadowRoot!.querySelector<HTMLElement>('[part=accept]')!.click();
    await hears(on, 'lcw:chatQueued');
  });

  it('closeChat ends the conversation and takes all of it off the browser, of a window that was put away, too', async () => {
    for (const minimized of [false, true]) {
      const on = await page({}, { persist: 'local' });
      const { chat, sdk } = on;
      const scope = chat.sessionKey;
      sdk.startChat();
      await hears(on, 'lcw:chatQueued');
      expect(localStorage.getItem(`live-chat-elements/${scope}/marker`)).to.equal('1');
      if (minimized) chat.minimize();
      expect(sdk.closeChat()).to.equal(undefined);
      await hears(on, 'lcw:onClose');
      expect(names(on)).to.include('lcw:closeChat').and.not.include('lcw:threadUpdate');
      expect(names(on).indexOf('lcw:closeChat')).to.be.lessThan(names(on).indexOf('lcw:onClose'));
      expect(Object.keys(localStorage).filter((name) => name.includes(scope))).to.deep.equal([]);
      expect(Object.keys(sessionStorage).filter((name) => name.includes(scope))).to.deep.equal([]);
      expect([chat.open, chat.state.current]).to.deep.equal([false, undefined]);
      for (const back of undo.splice(0).reverse()) await back();
    }
  });

  it('getAgentAvailability is answered by its event, in the documented fields', async () => {
    const on = await page();
    expect(on.sdk.getAgentAvailability()).to.equal(undefined);
    await hears(on, 'lcw:getAgentAvailability');
    expect(Object.keys(detailOf(on, 'lcw:getAgentAvailability')!).sort()).to.deep.equal([
      'EndTimeOfNextOperatingHour',
      'StartTimeOfNextOperatingHour',
      'averageWaitTime',
      'isAgentAvailable',
      'isQueueAvailable',
      'nexttransitiontime',
      'positionInQueue',
      'queueId',
    ]);
  });

  it('lcw:onMaximize, lcw:onMinimize and lcw:onClose tell what becomes of the window', async () => {
    const on = await page();
    on.chat.show();
    on.chat.minimize();
    on.chat.show();
    on.chat.hide();
    const windows = (): string[] => names(on).filter((type) => /^lcw:on(Max|Min|Close)/.test(type));
    await until(() => windows().length === 4, 15_000);
    expect(windows()).to.deep.equal(['lcw:onMaximize', 'lcw:onMinimize', 'lcw:onMaximize', 'lcw:onClose']);
  });

  it('lcw:chatRetrieved comes when the page is there again, and no event of a start', async () => {
    const sessionKey = `omnichannel ${base} retrieved`;
    const first = await page({}, { sessionKey, persist: 'local' });
    first.sdk.startChat();
    await hears(first, 'lcw:chatQueued');
    const { current } = first.chat.state;
    for (const back of undo.splice(0).reverse()) await back();
    // The session of the element that is gone is let go of after a grace time.
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    const heard = listen();
    const again = { ...(await page({}, { sessionKey, persist: 'local' })), heard };
    await hears(again, 'lcw:chatRetrieved');
    expect(again.chat.state.current).to.equal(current);
    expect(names(again)).to.not.include('lcw:startChat');
    again.sdk.closeChat();
    await hears(again, 'lcw:closeChat');
  }).timeout(30_000);

  it('closeChat on a page that was just loaded takes off what is still coming back', async () => {
    const sessionKey = `closed early ${count++}`;
    const first = await page({}, { sessionKey, persist: 'local' });
    first.sdk.startChat();
    await hears(first, 'lcw:chatQueued');
    for (const back of undo.splice(0).reverse()) await back();
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    const heard = listen();
    const again = { ...(await page({}, { sessionKey, persist: 'local' })), heard };
    again.sdk.closeChat();
    await hears(again, 'lcw:onClose');
    expect(names(again)).to.include('lcw:closeChat');
    expect(Object.keys(localStorage).filter((name) => name.includes(sessionKey))).to.deep.equal([]);
  }).timeout(30_000);

  it('runs the documents’ own example as the demo has it, to the letter: its token expired long ago, error 4; with a good one a chat starts', async () => {
    const example = await (await fetch(new URL('../../demo/assets/omnichannel-example.js', import.meta.url))).text();
    // Its listener must not outlive this test.
    const once = '{ addEventListener: (type, listener) => addEventListener(type, listener, { once: true }) }';
    const on = await page({ channel: 'members' }, {}, () => run(`(function (window) { ${example} })(${once});`));
    await until(() => on.sdk.getAuthTokenProvider());
    on.sdk.startChat();
    await hears(on, 'lcw:error');
    expect(detailOf(on, 'lcw:error')).to.deep.equal({ errorCode: 4, errorDescription: contract.errors['4'] });
    const jwt = await token({ lwicontexts: '{"msdyn_cartvalue":"10000", "msdyn_isvip":"false"}' });
    on.sdk.setAuthTokenProvider((callback: (jwt: string) => void) => callback(jwt));
    on.sdk.startChat();
    await hears(on, 'lcw:chatQueued');
  });

  const documented = (code: string): string => contract.errors[code]!.replace(/ \(research\)$/, '');
  const wrong: readonly [code: string, why: string, on: (sdk: OmnichannelSdk) => void, options: OmnichannelOptions][] =
    [
      [
        '1',
        'a context provider that throws',
        (sdk) =>
          sdk.setContextProvider(() => {
            throw new Error('secret');
          }),
        {},
      ],
      [
        '2',
        'a token provider that throws',
        (sdk) =>
          sdk.setAuthTokenProvider(() => {
            throw new Error('secret');
          }),
        { channel: 'members' },
      ],
      [
        '3',
        'a token provider that gives none',
        (sdk) => sdk.setAuthTokenProvider((callback) => callback('')),
        { channel: 'members' },
      ],
      [
        '4',
        'a token that is not good',
        (sdk) => sdk.setAuthTokenProvider((callback) => callback('a.b.c')),
        { channel: 'members' },
      ],
      [
        '8',
        'a token function that is not on the page',
        () => undefined,
        { channel: 'members', authFunction: 'noSuchFunction' },
      ],
    ];
  for (const [code, why, arrange, options] of wrong)
    it(`error ${code}: ${why}`, async () => {
      const on = await page(options);
      arrange(on.sdk);
      on.sdk.startChat();
      await hears(on, 'lcw:error');
      expect(detailOf(on, 'lcw:error')).to.deep.equal({ errorCode: Number(code), errorDescription: documented(code) });
      expect(JSON.stringify(on.heard)).to.not.contain('secret');
    });

  it('error 7: the code of the chat does not come; the next call tries again', async () => {
    const { load } = LiveChat;
    LiveChat.load = () => Promise.reject(new Error('no network'));
    undo.push(() => (LiveChat.load = load));
    const on = await page();
    on.sdk.startChat();
    await hears(on, 'lcw:error');
    const { errorCode, errorDescription, errorDetail } = detailOf(on, 'lcw:error')!;
    expect([errorCode, errorDescription]).to.deep.equal([7, 'Live chat widget scripts failed to load']);
    expect(errorDetail).to.be.a('string');
    LiveChat.load = load;
    on.sdk.startChat();
    await hears(on, 'lcw:chatQueued');
  });

  it('a named token function of the page is called with a callback', async () => {
    const jwt = await token();
    Object.assign(globalThis, { tokenOfPage: (callback: (jwt: string) => void) => callback(jwt) });
    const on = await page({ channel: 'members', authFunction: 'tokenOfPage' });
    on.sdk.startChat();
    await hears(on, 'lcw:chatQueued');
  });
});

describe('the script tag', () => {
  function tag(attributes: Readonly<Record<string, string>>): void {
    const script = document.createElement('script');
    script.id = 'Microsoft_Omnichannel_LCWidget';
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    document.head.append(script);
    undo.push(() => script.remove());
  }

  it('hides the button, and sets language, colour, font and direction', async () => {
    Object.assign(globalThis, {
      customise: () => ({
        controlProps: { dir: 'rtl' },
        headerProps: { controlProps: { headerTitleProps: { text: 'Studio' } } },
      }),
    });
    tag({
      'data-hide-chat-button': '',
      'data-locale': 'ar',
      'data-color-override': '#0f6b6b',
      'data-font-family-override': 'Georgia',
      'data-customization-callback': 'customise',
    });
    const { chat } = await page();
    await settle(chat);
    expect(chat.shadowRoot!.querySelector('chat-launcher')!.getClientRects().length).to.equal(0);
    expect([chat.lang, chat.dir, chat.heading]).to.deep.equal(['ar', 'rtl', 'Studio']);
    expect(chat.style.getPropertyValue('--live-chat-accent')).to.equal('#0f6b6b');
    expect(chat.style.fontFamily).to.equal('Georgia');
  });

  it('opens a window of its own, the same one again', async () => {
    const opened: unknown[] = [];
    const { open } = globalThis;
    const popped = { closed: false, focus: () => opened.push('focus') };
    globalThis.open = ((...given: unknown[]) => (opened.push(given[0]), popped)) as never;
    undo.push(() => (globalThis.open = open));
    tag({ 'data-open-in-window': 'true' });
    const { chat, sdk } = await page({ windowUrl: '/chat-window.html' });
    chat.shadowRoot!.querySelector('chat-launcher')!.shadowRoot!.querySelector('button')!.click();
    sdk.startChat({ inNewWindow: true });
    expect(opened).to.deep.equal(['/chat-window.html', 'focus']);
    expect(chat.open).to.equal(false);
    popped.closed = true;
  });

  it('fills the page without a header where an app shows it', async () => {
    tag({ 'data-render-mobile': 'true' });
    const { chat, sdk } = await page();
    sdk.startChat();
    const part = (name: string): HTMLElement | null | undefined =>
      name === 'panel'
        ? chat.shadowRoot!.querySelector('chat-window')?.shadowRoot?.querySelector('[part~=panel]')
        : chat.shadowRoot!.querySelector('chat-header');
    await until(() => part('panel')?.getBoundingClientRect().width === document.documentElement.clientWidth);
    expect(part('panel')!.getBoundingClientRect().height).to.equal(innerHeight);
    await until(() => part('header') !== null);
    expect([getComputedStyle(part('header')!).visibility, part('header')!.offsetHeight]).to.deep.equal(['hidden', 0]);
    sdk.closeChat();
    await until(() => !chat.open);
    for (const back of undo.splice(0).reverse()) back();
    expect(chat.hasAttribute('data-render-mobile')).to.equal(false);
    expect(document.adoptedStyleSheets).to.deep.equal([]);
  });

  it('opens in the page where the browser lets no window open', async () => {
    const { open } = globalThis;
    const { warn } = console;
    const warned: string[] = [];
    globalThis.open = () => null;
    console.warn = (text: string) => void warned.push(text);
    undo.push(
      () => Object.assign(console, { warn }),
      () => (globalThis.open = open),
    );
    tag({ 'data-open-in-window': 'true' });
    const { chat, sdk } = await page({ windowUrl: '/chat-window.html' });
    chat.shadowRoot!.querySelector('chat-launcher')!.shadowRoot!.querySelector('button')!.click();
    await until(() => chat.open);
    chat.hide();
    sdk.startChat({ inNewWindow: true });
    expect(chat.open).to.equal(true);
    expect(warned.some((text) => text.includes('let no window open'))).to.equal(true);
  });

  it('takes off again what it has put on an element of the page', async () => {
    (globalThis as unknown as Record<string, unknown>)['customise'] = () => ({ controlProps: { dir: 'rtl' } });
    tag({
      'data-locale': 'ar',
      'data-color-override': '#0f6b6b',
      'data-font-family-override': 'Georgia',
      'data-customization-callback': 'customise',
    });
    const own = document.createElement('live-chat');
    own.lang = 'de';
    own.style.setProperty('--live-chat-accent', 'red');
    document.body.append(own);
    const before = own.outerHTML;
    const takeOff = installOmnichannel({ element: own });
    expect(own.lang).to.equal('ar');
    takeOff();
    expect([own.lang, own.dir, own.style.getPropertyValue('--live-chat-accent'), own.style.fontFamily]).to.deep.equal(
      ['de', '', 'red', ''],
      before,
    );
    own.remove();
  });

  it('says what to do instead of what has no effect', async () => {
    const warned: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void warned.push(text);
    undo.push(() => (console.warn = warn));
    tag({ 'data-hide-minimize-button': '', 'data-render-mobile': 'true', 'data-customization-callback': 'nowhere' });
    await page();
    expect(warned.some((text) => text.includes('data-hide-minimize-button'))).to.equal(true);
    expect(warned.some((text) => text.includes('nowhere'))).to.equal(true);
    expect(warned.some((text) => text.includes('data-render-mobile'))).to.equal(false);
  });
});

describe('the contract', () => {
  it('was provoked as a whole: every method, event and error code', () => {
    for (const kind of ['methods', 'events', 'errors'] as const)
      expect([...provoked[kind]].sort(), kind).to.deep.equal(Object.keys(contract[kind]).sort());
  });
});
