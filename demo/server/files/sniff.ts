/** What a file is, by its content alone. */
import type { Readable } from 'node:stream';
import { fileTypeFromStream } from 'file-type';
import { claimOf, plainType } from './types.js';

/** Neither text nor anything that is known. */
const UNKNOWN = 'application/octet-stream';

/** How much of a text is looked at for markup. */
const HEAD = 4096;

/** Finds the type; `open` gives the bytes from their beginning, each time anew. */
export async function sniff(open: () => Readable): Promise<string> {
  const known = await typed(open());
  if (known === undefined || known === 'application/xml') return (await textual(open())) ?? known ?? UNKNOWN;
  return known;
}

async function typed(stream: Readable): Promise<string | undefined> {
  try {
    // In Node it takes Node's streams; the types that a bundler sees are those for browsers.
    return plainType((await fileTypeFromStream(stream as unknown as ReadableStream<Uint8Array>))?.mime);
  } catch {
    // A file that breaks off in the middle of its own structure is of no type that is known.
    return undefined;
  } finally {
    stream.destroy();
  }
}

/** The type of a text; undefined when it is none: not UTF-8, or with characters that no text has. */
async function textual(stream: Readable): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head = '';
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      const text = decoder.decode(chunk, { stream: true });

      if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return undefined;
      if (head.length < HEAD) head += text.slice(0, HEAD);
    }
    decoder.decode();
  } catch {
    return undefined;
  } finally {
    stream.destroy();
  }
  return markup(head) ?? 'text/plain';
}

/** Browsers run what is in these, whatever the file is called. */
function markup(head: string): string | undefined {
  const bare = head.trimStart();
  if (!bare.startsWith('<')) return undefined;
  if (/<(?:[\w-]+:)?svg[\s>/]/i.test(head)) return 'image/svg+xml';
  if (
    /^<(?:!doctype html|html|head|body|script|iframe|style|meta|title|table|div|p|a|img|h1|br|!--)[\s>/-]?/i.test(bare)
  )
    return 'text/html';
  return bare.startsWith('<?xml') ? 'application/xml' : undefined;
}

/** Several types share one container: which of them it is, only the sender's device says. */
const CONTAINERS: Readonly<Record<string, readonly string[]>> = {
  'video/webm': ['audio/webm'],
  'video/mp4': ['audio/mp4'],
  'audio/mp4': ['video/mp4'],
  'application/ogg': ['audio/ogg', 'video/ogg'],
  'application/x-cfb': ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
  'text/plain': ['text/csv', 'application/json', 'text/calendar', 'text/vcard'],
};

/** The type that counts; undefined when the content is not what was claimed. */
export function agreed(found: string, claimed: string | null, name: string): string | undefined {
  const claim = claimOf(claimed, name) ?? (found === 'text/plain' && /\.csv$/i.test(name) ? 'text/csv' : undefined);
  if (claim === undefined || claim === found) return found;
  return CONTAINERS[found]?.includes(claim) ? claim : undefined;
}
