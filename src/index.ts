/**
 * `live-chat-elements`: importing it registers `<live-chat>` and its launcher. What a page does not use yet (the window,
 * the engine with Socket.IO) is loaded at the first act, so nothing else may be exported here that would come with it.
 * Safe to import in Node.
 */
import './define/live-chat.js';

export { LiveChat } from './elements/live-chat.js';
export { ChatLauncher } from './elements/chat-launcher.js';
export type { WindowDetail } from './elements/events.js';
export type { ChatEventMap } from './session/events.js';
export type { BeforeMap } from './session/before.js';
export type { IntentMap } from './session/intents.js';
