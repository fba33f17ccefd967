/** Who is connected now. Only in memory: after a restart nobody is, until they come back. */

import type { WireUserData } from '../../../src/protocol/index.js';
import { secretHash } from './hash.js';
import { room, type Hub } from './ports.js';

/** A customer who has proved who they are. */
export interface VisitorIdentity {
  readonly key: string;
  readonly customer: string;
  readonly context: WireUserData;
}

/** A visitor's connection. */
export interface VisitorConnection {
  readonly id: string;
  readonly channel: string;
  /** Shown to a challenge; kept nowhere else. */
  readonly address: string;
  readonly addressHash: string;
  /** The customer whose it is, if they have proved it: a keyed hash, what their site calls them, and what it says of them. */
  identity: VisitorIdentity | undefined;
  /** What this connection of a customer shows with HTTP requests; known to it alone, and good while it lasts. */
  readonly pass: string | undefined;
  /** What the client can show beyond the least; undefined when it did not say now. */
  features: readonly string[] | undefined;
  /** Whose it is, from the first conversation on. */
  visitor: string | undefined;
  /** The conversations it has opened. */
  readonly conversations: Set<string>;
  /** The last revision it was told. */
  rev: number;
}

/** A connection of an agent's desk. */
export interface AgentConnection {
  readonly id: string;
  readonly agent: string;
  /** Hash of the session that it was opened with. */
  readonly session: string;
}

/** See the module. */
export class Presence {
  readonly visitors = new Map<string, VisitorConnection>();
  readonly agents = new Map<string, AgentConnection>();
  /** By the hash of their pass. */
  readonly #byPass = new Map<string, VisitorConnection>();
  readonly #byConversation = new Map<string, Set<string>>();
  readonly #byAgent = new Map<string, Set<string>>();

  /** Whether the visitor of a conversation has a connection that opened it. */
  visitorOnline(conversation: string): boolean {
    return this.#byConversation.has(conversation);
  }

  agentOnline(agent: string): boolean {
    return this.#byAgent.has(agent);
  }

  onlineAgents(): string[] {
    return [...this.#byAgent.keys()];
  }

  addVisitor(connection: VisitorConnection): void {
    this.visitors.set(connection.id, connection);
    if (connection.pass !== undefined) this.#byPass.set(secretHash(connection.pass), connection);
  }

  /** Whether a pass is of a connection that has the conversation open now. */
  passes(pass: string, conversation: string): boolean {
    return this.#byPass.get(secretHash(pass))?.conversations.has(conversation) ?? false;
  }

  /** Returns the conversations that nobody holds any more. */
  removeVisitor(connection: VisitorConnection): string[] {
    this.visitors.delete(connection.id);
    if (connection.pass !== undefined) this.#byPass.delete(secretHash(connection.pass));
    const left = [...connection.conversations].filter((id) => this.release(connection, id));
    return left;
  }

  /** A connection opens a conversation. */
  hold(connection: VisitorConnection, conversation: string): void {
    connection.conversations.add(conversation);
    add(this.#byConversation, conversation, connection.id);
  }

  /** It lets go of it; true when it was the last. */
  release(connection: VisitorConnection, conversation: string): boolean {
    connection.conversations.delete(conversation);
    return remove(this.#byConversation, conversation, connection.id);
  }

  /** The connections that hold a conversation. */
  holders(conversation: string): VisitorConnection[] {
    return [...(this.#byConversation.get(conversation) ?? [])].flatMap((id) => this.visitors.get(id) ?? []);
  }

  /** True when it is the agent's first. */
  addAgent(connection: AgentConnection): boolean {
    this.agents.set(connection.id, connection);
    const first = !this.#byAgent.has(connection.agent);
    add(this.#byAgent, connection.agent, connection.id);
    return first;
  }

  /** All desks of an agent hear a conversation from now on, whoever has it. */
  watch(agent: string, conversation: string, hub: Hub): void {
    for (const id of this.#byAgent.get(agent) ?? []) hub.join(id, room.watch(conversation));
  }

  /** True when it was the agent's last. */
  removeAgent(connection: AgentConnection): boolean {
    if (!this.agents.delete(connection.id)) return false;
    return remove(this.#byAgent, connection.agent, connection.id);
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function remove(map: Map<string, Set<string>>, key: string, value: string): boolean {
  const set = map.get(key);
  if (!set?.delete(value) || set.size > 0) return false;
  return map.delete(key);
}
