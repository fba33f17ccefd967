import { Files } from './flows/files.js';
import { readFiles } from './flows/file-checks.js';
import { Previews } from './flows/previews.js';
import type { Wire } from './flows/uploading.js';
import type { ServerResponse } from './host.js';
import type { Intent } from './intents.js';
import { ChatError } from './model/errors.js';
import { conversationOf, isRunning } from './model/selectors.js';
import type { ConversationKey } from './model/types.js';
import type { MoreParts } from './more.js';
import { FILE_TEXTS } from '../vocabulary/file-texts.js';
import { COMMAND_TEXTS } from '../vocabulary/texts.js';

/** Everything about files, put together; fetched with the first file of a page. */
export class ChatFiles {
  #parts: MoreParts;
  #files: Files;
  #previews: Previews;

  /** @param parts - of the session */
  constructor(parts: MoreParts) {
    const { core, conversations, outbox, acts, drafts } = parts;
    const wire: Wire = {
      core,
      files: () => core.transport.files?.() ?? Promise.reject(unsupported()),
      credential: (key) => conversations.record(key)?.credential,
    };
    this.#parts = parts;
    const previews = (this.#previews = new Previews(wire));
    this.#files = new Files(core, {
      ...wire,
      submit: (key, item) => outbox.submit(key, item),
      giveBack: async (text) => {
        const { current = '', view } = core.state;
        drafts.set(current, [text, view.drafts[current] ?? ''].filter((part) => part !== '').join('\n'));
        await drafts.flush();
      },
      known: (info, body) => previews.known(info, body),
    });
    acts.cargo = this.#files;
  }

  /** See `MoreVerbs`. */
  async sendFile(options: unknown): Promise<ServerResponse> {
    const { core, acts } = this.#parts;
    const chosen = readFiles((options as { readonly files?: unknown } | null | undefined)?.files);
    if (chosen.length === 0) throw new ChatError('invalid', 'sendFile: files has no file chosen; choose one first');
    if (!core.state.capabilities.files) {
      if (!isRunning(conversationOf(core.state)))
        throw new ChatError('not-active', COMMAND_TEXTS.sendMessage['not-active']);
      throw unsupported();
    }
    const load = this.#files.loadOf(this.#allowed(chosen, core.state.current));
    await acts.send(undefined, load);
    return { code: 'ok', message: 'ok', data: { files: load.infos() } };
  }

  /** See `MoreVerbs`. */
  async downloadFile(options: unknown): Promise<ServerResponse> {
    const { core } = this.#parts;
    const { fileId, field } = (options ?? {}) as { readonly fileId?: unknown; readonly field?: unknown };
    // One of the two documents calls it so.
    const data = await this.#previews.save(core.state.current, fileId ?? field);
    const port = await core.ports.files?.();
    await port?.save(data.url, data.name, core.signal).catch((cause: unknown) => {
      throw new ChatError('unreachable', 'downloadFile: the file could not be fetched; try again', { cause });
    });
    return { code: 'ok', message: 'ok', data };
  }

  /** Takes in what an intent asks; what takes time goes on by itself. */
  async perform(intent: Intent, key: ConversationKey | undefined): Promise<void> {
    switch (intent.type) {
      case 'chat-attach-request':
        return this.#files.add(this.#allowed(readFiles(intent.detail.files), key));
      case 'chat-detach-request':
        return this.#files.remove(intent.detail.id);
      case 'chat-upload-request':
        return this.#files.again(intent.detail.id);
      case 'chat-preview-request':
        if (key !== undefined) void this.#previews.show(key, intent.detail.fileId);
        return;
      case 'chat-download-request':
        this.downloadFile({ fileId: intent.detail.fileId }).catch(this.#parts.report);
        return;
      default:
        // Nothing here to be done about.
        return;
    }
  }

  /** See `Files.restore`. */
  unpack(): Promise<void> {
    return this.#files.restore();
  }

  /** Asks the page, which may take some away or put others in their place. @throws ChatError `prevented` */
  #allowed(files: readonly Blob[], conversationId: ConversationKey | undefined): readonly Blob[] {
    const asked = this.#parts.pipeline.before('chat-before-upload', { files: [...files], conversationId });
    return readFiles(asked.files);
  }
}

function unsupported(): ChatError {
  return new ChatError('unsupported', FILE_TEXTS.unsupported);
}
