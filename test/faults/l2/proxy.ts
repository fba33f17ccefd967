/** A stretch of network between one client and the server: TCP passed on in order, with faults that can be switched. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Way = 'up' | 'down';

/** Bytes of one way, in order however the delay changes. */
class Pipe {
  #queue: { readonly due: number; readonly chunk: Buffer }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(
    private readonly proxy: FaultProxy,
    private readonly way: Way,
    from: Socket,
    private readonly to: Socket,
    private readonly cut: () => void,
  ) {
    from.on('data', (chunk) => {
      this.#queue.push({ due: Date.now() + this.proxy.latency, chunk });
      this.pump();
    });
  }

  pump(): void {
    clearTimeout(this.#timer);
    for (let next = this.#queue[0]; next && !this.proxy.held[this.way]; next = this.#queue[0]) {
      const wait = next.due - Date.now();
      if (wait > 0) {
        this.#timer = setTimeout(() => this.pump(), wait);
        return;
      }
      this.#queue.shift();
      this.#write(next.chunk);
    }
  }

  #write(chunk: Buffer): void {
    if (this.to.destroyed || this.#ended) return;
    const left = this.proxy.cutAfter[this.way];
    if (left === undefined || chunk.length < left) {
      if (left !== undefined) this.proxy.cutAfter[this.way] = left - chunk.length;
      this.to.write(chunk);
      return;
    }
    // In the middle of a frame, most often; what comes before it has arrived.
    this.proxy.cutAfter[this.way] = undefined;
    // What comes until it is really cut must not close the gap: no network drops bytes from the middle.
    this.#ended = true;
    this.to.write(chunk.subarray(0, left), () => this.cut());
  }
}

type Pair = { readonly client: Socket; readonly server: Socket; readonly pipes: readonly Pipe[]; ghost: boolean };

/** How long an end that was not told goes on before its connection is reset. */
const GHOST = 2_500;

/** See the module. */
export class FaultProxy {
  latency = 0;
  refuse = false;
  readonly held = { up: false, down: false };
  /** The connection is cut when so many more bytes have passed that way. */
  readonly cutAfter: { up?: number | undefined; down?: number | undefined } = {};
  readonly #pairs = new Set<Pair>();
  readonly #server = createServer((client) => this.#accept(client));

  constructor(private readonly target: () => number) {}

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  hold(way: Way, held: boolean): void {
    this.held[way] = held;
    if (!held) for (const { pipes } of this.#pairs) for (const pipe of pipes) pipe.pump();
  }

  /** Ends the connections; with `only`, that end is told at once and the other much later. */
  cut(only?: 'client' | 'server'): void {
    for (const pair of [...this.#pairs]) {
      if (only === undefined) this.#drop(pair);
      else {
        pair.ghost = true;
        pair[only].destroy();
        setTimeout(() => this.#drop(pair), GHOST).unref();
      }
    }
  }

  /** All faults end. */
  heal(): void {
    this.latency = 0;
    this.refuse = false;
    this.cutAfter.up = this.cutAfter.down = undefined;
    this.hold('up', false);
    this.hold('down', false);
  }

  close(): void {
    this.#server.close();
    this.cut();
  }

  #accept(client: Socket): void {
    if (this.refuse) return void client.destroy();
    const server = connect(this.target(), '127.0.0.1');
    for (const socket of [client, server]) socket.setNoDelay(true);
    const cut = (): void => this.#drop(pair);
    const pipes = [new Pipe(this, 'up', client, server, cut), new Pipe(this, 'down', server, client, cut)];
    const pair: Pair = { client, server, pipes, ghost: false };
    this.#pairs.add(pair);
    for (const socket of [client, server]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        if (!pair.ghost) this.#drop(pair);
      });
    }
  }

  #drop(pair: Pair): void {
    this.#pairs.delete(pair);
    pair.client.destroy();
    pair.server.destroy();
  }
}
