import type { ChatEvent } from '../events.js';
import type { ChatErrorCode } from './errors.js';
import type {
  Author,
  Availability,
  Connection,
  ConversationKey,
  Entry,
  Marks,
  Phase,
  QueuePlace,
  Role,
  StorageState,
} from './types.js';

/**
 * What really changed. Facts are the only source of events, announcements, sounds and unread counts: a duplicate yields
 * none, so nothing is told twice.
 */
export type Fact =
  | { readonly type: 'connection'; readonly connection: Connection; readonly previous: Connection }
  | { readonly type: 'phase'; readonly key: ConversationKey; readonly phase: Phase; readonly previous: Phase }
  /** The server has opened a new conversation. */
  | { readonly type: 'started'; readonly key: ConversationKey }
  | { readonly type: 'start-failed'; readonly key: ConversationKey; readonly code: ChatErrorCode }
  /** A running conversation came back after a reload or in another tab. */
  | { readonly type: 'restored'; readonly key: ConversationKey }
  | { readonly type: 'restore-failed'; readonly key: ConversationKey; readonly code: ChatErrorCode }
  | { readonly type: 'queue'; readonly key: ConversationKey; readonly queue: QueuePlace | null }
  /**
   * Entries that were not here before. `restoring`: history, not news; never announced, never counted. `whole`: a text that was here
   * while it grew; whoever has seen it then has not seen all of it.
   */
  | {
      readonly type: 'received';
      readonly key: ConversationKey;
      readonly entries: readonly Entry[];
      readonly restoring: boolean;
      readonly whole?: boolean;
    }
  /** One's own message was taken into the outbox and shows. */
  | { readonly type: 'submitted'; readonly key: ConversationKey; readonly clientId: string }
  /** The server has stored one's own message. Told once, however often it is acknowledged. */
  | {
      readonly type: 'sent';
      readonly key: ConversationKey;
      readonly clientId: string;
      readonly text: string;
      readonly seq: number;
    }
  | {
      readonly type: 'send-failed';
      readonly key: ConversationKey;
      readonly clientId: string;
      readonly code: ChatErrorCode;
    }
  | { readonly type: 'joined'; readonly key: ConversationKey; readonly person: Author; readonly at: number }
  | {
      readonly type: 'left';
      readonly key: ConversationKey;
      readonly person: Author;
      readonly at: number;
      readonly reason?: string | undefined;
    }
  | {
      readonly type: 'typing';
      readonly key: ConversationKey;
      readonly person: Author;
      readonly typing: boolean;
      readonly expired?: boolean;
    }
  | { readonly type: 'visitor-typing'; readonly key: ConversationKey; readonly typing: boolean }
  | {
      readonly type: 'marks';
      readonly key: ConversationKey;
      readonly person: string;
      readonly marks: Marks;
      readonly previous?: Marks | undefined;
    }
  | { readonly type: 'ended'; readonly key: ConversationKey; readonly by: Role; readonly reason?: string | undefined }
  | { readonly type: 'unread'; readonly key: ConversationKey; readonly count: number }
  /** Something is missing: fetch it. */
  | { readonly type: 'behind'; readonly key: ConversationKey }
  /** What only some conversations have, as the event that tells it. */
  | { readonly type: 'event'; readonly key: ConversationKey; readonly event: ChatEvent }
  | { readonly type: 'storage'; readonly storage: StorageState }
  | { readonly type: 'polling'; readonly polling: boolean }
  /** It was answered whether somebody is there; told each time, because somebody asked. */
  | { readonly type: 'availability'; readonly availability: Availability }
  /** Something went wrong that the page must hear of. */
  | { readonly type: 'error'; readonly code: ChatErrorCode | 'slow-filter'; readonly message: string }
  /** Something illegal or unreadable was ignored. */
  | { readonly type: 'warning'; readonly code: string; readonly detail?: string | undefined };
