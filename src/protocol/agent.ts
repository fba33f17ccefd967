/**
 * The agent side of the wire, on its own namespace. It shares entries, registers, `send`, `pull` and `typing` with the
 * visitor side; what is here is what only an agent desk needs. An agent's connection is authenticated by the desk's
 * session cookie; entries on this side carry `clientId` for the agent's own messages only.
 */
import * as v from 'valibot';
import { fieldValues } from './custom-fields.js';
import { contextValue } from './context.js';
import { caseStatus, registers, type person } from './entries.js';
import { profile } from './from-visitor.js';
import { field, id, phase, role, time } from './shared.js';
import { userData } from './user-data.js';

/** What an agent wants to be; "at capacity" follows from the number of their conversations. */
export const presence = v.picklist(['available', 'away']);

/** `presence` (acknowledged): the agent is available or away. */
export const setPresence = v.object({ presence });

/** `accept` (acknowledged; `taken` when another was faster, `at-capacity`): takes a waiting conversation. */
export const accept = v.object({ conversation: id });

/** `decline` (acknowledged): passes an offered conversation to the next agent. */
export const decline = v.object({ conversation: id });

/** `transfer` (acknowledged): hands a conversation to another agent, or back to the queue. */
export const transfer = v.object({ conversation: id, to: v.optional(id) });

/** `end` (acknowledged): ends a conversation. */
export const end = v.object({ conversation: id });

/** `block` (acknowledged): ends it, and refuses new ones from the same visitor and address for a time. */
export const block = v.object({ conversation: id });

/** `open` (acknowledged with registers and the newest page): reads one conversation. */
export const open = v.object({ conversation: id });

/** `join` (acknowledged): a supervisor comes into somebody's running conversation, or changes between silent and speaking. */
export const join = v.object({ conversation: id, silent: v.boolean() });

/** `leave` (acknowledged): the supervisor goes again. */
export const leave = v.object({ conversation: id });

/** `case` (acknowledged): the visitor's case stands elsewhere now. */
export const setCase = v.object({ conversation: id, status: caseStatus });

/** `begin` (acknowledged with the new conversation): writes to the visitor of a conversation in another one. The same `key` begins it once. */
export const begin = v.object({ conversation: id, key: id, text: v.string() });

/** `handled` (acknowledged): a message that was left has been seen to. */
export const handled = v.object({ message: id });

/** Everything an agent desk sends beside `send`, `pull` and `typing`, by event name. */
export const AGENT_FRAMES = {
  presence: setPresence,
  accept,
  decline,
  transfer,
  end,
  block,
  open,
  join,
  leave,
  handled,
  begin,
  case: setCase,
} as const;

/** The context as agents see it; `verified`: the site's own back end vouches for it. */
export const deskContext = v.record(v.string(), v.object({ value: contextValue, verified: v.optional(v.boolean()) }));

/** A message that somebody left when nobody was there. */
export const deskMessage = v.object({
  id,
  at: time,
  text: v.string(),
  name: v.optional(field),
  email: v.optional(field),
  customer: v.optional(field),
  queue: v.optional(field),
  context: v.optional(deskContext),
  language: v.optional(v.string()),
});

/** One conversation in a list on the desk. */
export const deskConversation = v.object({
  id,
  phase,
  startedAt: time,
  /** Since when it waits; only while queued. */
  waitingSince: v.optional(time),
  /** The agent whom it is offered to, and until when. */
  offer: v.optional(v.object({ agent: id, until: time })),
  /** The agent who has it. */
  agent: v.optional(id),
  profile,
  /** What the site's own back end calls the visitor, who has proved that they are that customer. */
  customer: v.optional(field),
  userData: v.optional(userData),
  /** The customer's name as the site knows it, and the fields of the customer and of this contact, by what people read. */
  known: v.optional(v.object({ name: v.optional(field), customer: fieldValues, contact: fieldValues })),
  /** The queue that it came in by, unless there is only one. */
  queue: v.optional(field),
  context: v.optional(deskContext),
  language: v.optional(v.string()),
  /** Where the case stands; left out, it is open. */
  caseStatus: v.optional(caseStatus),
  /** Whether the visitor has a connection now. */
  visitorOnline: v.boolean(),
  /** What the visitor's client can show beyond the least. */
  features: v.optional(v.array(v.string())),
  /** The first words of the last message, its time and whose it was. */
  last: v.optional(v.object({ text: v.string(), at: time, role })),
  /** Visitor messages that this agent has not seen. */
  unread: v.number(),
  registers,
});

/** One agent as the desk shows them. */
export const deskAgent = v.object({
  id,
  name: field,
  role: v.picklist(['agent', 'supervisor']),
  presence: v.picklist(['available', 'away', 'at-capacity', 'offline']),
  load: v.number(),
  capacity: v.number(),
});

/** `desk`: the whole of what this agent sees, sent on connect and after each change (changes in quick succession are merged). */
export const desk = v.object({
  version: v.number(),
  now: time,
  me: id,
  agents: v.array(deskAgent),
  /** Who waits, longest first: the first of them, and who is offered to this agent. */
  queue: v.array(deskConversation),
  /** How many wait, also those who are not in `queue` because it would be too long. */
  queueTotal: v.optional(v.number()),
  /** Messages that were left and that nobody has seen to yet, the oldest first; of the queues that this agent is for. */
  messages: v.optional(v.array(deskMessage)),
  /** The conversations of this agent. */
  mine: v.array(deskConversation),
  /** Supervisors only: every other running conversation. */
  others: v.array(deskConversation),
});

/** `typing` to an agent: also what the visitor has typed so far. */
export const visitorTyping = v.object({
  conversation: id,
  person: id,
  typing: v.boolean(),
  preview: v.optional(v.string()),
});

export type WireDesk = v.InferOutput<typeof desk>;
export type WireDeskConversation = v.InferOutput<typeof deskConversation>;
export type WireDeskMessage = v.InferOutput<typeof deskMessage>;
export type WireDeskContext = v.InferOutput<typeof deskContext>;
export type WireDeskAgent = v.InferOutput<typeof deskAgent>;
export type WirePerson = v.InferOutput<typeof person>;
