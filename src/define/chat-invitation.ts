/** Registers `<chat-invitation>`, and invites with it: when it is asked to, and by the rules of the page. */
import { ChatInvitation } from '../elements/chat-invitation.js';
import { define } from './define.js';

define('chat-invitation', ChatInvitation);

export { invite } from '../elements/invitation/invite.js';
export { startProactiveChat, watch } from '../elements/invitation/proactive.js';

declare global {
  interface HTMLElementTagNameMap {
    'chat-invitation': ChatInvitation;
  }
}
