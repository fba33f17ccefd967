import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-launcher.js';
import type { ChatLauncher } from '../../src/elements/chat-launcher.js';
import { ANN, chatState, logOf } from '../helpers/states.js';
import { press } from '../helpers/browser.js';
import { chatFixture, provide, FakeHandle } from '../helpers/fake-handle.js';
import { settle, until } from '../helpers/settle.js';

const closed = (state = chatState()) => ({ ...state, view: { ...state.view, open: false } });
const unread = (count: number) =>
  closed(
    chatState('active', 'online', {
      conversation: {
        seen: 0,
        log: logOf(Array.from({ length: count }, () => ({ type: 'message', from: ANN, text: 'Hello' }))),
      },
    }),
  );

const launcher = (state = closed(), template = html`<chat-launcher></chat-launcher>`) =>
  chatFixture<ChatLauncher>(template, state);
const button = (element: ChatLauncher) => element.shadowRoot!.querySelector('button')!;
const badge = (element: ChatLauncher) => element.shadowRoot!.querySelector('[part=badge]');

describe('<chat-launcher>', () => {
  it('is a button with a name before anything is loaded', async () => {
    const { element } = await launcher();
    expect(button(element).getAttribute('aria-label')).to.equal('Chat');
    expect(button(element).getAttribute('aria-expanded')).to.equal('false');
    expect(button(element).getAttribute('aria-haspopup')).to.equal('dialog');
  });

  it('opens by Enter and minimises by Space', async () => {
    const { element, handle } = await launcher();
    element.focus();
    await press('Enter');
    expect(handle.types).to.deep.equal(['chat-open-request']);
    handle.set({ view: { ...handle.state.view, open: true } });
    await settle(element);
    expect(button(element).getAttribute('aria-expanded')).to.equal('true');
    await press(' ');
    expect(handle.types).to.deep.equal(['chat-open-request', 'chat-minimize-request']);
  });

  it('lets the page prevent an intent', async () => {
    const { element, handle, parent } = await launcher();
    parent.addEventListener('chat-open-request', (event) => event.preventDefault());
    button(element).click();
    expect(handle.types).to.deep.equal([]);
  });

  it('says aloud what comes while the window is closed, and nothing of what was there before', async () => {
    const { element, handle } = await launcher(unread(1));
    await until(() => badge(element));
    const region = element.shadowRoot!.querySelector('[role=status]')!;
    expect(region.closest('button')).to.equal(null);
    expect(region.textContent).to.equal('');
    handle.set(unread(2));
    await settle(element);
    expect(region.textContent).to.equal('2 unread messages');
    handle.set(chatState('active', 'online'));
    await settle(element);
    expect(region.textContent).to.equal('');
  });

  it('counts unread messages, on the badge and in the name', async () => {
    const { element, handle } = await launcher(unread(3));
    await until(() => badge(element));
    expect(badge(element)!.textContent).to.equal('3');
    expect(button(element).getAttribute('aria-label')).to.equal('Chat, 3 unread messages, conversation in progress');
    expect(element.matches(':state(unread)')).to.equal(true);
    handle.set(unread(120));
    await settle(element);
    expect(badge(element)!.textContent).to.equal('99+');
    expect(button(element).getAttribute('aria-label')).to.contain('99+ unread messages');
    handle.set(unread(1));
    await settle(element);
    expect(button(element).getAttribute('aria-label')).to.contain('1 unread message,');
  });

  it('shows that a conversation is going on', async () => {
    const { element, handle } = await launcher(closed(chatState('active')));
    await until(() => element.shadowRoot!.querySelector('[part=dot]'));
    expect(element.matches(':state(running)')).to.equal(true);
    handle.set(closed(chatState('ended')));
    await settle(element);
    expect(element.shadowRoot!.querySelector('[part=dot]') === null).to.equal(true);
    expect(element.matches(':state(running)')).to.equal(false);
  });

  it('has a label by attribute, and names itself after it', async () => {
    const { element } = await launcher(closed(), html`<chat-launcher label="Questions?"></chat-launcher>`);
    expect(button(element).textContent).to.contain('Questions?');
    expect(button(element).getAttribute('aria-label')).to.equal('Questions?');
    expect(button(element).offsetWidth).to.be.greaterThan(100);
  });

  it('has a label by slot, also one that comes later', async () => {
    const { element } = await launcher(closed(), html`<chat-launcher> </chat-launcher>`);
    expect(button(element).getAttribute('aria-label')).to.equal('Chat');
    element.append('Ask us');
    await until(() => button(element).getAttribute('aria-label') === 'Ask us');
  });

  it('says in its place that the chat could not be loaded, and tries again', async () => {
    const { element, handle } = await launcher({ ...closed(), engine: 'failed' });
    expect(button(element).textContent).to.contain('could not be loaded');
    button(element).click();
    expect(handle.types).to.deep.equal(['chat-open-request']);
  });

  it('speaks the language of the nearest lang', async () => {
    const { element } = await launcher(unread(2), html`<chat-launcher lang="ar"></chat-launcher>`);
    await until(() => button(element).getAttribute('aria-label')?.startsWith('محادثة'));
    expect(button(element).getAttribute('aria-label')).to.contain('رسالتان غير مقروءتين');
  });

  it('is at least 48 pixels wide and high, whatever the token says', async () => {
    const { element } = await launcher();
    element.style.setProperty('--live-chat-launcher-size', '20px');
    expect(button(element).offsetWidth).to.be.at.least(48);
    expect(button(element).offsetHeight).to.be.at.least(48);
  });

  it('belongs to the chat that `for` names', async () => {
    const other = new FakeHandle(closed());
    const parent = provide(other);
    parent.id = 'other';
    document.body.append(parent);
    const { element, handle } = await launcher(closed(), html`<chat-launcher for="other"></chat-launcher>`);
    button(element).click();
    parent.remove();
    expect(other.types).to.deep.equal(['chat-open-request']);
    expect(handle.types).to.deep.equal([]);
  });

  it('renders for nothing that it does not show', async () => {
    const { element, handle } = await launcher(closed(chatState('active')));
    await until(() => element.shadowRoot!.querySelector('[part=dot]'));
    handle.set({ storage: 'durable' });
    await settle(element);
    let renders = 0;
    element.requestUpdate = () => void renders++;
    handle.set({ view: { ...handle.state.view, drafts: { k1: 'h' } } });
    handle.set({ storage: 'memory' });
    expect(renders).to.equal(0);
  });

  it('lets go when it is taken away', async () => {
    const { element, handle } = await launcher();
    expect(handle.listeners).to.equal(1);
    element.remove();
    expect(handle.listeners).to.equal(0);
  });
});
