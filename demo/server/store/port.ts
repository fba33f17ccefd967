/**
 * What the chat service needs from a database. Every implementation passes `test/server/store-contract.ts`.
 *
 * The port is asynchronous although the embedded database is not, so that one on the network fits it too. Rows that a
 * transaction reads by id stay as they are until it ends: it runs alone, or holds locks on them.
 */
import type {
  AgentRow,
  Audience,
  ConversationRow,
  CredentialRow,
  CustomerRow,
  EntryRow,
  FileRow,
  LeftMessageRow,
  OutgoingRow,
  PersonRow,
  SessionRow,
  SurveyRow,
} from './rows.js';

export type * from './rows.js';

/** The store can't be read or written now. Nothing of the transaction was kept; a later try is safe. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A stretch of a log: what comes after a place (oldest first) or before it (newest first), given in rising order. */
export type EntryRange = { readonly limit: number; readonly audiences: readonly Audience[] } & (
  { readonly after: number } | { readonly before: number }
);

/** A transaction's view of the store. It must not be used after the transaction. */
export interface Tx {
  /** Makes a visitor, whose revision is 0. */
  addVisitor(id: string, at: number): Promise<void>;
  /** Raises a visitor's revision by one and returns it. */
  bumpRev(visitor: string): Promise<number>;
  /** The revisions of those that exist. */
  revs(visitors: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Makes one visitor of two: the conversations of `from` go to `to`, whose revision becomes higher than both were. */
  mergeVisitors(from: string, to: string): Promise<void>;

  addConversation(row: ConversationRow): Promise<void>;
  saveConversation(row: ConversationRow): Promise<void>;
  conversation(id: string): Promise<ConversationRow | undefined>;
  conversationByKey(keyHash: string): Promise<ConversationRow | undefined>;
  /** Those of a customer, the newest first. */
  conversationsOf(identity: string, limit: number): Promise<ConversationRow[]>;
  /** Those of a customer, the last active first; from after `before` on. */
  threadsOf(
    identity: string,
    page: { readonly limit: number; readonly before?: { readonly at: number; readonly id: string } | undefined },
  ): Promise<ConversationRow[]>;
  /** Those that an agent has begun in a conversation, the oldest first. */
  begunIn(parent: string): Promise<ConversationRow[]>;
  /** Those that wait, in the order in which they are served; all, or the first `limit`. */
  queue(limit?: number): Promise<ConversationRow[]>;
  /** How many wait, without the one with the id `except`; in one queue, or in all. */
  waiting(of?: { readonly except?: string; readonly queue?: string }): Promise<number>;
  /** Those that wait and are offered to an agent, in the same order. */
  offered(agent: string): Promise<ConversationRow[]>;
  /** How many of a visitor, or from an address, have not ended. */
  running(kind: 'visitor' | 'address', value: string): Promise<number>;
  /** Those with an agent, oldest first; of one agent, or of all. */
  active(agent?: string): Promise<ConversationRow[]>;
  /** How many have ended, over all that is kept. */
  endedCount(): Promise<number>;
  /** Those of `ids` whose revision is above `rev`. */
  changedSince(ids: readonly string[], rev: number): Promise<ConversationRow[]>;
  /** Removes what ended before `time`, with everything that belongs to it; at most `limit`. Returns the ids. */
  purgeEnded(time: number, limit: number): Promise<string[]>;

  addEntry(row: EntryRow): Promise<void>;
  entryByClientId(conversation: string, sender: string, clientId: string): Promise<EntryRow | undefined>;
  entries(conversation: string, range: EntryRange): Promise<EntryRow[]>;
  /** The highest `seq` below `seq` that one of the audiences may see, or 0. */
  previous(conversation: string, seq: number, audiences: readonly Audience[]): Promise<number>;
  /** The newest entry of a type. */
  latest(conversation: string, type: EntryRow['body']['type']): Promise<EntryRow | undefined>;
  /** The first message that makes a choice in the message at `seq`. */
  choiceOf(conversation: string, seq: number): Promise<EntryRow | undefined>;
  /** Has a row say something else: a message that was corrected or taken back, a stream that is complete. Its place stays. */
  reviseEntry(row: EntryRow): Promise<void>;
  /** The corrections of the message at `seq`. */
  editsOf(conversation: string, seq: number): Promise<EntryRow[]>;
  /** The newest message that everybody may see. */
  lastMessage(conversation: string): Promise<EntryRow | undefined>;
  /** How many messages after `seq`, that everybody may see, are from others than a person. */
  messagesTo(conversation: string, person: string, seq: number): Promise<number>;
  /** How many messages after `seq` are from `sender`. */
  messagesAfter(conversation: string, sender: string, seq: number): Promise<number>;

  saveSurvey(row: SurveyRow): Promise<void>;
  survey(id: string): Promise<SurveyRow | undefined>;

  saveCustomer(row: CustomerRow): Promise<void>;
  customer(key: string): Promise<CustomerRow | undefined>;

  people(conversation: string): Promise<PersonRow[]>;
  /** The same for many at once, by conversation. */
  peopleOf(conversations: readonly string[]): Promise<ReadonlyMap<string, PersonRow[]>>;
  person(conversation: string, id: string): Promise<PersonRow | undefined>;
  savePerson(row: PersonRow): Promise<void>;
  /** The conversations that are not over in which a supervisor is without having them, silently or not. */
  attended(supervisor: string): Promise<ConversationRow[]>;
  /** All supervisors who are in such a conversation. */
  attending(): Promise<string[]>;

  addCredential(row: CredentialRow): Promise<void>;
  credential(hash: string): Promise<CredentialRow | undefined>;
  saveCredential(row: CredentialRow): Promise<void>;
  /** Removes all of a conversation but the `keep` newest, and the one with the hash `also`. */
  trimCredentials(conversation: string, keep: number, also?: string): Promise<void>;
  /** Lets those of a conversation that were made at `madeUntil` or before expire at `expiresAt`, if they would do so later. */
  shortenCredentials(conversation: string, madeUntil: number, expiresAt: number): Promise<void>;

  addFile(row: FileRow): Promise<void>;
  saveFile(row: FileRow): Promise<void>;
  file(id: string): Promise<FileRow | undefined>;
  fileByClientId(conversation: string, uploader: string, clientId: string): Promise<FileRow | undefined>;
  dropFile(id: string): Promise<void>;
  /** What somebody has uploaded to a conversation, refused files apart; `unsent` is how many no entry carries. */
  fileUse(conversation: string, uploader: string): Promise<{ count: number; bytes: number; unsent: number }>;
  /** How many bytes were announced from an address since a time, refused files apart. */
  addressUse(addressHash: string, since: number): Promise<number>;
  /** Files that no entry carries, and that nobody touched since a time or whose conversation ended before it. */
  staleFiles(before: number, limit: number): Promise<string[]>;
  /** Those of `ids` that are files whose bytes are wanted. */
  filesWithBytes(ids: readonly string[]): Promise<ReadonlySet<string>>;

  agents(): Promise<AgentRow[]>;
  agent(id: string): Promise<AgentRow | undefined>;
  agentByName(name: string): Promise<AgentRow | undefined>;
  saveAgent(row: AgentRow): Promise<void>;

  saveSession(row: SessionRow): Promise<void>;
  session(hash: string): Promise<SessionRow | undefined>;
  dropSession(hash: string): Promise<void>;
  dropSessionsOf(agent: string): Promise<void>;

  /** Refuses new conversations of a visitor or an address until a time. */
  addBlock(kind: 'visitor' | 'address', value: string, until: number): Promise<void>;
  /** Until when it is blocked, if it is after `now`. */
  blockedUntil(kind: 'visitor' | 'address', value: string, now: number): Promise<number | undefined>;

  /** Remembers how long somebody waited who came in at a place in a queue. */
  addWait(queue: string, at: number, position: number, wait: number): Promise<void>;
  /** The newest waits in a queue since a time. */
  waits(queue: string, since: number, limit: number): Promise<{ position: number; wait: number }[]>;

  /** Keeps a message that was left; one with the same id is there already, and stays. Returns when it was kept. */
  addLeftMessage(row: LeftMessageRow): Promise<number>;
  leftMessage(id: string): Promise<LeftMessageRow | undefined>;
  saveLeftMessage(row: LeftMessageRow): Promise<void>;
  /** Those that nobody has seen to, the oldest first. */
  leftMessages(limit: number): Promise<LeftMessageRow[]>;
  /** Removes those that were left before a time. */
  purgeLeftMessages(before: number): Promise<void>;

  addOutgoing(row: OutgoingRow): Promise<void>;
  saveOutgoing(row: OutgoingRow): Promise<void>;
  dropOutgoing(id: string): Promise<void>;
  /** What has to be told, the earliest due first. */
  outgoing(limit: number): Promise<OutgoingRow[]>;

  /** Removes credentials, sessions, blocks and waits whose time is over. */
  purgeExpired(now: number): Promise<void>;

  /** Small facts of the installation, such as its secret. */
  setting(name: string): Promise<string | undefined>;
  saveSetting(name: string, value: string): Promise<void>;
}

/** See the module. Every method rejects with {@link StoreUnavailable} when the database fails. */
export interface Store {
  /** Runs `work` as one transaction: kept as a whole, on disk, when the promise resolves; or not at all. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` on one state of the store. It must not write. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Rejects unless something can be written now. */
  check(): Promise<void>;
  close(): Promise<void>;
}
