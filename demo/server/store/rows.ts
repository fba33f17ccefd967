/** What the store keeps, row by row. Times are milliseconds since 1970, by the server's clock. */
import type { WireAnyEntry, WireCaseStatus, WireProfile, WireUserData } from '../../../src/protocol/index.js';
import type { FieldValues } from '../../../src/vocabulary/custom-fields.js';

/** Who may see an entry: everybody in the conversation, or only the agents' side. */
export type Audience = 'all' | 'staff';

type Body<E> = E extends WireAnyEntry ? Omit<E, 'seq' | 'prev' | 'at' | 'clientId'> : never;

/** What an entry says, without its place in the order. */
export type EntryBody = Body<WireAnyEntry>;

/** One entry of a conversation's log. Its place never changes; what a message says, only by an entry that tells so. */
export interface EntryRow {
  readonly conversation: string;
  readonly seq: number;
  readonly at: number;
  readonly audience: Audience;
  /** The person who sent it, when a client did. */
  readonly sender: string | null;
  /** The id that the sender's client chose: unique for each conversation and sender. */
  readonly clientId: string | null;
  readonly body: EntryBody;
}

/** Context variables by name. `display`: agents see it; `verified`: the site's own back end vouches for it. */
export type ContextRow = Readonly<
  Record<
    string,
    { readonly value: string | number | boolean | null; readonly display: boolean; readonly verified: boolean }
  >
>;

/** A message that somebody left when nobody was there. */
export interface LeftMessageRow {
  /** The id that the client chose. */
  readonly id: string;
  readonly at: number;
  readonly channel: string;
  readonly queue: string;
  readonly customer: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly text: string;
  readonly context: ContextRow;
  readonly language: string | null;
  /** When an agent has seen to it, and who. */
  handledAt: number | null;
  handledBy: string | null;
}

/** Something that has to be told to others than those who chat. */
export interface OutgoingRow {
  readonly id: string;
  readonly kind: 'webhook' | 'mail';
  /** The address of the webhook, or of the mail. */
  readonly receiver: string;
  readonly body: unknown;
  readonly dueAt: number;
  /** How often it was tried without success. */
  readonly tries: number;
}

/** What is known of a customer. */
export interface CustomerRow {
  /** See `customerKey`. */
  readonly key: string;
  readonly name: string | null;
  readonly fields: FieldValues;
}

/** What a visitor was asked after the end, and what they answered. */
export interface SurveyRow {
  readonly id: string;
  readonly conversation: string;
  readonly askedAt: number;
  readonly rating: number | null;
  readonly comment: string | null;
}

/** One conversation. A change is made on a copy that {@link Tx.saveConversation} writes whole. */
export interface ConversationRow {
  readonly id: string;
  /** Whose conversation it is: the owner of `rev`. */
  visitor: string;
  /** Keyed hash of the customer whose it is, and what their site calls them; null for a visitor who has proved nothing. */
  readonly identity: string | null;
  readonly customer: string | null;
  /** Hash of the key that started it. */
  readonly keyHash: string;
  /** The conversation in which an agent began this one; null: the visitor began it. */
  readonly parent: string | null;
  /** What the visitor calls it, and whether they have put it away. */
  title: string | null;
  archived: boolean;
  readonly channel: string;
  /** Keyed hash of the address it was started from, for blocking only. */
  readonly addressHash: string;
  readonly profile: WireProfile;
  userData: WireUserData;
  /** Whether it was changed after the start. */
  userDataChanged: boolean;
  /** What the page and the customer's site said of the conversation, and where it goes because of it. */
  readonly context: ContextRow;
  readonly queue: string;
  readonly skills: readonly string[];
  readonly language: string | null;
  /** What the visitor's client can show beyond the least, as it said last. */
  features: readonly string[];
  /** The visitor's person id in it. */
  readonly person: string;
  readonly startedAt: number;
  endedAt: number | null;
  phase: 'queued' | 'active' | 'ended';
  /** The visitor's revision when this conversation last changed; also the version of its registers. */
  rev: number;
  /** How often something changed that only the agents' side sees: the visitor must not even notice that. */
  staffRev: number;
  /** The highest `seq`, and the highest one that everybody may see. */
  head: number;
  publicHead: number;
  /** The agent who has it, or had it when it ended. */
  agent: string | null;
  /** What the visitor's device calls itself: a claim, for those who have proved nothing. */
  guest: string | null;
  /** The values of the fields of this contact. */
  contactFields: FieldValues;
  /** Who had it last, as everybody may know them. */
  assigned: { readonly id: string; readonly role: PersonRow['role']; readonly name?: string } | null;
  /** Where the visitor's case stands, as the agents say. */
  caseStatus: WireCaseStatus;
  /** The bot that has it, and up to where it has looked; and how many messages in a row it had no answer to. */
  bot: string | null;
  botHeard: number;
  botMisses: number;
  /** What the bot is writing now, and in which entry it shows. */
  botStream: { readonly seq: number; readonly text: string } | null;
  /** Since when it waits, and its rank: lower ranks are served first. */
  queuedAt: number | null;
  queueRank: number;
  /** Its place as last told, and the estimate in seconds. */
  queuePosition: number | null;
  queueWait: number | null;
  /** Its place when it came into the queue, from which the estimate for others is made. */
  queuedAs: number | null;
  offerAgent: string | null;
  offerUntil: number | null;
  /** When the visitor's last connection went; null while there is one. */
  visitorLeftAt: number | null;
  /** When the agents were told that the visitor is gone. */
  goneAt: number | null;
  /** When somebody last wrote or came in; and when the warning about silence was given. */
  activeAt: number;
  warnedAt: number | null;
}

/** Somebody who is or was in a conversation, with their watermarks. */
export interface PersonRow {
  readonly conversation: string;
  readonly id: string;
  readonly role: 'visitor' | 'agent' | 'supervisor' | 'bot' | 'system';
  readonly name: string | null;
  readonly avatar: string | null;
  joinedAt: number;
  leftAt: number | null;
  connected: boolean;
  /** Since when they read along without the visitor's knowing; null when they don't. */
  silentSince: number | null;
  /** Whether the visitor knows of them: who was never in it but silently is not among the visitor's people. */
  known: boolean;
  delivered: number;
  seen: number;
}

/** A file that somebody sends, or is about to. */
export interface FileRow {
  readonly id: string;
  readonly conversation: string;
  /** The person who uploads it. */
  readonly uploader: string;
  /** The id that the uploader's client chose: unique for each conversation and uploader. */
  readonly clientId: string;
  /** Keyed hash of the address it comes from, for the quota; of visitors only. */
  readonly addressHash: string | null;
  /** Cleaned; data, never a path. */
  name: string;
  /** What the uploader's device takes it for. */
  readonly claimed: string | null;
  readonly size: number;
  /** How many bytes are on disk for certain. */
  received: number;
  /** What the content is; null until it was looked at. */
  type: string | null;
  state: 'uploading' | 'ready' | 'refused';
  /** Why it was refused. */
  code: string | null;
  /** The entry that carries it; null until it was sent. */
  entry: number | null;
  readonly createdAt: number;
  touchedAt: number;
}

/** What opens a conversation again. Only a hash of the credential is kept. */
export interface CredentialRow {
  readonly hash: string;
  readonly conversation: string;
  readonly createdAt: number;
  expiresAt: number;
}

/** An agent's account. */
export interface AgentRow {
  readonly id: string;
  readonly name: string;
  /** As `agents/passwords.ts` writes it. */
  password: string;
  role: 'agent' | 'supervisor';
  capacity: number;
  /** What they want to be while they are connected. */
  presence: 'available' | 'away';
  /** Offers in a row that they let pass. */
  missed: number;
  /** When they last got a conversation; breaks ties of load. */
  assignedAt: number;
  /** The queues that they are for, none meaning all; and what they are good at. */
  queues: readonly string[];
  skills: readonly string[];
  /** No longer configured: can't sign in. */
  disabled: boolean;
}

/** A signed-in desk. Only a hash of its cookie is kept. */
export interface SessionRow {
  readonly hash: string;
  readonly agent: string;
  readonly createdAt: number;
  expiresAt: number;
}
