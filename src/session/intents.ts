import type { LeaveMessageOptions } from './host.js';
import type { Choice, ConversationKey, LocalEntry, Profile, UserData } from './model/types.js';

/** Which conversation an intent means; left out, the current one. */
type In = { readonly conversationId?: ConversationKey | undefined };

/** A row of the page's own, without its place. */
export type LocalRow = Pick<LocalEntry, 'from' | 'text' | 'rich'>;

/**
 * What a person can want, by the name of the DOM event that carries it. Elements dispatch these as bubbling, composed,
 * cancelable events; what a page does not prevent goes to `handle.perform`.
 */
export type IntentMap = {
  'chat-open-request': Record<never, never>;
  'chat-minimize-request': Record<never, never>;
  'chat-close-request': Record<never, never>;
  /** Starts a conversation with what a form asked. */
  'chat-start-request': { readonly profile?: Profile | undefined; readonly userData?: UserData | undefined };
  /** Sends a message, and starts a conversation first when none runs. */
  'chat-send-request': In & { readonly text: string };
  /** Tries a refused message again. */
  'chat-retry-request': In & { readonly clientId: string };
  /** Takes back a message that was refused or never sent. One that the server may have stays until it is known. */
  'chat-discard-request': In & { readonly clientId: string };
  /** Answers a rich message; `text` says the choice in words. */
  'chat-choose-request': In & { readonly choice: Choice; readonly text: string };
  /** Ends the conversation (elements ask the person before they dispatch it). */
  'chat-end-request': In;
  /** Leaves a message for when somebody is there again; without one, puts away that one was left. */
  'chat-leave-request': Partial<LeaveMessageOptions>;
  /** Answers the survey after the end. `rating` from 1 to its scale. */
  'chat-survey-request': In & { readonly rating: number; readonly comment?: string | undefined };
  /** After the end: puts the old conversation aside, so that a new one can be started. */
  'chat-new-request': Record<never, never>;
  /** Fetches the page of messages before the first one here. */
  'chat-older-request': In;
  /** All entries up to `seq` are on screen, in a visible page. */
  'chat-seen-request': In & { readonly seq: number };
  /** The text in the composer changed: keeps the draft and tells the other side that the visitor types. */
  'chat-draft-request': In & { readonly text: string };
  /** The text in another input of the page changed: the other side is told; an empty one says that typing stopped. */
  'chat-typing-request': In & { readonly text: string };
  /** Puts files into the tray, for the next message. */
  'chat-attach-request': In & { readonly files: readonly Blob[] };
  /** Takes a file out of the tray; `id` of its upload. */
  'chat-detach-request': { readonly id: string };
  /** Tries a file of the tray again. */
  'chat-upload-request': { readonly id: string };
  /** A picture in a message shows: its bytes are fetched. Prevented, it stays a card. */
  'chat-preview-request': In & { readonly fileId: string };
  /** Saves a file of the conversation on the visitor's device. */
  'chat-download-request': { readonly fileId: string };
  /** Puts a row of the page's own after what is there. */
  'chat-inject-request': In & { readonly row: LocalRow };
  /** Shows one of the visitor's threads; without an id, room for a new one. */
  'chat-thread-open-request': { readonly threadId?: string | undefined };
  /** Calls a thread something else. */
  'chat-thread-rename-request': { readonly threadId: string; readonly title: string };
  /** Puts a thread away, or brings it back. */
  'chat-thread-archive-request': { readonly threadId: string; readonly archived: boolean };
  /** Fetches the list of threads, as far as it was; `more`: and the next page of it. */
  'chat-thread-list-request': { readonly more?: boolean | undefined };
  'chat-mute-request': { readonly muted: boolean };
  'chat-notify-request': { readonly notify: boolean };
  /** Tries the connection now instead of waiting for the next try. */
  'chat-reconnect-request': Record<never, never>;
};

/** The name of an intent. */
export type IntentType = keyof IntentMap;

/** An intent, as `handle.perform` takes it; a CustomEvent of that name has this shape. */
export type Intent = { [T in IntentType]: { readonly type: T; readonly detail: IntentMap[T] } }[IntentType];
