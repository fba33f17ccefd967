/** Runs in a page, bundled by scripts/bench.mjs: what does one more message cost, in a long and in a short transcript? */
import { define } from '../../src/define/define.js';
import { chatContext } from '../../src/controllers/context.js';
import { ChatTranscript } from '../../src/elements/chat-transcript.js';
import type { ChatHandle } from '../../src/session/host.js';
import type { Fact } from '../../src/session/model/facts.js';
import { INITIAL_STATE } from '../../src/session/model/initial.js';
import { newConversation } from '../../src/session/model/new-conversation.js';
import type { Author, ChatState, MessageEntry } from '../../src/session/model/types.js';

const ANN: Author = { id: 'a1', role: 'agent', name: 'Ann Lindqvist' };
const VISITOR: Author = { id: 'v1', role: 'visitor' };
const START = Date.UTC(2026, 0, 1);

/** A talk with groups, answers, links, long texts and several days. */
function message(seq: number): MessageEntry {
  const from = seq % 5 < 2 ? VISITOR : ANN;
  const more =
    seq % 7 === 0
      ? ' See https://example.com/orders/4411 for more.'
      : seq % 3 === 0
        ? ' And it goes on for a line or two, as people do when they explain something.'
        : '';
  const clientId = from === VISITOR ? `c${seq}` : undefined;
  return {
    type: 'message',
    seq,
    prev: seq - 1,
    at: START + seq * 90_000,
    from,
    clientId,
    text: `Message ${seq}.${more}`,
  };
}

class BenchHandle implements ChatHandle {
  #listeners = new Set<(state: ChatState, facts: readonly Fact[]) => void>();
  state: ChatState;

  constructor(length: number) {
    const conversation = newConversation('k1', 'starting');
    const entries = Array.from({ length }, (_, index) => message(index + 1));
    const log = { entries, first: 1, last: length, older: false, head: length };
    this.state = {
      ...INITIAL_STATE,
      current: 'k1',
      conversations: { k1: { ...conversation, phase: 'active', me: VISITOR.id, log, seen: length } },
    };
  }

  subscribe(listener: (state: ChatState, facts: readonly Fact[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  perform(): void {}

  /** One more message, as the session's state has it: a new log with a new array of entries. */
  append(): void {
    const conversation = this.state.conversations['k1']!;
    const { log } = conversation;
    const last = log.last + 1;
    const entry = message(last);
    const next = { ...conversation, log: { ...log, entries: [...log.entries, entry], last, head: last } };
    this.state = { ...this.state, conversations: { k1: next } };
    for (const listener of this.#listeners)
      listener(this.state, [{ type: 'received', key: 'k1', entries: [entry], restoring: false }]);
  }
}

type Subject = { readonly element: ChatTranscript; readonly handle: BenchHandle };

async function mount(length: number): Promise<Subject> {
  const handle = new BenchHandle(length);
  const parent = document.createElement('div');
  parent.addEventListener('context-request', (event) => {
    if (event.context === chatContext) (event.callback as (value: ChatHandle) => void)(handle);
  });
  const element = new ChatTranscript();
  element.style.cssText = 'inline-size: 400px; block-size: 600px';
  parent.append(element);
  document.body.append(parent);
  await element.updateComplete;
  await frame();
  return { element, handle };
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** From the state to the laid out rows, the session's copy of the list included. */
async function append({ element, handle }: Subject): Promise<number> {
  const start = performance.now();
  handle.append();
  await element.updateComplete;
  void element.shadowRoot!.querySelector<HTMLElement>('.scroller')!.scrollHeight;
  return performance.now() - start;
}

function nodesOf(root: Node): number {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
}

/** The values in rising order. */
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** What `scripts/bench.mjs` prints. */
export type BenchResult = {
  /** Milliseconds for each append, by length, in rising order. */
  readonly times: Readonly<Record<number, readonly number[]>>;
  /** DOM nodes of the element (elements, texts and comments) after the appends, by length. */
  readonly nodes: Readonly<Record<number, number>>;
};

/** Measures the appends in turn, so that whatever else the machine does falls on all lengths alike. */
async function bench(lengths: readonly number[], appends: number, others: readonly number[]): Promise<BenchResult> {
  define('chat-transcript', ChatTranscript);
  const subjects = new Map<number, Subject>();
  for (const length of lengths) subjects.set(length, await mount(length));
  const times: Record<number, number[]> = Object.fromEntries(lengths.map((length) => [length, []]));
  const WARM_UP = 30;
  for (let round = 0; round < WARM_UP + appends; round++) {
    for (const length of round % 2 ? lengths : [...lengths].reverse()) {
      const time = await append(subjects.get(length)!);
      if (round >= WARM_UP) times[length]!.push(time);
      // A frame between two appends, as between two messages.
      await frame();
    }
  }
  const nodes: Record<number, number> = {};
  for (const [length, { element }] of subjects) nodes[length] = nodesOf(element.shadowRoot!);
  for (const length of others) {
    const { element } = await mount(length);
    nodes[length] = nodesOf(element.shadowRoot!);
    element.parentElement!.remove();
  }
  return {
    times: Object.fromEntries(Object.entries(times).map(([length, values]) => [length, sorted(values)])),
    nodes,
  };
}

(globalThis as { bench?: typeof bench }).bench = bench;
