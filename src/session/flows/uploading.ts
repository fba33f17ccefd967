import { ChatError, type ChatErrorCode } from '../model/errors.js';
import type { ConversationKey, FileInfo } from '../model/types.js';
import { TransportError, type FileAccess, type FileTransport } from '../transport.js';
import { toChatCode } from './codes.js';
import { at, backoff, type Core } from './core.js';

/** A try that makes no progress for so long is given up, and taken up again. */
const STALLED = 60_000;

const CODES: Readonly<Record<string, ChatErrorCode>> = {
  'too-large': 'too-large',
  'too-many': 'too-many',
  'quota-exceeded': 'too-many',
  'type-not-allowed': 'type-not-allowed',
  'type-mismatch': 'type-mismatch',
  'unknown-file': 'unknown-file',
  unreadable: 'unreadable',
};

/** What went wrong with a file, as one of our codes. */
export function toFileCode(error: unknown): ChatErrorCode {
  if (error instanceof ChatError) return error.code;
  if (!(error instanceof TransportError)) return 'refused';
  return (Object.hasOwn(CODES, error.code) ? CODES[error.code] : undefined) ?? toChatCode(error.code);
}

/** The transport's files, and what opens a conversation's. */
export type Wire = {
  readonly core: Core;
  /** The transport's half; rejects where it has none. */
  readonly files: () => Promise<FileTransport>;
  /** The credential of a conversation that the server has opened. */
  readonly credential: (key: ConversationKey) => string | undefined;
};

/** What opens the files of a conversation; undefined while the server has not opened it. */
export function accessOf({ core, credential }: Wire, key: ConversationKey): FileAccess | undefined {
  const remoteId = at(core, key)?.remoteId;
  const opens = credential(key);
  return remoteId === undefined || opens === undefined ? undefined : { remoteId, credential: opens };
}

/** One file to be brought to the server. */
export type Freight = { readonly id: string; readonly name: string; readonly body: Blob };

/**
 * Brings a file to the server, however often the line breaks: each try takes it up where the server stands. Resolves with
 * what the server made of it; rejects when the server said no, or the file can't be read any more.
 * @param signal - takes it back
 */
export async function bring(
  wire: Wire,
  key: ConversationKey,
  freight: Freight,
  progress: (sent: number) => void,
  signal: AbortSignal,
): Promise<FileInfo> {
  const { core } = wire;
  for (let tries = 1; ; tries++) {
    let retryAfter = 0;
    try {
      const access = accessOf(wire, key);
      if (access) return await attempt(wire, { ...access, ...freight }, progress, signal);
    } catch (error) {
      if (signal.aborted || (error instanceof TransportError && error.kind === 'final')) throw error;
      // What moved on begins its waits anew.
      if (error instanceof Progressed) tries = 0;
      retryAfter = error instanceof TransportError ? (error.retryAfter ?? 0) : 0;
    }
    signal.throwIfAborted();
    await rest(wire, key, Math.max(retryAfter, backoff(core, tries, 1_000, 15_000)), signal);
  }
}

/** A try that broke off after some of it had arrived. */
class Progressed extends Error {}

async function attempt(
  { core, files }: Wire,
  request: FileAccess & Freight,
  progress: (sent: number) => void,
  signal: AbortSignal,
): Promise<FileInfo> {
  const transport = await files();
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  signal.addEventListener('abort', stop, { once: true });
  let cancel: () => void = () => undefined;
  let first: number | undefined;
  let last = 0;
  try {
    return await new Promise<FileInfo>((resolve, reject) => {
      const watch = (): void => {
        cancel();
        cancel = core.ports.clock.delay(STALLED, () => {
          stop();
          reject(new TransportError('unknown', 'timeout'));
        });
      };
      watch();
      // A transport that does not heed the signal must not hold us.
      abort.signal.addEventListener('abort', () => reject(new TransportError('unknown', 'lost')), { once: true });
      const heard = (sent: number): void => {
        if (abort.signal.aborted) return;
        first ??= sent;
        last = sent;
        watch();
        progress(sent);
      };
      transport.upload(request, heard, abort.signal).then(resolve, reject);
    });
  } catch (error) {
    const kept = !(error instanceof TransportError) || error.kind !== 'final';
    throw kept && first !== undefined && last > first ? new Progressed() : error;
  } finally {
    cancel();
    signal.removeEventListener('abort', stop);
  }
}

/** Waits, but not longer than until the line is up again and the conversation open, or nobody wants it any more. */
function rest(wire: Wire, key: ConversationKey, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const { core } = wire;
    const able = (): boolean => core.state.connection.status === 'online' && accessOf(wire, key) !== undefined;
    let before = able();
    const done = (): void => {
      cancel();
      undo();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = core.ports.clock.delay(ms, done);
    const undo = core.subscribe(() => {
      const now = able();
      if (now && !before) done();
      before = now;
    });
    signal.addEventListener('abort', done, { once: true });
  });
}
