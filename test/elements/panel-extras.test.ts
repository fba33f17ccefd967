import { expect } from '@open-wc/testing';
import '../../src/define/live-chat.js';
import type { LiveChat } from '../../src/elements/live-chat.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { focused, settle, until } from '../helpers/settle.js';

let key = 0;
const chats = new Set<LiveChat>();

/** A chat with a back end in the page. */
async function mount(change: Partial<LiveChat> = {}, inside?: Element): Promise<LiveChat> {
  const chat = Object.assign(
    document.createElement('live-chat'),
    { persist: 'none', sessionKey: `extras ${key++}` },
    change,
  );
  chat.transport = loopback({ pace: 0, greeting: 'Hello' });
  if (inside) chat.append(inside);
  document.body.append(chat);
  chats.add(chat);
  await settle(chat);
  return chat;
}
afterEach(() => {
  for (const chat of chats) chat.remove();
  chats.clear();
});
const $ = <Found extends HTMLElement = HTMLElement>(chat: LiveChat, tag: string, selector?: string): Found | null => {
  const found = chat.shadowRoot!.querySelector<Found>(tag);
  return selector ? (found?.shadowRoot?.querySelector<Found>(selector) ?? null) : found;
};
const shown = (chat: LiveChat, tag: string): boolean => ($(chat, tag)?.getClientRects().length ?? 0) > 0;

describe('what only some pages have in their window', () => {
  it('is not there by default', async () => {
    const chat = await mount();
    chat.show();
    await until(() => shown(chat, 'chat-composer'));
    for (const tag of ['chat-form', 'chat-emojis', 'chat-actions']) expect($(chat, tag), tag).to.equal(null);
  });

  it('asks the form in the place of the conversation, and starts with its answers', async () => {
    const chat = await mount({ form: { inputs: [{ name: 'nickname', required: true }, { name: 'order' }] } });
    const starts: unknown[] = [];
    chat.addEventListener('chat-before-start', ({ detail }) => starts.push(structuredClone(detail)));
    chat.show();
    await until(() => $(chat, 'chat-form', 'form'));
    await settle(chat);
    expect([shown(chat, 'chat-form'), shown(chat, 'chat-transcript'), shown(chat, 'chat-composer')]).to.deep.equal([
      true,
      false,
      false,
    ]);
    const field = $<HTMLInputElement>(chat, 'chat-form', '[name=nickname]')!;
    field.focus();
    field.value = 'Ada';
    $(chat, 'chat-form', '[part=submit]')!.click();
    await until(() => chat.state.current !== undefined && shown(chat, 'chat-composer'));
    expect(starts).to.deep.equal([{ profile: { nickname: 'Ada' }, userData: {} }]);
    expect(shown(chat, 'chat-form')).to.equal(false);
    await until(() => focused()?.id === 'field');
  });

  it('skips the form when the page starts the conversation itself, and asks it before the next one', async () => {
    const chat = await mount({ form: true });
    chat.show();
    await until(() => shown(chat, 'chat-form'));
    await chat.startChat({ nickname: 'Ada' });
    await until(() => shown(chat, 'chat-composer'));
    await chat.endChat();
    await until(() => $(chat, 'chat-composer', '[part=new-chat]'));
    $(chat, 'chat-composer', '[part=new-chat]')!.focus();
    $(chat, 'chat-composer', '[part=new-chat]')!.click();
    await until(() => shown(chat, 'chat-form'));
    await until(() => focused()?.getAttribute('name') === 'firstname');
  });

  it('keeps what was typed into the form over a close', async () => {
    const chat = await mount({ form: { inputs: [{ name: 'nickname' }] } });
    chat.show();
    await until(() => $(chat, 'chat-form', '[name=nickname]'));
    const field = $<HTMLInputElement>(chat, 'chat-form', '[name=nickname]')!;
    field.value = 'Ada';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    $(chat, 'chat-form', '[part=cancel]')!.click();
    await until(() => !chat.open);
    expect(chat.state.view.drafts['form']).to.equal('{"nickname":"Ada"}');
    chat.show();
    await settle(chat);
    expect($<HTMLInputElement>(chat, 'chat-form', '[name=nickname]')!.value).to.equal('Ada');
  });

  it('takes a form of the page from its slot', async () => {
    const form = document.createElement('form');
    form.slot = 'form';
    form.append(Object.assign(document.createElement('input'), { name: 'firstname', value: 'Ada' }));
    const chat = await mount({}, form);
    chat.show();
    await until(() => shown(chat, 'chat-form') && form.getClientRects().length > 0);
    form.requestSubmit();
    await until(() => shown(chat, 'chat-composer'));
    expect(Object.values(chat.state.conversations)[0]?.profile).to.deep.equal({ firstname: 'Ada' });
  });

  it('has emojis and actions beside the field, also when they are configured later', async () => {
    const chat = await mount({ emojis: true });
    chat.show();
    await until(() => shown(chat, 'chat-emojis'));
    expect($(chat, 'chat-actions')).to.equal(null);
    chat.actionsMenu = true;
    await until(() => shown(chat, 'chat-actions'));
    chat.emojis = false;
    await settle(chat);
    expect($(chat, 'chat-emojis')).to.equal(null);
  });

  it('is covered by what the page adds later, which takes the focus of who was writing', async () => {
    const chat = await mount();
    chat.show();
    await until(() => $(chat, 'chat-composer', 'textarea'));
    // What notices it comes by itself, a moment after the window.
    const heading = Object.assign(document.createElement('b'), { slot: 'greeting', textContent: 'Hi' });
    chat.append(heading);
    await until(() => heading.getClientRects().length > 0);
    const cover = Object.assign(document.createElement('p'), { slot: 'overlay', textContent: 'Terms' });
    const field = $<HTMLTextAreaElement>(chat, 'chat-composer', 'textarea')!;
    field.focus();
    chat.append(cover);
    await until(() => cover.getClientRects().length > 0 && $(chat, 'chat-overlay')?.matches(':focus-within'));
    expect([shown(chat, 'chat-transcript'), shown(chat, 'chat-composer')]).to.deep.equal([false, false]);
    cover.remove();
    await until(() => shown(chat, 'chat-composer') && !$(chat, 'chat-overlay'));
  });
});
