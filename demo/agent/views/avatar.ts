import { html, nothing, type TemplateResult } from 'lit';
import { initials } from './format.js';

/** Decoration: the name is always written beside it. `online` draws the dot. */
export function avatar(
  name: string,
  key: string,
  { size = '', online }: { size?: 'small' | 'large' | ''; online?: boolean } = {},
): TemplateResult {
  const dot = online === undefined ? nothing : html`<span class=${online ? 'dot on' : 'dot'}></span>`;
  return html`<span class="avatar ${size} hue-${hue(key)}" aria-hidden="true">${initials(name)}${dot}</span>`;
}

/** The same ground for the same person, always. */
function hue(key: string): number {
  let sum = 0;
  for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum % 6;
}
