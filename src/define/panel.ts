/** Registers every element of the window. The banners come a moment later: there is something to tell only then. */
import './chat-window.js';
import './chat-header.js';
import './chat-transcript.js';
import './chat-composer.js';

// A chat without them is better than none.
import('./chat-status.js').catch(() => undefined);
