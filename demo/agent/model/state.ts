/** What the desk knows, as one immutable value, and the small pure steps that change it. */
import { DEFAULT_LIMITS, type WireFeatures, type WireFileInfo, type WireLimits } from '../../../src/protocol/index.js';
import type { WireDesk, WireDeskAgent, WireDeskConversation } from '../../../src/protocol/agent.js';
import type { RichContent, WireRegisters } from '../../../src/protocol/index.js';
import { EMPTY_LOG, entriesAfter, type Log } from './log.js';

/** Whether somebody is signed in; `unknown` until the server has answered the first time. */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed-out'; readonly because?: 'expired' | 'left' }
  | { readonly status: 'signed-in' }
  /** This page is too old for the server. */
  | { readonly status: 'outdated' };

/** Where the connection stands. `waiting`: lost, and the next try is at `retryAt`. */
export interface ConnectionState {
  readonly status: 'idle' | 'connecting' | 'catching-up' | 'online' | 'waiting';
  /** Failed tries since it was last online. */
  readonly attempts: number;
  readonly retryAt?: number | undefined;
  /** The browser says that there is no network at all. */
  readonly offline: boolean;
}

/** A message of this desk that is not yet in the log. */
export interface PendingMessage {
  readonly id: string;
  readonly text: string;
  /** When it was written, by the server's clock as far as we know it; for display only. */
  readonly at: number;
  readonly status: 'queued' | 'sending' | 'stored' | 'refused';
  /** Where the server stored it. */
  readonly seq?: number | undefined;
  /** Why it was refused. */
  readonly code?: string | undefined;
  readonly files?: readonly WireFileInfo[] | undefined;
  /** It is for the visitor's page, not for the visitor. */
  readonly notice?: boolean | undefined;
  /** What it is beside its text. */
  readonly rich?: RichContent | undefined;
}

/** A file on its way to the server, or there and not sent yet. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** How many bytes the server has. */
  readonly sent: number;
  readonly status: 'uploading' | 'ready' | 'failed';
  readonly code?: string | undefined;
  /** The server's id. */
  readonly file?: string | undefined;
  readonly info?: WireFileInfo | undefined;
}

/**
 * Where a conversation is for this agent. `ended` and `elsewhere` (handed on, or taken over) are no longer on the server's
 * lists; they stay on screen until the agent closes them, so that nobody loses the text they are reading.
 */
export type Place = 'queue' | 'mine' | 'others' | 'ended' | 'elsewhere';

/** One conversation on this desk. */
export interface Conversation {
  readonly id: string;
  readonly place: Place;
  readonly summary: WireDeskConversation;
  /** The newest registers, which may be newer than the summary's. */
  readonly registers: WireRegisters;
  readonly load: 'none' | 'loading' | 'ready' | 'failed';
  readonly log: Log;
  /** What became of the last wish for older entries. */
  readonly older: 'idle' | 'loading' | 'failed';
  readonly pending: readonly PendingMessage[];
  readonly uploads: readonly Upload[];
  readonly draft: string;
  /** The highest `seq` that was on this agent's screen. */
  readonly seen: number;
  /** What the visitor is typing now; an empty text when the server gives no preview. */
  readonly typing: { readonly text: string } | undefined;
}

/** See the module. */
export interface DeskState {
  readonly session: SessionState;
  readonly connection: ConnectionState;
  /** The server's clock minus ours, in milliseconds. */
  readonly skew: number;
  readonly limits: WireLimits;
  /** What the server can do beyond the least. */
  readonly features: WireFeatures | undefined;
  /** The server's last word on the lists; kept while the connection is lost. */
  readonly desk: WireDesk | undefined;
  readonly conversations: ReadonlyMap<string, Conversation>;
  readonly current: string | undefined;
  /** Actions under way, as `accept:id`; a second click does nothing meanwhile. */
  readonly busy: ReadonlySet<string>;
}

/** The state before anything is known. */
export const INITIAL: DeskState = {
  session: { status: 'unknown' },
  connection: { status: 'idle', attempts: 0, offline: false },
  skew: 0,
  limits: DEFAULT_LIMITS,
  features: undefined,
  desk: undefined,
  conversations: new Map(),
  current: undefined,
  busy: new Set(),
};

/** A conversation as the server lists it, with nothing loaded yet. */
export function conversationFrom(summary: WireDeskConversation, place: Place): Conversation {
  return {
    id: summary.id,
    place,
    summary,
    registers: summary.registers,
    load: 'none',
    log: EMPTY_LOG,
    older: 'idle',
    pending: [],
    uploads: [],
    draft: '',
    seen: 0,
    typing: undefined,
  };
}

/** Changes one conversation; the same state when it is not there or `change` returns what it was given. */
export function withConversation(
  state: DeskState,
  id: string,
  change: (conversation: Conversation) => Conversation,
): DeskState {
  const before = state.conversations.get(id);
  if (!before) return state;
  const after = change(before);
  if (after === before) return state;
  return { ...state, conversations: new Map(state.conversations).set(id, after) };
}

/** Lets a conversation go. */
export function withoutConversation(state: DeskState, id: string): DeskState {
  if (!state.conversations.has(id)) return state;
  const conversations = new Map(state.conversations);
  conversations.delete(id);
  return { ...state, conversations, current: state.current === id ? undefined : state.current };
}

/** Takes registers unless newer ones are already here. */
export function withRegisters(conversation: Conversation, registers: WireRegisters): Conversation {
  return registers.version > conversation.registers.version ? { ...conversation, registers } : conversation;
}

/** The signed-in agent. */
export function me(state: DeskState): WireDeskAgent | undefined {
  return state.desk?.agents.find((agent) => agent.id === state.desk?.me);
}

/** The server's clock now. */
export function serverTime(state: DeskState, now: number): number {
  return now + state.skew;
}

/** The visitor of a conversation, for their marks and their presence. */
export function visitorOf(conversation: Conversation): WireRegisters['people'][number] | undefined {
  return conversation.registers.people.find((person) => person.role === 'visitor');
}

/** How the agent is in a conversation that somebody else has. */
export function attendance(conversation: Conversation, agent: string | undefined): 'silent' | 'speaking' | undefined {
  const person = conversation.registers.people.find(({ id }) => id === agent);
  if (conversation.place !== 'others' || !person || person.leftAt !== undefined) return undefined;
  return person.silent ? 'silent' : 'speaking';
}

/** Whether the agent may write in it. */
export function mayWrite(conversation: Conversation, agent: string | undefined): boolean {
  return conversation.place === 'mine' || attendance(conversation, agent) === 'speaking';
}

/** Whether something that the agent wrote would be lost with the conversation. */
export function unsent({ pending, draft, uploads }: Conversation): boolean {
  return draft.trim() !== '' || uploads.length > 0 || pending.some(({ status }) => status !== 'stored');
}

/** How many of the visitor's messages this agent has not seen. */
export function unread(conversation: Conversation, agent: string | undefined): number {
  if (conversation.place !== 'mine') return 0;
  const marked = agent === undefined ? 0 : (conversation.registers.marks[agent]?.seen ?? 0);
  const seen = Math.max(conversation.seen, marked);
  if (conversation.load !== 'ready') return seen >= conversation.registers.head ? 0 : conversation.summary.unread;
  const held = entriesAfter(conversation.log, seen).filter(
    (entry) => entry.type === 'message' && entry.from.role === 'visitor',
  );
  return held.length;
}

/** The conversations of one place in the order of the lists on screen. */
export function listed(state: DeskState, place: 'queue' | 'mine' | 'others'): readonly Conversation[] {
  const order = state.desk?.[place] ?? [];
  return order.flatMap((summary) => {
    const conversation = state.conversations.get(summary.id);
    return conversation && conversation.place === place ? [conversation] : [];
  });
}

/** Conversations that are over for this agent but still on screen. */
export function kept(state: DeskState): readonly Conversation[] {
  return [...state.conversations.values()].filter((one) => one.place === 'ended' || one.place === 'elsewhere');
}

/** All unread messages together, for the badge in the title. */
export function unreadTotal(state: DeskState): number {
  return listed(state, 'mine').reduce((sum, conversation) => sum + unread(conversation, state.desk?.me), 0);
}
