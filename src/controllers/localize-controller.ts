import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from '../locales/en.js';
import { langOf } from '../locales/lang-of.js';
import { languageFor, numbersOf, onLanguageChange, validTag, type Language } from '../locales/localizer.js';
import type { Terms } from '../locales/terms.js';

type Args<F> = F extends (...args: infer A) => string ? A : [];

const DAY = 86_400_000;

/** Midnight before a moment, in local time: days are not all 24 hours long. */
const dayOf = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0);

const english = (lang: string): Language => {
  const number = numbersOf(lang);
  return { lang, terms: en(number), number };
};

/**
 * Texts, times and numbers in the language of the nearest `lang`; the element renders again when that changes or its
 * table arrives.
 *
 * @example
 * readonly #localize = new LocalizeController(this);
 * // in render():
 * this.#localize.term('newMessages', 3); // '3 new messages'
 * this.#localize.time(entry.at); // '14:05'
 */
export class LocalizeController implements ReactiveController {
  #host: ReactiveControllerHost & Element;
  #language = english('en');
  #formats = new Map<string, Intl.DateTimeFormat>();
  #midnight: ReturnType<typeof setTimeout> | undefined;
  #undo: (() => void) | undefined;

  /** @param host - the element */
  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#undo = onLanguageChange(this.#host, this.#changed);
    this.#changed();
  }

  hostDisconnected(): void {
    this.#undo?.();
    clearTimeout(this.#midnight);
    this.#midnight = undefined;
  }

  /** The language that the texts are in, with the page's region. */
  get lang(): string {
    return this.#language.lang;
  }

  /** One text. */
  term<K extends keyof Terms>(key: K, ...args: Args<Terms[K]>): string {
    const term: unknown = this.#language.terms[key] ?? en(this.#language.number)[key];
    return typeof term === 'function' ? (term as (...args: unknown[]) => string)(...args) : String(term);
  }

  /** The time of day: `14:05`, `2:05 PM`. */
  time(ms: number): string {
    return this.#format({ hour: 'numeric', minute: '2-digit' }, ms);
  }

  /**
   * The day, as a separator shows it: Today, Yesterday, a weekday within the last week, else the date. An element that
   * has asked renders again at midnight, when today becomes yesterday.
   */
  date(ms: number): string {
    this.#watchMidnight();
    const ago = Math.round((dayOf(Date.now()) - dayOf(ms)) / DAY);
    if (ago === 0) return this.term('today');
    if (ago === 1) return this.term('yesterday');
    if (ago > 1 && ago < 7) return this.#format({ weekday: 'long' }, ms);
    const sameYear = new Date(ms).getFullYear() === new Date().getFullYear();
    return this.#format(sameYear ? { day: 'numeric', month: 'long' } : { dateStyle: 'long' }, ms);
  }

  /** Day and time in full, for a tooltip or a screen reader. */
  dateTime(ms: number): string {
    return this.#format({ dateStyle: 'long', timeStyle: 'short' }, ms);
  }

  /** A length of time, rounded as people say it: `40 seconds`, `3 minutes`, `2 hours`. */
  duration(ms: number): string {
    const seconds = Math.max(0, Math.round(ms / 1000));
    const minutes = Math.round(seconds / 60);
    const [value, unit] =
      seconds < 60 ? [seconds, 'second'] : minutes < 60 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
    return new Intl.NumberFormat(this.lang, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  }

  #changed = (): void => {
    const tag = langOf(this.#host);
    // Where there is no table for the page's language, times and numbers are English as well: one language at a time.
    this.#language = languageFor(tag) ?? english(/^en\b/i.test(tag) ? validTag(tag, 'en') : 'en');
    this.#formats.clear();
    this.#host.requestUpdate();
  };

  #format(options: Intl.DateTimeFormatOptions, ms: number): string {
    const key = JSON.stringify(options);
    let format = this.#formats.get(key);
    if (!format) this.#formats.set(key, (format = new Intl.DateTimeFormat(this.lang, options)));
    return Number.isFinite(ms) ? format.format(ms) : '';
  }

  #watchMidnight(): void {
    this.#midnight ??= setTimeout(
      () => {
        this.#midnight = undefined;
        this.#host.requestUpdate();
      },
      new Date().setHours(24, 0, 1, 0) - Date.now(),
    );
  }
}
