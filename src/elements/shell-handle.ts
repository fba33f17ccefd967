import type { Chat } from '../session/chat.js';
import type { ChatHandle } from '../session/host.js';
import type { Intent } from '../session/intents.js';
import type { Fact } from '../session/model/facts.js';
import { INITIAL_STATE } from '../session/model/initial.js';
import type { ChatState } from '../session/model/types.js';

type Listener = (state: ChatState, facts: readonly Fact[]) => void;

/**
 * The handle that `<live-chat>` gives by context. It never changes identity and is never without a state: before the
 * engine is loaded it shows the empty one, afterwards the session's, with what only the shell knows (whether the window
 * is open) put in.
 */
export class ShellHandle implements ChatHandle {
  #listeners = new Set<Listener>();
  #undo: (() => void) | undefined;
  #state: ChatState = INITIAL_STATE;

  /** @param perform - what to do with an intent */
  constructor(readonly perform: (intent: Intent) => void) {}

  get state(): ChatState {
    return this.#state;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the shell itself knows. */
  set(change: { readonly open?: boolean; readonly engine?: ChatState['engine'] }): void {
    const { open = this.#state.view.open, engine = this.#state.engine } = change;
    if (open === this.#state.view.open && engine === this.#state.engine) return;
    this.#state = Object.freeze({ ...this.#state, engine, view: Object.freeze({ ...this.#state.view, open }) });
    this.#tell([]);
  }

  /** Shows a session from now on, or none. */
  attach(chat: Chat | undefined): void {
    this.#undo?.();
    this.#undo = chat?.subscribe((state, facts) => this.#take(state, facts));
    this.#take(chat?.state ?? INITIAL_STATE, []);
  }

  #take(state: ChatState, facts: readonly Fact[]): void {
    const { open } = this.#state.view;
    // Two elements may share a session; each has a window of its own.
    this.#state =
      state.view.open === open ? state : Object.freeze({ ...state, view: Object.freeze({ ...state.view, open }) });
    this.#tell(facts);
  }

  #tell(facts: readonly Fact[]): void {
    const state = this.#state;
    for (const listener of this.#listeners)
      try {
        listener(state, facts);
      } catch (error) {
        // The page's own; the others are told all the same.
        reportError(error);
      }
  }
}
