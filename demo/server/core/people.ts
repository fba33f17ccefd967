/** Who comes into a conversation and goes. */
import type { AgentRow } from '../store/port.js';
import { agentAuthor } from './views.js';
import type { Draft, Work } from './work.js';

/** Whether somebody has a connection now. */
export async function setConnected(work: Work, draft: Draft, id: string, connected: boolean): Promise<void> {
  const person = await work.tx.person(draft.row.id, id);
  if (person && person.connected !== connected) await work.savePerson(draft, { ...person, connected });
}

/** An agent comes in, for the first time or again. */
export async function join(work: Work, draft: Draft, agent: AgentRow, connected: boolean): Promise<void> {
  const before = await work.tx.person(draft.row.id, agent.id);
  await work.savePerson(draft, {
    conversation: draft.row.id,
    id: agent.id,
    role: agent.role,
    name: agent.name,
    avatar: null,
    joinedAt: work.now,
    leftAt: null,
    connected,
    delivered: before?.delivered ?? 0,
    seen: before?.seen ?? 0,
  });
  await work.append(draft, { type: 'join', from: agentAuthor(agent) });
  draft.row.agent = agent.id;
  draft.row.activeAt = work.now;
  draft.row.warnedAt = null;
}

/** An agent goes. */
export async function leave(work: Work, draft: Draft, agent: AgentRow, reason: string): Promise<void> {
  const person = await work.tx.person(draft.row.id, agent.id);
  if (person) await work.savePerson(draft, { ...person, leftAt: work.now, connected: false });
  await work.append(draft, { type: 'leave', from: agentAuthor(agent), reason });
}

/** The visitor's last connection went. */
export async function wentAway(work: Work, draft: Draft): Promise<void> {
  const { row } = draft;
  if (row.phase === 'ended' || row.visitorLeftAt !== null) return;
  row.visitorLeftAt = work.now;
  await setConnected(work, draft, row.person, false);
  work.touch(draft);
}

/** The visitor has a connection again. */
export async function cameBack(work: Work, draft: Draft): Promise<void> {
  const { row } = draft;
  if (row.phase === 'ended' || row.visitorLeftAt === null) return;
  row.visitorLeftAt = null;
  await setConnected(work, draft, row.person, true);
  if (row.goneAt === null) return;
  row.goneAt = null;
  await work.append(draft, { type: 'status', status: 'visitor-back' });
}
