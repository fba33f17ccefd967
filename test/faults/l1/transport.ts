/** The transport seam over a {@link Wire}: what docs/protocol.md asks of a client, without a socket. */
import type { WireFailure, WireOpened, WireRegisters } from '../../../src/protocol/index.js';
import type { Entry } from '../../../src/session/model/types.js';
import {
  TransportError,
  type Opened,
  type OutItem,
  type Page,
  type PullRequest,
  type ResumeRequest,
  type SendResult,
  type StartRequest,
  type Transport,
  type TransportSink,
} from '../../../src/session/transport.js';
import type { PageClock } from '../../helpers/virtual-clock.js';
import type { Came } from '../../server/core/world.js';
import type { ServerRun } from './server.js';
import { Wire, type Frame, type Net } from './wire.js';

type Answer = { readonly ok: true; readonly data: Came } | { readonly ok: false; readonly error: WireFailure };
type Pending = { resolve(data: Came): void; reject(error: TransportError): void };

const AGAIN = ['rate-limited', 'unavailable', 'internal'];

/** See the module. */
export class WireTransport implements Transport {
  readonly capabilities = {
    order: 'chained',
    safeResend: true,
    safeStart: true,
    resume: true,
    history: true,
    receipts: true,
    typing: true,
    queue: true,
  } as const;
  #wire: Wire | undefined;
  #pending = new Map<number, Pending>();
  #asked = 0;
  #rev: number | undefined;

  constructor(
    private readonly net: Net,
    private readonly server: () => ServerRun | undefined,
    private readonly clock: PageClock,
    private readonly sink: TransportSink,
  ) {}

  async open(signal: AbortSignal): Promise<void> {
    if (this.#wire) return;
    for (let waited = 0; waited < 2 * this.net.latency; waited += 50) await this.#pass(Math.min(50, this.net.latency));
    // A network that says nothing is asked again and again, as the machine below does with its first packet.
    while (this.net.refuse === 'silent' || this.net.held.up || this.net.held.down) await this.#pass(500);
    const server = this.server();
    if (!server || this.net.refuse === 'yes') throw new TransportError('again', 'unreachable');
    // Given up meanwhile, or overtaken by another try.
    if (signal.aborted || this.#wire) return;
    const wire: Wire = new Wire(this.net, {
      up: server.accept(
        (frame) => wire.send('down', frame),
        (end) => (end === 'cut' ? wire.cut() : wire.leave('up')),
      ),
      down: { take: (frame) => this.#take(wire, frame), gone: () => this.#lost(wire) },
    });
    this.#wire = wire;
  }

  close(): void {
    const wire = this.#wire;
    this.#forget('lost');
    wire?.leave('down');
  }

  /** The page has died: its machine closes what it had open. */
  kill(): void {
    this.close();
  }

  async start(request: StartRequest): Promise<Opened> {
    return this.#opened(await this.#ask('start', request));
  }

  async resume({ remoteId, credential, after }: ResumeRequest): Promise<Opened> {
    return this.#opened(await this.#ask('resume', { conversation: remoteId, credential, after }));
  }

  async send(remoteId: string, items: readonly OutItem[]): Promise<readonly SendResult[]> {
    return ((await this.#ask('send', { conversation: remoteId, items })) as { results: SendResult[] }).results;
  }

  async pull({ remoteId, ...where }: PullRequest): Promise<Page> {
    return (await this.#ask('pull', { conversation: remoteId, ...where })) as Page;
  }

  typing(remoteId: string, typing: boolean, preview?: string): void {
    this.#wire?.send('up', { name: 'typing', data: { conversation: remoteId, typing, preview } });
  }

  #ask(name: string, data: unknown): Promise<unknown> {
    const wire = this.#wire;
    if (!wire) return Promise.reject(new TransportError('again', 'unreachable'));
    const ask = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#pending.set(ask, { resolve, reject });
      wire.send('up', { name, ask, data });
    });
  }

  #pass(ms: number): Promise<void> {
    return new Promise((resolve) => this.clock.delay(ms, resolve));
  }

  #opened(data: unknown): Opened {
    const { conversation, rev, ...rest } = data as WireOpened;
    this.#rev ??= rev;
    return { remoteId: conversation, ...rest } as Opened;
  }

  #lost(wire: Wire): void {
    if (wire !== this.#wire) return;
    this.#forget('lost');
    this.sink.emit({ type: 'lost', reason: 'lost' });
  }

  #forget(why: string): void {
    this.#wire = undefined;
    this.#rev = undefined;
    for (const { reject } of this.#pending.values()) reject(new TransportError('unknown', why));
    this.#pending.clear();
  }

  #take(wire: Wire, { name, ask, data }: Frame): void {
    if (wire !== this.#wire) return;
    if (ask === undefined) return this.#hear(name, data);
    const pending = this.#pending.get(ask);
    this.#pending.delete(ask);
    const answer = data as Answer;
    if (answer.ok) pending?.resolve(answer.data);
    else {
      const { code, message, retryAfter } = answer.error;
      pending?.reject(new TransportError(AGAIN.includes(code) ? 'again' : 'final', code, message, retryAfter));
    }
  }

  #hear(name: string, data: Came): void {
    const remoteId = data.conversation as string;
    if (name === 'entry') {
      this.#advance(data.rev);
      this.sink.emit({ type: 'entry', remoteId, entry: data.entry as Entry });
    } else if (name === 'registers') {
      this.#advance(data.rev);
      this.sink.emit({ type: 'registers', remoteId, registers: data.registers as WireRegisters });
    } else if (name === 'typing')
      this.sink.emit({ type: 'typing', remoteId, person: data.person, typing: data.typing });
    else if (name === 'beat' && this.#rev !== undefined && data.rev !== this.#rev) void this.#changes(this.#rev);
  }

  #advance(rev: number): void {
    if (this.#rev !== undefined && rev === this.#rev + 1) this.#rev = rev;
  }

  /** A beat told of a revision that never arrived. */
  async #changes(since: number): Promise<void> {
    const wire = this.#wire;
    const data: Came = await this.#ask('changes', { since }).catch(() => undefined);
    if (!data || wire !== this.#wire) return;
    this.#rev = data.rev;
    for (const { conversation, registers } of data.conversations)
      this.sink.emit({ type: 'registers', remoteId: conversation, registers });
  }
}
