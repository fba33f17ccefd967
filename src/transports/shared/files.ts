/** Files over the HTTP requests beside the socket (docs/protocol.md, "Files"). Fetched with the first file of a page. */
import {
  TransportError,
  type FileAccess,
  type FileTransport,
  type SavedFile,
  type UploadRequest,
} from '../../session/transport.js';
import type { FileInfo } from '../../session/model/types.js';
import type { WireFailure, WireWelcome } from '../../protocol/from-server.js';
import { id, isAnswer } from './guards.js';
import { isFileState, isFileTicket } from './guards-files.js';
import { toError } from './answers.js';

/** The first piece of a try; it doubles while pieces go fast, so that a slow line shows progress and a fast one is used. */
const FIRST_PIECE = 65_536;
const FAST = 700;

/** So often in a row the server may say that it stands elsewhere before that counts as a fault. */
const MOST_MOVES = 5;

/** The server stands elsewhere than we thought, or has forgotten the file: announced again, it says where it is. */
const MOVED = new Set(['offset-mismatch', 'incomplete', 'unknown-file']);

type State = { readonly file: string; readonly offset: number; readonly size: number; readonly info?: FileInfo };
type Ask = { readonly json?: unknown; readonly bytes?: ArrayBuffer; readonly range?: string };

/** See the module. */
class HttpFiles implements FileTransport {
  /**
   * @param base - the address of the HTTP requests, without a slash at its end
   * @param chunk - the most bytes in one piece
   * @param pass - of a customer's connection: shown for the credential
   */
  constructor(
    private readonly base: string,
    private readonly chunk: number,
    private readonly pass: string | undefined,
  ) {}

  async upload(request: UploadRequest, progress: (sent: number) => void, signal: AbortSignal): Promise<FileInfo> {
    for (let moves = 0; ; moves++)
      try {
        return await this.#through(request, progress, signal);
      } catch (error) {
        const moved = error instanceof TransportError && MOVED.has(error.code);
        if (!moved) throw error;
        if (moves === MOST_MOVES) throw new TransportError('again', error.code);
      }
  }

  async #through(request: UploadRequest, progress: (sent: number) => void, signal: AbortSignal): Promise<FileInfo> {
    const { body } = request;
    const at = address(request);
    // Said again, it is how an upload is taken up: the answer tells where the server stands.
    let state = await this.#state('POST', at, { json: frameOf(request) }, request, signal);
    let piece = FIRST_PIECE;
    while (!state.info && state.offset < body.size) {
      progress(state.offset);
      const end = Math.min(state.offset + Math.min(piece, this.chunk), body.size);
      const bytes = await readable(body.slice(state.offset, end));
      const range = `bytes ${state.offset}-${end - 1}/${body.size}`;
      const began = performance.now();
      const next = await this.#state('PATCH', `${at}/${state.file}`, { bytes, range }, request, signal);
      // Of a piece that broke off the server keeps what came; one that never moves on would be sent for ever.
      if (next.offset <= state.offset) throw new TransportError('again', 'protocol');
      state = next;
      if (performance.now() - began < FAST) piece *= 2;
    }
    progress(body.size);
    const { info } = state.info
      ? state
      : await this.#state('POST', `${at}/${state.file}/complete`, {}, request, signal);
    if (!info) throw new TransportError('again', 'protocol');
    return info;
  }

  async discard(request: UploadRequest, signal: AbortSignal): Promise<void> {
    const at = address(request);
    const { file } = await this.#state('POST', at, { json: frameOf(request) }, request, signal);
    await this.#ask('DELETE', `${at}/${file}`, {}, request, signal);
  }

  async download(access: FileAccess, file: string, signal: AbortSignal): Promise<Blob> {
    const response = await this.#fetch(`${address(access)}/${file}`, { headers: this.#bearer(access), signal });
    if (response.ok) return response.blob().catch(unreachable);
    return this.#fail(await answerOf(response));
  }

  async save(access: FileAccess, file: string, signal: AbortSignal): Promise<SavedFile> {
    const data = await this.#ask('POST', `${address(access)}/${file}/ticket`, {}, access, signal);
    if (!isFileTicket(data)) throw new TransportError('unknown', 'protocol');
    const { path, expiresAt } = data as { path: string; expiresAt: number };
    const url = new URL(path, this.base);
    // It must lead to the same server, whatever was answered.
    if (url.origin !== new URL(this.base).origin) throw new TransportError('final', 'protocol');
    return { url: url.href, expiresAt };
  }

  async #state(method: string, at: string, ask: Ask, access: FileAccess, signal: AbortSignal): Promise<State> {
    const data = await this.#ask(method, at, ask, access, signal);
    if (!isFileState(data)) throw new TransportError('unknown', 'protocol');
    return data as State;
  }

  async #ask(
    method: string,
    at: string,
    { json, bytes, range }: Ask,
    access: FileAccess,
    signal: AbortSignal,
  ): Promise<unknown> {
    const response = await this.#fetch(at, {
      method,
      signal,
      headers: {
        ...this.#bearer(access),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...(range !== undefined && { 'Content-Range': range, 'Content-Type': 'application/octet-stream' }),
      },
      body: json === undefined ? (bytes ?? null) : JSON.stringify(json),
    });
    const answer = await answerOf(response);
    return answer.ok ? answer.data : this.#fail(answer);
  }

  #bearer({ credential }: FileAccess): Record<string, string> {
    return { Authorization: `Bearer ${this.pass ?? credential}` };
  }

  #fail(answer: Answer): never {
    if (answer.ok) throw new TransportError('unknown', 'protocol');
    const { code } = answer.error;
    // A pass ends with its line. The next line has another, and what was refused goes on with that.
    if (this.pass !== undefined && code === 'unknown-conversation') throw new TransportError('again', code);
    throw toError(answer.error);
  }

  async #fetch(at: string, init: RequestInit): Promise<Response> {
    return fetch(this.base + at, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    }).catch(unreachable);
  }
}

type Answer = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: WireFailure };

/** What is no answer of the server's own is from something in between, and passes. */
async function answerOf(response: Response): Promise<Answer> {
  const data: unknown = await response.json().catch(() => undefined);
  if (!isAnswer(data)) throw new TransportError('again', 'unreachable');
  return data as Answer;
}

function unreachable(): never {
  throw new TransportError('again', 'unreachable');
}

/** Read before it is sent: a file that was changed or taken away since it was chosen looks like a dead line otherwise. */
async function readable(part: Blob): Promise<ArrayBuffer> {
  return part.arrayBuffer().catch(() => {
    throw new TransportError('final', 'unreadable');
  });
}

function frameOf({ id, name, body }: UploadRequest): object {
  return { id, name: name.slice(0, 1024), size: body.size, type: body.type.slice(0, 128) };
}

const address = ({ remoteId }: FileAccess): string => `/conversations/${encodeURIComponent(remoteId)}/files`;

/**
 * The files of a server.
 * @param endpoint - its address; empty means the page's own origin
 * @param features - of `welcome`; `http` is a path on the same server
 * @throws TransportError `unreachable` before `welcome`; `protocol` when the path leads elsewhere, or can't be fetched from
 */
export function httpFiles(endpoint: string, features: WireWelcome['features']): FileTransport {
  const { http, files, identity } = features ?? {};
  if (http === undefined || !files) throw new TransportError('again', 'unreachable');
  const server = new URL(endpoint.replace(/^ws/i, 'http') || '/', globalThis.location?.href);
  const base = new URL(http, server);
  if (base.origin !== server.origin || !/^https?:$/.test(base.protocol)) throw new TransportError('final', 'protocol');
  return new HttpFiles(
    base.origin + base.pathname.replace(/\/+$/, ''),
    files.chunk,
    id(identity?.pass) ? (identity?.pass as string) : undefined,
  );
}
