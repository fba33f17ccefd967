import type { Opened, Page, Registers } from '../transport.js';
import type { ChatErrorCode } from './errors.js';
import type { Fact } from './facts.js';
import type {
  Availability,
  Capabilities,
  ChatState,
  Connection,
  ConversationKey,
  Entry,
  Pending,
  PendingStatus,
  Profile,
  StorageState,
  View,
} from './types.js';

/** Everything that can happen to the state. `transition` is the only place that answers. */
export type Input =
  | { readonly type: 'engine'; readonly engine: ChatState['engine'] }
  | { readonly type: 'storage'; readonly storage: StorageState }
  | { readonly type: 'capabilities'; readonly capabilities: Partial<Capabilities> }
  | { readonly type: 'polling'; readonly polling: boolean }
  /** `failed`: a try has failed and the next one waits. */
  | {
      readonly type: 'connection';
      readonly status: Connection['status'];
      readonly reason?: string | undefined;
      readonly failed?: boolean;
      /** The tries are counted anew. */
      readonly reset?: boolean;
      /** The server answered, with a final no. */
      readonly refused?: ChatErrorCode | undefined;
    }
  /** `failed`: the start was refused on an earlier page, and its messages still wait for the visitor to decide. `aside`: see `restore`. */
  | {
      readonly type: 'start';
      readonly key: ConversationKey;
      readonly profile: Profile;
      readonly failed?: ChatErrorCode | undefined;
      readonly aside?: boolean;
    }
  /** `aside`: an older one, which still has something to send or an end to hear of; the current one stays current. */
  | {
      readonly type: 'restore';
      readonly key: ConversationKey;
      readonly remoteId?: string | undefined;
      readonly profile: Profile;
      readonly aside?: boolean;
    }
  | { readonly type: 'opened'; readonly key: ConversationKey; readonly opened: Opened }
  | { readonly type: 'open-failed'; readonly key: ConversationKey; readonly code: ChatErrorCode }
  | { readonly type: 'entry'; readonly key: ConversationKey; readonly entry: Entry }
  | {
      readonly type: 'page';
      readonly key: ConversationKey;
      readonly page: Page;
      readonly direction: 'after' | 'before';
    }
  | { readonly type: 'registers'; readonly key: ConversationKey; readonly registers: Registers }
  | {
      readonly type: 'typing';
      readonly key: ConversationKey;
      readonly person: string;
      readonly typing: boolean;
      readonly expired?: boolean;
    }
  | { readonly type: 'visitor-typing'; readonly key: ConversationKey; readonly typing: boolean }
  | { readonly type: 'submit'; readonly key: ConversationKey; readonly pending: Pending }
  | {
      readonly type: 'pending';
      readonly key: ConversationKey;
      readonly clientId: string;
      readonly status: PendingStatus;
      readonly seq?: number | undefined;
      readonly error?: ChatErrorCode | undefined;
    }
  | { readonly type: 'withdraw'; readonly key: ConversationKey; readonly clientId: string }
  | { readonly type: 'seen'; readonly key: ConversationKey; readonly seq: number }
  | { readonly type: 'ending'; readonly key: ConversationKey; readonly ending: boolean }
  | { readonly type: 'revoked'; readonly key: ConversationKey; readonly code: ChatErrorCode }
  | { readonly type: 'loading-older'; readonly key: ConversationKey; readonly loading: boolean }
  | { readonly type: 'current'; readonly key: ConversationKey | undefined }
  /** `lost`: it could not be brought back, and the visitor is to know. */
  | { readonly type: 'forget'; readonly key: ConversationKey; readonly lost?: ChatErrorCode | undefined }
  /** What has no server: whether the window is open, sound, notifications, files, a message that is left. */
  | { readonly type: 'view'; readonly view: Partial<Omit<View, 'drafts'>>; readonly facts?: readonly Fact[] }
  | { readonly type: 'draft'; readonly key: ConversationKey | ''; readonly text: string }
  | { readonly type: 'availability'; readonly availability: Availability }
  | { readonly type: 'error'; readonly code: ChatErrorCode | 'slow-filter'; readonly message: string }
  /** The same entries, some of them without what is not to be seen, or with what they say now; and what is told of that. */
  | {
      readonly type: 'entries';
      readonly key: ConversationKey;
      readonly entries: readonly Entry[];
      readonly facts?: readonly Fact[];
    }
  | { readonly type: 'warning'; readonly code: string; readonly detail?: string | undefined };

/** An input that means one conversation. */
export type ConversationInput = Extract<Input, { readonly key: ConversationKey }>;
