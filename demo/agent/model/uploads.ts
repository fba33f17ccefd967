/**
 * Files on their way to the server: announced, sent in pieces, and taken up again where the server has them after any break.
 * A file that is there waits for the message that carries it.
 */
import * as v from 'valibot';
import {
  answer,
  fileState,
  type WireFileInfo,
  type WireFileLimits,
  type WireFileState,
} from '../../../src/protocol/index.js';
import type { Core } from './core.js';
import type { FilePort } from './ports.js';
import { withConversation, type Upload } from './state.js';

/** How long it waits before it tries again, and at most. */
const RETRY = { first: 1000, most: 15_000 } as const;

/** The server said no, and will say so again. */
class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** See the module. */
export class Uploads {
  readonly #blobs = new Map<string, Blob & { readonly name?: string }>();

  constructor(
    private readonly core: Core,
    private readonly files: FilePort | undefined,
  ) {}

  /** Begins with files that the agent chose. What the limits forbid is shown as failed at once. */
  add(conversation: string, chosen: readonly File[]): void {
    const limits = this.core.store.value.features?.files;
    if (!limits || !this.files) return;
    for (const file of chosen) {
      const id = this.core.chance.id();
      const code = forbidden(file, limits);
      this.#blobs.set(id, file);
      const upload: Upload = {
        id,
        name: file.name,
        size: file.size,
        sent: 0,
        status: code ? 'failed' : 'uploading',
        code,
      };
      this.#list(conversation, (uploads) => [...uploads, upload]);
      if (!code) void this.#run(conversation, id);
    }
  }

  /** Tries a failed one again. */
  retry(conversation: string, id: string): void {
    if (!this.#blobs.has(id)) return;
    this.#change(conversation, id, { status: 'uploading', code: undefined });
    void this.#run(conversation, id);
  }

  /** Takes one back. */
  remove(conversation: string, id: string): void {
    const file = this.#of(conversation, id)?.file;
    this.#blobs.delete(id);
    this.#list(conversation, (uploads) => uploads.filter((one) => one.id !== id));
    // Should it not arrive, the server removes what is never sent.
    if (file !== undefined) void this.files?.ask('DELETE', `${conversation}/files/${file}`).catch(() => undefined);
  }

  /** The files that are ready, for a message; they are no longer listed then. */
  take(conversation: string): readonly WireFileInfo[] {
    const uploads = this.core.store.value.conversations.get(conversation)?.uploads ?? [];
    const ready = uploads.filter(({ info }) => info !== undefined);
    for (const { id } of ready) this.#blobs.delete(id);
    if (ready.length > 0) this.#list(conversation, (list) => list.filter((one) => !ready.includes(one)));
    return ready.flatMap(({ info }) => info ?? []);
  }

  async #run(conversation: string, id: string): Promise<void> {
    let pause: number = RETRY.first;
    while (this.#blobs.has(id)) {
      try {
        const info = await this.#send(conversation, id);
        if (info) this.#change(conversation, id, { status: 'ready', info });
        return;
      } catch (error) {
        if (error instanceof Refused) return this.#change(conversation, id, { status: 'failed', code: error.code });
        const wait = pause;
        await new Promise<void>((resolve) => void this.core.clock.after(wait, resolve));
        pause = Math.min(pause * 2, RETRY.most);
      }
    }
  }

  /** One try: to the end, or until something breaks. */
  async #send(conversation: string, id: string): Promise<WireFileInfo | undefined> {
    const blob = this.#blobs.get(id);
    const chunk = this.core.store.value.features?.files?.chunk ?? 1;
    if (!blob) return undefined;
    const frame = { id, name: blob.name ?? 'file', size: blob.size, type: blob.type };
    let state = await this.#ask('POST', `${conversation}/files`, { json: frame });
    this.#change(conversation, id, { file: state.file, sent: state.offset });
    while (!state.info && state.offset < state.size) {
      if (!this.#blobs.has(id)) return undefined;
      const end = Math.min(state.offset + chunk, state.size);
      const bytes = blob.slice(state.offset, end);
      const range = `bytes ${state.offset}-${end - 1}/${state.size}`;
      state = await this.#ask('PATCH', `${conversation}/files/${state.file}`, { bytes, range });
      this.#change(conversation, id, { sent: state.offset });
    }
    return state.info ?? (await this.#ask('POST', `${conversation}/files/${state.file}/complete`)).info;
  }

  async #ask(method: string, path: string, body: Parameters<FilePort['ask']>[2] = {}): Promise<WireFileState> {
    const parsed = v.parse(answer, await this.files?.ask(method, path, body));
    if (parsed.ok) return v.parse(fileState, parsed.data);
    const { code } = parsed.error;
    const passing = ['unavailable', 'internal', 'rate-limited', 'offset-mismatch', 'incomplete'];
    // What passes is tried again from the announcement on, which says where the server stands.
    throw passing.includes(code) ? new Error(code) : new Refused(code);
  }

  #of(conversation: string, id: string): Upload | undefined {
    return this.core.store.value.conversations.get(conversation)?.uploads.find((one) => one.id === id);
  }

  #change(conversation: string, id: string, change: Partial<Upload>): void {
    this.#list(conversation, (uploads) => uploads.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  #list(conversation: string, change: (uploads: readonly Upload[]) => readonly Upload[]): void {
    this.core.store.update((state) =>
      withConversation(state, conversation, (one) => ({ ...one, uploads: change(one.uploads) })),
    );
  }
}

/** Why a file can't be sent, as far as that is known without asking. */
function forbidden({ size, type }: File, { maxSize, types }: WireFileLimits): string | undefined {
  if (size === 0) return 'empty';
  if (size > maxSize) return 'too-large';
  const bare = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  // Names of types differ between systems: only a whole kind that is not taken at all is refused here.
  const kind = bare.split('/', 1)[0] ?? '';
  return ['image', 'audio', 'video'].includes(kind) && !types.some((one) => one.startsWith(`${kind}/`))
    ? 'type-not-allowed'
    : undefined;
}
