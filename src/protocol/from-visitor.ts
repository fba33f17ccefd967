/** What a visitor's client may send, checked by the server. */
import * as v from 'valibot';
import { about } from './custom-fields.js';
import { availability, context, leaveMessage } from './context.js';
import { MAX_COMMENT, MAX_FEATURES, MAX_TOKEN } from './limits.js';
import { field, id, seq } from './shared.js';
import { richContent, richChoice } from './rich.js';
import { userData } from './user-data.js';
import { thread, threads } from './threads.js';

/** The handshake: Socket.IO's `auth` object. */
export const visitorHandshake = v.object({
  protocol: v.number(),
  /** Which of the server's channels (a site, a brand, a department's widget) this page belongs to. */
  channel: v.optional(id),
  /** What the client can show beyond the least: `files`, `notices`. Agents are told, so that they don't send what nobody would see. */
  features: v.optional(v.pipe(v.array(id), v.maxLength(MAX_FEATURES))),
  /** A JSON Web Token by which the page's own back end says who the visitor is, for channels that want one. */
  token: v.optional(v.pipe(v.string(), v.maxLength(MAX_TOKEN))),
});

/** Who the visitor says they are. */
export const profile = v.object({
  nickname: v.optional(field),
  firstname: v.optional(field),
  lastname: v.optional(field),
  email: v.optional(field),
  subject: v.optional(field),
});

/** `start`: opens a conversation. The same `key` always opens the same one. */
export const start = v.object({
  /** Chosen by the client, at least 122 random bits (a random UUID), kept secret: the idempotency key of the start. */
  key: v.pipe(id, v.minLength(22)),
  profile: v.optional(profile),
  userData: v.optional(userData),
  /** Variables for routing, and for agents to see. */
  context: v.optional(context),
  /** The page's language as a BCP 47 tag, for the agent's eyes. */
  language: v.optional(v.pipe(v.string(), v.maxLength(35))),
});

/** `resume`: comes back to a conversation, after a reload or a lost connection. */
export const resume = v.object({
  conversation: id,
  /** A customer who has shown a token needs none for their own conversations. */
  credential: v.optional(id),
  /** The last `seq` the client has; left out, the newest page is sent. */
  after: v.optional(seq),
});

/** One thing in a `send` batch; `id` is the client's, random, and the same on every try. */
export const item = v.variant('type', [
  v.object({
    id,
    type: v.literal('message'),
    text: v.string(),
    /** Ids of complete uploads of the same sender, each of which is sent once. */
    files: v.optional(v.pipe(v.array(id), v.minLength(1))),
    /** Agents only. The text is what those read who don't show the kind. */
    rich: v.optional(richContent),
    /** What is chosen in an earlier message; the text says it in words. */
    choice: v.optional(richChoice),
  }),
  /** Corrects one's own message. */
  v.object({ id, type: v.literal('edit'), of: seq, text: v.string(), rich: v.optional(richContent) }),
  /** Takes one's own message back. */
  v.object({ id, type: v.literal('retract'), of: seq }),
  v.object({ id, type: v.literal('mark'), delivered: v.optional(seq), seen: v.optional(seq) }),
  v.object({ id, type: v.literal('end') }),
  v.object({ id, type: v.literal('notice'), text: v.string() }),
  /** Merged over what is there: keys that are not named stay. */
  v.object({ id, type: v.literal('user-data'), data: userData, about: v.optional(about) }),
]);

/** `send`: an ordered batch, accepted as a prefix. Items are checked one by one, so one bad item fails alone. */
export const send = v.object({ conversation: id, items: v.pipe(v.array(v.unknown()), v.minLength(1)) });

/** `pull`: a page of the log, after or before a place in it. */
export const pull = v.object({
  conversation: id,
  after: v.optional(seq),
  before: v.optional(seq),
  limit: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
});

/** `changes`: which of this connection's conversations changed since `since`. */
export const changes = v.object({ since: v.pipe(v.number(), v.safeInteger()) });

/** `typing`: the visitor is, or is no longer, typing; not acknowledged, may be lost. */
export const typing = v.object({
  conversation: id,
  typing: v.boolean(),
  preview: v.optional(v.pipe(v.string(), v.maxLength(4000))),
});

/** `conversations`: those of the customer whose token the connection has shown, on whatever device they began. */
export const conversations = v.object({
  /** How many, the newest first. */
  limit: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
});

/** `authenticate`: another token of the same customer, before the last one expires. */
export const authenticate = v.object({ token: visitorHandshake.entries.token.wrapped });

/** `survey`: the answer to the survey of an `end` entry. The first one counts; the same again is taken for the same. */
export const survey = v.object({
  id,
  rating: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  comment: v.optional(v.pipe(v.string(), v.maxLength(MAX_COMMENT))),
});

/** Everything a visitor's client sends, by event name. */
export const VISITOR_FRAMES = {
  start,
  resume,
  send,
  pull,
  changes,
  typing,
  conversations,
  authenticate,
  availability,
  'leave-message': leaveMessage,
  survey,
  threads,
  thread,
} as const;

export type WireItem = v.InferOutput<typeof item>;
export type WireStart = v.InferOutput<typeof start>;
export type WireProfile = v.InferOutput<typeof profile>;
