/** Registers `<chat-leave-message>`. */
import { ChatLeaveMessage } from '../elements/chat-leave-message.js';
import { define } from './define.js';

define('chat-leave-message', ChatLeaveMessage);

declare global {
  interface HTMLElementTagNameMap {
    'chat-leave-message': ChatLeaveMessage;
  }
}
