/** Rows as those who may see them get to see them. What somebody may see is decided here and nowhere else. */
import type { WireAnyEntry, WireProfile, WireRegisters } from '../../../src/protocol/index.js';
import type { AgentRow, Audience, ConversationRow, EntryRow, PersonRow } from '../store/port.js';

/** On which side of the conversation somebody looks at it, and as whom. */
export type Viewer = { readonly side: 'visitor' | 'staff'; readonly person: string };

/** Which entries a viewer may see. */
export function audiences(viewer: Viewer): readonly Audience[] {
  return viewer.side === 'visitor' ? ['all'] : ['all', 'staff'];
}

/** The highest place that a viewer may see. */
export function headFor(row: ConversationRow, viewer: Viewer): number {
  return viewer.side === 'visitor' ? row.publicHead : row.head;
}

/** One entry on the wire, after the entry before it that the same viewer may see. */
export function entryFor(entry: EntryRow, prev: number, viewer: Viewer): WireAnyEntry {
  const place = { seq: entry.seq, prev, at: entry.at };
  if (entry.body.type === 'end' && viewer.side === 'staff') {
    // Who knows its id could answer it.
    const { survey: _survey, ...body } = entry.body;
    return { ...place, ...body };
  }
  const own = entry.clientId !== null && entry.sender === viewer.person;
  return own && (entry.body.type === 'message' || entry.body.type === 'notice')
    ? { ...place, ...entry.body, clientId: entry.clientId ?? undefined }
    : { ...place, ...entry.body };
}

/** The registers on the wire. */
export function registersFor(row: ConversationRow, people: readonly PersonRow[], viewer: Viewer): WireRegisters {
  const visible = viewer.side === 'staff' ? people : people.filter(({ known }) => known);
  return {
    version: viewer.side === 'visitor' ? row.rev : row.rev + row.staffRev,
    head: headFor(row, viewer),
    phase: row.phase,
    startedAt: row.startedAt,
    ...(row.endedAt !== null && { endedAt: row.endedAt }),
    people: visible.map((one) => personFor(one, viewer)),
    marks: Object.fromEntries(visible.map(({ id, delivered, seen }) => [id, { delivered, seen }])),
    ...(viewer.side === 'visitor' && row.userDataChanged && { userData: row.userData }),
    queue:
      row.phase === 'queued'
        ? { position: row.queuePosition ?? 1, ...(row.queueWait !== null && { wait: row.queueWait }) }
        : null,
  };
}

/** Somebody as a viewer may see them: of who reads along, the visitor sees what they were before, if anything. */
function personFor(one: PersonRow, viewer: Viewer): WireRegisters['people'][number] {
  const silent = one.silentSince !== null;
  const shown = silent && viewer.side === 'staff';
  const leftAt = shown ? null : one.leftAt;
  return {
    id: one.id,
    role: one.role,
    ...(one.name !== null && { name: one.name }),
    ...(one.avatar !== null && { avatar: one.avatar }),
    connected: one.connected && (!silent || shown),
    joinedAt: shown ? (one.silentSince ?? one.joinedAt) : one.joinedAt,
    ...(leftAt !== null && { leftAt }),
    ...(shown && { silent }),
  };
}

/** Somebody as an author of entries. */
export type Author = { readonly id: string; readonly role: PersonRow['role']; readonly name?: string };

/** The visitor as an author. */
export function visitorAuthor(row: ConversationRow): Author {
  const name = visitorName(row.profile);
  return { id: row.person, role: 'visitor', ...(name !== undefined && { name }) };
}

/** An agent as an author. */
export function agentAuthor(agent: AgentRow): Author {
  return { id: agent.id, role: agent.role, name: agent.name };
}

/** What the visitor is called. */
export function visitorName(profile: WireProfile): string | undefined {
  const name = profile.nickname?.trim() || [profile.firstname, profile.lastname].filter(Boolean).join(' ').trim();
  // Cutting may halve a character that takes two units; half a character is not text.
  return name ? name.slice(0, 256).replace(/\p{Surrogate}/gu, '') : undefined;
}
