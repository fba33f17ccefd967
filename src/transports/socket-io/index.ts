/** `live-chat-elements/transports/socket-io`: our own wire protocol (docs/protocol.md) over Socket.IO. */
import type * as v from 'valibot';
import type {
  beat,
  changed,
  entryPush,
  page,
  registersPush,
  revoked,
  sent,
  typingPush,
  WireOpened,
  WireWelcome,
} from '../../protocol/from-server.js';
import { DEFAULT_LIMITS } from '../../protocol/limits.js';
import { PROTOCOL_VERSION, VISITOR_NAMESPACE } from '../../protocol/version.js';
import type { Capabilities } from '../../session/model/types.js';
import {
  TransportError,
  type FileTransport,
  type Opened,
  type OutItem,
  type Page,
  type PullRequest,
  type ResumeRequest,
  type SendResult,
  type StartRequest,
  type Transport,
  type TransportFactory,
  type TransportOptions,
  type TransportSink,
} from '../../session/transport.js';
import {
  isBeat,
  isChanged,
  isEntryPush,
  isOpened,
  isPage,
  isRegistersPush,
  isRevoked,
  isSent,
  isTypingPush,
  isWelcome,
} from '../shared/guards.js';
import { read, readEntry, toOpened, toPage, toRegisters, toResults } from '../shared/read.js';
import { capabilitiesOf, FEATURES, toWire } from '../shared/welcome.js';
import { SocketLine, type TransportConstructor } from './socket.js';

/** What a schema of the protocol describes. */
type Wire<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

const CAPABILITIES: Partial<Capabilities> = {
  order: 'chained',
  safeResend: true,
  safeStart: true,
  resume: true,
  history: true,
  receipts: true,
  typing: true,
  queue: true,
  maxText: DEFAULT_LIMITS.maxText,
  maxBatch: DEFAULT_LIMITS.maxBatch,
};

/** How long WebSocket may take to get through, in milliseconds. */
const WEBSOCKET_LIMIT = 6_000;

/** The transport for the reference server, and for any other that follows docs/protocol.md. */
class SocketIoTransport implements Transport {
  readonly capabilities = CAPABILITIES;
  #sink: TransportSink;
  #options: TransportOptions;
  #line: SocketLine | undefined;
  #welcomed: (() => void) | undefined;
  /** How long the token of this line lasts, in milliseconds. */
  #lasts: number | undefined;
  /** The revision of all conversations of this line that is known to have arrived. */
  #rev: number | undefined;
  #asking = false;
  /** Set while WebSocket does not get through. */
  #polling: TransportConstructor | undefined;
  /** What the server can do beyond the least. */
  #features: WireWelcome['features'];

  constructor(sink: TransportSink, options: TransportOptions) {
    this.#sink = sink;
    this.#options = options;
  }

  async open(signal: AbortSignal, token?: string): Promise<number | void> {
    if (this.#line) return;
    try {
      await this.#connect(signal, this.#polling, token);
    } catch (error) {
      // Only a network that does not get through is tried another way; what a server refuses, it refuses on any.
      const unheard = error instanceof TransportError && error.code === 'unreachable' && !signal.aborted;
      if (!unheard || this.#polling) {
        this.#polling = undefined;
        throw error;
      }
      this.#polling = (await import('./polling.js')).Polling;
      await this.#connect(signal, this.#polling, token).catch((again: unknown) => {
        this.#polling = undefined;
        throw again;
      });
    }
    return this.#lasts;
  }

  async #connect(signal: AbortSignal, polling: TransportConstructor | undefined, token?: string): Promise<void> {
    // A proxy that swallows WebSocket in silence must leave time to try the other way.
    const limit = polling ? signal : AbortSignal.any([signal, AbortSignal.timeout(WEBSOCKET_LIMIT)]);
    const line = new SocketLine({
      url: address(this.#options.endpoint) + VISITOR_NAMESPACE,
      auth: () => ({ protocol: PROTOCOL_VERSION, channel: this.#options.channel, features: FEATURES, token }),
      polling,
      onEvent: (name, data) => {
        if (line === this.#line) this.#hear(name, data);
      },
      onLost: (reason) => {
        if (line !== this.#line) return;
        this.close();
        this.#sink.emit({ type: 'lost', reason });
      },
    });
    this.#line = line;
    const welcomed = new Promise<void>((resolve, reject) => {
      this.#welcomed = resolve;
      limit.addEventListener(
        'abort',
        () => reject(new TransportError('again', 'unreachable', 'the server sent no welcome')),
        { once: true },
      );
    });
    welcomed.catch(() => undefined);
    try {
      await line.open(limit);
      await welcomed;
    } catch (error) {
      if (this.#line === line) this.close();
      else line.close();
      throw error;
    }
  }

  close(): void {
    this.#line?.close();
    this.#line = undefined;
    this.#rev = undefined;
  }

  async start(request: StartRequest, signal: AbortSignal): Promise<Opened> {
    return this.#opened(await this.ask('start', request, signal));
  }

  async resume(request: ResumeRequest, signal: AbortSignal): Promise<Opened> {
    const { remoteId, credential, after } = request;
    return this.#opened(
      await this.ask('resume', { conversation: remoteId, credential: credential || undefined, after }, signal),
    );
  }

  async send(remoteId: string, items: readonly OutItem[], signal: AbortSignal): Promise<readonly SendResult[]> {
    return toResults(
      read<Wire<typeof sent>>(
        isSent,
        await this.ask('send', { conversation: remoteId, items: items.map(toWire) }, signal),
      ),
    );
  }

  async pull(request: PullRequest, signal: AbortSignal): Promise<Page> {
    const { remoteId, ...where } = request;
    return toPage(
      read<Wire<typeof page>>(isPage, await this.ask('pull', { conversation: remoteId, ...where }, signal)),
    );
  }

  typing(remoteId: string, typing: boolean, preview?: string): void {
    this.#line?.tell('typing', {
      conversation: remoteId,
      typing,
      ...(preview === undefined ? {} : { preview: preview.slice(0, DEFAULT_LIMITS.maxText) }),
    });
  }

  async files(): Promise<FileTransport> {
    const { httpFiles } = await import('../shared/files.js');
    return httpFiles(this.#options.endpoint, this.#features);
  }

  async ask(name: string, data: unknown, signal: AbortSignal): Promise<unknown> {
    if (!this.#line) throw new TransportError('again', 'unreachable');
    return this.#line.ask(name, data, signal);
  }

  #opened(data: unknown): Opened {
    const frame = read<WireOpened>(isOpened, data);
    // Only the first answer on a line: a later one, of another conversation, must not hide what the first has missed.
    this.#rev ??= frame.rev;
    return toOpened(frame);
  }

  /** One event from the server. What can't be understood is reported and ignored: the log can always be pulled. */
  #hear(name: string, data: unknown): void {
    try {
      this.#understand(name, data);
    } catch {
      this.#sink.emit({ type: 'fault', code: 'protocol', detail: name });
    }
  }

  #understand(name: string, data: unknown): void {
    switch (name) {
      case 'welcome': {
        const frame = read<WireWelcome>(isWelcome, data);
        this.#sink.emit({ type: 'capabilities', capabilities: capabilitiesOf(frame) });
        this.#sink.emit({ type: 'clock', now: frame.now });
        const { identity } = frame.features ?? {};
        this.#lasts = identity && identity.until - frame.now;
        this.#features = frame.features;
        this.#welcomed?.();
        return;
      }
      case 'entry': {
        const push = read<Wire<typeof entryPush>>(isEntryPush, data);
        const entry = readEntry(push.entry);
        this.#advance(push.rev);
        if (entry) this.#sink.emit({ type: 'entry', remoteId: push.conversation, entry });
        else this.#sink.emit({ type: 'wake', remoteId: push.conversation });
        return;
      }
      case 'registers': {
        const push = read<Wire<typeof registersPush>>(isRegistersPush, data);
        this.#advance(push.rev);
        this.#sink.emit({ type: 'registers', remoteId: push.conversation, registers: toRegisters(push.registers) });
        return;
      }
      case 'typing': {
        const push = read<Wire<typeof typingPush>>(isTypingPush, data);
        const { conversation: remoteId, person, typing, stream } = push;
        this.#sink.emit({ type: 'typing', remoteId, person, typing, stream });
        return;
      }
      case 'beat': {
        const { rev, now } = read<Wire<typeof beat>>(isBeat, data);
        this.#sink.emit({ type: 'clock', now });
        if (this.#rev !== undefined && rev !== this.#rev) void this.#changes(this.#rev);
        return;
      }
      case 'revoked': {
        const push = read<Wire<typeof revoked>>(isRevoked, data);
        this.#sink.emit({ type: 'revoked', remoteId: push.conversation, reason: push.reason });
        return;
      }
      default:
        // A later protocol version may say more than we know.
        return;
    }
  }

  /** A push in sequence needs no second look; one out of sequence leaves the revision behind, and the next beat asks. */
  #advance(rev: number | undefined): void {
    if (this.#rev !== undefined && rev === this.#rev + 1) this.#rev = rev;
  }

  /** A beat told of a revision that never arrived: what was it? */
  async #changes(since: number): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const line = this.#line;
    try {
      const data = read<Wire<typeof changed>>(
        isChanged,
        await this.ask('changes', { since }, AbortSignal.timeout(10_000)),
      );
      if (line !== this.#line) return;
      this.#rev = data.rev;
      for (const { conversation, registers } of data.conversations)
        this.#sink.emit({ type: 'registers', remoteId: conversation, registers: toRegisters(registers) });
    } catch (error) {
      if (line === this.#line)
        this.#sink.emit({
          type: 'fault',
          code: error instanceof TransportError ? error.code : 'protocol',
          detail: 'changes',
        });
    } finally {
      this.#asking = false;
    }
  }
}

/** The endpoint without a slash at its end. An address that is none shows as `unreachable`, like one where nobody listens. */
function address(endpoint: string): string {
  return endpoint.replace(/\/+$/, '');
}

/** Makes the default transport. `endpoint` is the server's address; empty means the page's own origin. */
export const socketIo: TransportFactory = (sink, options) => new SocketIoTransport(sink, options);
