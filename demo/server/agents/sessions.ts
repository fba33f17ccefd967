/** Who is signed in at a desk. */
import { secretHash } from '../core/hash.js';
import type { Clock, Random } from '../core/ports.js';
import type { Store } from '../store/port.js';
import { NOBODY, verifyPassword } from './passwords.js';

/** A working day and some. */
const LASTS = 12 * 3_600_000;

/** A signed-in desk. */
export interface Session {
  readonly agent: string;
  readonly hash: string;
  readonly expiresAt: number;
}

/** See the module. */
export class AgentSessions {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Signs in: the token for the cookie, or undefined. It takes equally long for a wrong name and a wrong password. */
  async signIn(
    name: string,
    password: string,
  ): Promise<{ readonly token: string; readonly lastsMs: number } | undefined> {
    const agent = await this.store.read((tx) => tx.agentByName(name));
    const known = agent && !agent.disabled ? agent : undefined;
    const fits = await verifyPassword(password, known?.password ?? NOBODY);
    if (!fits || !known) return undefined;
    const token = this.random.id();
    const now = this.clock.now();
    await this.store.transact((tx) =>
      tx.saveSession({ hash: secretHash(token), agent: known.id, createdAt: now, expiresAt: now + LASTS }),
    );
    return { token, lastsMs: LASTS };
  }

  /** Whose session a token is. */
  async check(token: string | undefined): Promise<Session | undefined> {
    if (token === undefined) return undefined;
    return this.store.read(async (tx) => {
      const row = await tx.session(secretHash(token));
      if (!row || row.expiresAt <= this.clock.now()) return undefined;
      const agent = await tx.agent(row.agent);
      return agent && !agent.disabled ? { agent: agent.id, hash: row.hash, expiresAt: row.expiresAt } : undefined;
    });
  }

  /** Ends a session; returns its hash. */
  async signOut(token: string): Promise<string> {
    const hash = secretHash(token);
    await this.store.transact((tx) => tx.dropSession(hash));
    return hash;
  }
}
