import { expect, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/chat-transcript.js';
import { ChatTranscript } from '../../src/elements/chat-transcript.js';
import type { ChatState } from '../../src/session/model/types.js';
import { messagesOf } from '../../src/session/model/selectors.js';
import { press } from '../helpers/browser.js';
import { chatFixture, type FakeHandle } from '../helpers/fake-handle.js';
import { focused, settle, until } from '../helpers/settle.js';
import { ANN, logOf, TALK, VISITOR } from '../helpers/states.js';
import { change, KEY, logWith, message, messages, prepend, receive, submit, talkState } from '../helpers/talk.js';

type Setup = { element: ChatTranscript; handle: FakeHandle; box: HTMLElement };

const PLAIN = html`<chat-transcript></chat-transcript>`;

/** A transcript of 400 by 500 pixels. */
async function transcript(state: ChatState, template = PLAIN): Promise<Setup> {
  const { element, handle, parent } = await chatFixture<ChatTranscript>(template, state);
  parent.style.cssText = 'position: relative; font: 16px sans-serif';
  element.style.cssText = 'inline-size: 400px; block-size: 500px';
  await shown(element);
  return { element, handle, box: element.shadowRoot!.querySelector('.scroller')! };
}

/** Rendered, laid out, and seen by the observers. */
async function shown(element: ChatTranscript): Promise<void> {
  await settle(element);
  await nextFrame();
  await nextFrame();
  await settle(element);
}

/** What finds addresses is fetched with the first text that has one. */
before(() => import('../../src/elements/transcript/links.js'));

async function scroll({ element, box }: Setup, top: number): Promise<void> {
  box.scrollTop = top;
  await nextFrame();
  await shown(element);
}

const all = (element: ChatTranscript, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: ChatTranscript, selector: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const texts = (element: ChatTranscript): string[] => all(element, '.bubble').map((bubble) => bubble.textContent);
const fromEnd = (box: HTMLElement): number => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight);
const topOf = (element: ChatTranscript, seq: number): number =>
  one(element, `[data-seq="${seq}"]`)!.getBoundingClientRect().top;
const nodes = (root: Node): number => {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
};
const seen = (handle: FakeHandle): number[] =>
  handle.intents.flatMap((intent) => (intent.type === 'chat-seen-request' ? [intent.detail.seq] : []));

describe('<chat-transcript>', () => {
  describe('what it shows', () => {
    it('shows messages of both sides with names, times and initials', async () => {
      const { element } = await transcript(talkState(logOf(TALK).entries));
      expect(texts(element)).to.deep.equal(TALK.flatMap((entry) => (entry.type === 'message' ? [entry.text] : [])));
      expect(one(element, '.name')!.textContent).to.equal('Ann Lindqvist');
      expect(one(element, '.avatar')!.textContent).to.equal('AL');
      expect(all(element, '.row.own')).to.have.length(2);
      expect(one(element, '.line')!.textContent).to.contain('Ann Lindqvist').and.contain('joined');
      expect(all(element, 'time').every((time) => !Number.isNaN(Date.parse(time.getAttribute('datetime')!)))).to.equal(
        true,
      );
    });

    it('greets before anything was written, and lets the page say it', async () => {
      const { element } = await transcript(
        talkState([]),
        html`<chat-transcript><p slot="greeting">Moin</p></chat-transcript>`,
      );
      expect(one(element, '[part=greeting]')).to.exist;
      expect((one(element, 'slot[name=greeting]') as HTMLSlotElement).assignedElements()[0]!.textContent).to.equal(
        'Moin',
      );
      expect(element.matches(':state(empty)')).to.equal(true);
    });

    it('tells how far a message got, and offers a way on when it was refused', async () => {
      const setup = await transcript(talkState([message(1)]));
      const { element, handle } = setup;
      submit(handle, 'p1', 'Hello?');
      await shown(element);
      expect(one(element, '[part~=status]')!.textContent).to.equal('Waiting to be sent');
      const row = one(element, '.row.own');
      change(handle, {
        pending: [{ clientId: 'p1', text: 'Hello?', createdAt: 0, status: 'failed', error: 'too-long' }],
      });
      await shown(element);
      expect(one(element, '[part~=status]')!.textContent).to.equal('Not sent · The message is too long');
      (one(element, '[part=retry]') as HTMLButtonElement).click();
      (one(element, '[part=delete]') as HTMLButtonElement).click();
      expect(handle.intents.filter((intent) => !intent.type.includes('seen'))).to.deep.equal([
        { type: 'chat-retry-request', detail: { conversationId: KEY, clientId: 'p1' } },
        { type: 'chat-discard-request', detail: { conversationId: KEY, clientId: 'p1' } },
      ]);
      // Stored at last: the same row, now an entry.
      change(handle, { pending: [] });
      receive(handle, [message(2, 'Hello?', VISITOR, { clientId: 'p1' })]);
      await shown(element);
      expect(one(element, '[part~=status]')!.textContent).to.equal('Sent');
      expect(one(element, '.row.own')).not.to.equal(undefined);
      change(handle, { marks: { a1: { delivered: 2, seen: 0 } } });
      await shown(element);
      expect(one(element, '[part~=status]')!.textContent).to.equal('Delivered');
      change(handle, { marks: { a1: { delivered: 2, seen: 2 } } });
      await shown(element);
      expect(one(element, '[part~=status]')!.textContent).to.equal('Seen');
      expect(row).to.exist;
    });

    it('keeps the row of a waiting message when its entry takes its place', async () => {
      const { element, handle } = await transcript(talkState([message(1)]));
      submit(handle, 'p1', 'Hello?');
      await shown(element);
      const row = one(element, '.row.own');
      const { log } = handle.state.conversations[KEY]!;
      const entries = [...log.entries, message(2, 'Hello?', VISITOR, { clientId: 'p1' })];
      change(handle, { pending: [], log: logWith(entries) });
      await shown(element);
      expect(one(element, '.row.own')).to.equal(row);
    });

    it('shows who is typing, until they stop', async () => {
      const { element, handle } = await transcript(talkState([message(1)], { typing: [ANN] }));
      expect(one(element, '[part=typing]')!.getAttribute('aria-hidden')).to.equal('true');
      change(handle, { typing: [] });
      await settle(element);
      expect(one(element, '[part=typing]')).to.equal(null);
    });

    it('shows a picture only from the network, and initials when it does not come', async () => {
      const avatar = (address: string) => ({ ...ANN, avatar: address });
      const { element } = await transcript(
        talkState([
          message(1, 'x', avatar('javascript:alert(1)')),
          message(2, 'x', { ...avatar('http://127.0.0.1:1/no.png'), id: 'a2' }),
        ]),
      );
      const [first, second] = all(element, '.avatar');
      expect(first!.querySelector('img')).to.equal(null);
      const image = second!.querySelector('img')!;
      image.scrollIntoView();
      await until(() => image.hidden);
      expect(second!.textContent).to.equal('AL');
    });

    it('follows another conversation when its key is set', async () => {
      const state = talkState([message(1, 'current')]);
      const other = { ...state.conversations[KEY]!, key: 'k2', log: logWith([message(1, 'other')]) };
      const { element } = await transcript({ ...state, conversations: { ...state.conversations, k2: other } });
      expect(texts(element)).to.deep.equal(['current']);
      element.conversation = 'k2';
      await shown(element);
      expect(texts(element)).to.deep.equal(['other']);
    });

    it('stands alone from data, without a chat', async () => {
      const element = new ChatTranscript();
      document.body.append(element);
      element.messages = messagesOf(talkState(logOf(TALK).entries).conversations[KEY]);
      await settle(element);
      expect(all(element, '.row.own')).to.have.length(2);
      element.messages = undefined;
      element.entries = [message(1, 'by me', ANN), message(2, 'by you', VISITOR)];
      element.me = ANN.id;
      await settle(element);
      expect(one(element, '.row.own .bubble')!.textContent).to.equal('by me');
      element.remove();
    });
  });

  describe('text', () => {
    it('keeps line breaks and gives each text its own direction', async () => {
      const { element } = await transcript(talkState([message(1, 'one\n\n two  blanks'), message(2, 'مرحبا')]));
      const [first, second] = all(element, '.bubble');
      expect(first!.textContent).to.equal('one\n\n two  blanks');
      expect(getComputedStyle(first!).whiteSpace).to.contain('pre-wrap');
      expect(second!.dir).to.equal('auto');
      expect(getComputedStyle(second!).direction).to.equal('rtl');
    });

    it('opens links apart, with nothing handed over', async () => {
      const { element } = await transcript(
        talkState([message(1, 'see https://example.com/x. Or mail ann@example.com')]),
      );
      const [web, mail] = all(element, 'a') as HTMLAnchorElement[];
      expect([web!.href, web!.target, web!.rel]).to.deep.equal([
        'https://example.com/x',
        '_blank',
        'noopener noreferrer',
      ]);
      expect([mail!.href, mail!.target]).to.deep.equal(['mailto:ann@example.com', '']);
    });

    it('says where a link leads that looks as if it led elsewhere', async () => {
      const { element } = await transcript(talkState([message(1, 'https://example.com@evil.example/')]));
      expect(one(element, '[part=link-host]')!.textContent).to.equal(' (evil.example)');
    });

    it('stops a link whose address was changed after it was rendered', async () => {
      const { element } = await transcript(talkState([message(1, 'https://example.com/')]));
      const link = one(element, 'a') as HTMLAnchorElement;
      link.removeAttribute('target');
      link.setAttribute('href', 'javascript:document.title="broken"');
      const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
      expect(link.dispatchEvent(event)).to.equal(false);
    });

    it('shows hostile texts and names as what they are, and runs nothing', async () => {
      const HOSTILE = [
        '<script>window.hacked=1</script>',
        '<img src=x onerror="window.hacked=1">',
        '<svg onload=window.hacked=1>',
        '"><iframe srcdoc="<script>parent.hacked=1</script>">',
        'javascript:window.hacked=1//https://a.b',
        'https://a.b/"onmouseover="window.hacked=1',
        'https://a.b/<img src=x onerror=window.hacked=1>',
        '${window.hacked=1}{{constructor.constructor("window.hacked=1")()}}',
        '<!--lit-part--><?lit$1$><style>*{display:none}</style>',
        '&lt;b&gt; &amp; \u0000 \uD800 \u202E evil',
        '👩‍👩‍👧‍👦'.repeat(200),
      ];
      const state = talkState(
        HOSTILE.map((text, index) => message(index + 1, text, { ...ANN, id: `a${index}`, name: text, avatar: text })),
      );
      const { element } = await transcript(state);
      expect(texts(element)).to.deep.equal(HOSTILE);
      expect(all(element, 'script, iframe, svg, style, .bubble img')).to.have.length(0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect((window as { hacked?: number }).hacked).to.equal(undefined);
    });

    it('keeps a name from turning the line around it', async () => {
      const { element } = await transcript(
        talkState([{ type: 'join', seq: 1, prev: 0, at: 0, from: { ...ANN, name: 'evil \u202E\u2069 name' } }]),
      );
      expect(one(element, '.line')!.textContent).not.to.match(/[\u202a-\u202e]/);
    });
  });

  describe('a long conversation', () => {
    it('has no more than 1,000 nodes at any length, and whatever is in it', async () => {
      const flood = (seq: number) =>
        message(
          seq,
          'http://a.b '.repeat(300),
          { ...ANN, id: `a${seq}`, avatar: 'http://127.0.0.1:1/x' },
          { at: seq * 86_400_000 },
        );
      for (const entries of [
        messages(1, 100),
        messages(1, 1000),
        messages(1, 10_000),
        Array.from({ length: 500 }, (_, index) => flood(index + 1)),
      ]) {
        const pending = Array.from({ length: 300 }, (_, index) => ({
          clientId: `p${index}`,
          text: 'x',
          createdAt: 0,
          status: 'failed' as const,
          error: 'refused' as const,
        }));
        for (const own of [[], pending]) {
          const { element } = await transcript(talkState(entries, { typing: [ANN], pending: own }));
          expect(nodes(element.shadowRoot!)).to.be.at.most(1000);
        }
      }
    });

    it('has no more nodes after a thousand messages than after the first', async function () {
      this.timeout(30_000);
      const { element, handle } = await transcript(talkState(messages(1, 150)));
      const before = nodes(element.shadowRoot!);
      for (let seq = 151; seq <= 1150; seq++) {
        receive(handle, messages(seq, seq), true);
        await element.updateComplete;
      }
      expect(nodes(element.shadowRoot!)).to.be.closeTo(before, 40);
    });

    it('moves its window with the reader, to the first message and back', async function () {
      this.timeout(30_000);
      const setup = await transcript(talkState(messages(1, 200)));
      const { element, box } = setup;
      expect(texts(element).at(-1)).to.equal('Message 200');
      for (let i = 0; i < 60 && !texts(element).includes('Message 1'); i++)
        await scroll(setup, Math.max(0, box.scrollTop - 700));
      expect(texts(element)[0]).to.equal('Message 1');
      expect(one(element, '[part=greeting]')).to.exist;
      for (let i = 0; i < 60 && !element.matches(':state(at-end)'); i++) await scroll(setup, box.scrollTop + 700);
      expect(texts(element).at(-1)).to.equal('Message 200');
    });

    it('does not jump when its window moves', async () => {
      const setup = await transcript(talkState(messages(1, 500)));
      const { element, box } = setup;
      let expected: { seq: number; top: number } | undefined;
      for (let i = 0; i < 30; i++) {
        const row = all(element, '[data-seq]').find(
          (other) => other.getBoundingClientRect().top >= box.getBoundingClientRect().top,
        )!;
        expected = { seq: Number(row.dataset['seq']), top: row.getBoundingClientRect().top };
        const before = box.scrollTop;
        box.scrollTop -= 300;
        const moved = before - box.scrollTop;
        await nextFrame();
        await shown(element);
        const now = one(element, `[data-seq="${expected.seq}"]`);
        if (now) expect(now.getBoundingClientRect().top - expected.top).to.be.closeTo(moved, 2);
      }
    });
  });

  describe('the place of the reader', () => {
    it('begins at the end, and stays there when messages come', async () => {
      const { element, handle, box } = await transcript(talkState(messages(1, 60)));
      expect(fromEnd(box)).to.be.at.most(1);
      receive(handle, [message(61, 'One more\n'.repeat(10))]);
      await shown(element);
      expect(fromEnd(box)).to.be.at.most(1);
      expect(one(element, '[part=pill]')).to.equal(null);
    });

    it('keeps what is being read where it is, and counts what comes', async () => {
      const setup = await transcript(talkState(messages(1, 60)));
      const { element, handle, box } = setup;
      await scroll(setup, box.scrollTop - 600);
      const top = topOf(element, 40);
      receive(handle, [message(61), message(62), message(63, 'mine', VISITOR)]);
      await shown(element);
      expect(topOf(element, 40)).to.be.closeTo(top, 1);
      expect(one(element, '[part=pill]')!.textContent.trim()).to.equal('2 new messages');
      expect(one(element, '.unread')).to.exist;
      one(element, '[part=pill]')!.click();
      await until(() => fromEnd(box) <= 1);
      await shown(element);
      expect(one(element, '[part=pill]')).to.equal(null);
    });

    it('goes to the end with one’s own message, wherever one reads', async () => {
      const setup = await transcript(talkState(messages(1, 300)));
      const { element, handle, box } = setup;
      await scroll(setup, box.scrollTop - 900);
      submit(handle, 'p1', 'Here I am');
      await shown(element);
      expect(fromEnd(box)).to.be.at.most(1);
      expect(texts(element).at(-1)).to.equal('Here I am');
    });

    it('asks for older messages near the top, once, and lets them in without a jump', async () => {
      const setup = await transcript(talkState(messages(101, 160), { log: logWith(messages(101, 160), true) }));
      const { element, handle, box } = setup;
      expect(handle.types).not.to.contain('chat-older-request');
      for (let i = 0; i < 20 && !handle.types.includes('chat-older-request'); i++)
        await scroll(setup, box.scrollTop - 400);
      expect(handle.types.filter((type) => type === 'chat-older-request')).to.have.length(1);
      change(handle, { loadingOlder: true });
      await shown(element);
      expect(one(element, '[part=older]')!.textContent.trim()).to.equal('Loading earlier messages…');
      const seq = Number(
        all(element, '[data-seq]').find((row) => row.getBoundingClientRect().bottom > box.getBoundingClientRect().top)!
          .dataset['seq'],
      );
      const top = topOf(element, seq);
      prepend(handle, messages(1, 100));
      await shown(element);
      expect(topOf(element, seq)).to.be.closeTo(top, 1);
      expect(texts(element)).to.contain('Message 95');
      expect(handle.types.filter((type) => type === 'chat-older-request')).to.have.length(1);
    });

    it('asks for older messages when there are too few to scroll', async () => {
      const { handle } = await transcript(talkState([message(50)], { log: logWith([message(50)], true) }));
      expect(handle.types).to.contain('chat-older-request');
    });

    it('stays at the end when its box shrinks, and keeps the place when heights change above', async () => {
      const setup = await transcript(
        talkState(messages(1, 60)),
        html`<chat-transcript><div slot="before"></div></chat-transcript>`,
      );
      const { element, box } = setup;
      element.style.blockSize = '300px';
      await shown(element);
      expect(fromEnd(box)).to.be.at.most(1);
      await scroll(setup, 600);
      const seq = Number(
        all(element, '[data-seq]').find((row) => row.getBoundingClientRect().bottom > box.getBoundingClientRect().top)!
          .dataset['seq'],
      );
      const top = topOf(element, seq);
      (element.firstElementChild as HTMLElement).style.blockSize = '500px';
      await shown(element);
      expect(topOf(element, seq)).to.be.closeTo(top, 1);
    });

    it('begins at the line "new" when more is new than fits', async () => {
      const { element, box } = await transcript(talkState(messages(1, 100), { seen: 40 }));
      const line = one(element, '.unread')!;
      expect(line.nextElementSibling!.getAttribute('data-seq')).to.equal('41');
      expect(line.getBoundingClientRect().top - box.getBoundingClientRect().top).to.be.closeTo(12, 2);
      expect(one(element, '[part=pill]')!.textContent).to.contain('new messages');
    });

    it('takes the line "new" away when the visitor answers', async () => {
      const { element, handle } = await transcript(talkState(messages(1, 20), { seen: 18 }));
      expect(one(element, '.unread')).to.exist;
      submit(handle, 'p1', 'I see');
      await shown(element);
      expect(one(element, '.unread')).to.equal(null);
    });

    it('does not smooth its way for who does not want motion', async () => {
      const { matchMedia } = window;
      window.matchMedia = (query) => Object.defineProperty(matchMedia.call(window, query), 'matches', { value: true });
      const setup = await transcript(talkState(messages(1, 60)));
      await scroll(setup, setup.box.scrollTop - 900);
      one(setup.element, '[part=pill]')!.click();
      expect(fromEnd(setup.box)).to.be.at.most(1);
      window.matchMedia = matchMedia;
    });
  });

  describe('what has been seen', () => {
    it('tells the newest message once it is on screen, once', async () => {
      const { element, handle } = await transcript(talkState(messages(1, 5), { seen: 0 }));
      await until(() => seen(handle).length > 0);
      expect(seen(handle)).to.deep.equal([5]);
      change(handle, { seen: 5 });
      receive(handle, [message(6)]);
      await until(() => seen(handle).length > 1);
      element.scrollToEnd();
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(seen(handle)).to.deep.equal([5, 6]);
    });

    it('tells of a long list only what was scrolled into view', async () => {
      const setup = await transcript(talkState(messages(1, 60), { seen: 10 }));
      await until(() => seen(setup.handle).length > 0);
      expect(seen(setup.handle)[0]).to.be.within(12, 30);
      for (let i = 0; i < 5; i++) await scroll(setup, setup.box.scrollHeight);
      await until(() => seen(setup.handle).at(-1) === 60);
    });

    it('tells nothing while it is not shown', async () => {
      const { element, handle } = await transcript(talkState(messages(1, 5), { seen: 5 }));
      for (const hide of ['display: none', 'visibility: hidden', 'opacity: 0']) {
        element.parentElement!.style.cssText = hide;
        await shown(element);
        receive(handle, [message(handle.state.conversations[KEY]!.log.last + 1)]);
        await new Promise((resolve) => setTimeout(resolve, 400));
        expect(seen(handle), hide).to.deep.equal([]);
      }
    });
  });

  describe('the keyboard', () => {
    it('has one row in the tab order, and walks by arrows, Home and End', async () => {
      const { element } = await transcript(talkState(messages(1, 30)));
      expect(all(element, '[data-key][tabindex="0"]')).to.have.length(1);
      all(element, '[tabindex="0"]')[0]!.focus();
      const at = (): string | undefined => (focused() as HTMLElement).dataset['seq'];
      expect(at()).to.equal('30');
      await press('ArrowUp');
      await settle(element);
      expect(at()).to.equal('29');
      await press('ArrowDown');
      await settle(element);
      expect(at()).to.equal('30');
      await press('Home');
      await settle(element);
      expect(at()).to.equal('1');
      expect(all(element, '[data-key][tabindex="0"]')).to.have.length(1);
      await press('End');
      await settle(element);
      expect(at()).to.equal('30');
    });

    it('walks to the first of a thousand', async () => {
      const { element } = await transcript(talkState(messages(1, 1000)));
      all(element, '[tabindex="0"]')[0]!.focus();
      await press('Home');
      await shown(element);
      expect((focused() as HTMLElement).dataset['seq']).to.equal('1');
      await press('End');
      await shown(element);
      expect((focused() as HTMLElement).dataset['seq']).to.equal('1000');
    });

    it('keeps the focus inside when the focused row leaves the window', async () => {
      const { element, handle } = await transcript(talkState(messages(1, 200)));
      const first = all(element, '[data-key]')[0]!;
      first.tabIndex = 0;
      first.focus({ preventScroll: true });
      for (let seq = 201; seq < 260; seq++) {
        receive(handle, [message(seq)]);
        await element.updateComplete;
      }
      expect(first.isConnected).to.equal(false);
      expect(element.shadowRoot!.activeElement?.getAttribute('data-key')).to.be.a('string');
    });
  });

  describe('for screen readers', () => {
    it('is a list in a named region, and no live region itself', async () => {
      const { element } = await transcript(talkState(messages(1, 3)));
      expect(one(element, '[role=region]')!.getAttribute('aria-label')).to.equal('Conversation');
      expect(all(element, '[role=list] > [role=listitem]').length).to.be.at.least(3);
      const live = all(element, '[aria-live], [role=log], [role=status], [role=alert]');
      expect(live).to.have.length(1);
      expect(live[0]!.textContent).to.equal('');
      expect(one(element, '[data-seq="1"] .visually-hidden')!.textContent).to.contain('Ann Lindqvist');
    });

    it('reads out what comes in, once, and not what was there', async () => {
      const { element, handle } = await transcript(talkState(messages(1, 3)));
      receive(handle, [message(4, 'Good morning')]);
      const live = one(element, '[aria-live]')!;
      await until(() => live.textContent !== '');
      expect(live.textContent.replace(/[\u2066-\u2069]/g, '')).to.equal('Ann Lindqvist: Good morning');
      prepend(handle, [message(0, 'Old')]);
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(live.textContent).not.to.contain('Old');
    });
  });
});
