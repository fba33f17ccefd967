import { staffOf, unreadOf } from './selectors.js';
import type { ChatState, Conversation, Thread } from './types.js';

/**
 * The visitor's threads, the last active first: what the server has listed, with what is known better here of those that are open,
 * and those that it has not listed yet.
 */
export function threadsOf({ conversations, view }: ChatState): readonly Thread[] {
  const open = new Map(
    Object.values(conversations).map((conversation) => [conversation.remoteId ?? conversation.key, conversation]),
  );
  const all: Thread[] = [];
  for (const thread of view.threads?.list ?? []) {
    const conversation = open.get(thread.id ?? '');
    open.delete(thread.id ?? '');
    all.push(conversation ? asOpen(thread, conversation) : thread);
  }
  for (const conversation of open.values())
    all.push(asOpen({ phase: 'idle', startedAt: 0, at: 0, archived: false, unread: 0 }, conversation));
  return all.sort((one, other) => other.at - one.at || (one.id ?? '').localeCompare(other.id ?? ''));
}

function asOpen(thread: Thread, conversation: Conversation): Thread {
  const { key, remoteId: id, phase, log, startedAt = thread.startedAt, endedAt = thread.endedAt } = conversation;
  // It is on its way: what was listed is all that there is to tell.
  if (phase === 'restoring') return { ...thread, id, key, phase: thread.id === undefined ? phase : thread.phase };
  const message = log.entries.findLast((entry) => entry.type === 'message');
  const waiting = conversation.pending.at(-1);
  const me = { id: conversation.me, role: 'visitor' } as const;
  const last = waiting
    ? { from: me, text: waiting.text, at: waiting.createdAt }
    : message && { from: message.from, text: message.text, at: message.at };
  return {
    ...thread,
    id,
    key,
    phase,
    startedAt,
    endedAt,
    at: Math.max(thread.at, startedAt, last?.at ?? 0),
    last: last ?? thread.last,
    agent: staffOf(conversation)[0] ?? thread.agent,
    unread: unreadOf(conversation),
  };
}
