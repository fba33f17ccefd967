/** The types of files that the server knows by name, with the endings that belong to them. */
import { TYPE_ALIASES } from '../../../src/vocabulary/file-types.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** Endings by type; the first is the one that is put where none fits. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/heic': ['heic', 'heif'],
  'image/svg+xml': ['svg'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'text', 'log', 'md'],
  'text/csv': ['csv'],
  'text/html': ['html', 'htm'],
  'application/xml': ['xml'],
  'application/json': ['json'],
  'application/zip': ['zip'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/webm': ['webm', 'weba'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'video/quicktime': ['mov', 'qt'],
  [`${OFFICE}.wordprocessingml.document`]: ['docx'],
  [`${OFFICE}.spreadsheetml.sheet`]: ['xlsx'],
  [`${OFFICE}.presentationml.presentation`]: ['pptx'],
  [`${OPEN}.text`]: ['odt'],
  [`${OPEN}.spreadsheet`]: ['ods'],
};

/** What is taken unless it is configured otherwise: nothing that a browser or a system would run. */
export const DEFAULT_TYPES: readonly string[] = Object.keys(ENDINGS).filter(
  (type) => !['image/svg+xml', 'text/html', 'application/xml', 'application/json', 'application/zip'].includes(type),
);

/** A type as it is compared: lower case, without parameters, by its usual name; undefined where nothing is claimed. */
export function plainType(type: string | null | undefined): string | undefined {
  const bare = (type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (bare === '' || bare === 'application/octet-stream') return undefined;
  return Object.hasOwn(TYPE_ALIASES, bare) ? TYPE_ALIASES[bare] : bare;
}

/** What somebody claims by the type and the name of a file. Some systems take every table for Excel's. */
export function claimOf(type: string | null | undefined, name: string): string | undefined {
  const claimed = plainType(type);
  return claimed === 'application/vnd.ms-excel' && endingOf(name) === 'csv' ? 'text/csv' : claimed;
}

/** The last part of a name, in lower case. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The endings that fit a type; none for a type that is not known here. */
export function endingsOf(type: string): readonly string[] {
  return Object.hasOwn(ENDINGS, type) ? (ENDINGS[type] ?? []) : [];
}
