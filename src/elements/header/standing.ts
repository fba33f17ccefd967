import type { Terms } from '../../locales/terms.js';
import { conversationOf, isStaff } from '../../session/model/selectors.js';
import type { Author, ChatState } from '../../session/model/types.js';

/** Reasons of one's own for a line that is down: nothing the visitor needs to know. */
const OWN_REASONS = new Set<string | undefined>([undefined, 'idle', 'resting']);

/** Whether the line is down, or not up yet, against one's will. */
export function isCutOff({ connection }: ChatState): boolean {
  return (connection.status === 'offline' || connection.status === 'connecting') && !OWN_REASONS.has(connection.reason);
}

/** How things stand, as a term, and how good that is. */
export type Standing = {
  readonly term: keyof Terms & `state${string}`;
  readonly tone: 'good' | 'waiting' | 'bad' | 'plain';
};

/** How things stand with the current conversation. Pure. */
export function standingOf(state: ChatState): Standing {
  const conversation = conversationOf(state);
  if (!conversation || conversation.phase === 'idle') return { term: 'stateIdle', tone: 'plain' };
  if (conversation.phase === 'ended') return { term: 'stateEnded', tone: 'plain' };
  if (isCutOff(state)) return { term: 'stateOffline', tone: 'bad' };
  if (conversation.phase === 'starting') return { term: 'stateStarting', tone: 'waiting' };
  if (conversation.phase === 'restoring') return { term: 'stateRestoring', tone: 'waiting' };
  if (conversation.phase === 'ending') return { term: 'stateEnding', tone: 'waiting' };
  if (partnersOf(state).length === 0) return { term: 'stateQueued', tone: 'waiting' };
  return { term: 'stateActive', tone: 'good' };
}

/**
 * Who the visitor talks to: the people on the other side, those who came last first; a bot only while nobody else is
 * there. After the end, those who were there.
 */
export function partnersOf(state: ChatState): readonly Author[] {
  const conversation = conversationOf(state);
  if (!conversation) return [];
  const over = conversation.phase === 'ended';
  const staff = conversation.people.filter((person) => isStaff(person.role) && (over || person.connected));
  const people = staff.filter((person) => person.role !== 'bot');
  return (people.length > 0 ? people : staff).toSorted((a, b) => b.joinedAt - a.joinedAt);
}
