/**
 * What a socket is to other clients, a line is to one that polls: while requests come, the visitor is there and hears what
 * happens. It is made by the first request with a credential, also after a restart, and goes when none comes any more.
 */
import { secretHash } from '../core/hash.js';
import type { Clock, Random } from '../core/ports.js';
import type { VisitorConnection } from '../core/presence.js';
import type { ChatService } from '../core/service.js';
import type { Gate } from '../socket/gate.js';
import type { Bucket } from '../socket/rates.js';
import type { PollHub } from './hub.js';

/** How long a line lasts without a request. */
const GRACE = 30_000;

/** How long somebody types without its being said again. */
const TYPING = 8000;

/** What is known of whoever opens a line. */
export interface About {
  readonly address: string;
  readonly channel?: string | undefined;
  /** Left out, what was said before holds. */
  readonly features?: readonly string[] | undefined;
}

/** One line. */
export class Line {
  readonly #types = new Map<string, number>();
  #wake = (): void => undefined;
  #woken: Promise<void> = Promise.resolve();
  #busy = 0;
  #ended = false;
  #forget: (() => void) | undefined;

  constructor(
    readonly connection: VisitorConnection,
    readonly buckets: { readonly sends: Bucket; readonly reads: Bucket; readonly typing: Bucket },
    private readonly clock: Clock,
    private readonly gone: () => void,
  ) {
    this.#arm();
  }

  /** Something was pushed. A beat is for connections that last. */
  hear(event: string, payload: unknown): void {
    if (event === 'beat') return;
    if (event === 'typing') {
      const { person, typing } = payload as { person: string; typing: boolean };
      const known = this.typing().includes(person);
      if (typing) this.#types.set(person, this.clock.now() + TYPING);
      else this.#types.delete(person);
      if (known === typing) return;
    }
    this.wake();
  }

  /** Who types now. */
  typing(): string[] {
    const now = this.clock.now();
    // One that is further ahead was noted before the clock was set back.
    for (const [person, until] of this.#types) if (until <= now || until > now + TYPING) this.#types.delete(person);
    return [...this.#types.keys()].sort();
  }

  /** Ends every wait. */
  wake(): void {
    const wake = this.#wake;
    this.#arm();
    wake();
  }

  /** Resolves with the next push from now on, when a time is over, or when somebody who types may have stopped. */
  next(ms: number): { readonly news: Promise<void>; cancel(): void } {
    const stops = [...this.#types.values()].map((until) => until - this.clock.now());
    let cancel = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      const undo = this.clock.delay(Math.max(0, Math.min(ms, ...stops)), resolve);
      cancel = () => {
        undo();
        resolve();
      };
    });
    return { news: Promise.race([this.#woken, late]), cancel: () => cancel() };
  }

  /** Keeps the line while `act` is under way, and some time after it. */
  async during<T>(act: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    this.#forget?.();
    try {
      return await act();
    } finally {
      this.#busy -= 1;
      if (this.#busy === 0 && !this.#ended) this.#forget = this.clock.delay(GRACE, this.gone);
    }
  }

  /** No longer waits for its own end. */
  end(): void {
    this.#ended = true;
    this.#forget?.();
    this.wake();
  }

  #arm(): void {
    this.#woken = new Promise((resolve) => (this.#wake = resolve));
  }
}

/** All of them. */
export class Lines {
  readonly #lines = new Map<string, Line>();
  /** Those whose credential was given out, and not shown since. */
  readonly #unshown = new Set<string>();
  #stopped = false;

  constructor(
    private readonly service: ChatService,
    private readonly hub: PollHub,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  get size(): number {
    return this.#lines.size;
  }

  /** Whether nobody should wait any more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** A line that holds nothing yet; {@link keep} puts it where its credential finds it. */
  make(about: About): Line {
    const id = `poll-${this.random.id()}`;
    const { channel = '', ...rest } = about;
    const connection = this.service.visitors.connect(id, { ...rest, channel });
    const { gate } = this;
    const buckets = { sends: gate.bucket('sends'), reads: gate.bucket('reads'), typing: gate.bucket('typing') };
    const line = new Line(connection, buckets, this.clock, () => this.#drop(line));
    this.hub.add(id, (event, payload) => line.hear(event, payload));
    return line;
  }

  /** A line is found by a credential that was just given out, too. */
  keep(line: Line, conversation: string, credential: string): void {
    const key = keyOf(conversation, credential);
    this.#lines.set(key, line);
    this.#unshown.add(key);
  }

  /** The line of a credential, made when there is none. Rejects when the credential does not open the conversation. */
  async find(conversation: string, credential: string, about: About): Promise<Line> {
    const key = keyOf(conversation, credential);
    const known = this.#lines.get(key);
    if (known?.connection.conversations.has(conversation)) {
      // The one that it replaced has been good until now.
      if (this.#unshown.delete(key)) await this.#attach(known, conversation, credential);
      return known;
    }
    if (known) this.#drop(known);
    const line = this.make(about);
    try {
      await this.#attach(line, conversation, credential);
    } catch (error) {
      this.#drop(line);
      throw error;
    }
    // Two requests may have come at once: one line is enough.
    const other = this.#lines.get(key);
    if (other) {
      this.#drop(line);
      return other;
    }
    this.#lines.set(key, line);
    return line;
  }

  /** Gives a line up that nothing came of. */
  discard(line: Line): void {
    this.#drop(line);
  }

  /** Ends every wait, for good. */
  stop(): void {
    this.#stopped = true;
    for (const line of this.#lines.values()) line.end();
  }

  async #attach({ connection }: Line, conversation: string, credential: string): Promise<void> {
    const done = await this.service.visitors.attach(connection, conversation, credential);
    done.publish();
  }

  #drop(line: Line): void {
    line.end();
    for (const [key, one] of this.#lines) {
      if (one !== line) continue;
      this.#lines.delete(key);
      this.#unshown.delete(key);
    }
    this.hub.remove(line.connection.id);
    if (!this.#stopped) this.service.visitors.disconnect(line.connection);
  }
}

function keyOf(conversation: string, credential: string): string {
  return `${conversation} ${secretHash(credential)}`;
}
