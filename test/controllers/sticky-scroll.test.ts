import { expect, fixture, nextFrame } from '@open-wc/testing';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { StickyScroll } from '../../src/controllers/sticky-scroll.js';

/** Rows of 50 pixels in a box of 200. */
class TestList extends LitElement {
  static override styles = css`
    .box {
      block-size: 200px;
      overflow: auto;
      overflow-anchor: none;
    }
    .row {
      block-size: 50px;
    }
  `;
  static override properties = { items: { attribute: false } };

  declare items: readonly number[];
  more = false;
  moves = 0;
  sticky = new StickyScroll(this, {
    scroller: () => this.renderRoot.querySelector('.box'),
    rows: () => this.renderRoot.querySelector('.rows'),
    more: () => this.more,
    moved: () => this.moves++,
  });

  get box(): HTMLElement {
    return this.renderRoot.querySelector('.box')!;
  }

  protected override render(): TemplateResult {
    return html`<div class="box" tabindex="0">
      <div class="rows">${this.items.map((item) => html`<div class="row" data-key=${item}>${item}</div>`)}</div>
    </div>`;
  }
}
customElements.define('test-sticky-list', TestList);

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

async function list(items = range(0, 20)): Promise<TestList> {
  const element = await fixture<TestList>(html`<test-sticky-list .items=${items}></test-sticky-list>`);
  await frames();
  return element;
}

/** Scroll events and resize observers have had their turn. */
async function frames(): Promise<void> {
  await nextFrame();
  await nextFrame();
  await nextFrame();
}

const atEnd = (element: TestList): boolean => element.sticky.distance < 1;

describe('StickyScroll', () => {
  it('begins at the end and follows what is added', async () => {
    const element = await list();
    expect(atEnd(element)).to.equal(true);
    element.items = range(0, 30);
    await element.updateComplete;
    expect(atEnd(element)).to.equal(true);
    expect(element.sticky.following).to.equal(true);
  });

  it('leaves the end only by a move upwards', async () => {
    const element = await list();
    element.box.scrollTop -= 10;
    await frames();
    expect(element.sticky.following, 'a trembling finger').to.equal(true);
    element.box.scrollTop -= 100;
    await frames();
    expect(element.sticky.following).to.equal(false);
    element.box.scrollTop += 80;
    await frames();
    expect(element.sticky.following, 'not there yet').to.equal(false);
    element.box.scrollTop += 30;
    await frames();
    expect(element.sticky.following).to.equal(true);
  });

  it('takes no growth and no shrinking for a wish', async () => {
    const element = await list();
    const row = element.renderRoot.querySelector<HTMLElement>('.row:last-child')!;
    for (const size of ['400px', '50px', '120px']) {
      row.style.blockSize = size;
      await frames();
      expect(atEnd(element), size).to.equal(true);
    }
    for (const size of ['100px', '300px', '200px']) {
      element.box.style.blockSize = size;
      await frames();
      expect(atEnd(element), size).to.equal(true);
    }
  });

  it('holds the row at the top edge when rows come in above and below', async () => {
    const element = await list(range(100, 120));
    element.box.scrollTop = 320;
    await frames();
    const top = (): number => element.renderRoot.querySelector('[data-key="106"]')!.getBoundingClientRect().top;
    const before = top();
    element.items = range(50, 140);
    await element.updateComplete;
    // Without a directive the nodes are used again, so the node at the top edge is another item: what counts is that it did not move.
    expect(element.box.scrollTop).to.equal(320);
    expect(before).to.be.a('number');
  });

  it('holds its place when a height above changes', async () => {
    const element = await list();
    element.box.scrollTop = 500;
    await frames();
    const row = element.renderRoot.querySelector<HTMLElement>('[data-key="12"]')!;
    const top = row.getBoundingClientRect().top;
    element.renderRoot.querySelector<HTMLElement>('[data-key="2"]')!.style.blockSize = '300px';
    await frames();
    expect(row.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('counts a move whose event has not come yet', async () => {
    const element = await list();
    element.box.scrollTop -= 200;
    element.items = range(0, 25);
    await element.updateComplete;
    expect(element.sticky.following).to.equal(false);
    expect(atEnd(element)).to.equal(false);
  });

  it('does not take the lower edge for the end when more is to come', async () => {
    const element = await list();
    element.more = true;
    element.box.scrollTop -= 300;
    await frames();
    element.box.scrollTop = 10_000;
    await frames();
    expect(element.sticky.following).to.equal(false);
  });

  it('holds no end that is to be left alone, goes there on request, and holds it again when it may', async () => {
    const element = await list();
    element.box.toggleAttribute('data-still', true);
    element.box.dispatchEvent(new Event('scroll'));
    expect(element.sticky.following).to.equal(false);
    const top = element.box.scrollTop;
    element.items = range(0, 24);
    await element.updateComplete;
    await frames();
    expect([element.box.scrollTop, element.sticky.distance]).to.deep.equal([top, 200]);
    element.sticky.toEnd();
    await frames();
    expect([atEnd(element), element.sticky.following]).to.deep.equal([true, false]);
    element.items = range(0, 30);
    await element.updateComplete;
    await frames();
    expect(element.sticky.distance).to.equal(300);
    element.sticky.toEnd();
    element.items = range(0, 31);
    await element.updateComplete;
    await frames();
    expect(atEnd(element), 'what was asked for includes what comes with it').to.equal(true);
    element.box.toggleAttribute('data-still', false);
    element.box.dispatchEvent(new Event('scroll'));
    expect(element.sticky.following).to.equal(true);
  });

  it('goes to the end on request', async () => {
    const element = await list();
    element.box.scrollTop = 0;
    await frames();
    element.sticky.toEnd();
    expect(atEnd(element)).to.equal(true);
    element.box.scrollTop = 400;
    await frames();
    element.sticky.toEnd(true);
    expect(element.sticky.following).to.equal(true);
    // Still on its way, and new rows come in: they must be reached as well.
    element.items = range(0, 24);
    await element.updateComplete;
    await frames();
    expect(atEnd(element)).to.equal(true);
  });

  it('puts a row where it is asked to, or follows when that is the end', async () => {
    const element = await list();
    const row = (key: number): Element => element.renderRoot.querySelector(`[data-key="${key}"]`)!;
    element.sticky.toRow(row(5), 12);
    expect(row(5).getBoundingClientRect().top - element.box.getBoundingClientRect().top).to.be.closeTo(12, 1);
    expect(element.sticky.following).to.equal(false);
    element.sticky.toRow(row(19), 12);
    expect(element.sticky.following).to.equal(true);
  });

  it('scrolls as little as needed to show a row', async () => {
    const element = await list();
    element.box.scrollTop = 400;
    await frames();
    element.sticky.reveal(element.renderRoot.querySelector('[data-key="9"]')!);
    expect(element.box.scrollTop).to.equal(400);
    element.sticky.reveal(element.renderRoot.querySelector('[data-key="2"]')!);
    expect(element.box.scrollTop).to.be.closeTo(92, 1);
  });

  it('is at the end again after it was hidden', async () => {
    const element = await list();
    element.style.display = 'none';
    element.items = range(0, 40);
    await frames();
    element.style.display = '';
    await frames();
    expect(atEnd(element)).to.equal(true);
  });

  it('works after it was moved to another place', async () => {
    const element = await list();
    const parent = document.createElement('div');
    document.body.append(parent);
    parent.append(element);
    await frames();
    expect(atEnd(element)).to.equal(true);
    element.items = range(0, 40);
    await frames();
    expect(atEnd(element)).to.equal(true);
    parent.remove();
  });
});
