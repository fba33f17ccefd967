/** What goes between a page and a provider of OAuth 2.0: questions, answers, and what of them is believed. */

/**
 * Why nobody is signed in. `cancelled`: the visitor did not want to; `blocked`: the browser has blocked the window; `refused`: the
 * provider said no; `unreachable`: it does not answer; `protocol`: its answer can't be believed; `unsupported`: the page is not
 * secure; `invalid`: an option is wrong.
 */
export type SignInCode = 'cancelled' | 'blocked' | 'refused' | 'unreachable' | 'protocol' | 'unsupported' | 'invalid';

/** What a sign-in rejects with. Its text never holds a code or a token. */
export class SignInError extends Error {
  override readonly name = 'SignInError';

  constructor(
    readonly code: SignInCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A provider's addresses. */
export type Metadata = {
  readonly issuer: string;
  readonly authorization: string;
  readonly token: string;
  readonly revocation: string | undefined;
  readonly endSession: string | undefined;
};

/** A question that is not answered yet. */
export type Pending = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
};

/** What is kept of an answer. */
export type Tokens = {
  /** The one that the chat server sees. */
  readonly shown: string;
  readonly refresh: string | undefined;
  /** Until when the first is good, by this device's clock, and how long it is altogether. */
  readonly until: number;
  readonly lasts: number;
};

type Said = Readonly<Record<string, unknown>>;

const BYTES = 32;
const DEADLINE = 10_000;

const encoded = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
const random = (): string => encoded(crypto.getRandomValues(new Uint8Array(BYTES)));

/** A new question and its address. */
export async function beginAt(
  { authorization }: Metadata,
  about: {
    readonly clientId: string;
    readonly scope: string;
    readonly redirectUri: string;
    readonly parameters: Readonly<Record<string, string>> | undefined;
  },
): Promise<{ readonly pending: Pending; readonly url: string }> {
  // There only where a page came over TLS, or from this machine.
  if (!isSecureContext) throw new SignInError('unsupported', 'signing in needs a page that came over https:');
  const { clientId, scope, redirectUri, parameters } = about;
  const pending = { state: random(), nonce: random(), verifier: random(), redirectUri };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
  const url = new URL(authorization);
  const own = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: encoded(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries({ ...parameters, ...own })) url.searchParams.set(name, value);
  return { pending, url: url.href };
}

/** Asks the provider for something: with `form` it is told something, too. What is secret is in the body, never in the address. */
export async function asked(address: string, form?: Readonly<Record<string, string>>): Promise<Said> {
  let answer: Response;
  let said: unknown;
  try {
    answer = await fetch(address, {
      method: form ? 'POST' : 'GET',
      ...(form && { body: new URLSearchParams(form) }),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE),
    });
    const text = await answer.text();
    said = text === '' ? {} : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new SignInError('protocol', 'the provider’s answer is no JSON');
    throw new SignInError('unreachable', 'the provider does not answer; try again', { cause: error });
  }
  if (answer.status >= 500) throw new SignInError('unreachable', 'the provider is in trouble; try again');
  if (!answer.ok) throw new SignInError('refused', `the provider said no (${answer.status})`);
  if (typeof said !== 'object' || said === null)
    throw new SignInError('protocol', 'the provider’s answer is no object');
  return said as Said;
}

/**
 * What an answer of the token endpoint has. It came over TLS from the provider itself, so that its signature is for the chat server to
 * check; whom it is for and which question it answers is checked here.
 */
export function readTokens(
  said: Said,
  about: {
    readonly issuer: string;
    readonly clientId: string;
    readonly show: 'id' | 'access';
    /** Of the question; a renewed token answers none. */
    readonly nonce?: string;
  },
): Tokens {
  const { access_token: access, id_token: id, refresh_token: refresh, expires_in: lasts } = said;
  if (typeof id === 'string') {
    const claims = claimsOf(id);
    const audience = [claims['aud']].flat();
    const wrong =
      claims['iss'] !== about.issuer ||
      !audience.includes(about.clientId) ||
      (about.nonce !== undefined && claims['nonce'] !== about.nonce);
    if (wrong) throw new SignInError('protocol', 'the provider’s token is for somebody else');
  }
  const shown = about.show === 'id' ? id : access;
  if (typeof shown !== 'string' || shown === '')
    throw new SignInError('protocol', `the provider gave no ${about.show} token; ask for it by scope`);
  const ms = (about.show === 'id' ? lastsOf(id as string) : Number(lasts)) * 1000 || 60_000;
  return { shown, refresh: typeof refresh === 'string' ? refresh : undefined, until: Date.now() + ms, lasts: ms };
}

/** For how many seconds it was made: what its times are by another clock is no matter then. */
function lastsOf(token: string): number {
  const { exp, iat } = claimsOf(token);
  return Number(exp) - Number(iat);
}

function claimsOf(token: string): Said {
  try {
    const [, payload = ''] = token.split('.');
    const binary = atob(payload.replace(/[-_]/g, (sign) => (sign === '-' ? '+' : '/')));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Said) : {};
  } catch {
    // It says nothing that could be believed.
    return {};
  }
}
