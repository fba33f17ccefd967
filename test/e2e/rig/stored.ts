/** What a page has really stored, and what docs/privacy-and-storage.md says that it may. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Where something is kept, in the words of the guide. */
export type Area = 'localStorage' | 'sessionStorage' | 'IndexedDB';

/** One thing in the browser's storage. */
export type Stored = { readonly area: Area; readonly name: string; readonly value: string };

/** One row of the guide's table of what is stored. */
export type Row = { readonly item: string; readonly area: Area; readonly matches: (name: string) => boolean };

/** Everything that the page's site has in any storage, cookies and caches included. */
export async function storedBy(page: Page): Promise<readonly Stored[]> {
  const rows = await page.evaluate(async () => {
    // A method, because the loader of the tests wraps named functions in a helper that the page does not have.
    const idb = {
      done<Result>(request: IDBRequest<Result>): Promise<Result> {
        return new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error!);
        });
      },
    };
    const all: { area: string; name: string; value: string }[] = [];
    for (const area of ['localStorage', 'sessionStorage'] as const)
      for (const [name, value] of Object.entries(globalThis[area])) all.push({ area, name, value: String(value) });
    for (const { name: database = '' } of await indexedDB.databases()) {
      const open = await idb.done(indexedDB.open(database));
      for (const table of open.objectStoreNames) {
        const rows = open.transaction(table).objectStore(table);
        const [names, values] = await Promise.all([
          idb.done(rows.getAllKeys() as IDBRequest<string[]>),
          idb.done(rows.getAll()),
        ]);
        names.forEach((name, i) => all.push({ area: 'IndexedDB', name, value: JSON.stringify(values[i]) }));
      }
      open.close();
    }
    if (document.cookie) all.push({ area: 'cookies', name: document.cookie, value: '' });
    for (const name of await caches.keys()) all.push({ area: 'caches', name, value: '' });
    return all;
  });
  return rows as readonly Stored[];
}

const GUIDE = path.resolve(import.meta.dirname, '../../../docs/privacy-and-storage.md');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The rows of the table under "Storage", with names as patterns. `<scope>` and the like stand for anything without a slash. */
export function documentedRows(): readonly Row[] {
  const [, storage = ''] = readFileSync(GUIDE, 'utf8').split('\n## Storage\n');
  const [table = ''] = storage.split('\n| `persist`');
  return table
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('<scope>'))
    .map((line) => {
      const [, item = '', name = '', area = ''] = line.split('|').map((cell) => cell.trim());
      const pattern = escaped(name.replaceAll('`', '')).replace(/<[a-z]+>/g, '[^/]*');
      // In a web storage, which the whole site shares, every name begins with ours.
      const whole = new RegExp(`^(live-chat-elements/)?${pattern.replace('live-chat-elements/', '')}$`);
      return { item, area: area.replace(/;.*|`/g, '') as Area, matches: (text: string) => whole.test(text) };
    });
}
