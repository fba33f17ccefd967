import type { Format } from './terms.js';

/**
 * The texts of elements that only some pages have. They are a table of their own, fetched with the first of those
 * elements, because every visitor who opens a chat loads the other one. The rules are those of {@link Terms}.
 */
export interface MoreTerms {
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

  // the transcript as a file
  /** The name of the file, without its ending. */
  fileName: string;
  fileHeading: string;
  /** `time` is ready to show. */
  fileSaved(time: string): string;
  filePartial: string;
  fileEnd: string;
}

/** A table of these texts, made for the way its language and region write numbers. */
export type MoreTermTable = (number: Format) => MoreTerms;
