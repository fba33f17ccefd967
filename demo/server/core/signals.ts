/** Typing: told at once, kept nowhere, allowed to be lost. */
import { agentRooms } from './audible.js';
import type { Parts } from './parts.js';
import { isPresent } from './people.js';
import { room } from './ports.js';
import type { AgentConnection, VisitorConnection } from './presence.js';
import { wellFormed } from './text.js';

/** Whether somebody types, and the visitor's text so far. */
export interface Typing {
  readonly conversation: string;
  readonly typing: boolean;
  readonly preview?: string | undefined;
}

/** Tells the agents that the visitor types. What is typed to a queue is seen by nobody. */
export async function visitorTypes(
  parts: Parts,
  connection: VisitorConnection,
  { conversation, typing, preview }: Typing,
): Promise<void> {
  if (!connection.conversations.has(conversation)) return;
  const row = await parts.store.read((tx) => tx.conversation(conversation));
  if (row?.phase !== 'active') return;
  const payload = {
    conversation,
    person: row.person,
    typing,
    ...(typing && preview !== undefined && { preview: wellFormed(preview) }),
  };
  parts.hub.push(agentRooms(row), 'typing', payload, { volatile: true });
}

/** Tells the visitor that whoever speaks with them types; never what. */
export async function agentTypes(
  parts: Parts,
  connection: AgentConnection,
  { conversation, typing }: Typing,
): Promise<void> {
  const speaks = await parts.store.read(async (tx) => {
    const row = await tx.conversation(conversation);
    if (row === undefined || row.phase === 'ended') return false;
    if (row.agent === connection.agent) return row.phase === 'active';
    const person = await tx.person(conversation, connection.agent);
    return person?.role === 'supervisor' && isPresent(person);
  });
  if (!speaks) return;
  const payload = { conversation, person: connection.agent, typing };
  parts.hub.push([room.conversation(conversation)], 'typing', payload, { volatile: true });
}
