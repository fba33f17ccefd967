import { expect } from '@open-wc/testing';
import '../../src/define/live-chat.js';
import type { ChatInvitation } from '../../src/elements/chat-invitation.js';
import type { LiveChat } from '../../src/elements/live-chat.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { press } from '../helpers/browser.js';
import { focused, settle, until } from '../helpers/settle.js';

let key = 0;
const chats = new Set<LiveChat>();

async function mount(persist: LiveChat['persist'] = 'none', sessionKey = `invitation ${key++}`) {
  const chat = Object.assign(document.createElement('live-chat'), { persist, sessionKey });
  chat.transport = loopback({ pace: 0 });
  const told: string[] = [];
  for (const what of ['shown', 'accepted', 'dismissed', 'expired'] as const)
    chat.addEventListener(`chat-invitation-${what}`, ({ detail }) => told.push(`${what} ${detail.reason}`));
  document.body.append(chat);
  chats.add(chat);
  await settle(chat);
  return { chat, told, card: () => chat.shadowRoot!.querySelector<ChatInvitation>('chat-invitation')! };
}
afterEach(() => {
  for (const chat of chats) chat.remove();
  chats.clear();
  localStorage.clear();
});
const $ = (card: ChatInvitation, part: string) => card.shadowRoot!.querySelector<HTMLElement>(`[part="${part}"]`);

describe('<chat-invitation>', () => {
  it('shows beside the launcher without loading the chat, without taking the focus, and is announced once', async () => {
    const { chat, told, card } = await mount();
    const before = focused();
    expect(await chat.invite({ text: 'Questions?' })).to.deep.equal({ shown: true });
    expect(chat.state.engine).to.equal('none');
    expect(focused() === before).to.equal(true);
    expect(card().getBoundingClientRect().height).to.be.greaterThan(50);
    expect($(card(), 'text')!.textContent.trim()).to.equal('Questions?');
    const region = card().shadowRoot!.querySelector('[role=status]')!;
    expect(region.textContent).to.equal('');
    await until(() => region.textContent === 'Can we help? Questions?');
    expect(told).to.deep.equal(['shown api']);
    expect(await chat.invite()).to.deep.equal({ shown: false, reason: 'shown' });
  });

  it('opens the window when it is accepted', async () => {
    const { chat, told, card } = await mount();
    await chat.invite();
    $(card(), 'accept')!.click();
    await until(() => chat.open, 15_000);
    expect(told).to.deep.equal(['shown api', 'accepted user']);
    expect(card().open).to.equal(false);
    expect(await chat.invite()).to.deep.equal({ shown: false, reason: 'open' });
  });

  it('remembers that it was refused, in every tab, and for no longer than asked', async () => {
    const { chat, told, card } = await mount('local', 'refused');
    await chat.invite();
    $(card(), 'decline')!.click();
    expect(told.at(-1)).to.equal('dismissed user');
    const other = await mount('local', 'refused');
    expect(await other.chat.invite()).to.deep.equal({ shown: false, reason: 'dismissed' });
    expect(await other.chat.invite({ again: 0 })).to.deep.equal({ shown: true });
    localStorage.setItem('live-chat-elements/refused/invitation', String(Date.now() - 60_000));
    expect((await chat.invite({ again: 30_000 })).shown).to.equal(true);
  });

  it('is refused with Escape while it has the focus, which goes to the launcher', async () => {
    const { chat, told, card } = await mount();
    await chat.invite();
    $(card(), 'accept')!.focus();
    await press('Escape');
    expect(told.at(-1)).to.equal('dismissed user');
    await settle(chat);
    expect(chat.shadowRoot!.activeElement?.localName).to.equal('chat-launcher');
  });

  it('goes by itself, but not from under the pointer', async () => {
    const { chat, told, card } = await mount();
    await chat.invite({ timeout: 20 });
    await until(() => told.at(-1) === 'expired timeout');
    await chat.invite({ timeout: 60_000 });
    $(card(), 'base')!.dispatchEvent(new PointerEvent('pointerenter'));
    card().remove();
    expect(card()).to.equal(null);
    expect((await chat.invite({ timeout: 20 })).shown, 'not refused').to.equal(true);
    await until(() => told.filter((what) => what === 'expired timeout').length === 2);
  });

  it('goes when the window is opened otherwise, and does not come while a conversation runs', async () => {
    const { chat, told } = await mount();
    await chat.invite();
    chat.show();
    await until(() => told.at(-1) === 'expired opened');
    await chat.startChat();
    chat.hide();
    expect(await chat.invite()).to.deep.equal({ shown: false, reason: 'active' });
    await chat.endChat();
  });
});
