/** After a start everything is as the store says, and nobody is connected. */
import type { Lifecycle } from './lifecycle.js';
import type { Parts } from './parts.js';
import { isSilent } from './people.js';

/** Brings the store in line with that, and sets the alarms. */
export async function recover(parts: Parts, lifecycle: Lifecycle): Promise<void> {
  const { runner, clock } = parts;
  const agents = await runner.runAndPublish(async (work) => {
    const active = await work.tx.active();
    for (const row of [...(await work.tx.queue()), ...active]) {
      const draft = work.adopt(row);
      // How long they have really been away is not known; the server's own absence must not count against them.
      row.visitorLeftAt = work.now;
      if (row.goneAt !== null) row.goneAt = work.now;
      row.offerAgent = null;
      row.offerUntil = null;
      if (row.warnedAt !== null) row.warnedAt = work.now;
      row.activeAt = work.now;
      work.save(draft);
      for (const person of await work.tx.people(row.id)) {
        // A bot is where the server is.
        if (person.connected && person.role !== 'bot')
          await work.savePerson(draft, { ...person, connected: false }, isSilent(person) ? 'staff' : 'all');
      }
    }
    return new Set([...active.flatMap(({ agent }) => agent ?? []), ...(await work.tx.attending())]);
  });
  for (const agent of agents) lifecycle.agentLeft(agent, clock.now());
}
