import type { Fact } from './facts.js';
import { conversationOf, unreadOf } from './selectors.js';
import type { ChatState, Conversation } from './types.js';

/** A new snapshot and what really changed. */
export type Step = { readonly state: ChatState; readonly facts: readonly Fact[] };

/** The step that changes nothing. */
export function still(state: ChatState): Step {
  return { state, facts: [] };
}

/** Changes parts of the state; the same object comes back when every part is the same. */
export function withState(state: ChatState, change: Partial<ChatState>): ChatState {
  for (const name of Object.keys(change) as (keyof ChatState)[])
    if (!Object.is(state[name], change[name])) return Object.freeze({ ...state, ...change });
  return state;
}

/** Changes parts of one conversation; the same object comes back when every part is the same. */
export function withParts(conversation: Conversation, change: Partial<Conversation>): Conversation {
  for (const name of Object.keys(change) as (keyof Conversation)[])
    if (!Object.is(conversation[name], change[name])) return Object.freeze({ ...conversation, ...change });
  return conversation;
}

/** Puts a conversation into the state and adds what follows from it for everybody: the unread count. */
export function put(state: ChatState, conversation: Conversation, facts: readonly Fact[]): Step {
  const { key } = conversation;
  const before = conversationOf(state, key);
  if (before === conversation) return { state, facts };
  const count = unreadOf(conversation);
  const all = count === unreadOf(before) ? facts : [...facts, { type: 'unread', key, count } as const];
  return {
    state: withState(state, { conversations: Object.freeze({ ...state.conversations, [key]: conversation }) }),
    facts: all,
  };
}
