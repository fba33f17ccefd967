/** What is written about files, in the language of the element. */
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { isolate } from '../../locales/isolate.js';
import { fileTerms } from '../../locales/more/en-files.js';
import { moreTerms } from '../../locales/more/more-terms.js';
import type { FileTerms } from '../../locales/more/terms.js';
import type { FileLimits, Upload } from '../../session/model/types.js';

/** The texts about files: those of the element's language, English where that has none. */
export function textsOf({ lang }: LocalizeController): FileTerms {
  return moreTerms(lang, fileTerms);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people say it: `812 byte`, `68 kB`, `1.4 MB`. */
export function sizeText(bytes: number, { lang }: LocalizeController): string {
  let unit = 0;
  let value = bytes;
  for (; value >= 1000 && unit < UNITS.length - 1; unit++) value /= 1000;
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: UNITS[unit]!,
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: unit > 1 && value < 100 ? 1 : 0,
  }).format(value);
}

/** How much of a file has arrived, in per cent, and how large it is. */
export function progressText({ sent, size }: Pick<Upload, 'sent' | 'size'>, localize: LocalizeController): string {
  const share = size === 0 ? 0 : Math.floor((sent / size) * 100) / 100;
  const per = new Intl.NumberFormat(localize.lang, { style: 'percent' }).format(share);
  return `${isolate(per)} · ${isolate(sizeText(size, localize))}`;
}

/** Why a file was not taken, with the limit where that is the reason. */
export function refusalText(
  { error = 'refused' }: Pick<Upload, 'error'>,
  limits: FileLimits | null,
  localize: LocalizeController,
): string {
  const texts = textsOf(localize);
  if (limits && error === 'too-large') return texts.fileTooLarge(sizeText(limits.maxSize, localize));
  if (limits && error === 'too-many') return texts.fileTooMany(limits.maxCount);
  return texts.fileError(error);
}

/**
 * Controls, marks that turn the direction of reading, and what has no width: they make a name look like another. Whoever
 * gave the name may be anybody, and whoever passed it on may not have looked.
 */
const DECEIVING = /[\p{Cc}\p{Surrogate}\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** A name that shows as what it is: what would deceive is seen. */
export function honestName(name: string): string {
  return name.replace(DECEIVING, '\uFFFD');
}
