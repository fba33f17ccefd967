import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-leave-message.js';
import type { ChatLeaveMessage } from '../../src/elements/chat-leave-message.js';
import type { ChatState } from '../../src/session/model/types.js';
import { unattended } from '../helpers/cells/chat-leave-message.js';
import { chatFixture } from '../helpers/fake-handle.js';
import { focused, settle } from '../helpers/settle.js';
import { chatState } from '../helpers/states.js';

const made = (state: ChatState) =>
  chatFixture<ChatLeaveMessage>(html`<chat-leave-message></chat-leave-message>`, state);
const named = (element: Element, name: string): HTMLInputElement =>
  element.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);
async function type(element: Element, name: string, text: string): Promise<void> {
  named(element, name).value = text;
  named(element, name).dispatchEvent(new Event('input', { bubbles: true }));
  await settle(element);
}
const closed: ChatState = {
  ...chatState(),
  availability: { queue: 'main', open: false, agentsFree: 0, position: 1 },
};

describe('<chat-leave-message>', () => {
  it('has in it what the visitor had written, and what is known of them', async () => {
    const state = unattended('Is the blue mug still made?');
    const { element } = await made({
      ...state,
      view: { ...state.view, drafts: { [state.current!]: 'And the red one?' } },
    });
    expect(named(element, 'message').value).to.equal('Is the blue mug still made?\nAnd the red one?');
    expect([named(element, 'nickname').value, named(element, 'email').value]).to.deep.equal([
      'Ada Park',
      'ada@example.com',
    ]);
  });

  it('says when somebody is back, as far as it is known', async () => {
    const { element, handle } = await made(closed);
    expect(part(element, 'text')!.textContent).to.equal('Leave us a message, and we’ll answer by email.');
    handle.set({ availability: { ...closed.availability!, changesAt: Date.now() + 86_400_000 } });
    await settle(element);
    expect(part(element, 'text')!.textContent).to.match(/^We’re back on \w+day/);
  });

  it('asks for an address and a text, and names what is wrong', async () => {
    const { element, handle } = await made(closed);
    await type(element, 'email', 'nobody');
    part(element, 'submit')!.click();
    await settle(element);
    const errors = [...element.shadowRoot!.querySelectorAll('[part=error]')].map((error) => error.textContent.trim());
    expect(errors).to.deep.equal(['Write an email address, like name@example.com.', 'Fill this in to go on.']);
    expect(focused() === named(element, 'email')).to.equal(true);
    expect(handle.types.includes('chat-leave-request')).to.equal(false);
  });

  it('keeps what is typed as a draft, and takes it up again', async () => {
    const { element, handle } = await made(closed);
    await type(element, 'message', 'Call me');
    const { type: intent, detail } = handle.intents.at(-1)!;
    expect(intent).to.equal('chat-draft-request');
    expect(detail).to.have.property('conversationId', 'leave');
    const again = await made({
      ...closed,
      view: { ...closed.view, drafts: { leave: (detail as { text: string }).text } },
    });
    expect(named(again.element, 'message').value).to.equal('Call me');
  });

  it('leaves the message, once while it is on its way', async () => {
    const { element, handle } = await made(closed);
    await type(element, 'nickname', ' Ada ');
    await type(element, 'email', ' ada@example.com ');
    await type(element, 'message', 'Call me');
    part(element, 'submit')!.click();
    await settle(element);
    expect(handle.intents.at(-1)).to.deep.equal({
      type: 'chat-leave-request',
      detail: { name: 'Ada', email: 'ada@example.com', message: 'Call me' },
    });
    handle.set({ view: { ...handle.state.view, left: { status: 'sending' } } });
    await settle(element);
    part(element, 'submit')!.click();
    await settle(element);
    expect(handle.types.filter((one) => one === 'chat-leave-request')).to.have.length(1);
  });

  it('keeps everything when it fails, and says why', async () => {
    const { element, handle } = await made(unattended('Is it still made?'));
    handle.set({ view: { ...handle.state.view, left: { status: 'failed', error: 'unreachable' } } });
    await settle(element);
    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('could not be left');
    expect(named(element, 'message').value).to.equal('Is it still made?');
  });

  it('thanks, where the focus was, and closes', async () => {
    const { element, handle } = await made(closed);
    part(element, 'submit')!.focus();
    handle.set({ view: { ...handle.state.view, left: { status: 'sent' } } });
    await settle(element);
    expect(focused()?.textContent).to.equal('Thank you');
    part(element, 'done')!.click();
    expect(handle.intents.slice(-2)).to.deep.equal([
      { type: 'chat-leave-request', detail: {} },
      { type: 'chat-close-request', detail: {} },
    ]);
  });

  it('is nothing while somebody is there', async () => {
    const { element } = await made(chatState('active'));
    expect(part(element, 'base')).to.equal(null);
  });
});
