/** What is counted since the start, for `/metrics`. */

/** The counters there are. */
export type Counter =
  'frames' | 'refused' | 'entries' | 'connections' | 'handshakes-refused' | 'logins' | 'logins-refused';

/** See the module. */
export class Counters {
  readonly #values = new Map<string, { name: Counter; label: string | undefined; value: number }>();

  /** Counts one more; `label` is a code. */
  add(name: Counter, label?: string): void {
    const key = `${name}/${label ?? ''}`;
    const known = this.#values.get(key);
    if (known) known.value += 1;
    else this.#values.set(key, { name, label, value: 1 });
  }

  /** Everything counted so far. */
  all(): readonly { readonly name: Counter; readonly label: string | undefined; readonly value: number }[] {
    return [...this.#values.values()];
  }
}
