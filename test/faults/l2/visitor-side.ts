/** A visitor's page with the real session over real sockets. */
import type { FileTransport, TransportSink } from '../../../src/session/transport.js';
import { socketIo } from '../../../src/transports/socket-io/index.js';
import { VirtualClock, type PageClock } from '../../helpers/virtual-clock.js';
import { World, type Page, type PageTransport, type Tab } from '../../helpers/visitor.js';
import type { Ledger, Screen } from '../ledger.js';
import { screenOf, watch, type Truth } from '../watch.js';
import type { Side } from './side.js';

/** Time as it is. */
class RealClock extends VirtualClock {
  override now(): number {
    return Date.now();
  }

  override delay(ms: number, callback: () => void): () => void {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  }
}

/** Pages whose lines are real sockets. */
export class SocketWorld extends World {
  constructor(
    seed: number,
    private readonly port: number,
  ) {
    super(seed, `a-page-of-schedule-${seed}`, new RealClock());
  }

  override connect(_clock: PageClock, sink: TransportSink): PageTransport {
    let dead = false;
    const death = new AbortController();
    const transport = socketIo(
      { emit: (event) => dead || sink.emit(event) },
      { endpoint: `http://127.0.0.1:${this.port}`, channel: 'default' },
    );
    const kill = (): void => {
      dead = true;
      death.abort();
      transport.close();
      // A connection that was just being made is closed as well.
      setTimeout(() => transport.close(), 500).unref();
    };
    const real = transport.files!.bind(transport);
    const files = async (): Promise<FileTransport> => {
      const access = await real();
      const upload = access.upload.bind(access);
      // The requests of a page end with it.
      access.upload = (request, progress, signal) => upload(request, progress, AbortSignal.any([signal, death.signal]));
      return access;
    };
    return Object.assign(transport, { kill, files });
  }
}

/** See the module. */
export class VisitorSide implements Side {
  readonly #world: SocketWorld;
  readonly #tab: Tab;
  #page!: Page;
  #texts = 0;
  #typed: string[] = [];

  constructor(
    private readonly seed: number,
    port: number,
    private readonly ledger: Ledger,
    private readonly truth: Truth,
  ) {
    this.#world = new SocketWorld(seed, port);
    this.#tab = this.#world.tab();
    this.#load();
  }

  say(): void {
    const text = `v${this.seed}-${++this.#texts}`;
    this.#typed.push(text);
    this.ledger.type('visitor', text);
    this.#page.say(text);
  }

  reload(): void {
    this.#load();
  }

  wake(): void {
    this.#page.signal('wake');
    // The page lives: whatever it was given has to arrive.
    for (const text of this.#typed) this.ledger.keep(text);
  }

  screen(): Screen {
    return screenOf('the visitor', this.#page);
  }

  stop(): void {
    this.#page.kill();
  }

  #load(): void {
    this.#page = this.#tab.load();
    this.#typed = [];
    watch(this.#page, this.truth, this.ledger);
    if (this.#world.marker) void this.#page.chat.recover();
  }
}
