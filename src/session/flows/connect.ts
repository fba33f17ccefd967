import type { ChatErrorCode } from '../model/errors.js';
import { TransportError } from '../transport.js';
import { toChatCode } from './codes.js';
import { backoff, call, type Core } from './core.js';

/** The longest wait between tries while the page can be seen, and while it can't. */
const VISIBLE_CAP = 8_000;
const HIDDEN_CAP = 30_000;
const FIRST_WAIT = 400;
/** A line that breaks sooner than this counts as one more failure: a server that drops everybody is not stormed. */
const STEADY = 10_000;

/**
 * The line: opened when it is wanted, opened again when it breaks, for as long as it is wanted. It never gives up; the
 * waits grow to a cap and are spread at random, and a wake-up of the page cuts them short.
 */
export class Line {
  #core: Core;
  #wanted: () => boolean;
  #catchUp: () => Promise<void>;
  #dial: (signal: AbortSignal) => Promise<unknown>;
  #cancelWait: (() => void) | undefined;
  #cancelSteady: (() => void) | undefined;
  #cancelWatch: (() => void) | undefined;
  /** Lines that broke one after the other without any of them having been steady. */
  #breaks = 0;
  /** Counts the tries, so that one that was overtaken changes nothing. */
  #turn = 0;
  #resting = false;

  /**
   * @param wanted - whether anything needs the line now
   * @param catchUp - brings every conversation up to date on a fresh line; the line is `online` when it resolves
   * @param dial - opens the transport
   */
  constructor(
    core: Core,
    wanted: () => boolean,
    catchUp: () => Promise<void>,
    dial: (signal: AbortSignal) => Promise<unknown> = (signal) => core.transport.open(signal),
  ) {
    this.#core = core;
    this.#wanted = wanted;
    this.#catchUp = catchUp;
    this.#dial = dial;
    core.onRelease(() => this.#drop());
  }

  /** Opens the line if it is wanted and down. A wait that goes on is kept: the server is not asked more often for it. */
  ensure(): void {
    if (this.#core.signal.aborted || this.#resting || this.#cancelWait || !this.#wanted()) return;
    if (this.#core.state.connection.status === 'offline') void this.#open();
  }

  /** The transport says that the line broke. */
  lost(reason: string): void {
    const { status } = this.#core.state.connection;
    if (this.#core.signal.aborted || status === 'offline') return;
    if (status === 'online') this.#down(reason, this.#pause(++this.#breaks));
    else this.failed(new TransportError('again', reason));
  }

  /** What the present line was needed for failed: it is given up, and another is tried after a while. */
  failed(error: unknown): void {
    if (this.#core.signal.aborted || this.#core.state.connection.status === 'offline') return;
    const failure = error instanceof TransportError ? error : new TransportError('again', 'unreachable');
    const wait = this.#pause(this.#core.state.connection.attempts + 1);
    // A final refusal (a blocked address, another protocol version) is tried on, but rarely: it may be mended.
    const final = failure.kind === 'final';
    const refused = final ? toChatCode(failure.code) : undefined;
    this.#down(failure.code, Math.max(failure.retryAfter ?? 0, final ? this.#cap() : wait), { failed: true, refused });
  }

  /** Breaks a line that does not answer any more, and opens a new one. */
  renew(reason: string): void {
    this.#down(reason);
    this.ensure();
    // What it was needed for may have ended meanwhile: then nobody is told of trouble any more.
    this.idle();
  }

  /** The page goes into the back/forward cache: an open line would be torn there and everything sent on it lost. */
  rest(): void {
    this.#resting = true;
    if (!this.#quiet()) this.#down('resting');
  }

  /**
   * The page is back, visible or online again: try now. A try that began before the page slept may never be answered: until the
   * line is up, answers come, or another try is made.
   * @param patience - how long each may take, in milliseconds
   */
  wake(patience: number): void {
    const core = this.#core;
    const { answered } = core;
    this.#resting = false;
    this.#stopWaiting();
    this.#cancelWatch?.();
    if (core.state.connection.status === 'offline') this.ensure();
    else
      this.#cancelWatch = core.ports.clock.delay(patience, () => {
        if (core.state.connection.status === 'online') return;
        if (core.answered === answered) this.renew('asleep');
        else this.wake(patience);
      });
    this.idle();
  }

  /** Closes the line if nothing needs it any more. A line that is catching up is left to finish. */
  idle(): void {
    if (this.#wanted() || this.#quiet() || this.#core.state.connection.status === 'catching-up') return;
    this.#down('idle');
  }

  /** There is no line, and nobody has missed one. */
  #quiet(): boolean {
    const { status, reason } = this.#core.state.connection;
    return status === 'offline' && (reason === undefined || reason === 'idle');
  }

  #cap(): number {
    return this.#core.ports.wake.visible() ? VISIBLE_CAP : HIDDEN_CAP;
  }

  #pause(attempt: number): number {
    return backoff(this.#core, attempt, FIRST_WAIT, this.#cap());
  }

  #stopWaiting(): void {
    this.#cancelWait?.();
    this.#cancelWait = undefined;
  }

  /** Forgets the present line and everything that was planned for it. */
  #drop(): void {
    this.#turn++;
    this.#stopWaiting();
    this.#cancelSteady?.();
    this.#cancelWatch?.();
    this.#core.transport.close();
  }

  /** The line is down; the next is tried after `wait` milliseconds, or when somebody asks. */
  #down(
    reason: string,
    wait?: number,
    how: { readonly failed?: boolean; readonly refused?: ChatErrorCode | undefined } = {},
  ): void {
    this.#drop();
    // Before the state says so: who hears of it may ask for a line, and must find that one is being waited for.
    if (wait !== undefined && !this.#resting)
      this.#cancelWait = this.#core.ports.clock.delay(wait, () => {
        this.#cancelWait = undefined;
        this.ensure();
        this.idle();
      });
    this.#core.apply({ type: 'connection', status: 'offline', reason, ...how });
  }

  async #open(): Promise<void> {
    const turn = ++this.#turn;
    const { apply } = this.#core;
    const { clock } = this.#core.ports;
    apply({ type: 'connection', status: 'connecting' });
    try {
      await call(this.#core, this.#dial);
      if (turn !== this.#turn) return;
      apply({ type: 'connection', status: 'catching-up' });
      await this.#catchUp();
      if (turn !== this.#turn) return;
      this.#cancelSteady = clock.delay(STEADY, () => (this.#breaks = 0));
      apply({ type: 'connection', status: 'online' });
      this.idle();
    } catch (error) {
      if (turn === this.#turn) this.failed(error);
    }
  }
}
