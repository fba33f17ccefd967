/** The channels of a server: a site, a brand, a department's widget. One that is not configured is open to everybody. */
import { ChatFault } from '../core/fault.js';
import type { Clock, Log } from '../core/ports.js';
import { authenticationFrom, type Authentication, type AuthenticationConfig } from './config.js';
import { verifyToken, type Claims } from './tokens.js';

/** What an operator says of one channel. */
export interface ChannelConfig {
  /** Left out, visitors are anonymous. */
  readonly authentication?: AuthenticationConfig | undefined;
}

/** By name; `*` is for every channel that has no entry of its own. */
export type ChannelsConfig = Readonly<Record<string, ChannelConfig>>;

/** Looks at who comes to a channel. */
export class Channels {
  private constructor(
    private readonly byName: ReadonlyMap<string, Authentication>,
    private readonly names: ReadonlySet<string>,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Rejects with an error that names the field when the configuration can't be meant. */
  static async from(config: ChannelsConfig, clock: Clock, log: Log): Promise<Channels> {
    const byName = new Map<string, Authentication>();
    for (const [name, { authentication }] of Object.entries(config))
      if (authentication) byName.set(name, await authenticationFrom(name, authentication));
    return new Channels(byName, new Set(Object.keys(config)), clock, log);
  }

  /** Who comes, on a channel whose customers prove it; nobody in particular on any other. */
  async identify(channel: string, token: string | undefined): Promise<Claims | undefined> {
    const authentication = this.#of(channel);
    // A token that nobody asked for is not looked at: here it proves nothing.
    return authentication && verifyToken(token, authentication, this.clock.now(), this.log);
  }

  /** Refuses whoever comes without a token where one is wanted. */
  mayBeAnonymous(channel: string): void {
    if (this.#of(channel)) throw new ChatFault('token-required', 'customers of this channel show a token');
  }

  #of(channel: string): Authentication | undefined {
    return this.byName.get(this.names.has(channel) ? channel : '*');
  }
}
