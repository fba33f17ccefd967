import type { Cell } from '../state-table.js';
import type { ChatState, Conversation } from '../../../src/session/model/types.js';
import { chatState, CONVERSATIONS, NOW } from '../states.js';
import { special } from './grid.js';

const element = 'chat-leave-message';
const closed: ChatState = {
  ...chatState(),
  availability: { queue: 'main', open: false, agentsFree: 0, position: 1, changesAt: NOW + 50 * 365 * 86_400_000 },
};

/** A conversation that nobody was there for, with what was to be said. */
export function unattended(text: string): ChatState {
  const state = chatState('idle');
  const { key } = CONVERSATIONS.idle as Conversation;
  const conversation: Conversation = {
    ...(CONVERSATIONS.idle as Conversation),
    profile: { firstname: 'Ada', lastname: 'Park', email: 'ada@example.com' },
    error: 'unattended',
    pending: [{ clientId: 'c1', text, status: 'failed', error: 'unattended', createdAt: NOW }],
  };
  return { ...state, current: key, conversations: { [key]: conversation } };
}
const left = (state: ChatState, status: NonNullable<ChatState['view']['left']>): ChatState => ({
  ...state,
  view: { ...state.view, left: status },
});
const written = unattended('Is the blue mug still made?');

export const leaveMessageCells: readonly Cell[] = [
  special(element, 'closed', closed),
  special(element, 'written', written),
  { ...special(element, 'wrong', closed), act: { click: '[part=submit]', shows: '[part=error]' } },
  special(element, 'sending', left(written, { status: 'sending' })),
  special(element, 'failed', left(written, { status: 'failed', error: 'unreachable' })),
  special(element, 'sent', left(closed, { status: 'sent' })),
  special(element, 'somebody is there', chatState('active')),
];
