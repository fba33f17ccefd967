/** Files: what a server announces, what an entry says of one, and what the HTTP requests beside the socket carry. */
import * as v from 'valibot';
import { MAX_FILE_NAME, MAX_FILE_TYPE } from './limits.js';
import { id } from './shared.js';

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A file as everybody in the conversation sees it. Name and type are the server's: cleaned, and found in the content. */
export const fileInfo = v.object({
  id,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_FILE_NAME)),
  /** A MIME type in lower case, without parameters. */
  type: v.pipe(v.string(), v.maxLength(MAX_FILE_TYPE)),
  size,
});

/** `features.files` of `welcome`: that files can be sent, and within which limits. */
export const fileLimits = v.object({
  /** The largest file, in bytes. */
  maxSize: size,
  /** The most files in one message. */
  maxCount: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The MIME types that are taken. */
  types: v.array(v.pipe(v.string(), v.maxLength(MAX_FILE_TYPE))),
  /** The most bytes in one request of an upload. */
  chunk: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

/** Announces a file before its bytes. The same `id` always means the same file, so it is also how an upload is taken up again. */
export const newFile = v.object({
  /** Chosen by the client, random, and the same on every try. */
  id,
  /** What the file is called on the sender's device. */
  name: v.pipe(v.string(), v.maxLength(1024)),
  size,
  /** What the sender's device takes it for; left out or empty when it does not know. */
  type: v.optional(v.pipe(v.string(), v.maxLength(MAX_FILE_TYPE))),
});

/** How far an upload is. */
export const fileState = v.object({
  /** The server's id, for the further requests and for `files` of a message. */
  file: id,
  /** How many bytes the server has on disk: where the next request begins. */
  offset: size,
  size,
  /** There when the upload is complete and the content was looked at: the file can be sent. */
  info: v.optional(fileInfo),
});

/** A short-lived address from which one file can be had without any header. */
export const fileTicket = v.object({ path: v.string(), expiresAt: v.number() });

export type WireFileInfo = v.InferOutput<typeof fileInfo>;
export type WireFileLimits = v.InferOutput<typeof fileLimits>;
export type WireNewFile = v.InferOutput<typeof newFile>;
export type WireFileState = v.InferOutput<typeof fileState>;
export type WireFileTicket = v.InferOutput<typeof fileTicket>;
