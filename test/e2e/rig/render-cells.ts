/** Runs in a page: renders the whole state table, and notes what each element really has. */
import { chatContext } from '../../../src/controllers/context.js';
import '../../../src/define/all.js';
import type { LiveChat } from '../../../src/elements/live-chat.js';
import type { ChatHandle } from '../../../src/session/host.js';
import type { Author, ChatState } from '../../../src/session/model/types.js';
import { loopback } from '../../../src/transports/loopback/index.js';
import { stateTable, type Cell } from '../../helpers/state-table.js';

/** What was seen of an element, in any of its states. */
export type Seen = { readonly parts: string[]; readonly slots: string[]; readonly states: string[] };

type Found = Record<keyof Seen, Set<string>>;
/** It leads elsewhere than it seems to. */
const MISLEADING = 'https://example.com@elsewhere.example/';
const PICTURE = new URL('/assets/logo.svg', location.href).href;
const found = new Map<string, Found>();

function note(element: Element, states: readonly string[]): void {
  const root = element.shadowRoot;
  if (!root) return;
  const { localName } = element;
  const seen = found.get(localName) ?? { parts: new Set(), slots: new Set(), states: new Set() };
  found.set(localName, seen);
  for (const part of root.querySelectorAll('[part]')) for (const name of part.part) seen.parts.add(name);
  for (const part of root.querySelectorAll('[exportparts]'))
    for (const pair of part.getAttribute('exportparts')!.split(',')) seen.parts.add(pair.split(':').at(-1)!.trim());
  for (const slot of root.querySelectorAll('slot')) seen.slots.add(slot.name);
  for (const state of states) if (element.matches(`:state(${state})`)) seen.states.add(state);
}

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Waits for what is fetched first; what never comes is missed by whoever looks at what was seen. */
async function until(there: () => unknown): Promise<void> {
  for (let tries = 0; tries < 200 && !there(); tries++) await frame();
}

/** The same state, with a picture of every agent. */
const pictured = (state: ChatState): ChatState =>
  JSON.parse(JSON.stringify(state), (_key, value: unknown) =>
    (value as Partial<Author> | null)?.role === 'agent' ? { ...(value as Author), avatar: PICTURE } : value,
  ) as ChatState;

async function renderCell(cell: Cell, states: readonly string[]): Promise<void> {
  const handle: ChatHandle = { state: cell.state, subscribe: () => () => undefined, perform: () => undefined };
  const parent = document.createElement('div');
  parent.addEventListener('context-request', (event) => {
    if (event.context === chatContext) (event.callback as (value: ChatHandle) => void)(handle);
  });
  const element = document.createElement(cell.element);
  for (const [name, value] of Object.entries(cell.attrs)) element.setAttribute(name, value);
  Object.assign(element, cell.props);
  parent.append(element);
  document.body.append(parent);
  await frame();
  await frame();
  note(element, states);
  if (cell.act) {
    const { click, shows } = cell.act;
    const inside = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
    await until(() => inside(click));
    inside(click)?.click();
    await until(() => inside(shows));
    note(element, states);
  }
  // What only shows when it is asked for.
  for (const selector of ['.options', '.item.danger']) {
    element.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
    await frame();
    note(element, states);
  }
  const scroller = element.shadowRoot?.querySelector('.scroller');
  if (scroller) {
    scroller.scrollTop = 0;
    await frame();
    note(element, states);
  }
  parent.remove();
}

async function renderWhole(states: readonly string[]): Promise<void> {
  const chat: LiveChat = document.createElement('live-chat');
  chat.persist = 'none';
  chat.transport = loopback({ pace: 0 });
  for (const slot of [
    'title',
    'avatar',
    'actions',
    'greeting',
    'before',
    'after',
    'composer-before',
    'composer-after',
    'hint',
  ]) {
    const child = document.createElement('span');
    child.slot = slot;
    chat.append(child);
  }
  document.body.append(chat);
  chat.show();
  await chat.startChat();
  await frame();
  note(chat, states);
  const more: LiveChat = document.createElement('live-chat');
  Object.assign(more, { persist: 'none', sessionKey: 'more', transport: loopback({ pace: 0 }) });
  Object.assign(more, { form: true, emojis: true, actionsMenu: true });
  const form = document.createElement('form');
  form.slot = 'form';
  more.append(form);
  document.body.append(more);
  await more.invite({ again: 0 });
  await frame();
  note(more, states);
  more.show();
  await until(() => more.shadowRoot?.querySelector('chat-form'));
  note(more, states);
  await more.startChat();
  await until(() => more.shadowRoot?.querySelector('chat-emojis') && more.shadowRoot.querySelector('chat-actions'));
  note(more, states);
  const cover = document.createElement('p');
  cover.slot = 'overlay';
  more.append(cover);
  more.requestUpdate();
  await until(() => more.shadowRoot?.querySelector('chat-overlay'));
  note(more, states);
  const { load } = customElements.get('live-chat') as typeof LiveChat;
  Object.assign(customElements.get('live-chat')!, { load: () => Promise.reject(new Error('for the fallback')) });
  const failing: LiveChat = document.createElement('live-chat');
  document.body.append(failing);
  await failing.startChat().catch(() => undefined);
  await failing.updateComplete;
  note(failing, states);
  Object.assign(customElements.get('live-chat')!, { load });
}

/** Renders everything, or all of one element; `states` are the custom states to look for, by tag. Returns all that was seen so far. */
export async function renderAll(
  states: Readonly<Record<string, readonly string[]>>,
  only?: string,
): Promise<Record<string, Seen>> {
  const cells = stateTable.filter(({ element }) => only === undefined || element === only);
  for (const cell of cells) await renderCell(cell, states[cell.element] ?? []);
  for (const cell of cells.filter(({ name }) => /^(active online|other)/.test(name)))
    await renderCell(
      { ...cell, state: pictured(cell.state), attrs: { ...cell.attrs, avatar: PICTURE, text: MISLEADING } },
      [],
    );
  if (only === undefined) await renderWhole(states['live-chat'] ?? []);
  return Object.fromEntries(
    [...found].map(([tag, { parts, slots, states: on }]) => [
      tag,
      { parts: [...parts], slots: [...slots], states: [...on] },
    ]),
  );
}

Object.assign(globalThis, { renderAll });
