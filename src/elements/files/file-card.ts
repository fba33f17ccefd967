import { html, type TemplateResult } from 'lit';
import { honestName } from './file-texts.js';

/** What stands in the place of a picture: the ending, which says what one can do with the file. */
export function tileTemplate(name: string): TemplateResult {
  const ending = /\.([a-z\d]{1,4})$/i.exec(name)?.[1] ?? '';
  return html`<span class="tile" part="file-tile" aria-hidden="true">${ending.toUpperCase() || '…'}</span>`;
}

/**
 * A name that is cut in the middle when there is no room: its ending is always read. Isolated, whatever script it is in; read out
 * in one piece.
 */
export function nameTemplate(given: string): TemplateResult {
  const name = honestName(given);
  const at = Math.max(name.length - 12, name.lastIndexOf('.'));
  // Not between the halves of a character.
  const whole = /[\uDC00-\uDFFF]/.test(name.charAt(at)) ? at - 1 : at;
  const cut = name.length > 16 && whole > 0 ? whole : name.length;
  return html`<bdi class="file-name" part="file-name" title=${name}
    >${
      cut < name.length
        ? html`<span class="visually-hidden">${name}</span
            ><span class="stem" aria-hidden="true">${name.slice(0, cut)}</span
            ><span class="ending" aria-hidden="true">${name.slice(cut)}</span>`
        : html`<span class="stem">${name}</span>`
    }</bdi
  >`;
}
