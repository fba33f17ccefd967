/**
 * Looks at a customer's token. What is wrong with one that is refused is for the log alone: whoever made it up is told nothing
 * that would help with the next try.
 */
import { decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import * as v from 'valibot';
import { MAX_TOKEN, userData, type WireUserData } from '../../../src/protocol/index.js';
import { ChatFault } from '../core/fault.js';
import type { Log } from '../core/ports.js';
import { KeysUnavailable, type Authentication } from './config.js';

/** What a good token says. */
export interface Claims {
  /** The customer, as their site calls them. */
  readonly customer: string;
  readonly issuer: string;
  readonly realm: string;
  /** The context that the site's back end vouches for. */
  readonly context: WireUserData;
  /** Until when it is good, by the server's clock. */
  readonly until: number;
}

/** Where a header would have its key fetched from, or bring one along; and what would change how the rest is read. */
const FOREIGN = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip'];

/** However long a token lasts, another is wanted after this time. */
const LONGEST = 86_400_000;

/** Returns what it says, or throws `token-required` or `token-invalid`. */
export async function verifyToken(
  token: string | undefined,
  authentication: Authentication,
  now: number,
  log: Log,
): Promise<Claims> {
  if (token === undefined || token === '')
    throw new ChatFault('token-required', 'customers of this channel show a token');
  try {
    return await verified(token, authentication, now);
  } catch (error) {
    log('warn', 'token-refused', { reason: reasonOf(error) });
    if (error instanceof KeysUnavailable)
      throw new ChatFault('unavailable', 'the keys are not available', { retryAfter: 2000 });
    throw new ChatFault('token-invalid', 'the token is not accepted');
  }
}

async function verified(token: string, authentication: Authentication, now: number): Promise<Claims> {
  const { issuer, audience, algorithms, key, skew, typ, realm } = authentication;
  if (token.length > MAX_TOKEN || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) throw new Refused('shape');
  const header = decodeProtectedHeader(token);
  if (FOREIGN.some((name) => name in header)) throw new Refused('header');
  if (typ === null && header.typ !== undefined && header.typ !== 'JWT') throw new Refused('typ');
  const options = {
    issuer,
    ...(audience !== undefined && { audience }),
    algorithms: [...algorithms],
    ...(typ !== null && { typ }),
    clockTolerance: skew,
    currentDate: new Date(now),
    requiredClaims: ['sub', 'exp'],
  };
  const { payload } = await (typeof key === 'function'
    ? jwtVerify(token, key, options)
    : jwtVerify(token, key, options));
  if (audience === undefined && payload.aud !== undefined) throw new Refused('audience');
  // A token of tomorrow was made by a clock that can't be believed in anything else either.
  if (payload.iat !== undefined && payload.iat * 1000 > now + skew * 1000) throw new Refused('issued-at');
  const until = Math.min(((payload.exp ?? 0) + skew) * 1000, now + LONGEST);
  return { customer: customerOf(payload), issuer, realm, context: contextOf(payload), until };
}

const customer = v.pipe(v.string(), v.minLength(1), v.maxLength(256), v.regex(/^[^\p{Cc}\p{Cs}]+$/u));

function customerOf({ sub }: JWTPayload): string {
  const parsed = v.safeParse(customer, sub);
  if (!parsed.success) throw new Refused('subject');
  return parsed.output;
}

/** `lwicontexts` is the context as a JSON text: a flat object of primitives. */
function contextOf({ lwicontexts: text }: JWTPayload): WireUserData {
  if (text === undefined) return {};
  let data: unknown;
  try {
    data = typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    throw new Refused('context');
  }
  const parsed = v.safeParse(userData, data);
  if (!parsed.success || Array.isArray(data)) throw new Refused('context');
  return parsed.output;
}

/** What only we look at, and its place in the log. */
class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unreadable';
}
