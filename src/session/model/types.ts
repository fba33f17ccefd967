/**
 * The vendor-neutral model of a live chat: what every transport fills and every element reads. All of it is frozen;
 * a changed value is a new object, and an unchanged one is the same object.
 */
import type { FieldDeclarations } from '../../vocabulary/custom-fields.js';
import type { ChatErrorCode } from './errors.js';

/** Our name for a conversation, made at its start: it exists before any server knows of it. */
export type ConversationKey = string;

/** Where a conversation stands. A lost connection is not a phase: see {@link Connection}. */
export type Phase = 'idle' | 'starting' | 'restoring' | 'queued' | 'active' | 'ending' | 'ended';

/** What somebody is in a conversation. */
export type Role = 'visitor' | 'agent' | 'supervisor' | 'bot' | 'system';

/** Who wrote or did something. */
export type Author = {
  readonly id: string;
  readonly role: Role;
  readonly name?: string | undefined;
  /** Address of a picture; from the network, so it passes the URL allow-list before it is shown. */
  readonly avatar?: string | undefined;
};

/** Somebody who is or was in the conversation. Times are milliseconds since 1970 by the server's clock. */
export type Person = Author & {
  readonly connected: boolean;
  readonly joinedAt: number;
  readonly leftAt?: number | undefined;
};

/** An entry's place: `prev` is the `seq` before it that this visitor may see, so a gap is a difference, not a guess. */
type Place = { readonly seq: number; readonly prev: number; readonly at: number };

/** A file as everybody in the conversation sees it: name and type are the server's. `size` in bytes. */
export type FileInfo = {
  readonly id: string;
  readonly name: string;
  /** A MIME type. */
  readonly type: string;
  readonly size: number;
};

/** What the page's pre-processors made of a message, and what it was before, in the documented form. */
export type Changed = { readonly original: Message; readonly message: Message };

/** What is chosen in a rich message: of which entry, which of its ids, and what was filled in, by field. */
export type Choice = {
  /** The entry's `seq`. */
  readonly of: number;
  readonly ids: readonly string[];
  readonly values?: Readonly<Record<string, string | boolean | readonly string[]>> | undefined;
};

export type MessageEntry = Place & {
  readonly type: 'message';
  readonly from: Author;
  /** May be empty when there are files. */
  readonly text: string;
  readonly files?: readonly FileInfo[] | undefined;
  /** There when a pre-processor of the page has changed it; `text` and the name are the changed ones. */
  readonly changed?: Changed | undefined;
  /** What it is beside its text, as it came: read and checked where it is shown. Or an {@link Amended}. */
  readonly rich?: unknown;
  /** What became of it, as it came; see {@link Amended}. */
  readonly amended?: unknown;
  /** A {@link Choice}, as it came. */
  readonly choice?: unknown;
  /** The id given by the writer's own client; present on one's own messages only. */
  readonly clientId?: string | undefined;
};
/** What became of a message after it was sent, in the place of its `rich`, which it keeps. `streaming`: more of it is to come. */
export type Amended = { readonly amended: 'edited' | 'retracted' | 'streaming'; readonly rich?: unknown };
export type JoinEntry = Place & {
  readonly type: 'join';
  readonly from: Author;
  /** The conversation is theirs from now on, as it came; see {@link Happening}. */
  readonly assigned?: unknown;
  /** A {@link Happening}: more than that somebody came. */
  readonly rich?: unknown;
};
/** What happened to the visitor's case: it went from one agent to another, or stands elsewhere. */
export type Happening =
  | { readonly happened: 'reassigned'; readonly to: Author; readonly before: Author }
  | { readonly happened: 'case'; readonly status: string };
export type LeaveEntry = Place & {
  readonly type: 'leave';
  readonly from: Author;
  readonly reason?: string | undefined;
};
export type TransferEntry = Place & {
  readonly type: 'transfer';
  readonly from: Author;
  readonly to?: Author | undefined;
};
export type StatusEntry = Place & {
  readonly type: 'status';
  readonly status: string;
  /** A {@link Happening}, which a line of its own tells. */
  readonly rich?: unknown;
  readonly until?: number | undefined;
};
export type EndEntry = Place & {
  readonly type: 'end';
  readonly by: Role;
  readonly reason?: string | undefined;
  readonly from?: Author | undefined;
  /** What the visitor is asked now, as it came, or a {@link Survey} once they have begun to answer. */
  readonly survey?: unknown;
};
/** What the visitor is asked after the end, and how far the answer is. */
export type Survey = {
  readonly id: string;
  /** The highest rating; the lowest is 1. */
  readonly scale: number;
  /** Whether words are asked for, too. */
  readonly comment: boolean;
  readonly status?: 'sending' | 'sent' | 'failed' | undefined;
  readonly rating?: number | undefined;
  readonly error?: ChatErrorCode | undefined;
};
/** What one program tells the other, the page or the desk: for no person to see. */
export type NoticeEntry = Place & {
  readonly type: 'notice';
  readonly from: Author;
  readonly text: string;
  readonly changed?: Changed | undefined;
  /** As in a message. */
  readonly clientId?: string | undefined;
};
/** An entry of a kind that not everybody loads, or of a later version: it keeps its place, what came, and shows nothing. */
export type UnknownEntry = Place & { readonly type: 'unknown'; readonly data?: unknown };

/**
 * A row that the page itself has put into the transcript. Its `seq` is a fraction above that of the entry it stands after. Nobody else
 * knows of it, so it is of the kind that is not told, counted, sent or kept; but it has a text, and shows.
 */
export type LocalEntry = Place & {
  readonly type: 'unknown';
  readonly from: Author;
  readonly text: string;
  readonly files?: undefined;
  readonly data?: undefined;
  readonly rich?: unknown;
};

/** One thing in the log of a conversation, in the server's order. */
export type Entry =
  | MessageEntry
  | JoinEntry
  | LeaveEntry
  | TransferEntry
  | StatusEntry
  | EndEntry
  | NoticeEntry
  | UnknownEntry
  | LocalEntry;

/**
 * The part of the log that is here: a gapless window. `first` and `last` are the `seq` of its ends (0 and 0 while
 * nothing is here), `older` whether the server has more before it.
 */
export type Log = {
  readonly entries: readonly Entry[];
  readonly first: number;
  readonly last: number;
  readonly older: boolean;
  /** The highest `seq` known to exist; above `last` there is something still to fetch. */
  readonly head: number;
};

/**
 * Where one's own message stands before the log has it.
 * - `held`: in memory only, because the store can't be written
 * - `queued`: safely stored here, waits for the connection
 * - `sending`: under way
 * - `sent`: the server has stored it; its entry will take its place
 * - `unconfirmed`: sent, but nobody knows whether it arrived (only over transports without safe resend)
 * - `failed`: the server refused it; a person decides
 */
export type PendingStatus = 'held' | 'queued' | 'sending' | 'sent' | 'unconfirmed' | 'failed';

/** One's own message that is not in the log yet. */
export type Pending = {
  readonly clientId: string;
  readonly text: string;
  readonly files?: readonly FileInfo[] | undefined;
  readonly choice?: Choice | undefined;
  /** By this device's clock: for display only, never for order. */
  readonly createdAt: number;
  readonly status: PendingStatus;
  readonly seq?: number | undefined;
  readonly error?: ChatErrorCode | undefined;
};

/** All entries up to `delivered` reached the person's device, all up to `seen` were on its screen. */
export type Marks = { readonly delivered: number; readonly seen: number };

/** Place in the queue from 1; `wait` is the estimated time in seconds. */
export type QueuePlace = { readonly position: number; readonly wait?: number | undefined };

/** Who the visitor says they are. */
export type Profile = {
  readonly nickname?: string | undefined;
  readonly firstname?: string | undefined;
  readonly lastname?: string | undefined;
  readonly email?: string | undefined;
  readonly subject?: string | undefined;
};

/** Flat data that the page gives with a conversation. */
export type UserData = Readonly<Record<string, string | number | boolean | null>>;

/** One conversation. */
export type Conversation = {
  readonly key: ConversationKey;
  /** The server's name for it, once it has one. */
  readonly remoteId?: string | undefined;
  readonly phase: Phase;
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  /** Who ended it, and why, once it has ended. */
  readonly ended?: { readonly by: Role; readonly reason?: string | undefined } | undefined;
  /** The visitor's own person id in it. */
  readonly me: string;
  readonly profile: Profile;
  readonly log: Log;
  readonly pending: readonly Pending[];
  readonly people: readonly Person[];
  readonly queue: QueuePlace | null;
  readonly marks: Readonly<Record<string, Marks>>;
  /** The page's data about the visitor, once it was changed after the start, here or in another tab. */
  readonly userData?: UserData | undefined;
  /** The version of `people`, `queue`, `marks` and `userData`: an older one that arrives late is ignored. */
  readonly version: number;
  /** Who is typing now. */
  readonly typing: readonly Author[];
  /** Whether the visitor is, as far as the other side has been told. */
  readonly visitorTyping: boolean;
  /** All entries up to here were on this visitor's screen, here or in another tab. */
  readonly seen: number;
  /** Older messages are being fetched. */
  readonly loadingOlder: boolean;
  /** Why the start failed, while it stands. */
  readonly error?: ChatErrorCode | undefined;
};

/** The line to the server. `attempts` counts the tries since it was last online. */
export type Connection = {
  readonly status: 'offline' | 'connecting' | 'catching-up' | 'online';
  readonly reason?: string | undefined;
  readonly attempts: number;
  /** The server has been unreachable for more tries than the limit; it is still being tried. */
  readonly serverOffline: boolean;
  /** The server answers, and does not let this page in; it is still asked, but rarely. */
  readonly refused?: ChatErrorCode | undefined;
};

/** Within what files are taken. Sizes are in bytes. */
export type FileLimits = {
  readonly maxSize: number;
  /** The most files of one message. */
  readonly maxCount: number;
  /** The MIME types that are taken. */
  readonly types: readonly string[];
  /** The most bytes of one request of an upload. */
  readonly chunk: number;
};

/** What the transport in use can do; it may change at run time. */
export type Capabilities = {
  /** `chained`: entries carry `prev`. `keyed`: they are told apart by id, and an overlap is read again on resume. */
  readonly order: 'chained' | 'keyed';
  /** A batch may be sent again without making doubles. */
  readonly safeResend: boolean;
  /** A start may be sent again without making doubles. */
  readonly safeStart: boolean;
  readonly resume: boolean;
  readonly history: boolean;
  readonly receipts: boolean;
  readonly typing: boolean;
  readonly queue: boolean;
  /** Notices between programs are taken. */
  readonly notices: boolean;
  /** The user data of a conversation can be changed. */
  readonly userData: boolean;
  /** Files are taken, within these limits; null: they are not. */
  readonly files: FileLimits | null;
  /** News are asked for, and the poll commands work. */
  readonly polling: boolean;
  /** More failed tries in a row than this, and the server counts as offline. */
  readonly offlineAfter: number;
  /** The fields that the server has for customers and contacts. */
  readonly fields?: FieldDeclarations | undefined;
  /**
   * The names of the context variables that are declared, and whether others become texts or are left out; `claimed`: which of
   * these the customer's token has. Missing: the server does not say.
   */
  readonly context?:
    | {
        readonly variables: readonly string[];
        readonly undeclared: 'create' | 'ignore';
        readonly claimed?: unknown;
      }
    | undefined;
  /** Whether somebody is there can be asked, and a message can be left when nobody is. */
  readonly availability?: boolean | undefined;
  /** The longest text of one message in UTF-16 code units. */
  readonly maxText: number;
  /** The most items in one batch. */
  readonly maxBatch: number;
};

/** Context variables by name; `display`: agents are to see it. */
export type Context = Readonly<
  Record<string, { readonly value: string | number | boolean | null; readonly display?: boolean | undefined }>
>;

/** Whether somebody would be there for a conversation. Times are milliseconds since 1970 by the server's clock. */
export type Availability = {
  /** The queue that it would go to. */
  readonly queue: string;
  /** Whether it is within the queue's hours. */
  readonly open: boolean;
  /** When that changes; left out when it never does. */
  readonly changesAt?: number | undefined;
  /** Until when it is open the next time; only while it is not. */
  readonly openUntil?: number | undefined;
  /** How many agents could take it at once. */
  readonly agentsFree: number;
  /** The place in the queue that the conversation has, or would get. */
  readonly position: number;
  /** How many seconds it took lately until somebody came. */
  readonly averageWait?: number | undefined;
};

/** A file on its way into a message. */
export type Upload = FileInfo & {
  /** How many bytes the server has. */
  readonly sent: number;
  /** `waiting`: for a conversation to be begun; `ready`: it can be sent; `failed`: see `error`. */
  readonly status: 'waiting' | 'uploading' | 'ready' | 'failed';
  readonly error?: ChatErrorCode | undefined;
  /** The id of the waiting message that it belongs to; left out, it is in the tray, for the next message. */
  readonly message?: string | undefined;
};

/** Files on their way, and pictures that are here. */
export type FilesView = {
  readonly uploads: readonly Upload[];
  /** The bytes of pictures in messages, by file id, as far as they were asked for. */
  readonly previews: Readonly<Record<string, Blob>>;
};

/** One of the visitor's conversations, as their list shows it. Times are milliseconds since 1970 by the server's clock. */
export type Thread = {
  /** The server's name for it; undefined while its start has not been answered. */
  readonly id?: string | undefined;
  /** Ours, while it is open on this page. */
  readonly key?: ConversationKey | undefined;
  readonly phase: Phase;
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
  /** When somebody last wrote or came in. */
  readonly at: number;
  /** What the visitor calls it. */
  readonly title?: string | undefined;
  /** The visitor has put it away. */
  readonly archived: boolean;
  /** The first words of the last message. */
  readonly last?: { readonly from: Author; readonly text: string; readonly at: number } | undefined;
  /** Who has it, or had it last. */
  readonly agent?: Author | undefined;
  /** Foreign messages that have not been on screen. */
  readonly unread: number;
};

/** The list of the visitor's threads, as far as it is here; see `threadsOf`. */
export type ThreadsView = {
  readonly list: readonly Thread[];
  /** There are more to be fetched. */
  readonly more: boolean;
  readonly status: 'loading' | 'ready' | 'failed';
  /** Why it could not be fetched. */
  readonly error?: ChatErrorCode | undefined;
};

/** What has no server. */
export type View = {
  /** The window is open. */
  readonly open: boolean;
  /** Typed and not sent, by conversation; `''` is the key before there is one. */
  readonly drafts: Readonly<Record<ConversationKey | '', string>>;
  readonly muted: boolean;
  /** Desktop notifications were asked for. */
  readonly notify: boolean;
  /** Once there are any. */
  readonly files?: FilesView | undefined;
  /** Once they were asked for. */
  readonly threads?: ThreadsView | undefined;
  /** What became of a message that the visitor leaves for when somebody is there again. */
  readonly left?: { readonly status: 'sending' | 'sent' | 'failed'; readonly error?: ChatErrorCode } | undefined;
};

/**
 * Where unsent text is kept. `durable`: for as long as the page's `persist` says, which with `none` is no longer than the page itself.
 * `memory`: less than that, so a reload would lose it, and the visitor is told.
 */
export type StorageState = 'durable' | 'memory';

/** The whole of a client's state: what `<live-chat>` and every element in it render. */
export type ChatState = {
  readonly connection: Connection;
  readonly capabilities: Capabilities;
  readonly conversations: Readonly<Record<ConversationKey, Conversation>>;
  /** The conversation that verbs mean unless told. */
  readonly current?: ConversationKey | undefined;
  readonly view: View;
  /** What was last answered to the question whether somebody is there. */
  readonly availability?: Availability | undefined;
  /** Why an earlier conversation could not be brought back; until another begins. */
  readonly lost?: ChatErrorCode | undefined;
  readonly storage: StorageState;
  /** News are being asked for now; only over a transport that polls. */
  readonly polling?: boolean | undefined;
  /** The engine (session, transport) is: not asked for, being loaded, ready, or could not be loaded. */
  readonly engine: 'none' | 'loading' | 'ready' | 'failed';
};

/** A message in the documented form of the WebChatService transcript. */
export type Message = {
  readonly id: string;
  readonly index: number;
  readonly type: string;
  readonly text: string;
  readonly from: { readonly name: string; readonly type: 'Client' | 'Agent' | 'Supervisor' | 'Bot' | 'System' };
  /** Milliseconds since 1970, by the server's clock. */
  readonly utcTime: number;
};

/** An agent in the documented form of `getAgents`; times are milliseconds since 1970. */
export type Agent = {
  readonly name: string;
  readonly connected: boolean;
  readonly supervisor: boolean;
  readonly connectedTime: number;
  readonly disconnectedTime: number | undefined;
};

/** Agents by person id. */
export type Agents = Readonly<Record<string, Agent>>;

/** What `getStats` resolves with; times and duration in milliseconds, 0 for what has not happened. */
export type Stats = {
  readonly agents: Agents;
  readonly startTime: number;
  readonly endTime: number;
  readonly duration: number;
};
