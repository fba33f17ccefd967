/** The icons of files: nobody without files loads them. */
import { svg, type TemplateResult } from 'lit';
import { icon } from '../icons.js';

export const clipIcon = (): TemplateResult =>
  icon(
    svg`<path d="m19.5 11.4-7.7 7.7a5 5 0 0 1-7-7l8.2-8.2a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.2-7.2"/>`,
  );
export const removeIcon = (): TemplateResult => icon(svg`<path d="m7 7 10 10M17 7 7 17"/>`);
export const saveIcon = (): TemplateResult => icon(svg`<path d="M12 4.5v10.3M7.6 10.6 12 15l4.4-4.4M5 19.2h14"/>`);
