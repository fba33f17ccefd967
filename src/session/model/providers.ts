import { PROVIDERS } from '../../vocabulary/providers.js';

/**
 * Gets a token for the customer who is signed in at the page: calls back with it, or returns it or a promise of it. It is
 * called when a chat starts on a channel whose customers prove who they are, on each new connection, after a refusal and
 * before the last one expires. It has 10 seconds.
 */
export type AuthTokenProvider = (callback: (token: string) => void) => unknown;

/** Returns the context of a conversation that is about to start, as `customContext` has it. */
export type ContextProvider = () => unknown;

/** What a page provides now. */
export type Providers = { AuthToken?: AuthTokenProvider; Context?: ContextProvider };

/** The verbs of the Dynamics live chat SDK by which a page provides it. They answer at once, and load nothing. */
export interface ProviderVerbs {
  /** Sets what gets the customer's token. @throws TypeError when it is no function */
  setAuthTokenProvider(provider: AuthTokenProvider): void;
  /** The one that is set, or null. */
  getAuthTokenProvider(): AuthTokenProvider | null;
  removeAuthTokenProvider(): void;
  /** Sets what gives the context of each conversation. @throws TypeError when it is no function */
  setContextProvider(provider: ContextProvider): void;
  /** The one that is set, or null. */
  getContextProvider(): ContextProvider | null;
  removeContextProvider(): void;
}

type Provided = { readonly providers: Record<string, unknown> };

/** {@link ProviderVerbs} for whatever has `providers`. */
export const providerVerbs = Object.assign(
  {},
  ...PROVIDERS.map((name) => ({
    [`set${name}Provider`](this: Provided, provider: unknown) {
      if (typeof provider !== 'function') throw new TypeError(`set${name}Provider: the provider must be a function`);
      this.providers[name] = provider;
    },
    [`get${name}Provider`](this: Provided) {
      return this.providers[name] ?? null;
    },
    [`remove${name}Provider`](this: Provided) {
      delete this.providers[name];
    },
  })),
) as ProviderVerbs;
