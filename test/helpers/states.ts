import { INITIAL_STATE } from '../../src/session/model/initial.js';
import { EMPTY_LOG, newConversation } from '../../src/session/model/new-conversation.js';
import type {
  Author,
  ChatState,
  Connection,
  Conversation,
  Entry,
  Person,
  Phase,
} from '../../src/session/model/types.js';

/** Made-up states for elements. Everything is fixed, also the time, so that two runs give the same picture. */

/** A Tuesday at noon, local time. */
export const NOW = new Date(2026, 2, 10, 12, 0, 0).getTime();

export const VISITOR: Author = { id: 'v1', role: 'visitor', name: 'Ada' };
export const ANN: Author = { id: 'a1', role: 'agent', name: 'Ann Lindqvist' };

/** Somebody in the conversation. */
export const person = (author: Author, connected = true): Person => ({
  ...author,
  connected,
  joinedAt: NOW - 60_000,
  leftAt: connected ? undefined : NOW,
});

type Draft<E extends Entry = Entry> = E extends Entry ? Omit<E, 'seq' | 'prev' | 'at'> & { at?: number } : never;

/** A gapless log of these entries, a minute apart unless they say otherwise. */
export function logOf(drafts: readonly Draft[]): Conversation['log'] {
  const entries = drafts.map((draft, index) => ({
    at: NOW - (drafts.length - index) * 60_000,
    ...draft,
    seq: index + 1,
    prev: index,
  }));
  return entries.length === 0
    ? EMPTY_LOG
    : { entries, first: 1, last: entries.length, older: false, head: entries.length };
}

/** A short talk: what most pictures show. */
export const TALK: readonly Draft[] = [
  { type: 'message', from: VISITOR, text: 'Hi! My order 4411 has not arrived yet.', clientId: 'c1' },
  { type: 'join', from: ANN },
  { type: 'message', from: ANN, text: 'Hello Ada, I’m Ann. Let me look that up for you.' },
  { type: 'message', from: ANN, text: 'It left our warehouse this morning: https://example.com/track/4411' },
  { type: 'message', from: VISITOR, text: 'Great, thank you!', clientId: 'c2' },
];

/** Every phase as a conversation; `none`: there is none. A new phase does not compile until it is here. */
export const CONVERSATIONS: Readonly<Record<Phase | 'none', Conversation | undefined>> = {
  none: undefined,
  idle: { ...base('idle'), error: 'refused' },
  starting: base('starting'),
  restoring: base('restoring'),
  queued: { ...base('queued'), queue: { position: 3, wait: 150 }, log: logOf(TALK.slice(0, 1)) },
  active: { ...base('active'), people: [person(VISITOR), person(ANN)], log: logOf(TALK) },
  ending: { ...base('ending'), people: [person(VISITOR), person(ANN)], log: logOf(TALK) },
  ended: {
    ...base('ended'),
    people: [person(VISITOR, false), person(ANN, false)],
    log: logOf([...TALK, { type: 'end', by: 'agent', reason: 'agent' }]),
    ended: { by: 'agent', reason: 'agent' },
    endedAt: NOW,
  },
};

function base(phase: Phase): Conversation {
  return {
    ...newConversation('k1', 'starting', { nickname: 'Ada' }),
    phase,
    me: VISITOR.id,
    startedAt: NOW - 600_000,
    people: [person(VISITOR)],
    seen: 100,
  };
}

/** Every line to the server. `unreachable` and `offline` have the same status. */
export const CONNECTIONS = {
  online: { status: 'online', attempts: 0, serverOffline: false },
  connecting: { status: 'connecting', attempts: 2, reason: 'unreachable', serverOffline: false },
  offline: { status: 'offline', attempts: 1, reason: 'unreachable', serverOffline: false },
  unreachable: { status: 'offline', attempts: 7, reason: 'unreachable', serverOffline: true },
  'catching-up': { status: 'catching-up', attempts: 0, reason: 'unreachable', serverOffline: false },
} as const satisfies Record<Connection['status'] | 'unreachable', Connection>;

export type ConnectionName = keyof typeof CONNECTIONS;

/** The whole state, from the parts that differ. */
export function chatState(
  phase: Phase | 'none' = 'none',
  connection: ConnectionName = 'online',
  change: Partial<ChatState> & { readonly conversation?: Partial<Conversation> } = {},
): ChatState {
  const { conversation: parts, ...rest } = change;
  const found = CONVERSATIONS[phase];
  const conversation = found && { ...found, ...parts };
  return {
    ...INITIAL_STATE,
    capabilities: {
      ...INITIAL_STATE.capabilities,
      receipts: true,
      typing: true,
      history: true,
      queue: true,
      safeResend: true,
      resume: true,
    },
    engine: phase === 'none' && connection !== 'online' ? 'none' : 'ready',
    connection: CONNECTIONS[connection],
    conversations: conversation ? { [conversation.key]: conversation } : {},
    current: conversation?.key,
    view: { ...INITIAL_STATE.view, open: true },
    ...rest,
  };
}
