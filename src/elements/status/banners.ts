import type { IntentType } from '../../session/intents.js';
import type { ChatErrorCode } from '../../session/model/errors.js';
import { conversationOf, isRunning } from '../../session/model/selectors.js';
import type { ChatState, Conversation, QueuePlace, StatusEntry } from '../../session/model/types.js';
import { isCutOff } from '../header/standing.js';

/** What is told about how things stand, as data. The texts come from the element. */
export type Banner =
  | { readonly type: 'engine-failed' }
  | { readonly type: 'offline' | 'unreachable' | 'catching-up' }
  | { readonly type: 'reconnecting'; readonly attempts: number }
  | { readonly type: 'refused' | 'start-failed'; readonly code: ChatErrorCode }
  | { readonly type: 'restore-failed' }
  | { readonly type: 'queue'; readonly place: QueuePlace | null }
  | { readonly type: 'idle-warning'; readonly until: number | undefined }
  | { readonly type: 'storage' }
  | { readonly type: 'ended'; readonly by: string; readonly reason: string | undefined };

/** How loud a banner is. */
export type Tone = 'plain' | 'waiting' | 'warning' | 'danger';

/** The look of each banner, and the one thing that can be done about it. */
export const LOOKS: Readonly<
  Record<
    Banner['type'],
    { readonly tone: Tone; readonly act?: 'retry' | 'try-now' | 'new' | 'dismiss'; readonly intent?: IntentType }
  >
> = {
  'engine-failed': { tone: 'danger', act: 'retry', intent: 'chat-reconnect-request' },
  offline: { tone: 'warning' },
  unreachable: { tone: 'warning', act: 'try-now', intent: 'chat-reconnect-request' },
  reconnecting: { tone: 'waiting', act: 'try-now', intent: 'chat-reconnect-request' },
  'catching-up': { tone: 'waiting' },
  refused: { tone: 'danger', act: 'try-now', intent: 'chat-reconnect-request' },
  'start-failed': { tone: 'danger', act: 'retry', intent: 'chat-start-request' },
  'restore-failed': { tone: 'warning', act: 'dismiss' },
  queue: { tone: 'waiting' },
  'idle-warning': { tone: 'warning' },
  storage: { tone: 'warning', act: 'dismiss' },
  ended: { tone: 'plain', act: 'new', intent: 'chat-new-request' },
};

/** Nobody is there, which is no failure. */
export const isClosed = (banner: Banner): boolean => banner.type === 'start-failed' && banner.code === 'unattended';

/** The warning still stands when nothing was written after it. */
function idleWarning({ log, pending }: Conversation): StatusEntry | undefined {
  if (pending.length > 0) return undefined;
  const last = log.entries.findLast(
    (entry) => entry.type === 'message' || (entry.type === 'status' && entry.status === 'idle-warning'),
  );
  return last?.type === 'status' ? last : undefined;
}

function lineOf(state: ChatState, onLine: boolean): Banner | undefined {
  const { status, reason, attempts, serverOffline, refused } = state.connection;
  if (isCutOff(state)) {
    if (!onLine) return { type: 'offline' };
    if (refused) return { type: 'refused', code: refused };
    return serverOffline ? { type: 'unreachable' } : { type: 'reconnecting', attempts };
  }
  // The first connection of a conversation has nothing to catch up with.
  return status === 'catching-up' && reason !== undefined ? { type: 'catching-up' } : undefined;
}

function phaseOf(conversation: Conversation): Banner | undefined {
  const { phase, error, queue, ended } = conversation;
  if (phase === 'idle') return error && { type: 'start-failed', code: error };
  if (phase === 'queued') return { type: 'queue', place: queue };
  if (phase === 'ended') return { type: 'ended', by: ended?.by ?? 'system', reason: ended?.reason };
  const warning = idleWarning(conversation);
  return warning && { type: 'idle-warning', until: warning.until };
}

/**
 * What there is to tell, the most urgent first. Pure.
 * @param onLine - whether the device is on a network
 */
export function bannersOf(state: ChatState, onLine: boolean): readonly Banner[] {
  if (state.engine === 'failed') return [{ type: 'engine-failed' }];
  const conversation = conversationOf(state);
  if (!conversation) return state.lost ? [{ type: 'restore-failed' }] : [];
  const running = isRunning(conversation);
  const banners = [
    running ? lineOf(state, onLine) : undefined,
    phaseOf(conversation),
    running && state.storage === 'memory' ? ({ type: 'storage' } as const) : undefined,
  ];
  return banners.filter((banner) => banner !== undefined);
}
