import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-message.js';
import type { ChatMessage } from '../../src/elements/chat-message.js';
import { settle, textOf, until } from '../helpers/settle.js';

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
});
