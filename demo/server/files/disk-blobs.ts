/** Files in one folder, each under the id that the server gave it: no name that anybody chose ever becomes a path. */
import { createReadStream, mkdirSync } from 'node:fs';
import { open, readdir, stat, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { StoreUnavailable } from '../store/port.js';
import type { Blobs, Written } from './blobs.js';

const ID = /^[\w-]{16,128}$/;

/** Keeps bytes in a folder, which is made if it is not there. */
export function diskBlobs(folder: string): Blobs {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = (id: string): string => {
    if (!ID.test(id)) throw new TypeError('not the id of a file');
    return path.join(folder, id);
  };
  return {
    async write(id, place, source, most) {
      const file = await onDisk(openOrMake(at(id)));
      try {
        await onDisk(file.truncate(place));
        const written = await pour(file, place, source, most);
        if (written.excess) await onDisk(file.truncate(place));
        // What is acknowledged must survive a power cut.
        await onDisk(file.sync());
        return written;
      } finally {
        await file.close();
      }
    },
    async size(id) {
      return onDisk(
        stat(at(id)).then(
          ({ size }) => size,
          (error: unknown) => absent(error, 0),
        ),
      );
    },
    read: (id, range) => createReadStream(at(id), range ?? {}),
    async remove(id) {
      await onDisk(unlink(at(id)).catch((error: unknown) => absent(error, undefined)));
    },
    async list() {
      return (await onDisk(readdir(folder))).filter((name) => ID.test(name));
    },
  };
}

/** Opens a file for reading and writing, and makes it when it is new. */
async function openOrMake(name: string): Promise<FileHandle> {
  try {
    return await open(name, 'r+', 0o600);
  } catch (error) {
    absent(error, undefined);
    return open(name, 'wx+', 0o600);
  }
}

async function pour(
  file: FileHandle,
  place: number,
  source: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Written> {
  let bytes = 0;
  try {
    for await (const chunk of source) {
      if (bytes + chunk.length > most) return { bytes: 0, excess: true };
      for (let from = 0; from < chunk.length;) {
        const { bytesWritten } = await onDisk(file.write(chunk, from, chunk.length - from, place + bytes + from));
        from += bytesWritten;
      }
      bytes += chunk.length;
    }
  } catch (error) {
    // The line broke: what came before counts.
    if (error instanceof StoreUnavailable) throw error;
  }
  return { bytes, excess: false };
}

async function onDisk<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (cause) {
    throw new StoreUnavailable('the disk failed', { cause });
  }
}

function absent<T>(error: unknown, otherwise: T): T {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
  throw error;
}
