import type { NodeXHR } from 'engine.io-client';
import { io, type Socket } from 'socket.io-client';
import { TransportError } from '../../session/transport.js';
import { dataOf, toError } from '../shared/answers.js';

/** Why the handshake failed. What has no code of ours is a network that did not get through. */
function toConnectError(error: Error & { data?: { code?: unknown; retryAfter?: unknown } }): TransportError {
  const code = error.data?.code;
  if (typeof code !== 'string') return new TransportError('again', 'unreachable', error.message);
  const retryAfter = error.data?.retryAfter;
  return toError({ code, retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined });
}

/** What a line is opened with. */
export type LineOptions = {
  readonly url: string;
  /** The `auth` object; asked for anew on each try. */
  readonly auth: () => Record<string, unknown>;
  /** Hears everything the server says. */
  readonly onEvent: (name: string, data: unknown) => void;
  /** The line broke by itself. */
  readonly onLost: (reason: string) => void;
  /** Long-polling instead of WebSocket, for networks that block it. */
  readonly polling?: TransportConstructor | undefined;
};

/** A transport of engine.io-client, as a class. */
export type TransportConstructor = typeof NodeXHR;

/**
 * One Socket.IO connection without its own reconnection, buffering or retries: when to try again, and what to send then,
 * is the session's to know. A closed line never speaks again.
 */
export class SocketLine {
  #socket: Socket;

  constructor(options: LineOptions) {
    this.#socket = io(options.url, {
      auth: (give) => give(options.auth()),
      autoConnect: false,
      reconnection: false,
      // A line of one's own: a shared manager would be closed by whoever closes first.
      forceNew: true,
      multiplex: false,
      transports: options.polling ? [options.polling] : ['websocket'],
      closeOnBeforeunload: false,
    });
    this.#socket.onAny((name: string, data: unknown) => options.onEvent(name, data));
    this.#socket.on('disconnect', (reason) => options.onLost(reason));
  }

  /** Resolves when the server has let us in. */
  open(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.addEventListener(
        'abort',
        () => reject(new TransportError('again', 'unreachable', 'the server did not answer in time')),
        { once: true },
      );
      this.#socket.once('connect', resolve);
      this.#socket.once('connect_error', (error) => reject(toConnectError(error)));
      this.#socket.connect();
    });
  }

  /** Asks and waits for the acknowledgement. @throws (rejects) TransportError; `unknown` when the line broke meanwhile */
  ask(name: string, data: unknown, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // Nothing is ever buffered in the socket: it could leave after the session has sent it again elsewhere.
      if (!this.#socket.connected) return reject(new TransportError('again', 'unreachable'));
      const broken = () => reject(new TransportError('unknown', 'lost'));
      const done = () => {
        this.#socket.off('disconnect', broken);
        signal.removeEventListener('abort', broken);
      };
      signal.addEventListener('abort', broken, { once: true });
      this.#socket.once('disconnect', broken);
      this.#socket.emit(name, data, (raw: unknown) => {
        done();
        try {
          resolve(dataOf(raw));
        } catch (error) {
          reject(error instanceof Error ? error : new TransportError('unknown', 'protocol'));
        }
      });
    });
  }

  /** Says something that may be lost. */
  tell(name: string, data: unknown): void {
    if (this.#socket.connected) this.#socket.volatile.emit(name, data);
  }

  /** Closes it without an event. */
  close(): void {
    this.#socket.off();
    this.#socket.offAny();
    this.#socket.disconnect();
  }
}
