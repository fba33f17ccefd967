/** Registers `<chat-form>`. */
import { ChatForm } from '../elements/chat-form.js';
import { define } from './define.js';

define('chat-form', ChatForm);

declare global {
  interface HTMLElementTagNameMap {
    'chat-form': ChatForm;
  }
}
