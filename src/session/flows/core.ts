/** What every flow is given: the state, the one way to change it, the ports and the transport. */
import type { Fact } from '../model/facts.js';
import { ChatError } from '../model/errors.js';
import { conversationOf } from '../model/selectors.js';
import type { Input } from '../model/inputs.js';
import type { ChatState, Conversation, ConversationKey } from '../model/types.js';
import type { Ports } from '../ports.js';
import { TransportError, type Transport } from '../transport.js';

/** See above. */
export interface Core {
  readonly ports: Ports;
  readonly transport: Transport;
  readonly state: ChatState;
  /** Lets something happen; returns what really changed. */
  apply(input: Input): readonly Fact[];
  /** Calls back after each change; returns its undo. */
  subscribe(listener: (state: ChatState, facts: readonly Fact[]) => void): () => void;
  /** Runs something when the client is released; returns its undo. */
  onRelease(run: () => void): () => void;
  /** Aborted when the client is released: nothing may be done after that. */
  readonly signal: AbortSignal;
  /** Aborted when the present line goes down; a new one for each line. What was asked on one line is of no use on the next. */
  readonly line: AbortSignal;
  /** How many calls have been answered: something that only grows while the other side lives. */
  answered: number;
}

/** How long the session waits for one answer. */
export const CALL_DEADLINE = 15_000;

/**
 * Calls the transport with a deadline. Whatever it rejects with comes out as a TransportError; an answer that comes too
 * late, or never because the line went down, is `unknown`: the server may have acted.
 */
export async function call<Result>(
  core: Core,
  ask: (signal: AbortSignal) => Promise<Result>,
  ms: number = CALL_DEADLINE,
): Promise<Result> {
  const { line } = core;
  if (core.signal.aborted || line.aborted) throw new TransportError('again', 'unreachable');
  const abort = new AbortController();
  let down: (() => void) | undefined;
  let cancel: (() => void) | undefined;
  try {
    return await new Promise<Result>((resolve, reject) => {
      const stop = (code: string) => {
        reject(new TransportError('unknown', code));
        abort.abort();
      };
      down = () => stop('lost');
      line.addEventListener('abort', down, { once: true });
      cancel = core.ports.clock.delay(ms, () => stop('timeout'));
      ask(abort.signal)
        .finally(() => core.answered++)
        .then(resolve, reject);
    });
  } catch (error) {
    throw error instanceof TransportError ? error : new TransportError('unknown', 'internal', String(error));
  } finally {
    cancel?.();
    if (down) line.removeEventListener('abort', down);
  }
}

/** The conversation under a key, as it is now. */
export function at(core: Core, key: ConversationKey): Conversation | undefined {
  return conversationOf(core.state, key);
}

/** A wait before try number `attempt` (from 1): doubled each time up to `cap`, with half of it random so that a crowd spreads. */
export function backoff(core: Core, attempt: number, base: number, cap: number): number {
  const full = Math.min(cap, base * 2 ** Math.min(Math.max(attempt, 1) - 1, 16));
  return full / 2 + core.ports.random.fraction() * (full / 2);
}

/** The session has been released. */
export function closed(): ChatError {
  return new ChatError('closed', 'the chat was taken off the page');
}
