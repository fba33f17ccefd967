import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import '../../src/define/all.js';
import { LiveChat } from '../../src/elements/live-chat.js';
import type { ChatComposer } from '../../src/elements/chat-composer.js';
import { isChatError } from '../../src/session/model/is-chat-error.js';
import type { TransportFactory } from '../../src/session/transport.js';
import { loopback, type LoopbackScript } from '../../src/transports/loopback/index.js';
import { EVENTS } from '../../src/vocabulary/events.js';
import { press } from '../helpers/browser.js';
import { focused, until } from '../helpers/settle.js';

let count = 0;
const mounted: Element[] = [];

/** A chat of its own: nothing is shared with the other tests, and nothing is kept. */
function make(script: LoopbackScript = {}, attributes: Readonly<Record<string, string>> = {}): LiveChat {
  const chat = document.createElement('live-chat');
  chat.persist = 'none';
  chat.sessionKey = `test ${++count}`;
  chat.transport = loopback({ pace: 0, reply: () => undefined, ...script });
  for (const [name, value] of Object.entries(attributes)) chat.setAttribute(name, value);
  return chat;
}

function mount<T extends Element>(element: T): T {
  mounted.push(element);
  document.body.append(element);
  return element;
}

afterEach(() => {
  for (const element of mounted.splice(0)) element.remove();
});

/** Notes every event of the chat on an element, and every one of the other product on the page, in their order. */
function hear(target: EventTarget): string[] {
  const heard: string[] = [];
  for (const type of Object.keys(EVENTS)) target.addEventListener(type, () => heard.push(type));
  for (const type of [
    'lcw:ready',
    'lcw:startChat',
    'lcw:onMaximize',
    'lcw:onMinimize',
    'lcw:onClose',
    'lcw:onMessageSent',
    'lcw:onMessageReceived',
    'lcw:closeChat',
  ])
    window.addEventListener(type, () => heard.push(type));
  return heard;
}

const codeOf = (error: unknown): string => (isChatError(error) ? error.code : String(error));
const texts = async (chat: LiveChat): Promise<string[]> =>
  (await chat.getTranscript()).messages.filter(({ type }) => type === 'Message').map(({ text }) => text);
const panel = <T extends Element>(chat: LiveChat, tag: string): T | null => chat.shadowRoot!.querySelector<T>(tag);

describe('<live-chat> being ready', () => {
  it('says so once, in a microtask after the first connect, and before everything else', async () => {
    const chat = make();
    const heard = hear(chat);
    mount(chat);
    chat.show();
    expect(heard).to.deep.equal([]);
    await chat.startChat();
    expect(heard.slice(0, 3)).to.deep.equal(['chat-ready', 'lcw:ready', 'chat-window-opened']);
    document.body.append(chat);
    await chat.updateComplete;
    expect(heard.filter((type) => type === 'chat-ready')).to.have.length(1);
  });

  it('says so before the window that an attribute opens', async () => {
    const chat = make({}, { open: '' });
    const heard = hear(chat);
    mount(chat);
    await until(() => panel(chat, 'chat-composer'));
    expect(heard.slice(0, 3)).to.deep.equal(['chat-ready', 'lcw:ready', 'chat-window-opened']);
  });

  it('takes verbs before anything is loaded, and keeps their order', async () => {
    const chat = mount(make());
    const calls = [
      chat.startChat(),
      chat.sendMessage({ message: 'one' }),
      chat.sendMessage({ message: 'two' }),
      chat.sendTyping(),
      chat.endChat(),
    ];
    await Promise.all(calls);
    expect(await texts(chat)).to.deep.equal(['one', 'two']);
    expect(chat.state.conversations[chat.state.current!]?.phase).to.equal('ended');
  });

  it('has a state before there is a session, and calls back when it changes', async () => {
    const chat = mount(make());
    expect(chat.state.engine).to.equal('none');
    const engines: string[] = [];
    const undo = chat.subscribe((state) => {
      if (engines.at(-1) !== state.engine) engines.push(state.engine);
    });
    await chat.startChat();
    undo();
    await chat.endChat();
    expect(engines).to.deep.equal(['loading', 'ready']);
  });

  it('tells all listeners, also when one of the page throws', async () => {
    const chat = mount(make());
    const failures: unknown[] = [];
    const { reportError } = window;
    window.reportError = (error) => void failures.push(error);
    let told = 0;
    const mistake = new Error('of the page');
    const undo = [
      chat.subscribe(() => {
        throw mistake;
      }),
      chat.subscribe(() => told++),
    ];
    try {
      await chat.startChat();
    } finally {
      window.reportError = reportError;
      for (const stop of undo) stop();
    }
    expect(told).to.be.greaterThan(0);
    expect(failures[0]).to.equal(mistake);
  });
});

describe('<live-chat> before the visitor acts', () => {
  it('requests nothing and stores nothing', async () => {
    const names = (): string[] => performance.getEntriesByType('resource').map((entry) => entry.name);
    const before = {
      resources: names(),
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookie: document.cookie,
    };
    const chat = document.createElement('live-chat');
    chat.setAttribute('session-key', 'untouched');
    mount(chat);
    await chat.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect({
      resources: names(),
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookie: document.cookie,
    }).to.deep.equal(before);
    expect(chat.state.engine).to.equal('none');
  });
});

describe('<live-chat> that can’t load its other half', () => {
  const load = LiveChat.load;
  afterEach(() => {
    LiveChat.load = load;
  });

  it('rejects verbs with load-failed, and loads at the next one', async () => {
    const cause = new Error('no network');
    LiveChat.load = () => Promise.reject(cause);
    const chat = mount(make());
    const error: unknown = await chat.startChat().catch((reason: unknown) => reason);
    expect(codeOf(error)).to.equal('load-failed');
    expect((error as Error).cause).to.equal(cause);
    expect(chat.state.engine).to.equal('failed');
    LiveChat.load = load;
    await chat.startChat();
    expect(chat.state.engine).to.equal('ready');
  });

  it('shows what the page has put there for this, and closes the window that it could not open', async () => {
    LiveChat.load = () => Promise.reject(new Error('no network'));
    const chat = make();
    chat.innerHTML = '<a slot="fallback" href="mailto:us@example.com">Write to us</a>';
    mount(chat);
    const heard = hear(chat);
    const told: unknown[] = [];
    for (const type of ['chat-error', 'chat-window-closed'] as const)
      chat.addEventListener(type, ({ detail }) => told.push({ ...detail }));
    chat.show();
    await until(() => chat.state.engine === 'failed');
    await chat.updateComplete;
    expect(chat.open).to.equal(false);
    expect(told).to.deep.equal([
      { code: 'load-failed', message: 'the chat could not load; try again' },
      { reason: 'error', conversationId: undefined },
    ]);
    expect(heard.filter((type) => type.startsWith('chat-window'))).to.deep.equal([
      'chat-window-opened',
      'chat-window-closed',
    ]);
    expect(chat.querySelector('a')!.checkVisibility()).to.equal(true);

    LiveChat.load = load;
    chat.show();
    await until(() => panel(chat, 'chat-composer'));
    expect(chat.open).to.equal(true);
    expect(chat.querySelector('a')!.checkVisibility()).to.equal(false);
  });

  it('loads once for many acts', async () => {
    let loads = 0;
    LiveChat.load = () => {
      loads++;
      return load();
    };
    const chat = mount(make());
    const heard = hear(chat);
    chat.show();
    await Promise.all([chat.startChat(), chat.sendMessage({ message: 'once' })]);
    expect(loads).to.equal(1);
    expect(heard.filter((type) => type === 'chat-started')).to.have.length(1);
  });

  it('takes no session when it was removed meanwhile', async () => {
    let opened = 0;
    const chat = make();
    const real = chat.transport!;
    const counting: TransportFactory = (sink, options) => {
      opened++;
      return real(sink, options);
    };
    chat.transport = counting;
    let release: () => void = () => undefined;
    LiveChat.load = () => new Promise<void>((resolve) => (release = resolve)).then(load);
    mount(chat);
    chat.show();
    await until(() => chat.state.engine === 'loading');
    chat.remove();
    release();
    await until(() => opened === 1);
    expect(chat.state.engine).to.equal('none');
  });
});

describe('<live-chat> and what it is given', () => {
  it('honours properties that were set before it was defined', async () => {
    // In a document without a browsing context nothing is upgraded.
    const early = document.implementation.createHTMLDocument().createElement('live-chat');
    const scope = `early ${++count}`;
    const greeted: string[] = [];
    Object.assign(early, {
      heading: 'Our chat',
      persist: 'none',
      sessionKey: scope,
      open: true,
      transport: loopback({ pace: 0, greeting: 'Early hello' }),
    });
    expect(early).not.to.be.instanceOf(LiveChat);
    mount(early);
    early.addEventListener('chat-message-received', ({ detail }) =>
      greeted.push(...detail.messages.map(({ text }) => text)),
    );
    await until(() => panel(early, 'chat-header'));
    expect(early.state.view.open).to.equal(true);
    expect(panel(early, 'chat-header')!.getAttribute('heading')).to.equal('Our chat');
    await early.startChat();
    await until(() => greeted.includes('Early hello'));
  });

  it('looks for a conversation to come back to where such properties say', async () => {
    const scope = `marked ${++count}`;
    sessionStorage.setItem(`live-chat-elements/${scope}/marker`, '1');
    const early = document.implementation.createHTMLDocument().createElement('live-chat');
    Object.assign(early, { persist: 'session', sessionKey: scope, transport: loopback() });
    mount(early);
    await until(() => early.state.engine === 'ready');
    // There was none.
    await until(() => sessionStorage.getItem(`live-chat-elements/${scope}/marker`) === null);
  });

  it('warns once of a word it does not know, and does as by default', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => void warnings.push(text);
    try {
      for (let i = 0; i < 2; i++) await mount(make({}, { theme: 'neon', mode: 'modal', persist: 'none' })).startChat();
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.have.length(2);
    expect(warnings.join())
      .to.contain('theme="neon"')
      .and.to.contain('mode="modal"')
      .and.to.contain('auto, light, dark');
  });

  it('leaves user data out that can’t be sent, says so, and chats', async () => {
    const { warn } = console;
    let warnings = 0;
    console.warn = () => void warnings++;
    const chat = make();
    chat.userData = { nested: {} } as unknown as LiveChat['userData'];
    try {
      await mount(chat).startChat();
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.equal(1);
  });
});

describe('<live-chat> and the page', () => {
  it('keeps its session when it is moved', async () => {
    const chat = mount(make({ greeting: 'Hello' }));
    const heard = hear(chat);
    await chat.startChat();
    const { current } = chat.state;
    const box = mount(document.createElement('div'));
    const engines = new Set<string>();
    chat.subscribe((state) => engines.add(state.engine));
    box.append(chat);
    await chat.sendMessage({ message: 'still here' });
    expect(chat.state.current).to.equal(current);
    expect([...engines]).to.deep.equal(['ready']);
    expect(heard.filter((type) => type === 'chat-started' || type === 'chat-restored')).to.deep.equal(['chat-started']);
  });

  it('goes on where it was when it comes back soon, and never ends a conversation by leaving', async () => {
    const chat = mount(make());
    const heard = hear(chat);
    await chat.startChat();
    const { current } = chat.state;
    chat.remove();
    await until(() => chat.state.engine === 'none');
    document.body.append(chat);
    await chat.sendMessage({ message: 'back' });
    expect(chat.state.current).to.equal(current);
    expect(await texts(chat)).to.deep.equal(['back']);
    expect(heard).not.to.include('chat-ended');
  });

  it('shares a session with another element of the same key, each with a window of its own', async () => {
    const first = mount(make());
    const second = make();
    second.sessionKey = first.sessionKey;
    mount(second);
    await first.startChat();
    await second.sendMessage({ message: 'from the second' });
    expect(await texts(first)).to.deep.equal(['from the second']);
    expect(second.state.current).to.equal(first.state.current);
    first.show();
    await until(() => panel(first, 'chat-composer'));
    expect([first.open, second.open, first.state.view.open, second.state.view.open]).to.deep.equal([
      true,
      false,
      true,
      false,
    ]);
    first.remove();
    await second.sendMessage({ message: 'and on' });
    expect(await texts(second)).to.deep.equal(['from the second', 'and on']);
  });

  it('is found by elements outside of it, by its id, whichever comes first', async () => {
    const status = mount(document.createElement('chat-status'));
    status.for = 'outside';
    const chat = make();
    chat.id = 'outside';
    mount(chat);
    const composer = mount(document.createElement('chat-composer'));
    composer.setAttribute('for', 'outside');
    await composer.updateComplete;
    composer.value = 'from outside';
    composer.shadowRoot!.querySelector<HTMLElement>('[part~=send]')!.click();
    await until(async () => (await texts(chat)).includes('from outside'));
    await chat.endChat();
    await until(() => status.shadowRoot!.querySelector('[part~=banner]'));
  });

  it('lends its session to the page’s own layout, and brings no look of its own then', async () => {
    const chat = make();
    render(
      html`<p>Ours</p>
        <chat-transcript></chat-transcript><chat-composer></chat-composer>`,
      chat,
    );
    mount(chat);
    await chat.updateComplete;
    expect(chat.shadowRoot!.querySelector('chat-launcher, chat-window')).to.equal(null);
    const composer = chat.querySelector<ChatComposer>('chat-composer')!;
    await composer.updateComplete;
    composer.value = 'typed in the page';
    composer.shadowRoot!.querySelector<HTMLElement>('[part~=send]')!.click();
    await until(() =>
      chat
        .querySelector('chat-transcript')!
        .shadowRoot!.querySelector('[part~=bubble]')
        ?.textContent?.includes('typed in the page'),
    );
  });

  it('becomes the whole widget again when the page takes its layout out', async () => {
    const chat = make();
    chat.append(document.createElement('p'));
    mount(chat);
    await chat.updateComplete;
    expect(panel(chat, 'chat-launcher')).to.equal(null);
    chat.replaceChildren();
    await until(() => panel(chat, 'chat-launcher'));
  });

  it('stands inline where the page puts it: open, and without a launcher', async () => {
    const chat = mount(make({}, { mode: 'inline' }));
    await until(() => panel(chat, 'chat-composer'));
    expect(panel(chat, 'chat-launcher')).to.equal(null);
    expect(panel(chat, 'chat-composer')!.checkVisibility()).to.equal(true);
  });
});

describe('<live-chat> and its window', () => {
  it('opens by property, attribute and method, and says each change once, with its reason', async () => {
    const chat = mount(make());
    await chat.updateComplete;
    const changes: string[] = [];
    for (const type of ['chat-window-opened', 'chat-window-minimized', 'chat-window-closed'] as const)
      chat.addEventListener(type, ({ detail }) => changes.push(`${type.slice(12)} ${detail.reason}`));
    chat.open = true;
    await chat.updateComplete;
    chat.open = true;
    chat.removeAttribute('open');
    await chat.updateComplete;
    chat.show();
    chat.show();
    chat.minimize();
    chat.minimize();
    chat.toggle();
    chat.hide();
    expect(changes).to.deep.equal([
      'opened api',
      'closed api',
      'opened api',
      'minimized api',
      'opened api',
      'closed api',
    ]);
    await chat.updateComplete;
    expect(chat.hasAttribute('open')).to.equal(false);
  });

  it('counts what comes while it closes as unread', async () => {
    const slow = mount(document.createElement('style'));
    slow.textContent =
      'live-chat::part(window-panel) { transition: opacity 800ms, visibility 800ms, display 800ms allow-discrete !important }';
    const chat = mount(make({ reply: (text) => `You said ${text}` }));
    const seen = (): number => chat.state.conversations[chat.state.current!]!.seen;
    const last = (): number => chat.state.conversations[chat.state.current!]!.log.last;
    chat.show();
    await chat.startChat();
    await chat.sendMessage({ message: 'one' });
    await until(() => last() > 3 && seen() === last());
    const before = last();
    chat.minimize();
    await chat.sendMessage({ message: 'two' });
    await until(() => last() === before + 2);
    const window = panel(chat, 'chat-window')!.shadowRoot!.querySelector('dialog')!;
    await until(() => !window.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    expect(seen()).to.equal(before);
  });

  it('leaves the focus where it is when the page opens it', async () => {
    const field = mount(document.createElement('input'));
    field.focus();
    const chat = mount(make());
    chat.show();
    await until(() => panel(chat, 'chat-composer'));
    await panel<ChatComposer>(chat, 'chat-composer')!.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(focused()).to.equal(field);
  });

  it('opens from a link of the page, with its text unless the visitor has typed one', async () => {
    const chat = mount(make());
    const opener = mount(document.createElement('a'));
    opener.href = '#elsewhere';
    opener.dataset['liveChat'] = '';
    opener.dataset['liveChatText'] = 'About the mug: ';
    opener.append(document.createElement('b'));
    (opener.firstChild as HTMLElement).click();
    expect(chat.open).to.equal(true);
    expect(location.hash).to.equal('');
    await until(() => panel<ChatComposer>(chat, 'chat-composer')?.value === 'About the mug: ');

    const composer = panel<ChatComposer>(chat, 'chat-composer')!;
    composer.value = 'Something of my own';
    chat.hide();
    opener.click();
    await chat.startChat();
    expect(composer.value).to.equal('Something of my own');
  });

  it('opens from inside of another component, and by its id among several', async () => {
    const first = mount(make());
    const second = make();
    second.id = 'second';
    mount(second);
    const host = mount(document.createElement('div'));
    const opener = document.createElement('button');
    opener.dataset['liveChat'] = 'second';
    host.attachShadow({ mode: 'open' }).append(opener);
    opener.click();
    expect([first.open, second.open]).to.deep.equal([false, true]);
    opener.dataset['liveChat'] = 'nobody';
    opener.click();
    expect(first.open).to.equal(false);
  });

  it('leaves alone what the page has handled, and clicks that come from nowhere', async () => {
    const chat = mount(make());
    const opener = mount(document.createElement('button'));
    opener.dataset['liveChat'] = '';
    opener.addEventListener('click', (event) => event.preventDefault());
    opener.click();
    document.dispatchEvent(new MouseEvent('click'));
    expect(chat.open).to.equal(false);
  });
});

describe('<live-chat> and what comes before', () => {
  it('lets the page prevent a start, a message and an end', async () => {
    const chat = mount(make());
    const veto = (event: Event): void => event.preventDefault();
    const attempt = async (
      type: 'chat-before-start' | 'chat-before-send' | 'chat-before-end',
      act: () => Promise<unknown>,
    ): Promise<string> => {
      document.body.addEventListener(type, veto);
      const outcome = await act().then(() => 'done', codeOf);
      document.body.removeEventListener(type, veto);
      await act();
      return outcome;
    };
    expect([
      await attempt('chat-before-start', () => chat.startChat()),
      await attempt('chat-before-send', () => chat.sendMessage({ message: 'hello' })),
      await attempt('chat-before-end', () => chat.endChat()),
    ]).to.deep.equal(['prevented', 'prevented', 'prevented']);
    expect(await texts(chat)).to.deep.equal(['hello']);
  });

  it('lets the page change what is sent, and with what a conversation begins', async () => {
    const chat = make();
    let profile: unknown;
    const real = chat.transport!;
    chat.transport = (sink, options) => {
      const transport = real(sink, options);
      const start = transport.start.bind(transport);
      transport.start = (request, signal) => {
        profile = [request.profile, request.userData];
        return start(request, signal);
      };
      return transport;
    };
    chat.userData = { page: 'shop' };
    chat.addEventListener('chat-before-start', ({ detail }) => {
      detail.profile = { ...detail.profile, nickname: 'Vera' };
      detail.userData = { ...detail.userData, basket: 3 };
    });
    chat.addEventListener('chat-before-send', ({ detail }) => {
      detail.text = detail.text.replace(/\d{4}/g, '****');
    });
    mount(chat);
    await chat.startChat();
    await chat.sendMessage({ message: 'my card is 1234' });
    expect(profile).to.deep.equal([{ nickname: 'Vera' }, { page: 'shop', basket: 3 }]);
    expect(await texts(chat)).to.deep.equal(['my card is ****']);
  });

  it('does not do what an element asks when the page prevents the request', async () => {
    const chat = mount(make());
    chat.addEventListener('chat-send-request', (event) => event.preventDefault());
    chat.show();
    await until(() => panel(chat, 'chat-composer'));
    const composer = panel<ChatComposer>(chat, 'chat-composer')!;
    await composer.updateComplete;
    composer.value = 'not this way';
    composer.shadowRoot!.querySelector<HTMLElement>('[part~=send]')!.click();
    await composer.updateComplete;
    expect(chat.state.current).to.equal(undefined);
    expect(composer.value).to.equal('not this way');
  });
});

describe('<live-chat> on window', () => {
  it('speaks once for the page, and the next one speaks when the first has gone', async () => {
    const first = make({ greeting: 'Hello' });
    const heard = hear(document.createElement('i'));
    mount(first);
    const second = mount(make());
    await Promise.all([first.startChat(), second.startChat()]);
    await first.sendMessage({ message: 'Hi' });
    await until(() => heard.includes('lcw:onMessageReceived'));
    expect(heard.filter((type) => type === 'lcw:startChat')).to.have.length(1);
    expect(heard.filter((type) => type === 'lcw:onMessageSent')).to.have.length(1);
    first.remove();
    await second.sendMessage({ message: 'Me now' });
    await until(() => heard.filter((type) => type === 'lcw:onMessageSent').length === 2);
  });
});

describe('<live-chat> in a visitor’s hands', () => {
  it('takes the focus along when the visitor opens it, and back when they close it', async () => {
    const chat = mount(make());
    const reasons: string[] = [];
    for (const type of ['chat-window-opened', 'chat-window-minimized'] as const)
      chat.addEventListener(type, ({ detail }) => reasons.push(detail.reason));
    await until(() => panel(chat, 'chat-launcher')?.shadowRoot?.querySelector('button'));
    panel<HTMLElement>(chat, 'chat-launcher')!.focus();
    await press('Enter');
    await until(() => focused()?.localName === 'textarea');
    await press('Escape');
    await until(() => focused()?.localName === 'button');
    expect((focused()!.getRootNode() as ShadowRoot).host.localName).to.equal('chat-launcher');
    expect(reasons).to.deep.equal(['user', 'user']);
  });

  it('brings the focus back to the button of the page that opened it', async () => {
    const chat = mount(make());
    const opener = mount(document.createElement('button'));
    opener.dataset['liveChat'] = '';
    opener.focus();
    await press('Enter');
    await until(() => focused()?.localName === 'textarea');
    await press('Escape');
    await until(() => focused() === opener);
    expect(chat.open).to.equal(false);
  });
});

describe('<live-chat> over Socket.IO', () => {
  it('talks to the server of its own origin without being told anything', async () => {
    const chat = document.createElement('live-chat');
    chat.persist = 'none';
    chat.sessionKey = `server ${++count}`;
    mount(chat);
    const heard = hear(chat);
    await chat.startChat({ nickname: 'Vera' });
    await chat.sendMessage({ message: 'Is this the server?' });
    await until(async () => (await texts(chat)).includes('Is this the server?'));
    await chat.endChat();
    await until(() => heard.includes('chat-ended'));
    expect(heard).to.include.members(['chat-ready', 'chat-started', 'chat-queued', 'chat-message-sent', 'chat-ended']);
  });
});
