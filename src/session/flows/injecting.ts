import type { LocalRow } from '../intents.js';
import type { ConversationKey, PendingStatus } from '../model/types.js';
import { at, type Core } from './core.js';

/** So many rows fit in between two entries: a `number` has room for this many fractions above every `seq`. */
const STEP = 2 ** -20;

/** Stored soon, or stored and not in the log yet. */
const ON_ITS_WAY: ReadonlySet<PendingStatus> = new Set(['queued', 'sending', 'sent']);

/** Resolves when nothing of the visitor's is on its way: it would be stored, and stand, after a row that came later. */
async function settled(core: Core, key: ConversationKey): Promise<void> {
  const busy = (): boolean =>
    core.state.connection.status === 'online' &&
    (at(core, key)?.pending.some(({ status }) => ON_ITS_WAY.has(status)) ?? false);
  if (!busy()) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      undo();
      forget();
      resolve();
    };
    const undo = core.subscribe(() => busy() || end());
    const forget = core.onRelease(end);
  });
}

/**
 * Puts a row of the page's own after what is in the log. It takes part in nothing but the look: the window of the log has the same ends as
 * before, so what the server stores next comes after it.
 * @param now - the server's time
 */
export async function inject(core: Core, key: ConversationKey, row: LocalRow, now: () => number): Promise<void> {
  await settled(core, key);
  const log = at(core, key)?.log;
  if (!log) return;
  const { entries, last } = log;
  const seq = Math.max(last, entries.at(-1)?.seq ?? 0) + STEP;
  core.apply({
    type: 'entries',
    key,
    entries: [...entries, { ...row, type: 'unknown', seq, prev: last, at: now() }],
  });
}
