/** One act after the other for each key; an act that waits breaks off the one before it, if that can be broken off. */
export class Turns {
  readonly #tails = new Map<string, { readonly done: Promise<unknown>; readonly stop: () => void }>();

  /** Runs `act` when everything before it is done. `stop` breaks `act` off early, which then still ends as it sees fit. */
  take<T>(key: string, act: () => Promise<T>, stop: () => void = () => undefined): Promise<T> {
    const before = this.#tails.get(key);
    before?.stop();
    const done = (before?.done ?? Promise.resolve()).then(act);
    const tail = { done: done.catch(() => undefined), stop };
    this.#tails.set(key, tail);
    void tail.done.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return done;
  }
}
