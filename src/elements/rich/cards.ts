/** Cards: the preview of a page, one card, and several side by side. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RichContent } from '../../protocol/rich/content.js';
import type { RichCard } from '../../protocol/rich/pieces.js';
import { safeUrl } from '../transcript/safe-url.js';
import { buttonsTemplate } from './buttons.js';
import { headTemplate } from './head.js';
import { nextIcon, outIcon, previousIcon } from './icons.js';
import { pictureTemplate } from './pictures.js';
import type { Draw, RichView } from './view.js';

const inside = ({ title, text, image, buttons }: RichCard, view: RichView): TemplateResult =>
  html`${image ? html`<div class="media">${pictureTemplate(image, view)}</div>` : nothing}
    <div class="about">
      <p class="title" part="rich-title" dir="auto">${title}</p>
      ${text === undefined ? nothing : html`<p class="words" part="rich-text" dir="auto">${text}</p>`}
    </div>
    ${
      buttons
        ? html`<div class="stack" part="rich-choices" role="group" aria-label=${title}>
            ${buttonsTemplate(buttons, view)}
          </div>`
        : nothing
    }`;

export const drawCard: Draw<Extract<RichContent, { kind: 'card' }>> = (content, view) =>
  html`<div class="box" part="rich-box">${inside(content, view)}</div>`;

export const drawLink: Draw<Extract<RichContent, { kind: 'link' }>> = ({ url, title, text, image }, view) => {
  const address = safeUrl(url);
  const blank = address?.protocol.startsWith('http') === true;
  return html`<div class="box" part="rich-box">
    ${image ? html`<div class="media">${pictureTemplate(image, view)}</div>` : nothing}
    <div class="about">
      <a
        class="title"
        part="rich-title"
        dir="auto"
        href=${address?.href ?? nothing}
        target=${blank ? '_blank' : nothing}
        rel=${blank ? 'noopener noreferrer' : nothing}
        tabindex=${view.tabindex}
        >${title}</a
      >
      ${text === undefined ? nothing : html`<p class="words" part="rich-text" dir="auto">${text}</p>`}
      <p class="how">${outIcon()}<bdi>${blank ? address.host : address?.pathname}</bdi></p>
    </div>
  </div>`;
};

/** Brings the card before or after the ones in view into view; the direction is that of the writing. */
function turn(event: Event, step: 1 | -1): void {
  const rail = (event.currentTarget as Element).closest('.strip')?.querySelector<HTMLElement>('.rail');
  const width = rail?.firstElementChild?.getBoundingClientRect().width;
  if (!rail || !width) return;
  const sign = getComputedStyle(rail).direction === 'rtl' ? -1 : 1;
  rail.scrollBy({ left: step * sign * (width + 8) });
}

/** Things side by side, that scroll by touch, keys and two buttons, and never by themselves. */
export function stripTemplate(
  name: string,
  items: readonly TemplateResult[],
  { tabindex, texts }: RichView,
): TemplateResult {
  const way = (label: string, icon: TemplateResult, step: 1 | -1) =>
    html`<button
      class="button icon-only"
      part="rich-turn"
      type="button"
      tabindex=${tabindex}
      aria-label=${label}
      @click=${(event: Event) => turn(event, step)}
    >
      ${icon}
    </button>`;
  return html`<div class="strip" role="group" aria-label=${name}>
    <div class="rail" part="rich-rail" role="list" aria-label=${name} tabindex=${tabindex}>
      ${items.map(
        (item, index) =>
          html`<div role="listitem">
            <span class="visually-hidden">${texts.richPosition(index + 1, items.length)}</span>${item}
          </div>`,
      )}
    </div>
    ${
      items.length > 1
        ? html`<div class="turns">
            ${way(texts.richPrevious, previousIcon(), -1)}${way(texts.richNext, nextIcon(), 1)}
          </div>`
        : nothing
    }
  </div>`;
}

/** The words above a strip, in a bubble as any text. */
const above = (content: { readonly title?: string | undefined; readonly text?: string | undefined }, view: RichView) =>
  html`<div class="bubble" part="bubble bubble-other" dir="auto">${headTemplate(content, view)}</div>`;

export const drawCarousel: Draw<Extract<RichContent, { kind: 'carousel' }>> = (content, view) =>
  html`${above(content, view)}${stripTemplate(
    content.title ?? view.texts.richCards,
    content.cards.map((card) => html`<div class="box" part="rich-box">${inside(card, view)}</div>`),
    view,
  )}`;

export const drawGallery: Draw<Extract<RichContent, { kind: 'gallery' }>> = (content, view) =>
  html`${above(content, view)}${stripTemplate(
    content.title ?? view.texts.richPictures,
    content.images.map((image) => html`<div class="box media" part="rich-box">${pictureTemplate(image, view)}</div>`),
    view,
  )}`;
