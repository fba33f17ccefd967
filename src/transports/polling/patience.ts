/** Whether a request may wait for news, and pauses between requests. */

/** How often a hidden tab asks that may not wait, and how soon after an answer that came at once and had nothing. */
const NOW_AND_THEN = 15_000;
const SOON = 1_000;

/** The name under which the tabs of a site agree on the one that waits while all are hidden. */
const LOCK = 'live-chat-elements/polling';

const hidden = (): boolean => typeof document !== 'undefined' && document.visibilityState === 'hidden';

/**
 * Calls back with whether the request may wait. Over HTTP/1.1 a browser has six requests to one host for all its tabs: were
 * each tab to hold one, the seventh could not even send. So of the hidden ones only one waits.
 */
export async function patiently(run: (wait: boolean) => Promise<void>): Promise<void> {
  if (!hidden() || !('locks' in navigator)) return run(true);
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => run(lock !== null));
}

/** Waits before the next request, until the page is seen again, or until `signal`. */
export function pause(waited: boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, waited || !hidden() ? SOON : NOW_AND_THEN);
    signal.addEventListener('abort', done);
    if (typeof document !== 'undefined') document.addEventListener('visibilitychange', done);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', done);
      resolve();
    }
  });
}
