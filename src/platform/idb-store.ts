import type { Store } from '../session/ports.js';

const DATABASE = 'live-chat-elements';
const ROWS = 'rows';

/** An IndexedDB request as a promise. */
const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });

/**
 * The durable store: IndexedDB, strict, so that a resolved `put` survives a crash of the browser. All chats of a site
 * share one database; `scope` keeps them apart.
 *
 * A database that can't be opened, or is taken away under us, makes every method reject; each call tries again, so the
 * store heals when the fault does.
 */
export function idbStore<Value = string>(scope: string): Store<Value> {
  const full = (key: string) => `${scope}/${key}`;
  let opening: Promise<IDBDatabase> | undefined;
  let closed = false;

  const open = async (): Promise<IDBDatabase> => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(ROWS);
    const database = await done(request);
    const forget = () => (opening = undefined);
    // Another page wants a newer version: hold nobody up, and open again at the next call.
    database.onversionchange = () => {
      database.close();
      forget();
    };
    database.onclose = forget;
    if (closed) database.close();
    return database;
  };

  /** Runs a transaction; resolves when it is committed, not when it is asked for. */
  const run = async <Result>(
    mode: IDBTransactionMode,
    act: (rows: IDBObjectStore) => Promise<Result>,
  ): Promise<Result> => {
    if (closed) throw new Error('the store is closed');
    opening ??= open();
    const database = await opening.catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    const transaction = database.transaction(ROWS, mode, { durability: 'strict' });
    const committed = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted'));
    });
    const [result] = await Promise.all([act(transaction.objectStore(ROWS)), committed]);
    return result;
  };

  return {
    durable: true,
    get: (key) => run('readonly', (rows) => done(rows.get(full(key)) as IDBRequest<Value | undefined>)),
    put: (key, value) => run('readwrite', (rows) => done(rows.put(value, full(key)))).then(() => undefined),
    delete: (key) => run('readwrite', (rows) => done(rows.delete(full(key)))),
    list: (prefix) =>
      run('readonly', async (rows) => {
        const range = IDBKeyRange.bound(full(prefix), full(prefix) + '\uffff');
        const [keys, values] = await Promise.all([
          done(rows.getAllKeys(range) as IDBRequest<string[]>),
          done(rows.getAll(range) as IDBRequest<Value[]>),
        ]);
        return keys.map((key, i) => [key.slice(scope.length + 1), values[i]!] as const);
      }),
    close: () => {
      closed = true;
      opening?.then((database) => database.close()).catch(() => undefined);
    },
  };
}
