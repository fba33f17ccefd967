import { html, type TemplateResult } from 'lit';

/** The longest ending that is kept whole, with its dot. */
const ENDING = 12;

/**
 * The name of a file: where there is no room it is cut before its ending, which says what one gets. Isolated, whatever script it is
 * in; read out in one piece, and shown whole by the pointer.
 */
export function fileName(name: string): TemplateResult {
  const dot = name.lastIndexOf('.');
  const cut = dot > 0 && name.length - dot <= ENDING ? dot : name.length;
  return html`<bdi class="file" title=${name}
    ><span class="visually-hidden">${name}</span><span class="stem" aria-hidden="true">${name.slice(0, cut)}</span
    ><span class="ending" aria-hidden="true">${name.slice(cut)}</span></bdi
  >`;
}
