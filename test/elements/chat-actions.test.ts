import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-actions.js';
import type { ChatAction } from '../../src/elements/actions/actions.js';
import type { ChatActions } from '../../src/elements/chat-actions.js';
import { chatFixture } from '../helpers/fake-handle.js';
import { settle } from '../helpers/settle.js';
import { chatState } from '../helpers/states.js';

const $ = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const items = (element: Element) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=menu-item]')];

async function open(actions: readonly ChatAction[] | boolean, state = chatState('active')) {
  const found = await chatFixture<ChatActions>(html`<chat-actions .actions=${actions}></chat-actions>`, state);
  $(found.element, 'button').click();
  await settle(found.element);
  return found;
}

describe('<chat-actions>', () => {
  it('has the usual actions, and those of the page', async () => {
    const { element } = await open(true);
    expect(items(element).map((item) => item.textContent.trim())).to.deep.equal(['Download conversation', 'Sound']);
    const own = await open(['sound', { label: 'Share my screen' }]);
    expect(items(own.element).map((item) => item.textContent.trim())).to.deep.equal(['Sound', 'Share my screen']);
  });

  it('shows nothing where there is nothing to do', async () => {
    const { element } = await chatFixture<ChatActions>(html`<chat-actions></chat-actions>`, chatState());
    expect($(element, 'button')).to.equal(null);
  });

  it('tells the page what was chosen, and calls it unless that was prevented', async () => {
    let clicks = 0;
    const actions = [{ label: 'Call me', action: 'call', click: () => void clicks++ }];
    const { element, parent } = await open(actions);
    const told: unknown[] = [];
    parent.addEventListener('chat-action-chosen', (event) => told.push(event.detail));
    items(element)[0]!.click();
    expect(told).to.deep.equal([{ action: 'call', conversationId: 'k1' }]);
    expect(clicks).to.equal(1);
    parent.addEventListener('chat-action-chosen', (event) => event.preventDefault());
    $(element, 'button').click();
    await settle(element);
    items(element)[0]!.click();
    expect(clicks).to.equal(1);
  });

  it('turns sound off', async () => {
    const { element, handle } = await open(['sound']);
    items(element)[0]!.click();
    expect(handle.intents).to.deep.equal([{ type: 'chat-mute-request', detail: { muted: true } }]);
  });

  it('takes a picture only from the network, and leaves out what is no action', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (text: string) => void said.push(text);
    try {
      const { element } = await open([
        { label: 'A', icon: 'javascript:alert(1)' },
        { label: 'B', icon: '/a.png' },
        { label: 'C', icon: '✉️' },
        'no' as 'sound',
      ]);
      const pictures = items(element).map(
        (item) => item.querySelector('img')?.src ?? item.querySelector('.picture')?.textContent,
      );
      expect(pictures).to.deep.equal([undefined, new URL('/a.png', location.href).href, '✉️']);
      expect(said.join()).to.match(/actionsMenu: "no" is left out/);
    } finally {
      console.warn = warn;
    }
  });
});
