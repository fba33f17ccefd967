import type { ChatHandle } from '../session/host.js';
import { ChatError } from '../session/model/errors.js';
import { conversationOf, isRunning } from '../session/model/selectors.js';
import { MORE_TEXTS } from '../vocabulary/more-texts.js';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

const TEXT_TYPES: ReadonlySet<unknown> = new Set(['text', 'search', 'email', 'url', 'tel', 'textarea']);

/** Inputs that are watched, by who watches. */
const watched = new WeakMap<object, WeakSet<EventTarget>>();

/** The input among the options of `registerTypingPreviewInput`, of any window of the page. @throws ChatError `invalid` */
export function readTextInput(options: unknown): TextInput {
  const { input } = (options ?? {}) as { readonly input?: Partial<TextInput> | null };
  const tags = ['input', 'textarea'];
  if (input?.nodeType !== 1 || !tags.includes(input.localName ?? '') || !TEXT_TYPES.has(input.type))
    throw new ChatError('invalid', MORE_TEXTS.registerTypingPreviewInput.invalid);
  return input as TextInput;
}

/** Tells the other side of what is typed in an input; watching it again changes nothing. */
export function watchTyping(input: TextInput, owner: object, handle: ChatHandle): void {
  const inputs = watched.get(owner) ?? new WeakSet();
  watched.set(owner, inputs);
  if (inputs.has(input)) return;
  inputs.add(input);
  const tell = (text: string): void => {
    // Somebody who fills in a form of the page is no reason to load the chat.
    if (isRunning(conversationOf(handle.state))) handle.perform({ type: 'chat-typing-request', detail: { text } });
  };
  input.addEventListener('input', () => tell(input.value));
  input.addEventListener('blur', () => tell(''));
}
