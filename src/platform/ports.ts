import { memoryStore, systemClock, systemRandom } from '../session/memory.js';
import type { Ports, Store } from '../session/ports.js';
import { idbStore } from './idb-store.js';
import { storageMarker, type Persist } from './marker.js';
import { browserTabs } from './tabs.js';
import { browserWake } from './wake.js';
import { webStore } from './web-store.js';

function mainStore(persist: Persist, scope: string): Store {
  // The page has chosen that nothing outlives it: that is as it should be, and no warning.
  if (persist === 'none') return { ...memoryStore(), durable: true };
  return persist === 'session' ? webStore(() => sessionStorage, scope) : idbStore(scope);
}

/** `randomUUID` is only there in secure contexts; a page on plain http in a test network chats all the same. */
function id(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The browser as the session sees it. `scope` keeps the chats of one site apart. */
export function browserPorts(persist: Persist, scope: string): Ports {
  const random = { ...systemRandom, id };
  return {
    clock: systemClock,
    random,
    store: mainStore(persist, scope),
    drafts: persist === 'none' ? memoryStore() : webStore(() => sessionStorage, scope),
    marker: storageMarker(persist, scope),
    tabs: browserTabs(scope, random),
    wake: browserWake(),
    files: () => import('./files.js').then(({ browserFiles }) => browserFiles(persist, scope)),
  };
}
