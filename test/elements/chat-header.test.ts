import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-header.js';
// The header fetches it by itself; here, so that it is there at once.
import '../../src/elements/header/options.js';
import type { ChatHeader } from '../../src/elements/chat-header.js';
import type { Person } from '../../src/session/model/types.js';
import { ANN, chatState, NOW, person, VISITOR } from '../helpers/states.js';
import { press } from '../helpers/browser.js';
import { chatFixture } from '../helpers/fake-handle.js';
import { focused, settle, textOf } from '../helpers/settle.js';

const header = (state = chatState('active'), template = html`<chat-header></chat-header>`) =>
  chatFixture<ChatHeader>(template, state);
const $ = (element: ChatHeader, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
const names = (element: ChatHeader) =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=menu-item]')].map((item) => item.textContent.trim());
const inFocus = (element: ChatHeader, selector: string) => focused() !== null && focused() === $(element, selector);
const withPeople = (...people: Person[]) => chatState('active', 'online', { conversation: { people } });

describe('<chat-header>', () => {
  describe('says who the visitor talks to', () => {
    it('a configured title while nobody has joined', async () => {
      const { element } = await header(chatState(), html`<chat-header heading="Nordlys support"></chat-header>`);
      expect(textOf(element, 'h2')).to.equal('Nordlys support');
      expect(textOf(element, '.standing')).to.equal('We’re here to help');
    });

    it('the agent afterwards, with initials', async () => {
      const { element } = await header();
      expect(textOf(element, 'h2')).to.equal('Ann Lindqvist');
      expect(textOf(element, '.avatar')).to.equal('AL');
      expect(textOf(element, '.standing')).to.equal('Online');
    });

    it('people rather than a bot, the latest first', async () => {
      const bot = { ...person({ id: 'b', role: 'bot', name: 'Robin' }), joinedAt: NOW };
      const ben = { ...person({ id: 'a2', role: 'agent', name: 'Ben' }), joinedAt: NOW };
      const { element, handle } = await header(withPeople(person(VISITOR), bot));
      expect(textOf(element, 'h2')).to.equal('Robin');
      handle.set(withPeople(person(VISITOR), bot, person(ANN), ben));
      await settle(element);
      expect(textOf(element, 'h2')).to.equal('Ben, Ann Lindqvist');
    });

    it('not who has left', async () => {
      const { element } = await header(withPeople(person(VISITOR), person(ANN, false)));
      expect(textOf(element, 'h2')).to.equal('Chat with us');
      expect(textOf(element, '.standing')).to.equal('Waiting for someone to join');
    });

    it('a picture only from the network, and nothing in the place of a broken one', async () => {
      const { element, handle } = await header(withPeople(person({ ...ANN, avatar: 'javascript:alert(1)' })));
      expect($(element, 'img') === null).to.equal(true);
      handle.set(withPeople(person({ ...ANN, avatar: 'https://nowhere.invalid/a.png' })));
      await settle(element);
      $(element, 'img')!.dispatchEvent(new Event('error'));
      expect(getComputedStyle($(element, 'img')!).display).to.equal('none');
    });
  });

  it('says when the line is down, but not when it rests', async () => {
    const { element, handle } = await header(chatState('active', 'offline'));
    expect(textOf(element, '.standing')).to.equal('Not connected');
    handle.set({ connection: { status: 'offline', attempts: 0, serverOffline: false, reason: 'resting' } });
    await settle(element);
    expect(textOf(element, '.standing')).to.equal('Online');
  });

  it('minimises while a conversation is going on, closes otherwise, with one button', async () => {
    const { element, handle } = await header();
    const away = $(element, '.away')!;
    away.focus();
    await press('Enter');
    handle.set(chatState('ended'));
    await settle(element);
    expect(away.getAttribute('aria-label')).to.equal('Close chat');
    await press('Enter');
    expect(handle.types).to.deep.equal(['chat-minimize-request', 'chat-close-request']);
  });

  it('inline has no way out of the way', async () => {
    const { element } = await header(chatState('active'), html`<chat-header mode="inline"></chat-header>`);
    expect($(element, '.away') === null).to.equal(true);
  });

  describe('menu', () => {
    it('opens by Enter on its first item and closes by Escape, back on the button', async () => {
      const { element } = await header();
      $(element, '.options')!.focus();
      await press('Enter');
      await settle(element);
      expect($(element, '.options')!.getAttribute('aria-expanded')).to.equal('true');
      expect(element.matches(':state(menu)')).to.equal(true);
      expect(focused()?.textContent.trim()).to.equal('Sound');
      await press('Escape');
      await settle(element);
      expect($(element, '[role=menu]') === null).to.equal(true);
      expect(inFocus(element, '.options')).to.equal(true);
    });

    it('is walked by arrows, Home, End and letters', async () => {
      const { element } = await header();
      $(element, '.options')!.focus();
      await press('ArrowUp');
      await settle(element);
      const all = names(element);
      expect(focused()?.textContent.trim()).to.equal(all.at(-1));
      for (const [key, at] of [
        ['ArrowDown', 0],
        ['ArrowUp', -1],
        ['Home', 0],
        ['End', -1],
        ['s', 0],
        ['e', -1],
      ] as const) {
        await press(key);
        expect(focused()?.textContent.trim(), key).to.equal(all.at(at));
      }
    });

    it('closes when the focus goes on by Tab, or elsewhere by a click', async () => {
      const { element, parent } = await header();
      parent.insertAdjacentHTML('beforeend', '<button>elsewhere</button>');
      $(element, '.options')!.focus();
      await press('Enter');
      await settle(element);
      await press('Tab');
      await settle(element);
      expect($(element, '[role=menu]') === null).to.equal(true);
      $(element, '.options')!.click();
      await settle(element);
      parent.querySelector('button')!.focus();
      await settle(element);
      expect($(element, '[role=menu]') === null).to.equal(true);
    });

    it('mutes and unmutes, and stays open to show it', async () => {
      const { element, handle } = await header();
      $(element, '.options')!.focus();
      await press('Enter');
      await settle(element);
      expect(focused()?.getAttribute('aria-checked')).to.equal('true');
      await press(' ');
      expect(handle.intents).to.deep.equal([{ type: 'chat-mute-request', detail: { muted: true } }]);
      handle.set({ view: { ...handle.state.view, muted: true } });
      await settle(element);
      expect(focused()?.getAttribute('aria-checked')).to.equal('false');
    });

    it('offers no end where nothing is going on', async () => {
      const { element } = await header(chatState('ended'));
      $(element, '.options')!.click();
      await settle(element);
      expect(names(element)).to.not.include('End chat');
    });
  });

  describe('end', () => {
    const ask = async (state = chatState('active')) => {
      const all = await header(state);
      $(all.element, '.options')!.focus();
      await press('ArrowUp');
      await settle(all.element);
      await press('Enter');
      await settle(all.element);
      return all;
    };

    it('is asked first, with the focus on the harmless answer', async () => {
      const { element, handle } = await ask();
      expect($(element, '[role=alertdialog]') === null).to.equal(false);
      expect(inFocus(element, '.no')).to.equal(true);
      expect(handle.types).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });

    it('is called off by Escape and by the harmless answer', async () => {
      const { element, handle } = await ask();
      await press('Escape');
      await settle(element);
      expect(element.matches(':state(confirming)')).to.equal(false);
      expect(inFocus(element, '.options')).to.equal(true);
      expect(handle.types).to.deep.equal([]);
    });

    it('is done by the other answer, which Tab reaches', async () => {
      const { element, handle } = await ask();
      await press('Tab');
      expect(inFocus(element, '.yes')).to.equal(true);
      await press('Tab');
      expect(inFocus(element, '.no')).to.equal(true);
      await press('Tab');
      await press('Enter');
      await settle(element);
      expect(handle.types).to.deep.equal(['chat-end-request']);
      expect(inFocus(element, '.options')).to.equal(true);
    });

    it('is no longer asked when the other side ended it meanwhile', async () => {
      const { element, handle } = await ask();
      handle.set(chatState('ended'));
      await settle(element);
      expect($(element, '[role=alertdialog]') === null).to.equal(true);
      expect(inFocus(element, '.options')).to.equal(true);
    });
  });
});
