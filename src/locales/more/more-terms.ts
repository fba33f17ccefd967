import { languageFor, notifyLanguages, numbersOf, validTag } from '../localizer.js';
import type { Format, Locale } from '../terms.js';
import type { MoreTerms, MoreTermTable } from './terms.js';

type Load = NonNullable<Locale['more']>;
type English = (number: Format) => Partial<MoreTerms>;

const loading = new Set<Load>();
const tables = new Map<Load, MoreTermTable>();
const made = new WeakMap<English, Map<string, { readonly table: MoreTermTable | undefined; readonly terms: object }>>();

/** What can't be fetched stays English, and is asked for again by the next element that shows it. */
function fetchTable(load: Load): void {
  if (loading.has(load)) return;
  loading.add(load);
  load()
    .then((table) => {
      tables.set(load, table);
      notifyLanguages();
    })
    .catch(() => undefined)
    .finally(() => loading.delete(load));
}

/**
 * A group of the texts that only some need, in the language of a tag. They are in English until the table of the
 * language is here; then every element renders again.
 * @param english - the group, as it is in `en-….ts`
 */
export function moreTerms<T extends Partial<MoreTerms>>(tag: string, english: (number: Format) => T): T {
  const language = languageFor(tag);
  const table = language?.more && tables.get(language.more);
  if (language?.more && !table) fetchTable(language.more);
  const lang = language?.lang ?? (/^en\b/i.test(tag) ? validTag(tag, 'en') : 'en');
  const group = made.get(english) ?? new Map<string, { table: MoreTermTable | undefined; terms: object }>();
  made.set(english, group);
  let known = group.get(lang);
  if (known?.table !== table || !known) {
    const number = language?.number ?? numbersOf(lang);
    known = { table, terms: { ...english(number), ...table?.(number) } };
    group.set(lang, known);
  }
  return known.terms as T;
}
