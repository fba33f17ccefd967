import type { Marker } from '../session/ports.js';
import { markerName } from '../vocabulary/storage.js';

/** How long what is typed and where one chats is kept: over page loads of every tab, of this tab, or not at all. */
export type Persist = 'local' | 'session' | 'none';

function area(persist: Persist): Storage | undefined {
  try {
    return persist === 'local' ? localStorage : persist === 'session' ? sessionStorage : undefined;
  } catch {
    // Blocked storage: there is nothing to come back to.
    return undefined;
  }
}

/** Sets and clears it. */
export function storageMarker(persist: Persist, scope: string): Marker {
  const attempt = (act: (storage: Storage) => void) => {
    try {
      const storage = area(persist);
      if (storage) act(storage);
    } catch {
      // A full storage costs the way back to the conversation, which the visitor is told by the storage state.
    }
  };
  return {
    set: () => attempt((storage) => storage.setItem(markerName(scope), '1')),
    clear: () => attempt((storage) => storage.removeItem(markerName(scope))),
  };
}
