import type { Format } from './terms.js';

/** The plural categories of each language that we speak, as CLDR has them: a form that is missing does not compile. */
export interface PluralForms {
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  cs: 'one' | 'few' | 'many' | 'other';
  da: 'one' | 'other';
  de: 'one' | 'other';
  el: 'one' | 'other';
  en: 'one' | 'other';
  es: 'one' | 'many' | 'other';
  fa: 'one' | 'other';
  fi: 'one' | 'other';
  fr: 'one' | 'many' | 'other';
  he: 'one' | 'two' | 'other';
  hi: 'one' | 'other';
  id: 'other';
  it: 'one' | 'many' | 'other';
  ja: 'other';
  ko: 'other';
  nb: 'one' | 'other';
  nl: 'one' | 'other';
  pl: 'one' | 'few' | 'many' | 'other';
  pt: 'one' | 'many' | 'other';
  sv: 'one' | 'other';
  tr: 'one' | 'other';
  uk: 'one' | 'few' | 'many' | 'other';
  ur: 'one' | 'other';
  zh: 'other';
}

/**
 * Counts something in the forms of a language; `#` stands for the number, which some forms leave unsaid.
 *
 * @example
 * const messages = plural('de', { one: '# neue Nachricht', other: '# neue Nachrichten' });
 * messages(3, number); // '3 neue Nachrichten'
 */
export function plural<L extends keyof PluralForms>(
  lang: L,
  forms: Readonly<Record<PluralForms[L], string>>,
): (count: number, format: Format) => string {
  const rules = new Intl.PluralRules(lang);
  const known: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other?: string } = forms;
  return (count, format) => (known[rules.select(count)] ?? known.other ?? '#').replace('#', () => format(count));
}
