/** The DOM events of `<live-chat>` that the session causes, and what their details hold. */
import type { ChatErrorCode } from './model/errors.js';
import type {
  Agents,
  Author,
  Availability,
  ConversationKey,
  Message,
  QueuePlace,
  Role,
  Thread,
} from './model/types.js';

/** Every detail names its conversation. */
type Of = { readonly conversationId: ConversationKey };
type People = Of & { readonly agents: Agents; readonly numAgentsConnected: number; readonly message: Message };

/**
 * Event names and details. The names are the documented WebChatService names in kebab case behind `chat-`; facts that
 * only the other products have follow the style. `vocabulary/events.ts` maps them to the documented names.
 */
export type ChatEventMap = {
  /** Verbs may be called; once, before every other event. */
  'chat-ready': Record<never, never>;
  'chat-started': Of & { readonly restored: boolean };
  'chat-queued': Of & { readonly queue: QueuePlace | null };
  'chat-queue-updated': Of & { readonly queue: QueuePlace | null };
  'chat-ended': Of & { readonly by: Role; readonly reason: string };
  /** The running conversation came back, after a reload or in another tab. */
  'chat-restored': Of;
  /** The visitor was away for too long; `chat-restore-failed` follows. */
  'chat-restore-timeout': Of;
  'chat-restore-failed': Of & { readonly code: ChatErrorCode };
  /** Restored while the server can't be reached; `chat-server-back-online` follows. */
  'chat-restored-offline': Of;
  /** New messages and notices; `restoring`: history. */
  'chat-message-received': Of & {
    readonly messages: readonly Message[];
    readonly originalMessages: readonly Message[];
    readonly restoring: boolean;
  };
  /** The server has stored the visitor's answer to the survey after the end. */
  'chat-survey-answered': Of & { readonly rating: number; readonly comment: string };
  /** One of the visitor's threads is shown from now on. */
  'chat-thread-opened': Of & { readonly threadId: string };
  /** A thread is called something else, or was put away or brought back, here or in another tab. */
  'chat-thread-changed': { readonly thread: Thread };
  /** The list of threads was fetched. */
  'chat-thread-listed': { readonly threads: readonly Thread[]; readonly more: boolean };
  /** The server has stored one's own message. */
  'chat-message-sent': Of & { readonly id: string; readonly text: string };
  'chat-message-failed': Of & { readonly id: string; readonly code: ChatErrorCode };
  /** The other side's devices have, or somebody there has read, everything up to an entry. */
  'chat-message-delivered': Of & { readonly upTo: number };
  'chat-message-seen': Of & { readonly upTo: number };
  /** A message was corrected, taken back, or is complete after it was streamed; `id` as in the transcript. */
  'chat-message-changed': Of & {
    readonly id: string;
    readonly change: 'edited' | 'retracted';
    readonly text: string;
  };
  /** An agent has the conversation from now on; `previous`: who had it before, if somebody else had. */
  'chat-assigned-agent-changed': Of & { readonly agent: Author; readonly previous: Author | null };
  /** The visitor's case stands elsewhere now: `open`, `pending`, `escalated`, `resolved` or `closed`. */
  'chat-case-status-changed': Of & { readonly status: string };
  'chat-agent-typing-started': Of & { readonly name: string };
  'chat-agent-typing-stopped': Of & { readonly name: string };
  'chat-agent-typing-timeout': Of & { readonly name: string };
  'chat-client-typing-started': Of;
  'chat-client-typing-stopped': Of;
  'chat-client-connected': People;
  'chat-client-disconnected': People;
  'chat-agent-connected': People;
  'chat-agent-disconnected': People;
  'chat-supervisor-connected': People;
  'chat-supervisor-disconnected': People;
  'chat-bot-connected': People;
  'chat-bot-disconnected': People;
  'chat-unread-changed': Of & { readonly count: number };
  /** The line is down: the visitor or the server is offline. */
  'chat-disconnected': { readonly reason: string };
  /** The line is up again; only after `chat-disconnected`. */
  'chat-reconnected': Record<never, never>;
  /** A try to reconnect has begun. */
  'chat-connection-pending': { readonly attempts: number };
  /** The server did not answer more than five tries; they go on. The conversation has not ended. */
  'chat-server-went-offline': { readonly attempts: number };
  'chat-server-back-online': Record<never, never>;
  'chat-connection-restored': Record<never, never>;
  /** News are asked for from now on, or no longer; only over a transport that polls. */
  'chat-polling-started': Record<never, never>;
  'chat-polling-stopped': Record<never, never>;
  /** Unsent text can't be kept over a reload, or can again. */
  'chat-storage-changed': { readonly durable: boolean };
  /** It was answered whether somebody is there. */
  'chat-availability': Availability;
  /** Something went wrong that no other event tells. */
  'chat-error': {
    readonly conversationId?: ConversationKey | undefined;
    readonly code: string;
    readonly message: string;
  };
};

/** An event as the session hands it to the element. */
export type ChatEvent = {
  [T in keyof ChatEventMap]: { readonly type: T; readonly detail: ChatEventMap[T] };
}[keyof ChatEventMap];
