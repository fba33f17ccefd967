/** The page's own store for an asynchronous chat: `getSessionData`, `setSessionData` and `deleteSessionData`. */
import { conversationOf, isRunning } from '../../session/model/selectors.js';
import type { AsyncConfig, GenesysConfig } from './config.js';
import { CookieJar, type CookieOptions } from './cookie.js';
import type { HostPort } from './host.js';

/** What it stands on. */
export type AsyncParts = {
  readonly host: HostPort;
  readonly config: GenesysConfig;
  readonly document:
    (Pick<Document, 'cookie'> & { readonly location?: { readonly protocol: string } | null }) | undefined;
  readonly report: (error: unknown) => void;
  /** Told, once each, what this host can't do yet. */
  readonly warn: (message: string) => void;
};

/**
 * Keeps the page's store up to date, and comes back to what it holds. The session keeps and restores the conversation by
 * itself, too: a host without the verbs for it is only told of.
 */
export class AsyncChat {
  #parts: AsyncParts;
  #functions: AsyncConfig;
  #last = '';
  #warned = new Set<string>();

  constructor(parts: AsyncParts) {
    this.#parts = parts;
    const { async: functions = {}, pagination, maxMessagePageSize: limit } = parts.config.transport ?? {};
    this.#functions = functions;
    if (pagination === false) parts.host.on('chat-restored', () => void this.#whole(limit));
    if (this.#functions.enabled !== true) return;
    const { host } = parts;
    // One may have come back before this did.
    if (host.state && isRunning(conversationOf(host.state))) void this.#keep();
    for (const type of ['chat-started', 'chat-restored', 'chat-reconnected'] as const)
      host.on(type, () => void this.#keep());
    host.on('chat-restore-failed', ({ code }) => {
      this.#last = '';
      void this.#ask('deleteSessionData', { code, message: 'the session is lost' });
    });
  }

  /** Asks the page for a session to come back to. With one, `restore` brings it back, and the window opens. */
  async begin(restore: (sessionData: unknown) => Promise<boolean>): Promise<void> {
    if (this.#functions.enabled !== true) return;
    const { host } = this.#parts;
    const found = await this.#ask('getSessionData', host.window?.open ?? false);
    if (!found) return;
    if (!host.can('restore')) this.#warn('restores no conversation from session data');
    if (await restore(found)) host.window?.show();
  }

  /** Everything there was comes back, and not the newest page only. */
  async #whole(limit: number | undefined): Promise<void> {
    try {
      for (;;) await this.#parts.host.call('fetchHistory', { limit });
    } catch {
      // It has all come, or can't: the rest is fetched when the visitor scrolls there.
    }
  }

  async #keep(): Promise<void> {
    const { host, report } = this.#parts;
    if (!host.can('getSessionData')) return this.#warn('tells no session data');
    const data = await host.call('getSessionData').catch(report);
    const now = JSON.stringify(data);
    if (data === undefined || now === this.#last) return;
    this.#last = now;
    await this.#ask('setSessionData', data);
  }

  #warn(what: string): void {
    const message = `_genesys.widgets.webchat.transport.async: this chat ${what}; it keeps the conversation by itself`;
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#parts.warn(message);
  }

  async #ask(name: 'getSessionData' | 'setSessionData' | 'deleteSessionData', first: unknown): Promise<unknown> {
    const { document, report } = this.#parts;
    const options: CookieOptions = { path: '/', sameSite: 'Lax', secure: document?.location?.protocol === 'https:' };
    try {
      const ask = this.#functions[name] as ((...args: readonly unknown[]) => unknown) | undefined;
      return await ask?.(first, document && new CookieJar(document), options);
    } catch (error) {
      report(error);
      return undefined;
    }
  }
}
