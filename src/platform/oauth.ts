/**
 * `live-chat-elements/oauth`: signs a customer in at a provider of OAuth 2.0 and OpenID Connect, by authorization code with PKCE, in a
 * pop-up or by leaving the page, and gives the chat their tokens. These are in memory only; what a way over another page needs is in
 * `sessionStorage` for as long as that takes, and opens nothing.
 */
import type { AuthTokenProvider } from '../session/model/providers.js';
import { asked, beginAt, readTokens, SignInError, type Metadata, type Pending, type Tokens } from './oauth-wire.js';

export { SignInError } from './oauth-wire.js';
export type { SignInCode } from './oauth-wire.js';

/** What {@link OAuth} is told. */
export type OAuthOptions = {
  /** The provider, as the `iss` of its tokens has it. */
  readonly issuer: string;
  /** Where its configuration is; default: `/.well-known/openid-configuration` below the issuer. */
  readonly configuration?: string | undefined;
  /** This page, as the provider knows it: a public client, without a secret. */
  readonly clientId: string;
  /** A page of this origin that calls `finish()`; default: this page, without query and fragment. */
  readonly redirectUri?: string | undefined;
  /** What is asked for, with blanks between; default: `openid`. For tokens that outlast the first, providers often want `offline_access`, too. */
  readonly scope?: string | undefined;
  /** The token that the chat server is shown; default: `id`. */
  readonly show?: 'id' | 'access' | undefined;
  /** More parameters of the question, such as `prompt`, `resource` or `audience`. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
};

const KEPT = 'live-chat-elements/oauth';
const CONFIGURATION = '/.well-known/openid-configuration';
/** How often it is looked whether the pop-up was closed. */
const LOOK = 300;

/** See the module. */
export class OAuth {
  #options: OAuthOptions;
  #metadata: Promise<Metadata> | undefined;
  #tokens: Tokens | undefined;
  #renewing: Promise<void> | undefined;
  /** Counts who was signed in, so that an answer that comes after a sign-out changes nothing. */
  #turn = 0;

  constructor(options: OAuthOptions) {
    this.#options = options;
    if (new URL(this.#redirectUri).origin !== location.origin)
      throw new SignInError('invalid', 'redirectUri must be an address of this page’s own origin');
  }

  /** For `setAuthTokenProvider`: the token, renewed when most of its time is over; an empty one when nobody is signed in. */
  readonly provider: AuthTokenProvider = async () => {
    const tokens = this.#tokens;
    if (tokens?.refresh !== undefined && tokens.until - Date.now() < tokens.lasts / 4)
      await (this.#renewing ??= this.#renew(tokens.refresh).finally(() => (this.#renewing = undefined)));
    return this.#tokens && Date.now() < this.#tokens.until ? this.#tokens.shown : '';
  };

  /** Whether somebody is signed in, as far as this page knows. */
  get signedIn(): boolean {
    return this.#tokens !== undefined;
  }

  /**
   * Signs in. In a pop-up, call it where the visitor has pressed a button; it resolves when they are signed in. With `redirect` the
   * page is left, and `finish()` goes on when it is back.
   * @throws (rejects) SignInError
   */
  async signIn({ redirect = false }: { readonly redirect?: boolean | undefined } = {}): Promise<void> {
    // Before anything is waited for: a pop-up is allowed in answer to a press alone.
    const popup = redirect ? undefined : open('about:blank', 'live-chat-sign-in', 'popup,width=480,height=680');
    if (popup === null) throw new SignInError('blocked', 'the browser has blocked the window; use { redirect: true }');
    try {
      const { clientId, scope = 'openid', parameters } = this.#options;
      const about = { clientId, scope, parameters, redirectUri: this.#redirectUri };
      const { pending, url } = await beginAt(await this.#known(), about);
      if (popup) return await this.#take(await answerOf(popup, url, pending), pending);
      sessionStorage.setItem(KEPT, JSON.stringify({ ...pending, back: location.href }));
      location.assign(url);
    } catch (error) {
      popup?.close();
      throw error;
    }
  }

  /**
   * Goes on where the provider has sent the visitor back; call it on `redirectUri` when the page loads. In a pop-up it tells the page
   * that has opened it, and closes. Resolves with the address that was left, if a sign-in was finished here.
   * @throws (rejects) SignInError
   */
  async finish(): Promise<string | undefined> {
    const answer = new URLSearchParams(location.search);
    if (!answer.has('state') || !(answer.has('code') || answer.has('error'))) return undefined;
    const kept = sessionStorage.getItem(KEPT);
    const opener = globalThis.opener as Window | null;
    const pending = kept === null ? undefined : (JSON.parse(kept) as Pending & { readonly back: string });
    // The code is used up, and is not for the history.
    history.replaceState(history.state, '', location.pathname);
    if (pending?.state === answer.get('state')) {
      sessionStorage.removeItem(KEPT);
      await this.#take(answer, pending);
      return pending.back;
    }
    if (!opener) throw new SignInError('protocol', 'this answer belongs to no question of this page');
    opener.postMessage({ type: KEPT, answer: answer.toString() }, location.origin);
    close();
    return undefined;
  }

  /** Forgets the tokens here, and has the provider forget them. With `returnTo` it is left for the provider's own sign-out. */
  async signOut({ returnTo }: { readonly returnTo?: string | undefined } = {}): Promise<void> {
    const tokens = this.#tokens;
    this.#turn++;
    this.#tokens = undefined;
    const { clientId } = this.#options;
    const { revocation, endSession } = await this.#known();
    // What can't be revoked now expires.
    if (tokens?.refresh !== undefined && revocation !== undefined)
      await asked(revocation, { token: tokens.refresh, client_id: clientId }).catch(() => undefined);
    if (returnTo === undefined || endSession === undefined) return;
    const end = new URL(endSession);
    end.searchParams.set('client_id', clientId);
    end.searchParams.set('post_logout_redirect_uri', new URL(returnTo, location.href).href);
    location.assign(end);
  }

  get #redirectUri(): string {
    return new URL(this.#options.redirectUri ?? location.pathname, location.href).href;
  }

  /** What the provider says of itself. */
  #known(): Promise<Metadata> {
    const { issuer, configuration = issuer.replace(/\/$/, '') + CONFIGURATION } = this.#options;
    return (this.#metadata ??= asked(configuration)
      .then((said) => {
        if (said['issuer'] !== issuer) throw new SignInError('protocol', 'the provider has another issuer');
        const at = (name: string): string | undefined => {
          const address = said[name];
          return typeof address === 'string' && isSafe(address) ? address : undefined;
        };
        const [authorization, token] = [at('authorization_endpoint'), at('token_endpoint')];
        if (authorization === undefined || token === undefined)
          throw new SignInError('protocol', 'the provider names no safe addresses');
        return {
          issuer,
          authorization,
          token,
          revocation: at('revocation_endpoint'),
          endSession: at('end_session_endpoint'),
        };
      })
      .catch((error: unknown) => {
        this.#metadata = undefined;
        throw error;
      }));
  }

  /** Makes tokens of what the provider has answered. */
  async #take(answer: URLSearchParams, { state, nonce, verifier, redirectUri }: Pending): Promise<void> {
    const turn = ++this.#turn;
    const { token, issuer } = await this.#known();
    if (answer.get('state') !== state) throw new SignInError('protocol', 'the answer belongs to another question');
    if ((answer.get('iss') ?? issuer) !== issuer) throw new SignInError('protocol', 'another provider has answered');
    const code = answer.get('code');
    if (code === null) {
      const denied = answer.get('error') === 'access_denied';
      throw new SignInError(denied ? 'cancelled' : 'refused', 'the provider does not sign the customer in');
    }
    const { clientId, show = 'id' } = this.#options;
    const said = await asked(token, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: clientId,
      code_verifier: verifier,
    });
    const tokens = readTokens(said, { issuer, clientId, show, nonce });
    if (turn === this.#turn) this.#tokens = tokens;
  }

  async #renew(refresh: string): Promise<void> {
    const turn = this.#turn;
    const { clientId, show = 'id' } = this.#options;
    const { token, issuer } = await this.#known();
    try {
      const said = await asked(token, { grant_type: 'refresh_token', refresh_token: refresh, client_id: clientId });
      const tokens = readTokens(said, { issuer, clientId, show });
      // A provider that gives no other goes on taking this one.
      if (turn === this.#turn) this.#tokens = { ...tokens, refresh: tokens.refresh ?? refresh };
    } catch (error) {
      // Signed out at the provider: what is left is good for a moment only.
      if (error instanceof SignInError && error.code === 'refused' && turn === this.#turn) this.#tokens = undefined;
      else throw error;
    }
  }
}

/** Where a code and tokens may go: over TLS, to this machine itself, or to where the page is from. */
function isSafe(address: string): boolean {
  const { protocol, hostname, origin } = new URL(address, location.href);
  const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && (local || origin === location.origin));
}

/** What comes back from the pop-up. */
function answerOf(popup: Window, url: string, { state }: Pending): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const heard = (event: MessageEvent<{ readonly type?: unknown; readonly answer?: unknown } | null>): void => {
      if (event.origin !== location.origin || event.source !== popup || event.data?.type !== KEPT) return;
      const answer = new URLSearchParams(String(event.data.answer));
      if (answer.get('state') !== state) return;
      done();
      popup.close();
      resolve(answer);
    };
    const timer = setInterval(() => {
      if (!popup.closed) return;
      done();
      // What it said last is on its way.
      setTimeout(() => reject(new SignInError('cancelled', 'the window was closed')));
    }, LOOK);
    const done = (): void => {
      clearInterval(timer);
      removeEventListener('message', heard);
    };
    addEventListener('message', heard);
    popup.location.href = url;
  });
}
