/** Which language times and numbers are written in: the page's, in the reader's own way where they have one. */

/** Some browsers name the system's locale as it is (`en-US@posix`), and Intl throws at it. */
function valid(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const base = (tag: string): string | undefined => tag.split('-')[0];

/** The first of the reader's tags that is in the page's language; else the page's own; undefined where neither is a tag. */
export function languageOf(page: string, reader: readonly string[]): string | undefined {
  return [...reader.filter((tag) => base(tag) === base(page)), page].find(valid);
}
