/** Who comes in, and what each connection is held to. */
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import {
  PROTOCOL_VERSION,
  type WireFailure,
  type WireFeatures,
  type WireWelcome,
} from '../../../src/protocol/index.js';
import { failureOf } from '../core/fault.js';
import type { Log } from '../core/ports.js';
import type { Settings } from '../core/settings.js';
import type { Counters } from '../counters.js';
import { wayOf, type Way } from './address.js';
import { Bucket, Buckets, type Rates } from './rates.js';

/** What the gate needs. */
export interface GateOptions {
  readonly settings: Settings;
  /** What `welcome` announces beyond the least. */
  readonly features: WireFeatures;
  readonly rates: Rates;
  readonly proxies: number;
  readonly now: () => number;
  readonly log: Log;
  readonly counters: Counters;
}

/** See the module. */
export class Gate {
  /** While it is closed nobody comes in. */
  open = true;
  readonly #addresses: { readonly [Name in keyof Rates['address']]: Buckets };

  constructor(private readonly options: GateOptions) {
    const { rates, now } = options;
    this.#addresses = {
      sends: new Buckets(rates.address.sends, now),
      starts: new Buckets(rates.address.starts, now),
      connections: new Buckets(rates.address.connections, now),
      handshakes: new Buckets(rates.address.handshakes, now),
      requests: new Buckets(rates.address.requests, now),
      logins: new Buckets(rates.address.logins, now),
      asks: new Buckets(rates.address.asks, now),
      messages: new Buckets(rates.address.messages, now),
    };
  }

  /** Where a socket comes from. */
  way(socket: Socket): Way {
    return wayOf(socket.request, this.options.proxies);
  }

  /** A bucket for one connection. */
  bucket(name: keyof Rates['connection']): Bucket {
    return new Bucket(this.options.rates.connection[name], this.options.now);
  }

  /** The bucket that all connections of an address share. */
  addressBucket(name: keyof Rates['address'], address: string): Bucket {
    return this.#addresses[name].of(address);
  }

  /** Why a handshake is refused, if it is; `more` looks at what it says of itself. */
  refusal(socket: Socket, more: (auth: unknown) => WireFailure | undefined): Error | undefined {
    const failure = this.#refusal(socket) ?? more(socket.handshake.auth);
    return failure && this.refused(failure);
  }

  /** A refusal, counted. */
  refused(failure: WireFailure): Error {
    this.options.counters.add('handshakes-refused', failure.code);
    return refusalError(failure);
  }

  #refusal(socket: Socket): WireFailure | undefined {
    if (!this.open) return { code: 'unavailable', message: 'the server is stopping', retryAfter: 1000 };
    const wait = this.addressBucket('connections', this.way(socket).address).take();
    return wait > 0 ? { code: 'rate-limited', message: 'too many connections', retryAfter: wait } : undefined;
  }

  /** The first event on every connection. */
  welcome(socket: Socket, more: WireFeatures = {}): void {
    this.options.counters.add('connections');
    socket.emit('welcome', this.greeting(more));
  }

  /** What every client is told before anything else. */
  greeting(more: WireFeatures = {}): WireWelcome {
    const { settings, features, now } = this.options;
    return {
      protocol: PROTOCOL_VERSION,
      now: now(),
      limits: settings.limits,
      beatEvery: settings.heartbeatMs,
      features: { ...features, ...more },
    };
  }

  failure(error: unknown): WireFailure {
    return failureOf(error, this.options.log);
  }
}

/** A refused handshake, as Socket.IO carries it: the failure is the error's `data`. */
export function refusalError(failure: WireFailure): Error {
  return Object.assign(new Error(failure.code), { data: failure });
}

const handshake = v.object({ protocol: v.number() });

/** Whether both sides speak the same protocol. */
export function versionRefusal(auth: unknown): WireFailure | undefined {
  const parsed = v.safeParse(handshake, auth);
  if (!parsed.success) return { code: 'bad-request', message: 'the handshake is not valid', field: 'protocol' };
  if (parsed.output.protocol === PROTOCOL_VERSION) return undefined;
  return { code: 'unsupported-version', message: `this server speaks version ${PROTOCOL_VERSION}` };
}
