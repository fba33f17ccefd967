import { fixture } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { ChatHandle } from '../../src/session/host.js';
import type { Intent, IntentType } from '../../src/session/intents.js';
import type { Fact } from '../../src/session/model/facts.js';
import { INITIAL_STATE } from '../../src/session/model/initial.js';
import type { ChatState } from '../../src/session/model/types.js';
import { chatContext } from '../../src/controllers/context.js';

/** A handle that a test drives: state in, intents out. */
export class FakeHandle implements ChatHandle {
  #listeners = new Set<(state: ChatState, facts: readonly Fact[]) => void>();

  /** What came through `perform`, oldest first. */
  readonly intents: Intent[] = [];

  constructor(public state: ChatState = INITIAL_STATE) {}

  subscribe(listener: (state: ChatState, facts: readonly Fact[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  perform(intent: Intent): void {
    this.intents.push(intent);
  }

  /** Changes the state, as the session would, and tells what really changed. */
  set(state: Partial<ChatState>, facts: readonly Fact[] = []): void {
    this.state = { ...this.state, ...state };
    for (const listener of [...this.#listeners]) listener(this.state, facts);
  }

  /** How many elements listen: a test that removes one sees whether it let go. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** The names of the intents, oldest first. */
  get types(): IntentType[] {
    return this.intents.map((intent) => intent.type);
  }
}

/** An element that answers context requests, in the place of `<live-chat>`. */
export function provide(handle: ChatHandle, parent: HTMLElement = document.createElement('div')): HTMLElement {
  parent.addEventListener('context-request', (event) => {
    if (event.context !== chatContext) return;
    event.stopPropagation();
    (event.callback as (value: ChatHandle) => void)(handle);
  });
  return parent;
}

const parents = new Set<HTMLElement>();

/** Renders an element inside a chat that has this state; it is taken away after the test. */
export async function chatFixture<T extends Element>(
  template: TemplateResult,
  state?: ChatState,
): Promise<{ element: T; handle: FakeHandle; parent: HTMLElement }> {
  const handle = new FakeHandle(state);
  const parent = provide(handle);
  document.body.append(parent);
  parents.add(parent);
  const element = await fixture<T>(template, { parentNode: parent });
  return { element, handle, parent };
}

afterEach(() => {
  for (const parent of parents) parent.remove();
  parents.clear();
});
