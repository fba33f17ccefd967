import type { Clock, Store } from './ports.js';

/** A store that has not answered by now is taken for one that fails: the session goes on in memory and says so. */
const STORE_DEADLINE = 5_000;
/** After that it is asked nothing for so long: nobody waits for each call anew, and it is found out when it works again. */
const LEFT_ALONE = 5_000;
const SILENT = 'timeout';

/**
 * The same store, but each call is answered in time. A database can hang for good (a page of an older version that keeps
 * it open, a browser's own fault), and a message must not wait for it. What is asked at or after the end of `signal` is only
 * passed on: nobody waits for it any more.
 */
export function timely(store: Store, clock: Clock, signal: AbortSignal): Store {
  const deadlines = new Set<() => void>();
  signal.addEventListener('abort', () => deadlines.forEach((cancel) => cancel()), { once: true });
  /** When a call was last given up on, unless one has come back since. */
  let silent: number | undefined;
  const back = () => (silent = undefined);
  const within = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    if (signal.aborted) return ask();
    // Absolute: a clock that was set back must not leave the store alone for hours.
    if (silent !== undefined && Math.abs(clock.now() - silent) < LEFT_ALONE) throw new Error(SILENT);
    let cancel: () => void = () => undefined;
    try {
      return await new Promise<Result>((resolve, reject) => {
        const answer = ask();
        answer.then(back, back);
        cancel = clock.delay(STORE_DEADLINE, () => {
          silent = clock.now();
          reject(new Error(SILENT));
        });
        deadlines.add(cancel);
        answer.then(resolve, reject);
      });
    } finally {
      cancel();
      deadlines.delete(cancel);
    }
  };
  /** What the server has is not kept here, also when it could not be deleted at once. Only for names that never come back. */
  const erase = (key: string, wait = LEFT_ALONE): Promise<void> =>
    within(() => store.delete(key)).catch((error: unknown) => {
      if (key.startsWith('outbox/') && !signal.aborted)
        deadlines.add(clock.delay(wait, () => void erase(key, Math.min(wait * 2, 60_000)).catch(() => undefined)));
      throw error;
    });
  return {
    get durable() {
      return store.durable;
    },
    get: (key) => within(() => store.get(key)),
    put: (key, value) => within(() => store.put(key, value)),
    delete: (key) => erase(key),
    list: (prefix) => within(() => store.list(prefix)),
    close: () => store.close(),
  };
}
