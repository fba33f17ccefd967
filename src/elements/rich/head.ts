import { html, nothing, type TemplateResult } from 'lit';
import type { RichView } from './view.js';

/** What stands above what is to be chosen; without words of its own, the text of the message. */
export function headTemplate(
  { title, text }: { readonly title?: string | undefined; readonly text?: string | undefined },
  view: RichView,
): TemplateResult | typeof nothing {
  const words = text ?? (title === undefined ? view.text : undefined);
  return html`${title === undefined ? nothing : html`<p class="title" part="rich-title" dir="auto">${title}</p>`}${
    words ? html`<p class="words" part="rich-text" dir="auto">${words}</p>` : nothing
  }`;
}

/** The mark of what was chosen, for the eye and for the ear. */
export function markTemplate(
  chosen: boolean,
  mark: TemplateResult,
  { texts }: RichView,
): TemplateResult | typeof nothing {
  return chosen ? html`${mark}<span class="visually-hidden">${`${texts.richChosen}: `}</span>` : nothing;
}
