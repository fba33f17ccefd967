import type { BrowserContext, Page } from 'playwright-core';

/** As a browser with all site data forbidden: merely looking at the storage throws. */
export const blockStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  });

/** As a disk without room: everything can be read, nothing can be written. */
export const fillStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    IDBObjectStore.prototype.put = Storage.prototype.setItem = () => {
      throw new DOMException('There is no room left.', 'QuotaExceededError');
    };
  });

/** As a browser in which tabs can't hear each other: no locks, no channels. */
export const deafen = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    Reflect.deleteProperty(Navigator.prototype, 'locks');
  });
