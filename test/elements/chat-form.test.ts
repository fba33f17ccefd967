import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/chat-form.js';
import type { ChatForm } from '../../src/elements/chat-form.js';
import type { ChatFormOptions } from '../../src/elements/form/fields.js';
import { press } from '../helpers/browser.js';
import { chatFixture } from '../helpers/fake-handle.js';
import { focused, settle, textOf, until } from '../helpers/settle.js';
import { chatState } from '../helpers/states.js';

const ask = (options?: ChatFormOptions, state = chatState()) =>
  chatFixture<ChatForm>(html`<chat-form .options=${options}></chat-form>`, state);
const $ = <Found extends HTMLElement = HTMLInputElement>(element: Element, selector: string): Found =>
  element.shadowRoot!.querySelector<Found>(selector)!;
const named = (element: Element, name: string) => $(element, `[name="${name}"]`);
async function type(element: Element, name: string, text: string): Promise<void> {
  const field = named(element, name);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(element);
}
async function submit(element: Element): Promise<void> {
  $(element, '[part=submit]').click();
  await settle(element);
}
const described = (element: Element, name: string): string =>
  (named(element, name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => element.shadowRoot!.getElementById(id)?.textContent.trim())
    .join(' ');

describe('<chat-form>', () => {
  it('asks the usual fields, named in the visitor’s language and for the browser that fills them in', async () => {
    const { element } = await ask();
    const labels = [...element.shadowRoot!.querySelectorAll('label')].map((label) => label.textContent.trim());
    expect(labels).to.deep.equal([
      'First name',
      'Last name (optional)',
      'Email (optional)',
      'What is it about? (optional)',
    ]);
    expect(named(element, 'firstname').autocomplete).to.equal('given-name');
    expect(named(element, 'email').type).to.equal('email');
  });

  it('starts with the profile, and all else as user data', async () => {
    const { element, handle } = await ask({
      inputs: [
        { name: 'nickname' },
        { name: 'order' },
        { name: 'terms', type: 'checkbox', label: 'Terms' },
        { name: 'page', type: 'hidden', value: 'shop' },
        { name: 'topic', type: 'select', options: ['a', 'b'], value: 'b' },
      ],
    });
    await type(element, 'nickname', ' Ada ');
    named(element, 'terms').click();
    await submit(element);
    expect(handle.intents.at(-1)).to.deep.equal({
      type: 'chat-start-request',
      detail: { profile: { nickname: 'Ada' }, userData: { terms: true, page: 'shop', topic: 'b' } },
    });
  });

  it('says what is wrong beside each field, and takes the focus to the first', async () => {
    const { element, handle } = await ask({
      inputs: [
        { name: 'nickname' },
        { name: 'email', required: true, hint: 'For the answer' },
        { name: 'subject', required: true },
      ],
    });
    await submit(element);
    expect(handle.types).to.not.include('chat-start-request');
    expect(focused() === named(element, 'email')).to.equal(true);
    expect(named(element, 'email').getAttribute('aria-invalid')).to.equal('true');
    expect(described(element, 'email')).to.equal('For the answer Fill this in to go on.');
    expect(element.matches(':state(invalid)')).to.equal(true);
    await type(element, 'email', 'ada@example');
    await submit(element);
    expect(described(element, 'email')).to.equal('For the answer Write an email address, like name@example.com.');
    await type(element, 'email', 'ada@example.com');
    expect(described(element, 'email'), 'gone as soon as it is right').to.equal('For the answer');
  });

  it('asks the page’s own check after ours, and survives one that throws', async () => {
    const values: unknown[] = [];
    const { element, handle } = await ask({
      inputs: [
        {
          name: 'order',
          validate: (value, all) => {
            values.push([value, all]);
            return value === '4411' || 'Order numbers have four digits.';
          },
        },
      ],
    });
    await type(element, 'order', '44');
    await submit(element);
    expect(textOf(element, '[part=error]')).to.equal('Order numbers have four digits.');
    await type(element, 'order', '4411');
    await submit(element);
    expect(values.at(-1)).to.deep.equal(['4411', { order: '4411' }]);
    expect(handle.types).to.include('chat-start-request');
  });

  it('submits with Enter', async () => {
    const { element, handle } = await ask({ inputs: [{ name: 'nickname' }] });
    element.focus();
    await sendKeys({ type: 'Ada' });
    await press('Enter');
    await until(() => handle.types.includes('chat-start-request'));
  });

  it('keeps what is typed as a draft, but not what is secret, and takes it up again', async () => {
    const inputs = [
      { name: 'nickname' },
      { name: 'pin', type: 'password' },
      { name: 'card', autocomplete: 'cc-number' },
      { name: 'secret', sensitive: true },
    ] as const;
    const { element, handle } = await ask({ inputs });
    for (const { name } of inputs) await type(element, name, `my ${name}`);
    const { detail } = handle.intents.at(-1)!;
    expect(detail).to.deep.equal({ conversationId: 'form', text: '{"nickname":"my nickname"}' });
    const state = chatState();
    const again = await ask(
      { inputs },
      { ...state, view: { ...state.view, drafts: { form: '{"nickname":"my nickname","__proto__":{"x":1},"n":1}' } } },
    );
    expect(named(again.element, 'nickname').value).to.equal('my nickname');
    expect(named(again.element, 'pin').value).to.equal('');
  });

  it('is gone while there is a conversation, throws its draft away, and knows the answers before the next', async () => {
    const { element, handle } = await ask({ inputs: [{ name: 'nickname' }] });
    await type(element, 'nickname', 'Ada');
    await submit(element);
    const running = chatState('active');
    handle.set({ ...running, view: { ...running.view, drafts: { form: '{"nickname":"Ada"}' } } });
    await settle(element);
    expect(element.matches(':state(done)')).to.equal(true);
    expect($(element, 'form')).to.equal(null);
    expect(handle.intents.at(-1)).to.deep.equal({
      type: 'chat-draft-request',
      detail: { conversationId: 'form', text: '' },
    });
    handle.set(chatState());
    await settle(element);
    expect(named(element, 'nickname').value).to.equal('Ada');
  });

  it('closes with its second button', async () => {
    const { element, handle } = await ask();
    $(element, '[part=cancel]').click();
    expect(handle.types).to.deep.equal(['chat-close-request']);
  });

  it('leaves out what is no field, warns once, and does not use a wrapper', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (text: string) => void said.push(text);
    try {
      const options = { wrapper: '<table></table>', inputs: [{ name: 'nickname' }, { label: 'No name' }] as never };
      const { element } = await ask(options);
      element.options = { ...options };
      await settle(element);
      expect(element.shadowRoot!.querySelectorAll('[part=field]').length).to.equal(1);
      expect(said.length).to.equal(2);
      expect(said.join())
        .to.match(/wrapper is not used/)
        .and.match(/inputs\[1\] has no name/);
    } finally {
      console.warn = warn;
    }
  });

  it('takes a form of the page, with its own checks, and never sends it anywhere', async () => {
    const { element, handle } = await chatFixture<ChatForm>(
      html`<chat-form
        ><form action="/nowhere">
          <input name="firstname" required /><input name="order" /><input type="password" name="pin" />
          <button>Go</button><button type="reset">No</button>
        </form></chat-form
      >`,
      chatState(),
    );
    await settle(element);
    const form = element.querySelector('form')!;
    expect($(element, '[part=submit]'), 'the page has its own').to.equal(null);
    form.querySelector('button')!.click();
    expect(handle.types).to.deep.equal([]);
    form.querySelector<HTMLInputElement>('[name=firstname]')!.value = 'Ada';
    form.querySelector<HTMLInputElement>('[name=pin]')!.value = '1234';
    form.querySelector<HTMLInputElement>('[name=order]')!.value = '4411';
    form.querySelector('[name=order]')!.dispatchEvent(new Event('input', { bubbles: true }));
    expect(handle.intents.at(-1)!.detail).to.deep.equal({
      conversationId: 'form',
      text: '{"firstname":"Ada","order":"4411"}',
    });
    form.querySelector('button')!.click();
    expect(handle.intents.at(-1)).to.deep.equal({
      type: 'chat-start-request',
      detail: { profile: { firstname: 'Ada' }, userData: { order: '4411', pin: '1234' } },
    });
    form.querySelector<HTMLElement>('[type=reset]')!.click();
    expect(handle.types.at(-1)).to.equal('chat-close-request');
  });
});
