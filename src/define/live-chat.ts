/** Registers `<live-chat>` with its launcher, and says where the rest is loaded from at the first act. */
import { LiveChat } from '../elements/live-chat.js';
import './chat-launcher.js';
import { define } from './define.js';

LiveChat.load = () => import('../acts.js');
LiveChat.invitation = () => import('./chat-invitation.js');
define('live-chat', LiveChat);

declare global {
  interface HTMLElementTagNameMap {
    'live-chat': LiveChat;
  }
}
