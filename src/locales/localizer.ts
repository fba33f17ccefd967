import type { Format, Locale, Terms } from './terms.js';

/*
 * Which languages there are. English is built in and is the fallback; another one is fetched when the first element
 * asks for it. What language an element speaks is the element's affair (`langOf`): two chats on one page may differ.
 */

/** A locale as an element uses it: with the region of the page, and numbers in its digits. */
export type Language = {
  readonly lang: string;
  readonly terms: Terms;
  readonly number: Format;
  readonly more?: Locale['more'];
};

const loaders = new Map<string, () => Promise<Locale>>();
const locales = new Map<string, Locale>();
const languages = new Map<string, Language>();
const listeners = new Set<() => void>();
const observed = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/** Texts have come or changed: every element that shows some renders again. */
export const notifyLanguages = (): void => {
  for (const listener of [...listeners]) listener();
};

/** Adds or replaces a language; elements that speak it render again. */
export function registerLocale(locale: Locale): void {
  locales.set(locale.lang.toLowerCase(), locale);
  languages.clear();
  notifyLanguages();
}

/** Says where a language comes from, when an element first asks for it. */
export function registerLocaleLoader(lang: string, load: () => Promise<Locale>): void {
  loaders.set(lang.toLowerCase(), load);
  notifyLanguages();
}

let bundled: Promise<void> | undefined;

/** Learns which languages the package has, unless the page has said where that one comes from. */
function findBundled(): void {
  bundled ??= import('./bundled.js').then(
    (found) => {
      for (const [lang, load] of Object.entries(found.bundled))
        if (!locales.has(lang) && !loaders.has(lang)) loaders.set(lang, async () => (await load()).default);
      notifyLanguages();
    },
    () => (bundled = undefined),
  );
}

/** The tag as Intl takes it, or the fallback: a page may have a `lang` that is no language tag. */
export function validTag(tag: string, fallback: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? fallback;
  } catch {
    return fallback;
  }
}

/** Numbers as a language writes them. */
export function numbersOf(lang: string): Format {
  const format = new Intl.NumberFormat(lang);
  return (value) => format.format(value);
}

/** Fetches a locale once. What can't be fetched stays English: a chat in a second language is better than none. */
function fetchLocale(lang: string, load: () => Promise<Locale>): void {
  loaders.delete(lang);
  load().then(registerLocale, () => loaders.set(lang, load));
}

/** The language for a tag, the narrowest first (`pt-BR`, then `pt`); undefined means English, for good or for now. */
export function languageFor(tag: string): Language | undefined {
  const known = languages.get(tag);
  if (known) return known;
  for (let lang = tag.toLowerCase(); lang; lang = lang.slice(0, Math.max(0, lang.lastIndexOf('-')))) {
    const locale = locales.get(lang);
    if (locale) {
      const valid = validTag(tag, validTag(lang, 'en'));
      const number = numbersOf(valid);
      const language = { lang: valid, terms: locale.terms(number), number, more: locale.more };
      languages.set(tag, language);
      return language;
    }
    const load = loaders.get(lang);
    if (load) {
      fetchLocale(lang, load);
      return undefined;
    }
  }
  if (tag && !/^en\b/i.test(tag)) findBundled();
  return undefined;
}

/** Calls back when a language arrived, or when `lang` or `dir` changed in any root around the element; returns its undo. */
export function onLanguageChange(element: Element, listener: () => void): () => void {
  listeners.add(listener);
  observer ??= new MutationObserver(notifyLanguages);
  for (
    let root: Node | undefined = element.getRootNode();
    root;
    root = (root as Partial<ShadowRoot>).host?.getRootNode()
  ) {
    if (observed.has(root)) continue;
    observed.add(root);
    observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
  }
  return () => listeners.delete(listener);
}
