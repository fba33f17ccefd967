/** Signing in and out: plain HTTP, because only a response can set the session's cookie. */
import * as v from 'valibot';
import { failure } from '../../../src/protocol/index.js';

/** What became of a try to sign in. `unreachable`: no server answered. */
export type SignedIn =
  { readonly ok: true } | { readonly ok: false; readonly code: string; readonly retryAfter?: number | undefined };

/** The part of `fetch` that is used, so that tests can answer. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const problem = v.union([
  failure,
  v.pipe(
    v.object({ error: failure }),
    v.transform(({ error }) => error),
  ),
]);

/** Tries a name and a password. */
export async function signIn(
  fetch: Fetch,
  base: string,
  credentials: { name: string; password: string },
): Promise<SignedIn> {
  const response = await post(fetch, new URL('login', base), credentials);
  if (!response) return { ok: false, code: 'unreachable' };
  if (response.ok) return { ok: true };
  const parsed = v.safeParse(problem, await response.json().catch(() => undefined));
  if (parsed.success) return { ok: false, code: parsed.output.code, retryAfter: parsed.output.retryAfter };
  return { ok: false, code: codeOfStatus(response.status) };
}

/** Ends the session on the server; true when it did. */
export async function signOut(fetch: Fetch, base: string): Promise<boolean> {
  return (await post(fetch, new URL('logout', base), {}))?.ok ?? false;
}

async function post(fetch: Fetch, url: URL, body: unknown): Promise<Response | undefined> {
  try {
    return await fetch(url.href, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return undefined;
  }
}

/** A proxy in front of the server answers without our codes. */
function codeOfStatus(status: number): string {
  if (status === 401 || status === 403) return 'not-allowed';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unreachable' : 'internal';
}
