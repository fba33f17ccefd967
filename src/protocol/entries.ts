/** Entries: what is in the log of a conversation, each with its place in the order. */
import * as v from 'valibot';
import { about } from './custom-fields.js';
import { fileInfo } from './files.js';
import { userData } from './user-data.js';
import { author, field, id, phase, reason, role, seq, time } from './shared.js';

const place = {
  /** The entry's place in the conversation. */
  seq,
  /** The `seq` of the entry before it *that this recipient may see*; 0 when there is none. */
  prev: seq,
  /** When the server stored it. */
  at: time,
};

/** A text that somebody wrote. */
export const messageEntry = v.object({
  ...place,
  type: v.literal('message'),
  from: author,
  /** What was written; may be empty when there are files. */
  text: v.string(),
  files: v.optional(v.pipe(v.array(fileInfo), v.minLength(1))),
  /** What it is beside its text: read by `readRich` when it is shown, so that one that can't be read is still a text. */
  rich: v.optional(v.unknown()),
  /** What it chooses in an earlier message: read by `readChoice`. */
  choice: v.optional(v.unknown()),
  /** What became of it since it was sent: `edited` (this is what it says now) or `retracted` (what it said is kept nowhere). */
  amended: v.optional(v.unknown()),
  /** The id that the writer's client chose; sent only to the writer's own side. */
  clientId: v.optional(id),
});

/** Somebody came into the conversation. */
export const joinEntry = v.object({
  ...place,
  type: v.literal('join'),
  from: author,
  /** The conversation is theirs from now on; read as {@link assigned}. */
  assigned: v.optional(v.unknown()),
  /** Without the visitor's knowing; to the agents' side only. */
  silent: v.optional(v.boolean()),
});

/** Somebody left it; `reason`: `left`, `transferred`, `connection-lost`, `ended`. */
export const leaveEntry = v.object({
  ...place,
  type: v.literal('leave'),
  from: author,
  reason: v.optional(reason),
  silent: v.optional(v.boolean()),
});

/** The conversation was handed on, to a person or back to the queue. */
export const transferEntry = v.object({ ...place, type: v.literal('transfer'), from: author, to: v.optional(author) });

/** The server says something about the conversation: `queued`, `idle-warning`, `visitor-gone`, `visitor-back`. */
export const statusEntry = v.object({
  ...place,
  type: v.literal('status'),
  status: reason,
  /** When what the status warns of will happen. */
  until: v.optional(time),
});

/** The conversation is over; it is the last entry. */
export const endEntry = v.object({
  ...place,
  type: v.literal('end'),
  by: role,
  reason: v.optional(reason),
  from: v.optional(author),
  /** What the visitor is asked now; read as {@link surveyQuestion}. To the visitor's side only. */
  survey: v.optional(v.unknown()),
});

/** A survey: `id` is what answers it, `scale` the highest rating (the lowest is 1), `comment` whether words are asked for, too. */
export const surveyQuestion = v.object({
  id,
  scale: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)),
  comment: v.boolean(),
});

/** The visitor's answer; the agents' side only. */
export const surveyEntry = v.object({
  ...place,
  type: v.literal('survey'),
  rating: v.number(),
  scale: v.number(),
  comment: v.optional(v.string()),
});

/** An agent has the conversation: `before`, who had it last, if somebody else had. */
export const assigned = v.object({ before: v.optional(author) });

/** Where the visitor's case stands, as the agents say. */
export const caseStatus = v.picklist(['open', 'pending', 'escalated', 'resolved', 'closed']);

/** The case stands elsewhere now. */
export const caseEntry = v.object({ ...place, type: v.literal('case'), status: caseStatus, from: author });

/** The entry types that every client shows. */
export const entry = v.variant('type', [messageEntry, joinEntry, leaveEntry, transferEntry, statusEntry, endEntry]);

/** Something that one program tells the other: for the page and the desk, not for people. */
export const noticeEntry = v.object({
  ...place,
  type: v.literal('notice'),
  from: author,
  text: v.string(),
  /** As in a message. */
  clientId: v.optional(id),
});

/** The page gave more data about the visitor, or other; the agents' side only. */
export const userDataEntry = v.object({
  ...place,
  type: v.literal('user-data'),
  from: author,
  data: userData,
  /** What was said of the customer, without the id of their device. */
  about: v.optional(v.omit(about, ['guest'])),
});

/** A message was corrected, or a stream is complete: what the entry at `of` says from now on. */
export const editEntry = v.object({
  ...place,
  type: v.literal('edit'),
  from: author,
  of: seq,
  text: v.string(),
  rich: v.optional(v.unknown()),
  /** The stream at `of` is complete: only now it is told as a message. */
  complete: v.optional(v.boolean()),
});

/** The message at `of` was taken back. */
export const retractEntry = v.object({ ...place, type: v.literal('retract'), from: author, of: seq });

/** Somebody writes, and the text shows here as it grows: see `stream` of `typing`. An `edit` completes it. */
export const streamEntry = v.object({
  ...place,
  type: v.literal('stream'),
  from: author,
  rich: v.optional(v.unknown()),
});

/** Every entry type of this protocol version, those included that a client shows only if it can. */
export const anyEntry = v.variant('type', [
  ...entry.options,
  noticeEntry,
  userDataEntry,
  editEntry,
  retractEntry,
  streamEntry,
  surveyEntry,
  caseEntry,
]);

/** The least that any entry has, so that one of a later version still keeps its place in the chain. */
export const entryPlace = v.object({ ...place, type: v.string() });

export type WireCaseStatus = v.InferOutput<typeof caseStatus>;

/** One entry of the log, as it travels, of a type that every client shows. */
export type WireEntry = v.InferOutput<typeof entry>;

/** One entry of any type. */
export type WireAnyEntry = v.InferOutput<typeof anyEntry>;

/** Somebody in the conversation, with when they came and went. */
export const person = v.object({
  id,
  role,
  name: v.optional(field),
  avatar: v.optional(v.pipe(v.string(), v.maxLength(2048))),
  connected: v.boolean(),
  joinedAt: time,
  leftAt: v.optional(time),
  /** They read along without the visitor's knowing; to the agents' side only. */
  silent: v.optional(v.boolean()),
});

/** Watermarks: all entries up to `delivered` reached this person's device, all up to `seen` were on screen. */
export const marks = v.object({ delivered: seq, seen: seq });

/** What changes in place instead of growing a log; sent whole, with a version that only rises. */
export const registers = v.object({
  version: v.pipe(v.number(), v.safeInteger()),
  /** The highest sequence number of the conversation that this recipient may see. */
  head: seq,
  phase,
  startedAt: time,
  endedAt: v.optional(time),
  /** Everybody who is or was in the conversation, the visitor included. */
  people: v.array(person),
  /** Watermarks by person id. */
  marks: v.record(id, marks),
  /** The page's data about the visitor, once it was changed after the start; to the visitor's side. */
  userData: v.optional(userData),
  /** Place in the queue from 1, and the estimated wait in seconds; null outside the queue. */
  queue: v.nullable(v.object({ position: v.number(), wait: v.optional(v.number()) })),
});

/** See {@link registers}. */
export type WireRegisters = v.InferOutput<typeof registers>;
