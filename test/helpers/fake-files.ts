import type { FileInfo, FileLimits } from '../../src/session/model/types.js';
import type { Clock } from '../../src/session/ports.js';
import {
  TransportError,
  type FileAccess,
  type FileTransport,
  type SavedFile,
  type UploadRequest,
} from '../../src/session/transport.js';

/** What the server takes. */
export const LIMITS: FileLimits = {
  maxSize: 1000,
  maxCount: 3,
  types: ['text/plain', 'image/png', 'application/pdf'],
  chunk: 100,
};

/** What the server has of a file. */
type Kept = { readonly file: string; offset: number; info?: FileInfo | undefined; readonly body: Blob };

/** The files of a server, in pieces of 100 bytes and 10 ms each; whatever was acknowledged survives every break. */
export class FakeFiles implements FileTransport {
  readonly kept = new Map<string, Kept>();
  /** Where each try began. */
  readonly began: number[] = [];
  /** The bytes that were carried in all. */
  carried = 0;
  /** Nothing gets through. */
  down = false;
  /** Breaks when the file has so many bytes there; once. */
  breakAt: number | undefined;
  /** What the server finds when all of it is there. */
  judge: (name: string) => string | undefined = () => undefined;
  readonly saved: string[] = [];

  constructor(private readonly clock: Clock) {}

  async upload(request: UploadRequest, progress: (sent: number) => void, signal: AbortSignal): Promise<FileInfo> {
    await this.#travel(signal);
    const { id, name, body } = request;
    const kept: Kept = this.kept.get(id) ?? { file: `F-${id}`, offset: 0, body };
    this.kept.set(id, kept);
    this.began.push(kept.offset);
    while (kept.offset < body.size) {
      progress(kept.offset);
      await this.#travel(signal);
      if (this.breakAt !== undefined && kept.offset >= this.breakAt) {
        this.breakAt = undefined;
        throw new TransportError('again', 'unreachable');
      }
      const piece = Math.min(LIMITS.chunk, body.size - kept.offset);
      kept.offset += piece;
      this.carried += piece;
    }
    progress(body.size);
    const code = this.judge(name);
    if (code !== undefined) {
      this.kept.delete(id);
      throw new TransportError('final', code);
    }
    return (kept.info ??= { id: kept.file, name, type: body.type || 'text/plain', size: body.size });
  }

  async discard({ id }: UploadRequest, signal: AbortSignal): Promise<void> {
    await this.#travel(signal);
    this.kept.delete(id);
  }

  async download(_access: FileAccess, id: string, signal: AbortSignal): Promise<Blob> {
    await this.#travel(signal);
    return this.#of(id).body;
  }

  async save(_access: FileAccess, id: string, signal: AbortSignal): Promise<SavedFile> {
    await this.#travel(signal);
    this.#of(id);
    return { url: `https://chat.example/tickets/${id}`, expiresAt: 0 };
  }

  #of(id: string): Kept {
    const found = [...this.kept.values()].find(({ file }) => file === id);
    if (!found) throw new TransportError('final', 'unknown-file');
    return found;
  }

  #travel(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.clock.delay(10, () => {
        if (signal.aborted) reject(new TransportError('unknown', 'lost'));
        else if (this.down) reject(new TransportError('again', 'unreachable'));
        else resolve();
      });
    });
  }
}

/** A file as a browser gives it. */
export function file(name: string, size: number, type = 'text/plain'): Blob & { readonly name: string } {
  return Object.assign(new Blob(['x'.repeat(size)], { type }), { name });
}
