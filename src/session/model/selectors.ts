/** Questions that elements, facades and flows ask of the state. Pure; equal answers for an equal state. */
import type {
  Agent,
  Agents,
  Author,
  ChatState,
  Conversation,
  ConversationKey,
  Entry,
  Message,
  Role,
  Stats,
} from './types.js';

/** The conversation that is meant: the named one, or the current one. A name that every object knows is no conversation's. */
export function conversationOf(
  state: ChatState,
  key: ConversationKey | undefined = state.current,
): Conversation | undefined {
  return key !== undefined && Object.hasOwn(state.conversations, key) ? state.conversations[key] : undefined;
}

/** Whether a conversation runs, in the sense of the documents: begun and not over. */
export function isRunning(conversation: Conversation | undefined): conversation is Conversation {
  return conversation !== undefined && conversation.phase !== 'idle' && conversation.phase !== 'ended';
}

/** Foreign messages that have not been on screen. */
export function unreadOf(conversation: Conversation | undefined): number {
  if (!conversation) return 0;
  let count = 0;
  const { entries } = conversation.log;
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (!entry || entry.seq <= conversation.seen) break;
    if (entry.type === 'message' && entry.from.id !== conversation.me) count++;
  }
  return count;
}

/** Unread messages over all conversations: the launcher's badge. */
export function unreadTotal(state: ChatState): number {
  let total = 0;
  for (const conversation of Object.values(state.conversations)) total += unreadOf(conversation);
  return total;
}

/** Whether a role is on the other side of the visitor. */
export function isStaff(role: Role): boolean {
  return role === 'agent' || role === 'supervisor' || role === 'bot';
}

/** Who on the other side is in the conversation now. */
export function staffOf(conversation: Conversation): readonly Author[] {
  return conversation.people.filter((person) => person.connected && isStaff(person.role));
}

/** Up to where everybody's (or anybody's) device on the other side has, and somebody there has seen, the log. */
export function receiptsOf(conversation: Conversation): { readonly delivered: number; readonly seen: number } {
  let delivered = 0;
  let seen = 0;
  for (const [person, marks] of Object.entries(conversation.marks)) {
    if (person === conversation.me) continue;
    delivered = Math.max(delivered, marks.delivered, marks.seen);
    seen = Math.max(seen, marks.seen);
  }
  return { delivered, seen };
}

/** Agents, supervisors and bots of a conversation in the documented form. */
export function agentsOf(conversation: Conversation | undefined): Agents {
  const agents: Record<string, Agent> = {};
  for (const person of conversation?.people ?? []) {
    if (!isStaff(person.role)) continue;
    agents[person.id] = {
      name: person.name ?? '',
      connected: person.connected,
      supervisor: person.role === 'supervisor',
      connectedTime: person.joinedAt,
      disconnectedTime: person.leftAt,
    };
  }
  return agents;
}

/** Agents and times of a conversation in the documented form; `now` closes the duration of a running one. */
export function statsOf(conversation: Conversation | undefined, now: number): Stats {
  const startTime = conversation?.startedAt ?? 0;
  const endTime = conversation?.endedAt ?? 0;
  return {
    agents: agentsOf(conversation),
    startTime,
    endTime,
    duration: startTime ? Math.max(0, (endTime || now) - startTime) : 0,
  };
}

const FROM = { visitor: 'Client', agent: 'Agent', supervisor: 'Supervisor', bot: 'Bot', system: 'System' } as const;
const TYPES = {
  message: 'Message',
  join: 'ParticipantJoined',
  leave: 'ParticipantLeft',
  transfer: 'Notice',
  status: 'Notice',
  end: 'Notice',
  notice: 'CustomNotice',
  unknown: 'Notice',
} as const;

/** One entry as a message in the documented form; `original`: as it was before a pre-processor of the page changed it. */
export function messageOf(entry: Entry, index: number, original = false): Message {
  if ('changed' in entry && entry.changed) return { ...entry.changed[original ? 'original' : 'message'], index };
  const from = 'from' in entry ? entry.from : undefined;
  const text = 'text' in entry ? entry.text : entry.type === 'status' ? entry.status : '';
  return {
    id: String(entry.seq),
    index,
    type: TYPES[entry.type],
    text,
    from: { name: from?.name ?? '', type: FROM[from?.role ?? 'system'] },
    utcTime: entry.at,
  };
}

/** The log as the documented transcript. */
export function messagesOf(conversation: Conversation | undefined): readonly Message[] {
  return (conversation?.log.entries ?? []).flatMap((entry, i) =>
    entry.type === 'unknown' ? [] : [messageOf(entry, i)],
  );
}
