import { isChatError } from '../../src/session/model/is-chat-error.js';

/** What has become of a promise so far. */
export type Outcome<Value> = {
  is: 'pending' | 'resolved' | (string & {});
  value?: Value;
  text?: string;
  error?: unknown;
};

/** Watches a promise from now on: `is` is `pending`, `resolved`, or the code of the error it was rejected with. */
export function watch<Value>(promise: Promise<Value>): Outcome<Value> {
  const outcome: Outcome<Value> = { is: 'pending' };
  promise.then(
    (value) => Object.assign(outcome, { is: 'resolved', value }),
    (error: unknown) =>
      Object.assign(
        outcome,
        isChatError(error) ? { is: error.code, text: error.message, error } : { is: 'not a ChatError', error },
      ),
  );
  return outcome;
}
