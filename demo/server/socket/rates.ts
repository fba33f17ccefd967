/** Rate limits as token buckets: a burst is fine, a stream is held to its rate. */

/** A bucket's size and how fast it fills. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Every limit. Those of an address hold for all its connections together. */
export interface Rates {
  readonly connection: {
    /** Items of `send`. */
    readonly sends: Rate;
    readonly starts: Rate;
    /** `resume`, `pull`, `changes`, and what a desk asks and does. */
    readonly reads: Rate;
    readonly typing: Rate;
    /** Frames of any kind, understood or not. */
    readonly frames: Rate;
  };
  readonly address: {
    readonly sends: Rate;
    readonly starts: Rate;
    readonly connections: Rate;
    /** Connections beyond those, which are told when to come back. Who makes more of them is turned away unheard. */
    readonly handshakes: Rate;
    /** Requests over HTTP, beside the socket. */
    readonly requests: Rate;
    readonly logins: Rate;
    /** `availability`. */
    readonly asks: Rate;
    /** `leave-message`. */
    readonly messages: Rate;
  };
}

/** What holds unless it is configured otherwise. Many visitors can share one address: an office, a school, a mobile network. */
export const DEFAULT_RATES: Rates = {
  connection: {
    sends: { perSecond: 60, burst: 240 },
    starts: { perSecond: 1, burst: 20 },
    reads: { perSecond: 50, burst: 200 },
    typing: { perSecond: 10, burst: 30 },
    frames: { perSecond: 200, burst: 600 },
  },
  address: {
    sends: { perSecond: 100, burst: 1000 },
    starts: { perSecond: 5, burst: 200 },
    connections: { perSecond: 20, burst: 400 },
    handshakes: { perSecond: 40, burst: 800 },
    requests: { perSecond: 100, burst: 1000 },
    logins: { perSecond: 0.2, burst: 10 },
    asks: { perSecond: 2, burst: 60 },
    messages: { perSecond: 0.1, burst: 20 },
  },
};

/** One bucket. */
export class Bucket {
  #tokens: number;
  #at: number;

  constructor(
    private readonly rate: Rate,
    private readonly now: () => number,
  ) {
    this.#tokens = rate.burst;
    this.#at = now();
  }

  /** Takes a token: 0, or the milliseconds until there is one. */
  take(): number {
    this.#fill();
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil(((1 - this.#tokens) / this.rate.perSecond) * 1000));
  }

  /** Gives back a token that was not needed. */
  give(): void {
    this.#tokens = Math.min(this.rate.burst, this.#tokens + 1);
  }

  /** Whether it holds as much as it can, so that forgetting it changes nothing. */
  get full(): boolean {
    this.#fill();
    return this.#tokens >= this.rate.burst;
  }

  #fill(): void {
    const now = this.now();
    // The clock may go back.
    const passed = Math.max(0, now - this.#at);
    this.#at = now;
    this.#tokens = Math.min(this.rate.burst, this.#tokens + (passed / 1000) * this.rate.perSecond);
  }
}

/** How many addresses are looked at before full buckets are forgotten. */
const SWEEP_AT = 5000;

/** A bucket for each key, such as an address. Full ones are forgotten, so that memory is bounded by what happens now. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();
  #sweepAt = SWEEP_AT;

  constructor(
    private readonly rate: Rate,
    private readonly now: () => number,
  ) {}

  of(key: string): Bucket {
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      this.#sweep();
      bucket = new Bucket(this.rate, this.now);
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }

  #sweep(): void {
    if (this.#buckets.size < this.#sweepAt) return;
    for (const [key, bucket] of this.#buckets) if (bucket.full) this.#buckets.delete(key);
    this.#sweepAt = Math.max(SWEEP_AT, this.#buckets.size * 2);
  }
}

/** Takes one token from each bucket, or none at all. */
export function takeFrom(buckets: readonly Bucket[]): number {
  for (const [index, bucket] of buckets.entries()) {
    const wait = bucket.take();
    if (wait === 0) continue;
    for (const taken of buckets.slice(0, index)) taken.give();
    return wait;
  }
  return 0;
}
