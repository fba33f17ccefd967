import type { Core } from './flows/core.js';
import type { ChatEvent, ChatEventMap } from './events.js';
import { eventsOf } from './events-of.js';
import type { Fact } from './model/facts.js';
import { INITIAL_STATE } from './model/initial.js';
import type { Input } from './model/inputs.js';
import { transition } from './model/transition.js';
import type { ChatState } from './model/types.js';
import type { Ports } from './ports.js';
import { timely } from './timely.js';
import type { Transport, TransportFactory, TransportOptions, TransportSink } from './transport.js';

type Listener = (state: ChatState, facts: readonly Fact[]) => void;

/**
 * The state, its one door in (`apply`) and its two doors out (subscribers, events). Everything else is a flow.
 *
 * Inputs that come while subscribers are being told wait their turn, so that everybody sees every snapshot in the same
 * order.
 */
export class Client implements Core {
  readonly ports: Ports;
  readonly transport: Transport;
  answered = 0;
  #state: ChatState = INITIAL_STATE;
  #abort = new AbortController();
  #ends = new Set<() => void>();
  #line = new AbortController();
  #listeners = new Set<Listener>();
  #handlers = new Map<keyof ChatEventMap, Set<(detail: never) => void>>();
  #all = new Set<(event: ChatEvent) => void>();
  #queue: { state: ChatState; facts: readonly Fact[] }[] = [];
  #telling = false;
  #report: (error: unknown) => void;

  /** Sees everything before it happens, and may change it, or have it not happen: a log that lacks it is pulled again. */
  refine: (input: Input) => Input | undefined = (input) => input;

  /** Called with what really changed, before anybody else; the flows listen here. */
  onFacts: (facts: readonly Fact[]) => void = () => undefined;

  constructor(
    ports: Ports,
    factory: TransportFactory,
    options: TransportOptions,
    sink: TransportSink,
    report: (error: unknown) => void,
  ) {
    this.ports = {
      ...ports,
      store: timely(ports.store, ports.clock, this.signal),
      drafts: timely(ports.drafts, ports.clock, this.signal),
    };
    this.#line.abort();
    this.#report = report;
    this.transport = factory(sink, options);
    this.apply({ type: 'capabilities', capabilities: this.transport.capabilities });
    if (!ports.store.durable) this.apply({ type: 'storage', storage: 'memory' });
  }

  get state(): ChatState {
    return this.#state;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  onRelease(run: () => void): () => void {
    this.#ends.add(run);
    return () => this.#ends.delete(run);
  }

  get line(): AbortSignal {
    return this.#line.signal;
  }

  apply = (given: Input): readonly Fact[] => {
    const input = this.refine(given);
    if (this.signal.aborted || !input) return [];
    const before = this.#state;
    const { state, facts } = transition(before, input);
    this.#state = state;
    // Facts without a change are for the flows alone: something is missing, something made no sense.
    if (state !== before) this.#queue.push({ state, facts });
    this.#follow(before, state);
    if (facts.length > 0) this.onFacts(facts);
    this.#tell();
    return facts;
  };

  /** Whatever was asked on a line ends with it. */
  #follow({ connection: before }: ChatState, { connection: now }: ChatState): void {
    if (before.status === now.status) return;
    if (now.status === 'offline') this.#line.abort();
    else if (now.status === 'connecting') this.#line = new AbortController();
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  on<T extends keyof ChatEventMap>(type: T, listener: (detail: ChatEventMap[T]) => void): () => void {
    const handlers = this.#handlers.get(type) ?? new Set();
    this.#handlers.set(type, handlers);
    handlers.add(listener);
    return () => handlers.delete(listener);
  }

  /** Listens to every event, in order; returns its undo. */
  onAny(listener: (event: ChatEvent) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  /** Stops everything. The server is told nothing. */
  release(): void {
    if (this.signal.aborted) return;
    this.#abort.abort();
    for (const end of this.#ends) end();
    this.#ends.clear();
    this.#line.abort();
    this.transport.close();
    this.ports.store.close();
    this.ports.drafts.close();
    this.ports.tabs.close();
    this.#listeners.clear();
    this.#handlers.clear();
    this.#all.clear();
  }

  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
        const { state, facts } = next;
        this.#each(this.#listeners, (listener) => listener(state, facts));
        for (const fact of facts)
          for (const event of eventsOf(fact, state)) {
            this.#each(this.#handlers.get(event.type), (handler) => handler(event.detail as never));
            this.#each(this.#all, (listener) => listener(event));
          }
      }
    } finally {
      this.#telling = false;
    }
  }

  /** Those who listen now: one that is added meanwhile hears the next, one that is taken away hears nothing more. */
  #each<L>(listeners: Set<L> | undefined, tell: (listener: L) => void): void {
    for (const listener of [...(listeners ?? [])]) {
      if (!listeners?.has(listener)) continue;
      // A listener of the page that throws must stop neither the others nor the session.
      try {
        tell(listener);
      } catch (error) {
        this.#report(error);
      }
    }
  }
}
