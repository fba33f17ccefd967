import { scopeOf } from '../vocabulary/storage.js';

/** The `<live-chat>` around an element, out through every shadow root. */
function shellOf(element: Element): HTMLElementTagNameMap['live-chat'] | null {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    const found = at.closest('live-chat');
    if (found) return found;
  }
  return null;
}

/** For pages that keep nothing, and browsers that can't. */
const memory = new Map<string, string>();

/**
 * The little that an element keeps of what the visitor chose, where `persist` of the `<live-chat>` around it says: each
 * thing is in the table of docs/privacy-and-storage.md. What can't be stored is kept for the page.
 */
export class Kept {
  #element: Element;
  #item: string;

  /** @param item - its name in the table */
  constructor(element: Element, item: string) {
    this.#element = element;
    this.#item = item;
  }

  get value(): string | undefined {
    try {
      return this.#area?.getItem(this.name) ?? memory.get(this.name);
    } catch {
      // Blocked: only this page knows.
      return memory.get(this.name);
    }
  }

  set value(value: string | undefined) {
    if (value === undefined) memory.delete(this.name);
    else memory.set(this.name, value);
    try {
      if (value === undefined) this.#area?.removeItem(this.name);
      else this.#area?.setItem(this.name, value);
    } catch {
      // Blocked or full: this page knows it all the same.
    }
  }

  /** Where it is stored. */
  get name(): string {
    const { endpoint = '', channel = '', sessionKey = '' } = shellOf(this.#element) ?? {};
    return `live-chat-elements/${scopeOf(endpoint, channel, sessionKey)}/${this.#item}`;
  }

  get #area(): Storage | undefined {
    const persist = shellOf(this.#element)?.persist;
    if (persist === 'session') return sessionStorage;
    return persist === 'local' ? localStorage : undefined;
  }
}
