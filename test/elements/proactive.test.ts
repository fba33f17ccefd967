import { expect } from '@open-wc/testing';
import '../../src/define/live-chat.js';
import type { ChatInvitation } from '../../src/elements/chat-invitation.js';
import type { ProactiveOptions, ProactiveRule } from '../../src/elements/invitation/rules.js';
import { holds, matches, readRules } from '../../src/elements/invitation/rules.js';
import { LiveChat } from '../../src/elements/live-chat.js';
import { conversationOf } from '../../src/session/model/selectors.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { isWebKit, resize } from '../helpers/browser.js';
import { focused, settle, until } from '../helpers/settle.js';

let key = 0;
const undo: (() => void)[] = [];
afterEach(() => {
  for (const back of undo.splice(0).reverse()) back();
  localStorage.clear();
});

async function mount(proactive: ProactiveOptions | undefined, given: Partial<LiveChat> = {}): Promise<LiveChat> {
  const chat = Object.assign(document.createElement('live-chat'), {
    persist: 'local',
    sessionKey: `proactive ${key++}`,
    transport: loopback({ pace: 0 }),
    proactive,
    ...given,
  });
  document.body.append(chat);
  undo.push(() => chat.remove());
  await settle(chat);
  return chat;
}
const cardOf = (chat: LiveChat): ChatInvitation | null =>
  chat.shadowRoot!.querySelector<ChatInvitation>('chat-invitation');
const invited = (chat: LiveChat): Promise<void> => until(() => cardOf(chat)?.open);
async function invitedNot(chat: LiveChat): Promise<void> {
  dispatchEvent(new Event('scroll'));
  await looked();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(cardOf(chat)?.open ?? false).to.equal(false);
}
const click = (chat: LiveChat, part: string): void =>
  cardOf(chat)!.shadowRoot!.querySelector<HTMLElement>(`[part="${part}"]`)!.click();
/** All that rules do at once was done: the next one comes from outside. */
async function looked(): Promise<void> {
  await LiveChat.invitation();
  await new Promise((resolve) => setTimeout(resolve));
}
function tall(): void {
  const box = document.createElement('div');
  box.style.height = '5000px';
  document.body.append(box);
  undo.push(
    () => box.remove(),
    () => scrollTo(0, 0),
  );
}

describe('proactive chat by rules', () => {
  it('loads nothing without rules, and no more than the card with them', async () => {
    const { invitation } = LiveChat;
    let loads = 0;
    LiveChat.invitation = () => (loads++, invitation());
    undo.push(() => (LiveChat.invitation = invitation));
    await mount(undefined);
    expect(loads).to.equal(0);
    const chat = await mount({ rules: [{ seconds: 0 }] });
    await invited(chat);
    expect([loads, chat.state.engine]).to.deep.equal([1, 'none']);
  });

  it('invites in one of two windows that stand side by side, with locks and without', async () => {
    const { locks } = navigator;
    undo.push(() => Reflect.deleteProperty(navigator, 'locks'));
    for (const given of [locks, undefined]) {
      Object.defineProperty(navigator, 'locks', { value: given, configurable: true });
      const sessionKey = `side by side ${key++}`;
      const chats = await Promise.all(
        [0, 1].map(() => mount({ rules: [{ exit: true }] }, { sessionKey, transport: undefined })),
      );
      await looked();
      document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 }));
      await until(() => chats.some((chat) => cardOf(chat)?.open));
      // Whoever asks for the lock now has it after both.
      await locks.request(`live-chat-elements/${sessionKey}/proactive`, () => undefined);
      await looked();
      expect(chats.filter((chat) => cardOf(chat)?.open).length).to.equal(1);
    }
  });

  it('invites after a time on the page, with the words of the rule, and leaves the focus where it is', async () => {
    const before = focused();
    const chat = await mount({
      rules: [{ seconds: 0.05, heading: 'Still there?', text: 'We know every mug.', accept: 'Ask' }],
    });
    await looked();
    await invited(chat);
    expect(cardOf(chat)!.renderRoot.textContent)
      .to.contain('Still there?')
      .and.contain('We know every mug.')
      .and.contain('Ask');
    expect(focused() === before).to.equal(true);
  });

  it('invites when so much of the page was scrolled past', async () => {
    tall();
    const chat = await mount({ rules: [{ scroll: 60 }] });
    await looked();
    expect(cardOf(chat)).to.equal(null);
    scrollTo(0, 4500);
    await invited(chat);
  });

  it('invites when the pointer leaves the page at its top, and not at a side', async () => {
    const chat = await mount({ rules: [{ exit: true }] });
    await looked();
    const leave = (clientY: number): boolean =>
      document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY }));
    leave(300);
    expect(cardOf(chat)).to.equal(null);
    leave(-1);
    await invited(chat);
  });

  it('invites at an address that a page without reloads comes to', async () => {
    const { href } = location;
    undo.push(() => history.replaceState(null, '', href));
    const chat = await mount({ rules: [{ url: '/cart*' }] });
    await looked();
    expect(cardOf(chat)).to.equal(null);
    history.pushState(null, '', '/cart/2');
    dispatchEvent(new PopStateEvent('popstate'));
    await invited(chat);
  });

  it('invites when so many pages were seen', async () => {
    const given = { sessionKey: 'pages' };
    const proactive = { rules: [{ pages: 2 }] };
    const first = await mount(proactive, given);
    await looked();
    expect(cardOf(first)).to.equal(null);
    first.remove();
    await invited(await mount(proactive, given));
  });

  it('invites no more often than it may, over all pages and tabs', async () => {
    const given = { sessionKey: 'often' };
    const proactive = { rules: [{ seconds: 0 }], times: 2 };
    for (const _ of [1, 2]) {
      const chat = await mount(proactive, given);
      await invited(chat);
      chat.remove();
    }
    const third = await mount(proactive, given);
    await looked();
    expect(cardOf(third)).to.equal(null);
    // An earlier time does not count for ever.
    const name = 'live-chat-elements/often/proactive';
    await until(() => localStorage.getItem(name));
    localStorage.setItem(name, JSON.stringify({ shown: [1, 2] }));
    await invited(await mount(proactive, given));
  });

  it('invites later where a rule holds while the window is open', async () => {
    const chat = await mount(undefined);
    chat.show();
    chat.proactive = { rules: [{ scroll: 0 }] };
    await settle(chat);
    await invitedNot(chat);
    chat.hide();
    await settle(chat);
    dispatchEvent(new Event('scroll'));
    await invited(chat);
  });

  it('goes on with the other rules after one that nobody has answered, as often as it may', async () => {
    const chat = await mount({
      rules: [
        { seconds: 0, text: 'One', timeout: 20 },
        { exit: true, text: 'Two' },
      ],
      times: 2,
    });
    await invited(chat);
    await until(() => cardOf(chat)?.open === false);
    document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 }));
    await until(() => cardOf(chat)?.open && cardOf(chat)!.shadowRoot!.textContent.includes('Two'));
  });

  it('does not ask again who has refused, and goes in the other tabs, too', async () => {
    const given = { sessionKey: 'refused rule' };
    const chat = await mount({ rules: [{ seconds: 0 }], times: 9 }, given);
    const told: string[] = [];
    chat.addEventListener('chat-invitation-expired', ({ detail }) => told.push(detail.reason));
    await invited(chat);
    // As a browser tells the other tabs.
    dispatchEvent(new StorageEvent('storage', { key: 'live-chat-elements/refused rule/invitation' }));
    expect(told).to.deep.equal(['elsewhere']);
    chat.remove();
    const second = await mount({ rules: [{ seconds: 0 }], times: 9 }, given);
    await invited(second);
    click(second, 'decline');
    const third = await mount({ rules: [{ seconds: 0 }], times: 9 }, given);
    await looked();
    expect(cardOf(third)).to.equal(null);
  });

  it('opens the window when it is accepted; without a form to ask first, a chat begins at once', async () => {
    const asks = await mount({ rules: [{ seconds: 0 }] });
    await invited(asks);
    click(asks, 'accept');
    await until(() => asks.open);
    expect(asks.state.current).to.equal(undefined);
    const starts = await mount({ rules: [{ seconds: 0, showPrechat: false }] }, { form: true });
    await invited(starts);
    click(starts, 'accept');
    await until(() => conversationOf(starts.state)?.phase === 'active');
  });

  it('is in force as soon as it is set, and no longer when it is taken away', async () => {
    const chat = await mount(undefined);
    chat.proactive = { rules: [{ exit: true }] };
    await settle(chat);
    await looked();
    chat.proactive = undefined;
    await settle(chat);
    await looked();
    document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 }));
    await looked();
    expect(cardOf(chat)).to.equal(null);
  });

  it('never covers a phone', async function () {
    if (isWebKit) return;
    const [width, height] = [innerWidth, innerHeight];
    await resize(390, 844);
    try {
      const chat = await mount({ rules: [{ seconds: 0, text: 'word '.repeat(200) }] });
      await invited(chat);
      await settle(chat);
      const box = cardOf(chat)!.getBoundingClientRect();
      expect(box.height).to.be.lessThan(844 * 0.4);
      expect(box.left).to.be.at.least(0);
      expect(box.right).to.be.at.most(390);
    } finally {
      await resize(width, height);
    }
  });
});

describe('startProactiveChat', () => {
  it('invites to a chat that starts when it is accepted', async () => {
    const chat = await mount(undefined);
    expect(await chat.startProactiveChat({ message: 'Hi! Have any questions?' })).to.deep.equal({ shown: true });
    expect(cardOf(chat)!.renderRoot.textContent).to.contain('Hi! Have any questions?');
    click(chat, 'accept');
    await until(() => chat.open && conversationOf(chat.state)?.phase === 'active');
  });

  it('asks the form of the page first, unless it is told not to', async () => {
    const asks = await mount(undefined, { form: true });
    await asks.startProactiveChat({});
    click(asks, 'accept');
    await until(() => asks.shadowRoot!.querySelector('chat-form'));
    expect(asks.state.current).to.equal(undefined);
    const starts = await mount(undefined, { form: true });
    await starts.startProactiveChat({}, false);
    click(starts, 'accept');
    await until(() => conversationOf(starts.state)?.phase === 'active');
  });

  it('names what is wrong with its first argument', async () => {
    const chat = await mount(undefined);
    const wrong = await (chat.startProactiveChat as () => Promise<unknown>)().catch((error: unknown) => error);
    expect(wrong).to.have.property('code', 'invalid');
    expect((wrong as Error).message).to.contain('message');
  });
});

describe('the rules of proactive chat', () => {
  const standing = { seconds: 10, scroll: 50, exit: false, url: 'https://shop.example/cart/2?a=1#x', pages: 2 };

  it('hold when all that they name does', () => {
    const cases: [ProactiveRule, boolean][] = [
      [{ seconds: 10, scroll: 50, pages: 2, url: '/cart/*' }, true],
      [{ seconds: 11 }, false],
      [{ scroll: 51 }, false],
      [{ pages: 3 }, false],
      [{ exit: true }, false],
      [{ exit: false, seconds: 1 }, true],
      [{ url: ['/mugs', '/cart/2'] }, true],
    ];
    for (const [rule, held] of cases) expect(holds(rule, standing), JSON.stringify(rule)).to.equal(held);
  });

  it('match addresses by stars, in linear time', () => {
    const fits = ['*', '/cart*', '/cart/2', '/cart/2?a=1', '/*/2', 'https://shop.example/*', '*cart*', '/c*t/*2'];
    const not = ['/cart', '/car', '/cart/2?a=2', 'http://shop.example/*', '/cart/2*2', '', '/*x*', 'shop.example/*'];
    for (const pattern of fits) expect(matches(pattern, standing.url), pattern).to.equal(true);
    for (const pattern of not) expect(matches(pattern, standing.url), pattern).to.equal(false);
    expect(matches('*a'.repeat(5000), `https://shop.example/${'a'.repeat(50_000)}b`)).to.equal(false);
  });

  it('are left out when they can not be meant, and the field is named', () => {
    const told: string[] = [];
    const rules = [{ seconds: '5' }, { exit: 1 }, { url: [1] }, {}, null, { seconds: -1 }, { pages: 1 }];
    expect(readRules({ rules }, (text) => told.push(text))).to.deep.equal([{ pages: 1 }]);
    expect(told.map((text) => /seconds|exit|url|names no condition|object/.exec(text)?.[0])).to.deep.equal([
      'seconds',
      'exit',
      'url',
      'names no condition',
      'object',
      'seconds',
    ]);
    expect(readRules([], (text) => told.push(text))).to.deep.equal([]);
    expect(told.at(-1)).to.contain('rules:');
  });
});
