import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import '../../src/define/all.js';
// The elements fetch these by themselves; here, so that they are there at once.
import '../../src/elements/launcher-extras.js';
import '../../src/elements/rich/rich-rows.js';
import '../../src/elements/rich/markdown.js';
import '../../src/elements/composer/after-end.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { FakeHandle, provide } from '../helpers/fake-handle.js';
import { settle, until } from '../helpers/settle.js';
import { missingCells, stateTable, type Cell } from '../helpers/state-table.js';

declare const axe: typeof axeCore;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** They speak of whole pages; an element is a part of one. */
const OF_PAGES = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order'];

/** What axe finds in an element, in one line for each. */
async function problems(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries(OF_PAGES.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join('; ')}`);
}

const parentIn = (scheme: 'light' | 'dark', parent: HTMLElement): HTMLElement => {
  parent.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText; padding: 8px; min-height: 80px`;
  return parent;
};

/** Mounts one cell, in light or dark. */
async function mount(cell: Cell, scheme: 'light' | 'dark'): Promise<HTMLElement> {
  const parent = parentIn(scheme, provide(new FakeHandle(cell.state)));
  const element = document.createElement(cell.element);
  for (const [name, value] of Object.entries(cell.attrs)) element.setAttribute(name, value);
  Object.assign(element, cell.props);
  parent.append(element);
  document.body.append(parent);
  await settle(element);
  await settle(element);
  const { act } = cell;
  if (act) {
    const target = (): HTMLElement | null => element.shadowRoot!.querySelector<HTMLElement>(act.click);
    // What it is in may be a module that comes when it is wanted.
    await until(target);
    target()!.click();
    await until(() => element.shadowRoot!.querySelector(act.shows));
    await settle(element);
  }
  return element;
}

describe('every state of every element', () => {
  const { warn, error } = console;
  let said: unknown[] = [];
  beforeEach(() => {
    said = [];
    console.warn = console.error = (...what: unknown[]) => void said.push(what.join(' '));
  });
  afterEach(() => {
    Object.assign(console, { warn, error });
    expect(said).to.deep.equal([]);
  });

  it('is in the table', () => {
    expect(missingCells()).to.deep.equal([]);
  });

  for (const tag of new Set(stateTable.map((cell) => cell.element)))
    for (const scheme of ['light', 'dark'] as const)
      it(`<${tag}> is accessible in ${scheme}`, async function () {
        this.timeout(60_000);
        const seen = new Set<string>();
        for (const cell of stateTable.filter((other) => other.element === tag)) {
          const element = await mount(cell, scheme);
          // Many cells look the same; each look is checked once.
          const look = `${element.getAttribute('mode')} ${element.shadowRoot?.innerHTML.replace(/<!--.*?-->/g, '')}`;
          if (!seen.has(look)) {
            seen.add(look);
            expect(await problems(element), cell.name).to.deep.equal([]);
          }
          element.parentElement?.remove();
        }
      });

  for (const scheme of ['light', 'dark'] as const)
    it(`<live-chat> as a whole is accessible in ${scheme}: closed, open, with a menu, with a question, ended`, async function () {
      this.timeout(60_000);
      const parent = parentIn(scheme, document.createElement('main'));
      const chat = document.createElement('live-chat');
      chat.persist = 'none';
      chat.sessionKey = `states ${scheme}`;
      chat.theme = scheme;
      chat.transport = loopback({ pace: 0, greeting: 'Hello, see https://example.com' });
      parent.append(chat);
      document.body.append(parent);
      await settle(chat);
      const check = async (when: string): Promise<void> => {
        await settle(chat);
        expect(await problems(chat), when).to.deep.equal([]);
      };
      const inside = <T extends Element>(tag: string, selector: string): T | null =>
        chat.shadowRoot!.querySelector(tag)?.shadowRoot?.querySelector<T>(selector) ?? null;
      await check('closed');
      chat.show();
      await until(() => inside('chat-composer', 'textarea'));
      await check('open');
      await chat.startChat();
      await chat.sendMessage({ message: 'Is this it?' });
      await until(() => inside('chat-transcript', '[part~=link]'));
      await check('talking');
      inside<HTMLElement>('chat-header', '.options')!.click();
      await until(() => inside('chat-header', '[part~=menu]'));
      await check('menu');
      inside<HTMLElement>('chat-header', '.item.danger')!.click();
      await until(() => inside('chat-header', '[part~=confirm]'));
      await check('question');
      await chat.endChat();
      await until(() => inside('chat-composer', '[part~=ended]'));
      await check('ended');
      parent.remove();
    });
});
