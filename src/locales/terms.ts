import type { ChatErrorCode } from '../session/model/errors.js';
import type { MoreTermTable } from './more-terms.js';

/**
 * Every text that the elements show. A parameter makes a term a function; a plural is the function's own affair. Keys
 * are ours, not English. Numbers inside a term are formatted by the `Format` that the table is made with, names are
 * isolated by `isolate()`, so that a name in another script does not turn the sentence round.
 */

/** Formats a number in the language and the digits of the element. */
export type Format = (value: number) => string;

/** The texts of rich messages, which come with the first of them. */
export interface RichTerms {
  /** Beside what was chosen, for those who don't see the mark. */
  richChosen: string;
  /** On the button of a list or a form that names none. */
  richSend: string;
  /** In its place afterwards. */
  richSent: string;
  richPickOne: string;
  /** How many may be picked; `min` may be 0. */
  richPick(min: number, max: number): string;
  richPickMissing: string;
  richPickTooMany(max: number): string;
  /** At a field that must be filled in, and at one that is filled in wrongly. */
  richMissing: string;
  richWrong: string;
  /** Beside the name of a field, in brackets. */
  richNeeded: string;
  /** The answer of a box that was ticked. */
  richYes: string;
  richOpens: string;
  /** On the place of a picture that is not loaded from a host that nobody named. */
  richShowPicture(host: string): string;
  richPictureFailed: string;
  /** The names of lists that scroll. */
  richCards: string;
  richPictures: string;
  richPrevious: string;
  richNext: string;
  richPosition(place: number, of: number): string;
  /** `time` is ready to show. */
  richTimeLeft(time: string): string;
  richTimeOver: string;
  richDate: string;
  richTime: string;
  richDateTime: string;
  /** Beside a message that was corrected. */
  amendedEdited: string;
  /** In the place of a message that was taken back. */
  amendedRetracted: string;
  /** Of a message whose first words are still to come. */
  amendedWriting: string;
}

/** The texts about files, which come with the first file. */
export interface FileTerms {
  /** On the button that chooses files. */
  attach: string;
  /** While files are being dragged over the composer. */
  attachDrop: string;
  /** The name of the list. */
  attached: string;
  fileWaiting: string;
  fileReady: string;
  fileProgress(name: string): string;
  fileRemove(name: string): string;
  fileRetry(name: string): string;
  /** `size` is ready to show. */
  fileDownload(name: string, size: string): string;
  /** What a picture is called that nobody has described. */
  filePicture(name: string): string;
  /** `size`: the limit, ready to show. */
  fileTooLarge(size: string): string;
  fileTooMany(count: number): string;
  /** Why a file was not taken. */
  fileError(code: ChatErrorCode): string;
  /** Said aloud when a file was not taken. */
  fileFailed(name: string, reason: string): string;
  /** Said aloud when a file is on the server. */
  fileDone(name: string): string;
}

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
  /** While offline: what is sent is kept. */
  placeholderOffline: string;
  send: string;
  composerHint: string;
  charactersLeft(count: number): string;
  charactersOver(count: number): string;
  composerEnded: string;
  composerBlocked: string;
}

/** A table of texts, made for the way its language and region write numbers. */
export type TermTable = (number: Format) => Terms & Partial<RichTerms & FileTerms>;

/** One language. */
export interface Locale {
  /** A language tag, as narrow as the texts are: `ar` serves `ar-EG` too. */
  readonly lang: string;
  readonly terms: TermTable;
  /** Fetches the texts of elements that only some pages have; left out, those are English. */
  readonly more?: () => Promise<MoreTermTable>;
}
