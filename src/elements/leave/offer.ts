import { conversationOf } from '../../session/model/selectors.js';
import type { ChatState } from '../../session/model/types.js';

/** Whether a message can be left in place of a conversation, and how far that is; nothing while somebody is there. Pure. */
export function offerOf(state: ChatState): 'offered' | 'sending' | 'sent' | 'failed' | undefined {
  const { left } = state.view;
  if (left) return left.status;
  const conversation = conversationOf(state);
  if (conversation) return conversation.phase === 'idle' && conversation.error === 'unattended' ? 'offered' : undefined;
  return state.availability?.open === false ? 'offered' : undefined;
}
