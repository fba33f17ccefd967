/**
 * `live-chat-elements/transports/polling`: our own protocol as plain HTTP requests that wait for news (docs/protocol.md, "The
 * second binding"), for back ends and networks where no connection lasts.
 */
import type * as v from 'valibot';
import type { page, sent, WireOpened, WireWelcome } from '../../protocol/from-server.js';
import { DEFAULT_LIMITS } from '../../protocol/limits.js';
import { PROTOCOL_VERSION } from '../../protocol/version.js';
import type { Capabilities } from '../../session/model/types.js';
import {
  TransportError,
  type FileTransport,
  type Opened,
  type OutItem,
  type Page,
  type Polling,
  type PullRequest,
  type ResumeRequest,
  type SendResult,
  type StartRequest,
  type Transport,
  type TransportFactory,
  type TransportOptions,
  type TransportSink,
} from '../../session/transport.js';
import { isOpened, isPage, isSent, isWelcome } from '../shared/guards.js';
import { read, toOpened, toPage, toResults } from '../shared/read.js';
import { capabilitiesOf, FEATURES, toWire } from '../shared/welcome.js';
import { isPulled } from './guards.js';
import { News, type Known, type Pulled } from './news.js';
import { request, type Ask, type RequestOptions } from './requests.js';

/** What {@link polling} takes. */
export type PollingSettings = {
  /** How long an answer may take, in milliseconds, beside the wait for news; default 15,000. */
  readonly ajaxTimeout?: number | undefined;
  /** More failed requests in a row than this, and the server counts as offline; it is still asked. Default 5. */
  readonly pollExceptionLimit?: number | undefined;
  /** Where the requests go on the server; default `/chat/v1`. */
  readonly path?: string | undefined;
  /** Sent along with every request, for what stands in front of the server. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether cookies go along; default `omit`: the protocol needs none. */
  readonly credentials?: RequestCredentials | undefined;
};

/** A conversation that is open on the line. */
type Held = { credential: string; readonly news: News };

const CAPABILITIES: Partial<Capabilities> = {
  order: 'chained',
  safeResend: true,
  safeStart: true,
  resume: true,
  history: true,
  receipts: true,
  typing: true,
  queue: true,
  polling: true,
  maxText: DEFAULT_LIMITS.maxText,
  maxBatch: DEFAULT_LIMITS.maxBatch,
};

/** The session's own deadline for an answer. */
const TIMEOUT = 15_000;

class PollingTransport implements Transport {
  readonly capabilities: Partial<Capabilities>;
  readonly polling: Polling;
  #sink: TransportSink;
  #channel: string;
  #requests: RequestOptions;
  /** Ends with the line; undefined while it is closed. */
  #line: AbortController | undefined;
  /** How long the server lets a request wait, in milliseconds. */
  #wait = 0;
  #held = new Map<string, Held>();
  /** Those whose polling was stopped by the page: also on the next line. */
  #stopped = new Set<string>();
  #polls = false;
  /** What the server can do beyond the least. */
  #features: WireWelcome['features'];

  constructor(sink: TransportSink, { endpoint, channel }: TransportOptions, settings: PollingSettings) {
    this.#sink = sink;
    this.#channel = channel;
    this.#requests = {
      base: origin(endpoint) + (settings.path ?? '/chat/v1').replace(/\/+$/, ''),
      timeout: settings.ajaxTimeout ?? TIMEOUT,
      headers: settings.headers ?? {},
      credentials: settings.credentials ?? 'omit',
    };
    const { pollExceptionLimit: offlineAfter } = settings;
    this.capabilities = { ...CAPABILITIES, ...(offlineAfter !== undefined && { offlineAfter }) };
    this.polling = {
      once: async (remoteId, signal) => this.#news(remoteId).once(signal),
      start: (remoteId) => this.#poll(remoteId, true),
      stop: (remoteId) => this.#poll(remoteId, false),
    };
  }

  async open(signal: AbortSignal): Promise<void> {
    if (this.#line) return;
    const line = (this.#line = new AbortController());
    try {
      const data = await this.#ask({ place: '/welcome' }, signal);
      const welcome = read<WireWelcome>(isWelcome, data);
      const { protocol, now, features } = welcome;
      if (protocol !== PROTOCOL_VERSION || !features?.polling)
        throw new TransportError('final', 'unsupported-version', 'the server has no requests that wait for news');
      this.#wait = features.polling.wait;
      this.#features = features;
      this.#sink.emit({ type: 'capabilities', capabilities: capabilitiesOf(welcome) });
      this.#sink.emit({ type: 'clock', now });
    } catch (error) {
      if (this.#line === line) this.close();
      // Nothing was asked for that could have happened.
      if (error instanceof TransportError && error.kind !== 'unknown') throw error;
      throw new TransportError('again', 'unreachable', error instanceof Error ? error.message : 'no welcome');
    }
  }

  close(): void {
    for (const { news } of this.#held.values()) news.stop();
    this.#held.clear();
    this.#line?.abort();
    this.#line = undefined;
    this.#tellPolling();
  }

  async start(start: StartRequest, signal: AbortSignal): Promise<Opened> {
    const body = { protocol: PROTOCOL_VERSION, channel: this.#channel, features: FEATURES, ...start };
    return this.#hold(await this.#ask({ place: '/start', body }, signal));
  }

  async resume({ remoteId, credential, after }: ResumeRequest, signal: AbortSignal): Promise<Opened> {
    const ask = { place: place(remoteId, 'resume'), body: { after, features: FEATURES }, credential };
    return this.#hold(await this.#ask(ask, signal), credential);
  }

  async send(remoteId: string, items: readonly OutItem[], signal: AbortSignal): Promise<readonly SendResult[]> {
    const data = await this.#about(remoteId, 'send', { items: items.map(toWire) }, signal);
    return toResults(read<v.InferOutput<typeof sent>>(isSent, data));
  }

  async pull({ remoteId, ...where }: PullRequest, signal: AbortSignal): Promise<Page> {
    return toPage(read<v.InferOutput<typeof page>>(isPage, await this.#about(remoteId, 'pull', where, signal)));
  }

  typing(remoteId: string, typing: boolean, preview?: string): void {
    const frame = { typing, ...(preview !== undefined && { preview: preview.slice(0, DEFAULT_LIMITS.maxText) }) };
    // It may be lost.
    this.#about(remoteId, 'typing', frame, AbortSignal.timeout(TIMEOUT)).catch(() => undefined);
  }

  async files(): Promise<FileTransport> {
    const { httpFiles } = await import('../shared/files.js');
    return httpFiles(this.#requests.base, this.#features);
  }

  /** Something about a conversation that is open here. */
  async #about(remoteId: string, name: string, body: unknown, signal: AbortSignal, wait?: number): Promise<unknown> {
    const held = this.#held.get(remoteId);
    if (!held) throw new TransportError('again', 'unreachable', 'the conversation is not open on this line');
    return this.#ask({ place: place(remoteId, name), body, credential: held.credential, wait }, signal);
  }

  async #ask(ask: Ask, signal: AbortSignal): Promise<unknown> {
    const line = this.#line;
    if (!line) throw new TransportError('again', 'unreachable');
    const data = await request(this.#requests, ask, AbortSignal.any([signal, line.signal]));
    if (line !== this.#line) throw new TransportError('unknown', 'lost');
    return data;
  }

  /** From now on requests about it show its credential, and its news are asked for. */
  #hold(data: unknown, shown?: string): Opened {
    const opened = toOpened(read<WireOpened>(isOpened, data));
    const { remoteId } = opened;
    const old = this.#held.get(remoteId);
    const news = old?.news ?? this.#newsOf(remoteId);
    this.#held.set(remoteId, { credential: opened.credential ?? old?.credential ?? shown ?? '', news });
    news.note(opened);
    if (!this.#stopped.has(remoteId)) this.#poll(remoteId, true);
    return opened;
  }

  #newsOf(remoteId: string): News {
    const news = new News({
      remoteId,
      sink: this.#sink,
      ask: (known, wait, signal) => this.#askNews(remoteId, known, wait ? this.#wait : 0, signal),
      failed: (error) => {
        if (this.#held.get(remoteId)?.news === news) this.#failed(remoteId, error);
      },
    });
    return news;
  }

  async #askNews(remoteId: string, known: Known, wait: number, signal: AbortSignal): Promise<Pulled> {
    return read<Pulled>(isPulled, await this.#about(remoteId, 'pull', { ...known, wait }, signal, wait));
  }

  #news(remoteId: string): News {
    const held = this.#held.get(remoteId);
    if (!held) throw new TransportError('again', 'unreachable');
    return held.news;
  }

  /** Nobody waits for this answer. One conversation that is not ours any more says nothing about the line. */
  #failed(remoteId: string, error: unknown): void {
    const failure = error instanceof TransportError ? error : new TransportError('unknown', 'protocol');
    if (failure.kind === 'final') {
      this.#held.get(remoteId)?.news.stop();
      this.#tellPolling();
      this.#sink.emit({ type: 'wake', remoteId });
      return;
    }
    this.close();
    this.#sink.emit({ type: 'lost', reason: failure.code });
  }

  #poll(remoteId: string, on: boolean): void {
    if (on) this.#stopped.delete(remoteId);
    else this.#stopped.add(remoteId);
    const news = this.#held.get(remoteId)?.news;
    if (on) news?.start();
    else news?.stop();
    this.#tellPolling();
  }

  #tellPolling(): void {
    const polls = [...this.#held.values()].some(({ news }) => news.running);
    if (polls === this.#polls) return;
    this.#polls = polls;
    this.#sink.emit({ type: 'polling', polling: polls });
  }
}

/** The server's address; an empty endpoint is the page's own origin, whatever `<base>` the page has. */
function origin(endpoint: string): string {
  return endpoint === '' && typeof location !== 'undefined' ? location.origin : endpoint.replace(/\/+$/, '');
}

function place(remoteId: string, name: string): string {
  return `/conversations/${encodeURIComponent(remoteId)}/${name}`;
}

/**
 * Makes a transport that asks for news instead of being told. It makes the same promise as Socket.IO's: nothing lost, nothing
 * twice, the order kept. The documented poll commands work on it.
 */
export function polling(settings: PollingSettings = {}): TransportFactory {
  return (sink, options) => new PollingTransport(sink, options, settings);
}
