import { isRunning, conversationOf } from '../../session/model/selectors.js';
import type { HostPort } from './host.js';

type TextInput = EventTarget & { readonly value: string };

const TEXT_TYPES: ReadonlySet<unknown> = new Set(['text', 'search', 'email', 'url', 'tel']);

/** The element itself: of a jQuery object, a NodeList or an array the first one. */
export function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'nodeType' in value) return value;
  return 'length' in value && '0' in value ? value[0] : value;
}

/** A text input or a textarea, of any window of the page. */
export function isTextInput(value: unknown): value is TextInput {
  if (typeof value !== 'object' || value === null) return false;
  const { nodeType, localName, type } = value as { nodeType?: unknown; localName?: unknown; type?: unknown };
  return nodeType === 1 && (localName === 'textarea' || (localName === 'input' && TEXT_TYPES.has(type)));
}

/** Inputs of the page whose keys tell the other side that the visitor types. */
export class TypingInputs {
  #host: HostPort;
  #undo = new Map<EventTarget, () => void>();

  constructor(host: HostPort) {
    this.#host = host;
  }

  /** Watches one; watching it again changes nothing. */
  add(input: TextInput): void {
    if (this.#undo.has(input)) return;
    const listener = (): void => this.#typed(input.value);
    input.addEventListener('input', listener);
    this.#undo.set(input, () => input.removeEventListener('input', listener));
  }

  #typed(text: string): void {
    const { state } = this.#host;
    // Somebody who fills in a form of the page is no reason to load the chat.
    if (text.trim() === '' || !state || !isRunning(conversationOf(state))) return;
    // That it was over meanwhile is no fault of whoever types.
    this.#host.call('sendTyping', { Message: text }).catch(() => undefined);
  }

  release(): void {
    for (const undo of this.#undo.values()) undo();
    this.#undo.clear();
  }
}
