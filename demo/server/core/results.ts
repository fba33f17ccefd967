/** What is answered of one item of a batch. */
import * as v from 'valibot';
import type { WireCode, WireItemResult } from '../../../src/protocol/index.js';
import { id as idSchema } from '../../../src/protocol/shared.js';

/** An item that is not stored, and why. */
export function refused(item: unknown, code: WireCode, field?: string): WireItemResult {
  return { id: idOf(item), status: 'refused', code, ...(field !== undefined && { field }) };
}

/** An item that was not looked at. */
export function later(item: unknown, code: string, retryAfter: number | undefined): WireItemResult {
  return { id: idOf(item), status: 'later', code, ...(retryAfter !== undefined && { retryAfter }) };
}

/** An item's id, or `?`: results are in the order of the items, so one that has none is still told apart. */
function idOf(item: unknown): string {
  const id =
    typeof item === 'object' && item !== null && Object.hasOwn(item, 'id') ? (item as { id: unknown }).id : undefined;
  return v.is(idSchema, id) ? id : '?';
}
