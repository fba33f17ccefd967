/** The documented verbs that need the page itself; loaded when the first of them is called. */
import type { LiveChat } from './live-chat.js';
import type { ShellHandle } from './shell-handle.js';
import { readTextInput, watchTyping } from './typing-input.js';
import { viewVerbs, type ViewVerbs } from './view-verbs.js';

/** The verbs of `<live-chat>` that a session without a page can't have. Every rejection is a `ChatError`. */
export interface ElementVerbs {
  /**
   * Tells the other side that the visitor types in an input of the page, with a preview. It stops with the sending of a message, when
   * the input is left or emptied, and three seconds after the last key.
   * @throws (rejects) `invalid`: `input` is no text input and no textarea
   */
  registerTypingPreviewInput(options: { readonly input: HTMLInputElement | HTMLTextAreaElement }): Promise<void>;
}

/** Builds them for one element. */
export function elementVerbs(shell: LiveChat, handle: ShellHandle): ElementVerbs & ViewVerbs {
  return {
    ...viewVerbs(shell, handle),
    registerTypingPreviewInput: async (options) => {
      watchTyping(readTextInput(options), shell, handle);
      return Promise.resolve();
    },
  };
}
