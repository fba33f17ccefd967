/** Registers `<chat-overlay>`. */
import { ChatOverlay } from '../elements/chat-overlay.js';
import { define } from './define.js';

define('chat-overlay', ChatOverlay);

declare global {
  interface HTMLElementTagNameMap {
    'chat-overlay': ChatOverlay;
  }
}
