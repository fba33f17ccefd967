import { html, nothing, type TemplateResult } from 'lit';
import type { Upload } from '../model/state.js';
import { fileName } from './file-name.js';
import { fileSize } from './format.js';
import { icon } from './icons.js';
import { terms } from './terms.js';

/** What can be done with a file of the next message. */
export interface TrayActions {
  remove(upload: string): void;
  retry(upload: string): void;
}

/** Trying again changes nothing about the file. */
const FINAL = new Set<string | undefined>(['empty', 'too-large', 'type-not-allowed', 'type-mismatch']);

/** The files of the next message: how far each is, and what became of it. */
export function tray(uploads: readonly Upload[], actions: TrayActions): TemplateResult | typeof nothing {
  if (uploads.length === 0) return nothing;
  return html`<ul class="tray" aria-label=${terms.files.label}>
    ${uploads.map((upload) => item(upload, actions))}
  </ul>`;
}

function item({ id, name, size, sent, status, code }: Upload, actions: TrayActions): TemplateResult {
  const { files } = terms;
  const share = size === 0 ? 0 : Math.floor((sent / size) * 100);
  return html`<li class=${status}>
    ${icon(status === 'failed' ? 'alert' : 'file', true)} ${fileName(name)}
    <span class="standing">
      ${status === 'failed' ? files.refusal(code) : status === 'ready' ? fileSize(size) : `${share} %`}
    </span>
    ${
      status === 'uploading'
        ? html`<progress max="100" value=${share} aria-label=${files.progress(name)}></progress>`
        : nothing
    }
    ${
      status === 'failed' && !FINAL.has(code)
        ? html`<button
            class="button quiet"
            type="button"
            aria-label=${files.retry(name)}
            @click=${() => actions.retry(id)}
          >
            ${terms.conversation.retry}
          </button>`
        : nothing
    }
    <button class="button quiet bare" type="button" aria-label=${files.remove(name)} @click=${() => actions.remove(id)}>
      ${icon('close', true)}
    </button>
  </li>`;
}
