import type { UserData } from '../../session/model/types.js';
import { isPlain } from './copy.js';

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The flat part of what a page gives as userData, and the names of what is not flat. */
export function flatData(value: unknown): { readonly data: UserData; readonly wrong: readonly string[] } {
  const data: Record<string, string | number | boolean | null> = {};
  const wrong: string[] = [];
  if (!isPlain(value)) return { data, wrong: value === undefined ? [] : ['userData'] };
  for (const [name, item] of Object.entries(value)) {
    if (FORBIDDEN.has(name)) continue;
    if (item === null || ['string', 'number', 'boolean'].includes(typeof item))
      data[name] = item as string | number | boolean | null;
    else wrong.push(`userData.${name}`);
  }
  return { data, wrong };
}
