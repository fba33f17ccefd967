/** Registers `<chat-actions>`. */
import { ChatActions } from '../elements/chat-actions.js';
import { define } from './define.js';

define('chat-actions', ChatActions);

declare global {
  interface HTMLElementTagNameMap {
    'chat-actions': ChatActions;
  }
}
