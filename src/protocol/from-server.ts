/** What the server sends to a visitor's client, checked by the client. Unknown fields and entry types are let through. */
import * as v from 'valibot';
import { anyEntry, entryPlace, registers, type WireAnyEntry } from './entries.js';
import { fileLimits } from './files.js';
import { id, phase, reason, seq, time } from './shared.js';

/** What a server can do beyond the least. */
export const features = v.object({
  /** Where the HTTP requests beside the socket go: a path on the server, without a slash at its end. */
  http: v.optional(v.string()),
  files: v.optional(fileLimits),
  /** The second binding is there, and a request in it waits for at most so many milliseconds. */
  polling: v.optional(v.object({ wait: v.number() })),
  /** Items and entries of type `notice`. */
  notices: v.optional(v.boolean()),
  /** Items of type `user-data`. */
  userData: v.optional(v.boolean()),
  /** The fields that there are of customers and contacts; read as {@link fieldDeclarations}. */
  fields: v.optional(v.unknown()),
  /** Rich messages of this version and these kinds, and choices in them. */
  rich: v.optional(v.object({ version: v.number(), kinds: v.array(v.string()) })),
  /**
   * `context` of a `start`: the variables that are declared, and what becomes of others; `claimed`, names: which of these the
   * customer's token has.
   */
  context: v.optional(
    v.object({
      variables: v.array(v.string()),
      undeclared: v.picklist(['create', 'ignore']),
      claimed: v.optional(v.unknown()),
    }),
  ),
  /** `availability` can be asked, and a message can be left when nobody is there. */
  availability: v.optional(v.boolean()),
  /**
   * This connection is a customer's who has proved who they are; `until` that time, unless another token is shown. `pass`, an
   * id, stands for the credential in HTTP requests while the connection lasts; it is read where those are made.
   */
  identity: v.optional(v.object({ until: time, pass: v.optional(v.unknown()) })),
});

/** `welcome`: the first event on every connection; nothing may be sent before it. */
export const welcome = v.object({
  protocol: v.number(),
  /** The server's clock. */
  now: time,
  limits: v.object({ maxText: v.number(), maxBatch: v.number(), maxPage: v.number(), maxFrame: v.number() }),
  /** How often a `beat` comes at least, in milliseconds. */
  beatEvery: v.number(),
  /** What the server can do beyond the least; what is missing, it can't. */
  features: v.optional(features),
});

/** An entry of a later protocol version: it keeps its place and is shown as nothing. */
export type UnknownEntry = { type: 'unknown'; seq: number; prev: number; at: number };

/** Reads one entry. One of an unknown type, or with unreadable content, still keeps its place in the chain. */
export function readEntry(data: unknown): WireAnyEntry | UnknownEntry | undefined {
  const whole = v.safeParse(anyEntry, data);
  if (whole.success) return whole.output;
  const place = v.safeParse(entryPlace, data);
  return place.success ? { ...place.output, type: 'unknown' } : undefined;
}

/** A page of the log in rising order; `more` tells whether there is more in the direction asked. */
export const page = v.object({ entries: v.array(v.unknown()), more: v.boolean(), head: seq });

/** The answer to `start` and `resume`. */
export const opened = v.object({
  conversation: id,
  /** The visitor's own person id in this conversation. */
  me: id,
  /** What opens the conversation again; present when it is new or was renewed: keep the newest. */
  credential: v.optional(id),
  /** The revision of all this connection's conversations together; see `changes`. */
  rev: v.number(),
  registers,
  page,
});

/** What became of one item of a batch. */
export const itemResult = v.object({
  id,
  status: v.picklist(['stored', 'duplicate', 'refused', 'later']),
  /** Where it was stored; for messages and the end. */
  seq: v.optional(seq),
  at: v.optional(time),
  code: v.optional(v.string()),
  /** Which part of a refused item is wrong. */
  field: v.optional(v.string()),
  retryAfter: v.optional(v.number()),
});

/** The answer to `send`. */
export const sent = v.object({ results: v.array(itemResult) });

/** The answer to `changes`. */
export const changed = v.object({ rev: v.number(), conversations: v.array(v.object({ conversation: id, registers })) });

/** The answer to `conversations`. */
export const listed = v.object({
  conversations: v.array(v.object({ conversation: id, phase, startedAt: time, endedAt: v.optional(time) })),
});

/** The answer to `authenticate`. */
export const authenticated = v.object({ until: time, now: time });

/** `entry`: something new in the log. Only a wake-up: the log is the truth. */
export const entryPush = v.object({ conversation: id, entry: v.unknown(), rev: v.optional(v.number()) });

/** `registers`: they changed. */
export const registersPush = v.object({ conversation: id, registers, rev: v.optional(v.number()) });

/** What was added to the text of a stream: `text` at `offset`, in UTF-16 code units, of the entry at `of`. */
export const streamed = v.object({ of: seq, offset: seq, text: v.string() });

/** `typing`: somebody on the other side is, or is no longer, typing. It expires by itself. */
export const typingPush = v.object({
  conversation: id,
  person: id,
  typing: v.boolean(),
  /** What they write, while an entry of type `stream` shows it; read as {@link streamed}. */
  stream: v.optional(v.unknown()),
});

/** `beat`: sent at least every `beatEvery`; a `rev` that the client does not know asks for `changes`. */
export const beat = v.object({ rev: v.number(), now: time });

/** `revoked`: this connection may no longer see the conversation; its credential is void. */
export const revoked = v.object({ conversation: id, reason: v.optional(reason) });

/** Every acknowledgement: the answer, or an error. */
export const failure = v.object({
  code: v.string(),
  message: v.optional(v.string()),
  field: v.optional(v.string()),
  retryAfter: v.optional(v.number()),
  /** Where an upload stands, for the codes that are about that. */
  offset: v.optional(v.number()),
});
export const answer = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({ ok: v.literal(false), error: failure }),
]);

export type WireItemResult = v.InferOutput<typeof itemResult>;
export type WireOpened = v.InferOutput<typeof opened>;
export type WireFailure = v.InferOutput<typeof failure>;
export type WireWelcome = v.InferOutput<typeof welcome>;
export type WireFeatures = v.InferOutput<typeof features>;
