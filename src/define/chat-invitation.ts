/** Registers `<chat-invitation>`, and invites with it. */
import { ChatInvitation } from '../elements/chat-invitation.js';
import { define } from './define.js';

define('chat-invitation', ChatInvitation);

export { invite } from '../elements/invitation/invite.js';

declare global {
  interface HTMLElementTagNameMap {
    'chat-invitation': ChatInvitation;
  }
}
