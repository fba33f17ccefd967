import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-status.js';
import type { ChatStatus } from '../../src/elements/chat-status.js';
import { bannersOf } from '../../src/elements/status/banners.js';
import { ANN, chatState, logOf, NOW, VISITOR } from '../helpers/states.js';
import { press } from '../helpers/browser.js';
import { chatFixture } from '../helpers/fake-handle.js';
import { settle, textOf } from '../helpers/settle.js';

const status = (state = chatState('active'), template = html`<chat-status></chat-status>`) =>
  chatFixture<ChatStatus>(template, state);
const types = (element: ChatStatus) =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('.banner')].map((banner) => banner.dataset['type']);
const pressButton = async (element: ChatStatus) => {
  element.shadowRoot!.querySelector('button')!.focus();
  await press('Enter');
};
const of = (...args: Parameters<typeof chatState>) => bannersOf(chatState(...args), true).map((banner) => banner.type);
const warned = { type: 'status', status: 'idle-warning', until: NOW } as const;
const from = { type: 'message', from: VISITOR, text: 'still here' } as const;

describe('what there is to tell', () => {
  const lines: [string, readonly string[], readonly string[]][] = [
    ['nothing before a conversation', of('none', 'offline'), []],
    ['nothing while all is well', of('active'), []],
    [
      'nothing while the first connection is made',
      of('starting', 'online', { connection: { status: 'connecting', attempts: 0, serverOffline: false } }),
      [],
    ],
    [
      'nothing while the line rests',
      of('active', 'online', {
        connection: { status: 'offline', attempts: 0, serverOffline: false, reason: 'resting' },
      }),
      [],
    ],
    ['a lost line', of('active', 'connecting'), ['reconnecting']],
    ['a server that is away', of('active', 'unreachable'), ['unreachable']],
    ['what is being fetched', of('active', 'catching-up'), ['catching-up']],
    ['the line before the queue', of('queued', 'offline'), ['reconnecting', 'queue']],
    ['a start that failed', of('idle'), ['start-failed']],
    ['nothing about a line after the end', of('ended', 'offline'), ['ended']],
    ['only that the script is missing, when it is', of('active', 'offline', { engine: 'failed' }), ['engine-failed']],
    ['storage that is not durable', of('active', 'online', { storage: 'memory' }), ['storage']],
    ['an idle warning', of('active', 'online', { conversation: { log: logOf([warned]) } }), ['idle-warning']],
    [
      'no idle warning once somebody wrote',
      of('active', 'online', { conversation: { log: logOf([warned, from]) } }),
      [],
    ],
    [
      'no idle warning while a message is under way',
      of('active', 'online', {
        conversation: {
          log: logOf([warned]),
          pending: [{ clientId: 'c', text: 'x', createdAt: NOW, status: 'queued' }],
        },
      }),
      [],
    ],
  ];
  for (const [name, found, wanted] of lines) it(name, () => expect(found).to.deep.equal(wanted));

  it('that the device has no network', () => {
    expect(bannersOf(chatState('active', 'offline'), false)).to.deep.equal([{ type: 'offline' }]);
  });
});

describe('<chat-status>', () => {
  it('is one polite live region, there before there is anything to tell', async () => {
    const { element } = await status(chatState());
    expect(element.shadowRoot!.querySelectorAll('[role=status]').length).to.equal(1);
    expect(element.offsetHeight).to.equal(0);
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('tries the connection now', async () => {
    const { element, handle } = await status(chatState('active', 'unreachable'));
    await pressButton(element);
    expect(handle.types).to.deep.equal(['chat-reconnect-request']);
  });

  it('does not read out each attempt', async () => {
    const { element, handle } = await status(chatState('active', 'connecting'));
    const spoken = () => {
      const text = element.shadowRoot!.querySelector('.text')!.cloneNode(true) as HTMLElement;
      for (const silent of text.querySelectorAll('[aria-hidden=true]')) silent.remove();
      return text.textContent.trim();
    };
    expect(spoken()).to.equal('Reconnecting…');
    handle.set({ connection: { ...handle.state.connection, attempts: 4 } });
    await settle(element);
    expect(textOf(element, '.text')).to.contain('attempt 4');
    expect(spoken()).to.equal('Reconnecting…');
  });

  it('tells the place in the queue and the wait', async () => {
    const { element, handle } = await status(chatState('queued'));
    expect(textOf(element, '.text')).to.equal('You’re number 3 in line. About 3 minutes to wait.');
    handle.set(chatState('queued', 'online', { conversation: { queue: { position: 1 } } }));
    await settle(element);
    expect(textOf(element, '.text')).to.equal('You’re next in line.');
    handle.set(chatState('queued', 'online', { conversation: { queue: null } }));
    await settle(element);
    expect(textOf(element, '.text')).to.equal('Someone will be with you soon.');
  });

  it('tells who ended it and why, and starts a new one', async () => {
    const { element, handle } = await status(
      chatState('ended', 'online', { conversation: { ended: { by: 'system', reason: 'idle' } } }),
    );
    expect(textOf(element, '.text')).to.contain('nothing was written');
    await pressButton(element);
    expect(handle.types).to.deep.equal(['chat-new-request']);
  });

  it('says without alarm that nobody is there: that is no failure', async () => {
    const { element, handle } = await status(chatState('idle', 'online', { conversation: { error: 'unattended' } }));
    expect(textOf(element, '.text')).to.equal('Nobody is here at this time');
    expect(element.shadowRoot!.querySelector('.banner')!.className).to.contain('plain').and.not.contain('danger');
    await pressButton(element);
    expect(handle.types).to.deep.equal(['chat-start-request']);
  });

  it('tries a start again, and the script', async () => {
    const { element, handle } = await status(chatState('idle'));
    await pressButton(element);
    handle.set({ engine: 'failed' });
    await settle(element);
    await pressButton(element);
    expect(handle.types).to.deep.equal(['chat-start-request', 'chat-reconnect-request']);
  });

  it('puts a warning away until its cause comes back', async () => {
    const { element, handle } = await status(chatState('active', 'online', { storage: 'memory' }));
    await pressButton(element);
    await settle(element);
    expect(types(element)).to.deep.equal([]);
    handle.set({ storage: 'durable' });
    await settle(element);
    handle.set({ storage: 'memory' });
    await settle(element);
    expect(types(element)).to.deep.equal(['storage']);
  });

  it('leaves out what is told elsewhere', async () => {
    const { element } = await status(chatState('ended'), html`<chat-status hide="queue ended"></chat-status>`);
    expect(types(element)).to.deep.equal([]);
  });

  it('keeps a banner in place when another one comes before it', async () => {
    const { element, handle } = await status(chatState('queued'));
    const queue = element.shadowRoot!.querySelector('[data-type=queue]');
    handle.set(chatState('queued', 'connecting'));
    await settle(element);
    expect(types(element)).to.deep.equal(['reconnecting', 'queue']);
    expect(element.shadowRoot!.querySelector('[data-type=queue]') === queue).to.equal(true);
  });

  it('speaks of an agent as of a person with a language of their own', async () => {
    const { element } = await status(
      chatState('ended', 'online', {
        conversation: { ended: { by: 'agent' }, people: [{ ...ANN, connected: false, joinedAt: NOW }] },
      }),
      html`<chat-status lang="en-GB"></chat-status>`,
    );
    expect(textOf(element, '.text')).to.equal('The conversation has ended.');
  });
});
