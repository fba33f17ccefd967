import { isolate } from '../isolate.js';
import type { Format } from '../terms.js';
import type { FileErrorTexts, FileTerms } from './terms.js';

/** What `error` says of files; the other codes are in the table that every visitor loads. */
const errors: Readonly<Record<string, string>> = {
  empty: 'It is empty',
  'too-large': 'A file is too large',
  'too-many': 'These are too many files',
  'type-not-allowed': 'Files of this type are not taken',
  'type-mismatch': 'What is in the file is not what its name says',
  'unknown-file': 'The file is not there any more',
  unreadable: 'The file can’t be read any more: please choose it again',
} satisfies FileErrorTexts;

/** English, about files. */
export const fileTerms = (number: Format): FileTerms => ({
  attach: 'Attach files',
  attachDrop: 'Drop files here to attach them',
  attached: 'Files for the next message',
  fileWaiting: 'Waiting',
  fileReady: 'Ready to send',
  fileProgress: (name) => `Uploading ${isolate(name)}`,
  fileRemove: (name) => `Remove ${isolate(name)}`,
  fileRetry: (name) => `Try ${isolate(name)} again`,
  fileDownload: (name, size) => `Download ${isolate(name)}, ${size}`,
  filePicture: (name) => `Picture: ${isolate(name)}`,
  fileTooLarge: (size) => `Larger than ${size}, the most that is taken`,
  fileTooMany: (count) => `More than ${number(count)} files in one message`,
  fileError: (code) => errors[code] ?? 'The file was declined',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} is ready to send`,
});
