import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { ChatController } from '../../controllers/chat-controller.js';
import type { FileInfo } from '../../session/model/types.js';
import { nameTemplate, tileTemplate } from '../files/file-card.js';
import { fileCardStyles } from '../files/file-card.styles.js';
import { honestName, refusalText, progressText, sizeText, textsOf } from '../files/file-texts.js';
import { addStyles } from '../add-styles.js';
import { exportParts, type FileHost } from '../files/file-host.js';
import { saveIcon } from '../files/icons.js';
import { filesStyles } from './files.styles.js';
import type { FileRows } from './file-rows.js';

/** The types that a browser shows as a picture and runs nothing of. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
const LARGEST = 10 * 1_048_576;

/** A picture of more pixels than this is a card: decoding it could take the page's memory. */
const MOST_PIXELS = 40_000_000;

/** The files of messages: pictures of what the server found to be pictures, and cards with a way to save for all the rest. */
export class MessageFiles implements FileRows {
  #of: FileHost;
  #chat: ChatController<unknown> | undefined;
  /** Addresses of pictures, by their bytes; let go of when the element leaves the page. */
  #addresses = new Map<Blob, string>();
  #asked = new Set<string>();
  /** Pictures that can't be shown. */
  #bad = new Set<string>();

  /**
   * @param host - the element that shows messages
   * @param localize - its language
   * @param request - says what the visitor wants
   */
  constructor(host: LitElement, localize: LocalizeController, request: FileHost['request']) {
    this.#of = { host, localize, request };
    addStyles(host, fileCardStyles, filesStyles);
    exportParts(host, 'files picture');
    this.#chat = new ChatController(host, (state) => state.view.files);
    host.addController(this);
    host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const address of this.#addresses.values()) URL.revokeObjectURL(address);
    this.#addresses.clear();
  }

  /** The files of one message. */
  template(files: readonly FileInfo[], tabindex: number, stored: boolean): TemplateResult {
    const file = stored ? (one: FileInfo) => this.#file(one, tabindex) : (one: FileInfo) => this.#own(one);
    return html`<span class="files" part="files">${files.map(file)}</span>`;
  }

  #file(file: FileInfo, tabindex: number): TemplateResult {
    const { localize } = this.#of;
    const view = this.#chat?.state.view.files;
    const texts = textsOf(localize);
    const name = honestName(file.name);
    const size = sizeText(file.size, localize);
    const address = this.#picture(file, view?.previews[file.id]);
    const label = texts.fileDownload(name, size);
    const save = (): void => this.#of.request('chat-download-request', { fileId: file.id });
    return address === undefined
      ? html`<button class="card" part="file" type="button" tabindex=${tabindex} @click=${save}>
          <span class="visually-hidden">${label}</span>${tileTemplate(name)}<span class="about" aria-hidden="true"
            >${nameTemplate(name)}<span class="standing" part="file-status">${size}</span></span
          >${saveIcon()}
        </button>`
      : html`<button
          class="picture"
          part="picture"
          type="button"
          tabindex=${tabindex}
          aria-label=${label}
          title=${name}
          @click=${save}
        >
          <img
            src=${address}
            alt=${texts.filePicture(name)}
            decoding="async"
            @load=${(event: Event) => this.#look(event, file.id)}
            @error=${() => this.#hide(file.id)}
          />
        </button>`;
  }

  /** One's own, which is not on the server yet. */
  #own(file: FileInfo): TemplateResult {
    const { localize } = this.#of;
    const { files } = this.#chat?.state.view ?? {};
    // On its way; or all of it is there, and only the message still waits.
    const upload = files?.uploads.find(({ id }) => id === file.id) ?? {
      ...file,
      sent: file.size,
      status: 'ready' as const,
    };
    const { size, sent, status } = upload;
    const name = honestName(upload.name);
    const failed = status === 'failed';
    const done = status === 'ready';
    return html`<span class="card" part="file file-${status}">
      ${tileTemplate(name)}<span class="about"
        >${nameTemplate(name)}<span class=${failed ? 'standing bad' : 'standing'} part="file-status"
          >${
            failed
              ? refusalText(upload, this.#chat?.state.capabilities.files ?? null, localize)
              : done
                ? sizeText(size, localize)
                : progressText(upload, localize)
          }</span
        >${
          failed || done
            ? nothing
            : html`<progress
                part="file-progress"
                max=${size}
                value=${sent}
                aria-label=${textsOf(localize).fileProgress(name)}
              ></progress>`
        }</span
      >
    </span>`;
  }

  /** The address of a picture, as far as it is here; one that is not is asked for. */
  #picture({ id, type, size }: FileInfo, body: Blob | undefined): string | undefined {
    if (!PICTURES.has(type) || size > LARGEST || this.#bad.has(id)) return undefined;
    if (!body) {
      if (!this.#asked.has(id)) queueMicrotask(() => this.#of.request('chat-preview-request', { fileId: id }));
      this.#asked.add(id);
      return undefined;
    }
    this.#asked.delete(id);
    let address = this.#addresses.get(body);
    if (address === undefined) this.#addresses.set(body, (address = URL.createObjectURL(body)));
    return address;
  }

  #look(event: Event, id: string): void {
    const { naturalWidth, naturalHeight } = event.target as HTMLImageElement;
    if (naturalWidth * naturalHeight > MOST_PIXELS) this.#hide(id);
    // The row has grown: who was at the end wants to stay there.
    else this.#of.host.requestUpdate();
  }

  #hide(id: string): void {
    this.#bad.add(id);
    this.#of.host.requestUpdate();
  }
}
