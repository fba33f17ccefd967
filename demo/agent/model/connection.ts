/**
 * Keeps the desk connected: tries again for ever, with growing, jittered, capped pauses, and notices a link that is dead without
 * saying so. Requests are checked here on their way in.
 */
import * as v from 'valibot';
import {
  answer,
  beat,
  PROTOCOL_VERSION,
  welcome,
  type WireFailure,
  type WireWelcome,
} from '../../../src/protocol/index.js';
import { backoff } from './backoff.js';
import { LinkError, type Chance, type Clock, type Link, type MakeLink } from './ports.js';
import type { ConnectionState } from './state.js';

/** How long the server may take to say `welcome`, and to acknowledge. */
export const DEADLINE = { welcome: 10_000, request: 10_000 } as const;

/** The server's refusal of a request. */
export class Refusal extends Error {
  constructor(readonly failure: WireFailure) {
    super(failure.code);
    this.name = 'Refusal';
  }

  get code(): string {
    return this.failure.code;
  }
}

/** The code of whatever a request failed with. */
export function codeOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof LinkError) return error.code;
  return 'internal';
}

/** What the connection tells its desk. */
export interface ConnectionListener {
  changed(state: ConnectionState): void;
  welcomed(greeting: WireWelcome): void;
  /** The handshake was refused for good; trying again would not help. */
  refused(code: string): void;
  lost(): void;
  received(event: string, data: unknown): void;
}

/** See the module. */
export class Connection {
  readonly #link: Link;
  #state: ConnectionState = { status: 'idle', attempts: 0, offline: false };
  #wanted = false;
  #cancelRetry: () => void = () => undefined;
  #cancelWatch: () => void = () => undefined;
  #heard = 0;
  #beatEvery = 25_000;

  constructor(
    makeLink: MakeLink,
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly listener: ConnectionListener,
  ) {
    this.#link = makeLink({
      opened: () => this.#opened(),
      closed: () => this.#closed(),
      refused: (code) => this.#refused(code),
      received: (event, data) => this.#received(event, data),
    });
  }

  /** Whether requests can be made now. */
  get ready(): boolean {
    return this.#state.status === 'online' || this.#state.status === 'catching-up';
  }

  start(): void {
    this.#wanted = true;
    if (this.#state.status === 'idle') this.#try();
  }

  stop(): void {
    this.#wanted = false;
    this.#cancelRetry();
    this.#cancelWatch();
    const was = this.#state.status;
    this.#set({ status: 'idle', attempts: 0, retryAt: undefined });
    if (was !== 'idle') this.#link.close();
    if (was === 'online' || was === 'catching-up') this.listener.lost();
  }

  /** Tries now instead of at the end of the pause: the network is back, or somebody pressed the button. */
  wake(): void {
    if (this.#state.status === 'waiting') this.#try();
  }

  /** Whether the browser has a network; only shown, because browsers err in both directions. */
  network(offline: boolean): void {
    if (this.#state.offline !== offline) this.#set({ offline });
    if (!offline) this.wake();
  }

  /** Everything is as the server has it. */
  caughtUp(): void {
    if (this.#state.status === 'catching-up') this.#set({ status: 'online', attempts: 0, retryAt: undefined });
  }

  /** Sends and waits for the answer; rejects with {@link Refusal} or {@link LinkError}. */
  async request<Schema extends v.GenericSchema>(
    event: string,
    data: unknown,
    schema: Schema,
  ): Promise<v.InferOutput<Schema>> {
    if (!this.ready) throw new LinkError('disconnected');
    const raw = await this.#link.request(event, data, DEADLINE.request);
    const parsed = v.safeParse(answer, raw);
    if (!parsed.success) throw new Refusal({ code: 'internal' });
    if (!parsed.output.ok) throw new Refusal(parsed.output.error);
    const result = v.safeParse(schema, parsed.output.data);
    if (!result.success) throw new Refusal({ code: 'internal' });
    return result.output;
  }

  /** Sends something that may be lost. */
  signal(event: string, data: unknown): void {
    if (this.ready) this.#link.signal(event, data);
  }

  #set(change: Partial<ConnectionState>): void {
    this.#state = { ...this.#state, ...change };
    this.listener.changed(this.#state);
  }

  #try(): void {
    this.#cancelRetry();
    this.#set({ status: 'connecting', retryAt: undefined });
    this.#watch(DEADLINE.welcome);
    this.#link.open();
  }

  #opened(): void {
    this.#heard = this.clock.now();
  }

  #received(event: string, data: unknown): void {
    if (!this.#wanted) return;
    this.#heard = this.clock.now();
    if (event === 'welcome') this.#welcomed(data);
    else if (this.ready) this.listener.received(event, event === 'beat' ? safe(beat, data) : data);
  }

  #welcomed(data: unknown): void {
    const greeting = safe(welcome, data);
    if (!greeting) return;
    if (greeting.protocol !== PROTOCOL_VERSION) return this.#refused('unsupported-version');
    this.#beatEvery = greeting.beatEvery;
    this.#set({ status: 'catching-up' });
    this.#watch(this.#patience());
    this.listener.welcomed(greeting);
  }

  #refused(code: string): void {
    this.#link.close();
    if (code === 'not-allowed' || code === 'unsupported-version') {
      this.stop();
      this.listener.refused(code);
    } else this.#closed();
  }

  #closed(): void {
    if (!this.#wanted || this.#state.status === 'waiting') return;
    this.#cancelWatch();
    const lost = this.ready;
    const pause = backoff(this.#state.attempts, this.chance.fraction());
    this.#set({ status: 'waiting', attempts: this.#state.attempts + 1, retryAt: this.clock.now() + pause });
    this.#cancelRetry = this.clock.after(pause, () => this.#try());
    if (lost) this.listener.lost();
  }

  /** How long silence is believed to be only silence. */
  #patience(): number {
    return this.#beatEvery * 2.5 + 1000;
  }

  /** A proxy can hold a dead connection open for minutes; without a beat in time it is dropped and made anew. */
  #watch(after: number): void {
    this.#cancelWatch();
    this.#cancelWatch = this.clock.after(after, () => {
      const silent = this.clock.now() - this.#heard;
      const patience = this.ready ? this.#patience() : 0;
      if (silent < patience) return this.#watch(patience - silent);
      this.#link.close();
      this.#closed();
    });
  }
}

function safe<Schema extends v.GenericSchema>(schema: Schema, data: unknown): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, data);
  return parsed.success ? parsed.output : undefined;
}
