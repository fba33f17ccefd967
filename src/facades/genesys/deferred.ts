/** What a command gives back: settled once, told at once or later, and usable as a promise. No jQuery is needed. */
export interface CommandPromise extends PromiseLike<unknown> {
  /** Calls back with what the command resolves with; each call adds listeners, in order. */
  done(...listeners: readonly unknown[]): CommandPromise;
  /** Calls back with what the command rejects with: the documented text itself, or a server response. */
  fail(...listeners: readonly unknown[]): CommandPromise;
  /** Calls back in both cases. */
  always(...listeners: readonly unknown[]): CommandPromise;
  /** As of a promise, so that `await` works; what it returns has `done` and `fail`, too. */
  then<Done = unknown, Failed = never>(
    onDone?: ((value: unknown) => Done | PromiseLike<Done>) | null,
    onFailed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): CommandPromise & PromiseLike<Done | Failed>;
  /** As of a promise. */
  catch(onFailed?: (reason: unknown) => unknown): CommandPromise;
  /** `pending`, `resolved` or `rejected`. */
  state(): 'pending' | 'resolved' | 'rejected';
  /** This, for code that was written for a deferred. */
  promise(): CommandPromise;
}

/** The side of a command that settles it: `e.deferred` in the handler of `registerCommand`. Only the first call counts. */
export interface CommandDeferred extends CommandPromise {
  resolve(value?: unknown): CommandDeferred;
  reject(reason?: unknown): CommandDeferred;
}

type Outcome = { readonly state: 'resolved' | 'rejected'; readonly value: unknown };

/**
 * Makes a deferred.
 * @param report - told what a listener throws: the others are called all the same
 */
export function deferredOf(report: (error: unknown) => void): {
  readonly deferred: CommandDeferred;
  readonly promise: CommandPromise;
} {
  let outcome: Outcome | undefined;
  let waiting: ((outcome: Outcome) => void)[] = [];

  const listen = (wanted: Outcome['state'] | 'any', listeners: readonly unknown[]): void => {
    for (const listener of listeners.flat()) {
      if (typeof listener !== 'function') continue;
      const tell = ({ state, value }: Outcome): void => {
        if (wanted !== 'any' && wanted !== state) return;
        try {
          (listener as (value: unknown) => unknown)(value);
        } catch (error) {
          report(error);
        }
      };
      if (outcome) tell(outcome);
      else waiting.push(tell);
    }
  };
  const settle = (state: Outcome['state'], value: unknown): void => {
    if (outcome) return;
    outcome = { state, value };
    const all = waiting;
    waiting = [];
    for (const tell of all) tell(outcome);
  };

  // Plain closures: page code takes them off and passes them on.
  const promise: CommandPromise = {
    done: (...listeners) => (listen('resolved', listeners), promise),
    fail: (...listeners) => (listen('rejected', listeners), promise),
    always: (...listeners) => (listen('any', listeners), promise),
    state: () => outcome?.state ?? 'pending',
    promise: () => promise,
    catch: (onFailed) => promise.then(undefined, onFailed),
    then: (onDone, onFailed) => {
      const next = deferredOf(report);
      // Every rejection ends in the next deferred, so a page without a fail() has no unhandled one.
      new Promise<unknown>((resolve, reject) => {
        listen('resolved', [resolve]);
        listen('rejected', [reject]);
      })
        .then(onDone, onFailed)
        // Nothing is returned: a promise would wait for the deferred that resolve() gives back, and so on for ever.
        .then(
          (value) => void next.deferred.resolve(value),
          (reason: unknown) => void next.deferred.reject(reason),
        );
      return next.promise as never;
    },
  };
  const deferred: CommandDeferred = Object.assign(
    {
      resolve: (value?: unknown) => (settle('resolved', value), deferred),
      reject: (reason?: unknown) => (settle('rejected', reason), deferred),
    },
    promise,
  );
  return { deferred, promise };
}
