/** Signing in and out at the desk. Plain HTTP, because only an answer can set a cookie that scripts can't read. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { WireFailure } from '../../../src/protocol/index.js';
import type { AgentSessions } from '../agents/sessions.js';
import { failureOf } from '../core/fault.js';
import type { Log } from '../core/ports.js';
import type { Counters } from '../counters.js';
import { wayOf, type Way } from '../socket/address.js';
import type { Gate } from '../socket/gate.js';
import { isOwn } from '../socket/origin.js';
import { answerJson, readJson } from './answers.js';
import { cookieOf, SESSION_COOKIE, sessionCookie } from './cookies.js';

/** What it needs. */
export interface LoginOptions {
  readonly sessions: AgentSessions;
  readonly gate: Gate;
  readonly proxies: number;
  readonly log: Log;
  readonly counters: Counters;
  /** Ends the connections of a session that was signed out. */
  readonly signedOut: (sessionHash: string) => void;
}

const credentials = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
});

/** `POST /agent/login` and `/agent/logout`. */
export async function serveLogin(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  options: LoginOptions,
): Promise<void> {
  const way = wayOf(request, options.proxies);
  try {
    if (request.method !== 'POST')
      return answerJson(response, 405, failed('bad-request', 'only POST'), { Allow: 'POST' });
    if (!fromOwnPage(request, way)) return answerJson(response, 403, failed('not-allowed', 'not from this page'));
    await (path === '/agent/login' ? login(request, response, way, options) : logout(request, response, way, options));
  } catch (error) {
    const failure = failureOf(error, options.log);
    answerJson(response, failure.code === 'unavailable' ? 503 : 500, { ok: false, error: failure });
  }
}

async function login(
  request: IncomingMessage,
  response: ServerResponse,
  way: Way,
  options: LoginOptions,
): Promise<void> {
  const { sessions, gate, counters, log } = options;
  const wait = gate.addressBucket('logins', way.address).take();
  if (wait > 0) {
    const headers = { 'Retry-After': String(Math.ceil(wait / 1000)) };
    return answerJson(response, 429, failed('rate-limited', 'too many tries', wait), headers);
  }
  const parsed = v.safeParse(credentials, await readJson(request));
  if (!parsed.success) return answerJson(response, 400, failed('bad-request', 'name and password are wanted, as JSON'));
  const signedIn = await sessions.signIn(parsed.output.name, parsed.output.password);
  counters.add(signedIn ? 'logins' : 'logins-refused');
  if (!signedIn) {
    log('warn', 'login-refused');
    return answerJson(response, 401, failed('not-allowed', 'name or password is wrong'));
  }
  answerJson(
    response,
    200,
    { ok: true, data: null },
    { 'Set-Cookie': sessionCookie(signedIn.token, signedIn.lastsMs, way.secure) },
  );
}

async function logout(
  request: IncomingMessage,
  response: ServerResponse,
  way: Way,
  { sessions, signedOut }: LoginOptions,
): Promise<void> {
  const token = cookieOf(request.headers.cookie, SESSION_COOKIE);
  if (token !== undefined) signedOut(await sessions.signOut(token));
  answerJson(response, 200, { ok: true, data: null }, { 'Set-Cookie': sessionCookie('', 0, way.secure) });
}

/** Another site's page may not sign anybody in or out. */
function fromOwnPage(request: IncomingMessage, way: Way): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return isOwn(origin, way);
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}

function failed(code: WireFailure['code'], message: string, retryAfter?: number): { ok: false; error: WireFailure } {
  return { ok: false, error: { code, message, ...(retryAfter !== undefined && { retryAfter }) } };
}
