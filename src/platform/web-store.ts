import type { Store } from '../session/ports.js';

/**
 * A store over `sessionStorage` (one tab) or `localStorage`: what is put survives a reload, and a crash as far as the
 * browser writes it down. `area` is a function because merely reading the property throws where storage is blocked.
 */
export function webStore(area: () => Storage, scope: string): Store {
  const full = (key: string) => `live-chat-elements/${scope}/${key}`;
  const later = <Result>(run: (storage: Storage) => Result): Promise<Result> =>
    new Promise((resolve) => resolve(run(area())));
  return {
    durable: true,
    get: (key) => later((storage) => storage.getItem(full(key)) ?? undefined),
    put: (key, value) => later((storage) => storage.setItem(full(key), value)),
    delete: (key) => later((storage) => storage.removeItem(full(key))),
    list: (prefix) =>
      later((storage) => {
        const start = full(prefix);
        const names = Object.keys(storage).filter((name) => name.startsWith(start));
        const cut = full('').length;
        return names.sort().map((name) => [name.slice(cut), storage.getItem(name) ?? ''] as const);
      }),
    close: () => undefined,
  };
}
