/** Holds one immutable value and tells when it really changes. */
export class Store<T> {
  readonly #listeners = new Set<(value: T) => void>();
  #value: T;

  constructor(initial: T) {
    this.#value = initial;
  }

  /** The value now. */
  get value(): T {
    return this.#value;
  }

  /** Replaces the value; a step that returns what it was given tells nobody. */
  update(step: (value: T) => T): void {
    const next = step(this.#value);
    if (next === this.#value) return;
    this.#value = next;
    for (const listener of [...this.#listeners]) listener(next);
  }

  /** Listens for changes; the result stops it. */
  subscribe(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
