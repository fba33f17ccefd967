/**
 * Every error code that the server may answer, on an acknowledgement, on a refused item or at the handshake.
 * One code has one meaning; `docs/protocol.md` says what a client does on each.
 */
export const WIRE_CODES = [
  /** The frame does not match its schema; `field` names the first offending path. */
  'bad-request',
  /** The client speaks a protocol version that this server does not. */
  'unsupported-version',
  /** The text is empty or only white space, or the file has no bytes. */
  'empty',
  /** The text is longer than `limits.maxText`. */
  'too-long',
  /** The frame or one of its parts is larger than a limit other than the text's. */
  'too-large',
  /** More files than one message, or more uploads than one conversation may have. */
  'too-many',
  /** The files of the conversation, or of the address within a day, are too large together. */
  'quota-exceeded',
  /** Files of this type are not taken. */
  'type-not-allowed',
  /** The content of the file is of another type than was said. */
  'type-mismatch',
  /** No such file, or not the sender's, or sent already, or not complete. Not told apart, on purpose. */
  'unknown-file',
  /** The bytes do not begin where the file ends; `offset` says where that is. */
  'offset-mismatch',
  /** Bytes are still missing; `offset` says from where on. */
  'incomplete',
  /** The message was answered already, and takes one choice only. */
  'already-chosen',
  /** There is no such survey, or its time is over. Not told apart, on purpose. */
  'unknown-survey',
  /** There is no such message of the sender's, or it was taken back. Not told apart, on purpose. */
  'unknown-message',
  /** The time in which the message could be answered is over. */
  'expired',
  /** Too many frames in too short a time; `retryAfter` says how many milliseconds to wait. */
  'rate-limited',
  /** No such conversation, or the credential does not open it. The two are not told apart, on purpose. */
  'unknown-conversation',
  /** The conversation has ended and takes no more items. */
  'ended',
  /** The visitor or their address is blocked. */
  'blocked',
  /** Nobody is there for new conversations at this time; a message can be left. */
  'closed',
  /** The channel is for customers who prove who they are, and no token was shown. */
  'token-required',
  /** The token is not accepted, for whatever reason. */
  'token-invalid',
  /** Another agent was faster. Agents only. */
  'taken',
  /** The agent already has as many conversations as their capacity allows. Agents only. */
  'at-capacity',
  /** The agent is not signed in, or not allowed to do this. Agents only. */
  'not-allowed',
  /** The store can't be written or read now; nothing was stored, and a later try is safe. */
  'unavailable',
  /** A fault in the server; nothing was stored, and a later try is safe. */
  'internal',
] as const;

/** One of {@link WIRE_CODES}. */
export type WireCode = (typeof WIRE_CODES)[number];
