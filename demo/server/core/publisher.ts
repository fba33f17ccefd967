/** Tells the connections what a commit did. */
import { agentRooms } from './audible.js';
import type { CommitListener } from './runner.js';
import { room, type Hub } from './ports.js';
import { entryFor, registersFor } from './views.js';
import type { Appended, Change } from './work.js';

/** Makes the listener that pushes entries and registers. */
export function publisher(hub: Hub): CommitListener {
  return ({ changes }) => {
    for (const change of changes) {
      for (const appended of change.appended) pushEntry(hub, change.after, appended);
      pushRegisters(hub, change);
    }
  };
}

function pushEntry(hub: Hub, row: Change['after'], { entry, prev, rev }: Appended): void {
  if (entry.audience === 'all') {
    const viewer = { side: 'visitor', person: row.person } as const;
    hub.push([room.conversation(row.id)], 'entry', {
      conversation: row.id,
      entry: entryFor(entry, prev.visitor, viewer),
      rev,
    });
  }
  // The writer's own desks learn which of their messages it is; the others do not.
  const own = entry.sender !== null && entry.sender !== row.person ? [room.agent(entry.sender)] : [];
  const payload = (person: string): unknown => ({
    conversation: row.id,
    entry: entryFor(entry, prev.staff, { side: 'staff', person }),
  });
  if (own.length > 0) hub.push(own, 'entry', payload(entry.sender ?? ''));
  hub.push(agentRooms(row), 'entry', payload(''), { except: own });
}

function pushRegisters(hub: Hub, { after: row, people, told }: Change): void {
  if (!people) return;
  if (told === 'all') {
    const visitor = registersFor(row, people, { side: 'visitor', person: row.person });
    hub.push([room.conversation(row.id)], 'registers', { conversation: row.id, registers: visitor, rev: row.rev });
  }
  const staff = registersFor(row, people, { side: 'staff', person: '' });
  hub.push(agentRooms(row), 'registers', { conversation: row.id, registers: staff });
}
