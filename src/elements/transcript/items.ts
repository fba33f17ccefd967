import type { Conversation, Entry, Message, MessageEntry, Pending, Role } from '../../session/model/types.js';

/** What a transcript shows: entries of the log, and after them one's own messages that are not in it yet. */
export type Item = Entry | Pending;

/** The items of a transcript, read by index so that nothing is copied however long it is. */
export interface Items {
  readonly length: number;
  /** The visitor's own person id; empty when it is not known. */
  readonly me: string;
  at(index: number): Item | undefined;
  /** The index of the entry with this `seq`, or of the first one after it. */
  find(seq: number): number;
}

/** Tells one's own waiting message from an entry. */
export function isPending(item: Item): item is Pending {
  return !('type' in item);
}

/** Whether a message is the visitor's own. */
export function isOwn(item: Pick<MessageEntry, 'from'>, me: string): boolean {
  return me === '' ? item.from.role === 'visitor' : item.from.id === me;
}

const NOTHING: readonly Pending[] = [];

/** The items of a log in rising order. */
export function entryItems(entries: readonly Entry[], pending: readonly Pending[] = NOTHING, me = ''): Items {
  const last = entries.at(-1)?.seq ?? 0;
  // A message that is stored and here must not show twice, whatever order its news came in.
  const waiting = pending.some((message) => (message.seq ?? Infinity) <= last)
    ? pending.filter((message) => (message.seq ?? Infinity) > last)
    : pending;
  return {
    length: entries.length + waiting.length,
    me,
    at: (index) => (index < entries.length ? entries[index] : waiting[index - entries.length]),
    find(seq) {
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (entries[middle]!.seq < seq) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** The items of a conversation. */
export function conversationItems({ log, pending, me }: Conversation): Items {
  return entryItems(log.entries, pending, me);
}

const ROLES: Readonly<Record<string, Role>> = {
  Client: 'visitor',
  Agent: 'agent',
  Supervisor: 'supervisor',
  Bot: 'bot',
};
const made = new WeakMap<Message, Entry>();

function entryOf(message: Message, index: number): Entry {
  const known = made.get(message);
  if (known?.seq === index + 1) return known;
  const role = ROLES[message.from?.type] ?? 'system';
  const place = { seq: index + 1, prev: index, at: message.utcTime };
  const from = { id: `${role} ${message.from?.name ?? ''}`, role, name: message.from?.name };
  const text = message.text ?? '';
  const entry: Entry =
    message.type === 'ParticipantJoined'
      ? { ...place, type: 'join', from }
      : message.type === 'ParticipantLeft'
        ? { ...place, type: 'leave', from }
        : message.type === 'Message'
          ? { ...place, type: 'message', from, text }
          : { ...place, type: 'status', status: text };
  made.set(message, entry);
  return entry;
}

/** The items of a transcript in the documented form, as `getTranscript` gives it. Made on demand: only what is on screen is looked at. */
export function messageItems(messages: readonly Message[]): Items {
  return {
    length: messages.length,
    me: '',
    at: (index) => (messages[index] ? entryOf(messages[index], index) : undefined),
    find: (seq) => Math.min(Math.max(seq - 1, 0), messages.length),
  };
}
