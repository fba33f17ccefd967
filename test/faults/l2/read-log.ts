import type { Store } from '../../../demo/server/store/port.js';
import type { Stored } from '../ledger.js';

/** The messages of every running conversation in a store, in the order of the log. */
export function readLog(store: Store): Promise<Stored[]> {
  return store.read(async (tx) => {
    const log: Stored[] = [];
    for (const { id } of [...(await tx.active()), ...(await tx.queue())])
      for (const { seq, body } of await tx.entries(id, { after: 0, limit: 100_000, audiences: ['all'] }))
        if (body.type === 'message') log.push({ conversation: id, seq, writer: body.from.id, text: body.text });
    return log;
  });
}
