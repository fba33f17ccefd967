import type { ConversationKey, Profile, UserData } from './model/types.js';

/**
 * The one veto and alter point of every path (element, verb, facade): cancelable events with a mutable detail, on
 * `<live-chat>` before it happens.
 */
export type BeforeMap = {
  /** Before a conversation starts; profile and user data may be changed. */
  'chat-before-start': { profile: Profile; userData: UserData };
  /** Before a message is taken; the text may be changed. */
  'chat-before-send': { text: string; readonly conversationId: ConversationKey };
  /**
   * Before a stored conversation is brought back. One that is prevented is forgotten here, and unsent text goes back to the
   * composer; `expired` says that it was because too much time has passed.
   */
  'chat-before-restore': { readonly conversationId: ConversationKey; expired: boolean };
  /** Before files are put to a message; the list may be changed. */
  'chat-before-upload': { files: Blob[]; readonly conversationId: ConversationKey | undefined };
  /** Before a conversation is ended from this side. */
  'chat-before-end': { readonly conversationId: ConversationKey };
};

/** Hears of something before it happens; returns false to prevent it. */
export type Intercept = <T extends keyof BeforeMap>(type: T, detail: BeforeMap[T]) => boolean;
