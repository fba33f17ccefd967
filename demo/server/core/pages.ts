/** Pages of the log. */
import type { WireAnyEntry } from '../../../src/protocol/index.js';
import type { ConversationRow, Tx } from '../store/port.js';
import { audiences, entryFor, headFor, type Viewer } from './views.js';

/** A page on the wire. */
export interface Page {
  readonly entries: WireAnyEntry[];
  readonly more: boolean;
  readonly head: number;
}

/** Which page: after a place, before one, or with neither the newest. */
export interface Wanted {
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Reads a page as a viewer may see it. */
export async function pageFor(
  tx: Tx,
  row: ConversationRow,
  viewer: Viewer,
  { after, before, limit }: Wanted,
): Promise<Page> {
  const visible = audiences(viewer);
  const range = after === undefined ? { before: before ?? row.head + 1 } : { after };
  const rows = await tx.entries(row.id, { ...range, limit: limit + 1, audiences: visible });
  const more = rows.length > limit;
  // One more than asked for tells whether there is more; it is the last one read in the direction of reading.
  if (more && after === undefined) rows.shift();
  else if (more) rows.pop();
  const first = rows[0];
  let prev = first ? await tx.previous(row.id, first.seq, visible) : 0;
  const entries = rows.map((entry) => {
    const wire = entryFor(entry, prev, viewer);
    prev = entry.seq;
    return wire;
  });
  return { entries, more, head: headFor(row, viewer) };
}
