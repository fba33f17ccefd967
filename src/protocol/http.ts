/**
 * The second binding: the same frames as plain HTTP requests, for where no connection lasts. A request names its conversation in
 * the address and shows the credential in a header, so the bodies have neither.
 */
import * as v from 'valibot';
import { registers } from './entries.js';
import { page } from './from-server.js';
import { pull, resume, send, start, typing, visitorHandshake } from './from-visitor.js';
import { id, time } from './shared.js';

const { features, protocol, channel } = visitorHandshake.entries;

/** `POST /start`: the handshake and the start in one. Customers who show a token do so on a connection. */
export const httpStart = v.object({ protocol, channel, features, ...start.entries });

/** `POST …/resume`. */
export const httpResume = v.object({ after: resume.entries.after, features });

/** `POST …/send`. */
export const httpSend = v.object({ items: send.entries.items });

/** `POST …/pull`: with `wait` it is answered when there is something new, or when the time is over. */
export const httpPull = v.object({
  after: pull.entries.after,
  before: pull.entries.before,
  limit: pull.entries.limit,
  /** How many milliseconds the client is ready to wait. */
  wait: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  /** The version of the registers that the client has; left out, they are sent at once. */
  version: v.optional(v.pipe(v.number(), v.safeInteger())),
  /** Who types, as far as the client knows. */
  typing: v.optional(v.array(id)),
});

/** The answer to it: a page, and what else is news. */
export const httpPulled = v.object({
  ...page.entries,
  /** When they are not of the client's version. */
  registers: v.optional(registers),
  /** Who types now. */
  typing: v.array(id),
  /** The server's clock. */
  now: time,
});

/** `POST …/typing`. */
export const httpTyping = v.object({ typing: typing.entries.typing, preview: typing.entries.preview });

/** `POST …/end`; `id` as an item has it. */
export const httpEnd = v.object({ id });
