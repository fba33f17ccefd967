/**
 * Tokens that fail, against the real server: whatever becomes of them, nothing that a customer writes is lost or sent twice, one token
 * is asked for at a time, in all tabs together, and a page that has none that is good does not ask without end.
 *
 * TOKEN_RUNS says how often each kind is played; the size that is meant is 100.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createChat, type Chat } from '../../src/session/index.js';
import { conversationOf } from '../../src/session/model/selectors.js';
import type { Tabs } from '../../src/session/ports.js';
import { socketIo } from '../../src/transports/socket-io/index.js';
import { AUTHENTICATION, claims, sign, STRANGER } from '../server/identity/keys.js';
import { Rig } from '../server/socket/harness.js';

const RUNS = Number(process.env['TOKEN_RUNS'] ?? 2);
/** A page's time goes so many times as fast: waits between tries are not what is put to the proof. */
const PACE = 20;
const MESSAGES = 6;
/** Less than a provider may take, and more than one takes that has the machine to itself. */
const LONG = 9_000 / PACE;

/** A token, by what is wrong with it. */
type Kind = 'good' | 'expired' | 'expires soon' | 'revoked' | 'none' | 'no endpoint';

/** What the page's provider gives, ask after ask; the last for ever after. */
const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  'expired at the connect': ['expired', 'expired', 'good'],
  'expires while messages wait': ['expires soon', 'expires soon', 'good'],
  'revoked, and given again': ['good', 'revoked', 'revoked', 'good'],
  'the endpoint is down for minutes': ['no endpoint', 'no endpoint', 'no endpoint', 'no endpoint', 'none', 'good'],
  'refused again and again': [...Array.from({ length: 12 }, (): Kind => 'revoked'), 'good'],
};

let rig: Rig;
before(async () => {
  const plenty = { perSecond: 1e6, burst: 1e6 };
  rig = await Rig.open({
    channels: { members: { authentication: AUTHENTICATION } },
    rates: { address: { connections: plenty, starts: plenty, sends: plenty } },
    maxOpenPerAddress: 0,
  });
});
after(() => rig.close());

const base = Date.now();
const clock = {
  now: () => base + (Date.now() - base) * PACE,
  delay: (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms / PACE);
    return () => clearTimeout(timer);
  },
};

async function tokenOf(kind: Kind, sub: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  if (kind === 'no endpoint') throw new Error('no network');
  if (kind === 'none') return '';
  if (kind === 'revoked') return sign(claims({ sub }), { key: STRANGER });
  // Its skew is a minute, so this one has a second left.
  const exp = { expired: now - 600, 'expires soon': now - 59, good: now + 600 }[kind];
  return sign(claims({ sub, exp }));
}

/** The page's provider, and what it notices. */
class Provider {
  asked = 0;
  most = 0;
  readonly #open = new Set<{ readonly since: number }>();

  constructor(
    private readonly plan: readonly Kind[],
    private readonly sub: string,
  ) {}

  get spent(): boolean {
    return this.asked >= this.plan.length;
  }

  readonly give = async (): Promise<string> => {
    const kind = this.plan[Math.min(this.asked++, this.plan.length - 1)] ?? 'good';
    const call = { since: performance.now() };
    // On a busy machine, whose time is made to run, one may take longer than it may; then nobody waits for it any more.
    for (const other of this.#open) if (call.since - other.since > LONG) this.#open.delete(other);
    this.most = Math.max(this.most, this.#open.add(call).size);
    try {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return await tokenOf(kind, this.sub);
    } finally {
      this.#open.delete(call);
    }
  };
}

/** What the server has, in its order, read by the customer on another device. */
async function stored(sub: string): Promise<readonly string[]> {
  const client = await rig.visitor({ auth: { protocol: 1, channel: 'members', token: await tokenOf('good', sub) } });
  try {
    const texts: string[] = [];
    const { conversations } = await client.get('conversations', {});
    for (const { conversation } of [...conversations].reverse() as { conversation: string }[]) {
      const opened = await client.get('resume', { conversation });
      for (const entry of opened.page.entries as { type: string; text: string }[])
        if (entry.type === 'message') texts.push(entry.text);
    }
    return texts;
  } finally {
    client.close();
  }
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A visitor who sees that it does not go on presses the button. */
function push(chat: Chat): void {
  const { connection, current } = chat.state;
  if (conversationOf(chat.state)?.phase === 'idle')
    for (const { clientId } of conversationOf(chat.state)?.pending ?? [])
      chat.perform({ type: 'chat-retry-request', detail: { clientId, conversationId: current } });
  else if (connection.status === 'offline') chat.perform({ type: 'chat-reconnect-request', detail: {} });
}

for (const [name, plan] of Object.entries(KINDS))
  test(`a token, ${name}: nothing is lost, nothing comes twice, one is asked for at a time`, async () => {
    for (let run = 0; run < RUNS; run++) {
      const sub = `${name} ${run}`;
      const provider = new Provider(plan, sub);
      const chat = createChat({ transport: socketIo, endpoint: rig.url, channel: 'members', ports: { clock } });
      chat.setAuthTokenProvider(provider.give);
      const texts = Array.from({ length: MESSAGES }, (_, number) => `${sub} ${number}`);
      const timer = setInterval(() => push(chat), 100);
      try {
        for (const text of texts) {
          chat.perform({ type: 'chat-send-request', detail: { text } });
          // Some end by themselves meanwhile, and the connection with them; otherwise a new one asks for a new token.
          const ends = plan.includes('expires soon');
          await new Promise((resolve) => setTimeout(resolve, ends ? 300 : 40));
          if (!ends && !provider.spent && chat.state.connection.status === 'online') rig.chat.kick('visitors');
        }
        await until(() => {
          const conversation = conversationOf(chat.state);
          return conversation?.pending.length === 0 && conversation.log.entries.length > 0;
        });
        const got = await stored(sub);
        assert.deepEqual([...got].sort(), texts, 'nothing is lost, and nothing comes twice');
        assert.deepEqual(got, texts, 'in order');
        assert.equal(provider.most, 1, 'one token is asked for at a time');
        assert.ok(provider.asked <= plan.length + 40, `it was asked for ${provider.asked} tokens`);
      } finally {
        clearInterval(timer);
        chat.release();
      }
    }
  });

/** The tabs of one browser as far as turns go, in which whoever asks waits for those before. */
function oneBrowser(): () => Tabs {
  const turns = new Map<string, Promise<void>>();
  return () => ({
    id: crypto.randomUUID(),
    alive: () => Promise.resolve(true),
    post: () => undefined,
    listen: () => () => undefined,
    exclusive: (run, name = 'turn') => {
      const turn = (turns.get(name) ?? Promise.resolve()).then(run);
      turns.set(name, turn);
      return turn;
    },
    close: () => undefined,
  });
}

const TABS = 5;
for (const [name, plan] of Object.entries(KINDS))
  test(`a token, ${name}, in ${TABS} tabs: the provider is asked by one of them at a time`, async () => {
    for (let run = 0; run < RUNS; run++) {
      const sub = `tabs, ${name} ${run}`;
      const provider = new Provider(plan, sub);
      const tab = oneBrowser();
      const chats = Array.from({ length: TABS }, () =>
        createChat({ transport: socketIo, endpoint: rig.url, channel: 'members', ports: { clock, tabs: tab() } }),
      );
      const timer = setInterval(() => chats.forEach(push), 100);
      try {
        for (const [number, chat] of chats.entries()) {
          chat.setAuthTokenProvider(provider.give);
          chat.perform({ type: 'chat-send-request', detail: { text: `${sub} ${number}` } });
        }
        const over = (chat: Chat): boolean => {
          const conversation = conversationOf(chat.state);
          return conversation?.pending.length === 0 && conversation.log.entries.length > 0;
        };
        for (let more = plan.length; more > 0 && !chats.every(over); more--) {
          await new Promise((resolve) => setTimeout(resolve, 40));
          rig.chat.kick('visitors');
        }
        await until(() => chats.every(over));
        const texts = chats.map((_, number) => `${sub} ${number}`);
        assert.deepEqual([...(await stored(sub))].sort(), texts, 'nothing is lost, and nothing comes twice');
        assert.equal(provider.most, 1, 'one tab asks at a time');
      } finally {
        clearInterval(timer);
        for (const chat of chats) chat.release();
      }
    }
  });
