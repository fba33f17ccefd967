import { at, type Core } from './core.js';
import { accessOf, toFileCode, type Wire } from './uploading.js';
import { ChatError } from '../model/errors.js';
import type { ConversationKey, FileInfo, FilesView } from '../model/types.js';
import type { SavedFile } from '../transport.js';

/** What a picture is by its content, as the server found it; everything else is never shown by the browser itself. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** A larger picture is for saving. */
const LARGEST = 10 * 1_048_576;

/** So many pictures are kept; who scrolls back fetches the older ones again. */
const MOST = 24;

/** Controls, and marks that turn the direction of reading. */
const DECEIVING = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

const NONE: FilesView = { uploads: [], previews: {} };

/** Whether a file is shown as a picture. */
export function isPicture({ type, size }: FileInfo): boolean {
  return PICTURES.has(type) && size > 0 && size <= LARGEST;
}

/** Files that others sent: their pictures, and the way to save them. */
export class Previews {
  #core: Core;
  #wire: Wire;
  #asked = new Set<string>();

  constructor(wire: Wire) {
    this.#core = wire.core;
    this.#wire = wire;
  }

  /** A picture that is here already. */
  known(info: FileInfo, body: Blob): void {
    if (isPicture(info)) this.#show(info.id, body.slice(0, body.size, info.type));
  }

  /** Fetches a picture, once; one that can't be had is a card like any other file. */
  async show(key: ConversationKey, id: string): Promise<void> {
    const info = this.#find(key, id);
    const access = accessOf(this.#wire, key);
    if (!info || !access || !isPicture(info) || this.#asked.has(id)) return;
    this.#asked.add(id);
    try {
      const body = await (await this.#wire.files()).download(access, id, this.#core.signal);
      // The type is the one that was found in the content: what came with the bytes does not count.
      if (body.size === info.size) this.#show(id, body.slice(0, body.size, info.type));
    } catch {
      // It may be had later: when the row is shown again, it is asked for again.
      this.#asked.delete(id);
    }
  }

  /** A short-lived address of a file. @throws (rejects) `invalid`, `unknown-file`, `not-active`, `denied`, `unreachable` */
  async save(key: ConversationKey | undefined, id: unknown): Promise<SavedFile & { readonly name: string }> {
    if (typeof id !== 'string' || id === '')
      throw new ChatError('invalid', 'downloadFile: fileId must be the id of a file in the conversation');
    const access = key === undefined ? undefined : accessOf(this.#wire, key);
    if (key === undefined || !access) throw new ChatError('not-active', 'downloadFile: no conversation is open');
    try {
      const saved = await (await this.#wire.files()).save(access, id, this.#core.signal);
      // A name that turns the direction of reading must not make a program look like a picture, here neither.
      const name = (this.#find(key, id)?.name ?? 'file').replace(DECEIVING, '');
      return { ...saved, name };
    } catch (error) {
      const code = toFileCode(error);
      throw new ChatError(code, `downloadFile: the file could not be had (${code})`, { cause: error });
    }
  }

  #find(key: ConversationKey, id: string): FileInfo | undefined {
    for (const entry of at(this.#core, key)?.log.entries ?? []) {
      const found = entry.type === 'message' ? entry.files?.find((file) => file.id === id) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  #show(id: string, body: Blob): void {
    const { uploads, previews } = this.#core.state.view.files ?? NONE;
    const kept = Object.entries({ ...previews, [id]: body }).slice(-MOST);
    for (const old of Object.keys(previews)) if (!kept.some(([name]) => name === old)) this.#asked.delete(old);
    this.#asked.add(id);
    this.#core.apply({
      type: 'view',
      view: { files: Object.freeze({ uploads, previews: Object.freeze(Object.fromEntries(kept)) }) },
    });
  }
}
