/**
 * The seam between the session and a back end. A transport is made by a {@link TransportFactory} that is handed the one
 * inward door, `sink.emit(event)`; the session calls the outward verbs. Cursors and credentials are opaque to the session.
 *
 * Every call takes a signal, and the session sets its own deadline on it. A transport rejects with a
 * {@link TransportError}; it never retries by itself, never reconnects by itself and never stores anything.
 */
import type {
  Capabilities,
  Choice,
  Context,
  Entry,
  FileInfo,
  Marks,
  Person,
  Phase,
  Profile,
  QueuePlace,
  UserData,
} from './model/types.js';
import type { FieldValues } from '../vocabulary/custom-fields.js';

/** What became of a call that failed. `final`: trying again changes nothing. `again`: nothing was done, a later try is safe. `unknown`: it may have been done. */
export type FailureKind = 'final' | 'again' | 'unknown';

/** The only error a transport rejects with. */
export class TransportError extends Error {
  override readonly name = 'TransportError';

  /** One that comes from a second copy of this package is one, too: a page's own transport beside a CDN file. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'TransportError' && 'kind' in value;
  }

  /**
   * @param kind - whether trying again makes sense
   * @param code - a code of the back end or of `docs/protocol.md`; the session maps those it knows
   * @param retryAfter - milliseconds to wait before the next try
   */
  constructor(
    readonly kind: FailureKind,
    readonly code: string,
    message: string = code,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** The registers of a conversation, whole. A higher version replaces a lower one. */
export type Registers = {
  readonly version: number;
  readonly head: number;
  readonly phase: Extract<Phase, 'queued' | 'active' | 'ended'>;
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
  readonly people: readonly Person[];
  readonly marks: Readonly<Record<string, Marks>>;
  readonly queue: QueuePlace | null;
  /** Once it was changed after the start. */
  readonly userData?: UserData | undefined;
};

/** A stretch of the log in rising order; `more` tells of the direction asked for. */
export type Page = { readonly entries: readonly Entry[]; readonly more: boolean; readonly head: number };

/** What a start or a resume gives. */
export type Opened = {
  readonly remoteId: string;
  /** The visitor's person id in the conversation. */
  readonly me: string;
  /**
   * What opens it again; opaque. Left out: keep the one you have. One that was replaced must work for a while longer:
   * tabs share it, and the answer that brought the new one may have been lost.
   */
  readonly credential?: string | undefined;
  readonly registers: Registers;
  readonly page: Page;
};

/** A thing to send. `id` is random and stays the same on every try. */
export type OutItem =
  | {
      readonly id: string;
      readonly type: 'message';
      readonly text: string;
      /** Files whose uploads are complete, by the server's ids; then the text may be empty. */
      readonly files?: readonly FileInfo[] | undefined;
      /** What it chooses in an earlier message; a back end that can't take it takes the text. */
      readonly choice?: Choice | undefined;
    }
  /** Only where the capability `notices` is there. */
  | { readonly id: string; readonly type: 'notice'; readonly text: string }
  /** Merged over what is there; only where the capability `userData` is. */
  | {
      readonly id: string;
      readonly type: 'user-data';
      readonly data: UserData;
      /** What is said of the customer; only where the capability `fields` is. */
      readonly about?: About | undefined;
    }
  | {
      readonly id: string;
      readonly type: 'mark';
      readonly delivered?: number | undefined;
      readonly seen?: number | undefined;
    }
  | { readonly id: string; readonly type: 'end' };

/** What became of one item. `later` and everything after it in the batch was not looked at. */
export type SendResult =
  | {
      readonly id: string;
      readonly status: 'stored' | 'duplicate';
      readonly seq?: number | undefined;
      readonly at?: number | undefined;
    }
  | { readonly id: string; readonly status: 'refused'; readonly code: string }
  | {
      readonly id: string;
      readonly status: 'later';
      readonly code?: string | undefined;
      readonly retryAfter?: number | undefined;
    }
  | { readonly id: string; readonly status: 'unknown' };

/** Who the customer is, and the values of the fields of the customer and of the contact. `guest`: the id of this device. */
export type About = {
  readonly guest: string;
  readonly name?: string | undefined;
  readonly customer: FieldValues;
  readonly contact: FieldValues;
};

export type StartRequest = {
  /** The idempotency key: the same one always opens the same conversation, so it is a secret, and never the public key. */
  readonly key: string;
  readonly profile: Profile;
  readonly userData: UserData;
  /** Where the back end routes by it, or shows it to agents. */
  readonly context?: Context | undefined;
  readonly language?: string | undefined;
};
export type ResumeRequest = {
  readonly remoteId: string;
  /** Empty for a customer's conversation that was found by who they are. */
  readonly credential: string;
  readonly after?: number | undefined;
};
export type PullRequest = {
  readonly remoteId: string;
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
};

/** Everything a transport can tell. One union, one exhaustive switch. */
export type TransportEvent =
  /** The line broke. The session decides when to open it again. */
  | { readonly type: 'lost'; readonly reason: string }
  | { readonly type: 'capabilities'; readonly capabilities: Partial<Capabilities> }
  /** The server's clock, for showing times. */
  | { readonly type: 'clock'; readonly now: number }
  /** News are asked for from now on, or no longer. */
  | { readonly type: 'polling'; readonly polling: boolean }
  | { readonly type: 'entry'; readonly remoteId: string; readonly entry: Entry }
  | { readonly type: 'registers'; readonly remoteId: string; readonly registers: Registers }
  | {
      readonly type: 'typing';
      readonly remoteId: string;
      readonly person: string;
      readonly typing: boolean;
      /** What was added to a text that shows while it is written, as it came. */
      readonly stream?: unknown;
    }
  /** Something may have changed: look at this conversation. */
  | { readonly type: 'wake'; readonly remoteId: string }
  /** The conversation is no longer ours to see. */
  | { readonly type: 'revoked'; readonly remoteId: string; readonly reason?: string | undefined }
  /** Something could not be understood; for the diagnostics only. */
  | { readonly type: 'fault'; readonly code: string; readonly detail?: string | undefined };

/** The inward door. */
export type TransportSink = { emit(event: TransportEvent): void };

/** How news are asked for, by a transport that is not told them; see the capability `polling`. */
export interface Polling {
  /** Asks once, now. Rejects with the code `busy` while a request for news is under way. */
  once(remoteId: string, signal: AbortSignal): Promise<void>;
  /** Asks again and again; so it begins. */
  start(remoteId: string): void;
  /** Asks no more until it is started, also on later lines. */
  stop(remoteId: string): void;
}

/** The outward verbs. Optional ones are capabilities. */
export interface Transport {
  /** What it can do, known before `open`; may change by a `capabilities` event. */
  readonly capabilities: Partial<Capabilities>;
  /**
   * Opens the line and resolves when calls may be made. Opening an open line resolves at once. Where a back end wants to
   * know who the customer is it rejects with `token-required`, and is opened again with a `token`, which is held no longer
   * than for that; it then resolves with how many milliseconds the token lasts, if it is known.
   */
  open(signal: AbortSignal, token?: string): Promise<number | void>;
  /** Closes the line at once, without an event but that polling has stopped. It may be opened again. */
  close(): void;
  start(request: StartRequest, signal: AbortSignal): Promise<Opened>;
  resume(request: ResumeRequest, signal: AbortSignal): Promise<Opened>;
  /** Sends in order; resolves with a result per item, in the same order. */
  send(remoteId: string, items: readonly OutItem[], signal: AbortSignal): Promise<readonly SendResult[]>;
  pull(request: PullRequest, signal: AbortSignal): Promise<Page>;
  /** Asks what only some back ends answer, by the names and shapes of docs/protocol.md: `availability`, `leave-message`, `conversations`, `authenticate`. */
  ask?(name: string, data: unknown, signal: AbortSignal): Promise<unknown>;
  /** Tells the other side that the visitor is, or is no longer, typing; may be lost. */
  typing?(remoteId: string, typing: boolean, preview?: string): void;
  readonly polling?: Polling;
  /** What it does with files, where the capability `files` is there; may be loaded then. */
  files?(): Promise<FileTransport>;
}

/** What opens the files of a conversation. */
export type FileAccess = { readonly remoteId: string; readonly credential: string };

/** One file to be uploaded. `id` is random and stays the same on every try. */
export type UploadRequest = FileAccess & { readonly id: string; readonly name: string; readonly body: Blob };

/** An address from which a file can be had without a header, until `expiresAt`. */
export type SavedFile = { readonly url: string; readonly expiresAt: number };

/** Files, beside the line: its calls work also while that is down. */
export interface FileTransport {
  /**
   * Brings a file to the server, or what is missing of it: a try that broke is taken up where the server stands. Resolves when the
   * server has looked at it and it can be sent. `progress` is told how many bytes the server has, first of all where it begins.
   */
  upload(request: UploadRequest, progress: (sent: number) => void, signal: AbortSignal): Promise<FileInfo>;
  /** Takes back an upload that was not sent, complete or not. */
  discard(request: UploadRequest, signal: AbortSignal): Promise<void>;
  /** The bytes of a file in the conversation. */
  download(access: FileAccess, id: string, signal: AbortSignal): Promise<Blob>;
  /** An address for saving a file. */
  save(access: FileAccess, id: string, signal: AbortSignal): Promise<SavedFile>;
}

/** Makes a transport for one client, which emits nothing before it is opened. `options` are the element's: its endpoint and channel at least. */
export type TransportFactory = (sink: TransportSink, options: TransportOptions) => Transport;

/** What every transport is told. */
export type TransportOptions = {
  /** The address of the back end; empty means the page's own origin. */
  readonly endpoint: string;
  /** Which of the back end's channels this page belongs to. */
  readonly channel: string;
};
