import type { ChatErrorCode } from '../../session/model/errors.js';
import type { FileErrorCode, Format } from '../terms.js';

/*
 * Texts that only some conversations or pages need, in groups; every visitor who opens a chat loads those of `Terms`. English
 * comes group by group, with the code that shows it (`en-files.ts`); another language in one piece, with the first of them.
 * The rules are those of `Terms`.
 */

/** The texts of elements that only some pages have. */
export interface PageTerms {
  // form
  formHeading: string;
  formText: string;
  formStart: string;
  formCancel: string;
  /** Beside the label of a field that may stay empty. */
  formOptional: string;
  /** The first choice of a list in which nothing is chosen yet. */
  formChoose: string;
  nickname: string;
  firstname: string;
  lastname: string;
  email: string;
  subject: string;
  errorMissing: string;
  errorChoice: string;
  errorTick: string;
  errorEmail: string;
  errorTel: string;
  errorLong(max: number): string;
  errorOther: string;

  // a message that is left
  leaveHeading: string;
  /** `back`: day and time of the next opening, ready to show. */
  leaveText(back: string | undefined): string;
  leaveMessage: string;
  leaveSend: string;
  leaveSending: string;
  /** `reason` is a text of `error`. */
  leaveFailed(reason: string): string;
  leftHeading: string;
  leftText: string;
  leftDone: string;

  // emojis
  emojis: string;
  emojiSearch: string;
  /** How many a search has found; 0: none. */
  emojiFound(count: number): string;
  emojiRecent: string;
  /** `group`: the position in the data, 0 to 8: smileys, people, nature, food, travel, activities, objects, symbols, flags. */
  emojiGroup(group: number): string;
  emojiFailed: string;
  skinTone: string;
  /** 0: as it is; then 1 (light) to 5 (dark). */
  skinToneOf(tone: number): string;

  // actions
  actions: string;
  saveTranscript: string;
  savingTranscript: string;

  // invitation
  invitation: string;
  inviteHeading: string;
  inviteText: string;
  inviteAccept: string;
  inviteDecline: string;

  // survey
  surveyQuestion: string;
  /** One of the choices; 1 is the lowest. */
  surveyRating(rating: number, scale: number): string;
  surveyComment: string;
  surveySend: string;
  surveySending: string;
  surveyMissing: string;
  /** `answered`: it was, before, and in another way. */
  surveyFailed(answered: boolean): string;
  surveyThanks: string;

  // the transcript as a file
  /** The name of the file, without its ending. */
  fileName: string;
  fileHeading: string;
  /** `time` is ready to show. */
  fileSaved(time: string): string;
  filePartial: string;
  fileEnd: string;
}

/** The texts of rich messages. */
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
  /** An agent has it now, after another. */
  reassigned(to: string, before: string): string;
  /** `open`, `pending`, `escalated`, `resolved` or `closed`. */
  caseStatus(status: string): string;
  /** Beside a message that was corrected. */
  amendedEdited: string;
  /** In the place of a message that was taken back. */
  amendedRetracted: string;
  /** Of a message whose first words are still to come. */
  amendedWriting: string;
}

/** What `fileError` says. */
export type FileErrorTexts = Readonly<Record<FileErrorCode | 'empty', string>>;

/** The texts about files. */
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

/** The texts of the list of threads. */
export interface ThreadTerms {
  /** What the list is called, and the button that leads to it. */
  threads: string;
  threadsEmpty: string;
  threadsFailed: string;
  threadsMore: string;
  /** Over those that were put away. */
  threadsArchived: string;
  threadRename: string;
  threadName: string;
  threadSave: string;
  threadArchive: string;
  threadRestore: string;
}

/** All groups. */
export type MoreTerms = PageTerms & RichTerms & FileTerms & ThreadTerms;

/** A table of all groups, made for the way its language and region write numbers. */
export type MoreTermTable = (number: Format) => MoreTerms;
