import type { Clock, Store } from '../../src/session/ports.js';

/** What a store does with a call: `ok`, after so many milliseconds, an error, or nothing ever. */
export type StoreFault = 'ok' | 'reject' | 'hang' | number;
export type StoreCall = 'get' | 'put' | 'delete' | 'list';

/** What outlives a page: the rows, and how the disk behaves. */
export class Disk {
  readonly rows = new Map<string, string>();
  durable = true;
  /** Calls that nobody has answered. */
  #hung = new Set<() => void>();
  /** Asked at each call. */
  fault: (call: StoreCall, key: string) => StoreFault = () => 'ok';

  /** A store on this disk, for one page. Calls are served one after the other, as a database does. */
  store(clock: Clock): Store & { kill(): void } {
    let dead = false;
    let last: Promise<void> = Promise.resolve();
    const never = new Promise<never>(() => undefined);
    const hung = () =>
      new Promise<never>((_resolve, reject) => this.#hung.add(() => dead || reject(new Error('given up'))));
    const serve = async <Result>(call: StoreCall, key: string, act: () => Result): Promise<Result> => {
      const before = last;
      let next: () => void = () => undefined;
      last = new Promise((resolve) => (next = resolve));
      await before;
      try {
        const fault = dead ? 'hang' : this.fault(call, key);
        if (fault === 'reject') throw new Error('the disk is full');
        if (typeof fault === 'number') await new Promise<void>((resolve) => clock.delay(fault, resolve));
        return dead ? never : fault === 'hang' ? hung() : act();
      } finally {
        next();
      }
    };
    const { rows } = this;
    return {
      durable: this.durable,
      get: (key) => serve('get', key, () => rows.get(key)),
      put: (key, value) => serve('put', key, () => void rows.set(key, value)),
      delete: (key) => serve('delete', key, () => void rows.delete(key)),
      list: (prefix) =>
        serve('list', prefix, () =>
          [...rows].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
      close: () => undefined,
      kill: () => {
        dead = true;
      },
    };
  }

  /** The disk is well again: what it never answered has failed. */
  heal(): void {
    this.fault = () => 'ok';
    for (const fail of this.#hung) fail();
    this.#hung.clear();
  }

  /** Every key that begins so. */
  under(prefix: string): readonly string[] {
    return [...this.rows.keys()].filter((key) => key.startsWith(prefix));
  }

  /** Makes every value under a prefix unreadable. */
  corrupt(prefix: string): void {
    for (const key of this.under(prefix)) this.rows.set(key, '{"item":');
  }
}
