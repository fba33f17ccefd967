import type { PageTerms } from '../../locales/more/terms.js';
import type { Field, FormValues } from './fields.js';

/** What is wrong with a field: a term, with its number; or the page's own words. */
export type Problem =
  { readonly term: keyof PageTerms & `error${string}`; readonly max?: number } | { readonly text: string };

// Something, an @, and a name with a dot in it: what is stricter refuses addresses that work.
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const TEL = /^\+?[\d\s().\-/]{3,}$/;

function missing(field: Field, value: string | boolean): Problem | undefined {
  if (!field.required || (typeof value === 'string' ? value.trim() !== '' : value)) return undefined;
  if (field.type === 'checkbox') return { term: 'errorTick' };
  return { term: field.type === 'select' ? 'errorChoice' : 'errorMissing' };
}

/** What is wrong with the value of a field by our rules, if anything. Pure. */
export function problemOf(field: Field, value: string | boolean): Problem | undefined {
  const none = missing(field, value);
  if (none || typeof value === 'boolean' || value.trim() === '') return none;
  if (value.length > field.max) return { term: 'errorLong', max: field.max };
  if (field.type === 'email' && !EMAIL.test(value.trim())) return { term: 'errorEmail' };
  if (field.type === 'tel' && !TEL.test(value.trim())) return { term: 'errorTel' };
  return undefined;
}

/** What the page's own check says, if it has one. A check that throws is reported, and lets it pass. */
export function verdictOf(
  field: Field,
  value: string | boolean,
  values: FormValues,
  element: HTMLElement,
): Problem | undefined {
  if (typeof field.validate !== 'function') return undefined;
  try {
    const verdict: unknown = field.validate(value, values, element);
    if (typeof verdict === 'string' && verdict !== '') return { text: verdict };
    return verdict === false ? { term: 'errorOther' } : undefined;
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
