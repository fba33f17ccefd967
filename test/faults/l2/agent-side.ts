/** An agent at the real desk, without its screen. */
import { signIn } from '../../../demo/agent/model/auth.js';
import { DeskClient } from '../../../demo/agent/model/desk-client.js';
import { memoryVault, systemChance, systemClock } from '../../../demo/agent/model/ports.js';
import { socketLink } from '../../../demo/agent/model/socket-link.js';
import type { Ledger, Screen } from '../ledger.js';
import type { Side } from './side.js';

/** See the module. */
export class AgentSide implements Side {
  #texts = 0;
  readonly #timer: NodeJS.Timeout;

  private constructor(
    private readonly seed: number,
    private readonly client: DeskClient,
    private readonly ledger: Ledger,
  ) {
    // Takes whoever waits, again and again: an answer may be lost.
    this.#timer = setInterval(() => {
      for (const { id, place } of client.store.value.conversations.values())
        if (place === 'queue') void client.accept(id).catch(() => undefined);
    }, 100);
  }

  /** @param server - where one signs in, past all faults; `port` - where the desk talks */
  static async arrive(seed: number, server: number, port: number, ledger: Ledger): Promise<AgentSide> {
    let cookie = '';
    const request = async (target: string, init: RequestInit): Promise<Response> => {
      const response = await fetch(target, init);
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      return response;
    };
    await signIn(request, `http://127.0.0.1:${server}/agent/`, { name: 'Ann', password: 'ann' });
    const makeLink = socketLink(`http://127.0.0.1:${port}`, { extraHeaders: { cookie } });
    const client = new DeskClient({ makeLink, clock: systemClock, chance: systemChance, vault: memoryVault() });
    client.start();
    return new AgentSide(seed, client, ledger);
  }

  say(): void {
    const mine = [...this.client.store.value.conversations.values()].find(({ place }) => place === 'mine');
    const text = `a${this.seed}-${this.#texts + 1}`;
    if (!mine || !this.client.send(mine.id, text)) return;
    this.#texts++;
    this.ledger.type('agent', text);
    this.ledger.keep(text);
  }

  /** The desk's own promise ends with its page. */
  reload(): void {}

  wake(): void {
    this.client.wake();
  }

  screen(): Screen {
    const all = [...this.client.store.value.conversations.values()];
    const pending = all.flatMap((conversation) => conversation.pending);
    const { status } = this.client.store.value.connection;
    return {
      name: 'the agent',
      shown: new Map(
        all
          .filter(({ log }) => log.entries.length > 0)
          .map(({ id, log }) => [
            id,
            {
              from: log.entries[0]?.prev === 0 ? 0 : (log.entries[0]?.seq ?? 0),
              texts: log.entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : [])),
            },
          ]),
      ),
      waiting: pending.filter((one) => one.status !== 'refused').map(({ text }) => text),
      returned: pending.filter((one) => one.status === 'refused').map(({ text }) => text),
      complaints: status === 'online' ? [] : [`is ${status}`],
    };
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.client.signOut(() => Promise.resolve(true));
  }
}
