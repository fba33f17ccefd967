/** The addresses of files: announcing one, sending its bytes in pieces, and getting it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { newFile } from '../../../src/protocol/index.js';
import { ChatFault } from '../core/fault.js';
import type { Download, FileSide, Piece, Uploader } from '../core/files.js';
import type { ByteRange } from '../files/blobs.js';
import { attachment } from '../files/names.js';
import { bodyOf, ID, proofOf, type ApiRoute, type Call } from './api.js';
import { COMMON_HEADERS } from './answers.js';

/** See the module. `base` is where all of them are. */
export function fileRoutes(base: string, files: FileSide): readonly ApiRoute[] {
  const list = `^${base}/conversations/${ID}/files`;
  const route = (method: string, rest: string, act: ApiRoute['act']): ApiRoute => ({
    method,
    pattern: new RegExp(`${list}${rest}$`),
    act,
  });
  return [
    route('POST', '', async (call) => files.create(await uploader(call), await bodyOf(call, newFile))),
    route('PATCH', `/${ID}`, (call) => patch(files, call)),
    route('POST', `/${ID}/complete`, async (call) => files.complete(await uploader(call), fileOf(call))),
    route('DELETE', `/${ID}`, async (call) => files.remove(await uploader(call), fileOf(call))),
    route('POST', `/${ID}/ticket`, async (call) => {
      const ticket = await files.ticket(call.parts[0] ?? '', await proofOf(call), fileOf(call));
      return { ...ticket, path: `${base}/tickets/${ticket.path}` };
    }),
    route('GET', `/${ID}`, async (call) =>
      give(call, await files.open(call.parts[0] ?? '', await proofOf(call), fileOf(call))),
    ),
    {
      method: 'GET',
      pattern: new RegExp(`^${base}/tickets/${ID}$`),
      act: async (call) => give(call, await files.redeem(call.parts[0] ?? '')),
    },
  ];
}

function fileOf({ parts }: Call): string {
  return parts[1] ?? '';
}

async function uploader(call: Call): Promise<Uploader> {
  const proof = await proofOf(call);
  const address = 'credential' in proof ? call.way.address : undefined;
  return { conversation: call.parts[0] ?? '', proof, address };
}

async function patch(files: FileSide, call: Call): Promise<unknown> {
  const { request, response, options } = call;
  const who = await uploader(call);
  try {
    const piece = pieceOf(request);
    if (piece.length > options.settings.files.chunk)
      throw new ChatFault('too-large', `at most ${options.settings.files.chunk} bytes at a time`);
    options.busy.enter();
    try {
      return await files.write(who, fileOf(call), piece);
    } finally {
      options.busy.leave();
    }
  } catch (error) {
    // What still comes of a refused piece is not worth waiting for.
    if (!request.complete) response.setHeader('Connection', 'close');
    throw error;
  }
}

/** Reads `Content-Range: bytes 0-499/1000` and what it says of the body. */
function pieceOf(request: IncomingMessage): Piece {
  const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(request.headers['content-range'] ?? '');
  const [start, end] = [Number(range?.[1]), Number(range?.[2])];
  const length = end - start + 1;
  const said = request.headers['content-length'];
  if (!range || length < 1 || (said !== undefined && Number(said) !== length))
    throw new ChatFault('bad-request', 'Content-Range: bytes first-last/size', { field: 'content-range' });
  return {
    start,
    length,
    total: range[3] === '*' ? undefined : Number(range[3]),
    source: request,
    stop: () => void request.destroy(),
  };
}

/**
 * Gives a file out. It came from a stranger: it is saved and never shown by the browser itself, its type is not guessed at, and
 * should a browser show it all the same, nothing in it runs.
 */
function give({ request, response }: Call, { info, read }: Download): undefined {
  const range = rangeOf(request, info.size);
  const headers = {
    ...COMMON_HEADERS,
    'Content-Type': info.type.startsWith('text/') ? `${info.type}; charset=utf-8` : info.type,
    'Content-Disposition': attachment(info.name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    // Pages of other origins show pictures in it; who may have the file at all is decided before.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
  };
  if (range === 'none') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${info.size}`, 'Content-Length': 0 }).end();
    return undefined;
  }
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'Content-Length': range ? range.end - range.start + 1 : info.size,
    ...(range && { 'Content-Range': `bytes ${range.start}-${range.end}/${info.size}` }),
  });
  if (request.method === 'HEAD') response.end();
  else stream(read(range), response);
  return undefined;
}

function stream(source: ReturnType<Download['read']>, response: ServerResponse): void {
  source.on('error', () => response.destroy());
  // Who leaves must not keep the file open.
  response.on('close', () => source.destroy());
  source.pipe(response);
}

/** One range of bytes; `none` when it lies outside the file. What is not understood means the whole. */
function rangeOf(request: IncomingMessage, size: number): ByteRange | 'none' | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.range ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return undefined;
  const [, first = '', last = ''] = asked;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  return start > end ? 'none' : { start, end };
}
