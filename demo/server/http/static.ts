/** The demo's files. Only what has a type listed here is given out, and only from the folders it is told. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { answer, COMMON_HEADERS } from './answers.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.woff2': 'font/woff2',
};

/** Addresses that begin with `prefix` are files in one of `folders`; the first that has it. */
export interface Mount {
  readonly prefix: string;
  readonly folders: readonly string[];
  /** Which files of them; all, when left out. */
  readonly only?: RegExp;
}

/** Answers with a file of the first mount that fits, or 404. `pageHeaders` are for HTML. */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  mounts: readonly Mount[],
  pageHeaders: (request: IncomingMessage) => Readonly<Record<string, string>>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return answer(response, 405, PLAIN, 'Only GET\n', { Allow: 'GET, HEAD' });
  const asked = pathOf(request.url ?? '/');
  const bare = mounts.find(({ prefix }) => asked !== undefined && `${asked}/` === prefix);
  if (bare) return answer(response, 308, PLAIN, '', { Location: bare.prefix });
  for (const { prefix, folders, only } of asked === undefined ? [] : mounts) {
    if (!asked?.startsWith(prefix)) continue;
    const name = asked.slice(prefix.length).replace(/(^|\/)$/, '$1index.html');
    if (only && !only.test(name)) continue;
    for (const folder of folders) {
      if (await send(request, response, folder, name, pageHeaders)) return;
    }
  }
  answer(response, 404, PLAIN, 'Not found\n');
}

const PLAIN = 'text/plain; charset=utf-8';

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  name: string,
  pageHeaders: (request: IncomingMessage) => Readonly<Record<string, string>>,
): Promise<boolean> {
  const type = TYPES[path.extname(name)];
  const file = type === undefined ? undefined : await inside(folder, name);
  if (type === undefined || file === undefined) return false;
  const { size, mtimeMs } = await stat(file);
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const headers = {
    ...COMMON_HEADERS,
    'Content-Type': type,
    'Cache-Control': 'no-cache',
    ETag: tag,
    ...(type.startsWith('text/html') && pageHeaders(request)),
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return true;
  }
  response.writeHead(200, { ...headers, 'Content-Length': size });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  return true;
}

/** The real path of a regular file, if it is in the folder, links followed. */
async function inside(folder: string, name: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(path.join(root, name));
    if (!file.startsWith(root + path.sep)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The decoded path of an address; undefined for one that no link of ours has. */
function pathOf(url: string): string | undefined {
  try {
    const decoded = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
    return /[\0\\]|(^|\/)\./.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}
