/** Refusals that travel to the client. */
import type { WireCode, WireFailure } from '../../../src/protocol/index.js';
import { StoreUnavailable } from '../store/port.js';
import type { Log } from './ports.js';

/** A refusal with its wire code. The message is for developers; clients decide by the code. */
export class ChatFault extends Error {
  override readonly name = 'ChatFault';

  constructor(
    readonly code: WireCode,
    message: string = code,
    readonly details: { readonly field?: string; readonly retryAfter?: number; readonly offset?: number } = {},
  ) {
    super(message);
  }
}

/** How long a client waits before it tries again after a fault of the server. */
const RETRY_AFTER = 2000;

/** What a client is told of an error. Only faults tell anything; of everything else nothing gets out. */
export function failureOf(error: unknown, log: Log): WireFailure {
  if (error instanceof ChatFault) return { code: error.code, message: error.message, ...error.details };
  if (error instanceof StoreUnavailable) {
    log('error', 'store-unavailable', { reason: reasonOf(error.cause ?? error) });
    return { code: 'unavailable', message: 'the store is not available', retryAfter: RETRY_AFTER };
  }
  log('error', 'internal', { reason: reasonOf(error), where: whereOf(error) });
  return { code: 'internal', message: 'a fault in the server', retryAfter: RETRY_AFTER };
}

/** An error's kind, without its message: messages can quote what a visitor wrote. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** The first line of our own code in the stack. */
function whereOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /demo\/server\/[\w/.-]+:\d+/.exec(stack)?.[0] ?? 'unknown';
}
