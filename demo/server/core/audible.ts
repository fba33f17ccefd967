/** Which desks hear a conversation. */
import type { ConversationRow } from '../store/port.js';
import { room, type Room } from './ports.js';

/** What decides it. */
export type Audible = Pick<ConversationRow, 'id' | 'agent'>;

/** The agent who has it, and the supervisors who look into it. */
export function agentRooms(row: Audible): Room[] {
  return [...(row.agent === null ? [] : [room.agent(row.agent)]), room.watch(row.id)];
}
