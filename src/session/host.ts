import type { ChatEventMap } from './events.js';
import type { Intent } from './intents.js';
import type { PreProcessor } from './flows/pre-processors.js';
import type { Fact } from './model/facts.js';
import type { ProviderVerbs } from './model/providers.js';
import type {
  Agents,
  Availability,
  ChatState,
  ConversationKey,
  Message,
  Profile,
  Stats,
  UserData,
  Thread,
} from './model/types.js';
import type { FieldValues } from '../vocabulary/custom-fields.js';

/**
 * What every element is given by context: the state to render, and one way to say what the person wants. It is stable
 * for the life of the `<live-chat>` and works before the engine is loaded (with the empty state).
 */
export interface ChatHandle {
  /** The current snapshot, frozen. */
  readonly state: ChatState;
  /** Calls back after each change with the new snapshot and what really changed; returns its undo. */
  subscribe(listener: (state: ChatState, facts: readonly Fact[]) => void): () => void;
  /** Does what an intent asks. Never throws; what goes wrong shows in the state. */
  perform(intent: Intent): void;
}

/** What the server answered, in the form that the WebChatService commands document. */
export type ServerResponse = {
  /** `ok`, or the reason. */
  readonly code: string;
  readonly message: string;
  readonly data?: unknown;
};

/** What `startChat` takes; see `startChat` in the WebChatService document. */
export type StartChatOptions = Profile & {
  /** Flat data given with the conversation; merged over the configured one. */
  readonly userData?: UserData | undefined;
  /** Context variables, as the Dynamics SDK has them; they win over those of the context provider. */
  readonly customContext?: CustomContext | undefined;
};

type Primitive = string | number | boolean | null;

/** Context variables by name: primitives, alone or with whether agents are to see them. At most 100. */
export type CustomContext = Readonly<
  Record<string, Primitive | { readonly value: Primitive; readonly isDisplayable?: boolean | undefined }>
>;

/** A message for when somebody is there again. */
export type LeaveMessageOptions = {
  readonly message: string;
  readonly name?: string | undefined;
  /** Where the answer goes. */
  readonly email?: string | undefined;
};

/** The documented verbs. They mean the current conversation; every rejection is a `ChatError`. */
export interface ChatVerbs {
  /**
   * Starts a conversation. Resolves when the server has opened it.
   * @throws (rejects) `already-active`, `invalid` (userData or a field), `refused`, `blocked`, `load-failed`, `closed`
   */
  startChat(options?: StartChatOptions): Promise<ServerResponse>;
  /**
   * Ends the conversation. Resolves when the server has stored the end, whoever asked for it first.
   * @throws (rejects) `not-active`, `prevented`, `closed` (before it was taken); what the server refused it for; `denied` when it is gone
   */
  endChat(): Promise<ServerResponse>;
  /**
   * Sends a message. Resolves when the server has stored it, stays pending while it is queued, and rejects only when it
   * was refused or withdrawn: a page that tries again after a rejection never makes a double. Of a message that waits when the chat
   * is taken off the page nobody hears any more: it is kept and sent next time, as far as the page's `persist` keeps anything.
   * @throws (rejects) `empty`, `not-active`, `too-long`, `ended`, `blocked`, `withdrawn`, `prevented`; `denied`: the
   * conversation is gone; `closed`: the chat was taken off the page before the message was taken
   */
  sendMessage(options: { readonly message: string }): Promise<ServerResponse>;
  /** Tells the other side that the visitor types. `Message` is the preview. @throws (rejects) `not-active` */
  sendTyping(options?: { readonly Message?: string; readonly message?: string }): Promise<ServerResponse>;
  /** The messages that are here, oldest first. Never rejects for want of a conversation. */
  getTranscript(): Promise<{ readonly messages: readonly Message[] }>;
}

/** What `restore` takes. */
export type RestoreOptions = {
  /** What `getSessionData` gave, as it was or as JSON; left out, what this site has stored is looked for. */
  readonly sessionData?: unknown;
};

/** The documented verbs that few conversations need: their code is loaded when the first of them is called. */
export interface MoreVerbs {
  /**
   * Comes back to a conversation. Resolves when it is there, and stays pending while the server can't be reached. A
   * conversation that this site has stored comes back by itself; this is for one that the page has stored elsewhere.
   * @throws (rejects) `already-active`; `busy`: one is coming back already; `invalid`: no session data; `denied`: there is no
   * such conversation any more, or the page does not want it back; `closed`
   */
  restore(options?: RestoreOptions): Promise<ServerResponse>;
  /**
   * Fetches the messages before those that are here: the next page of them arrives in `chat-message-received` with
   * `restoring`. Resolves when they have.
   * @param options - `limit`: how many at most, 100 unless told
   * @throws (rejects) `exhausted`: all are here; `busy`; `unsupported`; why the server could not be asked
   */
  fetchHistory(options?: { readonly limit?: number | undefined }): Promise<ServerResponse>;
  /**
   * Asks for news once, now. Over a transport that polls.
   * @throws (rejects) `busy`: a request for news is under way; `not-active`; `unsupported`; why the server could not be asked
   */
  poll(): Promise<void>;
  /** Begins to ask for news again, after `stopPoll`. @throws (rejects) `not-active`, `unsupported` */
  startPoll(): Promise<void>;
  /** Asks for no more news until `startPoll`. What is sent is still sent. @throws (rejects) `not-active`, `unsupported` */
  stopPoll(): Promise<void>;
  /** Counts the failed requests in a row anew; see the capability `offlineAfter`. @throws (rejects) `unsupported` */
  resetPollExceptions(): Promise<void>;
  /** Whether a conversation runs. Never rejects for want of one. @throws (rejects) `load-failed` */
  verifySession(): Promise<{ readonly sessionActive: boolean }>;
  /** Everybody on the other side who takes or took part, by id. */
  getAgents(): Promise<Agents>;
  /** Agents, times and duration of the conversation in milliseconds. */
  getStats(): Promise<Stats>;
  /**
   * What names the conversation on the server, empty without one. `token` is the credential that opens this one conversation and can be
   * revoked, never an identity token; keep it as you would a password.
   * @throws (rejects) `load-failed`
   */
  getSessionData(): Promise<{ readonly sessionId: string; readonly participantId: string; readonly token: string }>;
  /**
   * Tells the agent's program something that no person is shown; it comes back as a message of type `CustomNotice`. Resolves when the
   * server has stored it, stays pending while it is queued.
   * @throws (rejects) `unsupported` (this transport has no notices), `not-active`, `invalid`, `too-long`, `ended`, `denied`, `closed`, `load-failed`
   */
  sendCustomNotice(options: { readonly message: string }): Promise<ServerResponse>;
  /**
   * Merges data into that of the running conversation, and resolves when the server has stored it. Without a conversation it is
   * merged into what is given with every one, and resolves with all of that.
   * @throws (rejects) `invalid` (malformed data), `unsupported` (this transport can't change it), `ended`, `denied`, `closed`, `load-failed`
   */
  updateUserData(data: UserData): Promise<ServerResponse | UserData>;
  /**
   * Hides every message that one of these expressions matches, from now on and where it shows already: on this page, in its other tabs,
   * and after a restore for as long as the conversation lives. Resolves with all that the page has registered.
   * @throws (rejects) `invalid`: no regular expression; `load-failed`
   */
  addPrefilter(options: { readonly filters: RegExp | readonly RegExp[] }): Promise<readonly RegExp[]>;
  /**
   * Sends a message that the transcript never shows, and hides what `regex` matches, too. It is kept in memory only, so a page that is
   * closed before it was sent loses it. Resolves when the server has stored it.
   * @throws (rejects) `not-active`, `empty`, `too-long`, `invalid`, `prevented`, `ended`, `blocked`, `denied`, `closed`, `load-failed`
   */
  sendFilteredMessage(options: {
    readonly message: string;
    readonly regex?: RegExp | undefined;
  }): Promise<ServerResponse>;
  /**
   * Has a function change every message before it is shown. What it returns takes the message's place, nothing leaves it as it is, and
   * `hidden: true` hides it. It sees what comes from now on, also what is brought back. Resolves with the function.
   * @throws (rejects) `invalid`: no function; `load-failed`
   */
  registerPreProcessor(options: { readonly preprocessor: PreProcessor }): Promise<PreProcessor>;
  /**
   * Whether somebody would be there for a conversation in this context. The answer is kept for two minutes; the event
   * `chat-availability` tells it each time.
   * @throws (rejects) `unsupported`, `invalid` (customContext), `unreachable`, `busy`, `load-failed`, `token-…`
   */
  getAgentAvailability(options?: { readonly customContext?: CustomContext | undefined }): Promise<Availability>;
  /**
   * Leaves a message for when somebody is there again. Resolves when the server has stored it.
   * @throws (rejects) `unsupported`, `empty`, `too-long`, `invalid`, `blocked`, `unreachable`, `busy`, `load-failed`
   */
  leaveMessage(options: LeaveMessageOptions): Promise<ServerResponse>;
  /**
   * Forgets everything about the customer on this device, in every tab: conversations, unsent texts, drafts. The
   * conversations go on at the server, and are found again by whoever proves to be the same customer. With the id of a `conversation` that is
   * over it forgets that one alone.
   * @throws (rejects) `load-failed`; `invalid`: there is no such conversation here; `already-active`: it is not over
   */
  logout(options?: { readonly conversation?: string }): Promise<ServerResponse>;
  /**
   * Sends files, in a message of their own. They are checked against the server's limits first. Resolves, with what the server made of
   * them in `data.files`, when it has stored the message; stays pending while they are on their way.
   * @throws (rejects) `invalid`: no file chosen; `empty`, `too-large`, `type-not-allowed`, `too-many`, naming the file and the limit;
   * `type-mismatch`: the content is not what the name says; `unreadable`: the file was changed or taken away meanwhile; `unsupported`,
   * `not-active`, `ended`, `withdrawn`, `prevented`, `denied`, `closed`, `load-failed`
   */
  sendFile(options: { readonly files: Files }): Promise<ServerResponse>;
  /**
   * Saves a file of the conversation on the visitor's device. `data` has its short-lived address (`url`, `expiresAt`), and `name`;
   * without a browser that is all that happens.
   * @throws (rejects) `invalid`, `not-active`, `unsupported`; `unknown-file`: it is not in the conversation (any more); `unreachable`,
   * `load-failed`
   */
  downloadFile(options: { readonly fileId: string }): Promise<ServerResponse>;
  /**
   * Says who the customer is, and what is in the fields that the server declares (`state.capabilities.fields`); resolves with what is known. While no conversation
   * runs it is kept for the next one, else it resolves when the server has stored it. Agents see it.
   * @throws (rejects) `invalid`: a field is not declared, or does not hold that; `unsupported`: the server has no fields
   */
  customer(change?: CustomerChange): Promise<Customer>;
  /**
   * The visitor's threads: several conversations at a time. Whoever asks for them has several from then on: one that begins needs no
   * other to end, and the list is kept up to date. `<live-chat threads="multi">` asks by itself.
   * @throws (rejects) `load-failed`
   */
  getThreads(): Promise<Threads>;
}

/** What is done with threads; all of them are in `threadsOf(state)`. Named by the server's id; a wrong one rejects with `denied`. */
export interface Threads {
  /**
   * Fetches the list: the newest page, or as many pages as were fetched before; `more`: and one more.
   * @throws (rejects) `unsupported`: the transport or the server has no such list; `unreachable`, `busy`, `closed`
   */
  list(options?: { readonly more?: boolean | undefined }): Promise<readonly Thread[]>;
  /**
   * Makes a thread the current conversation, which verbs and elements mean; resolves with its key when it is there, and stays pending
   * while the server can't be reached. @throws (rejects) `denied`; `closed`
   */
  open(threadId: string): Promise<ConversationKey>;
  /** Makes room for a new thread: it begins with the next `startChat`, or the next message that is typed. The others go on. */
  create(): void;
  /** Calls a thread something else; an empty title takes the title away. @throws (rejects) `invalid`: longer than 100; `denied`, `unreachable` */
  rename(threadId: string, title: string): Promise<Thread>;
  /** Puts a thread away, or brings it back. @throws (rejects) `denied`, `unreachable` */
  archive(threadId: string, archived?: boolean): Promise<Thread>;
  /** Keeps the line open although no conversation runs, as `connect()` of the Digital Chat SDK does; returns its undo. */
  connect(): () => void;
}

/** What is known of the customer. */
export type Customer = {
  /** Of this device, as long as the browser keeps it; who has signed in is known by their token instead. */
  readonly id: string;
  readonly name: string;
  /** The values of the fields that stay with the customer. */
  readonly fields: FieldValues;
  /** Those of this contact, or of the next. */
  readonly contact: FieldValues;
};

/** What is said of the customer; what is left out stays. A value of null takes one away. */
export type CustomerChange = {
  readonly name?: string | undefined;
  readonly fields?: FieldValues | undefined;
  readonly contact?: FieldValues | undefined;
};

/** What `sendFile` takes: a file, a list of them, or an input element that has some; without a DOM, Blobs that may have a name. */
export type Files = Blob | ArrayLike<Blob> | { readonly files: ArrayLike<Blob> | null };

/** What page code, facades and the shell are given: verbs, state and events behind one interface. */
export interface ChatHost extends ChatVerbs, MoreVerbs, ProviderVerbs, ChatHandle {
  /** Listens to one event by its DOM name; returns its undo. */
  on<T extends keyof ChatEventMap>(type: T, listener: (detail: ChatEventMap[T]) => void): () => void;
  /** Comes back to what earlier pages have stored, if anything; resolves with the key of the running conversation, if there is one. */
  recover(): Promise<ConversationKey | undefined>;
  /** Lets go of the connection and of every timer. Never ends a conversation. */
  release(): void;
}
