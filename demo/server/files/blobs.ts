/** Where the bytes of files are. What is known of a file is in the store; here is only what it contains. */
import type { Readable } from 'node:stream';

/** What became of a write. */
export interface Written {
  /** How many bytes are on disk from the place on where the write began. */
  readonly bytes: number;
  /** The source had more than it may; what it had is not kept. */
  readonly excess: boolean;
}

/** Bytes `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** See the module. Every method rejects with `StoreUnavailable` when the disk fails. */
export interface Blobs {
  /**
   * Puts what comes from `source`, at most `most` bytes, at a place, and drops whatever was there and after it. Resolves when
   * it is on disk. A source that fails on the way has brought what it has brought.
   */
  write(id: string, at: number, source: AsyncIterable<Uint8Array>, most: number): Promise<Written>;
  /** How many bytes there are; 0 when there is nothing. */
  size(id: string): Promise<number>;
  /** The bytes, or a part of them. */
  read(id: string, range?: ByteRange): Readable;
  /** Removes them, if they are there. */
  remove(id: string): Promise<void>;
  /** The ids of everything that is kept. */
  list(): Promise<string[]>;
}
