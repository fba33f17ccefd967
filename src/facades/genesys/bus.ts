import { deferredOf, type CommandDeferred, type CommandPromise } from './deferred.js';

/** What a handler of `registerCommand` is given. */
export type CommandCall = {
  /** The whole name, `Plugin.command`. */
  readonly command: string;
  /** The plugin that gave the command. */
  readonly commander: string;
  /** When, in milliseconds since 1970. */
  readonly time: number;
  /** The options; an empty object where none were given. */
  readonly data: unknown;
  /** Settles the command. */
  readonly deferred: CommandDeferred;
};

/** What a subscriber is given. */
export type BusEvent = {
  /** The whole name, `Plugin.event`. */
  readonly event: string;
  readonly publisher: string;
  readonly time: number;
  /** What the documents call the event's data; an empty object where there is none. */
  readonly data: unknown;
};

type Handler = (call: CommandCall) => unknown;
type Subscriber = (event: BusEvent) => unknown;
type Before = (options: unknown) => unknown;

/** What {@link Bus.alter} gives when a function of the page said no. */
export const CANCELLED = Symbol('cancelled');

/** Names are the page's: each goes into a Map, never into an object. */
function into<Value>(map: Map<string, Set<Value>>, name: string, value: Value): () => void {
  const all = map.get(name) ?? new Set();
  map.set(name, all.add(value));
  return () => void all.delete(value);
}

/** Commands, events and data under names. It knows nothing of chats. */
export class Bus {
  #ready: Promise<void>;
  #report: (error: unknown) => void;
  #hooked: ReadonlySet<string>;
  #commands = new Map<string, Handler>();
  #subscribers = new Map<string, Set<Subscriber>>();
  #befores = new Map<string, Set<Before>>();
  /** Republished events, for those who subscribe later. */
  #kept = new Map<string, BusEvent>();
  #data = new Map<string, unknown>();
  #closed = false;

  /**
   * @param ready - commands wait for it
   * @param report - told what the page's functions throw
   * @param hooked - commands whose `before` functions are asked elsewhere, and so not here
   */
  constructor(ready: Promise<void>, report: (error: unknown) => void, hooked: ReadonlySet<string> = new Set()) {
    this.#ready = ready;
    this.#report = report;
    this.#hooked = hooked;
  }

  /** Everything is over: nothing is told any more, and every command rejects. */
  close(): void {
    this.#closed = true;
    this.#commands.clear();
    this.#subscribers.clear();
    this.#befores.clear();
  }

  /** Gives a command. It runs when the bus is ready, after those given before it. */
  command(commander: string, name: string, options?: unknown): CommandPromise {
    const { deferred, promise } = deferredOf(this.#report);
    void this.#ready.then(
      () => this.#run(commander, name, options, deferred),
      () => deferred.reject('The bus did not start.'),
    );
    return promise;
  }

  #run(commander: string, name: string, options: unknown, deferred: CommandDeferred): void {
    if (this.#closed) return void deferred.reject('The bus was uninstalled.');
    const handler = this.#commands.get(name);
    if (!handler) return void deferred.reject(`There is no command '${name}'. Is its plugin registered?`);
    const data = this.#hooked.has(name) ? options : this.alter(name, options ?? {});
    if (data === CANCELLED) return void deferred.reject(`A function registered with before() cancelled '${name}'.`);
    try {
      handler({ command: name, commander, time: Date.now(), data: data ?? {}, deferred });
    } catch (error) {
      this.#report(error);
      deferred.reject(error instanceof Error ? error.message : error);
    }
  }

  /** Asks everybody who registered with `before`: what they make of the options, or {@link CANCELLED}. */
  alter(name: string, options: unknown): unknown {
    let data = options;
    for (const before of [...(this.#befores.get(name) ?? [])])
      try {
        const next = before(data);
        if (next === false) return CANCELLED;
        if (typeof next === 'object' && next !== null) data = next;
      } catch (error) {
        // The page's mistake is no veto.
        this.#report(error);
      }
    return data;
  }

  /** Registers a command; the last one registered under a name is the one that runs. */
  registerCommand(name: string, handler: Handler): () => void {
    this.#commands.set(name, handler);
    return () => {
      if (this.#commands.get(name) === handler) this.#commands.delete(name);
    };
  }

  before(name: string, before: Before): () => void {
    return into(this.#befores, name, before);
  }

  subscribe(name: string, subscriber: Subscriber): () => void {
    const undo = into(this.#subscribers, name, subscriber);
    const kept = this.#kept.get(name);
    // Not inside of subscribe(): whoever subscribes may not be ready for the answer.
    if (kept) queueMicrotask(() => this.#subscribers.get(name)?.has(subscriber) && this.#tell(subscriber, kept));
    return undo;
  }

  /** Whether anybody listens to an event now. */
  hears(name: string): boolean {
    return (this.#subscribers.get(name)?.size ?? 0) > 0;
  }

  /** Tells everybody who listens now; with `keep` also those who come later. */
  publish(publisher: string, name: string, data: unknown = {}, keep = false): void {
    const event: BusEvent = { event: name, publisher, time: Date.now(), data };
    if (keep) this.#kept.set(name, event);
    for (const subscriber of [...(this.#subscribers.get(name) ?? [])]) this.#tell(subscriber, event);
  }

  #tell(subscriber: Subscriber, event: BusEvent): void {
    if (this.#closed) return;
    try {
      subscriber(event);
    } catch (error) {
      this.#report(error);
    }
  }

  data(name: string): unknown {
    return this.#data.get(name);
  }

  setData(name: string, value: unknown): void {
    this.#data.set(name, value);
  }

  /** Names of all commands, for debugging. */
  get commands(): readonly string[] {
    return [...this.#commands.keys()];
  }

  /** How many listen to which event, for debugging. */
  get subscriptions(): ReadonlyMap<string, number> {
    return new Map([...this.#subscribers].map(([name, all]) => [name, all.size]));
  }
}
