/** Registers `<chat-window>`. */
import { ChatWindow } from '../elements/chat-window.js';
import { define } from './define.js';

define('chat-window', ChatWindow);

declare global {
  interface HTMLElementTagNameMap {
    'chat-window': ChatWindow;
  }
}
