import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { isolate } from '../../locales/isolate.js';
import type { ChatState, FileLimits, Upload } from '../../session/model/types.js';
import { nameTemplate, tileTemplate } from '../files/file-card.js';
import { fileCardStyles } from '../files/file-card.styles.js';
import { honestName, refusalText, progressText, sizeText, textsOf } from '../files/file-texts.js';
import { addStyles } from '../add-styles.js';
import { exportParts, type FileHost } from '../files/file-host.js';
import { clipIcon, removeIcon } from '../files/icons.js';
import { retryIcon } from '../icons.js';
import { trayStyles } from './tray.styles.js';

/** Trying again would change nothing about the file. */
const FINAL = new Set<string | undefined>(['empty', 'too-large', 'type-not-allowed', 'type-mismatch', 'unreadable']);

const NOTHING: readonly Upload[] = [];

/**
 * The files of the next message: the button that chooses them, drop and paste, and the list of what was chosen. Fetched
 * when the server takes files.
 */
export class Tray implements ReactiveController {
  #of: FileHost;
  #target: HTMLElement | undefined;
  #dropping = false;
  #uploads = NOTHING;
  /** What became of each file when it was told last. */
  #told = new Map<string, Upload['status']>();
  #said = '';

  /**
   * @param host - the composer
   * @param localize - its language
   * @param request - says what the visitor wants
   */
  constructor(host: LitElement, localize: LocalizeController, request: FileHost['request']) {
    this.#of = { host, localize, request };
    addStyles(host, fileCardStyles, trayStyles);
    exportParts(host, 'attach tray drop');
    host.addController(this);
    host.requestUpdate();
  }

  hostConnected(): void {
    const { host } = this.#of;
    // In the window, what is dropped anywhere is meant for the message.
    const target = (this.#target = host.closest<HTMLElement>('chat-window') ?? host);
    for (const type of DRAGS) target.addEventListener(type, this.#onDrag);
    host.addEventListener('paste', this.#onPaste);
  }

  hostDisconnected(): void {
    for (const type of DRAGS) this.#target?.removeEventListener(type, this.#onDrag);
    this.#of.host.removeEventListener('paste', this.#onPaste);
  }

  /** Takes the state in; whether anything is there that would go with a message. */
  take({ view, capabilities }: ChatState): boolean {
    this.#uploads = (view.files?.uploads ?? NOTHING).filter(({ message }) => message === undefined);
    this.#tell(capabilities.files);
    return this.#uploads.some(({ status }) => status !== 'failed');
  }

  /** The button in the composer's box. */
  button({ types }: FileLimits): TemplateResult {
    const { attach } = textsOf(this.#of.localize);
    return html`<button
        class="button quiet icon-only attach"
        part="attach"
        type="button"
        aria-label=${attach}
        title=${attach}
        @click=${this.#choose}
      >
        ${clipIcon()}
      </button>
      <input
        type="file"
        multiple
        hidden
        tabindex="-1"
        accept=${types.join()}
        aria-label=${attach}
        @change=${this.#onChosen}
      />`;
  }

  /** The list above the box. */
  list(limits: FileLimits | null): TemplateResult {
    const { localize } = this.#of;
    const texts = textsOf(localize);
    return html`${
        this.#uploads.length === 0
          ? nothing
          : html`<ul class="tray" part="tray" aria-label=${texts.attached}>
              ${this.#uploads.map((upload) => this.#item(upload, limits))}
            </ul>`
      }${this.#dropping ? html`<div class="drop" part="drop" aria-hidden="true">${texts.attachDrop}</div>` : nothing}
      <div class="visually-hidden" role="status">${this.#said}</div>`;
  }

  #item(upload: Upload, limits: FileLimits | null): TemplateResult {
    const { localize, request } = this.#of;
    const texts = textsOf(localize);
    const { id, size, status, sent, error } = upload;
    const name = honestName(upload.name);
    const failed = status === 'failed';
    const standing = failed
      ? refusalText(upload, limits, localize)
      : status === 'uploading'
        ? progressText(upload, localize)
        : `${isolate(sizeText(size, localize))} · ${status === 'ready' ? texts.fileReady : texts.fileWaiting}`;
    return html`<li class="file" part="file file-${status}">
      ${tileTemplate(name)}
      <span class="about"
        >${nameTemplate(name)}<span class=${failed ? 'standing bad' : 'standing'} part="file-status">${standing}</span
        >${
          status === 'uploading'
            ? html`<progress
                part="file-progress"
                max=${size}
                value=${sent}
                aria-label=${texts.fileProgress(name)}
              ></progress>`
            : nothing
        }</span
      >
      ${
        failed && !FINAL.has(error)
          ? html`<button
              class="button quiet icon-only"
              part="file-retry"
              type="button"
              aria-label=${texts.fileRetry(name)}
              title=${localize.term('retry')}
              @click=${() => request('chat-upload-request', { id })}
            >
              ${retryIcon()}
            </button>`
          : nothing
      }
      <button
        class="button quiet icon-only"
        part="file-remove"
        type="button"
        aria-label=${texts.fileRemove(name)}
        title=${texts.fileRemove(name)}
        @click=${() => request('chat-detach-request', { id })}
      >
        ${removeIcon()}
      </button>
    </li>`;
  }

  /** Says aloud, once, what became of a file. */
  #tell(limits: FileLimits | null): void {
    const { localize } = this.#of;
    const texts = textsOf(localize);
    const news: string[] = [];
    const told = new Map<string, Upload['status']>();
    for (const upload of this.#uploads) {
      const { id, name, status } = upload;
      told.set(id, status);
      if (this.#told.get(id) === status) continue;
      if (status === 'failed') news.push(texts.fileFailed(honestName(name), refusalText(upload, limits, localize)));
      if (status === 'ready' && this.#told.has(id)) news.push(texts.fileDone(honestName(name)));
    }
    this.#told = told;
    if (news.length > 0 || told.size === 0) this.#said = news.join('. ');
  }

  #choose = (): void => {
    this.#of.host.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  };

  #onChosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#attach([...(input.files ?? [])]);
    // The same file may be chosen again, after it was removed.
    input.value = '';
    this.#of.host.focus();
  };

  #onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    // A text that was copied from a word processor comes with a picture of itself.
    if (files.length === 0 || event.defaultPrevented || event.clipboardData?.getData('text/plain')) return;
    event.preventDefault();
    this.#attach(files);
  };

  #onDrag = (event: DragEvent): void => {
    const { dataTransfer, type } = event;
    if (!dataTransfer?.types.includes('Files')) return;
    // Otherwise the browser leaves the page for the file.
    event.preventDefault();
    const within = event.relatedTarget instanceof Node && this.#target?.contains(event.relatedTarget);
    const dropping = type === 'dragover' || (type === 'dragleave' && within === true);
    if (dropping) dataTransfer.dropEffect = 'copy';
    if (dropping !== this.#dropping) {
      this.#dropping = dropping;
      this.#of.host.requestUpdate();
    }
    if (type === 'drop') this.#attach([...dataTransfer.files]);
  };

  #attach(files: readonly File[]): void {
    if (files.length > 0) this.#of.request('chat-attach-request', { files });
  }
}

const DRAGS = ['dragover', 'dragleave', 'drop'] as const;
