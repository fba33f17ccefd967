/** Icons of the list of threads. */
import { svg, type TemplateResult } from 'lit';
import { icon } from '../icons.js';

export const newIcon = (): TemplateResult => icon(svg`<path d="M12 5.5v13M5.5 12h13"/>`);
export const penIcon = (): TemplateResult =>
  icon(svg`<path d="m5 19 .9-3.9L15.6 5.4a1.6 1.6 0 0 1 2.3 0l.7.7a1.6 1.6 0 0 1 0 2.3L8.9 18.1z"/>`);
export const archiveIcon = (): TemplateResult => icon(svg`<path d="M4.5 5h15v4h-15zM6 9v10h12V9M10 13h4"/>`);
export const unarchiveIcon = (): TemplateResult =>
  icon(svg`<path d="M4.5 5h15v4h-15zM6 9v10h12V9M12 17v-5M9.8 13.8 12 11.6l2.2 2.2"/>`);
export const listIcon = (): TemplateResult =>
  icon(svg`<path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.2 6.5h.1M4.2 12h.1M4.2 17.5h.1"/>`);
