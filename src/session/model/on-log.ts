import type { Fact } from './facts.js';
import { append, openAt, prepend, raiseHead, type Added } from './log.js';
import { withParts } from './step.js';
import type { Conversation, Entry } from './types.js';
import { isStaff } from './selectors.js';
import type { Page } from '../transport.js';

/** A changed conversation and what really changed in it. */
export type Change = { readonly conversation: Conversation; readonly facts: readonly Fact[] };

/** Takes away the local echoes whose entries are in the log now, and tells each as sent unless an acknowledgement has. */
function settleEchoes(conversation: Conversation, added: readonly Entry[]): Change {
  const stored = new Map<string, Entry>();
  for (const entry of added)
    if (entry.type === 'message' && entry.clientId !== undefined && entry.from.id === conversation.me)
      stored.set(entry.clientId, entry);
  const facts: Fact[] = [];
  const pending = conversation.pending.filter((message) => {
    const entry = stored.get(message.clientId);
    if (!entry) return true;
    if (message.status !== 'sent')
      facts.push({
        type: 'sent',
        key: conversation.key,
        clientId: message.clientId,
        text: message.text,
        seq: entry.seq,
      });
    return false;
  });
  if (pending.length === conversation.pending.length) return { conversation, facts };
  return { conversation: withParts(conversation, { pending: Object.freeze(pending) }), facts };
}

/** What an entry tells beside being in the log. History tells nothing. */
function factsOf(conversation: Conversation, entry: Entry): readonly Fact[] {
  const { key } = conversation;
  switch (entry.type) {
    case 'join':
      return [{ type: 'joined', key, person: entry.from, at: entry.at }];
    case 'leave':
      return [{ type: 'left', key, person: entry.from, at: entry.at, reason: entry.reason }];
    default:
      return [];
  }
}

function withAdded(conversation: Conversation, result: Added, restoring: boolean): Change {
  const { added } = result;
  const facts: Fact[] = [];
  let next = withParts(conversation, { log: result.log });
  if (added.length > 0) {
    const settled = settleEchoes(next, added);
    next = settled.conversation;
    facts.push(...settled.facts);
    // Whoever has written or left is not typing any more, whatever became of the signal that says so.
    const silent = new Set(
      added.flatMap((entry) => (entry.type === 'message' || entry.type === 'leave' ? [entry.from.id] : [])),
    );
    for (const person of next.typing)
      if (silent.has(person.id)) facts.push({ type: 'typing', key: next.key, person, typing: false });
    if (next.typing.some((person) => silent.has(person.id)))
      next = withParts(next, { typing: Object.freeze(next.typing.filter((person) => !silent.has(person.id))) });
    if (!restoring) for (const entry of added) facts.push(...factsOf(next, entry));
    facts.push({ type: 'received', key: next.key, entries: added, restoring });
  }
  if (result.log.head > result.log.last || result.gap) facts.push({ type: 'behind', key: next.key });
  return { conversation: next, facts };
}

/** One pushed entry. */
export function onEntry(conversation: Conversation, entry: Entry): Change {
  return withAdded(conversation, append(conversation.log, [entry]), false);
}

/** The page that a start or a resume brought: the newest one for a window that is still empty. */
export function onOpenedPage(conversation: Conversation, page: Page, restoring: boolean): Change {
  const cold = conversation.log.last === 0 && conversation.log.entries.length === 0;
  if (!cold) return withAdded(conversation, append(conversation.log, page.entries), false);
  const opened = openAt(page);
  return withAdded(conversation, { ...opened, log: raiseHead(opened.log, conversation.log.head) }, restoring);
}

/** A pulled page. What was missed is news; what is older is history. */
export function onPage(conversation: Conversation, page: Page, direction: 'after' | 'before'): Change {
  if (direction === 'before') {
    const result = withAdded(withParts(conversation, { loadingOlder: false }), prepend(conversation.log, page), true);
    return { ...result, facts: result.facts.filter((fact) => fact.type !== 'behind') };
  }
  const result = append(conversation.log, page.entries);
  return withAdded(conversation, { ...result, log: raiseHead(result.log, page.head) }, false);
}

/** A typing signal, or its expiry. */
export function onTyping(conversation: Conversation, id: string, typing: boolean, expired: boolean): Change {
  const known = conversation.typing.find((person) => person.id === id);
  if (typing === (known !== undefined)) return { conversation, facts: [] };
  const person = known ?? conversation.people.find((other) => other.id === id && other.connected);
  // Only people of the other side who are in the conversation can be seen to type.
  if (!person || !isStaff(person.role) || conversation.phase === 'ended') return { conversation, facts: [] };
  const now = typing ? [...conversation.typing, person] : conversation.typing.filter((other) => other.id !== id);
  return {
    conversation: withParts(conversation, { typing: Object.freeze(now) }),
    facts: [{ type: 'typing', key: conversation.key, person, typing, ...(expired ? { expired } : {}) }],
  };
}
