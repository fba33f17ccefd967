import { expect } from '@open-wc/testing';
import { idbStore } from '../../src/platform/idb-store.js';
import { webStore } from '../../src/platform/web-store.js';
import { memoryStore } from '../../src/session/memory.js';
import type { Store } from '../../src/session/ports.js';

/** What every store must do. */
function describeStore(name: string, make: (scope: string) => Store): void {
  describe(`${name} as a store`, () => {
    let scope: string;
    let store: Store;

    beforeEach(() => {
      scope = `test ${crypto.randomUUID()}/:|`;
      store = make(scope);
    });
    afterEach(() => store.close());

    it('gives back what was put, and nothing for what was not', async () => {
      await store.put('a', 'one');
      await store.put('a', 'two');
      expect(await store.get('a')).to.equal('two');
      expect(await store.get('b')).to.equal(undefined);
    });

    it('keeps every string as it is', async () => {
      for (const text of ['', '\u0000', '😀'.repeat(1000), '"\\\n', '__proto__']) {
        await store.put('__proto__', text);
        expect(await store.get('__proto__')).to.equal(text);
      }
    });

    it('lists a prefix in the order of the keys', async () => {
      for (const key of ['x/2', 'x/10', 'y/1', 'x/01']) await store.put(key, key);
      expect((await store.list('x/')).map(([key]) => key)).to.deep.equal(['x/01', 'x/10', 'x/2']);
    });

    it('forgets what was deleted', async () => {
      await store.put('a', '1');
      await store.delete('a');
      await store.delete('a');
      expect(await store.list('')).to.deep.equal([]);
    });
  });
}

describeStore('memory', () => memoryStore());
describeStore('sessionStorage', (scope) => webStore(() => sessionStorage, scope));
describeStore('IndexedDB', idbStore);

describe('IndexedDB store', () => {
  it('keeps scopes apart, and survives a new page', async () => {
    const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
    const first = idbStore(one);
    await first.put('k', 'v');
    first.close();
    const again = idbStore(one);
    const other = idbStore(two);
    expect(await again.get('k')).to.equal('v');
    expect(await other.list('')).to.deep.equal([]);
    again.close();
    other.close();
  });

  it('opens again after its database was deleted under it', async () => {
    const store = idbStore(crypto.randomUUID());
    await store.put('k', 'v');
    await new Promise<void>((resolve) => {
      const gone = indexedDB.deleteDatabase('live-chat-elements');
      gone.onsuccess = () => resolve();
    });
    await store.put('k', 'w');
    expect(await store.get('k')).to.equal('w');
    store.close();
  });

  it('rejects where storage is blocked, and does not throw', async () => {
    const open = indexedDB.open.bind(indexedDB);
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const store = idbStore(crypto.randomUUID());
    try {
      const error: unknown = await store.put('k', 'v').catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(DOMException);
    } finally {
      IDBFactory.prototype.open = open;
    }
    await store.put('k', 'healed');
    expect(await store.get('k')).to.equal('healed');
    store.close();
  });
});

describe('web store', () => {
  it('rejects where the storage is blocked or full', async () => {
    const blocked = webStore(() => {
      throw new DOMException('blocked', 'SecurityError');
    }, 'x');
    const error: unknown = await blocked.put('k', 'v').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(DOMException);
    const full = webStore(() => sessionStorage, 'x');
    const quota: unknown = await full.put('k', 'x'.repeat(20_000_000)).catch((reason: unknown) => reason);
    expect(quota).to.be.instanceOf(DOMException);
  });
});
