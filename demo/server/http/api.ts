/**
 * The HTTP requests beside the socket. Whoever asks shows a credential in the `Authorization` header, or is signed in at the
 * desk; nothing secret is ever in an address. Pages of other origins may ask where the configuration lets them.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { WireCode, WireFailure } from '../../../src/protocol/index.js';
import type { AgentSessions } from '../agents/sessions.js';
import type { Proof } from '../core/access.js';
import { ChatFault, failureOf } from '../core/fault.js';
import type { Log } from '../core/ports.js';
import type { Channels } from '../identity/channels.js';
import type { ChatService } from '../core/service.js';
import type { Settings } from '../core/settings.js';
import { illFormedPath } from '../core/text.js';
import type { Counters } from '../counters.js';
import type { Origins } from '../options.js';
import { wayOf, type Way } from '../socket/address.js';
import type { Busy } from '../socket/busy.js';
import type { Gate } from '../socket/gate.js';
import { isOwn, originAllowed } from '../socket/origin.js';
import { answerJson, readJson } from './answers.js';
import { cookieOf, SESSION_COOKIE } from './cookies.js';

/** What the requests need. */
export interface ApiOptions {
  readonly service: ChatService;
  readonly settings: Settings;
  readonly sessions: AgentSessions;
  readonly gate: Gate;
  readonly channels: Channels;
  readonly busy: Busy;
  readonly proxies: number;
  readonly origins: Origins | undefined;
  readonly log: Log;
  readonly counters: Counters;
}

/** One request that found its route. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly way: Way;
  /** What the route's pattern caught. */
  readonly parts: readonly string[];
  readonly options: ApiOptions;
}

/** An address and what is done there. The data that it resolves with is the answer; with `undefined` it answers by itself. */
export interface ApiRoute {
  readonly method: string;
  readonly pattern: RegExp;
  readonly act: (call: Call) => Promise<unknown>;
}

/** The part of an address that is an id. */
export const ID = '([\\w.~!$&()*+,;=:@-]{1,128})';

/** Serves one request of the table. */
export async function serveApi(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  routes: readonly ApiRoute[],
  options: ApiOptions,
): Promise<void> {
  const way = wayOf(request, options.proxies);
  try {
    share(request, response, way, options);
    if (request.method === 'OPTIONS') return preflight(response);
    if (!options.gate.open) throw new ChatFault('unavailable', 'the server is stopping', { retryAfter: 1000 });
    const wait = options.gate.addressBucket('requests', way.address).take();
    if (wait > 0) throw new ChatFault('rate-limited', 'too many requests', { retryAfter: wait });
    const data = await dispatch({ request, response, way, options }, path, routes);
    if (data !== undefined && !response.headersSent) answerJson(response, 200, { ok: true, data });
  } catch (error) {
    // Whoever has gone needs no answer, and a broken line is no fault of the server.
    if (response.destroyed || response.headersSent) return void response.destroy();
    const failure = failureOf(error, options.log);
    options.counters.add('refused', failure.code);
    answerJson(response, STATUS[failure.code as WireCode] ?? 400, { ok: false, error: failure }, headersOf(failure));
  }
}

async function dispatch(call: Omit<Call, 'parts'>, path: string, routes: readonly ApiRoute[]): Promise<unknown> {
  const method = call.request.method === 'HEAD' ? 'GET' : call.request.method;
  for (const { method: wanted, pattern, act } of routes) {
    const found = wanted === method ? pattern.exec(path) : null;
    if (!found) continue;
    return act({ ...call, parts: found.slice(1) });
  }
  throw new ChatFault('bad-request', 'there is nothing at this address');
}

/** Says which pages may read the answer, and sends all others away. */
function share(request: IncomingMessage, response: ServerResponse, way: Way, options: ApiOptions): void {
  const { origin } = request.headers;
  response.setHeader('Vary', 'Origin');
  if (origin === undefined) return;
  if (!originAllowed(origin, way, options.origins)) throw new ChatFault('not-allowed', 'not from this page');
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', 'Content-Disposition, Content-Range, Retry-After');
}

function preflight(response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'GET, POST, PATCH, DELETE',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, Content-Range, Range',
    'Access-Control-Max-Age': '7200',
  });
  response.end();
}

/** By code: for proxies and logs. Clients decide by the code. */
const STATUS: Readonly<Partial<Record<WireCode, number>>> = {
  'not-allowed': 403,
  blocked: 403,
  'token-required': 401,
  'token-invalid': 401,
  'unknown-conversation': 404,
  'unknown-file': 404,
  ended: 409,
  closed: 409,
  'offset-mismatch': 409,
  incomplete: 409,
  'too-many': 409,
  'too-large': 413,
  'quota-exceeded': 413,
  'type-not-allowed': 415,
  'type-mismatch': 415,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
};

function headersOf({ retryAfter }: WireFailure): Record<string, string> {
  return retryAfter === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfter / 1000)) };
}

/** What a request shows: a credential, or the cookie of a desk that it comes from. */
export async function proofOf({ request, way, options }: Call): Promise<Proof> {
  const credential = bearer(request);
  if (credential !== undefined) return { credential };
  const session = ofOwnPage(request, way)
    ? await options.sessions.check(cookieOf(request.headers.cookie, SESSION_COOKIE))
    : undefined;
  if (!session) throw new ChatFault('not-allowed', 'a credential is wanted, in the Authorization header');
  return { agent: session.agent };
}

/** The credential of the `Authorization` header. */
export function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer +([\x21-\x7e]{1,128})$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Another site's page may not use an agent's cookie. Reading is also for a tab of its own. */
function ofOwnPage(request: IncomingMessage, way: Way): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return isOwn(origin, way);
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || (site === 'none' && request.method === 'GET');
}

/** The body of a request, by its schema. */
export async function bodyOf<Schema extends v.GenericSchema>(
  call: Call,
  schema: Schema,
  most?: number,
): Promise<v.InferOutput<Schema>> {
  const body = await fittingBody(call, schema, most);
  const field = illFormedPath(body);
  if (field !== undefined) throw malformed(field);
  return body;
}

/** The same of what is passed on and not kept: its texts may be ill-formed, and whoever passes them on makes them well-formed. */
export async function fittingBody<Schema extends v.GenericSchema>(
  { request }: Call,
  schema: Schema,
  most?: number,
): Promise<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, await readJson(request, most), { abortEarly: true });
  if (parsed.success) return parsed.output;
  throw malformed(v.getDotPath(parsed.issues[0]) ?? undefined);
}

function malformed(field: string | undefined): ChatFault {
  return new ChatFault('bad-request', 'the body is not valid', field === undefined ? {} : { field });
}
