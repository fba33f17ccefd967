/** Registers `<chat-header>`. */
import { ChatHeader } from '../elements/chat-header.js';
import { define } from './define.js';

define('chat-header', ChatHeader);

declare global {
  interface HTMLElementTagNameMap {
    'chat-header': ChatHeader;
  }
}
