import { html, nothing, type TemplateResult } from 'lit';
import { honestName } from './file-texts.js';

/** What stands in the place of a picture: the ending, which says what one can do with the file. */
export function tileTemplate(name: string): TemplateResult {
  const ending = /\.([a-z\d]{1,4})$/i.exec(name)?.[1] ?? '';
  return html`<span class="tile" part="file-tile" aria-hidden="true">${ending.toUpperCase() || '…'}</span>`;
}

/** A name that is cut in the middle when there is no room: its ending is always read. Isolated, whatever script it is in. */
export function nameTemplate(given: string): TemplateResult {
  const name = honestName(given);
  const at = Math.max(name.length - 12, name.lastIndexOf('.'));
  const cut = name.length > 16 && at > 0 ? at : name.length;
  return html`<bdi class="file-name" part="file-name" title=${name}
    ><span class="stem">${name.slice(0, cut)}</span>${
      cut < name.length ? html`<span class="ending">${name.slice(cut)}</span>` : nothing
    }</bdi
  >`;
}
