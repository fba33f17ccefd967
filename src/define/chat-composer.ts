/** Registers `<chat-composer>`. */
import { ChatComposer } from '../elements/chat-composer.js';
import { define } from './define.js';

define('chat-composer', ChatComposer);

declare global {
  interface HTMLElementTagNameMap {
    'chat-composer': ChatComposer;
  }
}
