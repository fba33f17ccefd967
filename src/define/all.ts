/** Registers every element. */
import './live-chat.js';
import './panel.js';
import './chat-status.js';
import './chat-message.js';
import './chat-form.js';
import './chat-emojis.js';
import './chat-actions.js';
import './chat-overlay.js';
import './chat-invitation.js';
import './chat-leave-message.js';
import './chat-threads.js';
