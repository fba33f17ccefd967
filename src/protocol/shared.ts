/** The pieces that frames of both directions are made of. */
import * as v from 'valibot';
import { MAX_FIELD, MAX_ID } from './limits.js';

/** An id, a key or a credential: a short, non-empty string without control characters. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID), v.regex(/^[\x21-\x7e]+$/));

/** A short text a person typed or is called by. */
export const field = v.pipe(v.string(), v.maxLength(MAX_FIELD));

/** A sequence number: 1 for the first entry of a conversation; 0 stands for "before the first". */
export const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A moment: milliseconds since 1970, by the server's clock. */
export const time = v.pipe(v.number(), v.finite());

/** What somebody is in a conversation. */
export const role = v.picklist(['visitor', 'agent', 'supervisor', 'bot', 'system']);

/** Who did something: shown beside their entries. */
export const author = v.object({
  id,
  role,
  name: v.optional(field),
  avatar: v.optional(v.pipe(v.string(), v.maxLength(2048))),
});

/** Where a conversation stands, as the server sees it. */
export const phase = v.picklist(['queued', 'active', 'ended']);

/** Why a conversation ended, a person left or a message from the server was sent. */
export const reason = v.pipe(v.string(), v.maxLength(64));
