/** Types for `addEventListener` on every element: names and details of all events and intents. */
import type { BeforeMap } from '../session/before.js';
import type { ChatEventMap } from '../session/events.js';
import type { IntentMap } from '../session/intents.js';

/** Who caused a change of the window, and which conversation it shows. */
export type WindowDetail = { readonly reason: 'user' | 'api' | 'error'; readonly conversationId: string | undefined };

type WindowEvents = {
  'chat-window-opened': WindowDetail;
  'chat-window-minimized': WindowDetail;
  'chat-window-closed': WindowDetail;
};
/** How an invitation went. */
export type InvitationDetail = { readonly reason: 'user' | 'api' | 'timeout' | 'opened' | 'elsewhere' };

type ChoiceEvents = {
  'chat-invitation-shown': InvitationDetail;
  'chat-invitation-accepted': InvitationDetail;
  'chat-invitation-dismissed': InvitationDetail;
  'chat-invitation-expired': InvitationDetail;
  /** An emoji was chosen; prevented, it is not put into the composer. */
  'chat-emoji-chosen': { readonly emoji: string };
  /** An action of the page was chosen in the menu beside the composer; prevented, its `click` is not called. */
  'chat-action-chosen': { readonly action: string; readonly conversationId: string | undefined };
};
type AsEvents<Map> = { [Name in keyof Map]: CustomEvent<Map[Name]> };

declare global {
  interface HTMLElementEventMap
    extends
      AsEvents<ChatEventMap>,
      AsEvents<BeforeMap>,
      AsEvents<IntentMap>,
      AsEvents<WindowEvents>,
      AsEvents<ChoiceEvents> {}
}
