/** Rich messages in a transcript: each kind, its choice, and what becomes of what is hostile or unknown. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define/all.js';
import type { RenderDetail } from '../../src/elements/rich/custom.js';
import { markdownTemplate } from '../../src/elements/rich/markdown.js';
import { RICH_KINDS, type RichKind } from '../../src/protocol/rich.js';
import type { Conversation } from '../../src/session/model/types.js';
import { FakeHandle, provide } from '../helpers/fake-handle.js';
import { SAMPLES } from '../helpers/rich-samples.js';
import { settle, until } from '../helpers/settle.js';
import { ANN, chatState, logOf, VISITOR } from '../helpers/states.js';
import { render } from 'lit';

type Draft = Parameters<typeof logOf>[0][number];
const offer = (rich: unknown, text = 'In words') =>
  ({ type: 'message', from: ANN, text, rich, at: Date.now() - 1000 }) as Draft;
const chose = (of: number, ids: readonly string[], values?: object) =>
  ({
    type: 'message',
    from: VISITOR,
    text: 'Chosen',
    clientId: 'c',
    choice: { of, ids, values },
    at: Date.now(),
  }) as Draft;
const stateOf = (drafts: readonly Draft[], more: Partial<Conversation> = {}) =>
  chatState('active', 'online', { conversation: { log: logOf(drafts), ...more } });

let mounted: HTMLElement | undefined;
afterEach(() => mounted?.remove());

async function show(
  drafts: readonly Draft[],
  more: Partial<Conversation> = {},
  attributes: Record<string, string> = {},
) {
  const handle = new FakeHandle(stateOf(drafts, more));
  mounted = provide(handle);
  mounted.style.cssText = 'display:flex;inline-size:380px;block-size:600px';
  const element = document.createElement('chat-transcript');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  mounted.append(element);
  document.body.append(mounted);
  await settle(element);
  const root = element.shadowRoot!;
  const all = <T extends HTMLElement>(selector: string) => [...root.querySelectorAll<T>(selector)];
  const one = <T extends HTMLElement>(selector: string): T => {
    const [found] = all<T>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  const press = async (words: string) => {
    const button = all<HTMLButtonElement>('.rich button').find(({ textContent }) => textContent?.includes(words));
    if (!button) throw new Error(`no button ${words}`);
    button.click();
    await settle(element);
  };
  const answers = () => handle.intents.flatMap(({ type, detail }) => (type === 'chat-choose-request' ? [detail] : []));
  return { handle, element, root, all, one, press, answers };
}

/** Shows one message of a kind and waits until it is drawn. */
async function kind(name: RichKind, more: object = {}, attributes: Record<string, string> = {}) {
  const shown = await show([offer({ ...SAMPLES[name], ...more })], {}, attributes);
  await until(() => shown.all('.rich').length > 0);
  await settle(shown.element);
  return shown;
}

describe('rich messages', () => {
  it('of every kind are drawn, but what a page draws', async () => {
    for (const name of RICH_KINDS.filter((each) => each !== 'custom')) {
      const { root } = await kind(name);
      expect(root.querySelector(`.rich-${name}`), name).to.exist;
      mounted?.remove();
    }
  });

  it('that are unknown or damaged show their text', async () => {
    const bad = [{ v: 1, kind: 'hologram' }, { v: 9, kind: 'buttons' }, { ...SAMPLES.list, options: 'x' }, 'x', 7];
    const { all } = await show([...bad.map((rich, i) => offer(rich, `Text ${i}`)), offer(SAMPLES.buttons)]);
    await until(() => all('.rich').length > 0);
    expect(all('.bubble').map(({ textContent }) => textContent)).to.deep.equal(bad.map((_, i) => `Text ${i}`));
  });

  it('answer with one press, once', async () => {
    for (const [name, words, id] of [
      ['quick-replies', 'Blue', 'blue'],
      ['buttons', 'No', 'no'],
      ['card', 'Reserve', 'buy'],
      ['carousel', 'Take green', 'green'],
      ['menu', 'I am here', 'stay'],
    ] as const) {
      const { press, answers } = await kind(name);
      await press(words);
      expect(answers(), name).to.deep.equal(
        [{ conversationId: 'k1', choice: { of: 1, ids: [id], values: undefined }, text: words }].map((each) => ({
          ...each,
          conversationId: answers()[0]?.conversationId,
          choice: { of: 1, ids: [id] },
        })),
      );
      mounted?.remove();
    }
  });

  it('are inert once they are answered, with the mark on what was chosen, and keep the focus where it was', async () => {
    const { handle, element, root, all, press, answers } = await kind('quick-replies');
    const blue = all<HTMLButtonElement>('.chip')[1]!;
    blue.focus();
    await press('Blue');
    handle.set(
      stateOf([offer(SAMPLES['quick-replies'])], {
        pending: [
          { clientId: 'p', text: 'Blue', createdAt: Date.now(), status: 'queued', choice: { of: 1, ids: ['blue'] } },
        ],
      }),
    );
    await settle(element);
    expect(root.activeElement).to.equal(blue);
    expect(blue.getAttribute('aria-disabled')).to.equal('true');
    expect(blue.textContent).to.contain('Chosen');
    await press('Red');
    expect(answers()).to.have.length(1);
    handle.set(stateOf([offer(SAMPLES['quick-replies']), chose(1, ['blue'])]));
    await settle(element);
    expect(all('.picked').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())).to.have.length(1);
  });

  it('of history without a chat, and of an ended conversation, are inert', async () => {
    const { press, answers } = await show([offer(SAMPLES['quick-replies'])], { phase: 'ended' }).then(async (shown) => {
      await until(() => shown.all('.chip').length > 0);
      return shown;
    });
    await press('Red');
    expect(answers()).to.deep.equal([]);
    mounted?.remove();
    const alone = document.createElement('chat-transcript');
    alone.entries = logOf([offer(SAMPLES['quick-replies']), chose(1, ['blue'])]).entries;
    document.body.append((mounted = alone));
    await until(() => alone.shadowRoot?.querySelector('.chip.picked'));
    expect(alone.shadowRoot?.querySelectorAll('.chip:not([aria-disabled])')).to.have.length(0);
  });

  it('that say so can be answered again', async () => {
    const { handle, element, press, answers } = await kind('quick-replies', { once: false });
    handle.set(stateOf([offer({ ...SAMPLES['quick-replies'], once: false }), chose(1, ['blue'])]));
    await settle(element);
    await press('Red');
    expect(answers()).to.have.length(1);
  });
});

describe('a list', () => {
  it('sends what was picked, and says when nothing was', async () => {
    const { all, one, press, answers } = await kind('list');
    await press('Send');
    expect(one('.problem').textContent).to.not.equal('');
    expect(answers()).to.deep.equal([]);
    for (const box of all<HTMLInputElement>('input')) box.click();
    await press('Send');
    expect(answers()[0]).to.deep.include({ choice: { of: 1, ids: ['red', 'blue'] }, text: 'Red, Blue' });
  });
});

describe('a form', () => {
  it('says at the field what is wrong with it, and takes the focus there', async () => {
    const { root, one, press, answers } = await kind('form');
    await press('Send the address');
    const name = one<HTMLInputElement>('input[name=name]');
    await until(() => root.activeElement === name);
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    const [, bad = ''] = /(\S+-bad)/.exec(name.getAttribute('aria-describedby') ?? '') ?? [];
    expect(root.getElementById(bad)?.textContent).to.equal('This is needed');
    expect(answers()).to.deep.equal([]);
  });

  it('sends its values and says them in words; afterwards they stand there', async () => {
    const { handle, element, root, one, press, answers } = await kind('form');
    one<HTMLInputElement>('input[name=name]').value = 'Bo';
    one<HTMLInputElement>('input[value=shop]').click();
    one<HTMLInputElement>('input[name=gift]').click();
    await press('Send the address');
    const values = { name: 'Bo', way: 'shop', gift: true };
    expect(answers()[0]).to.deep.include({
      choice: { of: 1, ids: [], values },
      text: 'Name: Bo\nDelivery: In the shop\nIt is a present: Yes',
    });
    handle.set(stateOf([offer(SAMPLES.form), chose(1, [], values)]));
    await settle(element);
    expect(root.querySelector('.rich input')).to.equal(null);
    expect([...root.querySelectorAll('dd')].map(({ textContent }) => textContent)).to.deep.equal([
      'Bo',
      'In the shop',
      'Yes',
    ]);
  });

  it('of a date sends it as it is written, and reads as people write it', async () => {
    const { one, press, answers } = await kind('date-time');
    one<HTMLInputElement>('input').value = '2026-05-01';
    await press('Send');
    expect(answers()[0]?.choice).to.deep.equal({ of: 1, ids: [], values: { value: '2026-05-01' } });
    expect(answers()[0]?.text).to.contain('2026');
  });

  it('of an adaptive card sends the action and what was filled in', async () => {
    const { one, press, answers } = await kind('adaptive-card');
    one<HTMLInputElement>('input').value = 'Ring twice';
    await press('Send');
    expect(answers()[0]?.choice).to.deep.equal({ of: 1, ids: ['send'], values: { note: 'Ring twice' } });
  });
});

describe('a menu', () => {
  it('whose time is over is inert and says so', async () => {
    const { press, answers, all, one } = await show([{ ...offer(SAMPLES.menu), at: Date.now() - 61_000 }]).then(
      async (shown) => {
        await until(() => shown.all('.rich').length > 0);
        return shown;
      },
    );
    expect(one('.clock').textContent).to.contain('over');
    await press('I am here');
    expect(answers()).to.deep.equal([]);
    expect(all('[aria-disabled=true]')).to.have.length(2);
  });

  it('reads its time out sparingly: the text for the ear does not change with every second', async () => {
    const { element, one } = await kind('menu');
    const before = one('[role=status]').textContent;
    element.requestUpdate();
    await settle(element);
    expect(one('[role=status]').textContent).to.equal(before);
  });
});

describe('pictures', () => {
  it('of hosts that nobody named wait for a click; of named ones they are loaded', async () => {
    // The same server by another name.
    const host = `127.0.0.1:${location.port}`;
    const image = { url: `http://${host}/demo/assets/products/mug.svg`, alt: 'A mug' };
    const { all, press } = await kind('image', { image });
    expect(all('img.picture')).to.have.length(0);
    await press(host);
    expect(all<HTMLImageElement>('img.picture').map(({ src }) => src)).to.deep.equal([image.url]);
    mounted?.remove();
    const named = await kind('image', { image }, { 'image-hosts': host });
    expect(named.one<HTMLImageElement>('img.picture').referrerPolicy).to.equal('no-referrer');
  });
});

describe('cards side by side', () => {
  it('turn by buttons, in the direction of the writing, and not by themselves', async () => {
    for (const [dir, sign] of [
      ['ltr', 1],
      ['rtl', -1],
    ] as const) {
      const { one } = await kind('carousel', {}, { dir });
      const rail = one('.rail');
      expect(rail.scrollLeft).to.equal(0);
      one('[part=rich-turn]:last-of-type').click();
      await until(() => rail.scrollLeft * sign > 20);
      mounted?.remove();
    }
  });
});

describe('a kind of the page’s own', () => {
  it('is drawn by the page, which can answer', async () => {
    let detail: RenderDetail | undefined;
    const draw = (event: HTMLElementEventMap['chat-render-message']) => {
      event.preventDefault();
      detail = event.detail;
      event.detail.container.append('Order 17');
    };
    document.body.addEventListener('chat-render-message', draw);
    const { one, answers } = await kind('custom');
    document.body.removeEventListener('chat-render-message', draw);
    expect(one('.custom').textContent).to.contain('Order 17');
    expect([detail?.name, detail?.data]).to.deep.equal([SAMPLES.custom.name, SAMPLES.custom.data]);
    detail?.choose({ ids: ['cancel'], text: 'Cancel it' });
    expect(answers()[0]).to.deep.include({ text: 'Cancel it' });
  });

  it('that no page draws is its text', async () => {
    const { all } = await show([offer(SAMPLES.custom, 'Order 17 is packed'), offer(SAMPLES.buttons)]);
    await until(() => all('.rich-buttons').length > 0);
    expect(all('.bubble').map(({ textContent }) => textContent)).to.deep.equal(['Order 17 is packed']);
  });
});

describe('Markdown', () => {
  const drawn = (text: string): HTMLElement => {
    const box = document.createElement('div');
    render(markdownTemplate(text, 0), box);
    return box;
  };

  it('becomes elements, HTML stays text, and only allowed addresses are links', () => {
    const box = drawn(
      '**b** _i_ ~~d~~ `c` [ok](https://a.example) [no](javascript:alert(1)) <b onclick=x>raw</b> ![pic](https://a.example/p.png)',
    );
    expect([...box.querySelectorAll('*')].map(({ localName }) => localName)).to.deep.equal([
      'p',
      'strong',
      'em',
      'del',
      'code',
      'a',
      'a',
    ]);
    expect([...box.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://a.example/',
      'https://a.example/p.png',
    ]);
    expect(box.textContent).to.contain('<b onclick=x>').and.to.contain('[no](javascript:alert(1))');
  });

  it('that would take the reader too long, or too deep, is shown as it was written', () => {
    for (const text of [
      '>'.repeat(5000),
      '- '.repeat(2000).trim(),
      '*a_'.repeat(5000),
      `a\n${'x '.repeat(12_000).trim()}`,
    ]) {
      const box = drawn(text);
      expect(box.textContent).to.equal(text);
      expect(box.querySelectorAll('*')).to.have.length(1);
    }
  });

  it('with a few of such signs is read', () => {
    const box = drawn(`${'**a** '.repeat(20)}\n\n> > - deep`);
    expect(box.querySelectorAll('strong')).to.have.length(20);
    expect(box.querySelector('blockquote blockquote li')?.textContent).to.equal('deep');
  });

  it('tells when a link promises another host than it leads to', () => {
    expect(drawn('[https://bank.example](https://evil.example)').textContent).to.contain('(evil.example)');
  });

  it('whatever comes, draws no element that is not on the list, and no address that is not allowed', () => {
    const allowed = /^(p|blockquote|hr|pre|code|ul|ol|li|strong|em|del|br|a|bdi)$/;
    const piece = fc.oneof(
      fc.constantFrom(
        '# ',
        '> ',
        '- ',
        '1. ',
        '```',
        '**',
        '_',
        '`',
        '[a](',
        ')',
        '![',
        '](',
        'javascript:x',
        'https://a.example',
        '<script>',
        '<img src=x onerror=y>',
        '\n',
        '\n\n',
        '|',
        '---',
        '&lt;',
        '&#60;',
        '~~',
        '\t',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const box = drawn(pieces.join(''));
        for (const element of box.querySelectorAll('*')) expect(element.localName).to.match(allowed);
        for (const { protocol } of box.querySelectorAll('a')) expect(protocol).to.match(/^(https?|mailto|tel):$/);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('messages that were changed', () => {
  const amended = async (rich: object, text = 'Now') => {
    const shown = await show([offer(rich, text)]);
    await until(() => shown.root.querySelector('.amended, .streaming, .writing, .retracted') !== null);
    return shown;
  };

  it('say so, and what they say now', async () => {
    const { one, root } = await amended({ amended: 'edited' }, 'See https://example.com');
    // What finds addresses comes with the first text that may hold one.
    await until(() => root.querySelector('.bubble a') !== null);
    expect(one('.bubble').textContent).to.equal('See https://example.com');
    expect(one<HTMLAnchorElement>('.bubble a').href).to.equal('https://example.com/');
    expect(one('small.amended').textContent).to.equal('Edited');
  });

  it('keep what they are beside their text', async () => {
    const { one } = await amended({ amended: 'edited', rich: SAMPLES.buttons });
    expect(one('.rich-buttons').textContent).not.to.be.empty;
    expect(one('small.amended').textContent).to.equal('Edited');
  });

  it('are a word when they were taken back', async () => {
    const { one } = await amended({ amended: 'retracted' }, '');
    expect(one('.bubble').textContent).to.equal('This message was removed');
  });

  it('have a mark while they grow, and dots before their first word', async () => {
    const { one, handle, element } = await amended({ amended: 'streaming' }, '');
    const row = one('[data-seq]');
    expect(one('.writing').getAttribute('aria-label')).to.equal('Writing');
    handle.set(stateOf([offer({ amended: 'streaming' }, 'One two')]));
    await settle(element);
    expect(one('.streaming').textContent).to.equal('One two');
    expect(one('[data-seq]')).to.equal(row);
  });
});
