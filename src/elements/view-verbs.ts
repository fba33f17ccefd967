/** What a facade may put on the screen of a `<live-chat>`: rows of the page's own, and something that covers the conversation. */
import { ChatError } from '../session/model/errors.js';
import { conversationOf } from '../session/model/selectors.js';
import { injectRow, type InjectOptions } from './injected/injected.js';
import type { LiveChat } from './live-chat.js';
import { TAKES_FOCUS, uncover } from './overlay/uncover.js';
import type { ShellHandle } from './shell-handle.js';

/** See the module. They are reached by name only: every page loads a method of the element, and few pages call these. */
export interface ViewVerbs {
  /**
   * Puts a row into the transcript on this page: sent to nobody, stored nowhere. Resolves with its element.
   * @throws (rejects) `not-active`: there is no conversation
   */
  injectMessage(options: InjectOptions): Promise<HTMLElement | undefined>;
  /**
   * Covers the conversation, in place of what covers it already.
   * @throws (rejects) `unsupported`: the page lays the chat out itself
   */
  showOverlay(options: { readonly content: readonly (Node | string)[] }): Promise<void>;
  /** Takes it away; resolves with whether anything was there. */
  hideOverlay(): Promise<boolean>;
  /** Whether the transcript goes along with what comes while its end is in view. */
  setAutoScroll(follow: boolean): Promise<void>;
}

/** The transcripts of a chat, those of the page's own layout among them. */
function transcriptsOf(shell: LiveChat): readonly HTMLElementTagNameMap['chat-transcript'][] {
  const own = shell.shadowRoot?.querySelectorAll('chat-transcript') ?? [];
  const elsewhere = shell.id
    ? (shell.getRootNode() as ParentNode).querySelectorAll<HTMLElementTagNameMap['chat-transcript']>(
        `chat-transcript[for="${CSS.escape(shell.id)}"]`,
      )
    : [];
  return [...own, ...shell.querySelectorAll('chat-transcript'), ...elsewhere];
}

/**
 * Has a box ignore being sent to its end, or not any more. From here, because every opened chat would load a switch in the
 * transcript.
 */
function hold(box: Element | null, follow: boolean): void {
  if (!box) return;
  if (follow) return void Reflect.deleteProperty(box, 'scrollTop');
  const { get, set } = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollTop')!;
  Object.defineProperty(box, 'scrollTop', {
    configurable: true,
    get,
    set(this: Element, top: number) {
      if (top !== this.scrollHeight) set!.call(this, top);
    },
  });
}

/** Builds them for one element. */
export function viewVerbs(shell: LiveChat, handle: ShellHandle): ViewVerbs {
  return {
    injectMessage: async (options) => {
      const conversation = conversationOf(handle.state);
      if (!conversation) throw new ChatError('not-active', 'injectMessage: there is no conversation; start one first');
      return injectRow({ shell, handle, transcripts: transcriptsOf(shell), key: conversation.key }, options);
    },
    showOverlay: async ({ content }) => {
      if (shell.composed)
        throw new ChatError('unsupported', 'showOverlay: the page lays the chat out itself; cover it there');
      // The text field goes away: who was writing goes on in what covers it.
      const within = !!shell.shadowRoot?.activeElement;
      await uncover(shell);
      const cover = shell.ownerDocument.createElement('div');
      cover.toggleAttribute(TAKES_FOCUS, within);
      cover.slot = 'overlay';
      cover.append(...content);
      shell.append(cover);
      shell.requestUpdate();
    },
    hideOverlay: async () => uncover(shell),
    setAutoScroll: async (follow) => {
      for (const transcript of transcriptsOf(shell)) hold(transcript.renderRoot.querySelector('.scroller'), follow);
      return Promise.resolve();
    },
  };
}
