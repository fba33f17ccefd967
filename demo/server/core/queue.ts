/** The queue: who waits, at which place, and for about how long. */
import type { Tx } from '../store/port.js';
import type { Parts } from './parts.js';
import type { Draft, Work } from './work.js';

/** What came back is served before what came in. */
const HEAD = -1;
const TAIL = 0;

/** How far back waits tell about the next one, and how many of them count. */
const HISTORY = 2 * 3_600_000;
const SAMPLES = 20;

/** How long changes of the queue are gathered before everybody in it is told. */
const GATHER = 250;

/** Puts a conversation into the queue. */
export async function enqueue(work: Work, draft: Draft, where: 'head' | 'tail'): Promise<void> {
  const { row } = draft;
  row.phase = 'queued';
  row.agent = null;
  row.queuedAt = work.now;
  row.queueRank = where === 'head' ? HEAD : TAIL;
  row.queuePosition = where === 'head' ? 1 : (await work.tx.waiting({ except: row.id, queue: row.queue })) + 1;
  row.queueWait = estimate(await pace(work.tx, row.queue, work.now), row.queuePosition);
  // Who comes back does not wait like the others, and would spoil the estimate.
  row.queuedAs = where === 'head' ? null : row.queuePosition;
  row.warnedAt = null;
  work.touch(draft);
  await work.append(draft, { type: 'status', status: 'queued' });
}

/** Takes a conversation out of it, for an agent or for good. */
export async function dequeue(work: Work, draft: Draft, accepted: boolean): Promise<void> {
  const { row } = draft;
  if (accepted && row.queuedAs !== null && row.queuedAt !== null)
    await work.tx.addWait(row.queue, work.now, row.queuedAs, work.now - row.queuedAt);
  row.queuedAt = null;
  row.queueRank = TAIL;
  row.queuePosition = null;
  row.queueWait = null;
  row.queuedAs = null;
  row.offerAgent = null;
  row.offerUntil = null;
  work.touch(draft);
}

/** Keeps the places and estimates of all who wait up to date. */
export class QueuePlaces {
  constructor(private readonly parts: Parts) {
    parts.runner.onCommit(({ changes }) => {
      // A change of an offer alone moves nobody.
      if (changes.some(({ before, after }) => (before?.phase === 'queued') !== (after.phase === 'queued')))
        this.#soon();
    });
  }

  #soon(): void {
    this.parts.alarms.soon('queue', GATHER, () => this.refresh());
  }

  /** Gives everybody their place. Only those whose place or estimate changed are touched. */
  async refresh(): Promise<void> {
    await this.parts.runner.runAndPublish(async (work) => {
      const each = new Map<string, number | undefined>();
      const last = new Map<string, number>();
      for (const row of await work.tx.queue()) {
        const { queue } = row;
        if (!each.has(queue)) each.set(queue, await pace(work.tx, queue, work.now));
        const position = (last.get(queue) ?? 0) + 1;
        last.set(queue, position);
        const wait = estimate(each.get(queue), position);
        if (row.queuePosition === position && row.queueWait === wait) continue;
        const draft = work.adopt(row);
        draft.row.queuePosition = position;
        draft.row.queueWait = wait;
        work.touch(draft);
      }
    });
  }
}

/** How long it lately took for one place in the queue, in milliseconds; undefined without any history. */
async function pace(tx: Tx, queue: string, now: number): Promise<number | undefined> {
  const waits = await tx.waits(queue, now - HISTORY, SAMPLES);
  if (waits.length === 0) return undefined;
  return waits.reduce((sum, { position, wait }) => sum + wait / position, 0) / waits.length;
}

/** In seconds. */
function estimate(each: number | undefined, position: number): number | null {
  return each === undefined ? null : Math.max(1, Math.round((each * position) / 1000));
}
