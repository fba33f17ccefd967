import type { ChatErrorCode } from '../session/model/errors.js';
import type { MoreTermTable } from './more/terms.js';

/**
 * Every text that the elements show. A parameter makes a term a function; a plural is the function's own affair. Keys
 * are ours, not English. Numbers inside a term are formatted by the `Format` that the table is made with, names are
 * isolated by `isolate()`, so that a name in another script does not turn the sentence round.
 */

/** Formats a number in the language and the digits of the element. */
export type Format = (value: number) => string;

/** The reasons that only files have; their texts are among those about files. */
export type FileErrorCode =
  'too-large' | 'too-many' | 'type-not-allowed' | 'type-mismatch' | 'unknown-file' | 'unreadable';

/** What `error` says. */
export type ErrorTexts = Readonly<
  Record<Exclude<ChatErrorCode, FileErrorCode>, string> & Partial<Record<FileErrorCode, string>>
>;
/** What `left`, `ended` and `status` say for the reasons that have a text of their own. */
export type LeftTexts = Readonly<Record<'connection-lost' | 'transferred', string>>;
export type EndedTexts = Readonly<Record<'idle' | 'visitor-gone' | 'blocked', string>>;
export type StatusTexts = Readonly<Record<'queued' | 'idle-warning', string>>;

/** Every text that is loaded with the chat. */
export interface Terms {
  // launcher
  /** Its name when it has no label. English is also in `chat-launcher.ts`, with the first bytes. */
  chat: string;
  unread(count: number): string;
  /** The number on the badge. */
  badge(count: number): string;
  /** A conversation is going on; read after the launcher's name. */
  running: string;
  /** The chat's own script did not load; the launcher itself tries again. English is also in `chat-launcher.ts`. */
  loadFailed: string;

  // window and header
  /** The window's name and its title before anybody joined. */
  title: string;
  minimize: string;
  close: string;
  options: string;
  endChat: string;
  endConfirmTitle: string;
  endConfirmText: string;
  endConfirm: string;
  cancel: string;
  sound: string;
  notifications: string;
  notificationsBlocked: string;
  stateIdle: string;
  stateStarting: string;
  stateRestoring: string;
  stateQueued: string;
  stateActive: string;
  stateOffline: string;
  stateEnding: string;
  stateEnded: string;

  // status banners
  offline: string;
  /** `attempts`: how often it has been tried. */
  reconnecting(attempts: number): string;
  serverOffline: string;
  catchingUp: string;
  tryNow: string;
  queueWaiting: string;
  queuePosition(position: number): string;
  /** `duration` is ready to show. */
  queueWait(duration: string): string;
  storageMemory: string;
  /** The chat's own script did not load. */
  engineFailed: string;
  /** `time` is ready to show, when it is known. */
  idleWarning(time: string | undefined): string;
  /** The server does not let this page in. */
  refused(reason: string): string;
  startFailed(reason: string): string;
  restoreFailed: string;
  /** `by`: a Role; `reason`: agent, visitor, idle, visitor-gone, blocked. */
  ended(by: string, reason: string | undefined): string;
  startNew: string;
  dismiss: string;

  // transcript
  conversation: string;
  /** Shown where nothing was written yet. */
  greeting: string;
  greetingHint: string;
  loadOlder: string;
  loadingOlder: string;
  newDivider: string;
  /** On the pill. */
  newMessages(count: number): string;
  toLatest: string;
  today: string;
  yesterday: string;
  /** `names`: those who are known; empty when nobody's name is. */
  typing(names: readonly string[]): string;
  joined(name: string): string;
  /** `reason`: left, transferred, connection-lost, ended. */
  left(name: string, reason: string | undefined): string;
  transferred(to: string | undefined): string;
  /** `status`: queued, idle-warning, visitor-gone, visitor-back; others show nothing. */
  status(status: string): string;
  you: string;
  agent: string;
  supervisor: string;
  bot: string;
  system: string;
  /** How a message group is read: its writer and time. */
  byAt(name: string, time: string): string;

  // one message
  held: string;
  queued: string;
  sending: string;
  sent: string;
  delivered: string;
  seen: string;
  unconfirmed: string;
  notSent: string;
  /** Why it was not sent. */
  error(code: ChatErrorCode): string;
  retry: string;
  delete: string;

  // announcements
  announceMessage(name: string, text: string): string;
  announceMany(count: number): string;
  announceNotSent(reason: string): string;

  // composer
  message: string;
  placeholder: string;
  /** While offline: what is sent is kept. It stands in one line of a small phone: 30 letters at most. */
  placeholderOffline: string;
  send: string;
  composerHint: string;
  charactersLeft(count: number): string;
  charactersOver(count: number): string;
  composerEnded: string;
  composerBlocked: string;
}

/** A table of texts, made for the way its language and region write numbers. */
export type TermTable = (number: Format) => Terms;

/** One language. */
export interface Locale {
  /** A language tag, as narrow as the texts are: `ar` serves `ar-EG` too. */
  readonly lang: string;
  readonly terms: TermTable;
  /** Fetches the texts that only some conversations or pages need; left out, those are English. */
  readonly more?: () => Promise<MoreTermTable>;
}
