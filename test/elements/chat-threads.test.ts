import { expect } from '@open-wc/testing';
import '../../src/define/chat-threads.js';
import type { Intent } from '../../src/session/intents.js';
import { THREADS } from '../helpers/cells/chat-threads.js';
import { FakeHandle, provide } from '../helpers/fake-handle.js';
import { focused, settle, textOf, until } from '../helpers/settle.js';
import { chatState } from '../helpers/states.js';
import type { ChatState, ThreadsView } from '../../src/session/model/types.js';

const base = chatState();
const stateWith = (view: Partial<ThreadsView> = {}): ChatState => ({
  ...base,
  view: { ...base.view, threads: { list: THREADS, more: false, status: 'ready', ...view } },
});

describe('<chat-threads>', () => {
  let parent: HTMLElement;
  let wanted: Intent[];

  async function mount(view: Partial<ThreadsView> = {}) {
    parent = provide(new FakeHandle(stateWith(view)));
    const element = document.createElement('chat-threads');
    parent.append(element);
    document.body.append(parent);
    wanted = [];
    for (const type of ['open', 'rename', 'archive', 'list'])
      parent.addEventListener(`chat-thread-${type}-request`, (event) =>
        wanted.push({ type: event.type, detail: (event as CustomEvent).detail } as Intent),
      );
    await settle(element);
    // Its own question for the list.
    await until(() => wanted.length > 0);
    wanted.length = 0;
    const all = (selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
    return { element, all, one: (selector: string) => all(selector)[0]! };
  }

  afterEach(() => parent.remove());

  it('shows what each is called, what was said last, and how much of it is new', async () => {
    const { element, all } = await mount();
    expect(all('[part=title]').map((title) => title.textContent)).to.deep.equal([
      'The plate for my mother’s birthday, which must be there on Friday',
      'Conversation',
      'Ann Lindqvist',
      'Invoice 2025',
    ]);
    expect(textOf(element, 'li:nth-child(3) [part=preview]')).to.equal('You: Thank you, that was quick!');
    expect(textOf(element, '[part=unread] .visually-hidden')).to.equal('2 new messages');
    expect(textOf(element, 'li:nth-child(3) [part=state]')).to.equal('Conversation ended');
    expect(all('[part=archived] [part=title]').length).to.equal(1);
  });

  it('asks for the list by itself, once', async () => {
    parent = provide(new FakeHandle(stateWith()));
    const asked: Event[] = [];
    parent.addEventListener('chat-thread-list-request', (event) => asked.push(event));
    const element = document.createElement('chat-threads');
    parent.append(element);
    document.body.append(parent);
    await settle(element);
    element.requestUpdate();
    await settle(element);
    expect(asked.length).to.equal(1);
  });

  it('opens one, begins another, puts one away and brings one back', async () => {
    const { one, all } = await mount();
    one('[part=open]').click();
    one('[part=new]').click();
    one('[part=archive]').click();
    all('[part=archived] [part=archive]')[0]!.click();
    expect(wanted.map(({ detail }) => detail)).to.deep.equal([
      { threadId: 'r2' },
      {},
      { threadId: 'r2', archived: true },
      { threadId: 'r5', archived: false },
    ]);
  });

  it('takes a name in its place, by the keyboard, and gives the focus back', async () => {
    const { element, one, all } = await mount();
    all('[part=rename]')[1]!.click();
    await settle(element);
    const field = one('[part=input]') as HTMLInputElement;
    expect(focused()).to.equal(field);
    field.value = '  The cup ';
    field.form!.requestSubmit();
    await settle(element);
    expect(wanted).to.deep.equal([
      { type: 'chat-thread-rename-request', detail: { threadId: 'r3', title: 'The cup' } },
    ]);
    expect(focused()).to.equal(all('[part=rename]')[1]);
    all('[part=rename]')[1]!.click();
    await settle(element);
    one('[part=input]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await settle(element);
    expect(all('[part=input]')).to.deep.equal([]);
    expect(wanted.length).to.equal(1);
  });

  it('says that the list could not be fetched, and tries again', async () => {
    const { one, all } = await mount({ list: [], status: 'failed', error: 'unreachable' });
    expect(one('[part=error]').textContent).to.contain('could not be loaded');
    all('[part=error] button')[0]!.click();
    expect(wanted.at(-1)).to.deep.equal({ type: 'chat-thread-list-request', detail: {} });
  });
});
