import { expect, fixture } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { Announcer, type Verbosity } from '../../src/controllers/announcer.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import type { Fact } from '../../src/session/model/facts.js';
import type { Entry } from '../../src/session/model/types.js';
import { FakeHandle } from '../helpers/fake-handle.js';
import { ANN, VISITOR } from '../helpers/states.js';
import { KEY, message, talkState } from '../helpers/talk.js';

class TestVoice extends LitElement {
  chat = new FakeHandle(talkState([]));
  verbosity: Verbosity = 'all';
  announcer = new Announcer(this, {
    region: () => this.renderRoot.querySelector('[aria-live]'),
    handle: () => this.chat,
    conversation: () => KEY,
    verbosity: () => this.verbosity,
    localize: new LocalizeController(this),
  });

  /** Everything that was ever said. */
  said: string[] = [];

  protected override render(): TemplateResult {
    return html`<div aria-live="polite"></div>`;
  }

  protected override firstUpdated(): void {
    new MutationObserver((records) => {
      for (const record of records)
        for (const node of record.addedNodes) this.said.push((node.textContent ?? '').replace(/[\u2066-\u2069]/g, ''));
    }).observe(this.renderRoot.querySelector('[aria-live]')!, { childList: true });
  }

  tell(...facts: Fact[]): void {
    this.announcer.take(facts, this.chat.state);
  }

  get spoken(): string {
    return this.renderRoot.querySelector('[aria-live]')!.textContent;
  }
}
customElements.define('test-voice', TestVoice);

const voice = (): Promise<TestVoice> => fixture<TestVoice>(html`<test-voice></test-voice>`);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const received = (entries: readonly Entry[], restoring = false): Fact => ({
  type: 'received',
  key: KEY,
  entries,
  restoring,
});
const typing = (on = true): Fact => ({ type: 'typing', key: KEY, person: ANN, typing: on });
const burst = 500;

describe('Announcer', () => {
  it('is empty before anything is said', async () => {
    expect((await voice()).spoken).to.equal('');
  });

  it('says who wrote what, once', async () => {
    const element = await voice();
    element.tell(received([message(1, 'Good morning')]));
    await wait(burst);
    expect(element.said).to.deep.equal(['Ann Lindqvist: Good morning']);
  });

  it('says up to three at once, and counts more', async () => {
    const element = await voice();
    element.tell(received([message(1, 'a')]), received([message(2, 'b'), message(3, 'c')]));
    await wait(burst);
    expect(element.said).to.deep.equal(['Ann Lindqvist: a', 'Ann Lindqvist: b', 'Ann Lindqvist: c']);
    for (let seq = 4; seq < 8; seq++) element.tell(received([message(seq)]));
    await wait(burst);
    expect(element.said.at(-1)).to.equal('4 new messages');
  });

  it('is silent about history, one’s own messages and other conversations', async () => {
    const element = await voice();
    element.tell(received([message(1)], true), received([message(2, 'mine', VISITOR)]), {
      ...received([message(3)]),
      key: 'k2',
    } as Fact);
    await wait(burst);
    expect(element.said).to.deep.equal([]);
  });

  it('is silent about what the visitor has read in another tab, before it came here or just now', async () => {
    const element = await voice();
    element.chat = new FakeHandle(talkState([], { seen: 2 }));
    element.tell(received([message(1), message(2), message(3, 'news')]));
    await wait(burst);
    expect(element.said).to.deep.equal(['Ann Lindqvist: news']);
    element.tell(received([message(4)]));
    element.tell(
      { type: 'marks', key: KEY, person: VISITOR.id, marks: { delivered: 4, seen: 4 } },
      { type: 'unread', key: KEY, count: 0 },
    );
    await wait(burst);
    expect(element.said, 'a tab that was asleep is told of both at once').to.have.length(1);
  });

  it('says what the visitor has just seen in this very tab, and a text of which they saw the beginning', async () => {
    const element = await voice();
    element.tell(received([message(1, 'on screen')]));
    element.tell({ type: 'unread', key: KEY, count: 0 });
    element.chat = new FakeHandle(talkState([], { seen: 2 }));
    element.tell({ type: 'received', key: KEY, entries: [message(2, 'complete')], restoring: false, whole: true });
    await wait(burst);
    expect(element.said).to.deep.equal(['Ann Lindqvist: on screen', 'Ann Lindqvist: complete']);
  });

  it('is silent about what comes back with a restored conversation', async () => {
    const element = await voice();
    element.tell({ type: 'restored', key: KEY }, received([message(1)], true), {
      type: 'ended',
      key: KEY,
      by: 'agent',
    });
    await wait(burst);
    expect(element.said).to.deep.equal([]);
  });

  it('keeps what it said for a second, then takes it away', async () => {
    const element = await voice();
    element.tell({ type: 'send-failed', key: KEY, clientId: 'c', code: 'too-long' });
    await wait(1000);
    expect(element.spoken).to.equal('Your message was not sent. The message is too long.');
    await wait(800);
    expect(element.spoken).to.equal('');
  });

  it('says who comes and goes, and the end', async () => {
    const element = await voice();
    element.tell(
      { type: 'joined', key: KEY, person: ANN, at: 0 },
      { type: 'joined', key: KEY, person: VISITOR, at: 0 },
    );
    element.tell(
      { type: 'left', key: KEY, person: ANN, at: 0 },
      { type: 'ended', key: KEY, by: 'agent', reason: 'agent' },
    );
    await wait(0);
    expect(element.said).to.have.length(3);
    expect(element.said[0]).to.contain('joined');
    expect(element.said[1]).to.contain('left');
    expect(element.said[2]).to.contain('ended');
  });

  it('says that somebody types at most every ten seconds', async () => {
    const element = await voice();
    for (let i = 0; i < 5; i++) element.tell(typing(), typing(false));
    await wait(0);
    expect(element.said).to.deep.equal(['Ann Lindqvist is typing…']);
  });

  it('says less when it is asked to', async () => {
    const element = await voice();
    element.verbosity = 'messages';
    element.tell(typing(), { type: 'joined', key: KEY, person: ANN, at: 0 }, received([message(1, 'Hi')]));
    await wait(burst);
    expect(element.said).to.deep.equal(['Ann Lindqvist: Hi']);
    element.verbosity = 'none';
    element.tell(received([message(2)]));
    await wait(burst);
    expect(element.said).to.have.length(1);
  });

  it('cuts what would take minutes to hear', async () => {
    const element = await voice();
    element.tell(received([message(1, 'word '.repeat(1000))]));
    await wait(burst);
    expect(element.said[0]!.length).to.be.below(700);
  });

  it('speaks once where a chat has two transcripts, and hands over when one goes', async () => {
    const [one, two] = [await voice(), await voice()];
    two.chat = one.chat;
    const fact: Fact = { type: 'joined', key: KEY, person: ANN, at: 0 };
    for (const element of [one, two]) element.tell(fact);
    await wait(0);
    expect([one.said.length, two.said.length]).to.deep.equal([1, 0]);
    one.remove();
    two.tell(fact);
    await wait(0);
    expect(two.said).to.have.length(1);
  });
});
