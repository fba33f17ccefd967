/** One request and its answer. Nothing here is tried twice. */
import { TransportError } from '../../session/transport.js';
import { dataOf } from '../shared/answers.js';

/** Where requests go, and what goes along with each. */
export type RequestOptions = {
  /** The address of the requests, without a slash at its end. */
  readonly base: string;
  /** How long an answer may take, beside the time that the server was asked to wait; in milliseconds. */
  readonly timeout: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: RequestCredentials;
};

/** What is asked. */
export type Ask = {
  readonly place: string;
  /** Left out, it is a GET. */
  readonly body?: unknown;
  /** Shown in a header, so that no address and no log of one holds it. */
  readonly credential?: string | undefined;
  /** How long the server was asked to wait for news, in milliseconds. */
  readonly wait?: number | undefined;
};

/** Asks; resolves with the data of the answer. @throws (rejects) TransportError; `unknown` when no answer came */
export async function request(options: RequestOptions, ask: Ask, signal: AbortSignal): Promise<unknown> {
  const { base, timeout, headers, credentials } = options;
  const deadline = AbortSignal.timeout(timeout + (ask.wait ?? 0));
  const init: RequestInit = {
    method: ask.body === undefined ? 'GET' : 'POST',
    headers: {
      ...headers,
      ...(ask.body !== undefined && { 'content-type': 'application/json' }),
      ...(ask.credential !== undefined && { authorization: `Bearer ${ask.credential}` }),
    },
    cache: 'no-store',
    credentials,
    // A credential goes to the server that it is for, wherever that would send us.
    redirect: 'error',
    signal: AbortSignal.any([signal, deadline]),
  };
  if (ask.body !== undefined) init.body = JSON.stringify(ask.body);
  let answer: { readonly status: number; readonly text: string };
  try {
    const response = await fetch(base + ask.place, init);
    answer = { status: response.status, text: await response.text() };
  } catch (cause) {
    const code = signal.aborted ? 'lost' : deadline.aborted ? 'timeout' : 'unreachable';
    throw new TransportError('unknown', code, cause instanceof Error ? cause.message : code);
  }
  return dataOf(read(answer));
}

/** What comes from a proxy that has found nobody, and not from the server, is no answer at all. */
function read({ status, text }: { readonly status: number; readonly text: string }): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TransportError(
      'unknown',
      status >= 400 ? 'unreachable' : 'protocol',
      `the answer was no JSON (${status})`,
    );
  }
}
