/** Registers `<chat-transcript>`. */
import { ChatTranscript } from '../elements/chat-transcript.js';
import { define } from './define.js';

define('chat-transcript', ChatTranscript);

declare global {
  interface HTMLElementTagNameMap {
    'chat-transcript': ChatTranscript;
  }
}
