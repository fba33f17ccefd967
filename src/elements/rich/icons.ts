import { svg, type TemplateResult } from 'lit';
import { icon } from '../icons.js';

export const checkIcon = (): TemplateResult => icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`);
export const previousIcon = (): TemplateResult => icon(svg`<path d="m14.5 5.5-6.5 6.5 6.5 6.5"/>`, true);
export const nextIcon = (): TemplateResult => icon(svg`<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>`, true);
export const outIcon = (): TemplateResult =>
  icon(svg`<path d="M14 5h5v5M19 5l-8.5 8.5M10 5.5H7a2 2 0 0 0-2 2V17a2 2 0 0 0 2 2h9.5a2 2 0 0 0 2-2v-3"/>`, true);
export const pictureIcon = (): TemplateResult =>
  icon(svg`<rect x="4" y="5" width="16" height="14" rx="2"/><path d="m4.5 16 4.5-4.5 4 4 2.5-2.5 4 4"/>`);
export const clockIcon = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="7.5"/><path d="M12 8v4.3l2.8 1.7"/>`);
