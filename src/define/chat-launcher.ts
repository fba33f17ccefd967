/** Registers `<chat-launcher>`. */
import { ChatLauncher } from '../elements/chat-launcher.js';
import { define } from './define.js';

define('chat-launcher', ChatLauncher);

declare global {
  interface HTMLElementTagNameMap {
    'chat-launcher': ChatLauncher;
  }
}
