/** Registers every element of the window. */
import './chat-window.js';
import './chat-header.js';
import './chat-status.js';
import './chat-transcript.js';
import './chat-composer.js';
