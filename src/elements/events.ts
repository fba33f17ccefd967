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
type AsEvents<Map> = { [Name in keyof Map]: CustomEvent<Map[Name]> };

declare global {
  interface HTMLElementEventMap
    extends AsEvents<ChatEventMap>, AsEvents<BeforeMap>, AsEvents<IntentMap>, AsEvents<WindowEvents> {}
}
