/** What text may be. */

/** NUL and halves of surrogate pairs: no text that a person writes, and nothing that every database can keep. */
const UNFIT = /\0|\p{Surrogate}/u;
const ALL_UNFIT = /\0|\p{Surrogate}/gu;

/** Whether a text has characters that can't be kept. */
export function illFormed(text: string): boolean {
  return UNFIT.test(text);
}

/** The text without them, for what is shown once and not kept. */
export function wellFormed(text: string): string {
  return text.replace(ALL_UNFIT, '');
}

/** The path of the first string, key or value, that is ill-formed in a frame that fits its schema. */
export function illFormedPath(data: unknown, path = ''): string | undefined {
  if (typeof data === 'string') return illFormed(data) ? path : undefined;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  for (const [key, value] of Object.entries(data)) {
    if (illFormed(key)) return path;
    const found = illFormedPath(value, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
