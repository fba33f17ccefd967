/** Whether a file may be sent, as far as that can be told before anything of it is. */
import { ChatError, type ChatErrorCode } from '../model/errors.js';
import type { FileLimits } from '../model/types.js';
import { TYPE_ALIASES } from '../../vocabulary/file-types.js';

/** Some systems take every table for this one's. */
const TABLE = 'application/vnd.ms-excel';

function plain(type: string): string {
  return type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function takes(types: readonly string[], given: string): boolean {
  const type = plain(given);
  // The device does not know: what is in it decides, and the server looks.
  if (type === '' || type === 'application/octet-stream' || types.length === 0) return true;
  const kind = `${type.split('/', 1)[0]}/*`;
  return [type, type === TABLE ? 'text/csv' : (TYPE_ALIASES[type] ?? type), kind, '*/*'].some((name) =>
    types.includes(name),
  );
}

/** Why a file can't be sent, or undefined. `before`: how many are in the message already. */
export function fault(
  { size, type }: { readonly size: number; readonly type: string },
  limits: FileLimits,
  before: number,
): ChatErrorCode | undefined {
  if (size === 0) return 'empty';
  if (size > limits.maxSize) return 'too-large';
  if (!takes(limits.types, type)) return 'type-not-allowed';
  return before >= limits.maxCount ? 'too-many' : undefined;
}

/** The same for a developer: which file it is, what it is, and what would do. */
export function faultError(
  code: ChatErrorCode,
  { name, size, type }: { readonly name: string; readonly size: number; readonly type: string },
  { maxSize, maxCount, types }: FileLimits,
): ChatError {
  const why: Partial<Record<ChatErrorCode, string>> = {
    empty: 'has 0 bytes; choose a file that has content',
    'too-large': `has ${size} bytes, at most ${maxSize} are taken; make it smaller`,
    'type-not-allowed': `is of the type ${plain(type)}; taken are ${types.join(', ')}`,
    'too-many': `is one too many, at most ${maxCount} go into one message; send the rest in another`,
  };
  return new ChatError(code, `sendFile: “${name}” ${why[code] ?? `was not taken (${code})`}`);
}

/**
 * The files among the options of `sendFile`: a file, a list of them, an input element that has some, or a list of such
 * inputs (a jQuery object is one). Known by what they are like: the session has no DOM.
 */
export function readFiles(value: unknown): readonly NamedBlob[] {
  if (value instanceof Blob) return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { files, length } = value as { readonly files?: unknown; readonly length?: unknown };
  if (files !== undefined && files !== null) return readFiles(files);
  if (typeof length !== 'number') return [];
  return Array.from(value as ArrayLike<unknown>).flatMap((item) => readFiles(item));
}

/** A file: a Blob that may have a name. */
export type NamedBlob = Blob & { readonly name?: string };
