/** Registers `<chat-threads>` and the button that shows and hides it in the window. */
import { ChatThreadsToggle } from '../elements/chat-threads-toggle.js';
import { ChatThreads } from '../elements/chat-threads.js';
import { define } from './define.js';

define('chat-threads', ChatThreads);
define('chat-threads-toggle', ChatThreadsToggle);

declare global {
  interface HTMLElementTagNameMap {
    'chat-threads': ChatThreads;
    'chat-threads-toggle': ChatThreadsToggle;
  }
}
