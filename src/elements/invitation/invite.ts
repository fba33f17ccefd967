import { conversationOf, isRunning } from '../../session/model/selectors.js';
import type { ChatInvitation } from '../chat-invitation.js';
import { Kept } from '../kept.js';
import type { LiveChat } from '../live-chat.js';
import type { ShellHandle } from '../shell-handle.js';

/** What `invite()` takes. */
export type InviteOptions = {
  /** Default: translated ones. */
  readonly heading?: string | undefined;
  readonly text?: string | undefined;
  /** The text, as another product calls it. */
  readonly message?: string | undefined;
  /** The label of the button that accepts; or `accepted`. */
  readonly accept?: string | (() => void) | undefined;
  /** What is done when it is accepted, in place of opening the window. */
  readonly accepted?: (() => void) | undefined;
  /** The label of the other one. */
  readonly decline?: string | undefined;
  /** So long it stays, in milliseconds; default 30 s. 0: until it is answered. */
  readonly timeout?: number | undefined;
  /** So long an earlier refusal holds, in milliseconds; default a week. 0: it does not count. */
  readonly again?: number | undefined;
};

/** What came of `invite()`: it shows, or why it does not. */
export type InviteResult = {
  readonly shown: boolean;
  /** `open`: the window is; `active`: a conversation runs; `dismissed`: the visitor did not want to, not long ago; `shown`: one shows already. */
  readonly reason?: 'open' | 'active' | 'dismissed' | 'shown' | undefined;
};

/** What the chunk of invitations does for a `<live-chat>`. */
export type Invitations = {
  readonly invite: (shell: LiveChat, handle: ShellHandle, options?: InviteOptions) => Promise<InviteResult>;
  /** See `startProactiveChat` of the element. `accepted`: what is done then, in place of starting the chat. */
  readonly startProactiveChat: (
    shell: LiveChat,
    handle: ShellHandle,
    notification: { readonly message?: string | undefined },
    showPrechat?: boolean,
    options?: Pick<InviteOptions, 'accepted'>,
  ) => Promise<InviteResult>;
  /** Puts what `proactive` of the element says in force, in place of what it said before. */
  readonly watch: (shell: LiveChat, handle: ShellHandle) => void;
};

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** The page's own invitation, or one beside the launcher. */
function elementOf(shell: LiveChat): ChatInvitation {
  const selector = 'chat-invitation';
  const found = shell.querySelector(selector) ?? shell.shadowRoot?.querySelector(selector);
  if (found) return found;
  const element = shell.ownerDocument.createElement(selector);
  element.floating = shell.mode !== 'inline';
  element.setAttribute('part', 'invitation');
  element.setAttribute(
    'exportparts',
    'base heading text accept decline close'.replaceAll(/\w+/g, (part) => `${part}:invitation-${part}`),
  );
  shell.renderRoot.append(element);
  return element;
}

/** Invites the visitor, unless they are there already, or did not want to not long ago. */
export async function invite(shell: LiveChat, handle: ShellHandle, options: InviteOptions = {}): Promise<InviteResult> {
  const { again = WEEK } = options;
  const { state } = handle;
  if (state.view.open) return { shown: false, reason: 'open' };
  if (isRunning(conversationOf(state))) return { shown: false, reason: 'active' };
  const dismissed = Number(new Kept(shell, 'invitation').value ?? 0);
  // A clock that was set back must not silence it for years.
  const ago = Math.abs(Date.now() - dismissed);
  if (again > 0 && ago < again) return { shown: false, reason: 'dismissed' };
  const element = elementOf(shell);
  if (element.open) return { shown: false, reason: 'shown' };
  await element.show(options);
  return { shown: true };
}
