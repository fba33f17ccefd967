import { langOf } from '../locales/lang-of.js';
import { pageTerms } from '../locales/more/en.js';
import { moreTerms } from '../locales/more/more-terms.js';
import type { PageTerms } from '../locales/more/terms.js';
import { LocalizeController } from './localize-controller.js';

type Args<F> = F extends (...args: infer A) => string ? A : [];

/** Texts, times and numbers as of {@link LocalizeController}, and the texts of elements that only some pages have. */
export class MoreLocalizeController extends LocalizeController {
  #element: ConstructorParameters<typeof LocalizeController>[0];

  constructor(element: ConstructorParameters<typeof LocalizeController>[0]) {
    super(element);
    this.#element = element;
  }

  /** One of these texts. */
  more<K extends keyof PageTerms>(key: K, ...args: Args<PageTerms[K]>): string {
    const term: unknown = moreTerms(langOf(this.#element), pageTerms)[key];
    return typeof term === 'function' ? (term as (...args: unknown[]) => string)(...args) : String(term);
  }

  /** The day, whenever it was: `Tuesday, 10 March 2026`. */
  fullDate(ms: number): string {
    return Number.isFinite(ms) ? new Intl.DateTimeFormat(this.lang, { dateStyle: 'full' }).format(ms) : '';
  }

  /** A time to come: `Monday 09:00` within a week, else with the date. */
  moment(ms: number): string {
    const soon = ms - Date.now() < 6 * 24 * 60 * 60 * 1000;
    const day = soon ? ({ weekday: 'long' } as const) : ({ weekday: 'long', day: 'numeric', month: 'long' } as const);
    const format = { ...day, hour: 'numeric', minute: '2-digit' } as const;
    return Number.isFinite(ms) ? new Intl.DateTimeFormat(this.lang, format).format(ms) : '';
  }
}
