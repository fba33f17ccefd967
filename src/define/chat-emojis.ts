/** Registers `<chat-emojis>`. */
import { ChatEmojis } from '../elements/chat-emojis.js';
import { define } from './define.js';

define('chat-emojis', ChatEmojis);

declare global {
  interface HTMLElementTagNameMap {
    'chat-emojis': ChatEmojis;
  }
}
