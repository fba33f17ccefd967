/** What is chosen by one press: quick replies, buttons, menus. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RichContent } from '../../protocol/rich/content.js';
import type { RichButton, RichOption } from '../../protocol/rich/pieces.js';
import { safeUrl } from '../transcript/safe-url.js';
import { headTemplate, markTemplate } from './head.js';
import { checkIcon, outIcon } from './icons.js';
import type { Draw, RichView } from './view.js';

/** Leads elsewhere and answers nothing; one whose address is not allowed is only its words. */
function wayOut({ label, url }: RichButton, { tabindex, texts }: RichView): TemplateResult {
  const href = safeUrl(url)?.href;
  if (href === undefined) return html`<span class="button">${label}</span>`;
  const blank = href.startsWith('http');
  return html`<a
    class="button"
    part="rich-button"
    href=${href}
    target=${blank ? '_blank' : nothing}
    rel=${blank ? 'noopener noreferrer' : nothing}
    tabindex=${tabindex}
    ><bdi>${label}</bdi
    >${blank ? html`${outIcon()}<span class="visually-hidden">${texts.richOpens}</span>` : nothing}</a
  >`;
}

/** One button. It stays where it is when it can no longer be pressed, so that the focus stays with it. */
function press(one: RichButton | RichOption, kind: string, view: RichView): TemplateResult {
  if ('url' in one && one.url !== undefined) return wayOut(one, view);
  const { chosen, open, answer, tabindex } = view;
  const { id, label } = one;
  const picked = chosen?.ids.includes(id) ?? false;
  const primary = 'style' in one && one.style === 'primary' && open;
  return html`<button
    class="${kind}${primary ? ' primary' : ''}${picked ? ' picked' : ''}"
    part="rich-button${picked ? ' rich-chosen' : ''}"
    type="button"
    tabindex=${tabindex}
    aria-disabled=${open ? nothing : 'true'}
    @click=${() => open && answer({ ids: [id], text: label })}
  >
    ${markTemplate(picked, checkIcon(), view)}<bdi>${label}</bdi>${
      'description' in one && one.description ? html`<small dir="auto">${one.description}</small>` : nothing
    }
  </button>`;
}

/** Buttons of a box. */
export const buttonsTemplate = (
  buttons: readonly (RichButton | RichOption)[],
  view: RichView,
  kind = 'button',
): TemplateResult => html`${buttons.map((one) => press(one, kind, view))}`;

const nameOf = (
  content: { readonly title?: string | undefined; readonly text?: string | undefined },
  { text }: RichView,
) => (content.title ?? content.text ?? text).slice(0, 120);

export const drawQuickReplies: Draw<Extract<RichContent, { kind: 'quick-replies' }>> = (content, view) =>
  html`<div class="bubble" part="bubble bubble-other" dir="auto">${headTemplate(content, view)}</div>
    <div class="chips" part="rich-choices" role="group" aria-label=${nameOf(content, view)}>
      ${buttonsTemplate(content.options, view, 'chip')}
    </div>`;

export const drawButtons: Draw<Extract<RichContent, { kind: 'buttons' }>> = (content, view) =>
  html`<div class="box" part="rich-box">
    <div class="about">${headTemplate(content, view)}</div>
    <div class="stack" part="rich-choices" role="group" aria-label=${nameOf(content, view)}>
      ${buttonsTemplate(content.buttons, view)}
    </div>
  </div>`;
