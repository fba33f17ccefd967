import { frozen } from './frozen.js';
import type { Conversation, ConversationKey, Log, Profile } from './types.js';

/** A log with nothing in it. */
export const EMPTY_LOG: Log = Object.freeze({ entries: Object.freeze([]), first: 0, last: 0, older: false, head: 0 });

/** A conversation as it is made at its start (idle: one that failed on an earlier page) or before its restore. */
export function newConversation(
  key: ConversationKey,
  phase: 'idle' | 'starting' | 'restoring',
  profile: Profile = {},
): Conversation {
  return Object.freeze({
    key,
    phase,
    me: '',
    profile: frozen(profile),
    log: EMPTY_LOG,
    pending: Object.freeze([]),
    people: Object.freeze([]),
    queue: null,
    marks: Object.freeze({}),
    version: -1,
    typing: Object.freeze([]),
    visitorTyping: false,
    seen: 0,
    loadingOlder: false,
  });
}
