/** The regular `beat`: it heals every push that was lost, and tells a client that the line is alive. */
import type { Parts } from './parts.js';

/** Starts it. It goes on until the alarms stop. */
export function startHeartbeat(parts: Parts): void {
  const { alarms, settings } = parts;
  const again = (): void => alarms.after('beat', settings.heartbeatMs, beat);
  const beat = async (): Promise<void> => {
    // Set first: a store that fails must not stop the heart.
    again();
    await beatOnce(parts);
  };
  again();
}

async function beatOnce({ store, clock, presence, hub, log }: Parts): Promise<void> {
  const connections = [...presence.visitors.values()];
  const visitors = new Set(connections.flatMap(({ visitor }) => visitor ?? []));
  let revs: ReadonlyMap<string, number> = new Map();
  try {
    if (visitors.size > 0) revs = await store.read((tx) => tx.revs([...visitors]));
  } catch {
    // Without the store nothing can have changed: the last revisions still hold, and the line is alive.
    log('warn', 'beat-without-store');
  }
  const now = clock.now();
  for (const connection of connections) {
    if (connection.visitor !== undefined) connection.rev = revs.get(connection.visitor) ?? connection.rev;
    hub.tell(connection.id, 'beat', { rev: connection.rev, now });
  }
  for (const { id } of presence.agents.values()) hub.tell(id, 'beat', { rev: 0, now });
}
