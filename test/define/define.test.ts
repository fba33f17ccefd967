import { expect } from '@open-wc/testing';
import { define } from '../../src/define/define.js';
import '../../src/define/all.js';

/** What is said on the console meanwhile. */
function warnings(act: () => void): string[] {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (text: string) => void said.push(text);
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return said;
}

const TAGS = [
  'live-chat',
  'chat-launcher',
  'chat-window',
  'chat-header',
  'chat-status',
  'chat-transcript',
  'chat-message',
  'chat-composer',
  'chat-form',
  'chat-emojis',
  'chat-actions',
  'chat-overlay',
  'chat-invitation',
  'chat-leave-message',
];

describe('define', () => {
  it('registers every element', () => {
    expect(TAGS.filter((tag) => !customElements.get(tag))).to.deep.equal([]);
  });

  it('says nothing when the same class is registered again', () => {
    const known = customElements.get('chat-header')!;
    expect(warnings(() => define('chat-header', known))).to.deep.equal([]);
  });

  it('leaves a name that is taken to whoever has it, says so, and never throws', () => {
    class Other extends HTMLElement {}
    const known = customElements.get('chat-header');
    const said = warnings(() => define('chat-header', Other));
    expect(customElements.get('chat-header')).to.equal(known);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('<chat-header>');
  });

  it('leaves the fallback to browsers that lack what the look is made of', () => {
    const { supports } = CSS;
    CSS.supports = () => false;
    try {
      define('chat-too-old', class extends HTMLElement {});
    } finally {
      CSS.supports = supports;
    }
    expect(customElements.get('chat-too-old')).to.equal(undefined);
  });
});
