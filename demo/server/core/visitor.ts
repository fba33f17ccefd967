/** The visitor's side: opening conversations and reading them. */
import type { InferOutput } from 'valibot';
import type {
  changes,
  conversations,
  listed,
  pull,
  resume,
  start,
  WireOpened,
  WireRegisters,
} from '../../../src/protocol/index.js';
import type { Claims } from '../identity/tokens.js';
import type { ConversationRow } from '../store/port.js';
import { issue, present, show } from './credentials.js';
import { ChatFault } from './fault.js';
import { challenged } from '../hooks/challenge.js';
import { keyedHash, secretHash } from './hash.js';
import { createConversation } from './new-conversation.js';
import { pageFor, type Page } from './pages.js';
import type { Parts } from './parts.js';
import { room } from './ports.js';
import type { VisitorConnection, VisitorIdentity } from './presence.js';
import { cameBack, wentAway } from './people.js';
import type { Done } from './runner.js';
import { registersFor, type Viewer } from './views.js';
import type { Draft, Work } from './work.js';

type Start = InferOutput<typeof start>;
type Resume = InferOutput<typeof resume>;
type Pull = InferOutput<typeof pull>;
type Changes = InferOutput<typeof changes>;
type List = InferOutput<typeof conversations>;
type Listed = InferOutput<typeof listed>;

/** What is known of whoever connects. `address` is used for blocking only. */
export interface About {
  readonly address: string;
  readonly channel: string;
  readonly features?: readonly string[] | undefined;
  /** What a customer's token says, once it is verified. */
  readonly claims?: Claims | undefined;
}

/** The most conversations in one list. */
const MOST_LISTED = 50;

/** See the module. */
export class VisitorSide {
  constructor(
    private readonly parts: Parts,
    private readonly secret: string,
  ) {}

  /** A connection that has opened nothing yet. */
  connect(id: string, about: About): VisitorConnection {
    const connection: VisitorConnection = {
      id,
      channel: about.channel,
      address: about.address,
      addressHash: keyedHash(this.secret, about.address),
      features: about.features,
      identity: about.claims && this.#identityOf(about.claims),
      pass: about.claims && this.parts.random.id(),
      visitor: undefined,
      conversations: new Set(),
      rev: 0,
    };
    this.parts.presence.addVisitor(connection);
    return connection;
  }

  /** The connection is gone. What it leaves behind is noted as soon as the store can. */
  disconnect(connection: VisitorConnection): void {
    const { alarms, clock, presence } = this.parts;
    for (const id of presence.removeVisitor(connection)) alarms.set(`left:${id}`, clock.now(), () => this.#left(id));
  }

  /** Opens a conversation, or for a time the one that the same key opened before. */
  async start(connection: VisitorConnection, given: Start): Promise<Done<WireOpened>> {
    const frame = await this.#challenged(connection, given);
    return this.#opening(connection, async (work) => {
      const keyHash = secretHash(frame.key);
      const known = await work.tx.conversationByKey(keyHash);
      if (known && !owns(connection, known)) throw unknown();
      // A key is for an answer that was lost. One that opened it for ever would be a credential that is never replaced.
      if (known && work.now - known.startedAt >= this.parts.settings.startAgainMs) throw unknown();
      const draft = known ? work.adopt(known) : await createConversation(work, this.parts, connection, frame, keyHash);
      const credential = await issue(work, this.parts.settings, this.parts.random, draft.row);
      return { draft, credential };
    });
  }

  /** The frame without what answers the challenge. One that is repeated was challenged before. */
  async #challenged(connection: VisitorConnection, frame: Start): Promise<Start> {
    const { settings, store } = this.parts;
    if (!settings.challenge) return frame;
    const known = await store.read((tx) => tx.conversationByKey(secretHash(frame.key)));
    if (known) return frame;
    const { channel, address } = connection;
    return { ...frame, userData: await challenged(settings.challenge, frame.userData, { channel, address }) };
  }

  /** Comes back to a conversation. */
  resume(
    connection: VisitorConnection,
    frame: Resume,
    features: readonly string[] | undefined = connection.features,
  ): Promise<Done<WireOpened>> {
    connection.features = features;
    return this.#opening(connection, async (work) => {
      const draft = await work.find(frame.conversation);
      // What a customer has proved is theirs opens for them alone, whatever credential somebody else shows.
      if (!draft || !owns(connection, draft.row)) throw unknown();
      return { draft, credential: await this.#shown(work, draft.row, frame.credential), after: frame.after };
    });
  }

  /** The customer's own conversations, the newest first. Whoever has proved nothing has none to find. */
  async conversations({ identity }: VisitorConnection, { limit = MOST_LISTED }: List): Promise<Listed> {
    if (!identity) throw new ChatFault('token-required', 'customers who show a token find their conversations');
    const rows = await this.parts.store.read((tx) => tx.conversationsOf(identity.key, Math.min(limit, MOST_LISTED)));
    return {
      conversations: rows.map(({ id, phase, startedAt, endedAt }) => ({
        conversation: id,
        phase,
        startedAt,
        ...(endedAt !== null && { endedAt }),
      })),
    };
  }

  /** Another token of the same customer. One of somebody else is refused: nobody becomes another in mid-connection. */
  renew(connection: VisitorConnection, claims: Claims): void {
    const identity = this.#identityOf(claims);
    if (identity.key !== connection.identity?.key) throw new ChatFault('token-invalid', 'the token is not accepted');
    connection.identity = identity;
  }

  /** Holds a conversation for a client that shows its credential with each request. No other is given out, and nothing read. */
  attach(connection: VisitorConnection, conversation: string, credential: string): Promise<Done<WireOpened>> {
    return this.#opening(connection, async (work) => {
      const draft = await work.find(conversation);
      if (!draft || !owns(connection, draft.row)) throw unknown();
      if (!(await show(work, this.parts.settings, draft.row, credential))) throw unknown();
      return { draft, after: draft.row.head };
    });
  }

  /** The registers as they are now. */
  async registers(connection: VisitorConnection, conversation: string): Promise<WireRegisters> {
    if (!connection.conversations.has(conversation)) throw unknown();
    return this.parts.store.read(async (tx) => {
      const row = await tx.conversation(conversation);
      if (!row) throw unknown();
      return registersFor(row, await tx.people(row.id), viewerOf(row));
    });
  }

  /** A page of the log. */
  async pull(connection: VisitorConnection, frame: Pull): Promise<Page> {
    if (!connection.conversations.has(frame.conversation)) throw unknown();
    const { maxPage } = this.parts.settings.limits;
    return this.parts.store.read(async (tx) => {
      const row = await tx.conversation(frame.conversation);
      if (!row) throw unknown();
      return pageFor(tx, row, viewerOf(row), { ...frame, limit: Math.min(frame.limit ?? maxPage, maxPage) });
    });
  }

  /** The registers of what changed since a revision, among what the connection has opened. */
  async changes(
    connection: VisitorConnection,
    frame: Changes,
  ): Promise<{ rev: number; conversations: { conversation: string; registers: WireRegisters }[] }> {
    return this.parts.store.read(async (tx) => {
      const rows = await tx.changedSince([...connection.conversations], frame.since);
      const conversations = [];
      for (const row of rows) {
        conversations.push({
          conversation: row.id,
          registers: registersFor(row, await tx.people(row.id), viewerOf(row)),
        });
      }
      const { visitor } = connection;
      const rev = visitor === undefined ? 0 : ((await tx.revs([visitor])).get(visitor) ?? 0);
      return { rev, conversations };
    });
  }

  /** The credential to be kept from now on, if there is a new one. Customers may come without, from another device. */
  async #shown(work: Work, row: ConversationRow, credential: string | undefined): Promise<string | undefined> {
    const { settings, random } = this.parts;
    const opened = credential === undefined ? undefined : await present(work, settings, random, row, credential);
    if (opened) return opened.renewed;
    if (row.identity === null) throw unknown();
    return issue(work, settings, random, row);
  }

  #identityOf({ realm, issuer, customer, context }: Claims): VisitorIdentity {
    return { key: keyedHash(this.secret, JSON.stringify(['customer', realm, issuer, customer])), customer, context };
  }

  /** Nobody holds a conversation any more. */
  async #left(id: string): Promise<void> {
    await this.parts.runner.runAndPublish(async (work) => {
      const draft = await work.find(id);
      // Another tab may have come in the meantime.
      if (draft && !this.parts.presence.visitorOnline(id)) await wentAway(work, draft);
    });
  }

  /** What start and resume share: the connection holds the conversation from then on. */
  async #opening(
    connection: VisitorConnection,
    find: (work: Work) => Promise<{ draft: Draft; credential?: string | undefined; after?: number | undefined }>,
  ): Promise<Done<WireOpened>> {
    const { presence, hub, runner, settings } = this.parts;
    const before = connection.visitor;
    let held: string | undefined;
    let merged: string | undefined;
    try {
      const done = await runner.run(async (work) => {
        const { draft, credential, after } = await find(work);
        const { row } = draft;
        // Before the page is read: what is stored after it must find this connection in the room.
        if (!connection.conversations.has(row.id) && presence.visitors.has(connection.id)) {
          held = row.id;
          presence.hold(connection, row.id);
          hub.join(connection.id, room.conversation(row.id));
        }
        merged = await belong(work, connection, draft);
        if (connection.features && !same(row.features, connection.features)) {
          row.features = connection.features;
          work.save(draft);
        }
        // A connection can be gone before its first frame is served.
        await (presence.visitorOnline(row.id) ? cameBack(work, draft) : wentAway(work, draft));
        const people = await work.settle(draft);
        const viewer = viewerOf(row);
        const rev = (await work.tx.revs([row.visitor])).get(row.visitor) ?? row.rev;
        const page = await pageFor(work.tx, row, viewer, { after, limit: settings.limits.maxPage });
        return {
          conversation: row.id,
          me: row.person,
          credential,
          rev,
          registers: registersFor(row, people, viewer),
          page,
        };
      });
      if (merged !== undefined) this.#replace(merged, connection.visitor);
      connection.rev = done.data.rev;
      return done;
    } catch (error) {
      connection.visitor = before;
      if (held !== undefined) {
        presence.release(connection, held);
        hub.leave(connection.id, room.conversation(held));
      }
      throw error;
    }
  }

  #replace(visitor: string, by: string | undefined): void {
    for (const other of this.parts.presence.visitors.values()) {
      if (other.visitor === visitor) other.visitor = by;
    }
  }
}

/** Whether a conversation is of the customer who has this connection; one of nobody in particular is nobody's. */
function owns({ identity }: VisitorConnection, row: ConversationRow): boolean {
  return row.identity === (identity?.key ?? null);
}

/** Whoever shows credentials of two visitors on one connection is both of them. Returns the one that is no more. */
async function belong(work: Work, connection: VisitorConnection, draft: Draft): Promise<string | undefined> {
  const { row } = draft;
  const merged = connection.visitor === undefined || connection.visitor === row.visitor ? undefined : row.visitor;
  if (merged !== undefined && connection.visitor !== undefined) {
    await work.tx.mergeVisitors(merged, connection.visitor);
    row.visitor = connection.visitor;
    work.touch(draft);
  }
  connection.visitor = row.visitor;
  return merged;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

function viewerOf(row: ConversationRow): Viewer {
  return { side: 'visitor', person: row.person };
}

/** A wrong credential and an unknown conversation look the same, so that ids can't be tried out. */
function unknown(): ChatFault {
  return new ChatFault('unknown-conversation', 'there is no such conversation, or the credential does not open it');
}
