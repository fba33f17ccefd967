/** Registers `<chat-status>`. */
import { ChatStatus } from '../elements/chat-status.js';
import { define } from './define.js';

define('chat-status', ChatStatus);

declare global {
  interface HTMLElementTagNameMap {
    'chat-status': ChatStatus;
  }
}
