/** What is over for long enough is deleted, and with it everything that belongs to it. */
import type { FileSide } from './files.js';
import type { Parts } from './parts.js';
import { room } from './ports.js';

const HOUR = 3_600_000;

/** How many conversations one transaction deletes, so that nobody waits for long. */
const BATCH = 100;

/** Starts the hourly job; it first runs at once. */
export function startRetention(parts: Parts, files: FileSide | undefined): void {
  const job = async (): Promise<void> => {
    const purged = await purge(parts);
    if (purged > 0) {
      parts.log('info', 'purged', { conversations: purged });
      // The rows of their files went with them; the bytes follow.
      await files?.sweep();
    }
    parts.alarms.set('retention', parts.clock.now() + HOUR, job);
  };
  parts.alarms.set('retention', parts.clock.now(), job);
}

/** Deletes what is due and returns how many conversations that were. */
export async function purge({ store, clock, settings, presence, hub }: Parts): Promise<number> {
  await store.transact((tx) => tx.purgeExpired(clock.now()));
  if (settings.retentionMs <= 0) return 0;
  await store.transact((tx) => tx.purgeLeftMessages(clock.now() - settings.retentionMs));
  let total = 0;
  for (;;) {
    const ids = await store.transact((tx) => tx.purgeEnded(clock.now() - settings.retentionMs, BATCH));
    for (const id of ids) {
      hub.push([room.conversation(id)], 'revoked', { conversation: id, reason: 'retention' });
      for (const connection of presence.holders(id)) {
        presence.release(connection, id);
        hub.leave(connection.id, room.conversation(id));
      }
    }
    total += ids.length;
    if (ids.length < BATCH) return total;
  }
}
