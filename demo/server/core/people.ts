/** Who comes into a conversation and goes. */
import type { AgentRow, PersonRow } from '../store/port.js';
import { agentAuthor } from './views.js';
import type { Draft, Work } from './work.js';

/** Whether somebody has a connection now. */
export async function setConnected(work: Work, draft: Draft, id: string, connected: boolean): Promise<void> {
  const person = await work.tx.person(draft.row.id, id);
  if (person && person.connected !== connected)
    await work.savePerson(draft, { ...person, connected }, isSilent(person) ? 'staff' : 'all');
}

/** Whether somebody reads along without the visitor's knowing. */
export function isSilent(person: PersonRow): boolean {
  return person.silentSince !== null;
}

/** Whether somebody is in the conversation for all to see. */
export function isPresent(person: PersonRow | undefined): person is PersonRow {
  return person !== undefined && person.known && person.leftAt === null && !isSilent(person);
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
    silentSince: null,
    known: true,
    delivered: before?.delivered ?? 0,
    seen: before?.seen ?? 0,
  });
  // A supervisor who spoke already and takes it over has come in before.
  const last = draft.row.assigned;
  if (!isPresent(before)) {
    const assigned = last && last.id !== agent.id ? { before: last } : {};
    await work.append(draft, { type: 'join', from: agentAuthor(agent), assigned });
  }
  draft.row.assigned = agentAuthor(agent);
  draft.row.agent = agent.id;
  draft.row.activeAt = work.now;
  draft.row.warnedAt = null;
}

/** A supervisor comes in beside the agent, or changes between reading along and speaking. */
export async function attend(
  work: Work,
  draft: Draft,
  supervisor: AgentRow,
  { silent, connected }: { readonly silent: boolean; readonly connected: boolean },
): Promise<void> {
  const before = await work.tx.person(draft.row.id, supervisor.id);
  if (before && (silent ? isSilent(before) : isPresent(before))) return;
  if (before) await unattend(work, draft, supervisor);
  const left = await work.tx.person(draft.row.id, supervisor.id);
  const person: PersonRow = {
    conversation: draft.row.id,
    id: supervisor.id,
    role: supervisor.role,
    name: supervisor.name,
    avatar: null,
    joinedAt: work.now,
    leftAt: silent ? work.now : null,
    known: !silent,
    delivered: 0,
    seen: 0,
    // What the visitor knows of them from before stays as it is.
    ...(silent && left),
    connected,
    silentSince: silent ? work.now : null,
  };
  await work.savePerson(draft, person, silent ? 'staff' : 'all');
  const from = agentAuthor(supervisor);
  if (silent) await work.append(draft, { type: 'join', from, silent }, { audience: 'staff' });
  else await work.append(draft, { type: 'join', from });
}

/** They go again. */
export async function unattend(work: Work, draft: Draft, supervisor: AgentRow, reason = 'left'): Promise<void> {
  const person = await work.tx.person(draft.row.id, supervisor.id);
  if (!person) return;
  const from = agentAuthor(supervisor);
  if (isSilent(person)) {
    await work.savePerson(draft, { ...person, silentSince: null, connected: false }, 'staff');
    await work.append(draft, { type: 'leave', from, reason, silent: true }, { audience: 'staff' });
  } else if (isPresent(person)) {
    await work.savePerson(draft, { ...person, leftAt: work.now, connected: false });
    await work.append(draft, { type: 'leave', from, reason });
  }
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
