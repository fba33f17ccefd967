import type { Clock } from '../../src/session/ports.js';
import {
  TransportError,
  type OutItem,
  type PullRequest,
  type ResumeRequest,
  type StartRequest,
  type Transport,
  type TransportEvent,
  type TransportSink,
} from '../../src/session/transport.js';
import type { FakeServer, ServerLine } from './fake-server.js';

/** What becomes of one frame: it passes, is lost, comes twice, tears the line, or comes so much later (behind others). */
export type Fate = 'pass' | 'lose' | 'twice' | 'cut' | number;

/** The network between one page and the server, with faults that can be switched. */
export class Network {
  /** Milliseconds one way. */
  latency = 10;
  /** Opens get no answer. */
  blackHole = false;
  up: (verb: string) => Fate = () => 'pass';
  down: (verb: string) => Fate = () => 'pass';
  push: (event: TransportEvent) => Fate = () => 'pass';
  /** Every transport that uses it. */
  readonly transports = new Set<FakeTransport>();
  opens = 0;

  constructor(
    readonly server: FakeServer,
    readonly clock: Clock,
  ) {}

  /** Tears every line; both ends notice. */
  cut(): void {
    for (const transport of this.transports) transport.cut();
  }

  /** The server forgets the lines, and nobody tells the clients: only pings that get no answer do, after a while. */
  halfOpen(): void {
    for (const transport of this.transports) transport.halfOpen();
  }

  /** A fate for the next frame of a kind only. */
  once(where: 'up' | 'down', verb: string, fate: Fate): void {
    const before = this[where];
    this[where] = (asked) => {
      if (asked !== verb) return before(asked);
      this[where] = before;
      return fate;
    };
  }
}

/** How long it takes to notice that nobody is there any more. */
const PING_BUDGET = 20_000;

/** `here` and `there`: whether each end takes what arrives. */
type Line = {
  here: boolean;
  there: boolean;
  readonly server: ServerLine;
  readonly pending: Set<(error: TransportError) => void>;
};

/** See {@link Network}. Calls that are out when it is closed are never answered: nobody may count on it. */
export class FakeTransport implements Transport {
  readonly capabilities = {
    order: 'chained',
    safeResend: true,
    safeStart: true,
    resume: true,
    history: true,
    receipts: true,
    typing: true,
    queue: true,
    notices: true,
    userData: true,
  } as const;
  #line: Line | undefined;
  #opening: ServerLine | undefined;

  constructor(
    private readonly network: Network,
    private readonly clock: Clock,
    private readonly sink: TransportSink,
  ) {
    network.transports.add(this);
  }

  async open(): Promise<void> {
    this.network.opens++;
    if (this.#line) return;
    const { server } = this.network;
    await this.#travel();
    if (this.network.blackHole) return new Promise(() => undefined);
    if (!server.up) throw new TransportError('again', 'unreachable');
    const line: Line = {
      here: true,
      there: true,
      pending: new Set(),
      server: { open: new Set(), push: (event) => this.#push(line, event), cut: () => this.#lost(line) },
    };
    server.connect(line.server);
    this.#opening = line.server;
    await this.#travel();
    if (!line.there) throw new TransportError('again', 'unreachable');
    this.#line = line;
  }

  /** Nothing is heard here from now on; what has been sent may still arrive there, before the end of the line does. */
  close(): void {
    const line = this.#line;
    if (!line) return;
    line.here = false;
    this.#line = undefined;
    this.network.clock.delay(this.network.latency, () => this.#gone(line));
  }

  start(request: StartRequest) {
    return this.#call('start', (line) => this.network.server.start(line, request));
  }

  resume(request: ResumeRequest) {
    return this.#call('resume', (line) => this.network.server.resume(line, request));
  }

  send(remoteId: string, items: readonly OutItem[]) {
    return this.#call('send', (line) => this.network.server.send(line, remoteId, items));
  }

  pull(request: PullRequest) {
    return this.#call('pull', (line) => this.network.server.pull(line, request));
  }

  typing(remoteId: string, typing: boolean, preview?: string): void {
    const line = this.#line;
    if (!line) return;
    this.network.clock.delay(this.network.latency, () => {
      if (line.there) this.network.server.typing(line.server, remoteId, typing, preview);
    });
  }

  /** The line breaks, and both ends notice. */
  cut(): void {
    if (this.#line) this.#lost(this.#line);
    this.#opening?.cut();
  }

  halfOpen(): void {
    const line = this.#line;
    if (!line) return;
    this.#gone(line);
    this.network.clock.delay(PING_BUDGET, () => this.#lost(line));
  }

  /** Says something to the session, as if the server had. */
  tell(event: TransportEvent): void {
    this.sink.emit(event);
  }

  /** The page has died. */
  kill(): void {
    this.close();
    this.network.transports.delete(this);
  }

  #gone(line: Line): void {
    line.there = false;
    this.network.server.lines.delete(line.server);
  }

  #lost(line: Line): void {
    this.#gone(line);
    if (this.#line !== line) return;
    line.here = false;
    this.#line = undefined;
    for (const reject of line.pending) reject(new TransportError('unknown', 'lost'));
    this.sink.emit({ type: 'lost', reason: 'lost' });
  }

  #travel(): Promise<void> {
    return new Promise((resolve) => this.clock.delay(this.network.latency, resolve));
  }

  /** Carries a frame to the other end, or not; `arrive` is called once, or twice. */
  #carry(line: Line, end: 'here' | 'there', fate: Fate, arrive: () => void): void {
    const { clock, latency } = this.network;
    const land = () => {
      if (line[end]) arrive();
    };
    switch (fate) {
      case 'lose':
        return;
      case 'cut':
        clock.delay(latency, () => this.#lost(line));
        return;
      case 'twice':
        clock.delay(latency, land);
        clock.delay(latency + 1, land);
        return;
      default:
        clock.delay(latency + (fate === 'pass' ? 0 : fate), land);
    }
  }

  #push(line: Line, event: TransportEvent): void {
    this.#carry(line, 'here', this.network.push(event), () => this.sink.emit(event));
  }

  #call<Answer>(verb: string, serve: (line: ServerLine) => Answer | 'crashed'): Promise<Answer> {
    const line = this.#line;
    if (!line) return Promise.reject(new TransportError('again', 'unreachable'));
    return new Promise<Answer>((resolve, reject) => {
      line.pending.add(reject);
      this.#carry(line, 'there', this.network.up(verb), () => {
        let answer: () => void;
        try {
          const served = serve(line.server);
          if (served === 'crashed') return;
          answer = () => resolve(served);
        } catch (error) {
          answer = () => reject(error instanceof Error ? error : new Error(String(error)));
        }
        this.#carry(line, 'here', this.network.down(verb), () => {
          line.pending.delete(reject);
          answer();
        });
      });
    });
  }
}
