/** Draws generated rich messages in a real transcript, a few at a time, and looks at every node that comes of them. */
import { render } from 'lit';
import { chatContext } from '../../src/controllers/context.js';
import { define } from '../../src/define/define.js';
import { ChatTranscript } from '../../src/elements/chat-transcript.js';
import { markdownTemplate } from '../../src/elements/rich/markdown.js';
import { readRich, type RichChoice } from '../../src/protocol/rich.js';
import type { ChatHandle } from '../../src/session/host.js';
import type { Fact } from '../../src/session/model/facts.js';
import type { ChatState, Conversation, Entry, MessageEntry } from '../../src/session/model/types.js';
import { unlisted } from './listed-nodes.js';
import { NOWHERE, RichGenerator, type Made, type Manner } from './rich-generator.js';
import { ANN, chatState, VISITOR } from './states.js';

/** So many in one transcript: all of them are drawn. */
const BATCH = 6;

/** What came of a run. */
export type FuzzResult = {
  readonly runs: number;
  /** How many were made in which manner, and how many of them were drawn as more than their text. */
  readonly made: Readonly<Record<Manner, number>>;
  readonly rich: number;
  readonly nodes: number;
  readonly pressed: number;
  /** What should never be, the first ones of it, each with the message that it came of. */
  readonly faults: readonly string[];
};

class FuzzHandle implements ChatHandle {
  #listeners = new Set<(state: ChatState, facts: readonly Fact[]) => void>();
  state: ChatState = chatState('active');

  subscribe(listener: (state: ChatState, facts: readonly Fact[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  perform(): void {}

  show(key: string, entries: readonly Entry[], phase: Conversation['phase']): void {
    const log = { entries, first: 1, last: entries.length, older: false, head: entries.length };
    this.state = chatState('active', 'online', { conversation: { key, phase, log, seen: entries.length } });
    for (const listener of [...this.#listeners]) listener(this.state, []);
  }
}

/** The entries of a batch: the messages first, so that their place is known, then what was chosen in them. */
function entriesOf(batch: readonly Made[]): MessageEntry[] {
  const at = Date.now() - 1000;
  const offers = batch.map(({ rich, text }, index): MessageEntry => {
    return { type: 'message', from: ANN, text, rich, seq: index + 1, prev: index, at };
  });
  const choices = batch.flatMap(({ choice }, index) =>
    choice === undefined ? [] : [{ ...(choice as RichChoice), of: index + 1 }],
  );
  const chosen = choices.map((choice, index): MessageEntry => {
    const seq = offers.length + index + 1;
    return { type: 'message', from: VISITOR, clientId: `c${seq}`, text: 'Chosen', choice, seq, prev: seq - 1, at };
  });
  return [...offers, ...chosen];
}

/** Presses what answers, and leaves alone what leads away. */
async function press(root: ParentNode, element: ChatTranscript): Promise<number> {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('.rich button[part~=rich-button], [part~=rich-turn]')];
  for (const button of buttons) button.click();
  await element.updateComplete;
  return buttons.length;
}

/**
 * Draws so many messages of a seed.
 * @param told - called now and then with how many are done
 */
export async function fuzz(
  runs: number,
  seed: number,
  told: (done: number) => void = () => undefined,
): Promise<FuzzResult> {
  define('chat-transcript', ChatTranscript);
  const faults: string[] = [];
  let batch: Made[] = [];
  const fault = (what: string): void => {
    if (faults.length < 20) faults.push(`${what} in ${JSON.stringify(batch).slice(0, 4000)}`);
  };
  const onError = (event: ErrorEvent): void => fault(`exception: ${event.message}`);
  const onRejection = (event: PromiseRejectionEvent): void => fault(`rejection: ${String(event.reason)}`);
  const onPolicy = ({ blockedURI, violatedDirective }: SecurityPolicyViolationEvent): void =>
    fault(`policy: ${violatedDirective} ${blockedURI}`);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  document.addEventListener('securitypolicyviolation', onPolicy);
  const harmed = globalThis as { harm?: () => void };
  harmed.harm = () => fault('a script ran');

  const handle = new FuzzHandle();
  const parent = document.createElement('div');
  parent.addEventListener('context-request', (event) => {
    if (event.context === chatContext) (event.callback as (value: ChatHandle) => void)(handle);
  });
  const element = new ChatTranscript();
  element.setAttribute('image-hosts', NOWHERE);
  parent.style.cssText = 'display: flex; inline-size: 400px; block-size: 600px';
  parent.append(element);
  document.body.append(parent);
  await element.updateComplete;
  const root = element.shadowRoot!;

  /** What draws comes with the first message that needs it: one of each is waited for before the first is looked at. */
  const first: Made = { manner: 'valid', rich: { v: 1, kind: 'markdown', text: '**x**' }, text: 'www.shop.example' };
  handle.show('k0', entriesOf([first, { ...first, rich: undefined }]), 'active');
  while (!root.querySelector('.markdown strong') || !root.querySelector('a'))
    await new Promise((resolve) => setTimeout(resolve, 5));

  const generator = new RichGenerator(seed);
  const made: Record<Manner, number> = { valid: 0, invalid: 0, hostile: 0 };
  let [done, rich, nodes, pressed] = [0, 0, 0, 0];
  for (let number = 1; done < runs; number++) {
    batch = Array.from({ length: Math.min(BATCH, runs - done) }, () => generator.next());
    try {
      for (const one of batch) {
        made[one.manner]++;
        const read = readRich(one.rich);
        if (read && JSON.stringify(readRich(read)) !== JSON.stringify(read)) fault('read twice, it is another');
        // Markdown is drawn for everything that anybody wrote, not only for what the schema lets pass.
        const box = document.createElement('div');
        render(markdownTemplate(one.text, 0), box);
        for (const what of unlisted(box)) fault(what);
      }
      handle.show(`k${number}`, entriesOf(batch), number % 4 === 0 ? 'ended' : 'active');
      await element.updateComplete;
      const list = root.querySelector('[role=list]')!;
      for (let seq = 1; seq <= batch.length; seq++)
        if (!list.querySelector(`[data-seq="${seq}"]`)) fault(`message ${seq} was not drawn`);
      for (const what of unlisted(list)) fault(what);
      rich += list.querySelectorAll('.rich, .amended, .streaming, .writing').length;
      nodes += list.querySelectorAll('*').length;
      if (number % 5 === 0) {
        pressed += await press(list, element);
        for (const what of unlisted(list)) fault(what);
      }
    } catch (error) {
      fault(`exception: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 500) : String(error)}`);
    }
    done += batch.length;
    if (number % 50 === 0) {
      told(done);
      // A page that is never idle never tells what went wrong.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  parent.remove();
  window.removeEventListener('error', onError);
  window.removeEventListener('unhandledrejection', onRejection);
  document.removeEventListener('securitypolicyviolation', onPolicy);
  delete harmed.harm;
  return { runs: done, made, rich, nodes, pressed, faults };
}
