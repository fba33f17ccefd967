/** Pictures: nothing is fetched from a host that neither the page nor the person has named. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { RichPicture } from '../../protocol/rich/pieces.js';
import { safeUrl } from '../transcript/safe-url.js';
import { pictureIcon } from './icons.js';
import type { Draw, RichView } from './view.js';

/** What is said on the elements around: an attribute of the transcript, or of the `<live-chat>` that it is in. */
function attributeAround(element: Element, name: string): string | null {
  for (let at: Element | null = element; at;) {
    const value = at.getAttribute(name);
    if (value !== null) return value;
    const root = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return null;
}

/** Whether a picture may be loaded unasked: from the page's own host, the chat server's, or one that `image-hosts` names. */
function isTrusted(url: URL, host: LitElement): boolean {
  if (url.host === location.host) return true;
  const endpoint = safeUrl(attributeAround(host, 'endpoint') ?? '');
  const named = (attributeAround(host, 'image-hosts') ?? '').split(/\s+/);
  return url.host === endpoint?.host || named.includes(url.host) || named.includes('*');
}

/** One picture, or in its place the button that loads it. */
export function pictureTemplate(picture: RichPicture, view: RichView): TemplateResult | typeof nothing {
  const { host, memory, tabindex, texts, update } = view;
  const url = safeUrl(picture.url, ['http:', 'https:']);
  if (!url) return nothing;
  if (memory.broken.has(url.href))
    return html`<span class="blank" part="rich-picture"
      >${pictureIcon()}<span>${picture.alt || texts.richPictureFailed}</span></span
    >`;
  if (!memory.asked.has(url.href) && !isTrusted(url, host))
    return html`<button
      class="blank"
      part="rich-picture"
      type="button"
      tabindex=${tabindex}
      @click=${() => {
        memory.asked.add(url.href);
        update();
      }}
    >
      ${pictureIcon()}<span>${texts.richShowPicture(url.host)}</span>${picture.alt ? html`<bdi>${picture.alt}</bdi>` : nothing}
    </button>`;
  return html`<img
    class="picture"
    part="rich-picture"
    src=${url.href}
    alt=${picture.alt}
    width=${picture.width ?? nothing}
    height=${picture.height ?? nothing}
    referrerpolicy="no-referrer"
    decoding="async"
    @load=${update}
    @error=${() => {
      memory.broken.add(url.href);
      update();
    }}
  />`;
}

export const drawImage: Draw<{ v: 1; kind: 'image'; image: RichPicture; caption?: string | undefined }> = (
  { image, caption },
  view,
) =>
  html`<figure class="box media" part="rich-box">
    ${pictureTemplate(image, view)}${caption === undefined ? nothing : html`<figcaption dir="auto">${caption}</figcaption>`}
  </figure>`;
