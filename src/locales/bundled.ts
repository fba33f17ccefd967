import type { Locale } from './terms.js';

/** The languages of the package. A list of its own, fetched by the first page in another language than English. */
export const bundled: Readonly<Record<string, () => Promise<{ readonly default: Locale }>>> = {
  ar: () => import('./ar.js'),
};
