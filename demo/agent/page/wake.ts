import type { DeskClient } from '../model/desk-client.js';

/** Tells the desk when the network or the page comes back, so that it does not wait out its pause. Returns the undo. */
export function wakeWithPage(client: DeskClient): () => void {
  const network = (): void => client.network(!navigator.onLine);
  const shown = (): void => {
    if (document.visibilityState === 'visible') client.wake();
  };
  addEventListener('online', network);
  addEventListener('offline', network);
  addEventListener('pageshow', shown);
  document.addEventListener('visibilitychange', shown);
  network();
  return () => {
    removeEventListener('online', network);
    removeEventListener('offline', network);
    removeEventListener('pageshow', shown);
    document.removeEventListener('visibilitychange', shown);
  };
}
