import type { WireFailure } from '../../protocol/from-server.js';
import { TransportError, type FailureKind } from '../../session/transport.js';
import { isAnswer } from './guards.js';
import { read } from './read.js';

type Answer = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: WireFailure };

/** Codes after which a later try may succeed; all others are final. */
const AGAIN = new Set(['rate-limited', 'unavailable', 'internal']);

/** A refusal of the server as a TransportError. */
export function toError(failure: WireFailure): TransportError {
  const kind: FailureKind = AGAIN.has(failure.code) ? 'again' : 'final';
  const where = failure.field === undefined ? '' : ` (${failure.field})`;
  return new TransportError(kind, failure.code, (failure.message ?? failure.code) + where, failure.retryAfter);
}

/** What an acknowledgement holds. @throws TransportError what the server refused it for; `protocol`: it can't be read */
export function dataOf(raw: unknown): unknown {
  const answer = read<Answer>(isAnswer, raw);
  if (answer.ok) return answer.data;
  throw toError(answer.error);
}
