import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-composer.js';
import '../../src/define/chat-emojis.js';
import type { ChatComposer } from '../../src/elements/chat-composer.js';
import type { ChatEmojis } from '../../src/elements/chat-emojis.js';
import { emojisIn, findIn, toned } from '../../src/elements/emojis/data.js';
import { press } from '../helpers/browser.js';
import { chatFixture } from '../helpers/fake-handle.js';
import { focused, settle, until } from '../helpers/settle.js';
import { chatState } from '../helpers/states.js';

const $ = <Found extends HTMLElement = HTMLElement>(element: Element, selector: string): Found =>
  element.shadowRoot!.querySelector<Found>(selector)!;
/** Without those used last, which other tests leave behind. */
const options = (element: Element) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('.group:not([data-group=recent]) [role=option]'),
];

async function open(lang = 'en'): Promise<{ element: ChatEmojis; composer: ChatComposer }> {
  const { element: composer } = await chatFixture<ChatComposer>(
    html`<chat-composer lang=${lang}><chat-emojis slot="after"></chat-emojis></chat-composer>`,
    chatState('active'),
  );
  const element = composer.querySelector('chat-emojis')!;
  $(element, 'button').click();
  await until(() => options(element).length > 0);
  await settle(element);
  return { element, composer };
}
async function search(element: Element, text: string): Promise<void> {
  const field = $<HTMLInputElement>(element, '[type=search]');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(element);
}

describe('<chat-emojis>', () => {
  it('puts an emoji where the caret is, and closes', async () => {
    const { element, composer } = await open();
    composer.value = 'Hello world';
    await settle(composer);
    $<HTMLTextAreaElement>(composer, 'textarea').setSelectionRange(5, 5);
    options(element)[0]!.click();
    await settle(element);
    expect(composer.value).to.equal('Hello😀 world');
    expect($(element, '.picker')).to.equal(null);
    expect($<HTMLTextAreaElement>(composer, 'textarea').selectionStart).to.equal(7);
  });

  it('can be used by a page that takes the emoji itself', async () => {
    const { element, composer } = await open();
    let chosen: unknown;
    composer.addEventListener('chat-emoji-chosen', (event) => {
      event.preventDefault();
      chosen = event.detail;
    });
    options(element)[1]!.click();
    expect(chosen).to.deep.equal({ emoji: '😃' });
    expect(composer.value).to.equal('');
  });

  it('is searched by names and words, and says how many were found', async () => {
    const { element } = await open();
    await search(element, 'Pizza');
    expect(options(element).map((option) => option.dataset['emoji'])).to.deep.equal(['🍕']);
    expect($(element, '[role=status]').textContent).to.equal('One emoji found');
    await search(element, 'no such thing');
    expect($(element, '.none').textContent).to.equal('No emoji found');
  });

  it('is walked by the arrow keys, over the edges of groups', async () => {
    const { element } = await open();
    await search(element, 'face');
    $(element, '[type=search]').focus();
    await press('ArrowDown');
    expect(focused() === options(element)[0]).to.equal(true);
    await press('ArrowRight');
    await press('ArrowDown');
    expect(focused() === options(element)[9]).to.equal(true);
    await press('ArrowUp');
    await press('ArrowUp');
    expect(focused() === $(element, '[type=search]'), 'above the first row is the search').to.equal(true);
    await search(element, '');
    const smileys = $(element, '[data-group="0"] .grid');
    const last = smileys.lastElementChild as HTMLElement;
    last.focus();
    await press('ArrowDown');
    expect(focused()?.parentElement === smileys, 'into the next group').to.equal(false);
    await press('Escape');
    await settle(element);
    expect($(element, '.picker')).to.equal(null);
  });

  it('shows people in the chosen skin tone, and those used last, also next time', async () => {
    const { element, composer } = await open();
    $(element, '[type=radio][value="5"]').click();
    await settle(element);
    await search(element, 'waving hand');
    options(element)[0]!.click();
    expect(composer.value).to.equal('👋🏿');
    $(element, 'button').click();
    await until(() => options(element).length > 0);
    await settle(element);
    expect($(element, '[data-group=recent] [role=option]').textContent.trim()).to.equal('👋🏿');
    // For the tests that come after.
    $(element, '[type=radio][value="0"]').click();
  });

  it('closes when the visitor goes elsewhere', async () => {
    const { element } = await open();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await settle(element);
    expect($(element, '.picker')).to.equal(null);
  });

  it('has names in Arabic', async () => {
    const { element } = await open('ar');
    await until(() => options(element)[0]!.getAttribute('aria-label') === 'وجه بابتسامة عريضة');
    await search(element, 'قلب');
    expect(options(element).length).to.be.greaterThan(5);
  });

  it('puts the tone on every person, and on nothing else', () => {
    expect(toned({ emoji: '☝️', tones: true }, 1)).to.equal('☝🏻');
    expect(toned({ emoji: '🧑‍🤝‍🧑', tones: true }, 3)).to.equal('🧑🏽‍🤝‍🧑🏽');
    expect(toned({ emoji: '😀', tones: false }, 3)).to.equal('😀');
  });

  it('has a name for every emoji, in every language', async () => {
    for (const lang of ['en', 'ar-EG', 'de']) {
      const { groups, all } = await emojisIn(lang);
      expect(groups.length).to.equal(9);
      for (const { emoji, name } of all.values()) expect(name, emoji).to.not.equal('');
    }
    expect(findIn(await emojisIn('en'), 'germany').map(({ emoji }) => emoji)).to.deep.equal(['🇩🇪']);
  });
});
