/** Somebody with a page made with Socket.IO alone: `plain` emits, `stock` follows its tutorial to the last step. */
import { io, type Socket } from 'socket.io-client';
import type { Ledger, Screen } from '../ledger.js';
import type { Side } from './side.js';

/** See the module. */
export class BaselineSide implements Side {
  #socket!: Socket;
  #shown: string[] = [];
  #offset = 0;
  #texts = 0;
  #counter = 0;

  constructor(
    private readonly name: string,
    private readonly seed: number,
    private readonly port: number,
    private readonly protocol: 'plain' | 'stock',
    private readonly ledger: Ledger,
  ) {
    this.#load();
  }

  /** Resolves with the first connection. */
  ready(): Promise<this> {
    return new Promise((resolve) => this.#socket.once('connect', () => resolve(this)));
  }

  say(): void {
    const text = `${this.name}${this.seed}-${++this.#texts}`;
    this.ledger.type(this.name, text);
    // Its field is empty as soon as Enter is pressed.
    this.ledger.keep(text);
    const id = this.protocol === 'stock' ? `${this.name}-${this.#socket.id}-${++this.#counter}` : text;
    if (this.protocol === 'stock') this.#socket.emit('say', this.name, text, id, () => undefined);
    else this.#socket.emit('say', this.name, text, id);
  }

  reload(): void {
    this.#socket.removeAllListeners();
    this.#socket.disconnect();
    this.#load();
  }

  wake(): void {
    if (!this.#socket.connected) this.#socket.connect();
  }

  screen(): Screen {
    return {
      name: this.name,
      shown: new Map([['room', { from: 0, texts: this.#shown }]]),
      waiting: [],
      returned: [],
      complaints: this.#socket.connected ? [] : ['is offline'],
    };
  }

  stop(): void {
    this.#socket.disconnect();
  }

  #load(): void {
    this.#shown = [];
    this.#offset = 0;
    this.#counter = 0;
    this.#socket = io(`http://127.0.0.1:${this.port}`, {
      transports: ['websocket'],
      forceNew: true,
      auth: (give) => give({ offset: this.#offset }),
      ...(this.protocol === 'stock' && { retries: 3, ackTimeout: 1_000 }),
    });
    this.#socket.on('said', ({ seq, text }: { seq: number; text: string }) => {
      this.#shown.push(text);
      this.#offset = seq;
    });
  }
}
