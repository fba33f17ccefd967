/** A visitor's conversations as a list: what each is called, where it stands and what was said last. */
import * as v from 'valibot';
import { MAX_THREADS, MAX_TITLE } from '../vocabulary/thread-limits.js';
import { author, id, phase, time } from './shared.js';

/** What opens one conversation. */
const proof = v.object({ conversation: id, credential: id });

/**
 * `threads`: those that the visitor can prove to be theirs, by credentials or by the token that the connection has shown. What an
 * agent has begun with them is among them: its first listing carries the credential that opens it.
 */
export const threads = v.object({
  proofs: v.optional(v.pipe(v.array(proof), v.maxLength(MAX_THREADS))),
  /** How many of the customer's, whose token was shown; the last active first. */
  limit: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  /** The `next` of the page before. */
  before: v.optional(v.object({ at: time, conversation: id })),
});

/** `thread`: calls one something else, or puts it away. An empty title takes the title away. */
export const thread = v.object({
  conversation: id,
  /** Not needed for what the connection has open. */
  credential: v.optional(id),
  title: v.optional(v.pipe(v.string(), v.maxLength(MAX_TITLE))),
  archived: v.optional(v.boolean()),
});

/** One conversation in the answer to `threads`, and the answer to `thread`. */
export const threadSummary = v.object({
  conversation: id,
  phase,
  startedAt: time,
  endedAt: v.optional(time),
  /** When somebody last wrote or came in. */
  at: time,
  title: v.optional(v.string()),
  archived: v.optional(v.boolean()),
  /** The first words of the last message. */
  last: v.optional(v.object({ from: author, text: v.string(), at: time })),
  /** Who has it, or had it last. */
  agent: v.optional(author),
  /** Messages of others that the visitor has not seen. */
  unread: v.number(),
  /** There when the visitor could not have one yet: an agent has begun it. */
  credential: v.optional(id),
});

/** A place in the list of a customer's own. */
const cursor = v.object({ at: time, conversation: id });

/** The answer to `threads`; `next`: the customer has others, which come `before` that. */
export const threadList = v.object({ threads: v.array(threadSummary), next: v.optional(cursor) });

export type WireThread = v.InferOutput<typeof threadSummary>;
export type WireThreadList = v.InferOutput<typeof threadList>;
