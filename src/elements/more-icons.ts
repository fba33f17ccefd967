/** Icons of elements that only some pages have: nobody else loads them. */
import { svg, type TemplateResult } from 'lit';
import { icon } from './icons.js';

export const smileIcon = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="8.25"/><path d="M8.4 14.2a4.4 4.4 0 0 0 7.2 0M9.2 9.4v.6M14.8 9.4v.6"/>`);
export const searchIcon = (): TemplateResult =>
  icon(svg`<circle cx="10.8" cy="10.8" r="5.8"/><path d="m15.2 15.2 4.3 4.3"/>`);
export const plusIcon = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="8.25"/><path d="M12 8.4v7.2M8.4 12h7.2"/>`);
export const downloadIcon = (): TemplateResult =>
  icon(svg`<path d="M12 4.5v10.2M7.6 10.6l4.4 4.4 4.4-4.4M5 19.2h14"/>`);
export const starIcon = (): TemplateResult =>
  icon(svg`<path d="m12 3.9 2.5 5.1 5.6.8-4.05 3.95.95 5.6-5-2.65-5 2.65.95-5.6L3.9 9.8l5.6-.8z"/>`);
