/** What people are called on screen. */
import { visitorName } from '../model/facts.js';
import type { Conversation, DeskState } from '../model/state.js';
import { terms } from './terms.js';

/** The visitor's name; one who gave none gets the end of the conversation's id, so that two of them can be told apart. */
export function nameOf(conversation: Conversation): string {
  return visitorName(conversation.summary.profile) ?? anonymous(conversation.id);
}

/** The name in a fact, or the same stand-in as {@link nameOf}. */
export function factName(fact: {
  readonly name?: string | undefined;
  readonly conversation?: string | undefined;
}): string {
  return fact.name ?? (fact.conversation === undefined ? terms.visitor : anonymous(fact.conversation));
}

/** A colleague's name by their id. */
export function agentName(state: DeskState, id: string | undefined): string | undefined {
  return state.desk?.agents.find((agent) => agent.id === id)?.name;
}

function anonymous(id: string): string {
  const tail = id
    .replaceAll(/[^\da-z]/giu, '')
    .slice(-4)
    .toUpperCase();
  return `${terms.visitor} ${tail}`;
}
