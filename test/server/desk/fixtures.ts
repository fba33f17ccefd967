import { DeskClient } from '../../../demo/agent/model/desk-client.js';
import type { Fact } from '../../../demo/agent/model/facts.js';
import { memoryVault, type Chance, type FilePort, type Vault } from '../../../demo/agent/model/ports.js';
import type { Conversation } from '../../../demo/agent/model/state.js';
import type { WireEntry } from '../../../src/protocol/index.js';
import { FakeServer } from './fake-server.js';
import { MadeClock } from './made-clock.js';

/** A desk at a made-up server, under a made clock. */
export interface Office {
  readonly clock: MadeClock;
  readonly server: FakeServer;
  readonly client: DeskClient;
  readonly facts: Fact[];
  readonly vault: Vault;
}

/** Ids that count. */
export function counting(prefix = 'id'): Chance {
  let next = 0;
  return { id: () => `${prefix}-${(next += 1)}`, fraction: () => 0.5 };
}

/** Opens an office; `start` not included. */
export function office(
  options: { vault?: Vault; chance?: Chance; clock?: MadeClock; server?: FakeServer; files?: FilePort } = {},
): Office {
  const clock = options.clock ?? new MadeClock();
  const server = options.server ?? new FakeServer(clock);
  const vault = options.vault ?? memoryVault();
  const client = new DeskClient({
    makeLink: server.makeLink,
    clock,
    vault,
    chance: options.chance ?? counting(),
    files: options.files,
  });
  const facts: Fact[] = [];
  client.onFact((fact) => facts.push(fact));
  return { clock, server, client, facts, vault };
}

/** A conversation of the desk that a test knows to be there. */
export function conversationOf({ client }: Office, id: string): Conversation {
  const conversation = client.store.value.conversations.get(id);
  if (!conversation) throw new Error(`the desk has no conversation ${id}`);
  return conversation;
}

/** What the agent reads: the log, then what is not in it yet. */
export function readTexts(conversation: Conversation): string[] {
  const logged = conversation.log.entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : []));
  return [...logged, ...conversation.pending.map(({ text }) => text)];
}

/** A message entry. */
export function message(
  seq: number,
  prev: number,
  extra: Partial<Extract<WireEntry, { type: 'message' }>> = {},
): WireEntry {
  return {
    type: 'message',
    seq,
    prev,
    at: seq * 1000,
    from: { id: 'visitor-person', role: 'visitor' },
    text: `text ${seq}`,
    ...extra,
  };
}

/** What an action comes to, once the server has had a moment. */
export async function outcome<T>({ clock }: Office, action: Promise<T>, milliseconds = 100): Promise<T> {
  await clock.pass(milliseconds);
  return action;
}
