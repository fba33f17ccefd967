/** Runs in a page, bundled by scripts/bench-rich.mjs: how the time to read and draw a rich message grows with its size. */
import { html, render } from 'lit';
import { chatContext } from '../../src/controllers/context.js';
import { define } from '../../src/define/define.js';
import { ChatTranscript } from '../../src/elements/chat-transcript.js';
import { markdownTemplate } from '../../src/elements/rich/markdown.js';
import { splitText } from '../../src/elements/transcript/links.js';
import { readRich } from '../../src/protocol/rich.js';
import type { ChatHandle } from '../../src/session/host.js';
import type { Fact } from '../../src/session/model/facts.js';
import type { Entry } from '../../src/session/model/types.js';
import { ANN, chatState } from '../helpers/states.js';

/** A kind of input: what is made of a size, and the sizes, each twice the one before. */
type Case = {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly make: (size: number) => unknown;
  /** The same as another object or text. */
  readonly fresh: (made: unknown) => unknown;
  /** Reads, and draws if there is anything to be drawn. */
  readonly take: (made: unknown) => void | Promise<void>;
};

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const image = { url: 'https://shop.example/mug.png', alt: 'A mug' };
const option = (index: number) => ({ id: `o${index}`, label: `Option ${index}`, description: 'In words' });
const field = (index: number) => ({ name: `f${index}`, label: `Field ${index}`, type: 'text' });
const card = (index: number) => ({ title: `Card ${index}`, text: 'In words', image, buttons: [option(index)] });
const nested = (size: number): unknown => {
  let deep: unknown = 'x';
  for (let level = 0; level < size; level++) deep = [deep];
  return deep;
};

class BenchHandle implements ChatHandle {
  #listeners = new Set<(state: ReturnType<typeof chatState>, facts: readonly Fact[]) => void>();
  shown = 0;
  state = chatState('active');

  subscribe(listener: (state: ReturnType<typeof chatState>, facts: readonly Fact[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  perform(): void {}

  show(rich: unknown): void {
    const seq = ++this.shown;
    const entry = { type: 'message', from: ANN, text: 'x', rich, seq, prev: seq - 1, at: Date.now() } as Entry;
    const log = { entries: [entry], first: seq, last: seq, older: false, head: seq };
    this.state = chatState('active', 'online', { conversation: { key: `k${seq}`, log, seen: seq } });
    for (const listener of [...this.#listeners]) listener(this.state, []);
  }
}

/** Things that readers of Markdown are known to be slow at, each repeated to the size. */
const SLOW =
  '[|![|](|[a](|[a][|**a|*a_|*a **b |_a |~~a|`|``a`|x`y``|>|> |>a\n|- |- a\n  |1. |1.\n|#|<|<b>|<!--|<a href="|&|&#|\\|' +
  'a\n|\n|\t|+ a\n\n|```\n|---\n|===\na\n|[a]: x\n|http://a_|a@b.|a word ';

const box = document.createElement('div');
let copies = 0;
const all = new Map<string, Case>();

function cases(handle: BenchHandle, element: ChatTranscript): Case[] {
  const draw = async (rich: unknown): Promise<void> => {
    handle.show(rich);
    element.requestUpdate();
    await element.updateComplete;
    const root = element.shadowRoot!;
    if (!root.querySelector(`[data-seq="${handle.shown}"] .rich`)) throw new Error('it was not drawn');
    void root.querySelector<HTMLElement>('.scroller')!.scrollHeight;
  };
  const message = (name: string, sizes: readonly number[], make: (size: number) => object): Case => ({
    name,
    sizes,
    make: (size) => ({ v: 1, ...make(size) }),
    fresh: structuredClone,
    take: draw,
  });
  const refused = (name: string, make: (size: number) => unknown): Case => ({
    name: `refused: ${name}`,
    sizes: [10_000, 20_000, 40_000],
    make,
    // Nothing of it is kept, and what is deep can't be copied.
    fresh: (made) => made,
    take: (made) => void readRich(made),
  });
  const text = (name: string, take: (text: string) => void): Case[] =>
    [...SLOW.split('|'), '|', '|a|\n|-|\n', '|-\n'].map((piece) => ({
      name: `${name} ${JSON.stringify(piece)}`,
      sizes: [2000, 4000, 8000, 16_000],
      make: (size) => piece.repeat(size).slice(0, size),
      fresh: (made) => (made as string).slice(8) + String(++copies).padStart(8, 'x'),
      take: (made) => take(made as string),
    }));
  return [
    message('list', [12, 24, 48], (size) => ({ kind: 'list', options: times(size, option) })),
    message('form', [5, 10, 20], (size) => ({ kind: 'form', fields: times(size, field) })),
    message('carousel', [2, 4, 8], (size) => ({ kind: 'carousel', cards: times(size, card) })),
    message('gallery', [5, 10, 20], (size) => ({ kind: 'gallery', images: times(size, () => image) })),
    message('adaptive-card', [25, 50, 100, 200], (size) => ({
      kind: 'adaptive-card',
      card: { type: 'AdaptiveCard', body: times(size, (index) => ({ type: 'TextBlock', text: `Text ${index}` })) },
    })),
    message('adaptive-card of inputs', [25, 50, 100], (size) => ({
      kind: 'adaptive-card',
      card: { type: 'AdaptiveCard', body: times(size, (index) => ({ type: 'Input.Text', id: `i${index}` })) },
    })),
    refused('long', (size) => ({ v: 1, kind: 'markdown', text: 'x'.repeat(size) })),
    refused('many', (size) => ({ v: 1, kind: 'custom', name: 'x', data: times(size, () => 1) })),
    refused('deep', (size) => ({ v: 1, kind: 'custom', name: 'x', data: nested(size) })),
    refused('wide', (size) => Object.fromEntries(times(size, (index) => [`k${index}`, 1]))),
    ...text('Markdown', (words) => render(markdownTemplate(words, 0), box)),
    ...text('addresses in', (words) =>
      render(html`${splitText(words).map((one) => (typeof one === 'string' ? one : one.text))}`, box),
    ),
  ];
}

/** Mounts the transcript; resolves with the names and sizes of all cases. */
async function prepare(): Promise<readonly Pick<Case, 'name' | 'sizes'>[]> {
  define('chat-transcript', ChatTranscript);
  const handle = new BenchHandle();
  const parent = document.createElement('div');
  parent.addEventListener('context-request', (event) => {
    if (event.context === chatContext) (event.callback as (value: ChatHandle) => void)(handle);
  });
  const element = new ChatTranscript();
  element.style.cssText = 'inline-size: 400px; block-size: 600px';
  parent.append(element);
  document.body.append(parent, box);
  handle.show({ v: 1, kind: 'buttons', text: 'x', buttons: [{ id: 'a', label: 'A' }] });
  while (!element.shadowRoot?.querySelector('.rich')) await new Promise((resolve) => setTimeout(resolve, 5));

  for (const one of cases(handle, element)) all.set(one.name, one);
  return [...all.values()].map(({ name, sizes }) => ({ name, sizes }));
}

/** Takes a case at a size so many times. Each run gets another text or object: what was read is kept. */
async function run(name: string, size: number, runs: number): Promise<void> {
  const { fresh, make, take } = all.get(name)!;
  const made = make(size);
  for (let number = 0; number < runs; number++) await take(fresh(made));
}

Object.assign(globalThis, { prepare, run });
