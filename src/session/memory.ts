/** Ports for where there is no browser: Node, tests, and pages whose storage is blocked. */
import type { Clock, Marker, Ports, Random, Store, Tabs, Wake } from './ports.js';

/** A store that forgets when the page does. */
export function memoryStore(): Store {
  const rows = new Map<string, string>();
  return {
    durable: false,
    get: (key) => Promise.resolve(rows.get(key)),
    put: (key, value) => {
      rows.set(key, value);
      return Promise.resolve();
    },
    delete: (key) => {
      rows.delete(key);
      return Promise.resolve();
    },
    list: (prefix) =>
      Promise.resolve([...rows].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))),
    close: () => undefined,
  };
}

/** The system's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  delay: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** The system's randomness. */
export const systemRandom: Random = {
  id: () => crypto.randomUUID(),
  fraction: () => Math.random(),
};

const noTabs = (random: Random): Tabs => ({
  id: random.id(),
  alive: () => Promise.resolve(false),
  post: () => undefined,
  listen: () => () => undefined,
  exclusive: (run) => run(),
  close: () => undefined,
});
const noWake: Wake = { visible: () => true, listen: () => () => undefined };
const noMarker: Marker = { set: () => undefined, clear: () => undefined };

/** A whole set of ports without a browser; any of them may be given. */
export function memoryPorts(given: Partial<Ports> = {}): Ports {
  const random = given.random ?? systemRandom;
  return {
    clock: systemClock,
    store: memoryStore(),
    drafts: memoryStore(),
    marker: noMarker,
    wake: noWake,
    tabs: noTabs(random),
    ...given,
    random,
  };
}
