/** Registers `<chat-message>`. */
import { ChatMessage } from '../elements/chat-message.js';
import { define } from './define.js';

define('chat-message', ChatMessage);

declare global {
  interface HTMLElementTagNameMap {
    'chat-message': ChatMessage;
  }
}
