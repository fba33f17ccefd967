/** A visitor's conversations as a list, what they call them, and those that agents begin with them. */
import type { InferOutput } from 'valibot';
import type { thread, threads, WireThread, WireThreadList } from '../../../src/protocol/index.js';
import { MAX_THREADS } from '../../../src/vocabulary/thread-limits.js';
import type { AgentRow, ConversationRow } from '../store/port.js';
import { issue, show } from './credentials.js';
import { ChatFault } from './fault.js';
import type { Parts } from './parts.js';
import type { VisitorConnection } from './presence.js';
import type { Done } from './runner.js';
import { visitorAuthor } from './views.js';
import type { Draft, Work } from './work.js';

type Threads = InferOutput<typeof threads>;
type Thread = InferOutput<typeof thread>;

/** So many UTF-16 code units of the last message are told. */
const PREVIEW = 160;

/** See the module. */
export class ThreadSide {
  constructor(private readonly parts: Parts) {}

  /** Those that are proved, those that agents have begun in them, and a page of the customer's own. */
  list(
    connection: VisitorConnection,
    { proofs = [], limit = MAX_THREADS, before }: Threads,
  ): Promise<Done<WireThreadList>> {
    const { runner } = this.parts;
    return runner.run(async (work) => {
      const found = new Map<string, WireThread>();
      const proved: ConversationRow[] = [];
      for (const { conversation, credential } of proofs) {
        const draft = await this.#proved(work, connection, conversation, credential);
        if (!draft) continue;
        proved.push(draft.row);
        found.set(conversation, await summaryOf(work, draft.row));
      }
      for (const { id, identity } of proved)
        // Those of a customer open for the customer alone, who finds them below.
        for (const row of identity === null ? await work.tx.begunIn(id) : []) await this.#offer(work, row, found);
      const page = Math.min(limit, MAX_THREADS);
      const own = connection.identity
        ? await work.tx.threadsOf(connection.identity.key, {
            limit: page + 1,
            before: before && { at: before.at, id: before.conversation },
          })
        : [];
      for (const row of own.slice(0, page)) found.set(row.id, await summaryOf(work, row));
      const last = own.length > page ? own[page - 1] : undefined;
      return {
        threads: [...found.values()],
        ...(last && { next: { at: last.activeAt, conversation: last.id } }),
      };
    });
  }

  /** Calls one something else, or puts it away. Done again, it changes nothing more. */
  change(
    connection: VisitorConnection,
    { conversation, credential, title, archived }: Thread,
  ): Promise<Done<WireThread>> {
    return this.parts.runner.run(async (work) => {
      const held = connection.conversations.has(conversation) || connection.identity !== undefined;
      const draft =
        credential === undefined && held
          ? await this.#own(work, connection, conversation)
          : await this.#proved(work, connection, conversation, credential ?? '');
      if (!draft) throw unknown();
      const { row } = draft;
      if (title !== undefined) row.title = title.trim() || null;
      if (archived !== undefined) row.archived = archived;
      work.save(draft);
      return summaryOf(work, row);
    });
  }

  async #own(work: Work, { identity }: VisitorConnection, conversation: string): Promise<Draft | undefined> {
    const draft = await work.find(conversation);
    return draft?.row.identity === (identity?.key ?? null) ? draft : undefined;
  }

  async #proved(
    work: Work,
    connection: VisitorConnection,
    conversation: string,
    credential: string,
  ): Promise<Draft | undefined> {
    const draft = await this.#own(work, connection, conversation);
    return draft && (await show(work, this.parts.settings, draft.row, credential)) ? draft : undefined;
  }

  /** Whoever can open the conversation in which it was begun is whom the agent wrote to. */
  async #offer(work: Work, row: ConversationRow, found: Map<string, WireThread>): Promise<void> {
    if (found.has(row.id)) return;
    const { settings, random } = this.parts;
    const credential = await issue(work, settings, random, row);
    found.set(row.id, { ...(await summaryOf(work, row)), credential });
  }
}

/** A conversation as the list shows it. */
async function summaryOf({ tx }: Work, row: ConversationRow): Promise<WireThread> {
  const last = await tx.lastMessage(row.id);
  const seen = (await tx.person(row.id, row.person))?.seen ?? 0;
  const { assigned } = row;
  return {
    conversation: row.id,
    phase: row.phase,
    startedAt: row.startedAt,
    ...(row.endedAt !== null && { endedAt: row.endedAt }),
    at: row.activeAt,
    ...(row.title !== null && { title: row.title }),
    ...(row.archived && { archived: true }),
    ...(last?.body.type === 'message' && {
      last: { from: last.body.from, text: wellFormed(last.body.text.slice(0, PREVIEW)), at: last.at },
    }),
    ...(assigned && { agent: assigned }),
    unread: await tx.messagesTo(row.id, row.person, seen),
  };
}

/** Cutting may halve a character that takes two units. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}

/** Begins another conversation with the visitor of one, in an agent's hands from the start. */
export async function beginThread(
  work: Work,
  { random }: Pick<Parts, 'random'>,
  of: ConversationRow,
  agent: AgentRow,
  keyHash: string,
): Promise<Draft> {
  const draft = await work.add({
    ...of,
    id: random.id(),
    keyHash,
    parent: of.id,
    title: null,
    archived: false,
    person: random.id(),
    startedAt: work.now,
    endedAt: null,
    phase: 'active',
    rev: 0,
    staffRev: 0,
    head: 0,
    publicHead: 0,
    agent: agent.id,
    assigned: null,
    caseStatus: 'open',
    contactFields: {},
    userDataChanged: false,
    bot: null,
    botHeard: 0,
    botMisses: 0,
    botStream: null,
    queuedAt: null,
    queueRank: 0,
    queuePosition: null,
    queueWait: null,
    queuedAs: null,
    offerAgent: null,
    offerUntil: null,
    // Nobody is in it yet: a visitor who never comes must not keep it open for ever.
    visitorLeftAt: work.now,
    goneAt: null,
    activeAt: work.now,
    warnedAt: null,
  });
  const { row } = draft;
  const author = visitorAuthor(row);
  await work.savePerson(draft, {
    conversation: row.id,
    id: row.person,
    role: 'visitor',
    name: author.name ?? null,
    avatar: null,
    joinedAt: work.now,
    leftAt: null,
    connected: false,
    silentSince: null,
    known: true,
    delivered: 0,
    seen: 0,
  });
  await work.append(draft, { type: 'join', from: author });
  return draft;
}

function unknown(): ChatFault {
  return new ChatFault('unknown-conversation', 'there is no such conversation, or the credential does not open it');
}
