import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-window.js';
import type { ChatWindow } from '../../src/elements/chat-window.js';
import { chatState } from '../helpers/states.js';
import { isWebKit, press, resize } from '../helpers/browser.js';
import { chatFixture, type FakeHandle } from '../helpers/fake-handle.js';
import { focused, settle, until } from '../helpers/settle.js';

const state = (open: boolean) => {
  const base = chatState('active');
  return { ...base, view: { ...base.view, open } };
};
const win = (
  open = true,
  template = html`<chat-window><button slot="header">first</button><input slot="footer" /></chat-window>`,
) => chatFixture<ChatWindow>(template, state(open));
const dialog = (element: ChatWindow) => element.shadowRoot!.querySelector('dialog')!;
const setOpen = async (element: ChatWindow, handle: FakeHandle, open: boolean) => {
  handle.set(state(open));
  await settle(element);
};
/** For what needs another size of the screen. */
const sized = isWebKit ? it.skip : it;
const small = () => resize(390, 800);
const large = () => resize(1000, 700);

describe('<chat-window>', () => {
  beforeEach(large);
  after(large);

  it('is closed and out of reach until the chat is open', async () => {
    const { element } = await win(false);
    expect(dialog(element).open).to.equal(false);
    expect(getComputedStyle(dialog(element)).display).to.equal('none');
    expect(element.shadowRoot!.querySelector('.frame')!.hasAttribute('inert')).to.equal(true);
    expect(element.matches(':state(open)')).to.equal(false);
  });

  it('opens as a named, non-modal dialog and leaves the focus where it is', async () => {
    const { element, handle } = await win(false);
    const before = focused();
    await setOpen(element, handle, true);
    expect(dialog(element).open).to.equal(true);
    expect(dialog(element).matches(':modal')).to.equal(false);
    expect(dialog(element).getAttribute('aria-label')).to.equal('Chat with us');
    expect(element.matches(':state(open)')).to.equal(true);
    expect(focused() === before).to.equal(true);
  });

  it('lets Tab leave on a large screen', async () => {
    const { element, parent } = await win();
    parent.insertAdjacentHTML('beforeend', '<button id="after">after</button>');
    element.querySelector('input')!.focus();
    await press('Tab');
    expect(focused()?.id).to.equal('after');
  });

  it('minimises by Escape, unless somebody inside has used it', async () => {
    const { element, handle } = await win();
    const input = element.querySelector('input')!;
    input.focus();
    await press('Escape');
    expect(handle.types).to.deep.equal(['chat-minimize-request']);
    input.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    await press('Escape');
    expect(handle.types).to.have.length(1);
  });

  it('takes the focus as a whole when it is asked to', async () => {
    const { element } = await win();
    element.focus();
    expect(focused() === element.shadowRoot!.querySelector('.frame')).to.equal(true);
  });

  sized('is never larger than the screen', async () => {
    await resize(520, 500);
    const { element } = await win();
    element.style.setProperty('--live-chat-width', '3000px');
    element.style.setProperty('--live-chat-height', '3000px');
    await settle(element);
    const box = dialog(element).getBoundingClientRect();
    expect(box.left).to.be.at.least(0);
    expect(box.top).to.be.at.least(0);
    expect(box.right).to.be.at.most(520);
    expect(box.bottom).to.be.at.most(500);
  });

  sized('fills a phone, modal, and keeps Tab inside', async () => {
    await small();
    const { element, parent } = await win();
    parent.insertAdjacentHTML('afterbegin', '<button>before</button>');
    expect(dialog(element).matches(':modal')).to.equal(true);
    expect(element.matches(':state(fullscreen)')).to.equal(true);
    const { width, height } = dialog(element).getBoundingClientRect();
    expect([width, height]).to.deep.equal([390, 800]);
    for (let i = 0; i < 4; i++) {
      await press('Tab');
      const active = focused();
      expect(active === document.body || element.contains(active)).to.equal(true);
    }
  });

  sized('minimises by Escape on a phone, and stays when the page prevents that', async () => {
    await small();
    const { element, handle, parent } = await win();
    parent.addEventListener('chat-minimize-request', (event) => event.preventDefault(), { once: true });
    element.focus();
    await press('Escape');
    expect(handle.types).to.deep.equal([]);
    expect(dialog(element).matches(':modal')).to.equal(true);
    await press('Escape');
    expect(handle.types).to.deep.equal(['chat-minimize-request']);
  });

  sized('asks to minimise when the browser closes it', async () => {
    await small();
    const { element, handle } = await win();
    dialog(element).close();
    await until(() => handle.types.includes('chat-minimize-request'));
    await until(() => dialog(element).matches(':modal'));
    expect(element.matches(':state(open)')).to.equal(true);
  });

  sized('keeps the focus in the field when the screen changes its size', async () => {
    const { element } = await win();
    element.querySelector('input')!.focus();
    await small();
    await until(() => dialog(element).matches(':modal'));
    expect(focused() === element.querySelector('input')).to.equal(true);
    await large();
    await until(() => !dialog(element).matches(':modal'));
    expect(dialog(element).open).to.equal(true);
    expect(focused() === element.querySelector('input')).to.equal(true);
  });

  sized('follows the keyboard on a phone, and nowhere else', async () => {
    const { element } = await win();
    expect(dialog(element).style.getPropertyValue('--_height')).to.equal('');
    await small();
    await until(() => dialog(element).style.getPropertyValue('--_height') === '800px');
    await large();
    await until(() => dialog(element).style.getPropertyValue('--_height') === '');
  });

  it('writes nothing on the page', async () => {
    await small();
    const before = [
      document.body.getAttribute('style'),
      document.documentElement.getAttribute('style'),
      document.head.innerHTML,
    ];
    const { element, handle } = await win();
    await setOpen(element, handle, false);
    expect([
      document.body.getAttribute('style'),
      document.documentElement.getAttribute('style'),
      document.head.innerHTML,
    ]).to.deep.equal(before);
  });

  it('inline is a region in the page, always open, and never modal', async () => {
    await small();
    const { element, handle } = await win(
      false,
      html`<chat-window mode="inline" heading="Help"><input /></chat-window>`,
    );
    const section = element.shadowRoot!.querySelector('section')!;
    expect(section.getAttribute('aria-label')).to.equal('Help');
    expect(dialog(element) === null).to.equal(true);
    expect(section.offsetHeight).to.be.greaterThan(200);
    element.querySelector('input')!.focus();
    await press('Escape');
    expect(handle.types).to.deep.equal([]);
  });

  it('takes a wrong mode for the first one, and says so once', async () => {
    const original = console.warn;
    const warnings: unknown[] = [];
    console.warn = (text: unknown) => warnings.push(text);
    const { element } = await win(true, html`<chat-window mode="sideways"></chat-window>`);
    await win(true, html`<chat-window mode="sideways"></chat-window>`);
    console.warn = original;
    expect(dialog(element).open).to.equal(true);
    expect(warnings).to.have.length(1);
    expect(String(warnings[0])).to.contain('floating');
  });

  sized('keeps everything in reach at 400 % zoom', async () => {
    await resize(320, 256);
    const { element } = await win(
      true,
      html`<chat-window
        ><p slot="header">${'head '.repeat(60)}</p>
        <p>main</p>
        <button slot="footer">last</button></chat-window
      >`,
    );
    await settle(element);
    const last = element.querySelector('button')!;
    last.focus();
    const { bottom } = last.getBoundingClientRect();
    expect(bottom).to.be.at.most(257);
    expect(element.querySelector('p:not([slot])')!.getBoundingClientRect().height).to.be.greaterThan(60);
  });
});
