import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatHandle } from '../session/host.js';
import type { Fact } from '../session/model/facts.js';
import { INITIAL_STATE } from '../session/model/initial.js';
import type { ChatState } from '../session/model/types.js';
import { chatContext } from './context.js';

type Host = ReactiveControllerHost & HTMLElement & { for?: string | undefined };

/**
 * Gives an element the handle of its `<live-chat>`: the one around it, or the one that `for` names. The element renders
 * again when the value that `select` yields changes (by identity).
 *
 * The request is dispatched anew on every `context-provider` event, so it does not matter which of the two is defined
 * or connected first.
 */
export class ChatController<Selected> implements ReactiveController {
  #host: Host;
  #select: (state: ChatState) => Selected;
  #onFacts: ((facts: readonly Fact[], state: ChatState) => void) | undefined;
  #handle: ChatHandle | undefined;
  #undo: (() => void) | undefined;
  #target: string | undefined;

  /** What `select` yields for the current snapshot. */
  value: Selected;

  /**
   * @param host - the element
   * @param select - what it renders; must return the same object for the same state
   * @param onFacts - called with what really changed, before the element renders
   */
  constructor(
    host: Host,
    select: (state: ChatState) => Selected,
    onFacts?: (facts: readonly Fact[], state: ChatState) => void,
  ) {
    this.#host = host;
    this.#select = select;
    this.#onFacts = onFacts;
    this.value = select(INITIAL_STATE);
    host.addController(this);
  }

  /** The handle, once a provider answered. */
  get handle(): ChatHandle | undefined {
    return this.#handle;
  }

  /** The current snapshot, or the empty one while there is no provider. */
  get state(): ChatState {
    return this.#handle?.state ?? INITIAL_STATE;
  }

  hostConnected(): void {
    const root = this.#host.ownerDocument;
    root.addEventListener('context-provider', this.#request);
    this.#request();
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('context-provider', this.#request);
    this.#release();
  }

  hostUpdate(): void {
    if (this.#target !== this.#host.for) this.#request();
  }

  #release(): void {
    this.#undo?.();
    this.#undo = undefined;
    this.#handle = undefined;
  }

  /** A `for` names an element of the host's own root first, then of each root outward. */
  #findTarget(): Element | undefined {
    const name = this.#host.for;
    if (!name) return this.#host;
    let root = this.#host.getRootNode();
    for (;;) {
      if (root instanceof Document || root instanceof ShadowRoot) {
        const found = root.getElementById(name);
        if (found) return found;
      }
      if (!(root instanceof ShadowRoot)) return undefined;
      root = root.host.getRootNode();
    }
  }

  #request = (): void => {
    const target = this.#findTarget();
    this.#target = this.#host.for;
    const before = this.#handle;
    this.#release();
    let handle: ChatHandle | undefined;
    const take = (given: ChatHandle) => (handle = given);
    target?.dispatchEvent(new ContextEvent(chatContext, this.#host, take));
    this.#handle = handle;
    if (handle) this.#undo = handle.subscribe(this.#changed);
    if (handle !== before) this.#update(this.state);
  };

  #changed = (state: ChatState, facts: readonly Fact[]): void => {
    if (facts.length > 0) this.#onFacts?.(facts, state);
    this.#update(state);
  };

  #update(state: ChatState): void {
    const next = this.#select(state);
    if (Object.is(next, this.value)) return;
    this.value = next;
    this.#host.requestUpdate();
  }
}
