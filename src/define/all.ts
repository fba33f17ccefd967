/** Registers every element. */
import './live-chat.js';
import './panel.js';
import './chat-message.js';
