import { langOf } from '../locales/lang-of.js';
import { languageFor, numbersOf, type Language } from '../locales/localizer.js';
import { moreEn } from '../locales/more-en.js';
import type { MoreTerms, MoreTermTable } from '../locales/more-terms.js';
import { LocalizeController } from './localize-controller.js';

type Args<F> = F extends (...args: infer A) => string ? A : [];
type Load = NonNullable<Language['more']>;

const english = moreEn(numbersOf('en'));
const loading = new Map<Load, Promise<MoreTermTable>>();
const tables = new Map<Load, MoreTermTable>();
const made = new WeakMap<Language, MoreTerms>();

/**
 * Texts, times and numbers as of {@link LocalizeController}, and the texts of elements that only some pages have
 * (`MoreTerms`). Those of another language than English are fetched when the first is asked for.
 */
export class MoreLocalizeController extends LocalizeController {
  #element: ConstructorParameters<typeof LocalizeController>[0];

  constructor(element: ConstructorParameters<typeof LocalizeController>[0]) {
    super(element);
    this.#element = element;
  }

  /** One text of the second table. */
  more<K extends keyof MoreTerms>(key: K, ...args: Args<MoreTerms[K]>): string {
    const term: unknown = this.#terms[key] ?? english[key];
    return typeof term === 'function' ? (term as (...args: unknown[]) => string)(...args) : String(term);
  }

  /** The day, whenever it was: `Tuesday, 10 March 2026`. */
  fullDate(ms: number): string {
    return Number.isFinite(ms) ? new Intl.DateTimeFormat(this.lang, { dateStyle: 'full' }).format(ms) : '';
  }

  get #terms(): MoreTerms {
    const language = languageFor(langOf(this.#element));
    if (!language?.more) return english;
    const known = made.get(language);
    if (known) return known;
    const table = tables.get(language.more);
    if (!table) {
      this.#fetch(language.more);
      return english;
    }
    const terms = table(language.number);
    made.set(language, terms);
    return terms;
  }

  /** What can't be fetched stays English, and is asked for again by the next element. */
  #fetch(load: Load): void {
    const fetching = loading.get(load) ?? load();
    loading.set(load, fetching);
    fetching.then(
      (table) => {
        tables.set(load, table);
        this.#element.requestUpdate();
      },
      () => loading.delete(load),
    );
  }
}
