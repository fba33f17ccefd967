/** The context that a page starts a conversation in, and what is asked before one. */
import * as v from 'valibot';
import { MAX_DATA_KEYS, MAX_DATA_VALUE } from './limits.js';
import { field, id, time } from './shared.js';

/** A context variable's value: a primitive. */
export const contextValue = v.union([
  v.pipe(v.string(), v.maxLength(MAX_DATA_VALUE)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
]);

/** Variables by name. `display`: the page wants agents to see it. */
export const context = v.pipe(
  v.record(
    v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
    v.object({ value: contextValue, display: v.optional(v.boolean()) }),
  ),
  v.check((data) => Object.keys(data).length <= MAX_DATA_KEYS, 'has too many keys'),
);

/** `availability`: whether somebody would be there for a conversation in this context. */
export const availability = v.object({ context: v.optional(context) });

/** The answer to it. */
export const available = v.object({
  /** The queue that the conversation would go to. */
  queue: field,
  /** Whether it is within its hours. */
  open: v.boolean(),
  /** When that changes; left out when it never does. */
  changesAt: v.optional(time),
  /** While it is closed: until when it is open the next time. */
  openUntil: v.optional(time),
  /** How many agents could take it at once. */
  agentsFree: v.number(),
  /** The place in the queue: of the conversation that waits, or that a new one would get. */
  position: v.number(),
  /** How long it took lately until somebody came, in seconds; left out when nothing is known. */
  averageWait: v.optional(v.number()),
});

/** `leave-message`: a message for when somebody is there again. The same `id` always means the same message. */
export const leaveMessage = v.object({
  /** Chosen by the client, random, and the same on every try. */
  id: v.pipe(id, v.minLength(22)),
  text: v.string(),
  name: v.optional(field),
  email: v.optional(field),
  context: v.optional(context),
  language: v.optional(v.pipe(v.string(), v.maxLength(35))),
});

/** The answer to it: it is stored. */
export const messageLeft = v.object({ at: time });

export type WireContext = v.InferOutput<typeof context>;
export type WireAvailable = v.InferOutput<typeof available>;
export type WireLeaveMessage = v.InferOutput<typeof leaveMessage>;
