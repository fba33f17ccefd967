/** The name of a file: shown, and offered for saving, but never a path. */
import { MAX_FILE_NAME } from '../../../src/protocol/index.js';
import { endingOf, endingsOf } from './types.js';

/**
 * What can make a name look like another one, or act on the device where it is saved: control characters, marks that turn
 * the direction of reading (`cod\u202Etxt.exe` reads "codexe.txt"), characters without width, and halves of surrogate pairs.
 */
const DECEIVING = /[\p{Cc}\p{Surrogate}\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** What file systems give a meaning. */
const RESERVED = /[<>:"|?*]/g;
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name that is safe to show and to save under. */
export function cleanName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(DECEIVING, '')
    .normalize('NFC')
    .replace(RESERVED, '_')
    .replace(/\s+/gu, ' ')
    // A leading dot hides a file, and Windows drops dots and blanks at the end.
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(DEVICES, '_$1');
  return shortened(clean === '' ? 'file' : clean);
}

/** The same with an ending that fits the content, so that what is saved opens as what it is. */
export function nameFor(name: string, type: string): string {
  const fitting = endingsOf(type);
  const [first] = fitting;
  return first === undefined || fitting.includes(endingOf(name)) ? name : shortened(`${name}.${first}`);
}

/** Cuts in the middle, so that the ending stays. */
function shortened(name: string): string {
  if (name.length <= MAX_FILE_NAME) return name;
  const ending = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
  const head = name.slice(0, MAX_FILE_NAME - ending.length);
  // The cut may halve a character that takes two units.
  return head.replace(/\p{Surrogate}/gu, '').trimEnd() + ending;
}

/** The header that has a file saved under its name, also by browsers that know only ASCII. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
