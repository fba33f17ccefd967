/** The page that `npm run screenshots` photographs: every cell of the state table for one element. */
import { chatContext } from '../../src/controllers/context.js';
import '../../src/define/all.js';
// The launcher fetches it by itself; here, so that it is there at once.
import '../../src/elements/launcher-extras.js';
import type { ChatHandle } from '../../src/session/host.js';
import type { ChatState } from '../../src/session/model/types.js';
import { stateTable, type Cell } from '../../test/helpers/state-table.js';

/** What stands in a window, by slot. */
const INSIDE = { header: 'chat-header', status: 'chat-status', '': 'chat-transcript', footer: 'chat-composer' };

/** A chat that never changes. */
const still = (state: ChatState): ChatHandle => ({ state, subscribe: () => () => undefined, perform: () => undefined });

function make(tag: string, attrs: Cell['attrs']): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, value);
  return element;
}

function elementOf({ element: tag, mode, attrs, props, act }: Cell): HTMLElement {
  const element = Object.assign(make(tag, attrs), props);
  if (act) requestAnimationFrame(() => element.shadowRoot?.querySelector<HTMLElement>(act.click)?.click());
  if (tag !== 'chat-window') return element;
  for (const [slot, inside] of Object.entries(INSIDE)) {
    const child = make(inside, slot === 'header' ? { mode } : {});
    child.slot = slot;
    element.append(child);
  }
  return element;
}

function figureOf(cell: Cell): HTMLElement {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const box = document.createElement('div');
  box.className = `box ${cell.element} ${cell.mode}`;
  box.addEventListener('context-request', (event) => {
    if (event.context !== chatContext) return;
    event.stopPropagation();
    (event.callback as (handle: ChatHandle) => void)(still(cell.state));
  });
  caption.textContent = cell.name;
  box.append(elementOf(cell));
  figure.append(caption, box);
  return figure;
}

const query = new URLSearchParams(location.search);
document.documentElement.lang = query.get('lang') ?? 'en';
document.documentElement.dir = query.get('dir') ?? 'ltr';
const cells = stateTable.filter(
  ({ element, name }) => element === query.get('element') && (query.get('name') ?? name) === name,
);
document.querySelector('main')!.append(...cells.map(figureOf));
