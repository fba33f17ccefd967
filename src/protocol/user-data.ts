/** What a page tells about its visitor. */
import * as v from 'valibot';
import { MAX_DATA_KEYS, MAX_DATA_VALUE } from './limits.js';

/** Flat data about the visitor: strings, numbers, booleans, null. */
export const userData = v.pipe(
  v.record(
    v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
    v.union([v.pipe(v.string(), v.maxLength(MAX_DATA_VALUE)), v.number(), v.boolean(), v.null()]),
  ),
  v.check((data) => Object.keys(data).length <= MAX_DATA_KEYS, 'has too many keys'),
);

export type WireUserData = v.InferOutput<typeof userData>;
