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
  /** Whether the transcript goes along with what comes while its end is in view; else it waits for the visitor, as for one who reads. */
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

/** What was asked for, by the chat; kept for transcripts that come later. */
const following = new WeakMap<LiveChat, boolean>();

/** Has the transcripts that are there hold their end in view, or not any more; see `StickyScroll`. */
async function follow(shell: LiveChat): Promise<void> {
  await shell.updateComplete;
  for (const transcript of transcriptsOf(shell)) {
    await transcript.updateComplete;
    const still = following.get(shell) === false;
    const box = transcript.shadowRoot?.querySelector<HTMLElement>('.scroller');
    if (!box || box.hasAttribute('data-still') === still) continue;
    box.toggleAttribute('data-still', still);
    // It looks anew at where it stands.
    box.dispatchEvent(new Event('scroll'));
  }
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
    setAutoScroll: async (wanted) => {
      if (!following.has(shell)) handle.subscribe(() => void follow(shell));
      following.set(shell, wanted);
      await follow(shell);
    },
  };
}
