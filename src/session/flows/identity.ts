/** Who the customer is: a token that the page provides, held in memory for as long as it takes to show it. */
import type { ChatErrorCode } from '../model/errors.js';
import type { AuthTokenProvider } from '../model/providers.js';
import type { ConversationKey } from '../model/types.js';
import { TransportError } from '../transport.js';
import { toChatCode } from './codes.js';
import { call, type Core } from './core.js';
import { reportClaimed } from './undeclared.js';

/** How long the page may take, as documented. */
const PROVIDER_LIMIT = 10_000;

/** How long before a token expires another is asked for, as far as it lasts that long. */
const EARLY = 60_000;

/** How long a tab waits for its turn before it asks whether the one that has it still lives, and for the answer to that. */
const PATIENCE = 2_000;
const ANSWER = 300;
/** That question among the tabs, and the answer. */
const WHO = 'token-who';
const ME = 'token-me';

const OURS = new Set(['token-failed', 'token-function', 'token-missing', 'token-invalid']);

/** What is being asked of which provider; `gone`: the customer has gone meanwhile. */
type Asking = {
  readonly provider: AuthTokenProvider | undefined;
  readonly token: Promise<string>;
  gone: boolean;
};

/** See the module. Made when a server first says that it wants a token. */
export class Identity {
  #core: Core;
  #provider: () => AuthTokenProvider | undefined;
  #refuse: (key: ConversationKey, code: ChatErrorCode) => Promise<void>;
  #asking: Asking | undefined;
  /** Ends the wait for the page's answer. */
  #drop: (() => void) | undefined;
  #cancel: (() => void) | undefined;
  /** The page is being asked by this tab. */
  #fetching = false;
  /** Another tab has said that it asks its page. */
  #heard = false;

  /** @param refuse - ends the start of a conversation that the server won't open */
  constructor(
    core: Core,
    provider: () => AuthTokenProvider | undefined,
    refuse: (key: ConversationKey, code: ChatErrorCode) => Promise<void>,
  ) {
    this.#core = core;
    this.#provider = provider;
    this.#refuse = refuse;
    core.onRelease(() => this.#cancel?.());
    const { tabs } = core.ports;
    tabs.listen((message) => {
      const { type } = (message ?? {}) as { readonly type?: unknown };
      if (type === WHO && this.#fetching) tabs.post({ type: ME });
      if (type === ME) this.#heard = true;
    });
  }

  /** The customer has gone: what was asked for them is an answer for nobody, and nothing more is asked. */
  forget(): void {
    this.#cancel?.();
    if (this.#asking) this.#asking.gone = true;
    this.#asking = undefined;
    this.#drop?.();
  }

  /** Opens the transport with a token; one that is not accepted is asked for once more. */
  async open(signal: AbortSignal): Promise<void> {
    this.#cancel?.();
    for (let again = false; ; again = true) {
      try {
        const lasts = await this.#core.transport.open(signal, await this.#ask());
        if (typeof lasts === 'number') this.#renewBefore(lasts);
        reportClaimed(this.#core);
        return;
      } catch (error) {
        if (!(error instanceof TransportError) || !OURS.has(error.code)) throw error;
        if (error.code !== 'token-invalid' || again) return this.#refused(error);
      }
    }
  }

  /** A conversation that was to begin is refused, so that whoever asked for it hears of it; one that runs waits for a better token. */
  async #refused(error: TransportError): Promise<never> {
    const all = Object.values(this.#core.state.conversations);
    const starting = all.filter(({ phase }) => phase === 'starting');
    for (const { key } of starting) await this.#refuse(key, toChatCode(error.code));
    const runs = all.some(({ phase }) => ['restoring', 'queued', 'active', 'ending'].includes(phase));
    throw starting.length > 0 && !runs ? new TransportError('again', 'idle') : error;
  }

  /** Before it expires, so that the line never breaks for it. Without a new one the server ends the line, and it is opened anew. */
  #renewBefore(lasts: number): void {
    const { clock, random } = this.#core.ports;
    // Tokens that were given out together must not be asked for together again.
    const wait = Math.max(lasts / 2, lasts - EARLY) * (1 - random.fraction() / 10);
    this.#cancel = clock.delay(wait, () => void this.#renew());
  }

  async #renew(): Promise<void> {
    const { line, transport } = this.#core;
    try {
      const token = await this.#ask();
      if (line !== this.#core.line || line.aborted || !transport.ask) return;
      const { ask } = transport;
      const answer = await call(this.#core, (signal) => ask.call(transport, 'authenticate', { token }, signal));
      const { until, now } = answer as { readonly until?: unknown; readonly now?: unknown };
      if (typeof until === 'number' && typeof now === 'number') this.#renewBefore(until - now);
    } catch {
      // The next line asks again.
    }
  }

  /** One at a time: a line that breaks while a token is being renewed takes that one. */
  async #ask(): Promise<string> {
    const provider = this.#provider();
    // Another provider speaks for another customer: whoever waits for the one before must not get their token.
    if (this.#asking && this.#asking.provider !== provider) this.forget();
    const asking = (this.#asking ??= this.#begin(provider));
    const token = await asking.token;
    if (asking.gone || provider !== this.#provider()) throw new TransportError('again', 'unreachable');
    return token;
  }

  #begin(provider: AuthTokenProvider | undefined): Asking {
    const asking: Omit<Asking, 'token'> = { provider, gone: false };
    const token = this.#inTurn(asking).finally(() => {
      if (this.#asking?.token === token) this.#asking = undefined;
    });
    return Object.assign(asking, { token });
  }

  /**
   * One tab after the other: a provider that has come back is not asked by all of them in the same moment. A tab that is frozen keeps
   * its turn, and says nothing any more: those that live do not wait for it, and take turns of another name.
   */
  async #inTurn(asking: Omit<Asking, 'token'>): Promise<string> {
    const { signal } = this.#core;
    let token: Promise<string> | undefined;
    const ask = async (): Promise<void> => {
      // Whoever has gone meanwhile wants none any more.
      if (signal.aborted || asking.gone) return;
      this.#fetching = true;
      token = this.#fetch(asking.provider);
      await token.catch(() => undefined);
      this.#fetching = false;
    };
    for (let again = true; again;) {
      again = false;
      await this.#turn('token', async (late) => {
        if (late) again = await this.#othersAsk();
        if (late && !again)
          await this.#turn('token-instead', async (later) => {
            if (later) again = await this.#othersAsk();
            if (!again) await ask();
          });
        else if (!late) await ask();
      });
    }
    if (!token) throw new TransportError('again', 'unreachable');
    return token;
  }

  /** Runs something in its turn, or after long enough; `late`: it can't be told which. */
  #turn(name: string, run: (late: boolean) => Promise<void>): Promise<void> {
    const { tabs, clock } = this.#core.ports;
    const since = clock.now();
    return tabs.exclusive(() => run(Math.abs(clock.now() - since) >= PATIENCE / 2), name, PATIENCE);
  }

  /** Whether a tab that lives asks its page just now. */
  async #othersAsk(): Promise<boolean> {
    const { tabs, clock } = this.#core.ports;
    this.#heard = false;
    tabs.post({ type: WHO });
    await new Promise<void>((resolve) => {
      const cancel = clock.delay(ANSWER, () => (stay(), resolve()));
      const stay = this.#core.onRelease(() => (cancel(), resolve()));
    });
    return this.#heard;
  }

  /** Asks the page, which may call back, return a token, or promise one. */
  #fetch(provider: AuthTokenProvider | undefined): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (code: string) => reject(new TransportError('final', code));
      if (!provider) return fail('token-missing');
      this.#drop = () => {
        late();
        reject(new TransportError('again', 'unreachable'));
      };
      const late = this.#core.ports.clock.delay(PROVIDER_LIMIT, () => fail('token-missing'));
      const take = (token: unknown) => {
        late();
        if (typeof token === 'string' && token !== '') resolve(token);
        else fail('token-missing');
      };
      const broken = (error: unknown) => {
        late();
        const missing = (error as { readonly code?: unknown } | null)?.code === 'token-function';
        fail(missing ? 'token-function' : 'token-failed');
      };
      try {
        const returned = provider(take);
        // In the documented style it calls back, and what it returns (a timer, a promise of nothing) says nothing but a failure.
        Promise.resolve(returned).then((token) => {
          if (typeof token === 'string' || (token !== undefined && provider.length === 0)) take(token);
        }, broken);
      } catch (error) {
        broken(error);
      }
    });
  }
}
