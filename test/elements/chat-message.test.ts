import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-message.js';
import type { ChatMessage } from '../../src/elements/chat-message.js';
import type { RenderDetail } from '../../src/elements/rich/custom.js';
import { FILES, UPLOADS, withFiles } from '../helpers/cells/files.js';
import { chatFixture } from '../helpers/fake-handle.js';
import { SAMPLES } from '../helpers/rich-samples.js';
import { settle, textOf, until } from '../helpers/settle.js';
import { ANN, chatState, logOf } from '../helpers/states.js';

const AT = new Date(2026, 2, 10, 14, 5).getTime();

describe('<chat-message>', () => {
  it('shows a message from attributes alone', async () => {
    const element = await fixture<ChatMessage>(
      html`<chat-message text="See https://example.com" author="Ann Lindqvist" at=${AT}></chat-message>`,
    );
    expect(textOf(element, '.bubble')).to.equal('See https://example.com');
    expect(textOf(element, '.name')).to.equal('Ann Lindqvist');
    expect(textOf(element, '.avatar')).to.equal('AL');
    expect(element.shadowRoot!.querySelector('time')!.dateTime).to.equal(new Date(AT).toISOString());
    await until(() => element.shadowRoot!.querySelector('a'));
    expect(element.shadowRoot!.querySelector('a')!.href).to.equal('https://example.com/');
    await expect(element).to.be.accessible();
  });

  it('takes a date as HTML writes it, and survives one that is none', async () => {
    const element = await fixture<ChatMessage>(html`<chat-message text="x" at="2026-03-10T12:00Z"></chat-message>`);
    expect(element.shadowRoot!.querySelector('time')!.dateTime).to.equal('2026-03-10T12:00:00.000Z');
    element.at = 'tomorrow';
    await settle(element);
    expect(textOf(element, 'time')).to.equal('');
  });

  it('is on the other side when it is one’s own, and tells how far it got', async () => {
    const element = await fixture<ChatMessage>(html`<chat-message own text="x" status="seen" at=${AT}></chat-message>`);
    expect(element.shadowRoot!.querySelector('.row.own')).to.exist;
    expect(element.shadowRoot!.querySelector('.name, .avatar')).to.equal(null);
    expect(textOf(element, '[part~=status]')).to.equal('Seen');
  });

  it('offers a way on when it was not sent', async () => {
    const element = await fixture<ChatMessage>(
      html`<chat-message own text="x" status="failed" client-id="c1"></chat-message>`,
    );
    const requests: unknown[] = [];
    for (const type of ['chat-retry-request', 'chat-discard-request'])
      element.addEventListener(type, (event) => requests.push([type, (event as CustomEvent).detail]));
    for (const button of element.shadowRoot!.querySelectorAll('button')) button.click();
    expect(requests).to.deep.equal([
      ['chat-retry-request', { clientId: 'c1' }],
      ['chat-discard-request', { clientId: 'c1' }],
    ]);
  });

  it('shows markup as text', async () => {
    const text = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const element = await fixture<ChatMessage>(html`<chat-message text=${text} author=${text}></chat-message>`);
    expect(textOf(element, '.bubble')).to.equal(text);
    expect(element.shadowRoot!.querySelector('img, script')).to.equal(null);
    expect((window as { hacked?: number }).hacked).to.equal(undefined);
  });

  it('shows its files, and says which one is to be saved', async () => {
    const element = await fixture<ChatMessage>(html`<chat-message text="Here" .files=${FILES}></chat-message>`);
    await until(() => element.shadowRoot!.querySelector('[part=file]'));
    const cards = [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('button[part=file]')];
    expect(cards.map((card) => card.querySelector('bdi')!.title)).to.deep.equal([
      FILES[0]!.name,
      FILES[1]!.name,
      'cod\uFFFDtxt.exe',
    ]);
    expect(textOf(element, '.bubble')).to.equal('Here');
    const saved: unknown[] = [];
    element.addEventListener('chat-download-request', (event) => saved.push((event as CustomEvent).detail));
    for (const card of cards) card.click();
    expect(saved).to.deep.equal(FILES.map(({ id }) => ({ fileId: id })));
    await expect(element).to.be.accessible();
  });

  it('shows how far one’s own files are, and in a chat has it save and show them', async () => {
    const picture = { id: 'p1', name: 'cup.png', type: 'image/png', size: 68 };
    const { element, handle } = await chatFixture<ChatMessage>(
      html`<chat-message own status="sending" .files=${[FILES[0]!]}></chat-message>`,
      withFiles(chatState('active'), [UPLOADS[0]!]),
    );
    await until(() => element.shadowRoot!.querySelector('progress'));
    expect(element.shadowRoot!.querySelector('progress')!.value).to.equal(400_000);
    expect(element.shadowRoot!.querySelector<HTMLElement>('.bubble')!.hidden).to.equal(true);
    Object.assign(element, { status: 'sent', files: [picture] });
    await until(() => handle.types.includes('chat-preview-request'));
    expect(handle.intents.at(-1)!.detail).to.deep.equal({ fileId: 'p1' });
  });

  it('asks the page to draw what is of its own kind, anew for another message', async () => {
    const asked: RenderDetail[] = [];
    const draw = (event: HTMLElementEventMap['chat-render-message']) => {
      event.preventDefault();
      asked.push(event.detail);
      event.detail.container.append(`Drawn ${asked.length}`);
    };
    document.body.addEventListener('chat-render-message', draw);
    try {
      const element = await fixture<ChatMessage>(
        html`<chat-message text="In words" .rich=${SAMPLES.custom}></chat-message>`,
      );
      const drawn = () => element.shadowRoot!.querySelector('[part=rich-custom]')?.textContent.trim();
      await until(() => drawn() === 'Drawn 1');
      expect([asked[0]!.name, asked[0]!.data, asked[0]!.text]).to.deep.equal([
        SAMPLES.custom.name,
        SAMPLES.custom.data,
        'In words',
      ]);
      expect(asked[0]!.open(), 'nobody takes an answer').to.equal(false);
      element.rich = { ...SAMPLES.custom, data: { other: true } };
      await until(() => drawn() === 'Drawn 2');
      expect(asked[1]!.data).to.deep.equal({ other: true });
    } finally {
      document.body.removeEventListener('chat-render-message', draw);
    }
  });

  it('draws rich messages, which a chat takes the answer to when their place is known', async () => {
    const log = logOf([{ type: 'message', from: ANN, text: 'Which?', rich: SAMPLES.buttons, at: Date.now() }]);
    const { element, handle } = await chatFixture<ChatMessage>(
      html`<chat-message text="Which?" .rich=${SAMPLES.buttons}></chat-message>`,
      chatState('active', 'online', { conversation: { log } }),
    );
    const buttons = () => [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.rich-buttons button')];
    await until(() => buttons().length > 0);
    buttons()[0]!.click();
    expect(handle.types).to.deep.equal([]);
    element.seq = 1;
    await settle(element);
    buttons()[0]!.click();
    expect(handle.types).to.deep.equal(['chat-choose-request']);
    expect(handle.intents[0]!.detail).to.deep.include({ choice: { of: 1, ids: [SAMPLES.buttons.buttons[0]!.id] } });
  });
});
