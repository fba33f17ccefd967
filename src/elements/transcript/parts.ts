/** What stands in a transcript beside its rows. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { arrowDownIcon } from '../icons.js';
import { MOST } from './reading.js';

/** The button that loads older messages; it also tells that they are being loaded. */
export function olderTemplate(loading: boolean, localize: LocalizeController, load: () => void): TemplateResult {
  return html`<button class="button quiet older" part="older" type="button" aria-disabled=${loading} @click=${load}>
    ${localize.term(loading ? 'loadingOlder' : 'loadOlder')}
  </button>`;
}

/** In the place of messages that are on their way. */
export function skeletonTemplate(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div>`;
}

/** The beginning of a conversation; without a chat around it there is only what the page puts there. */
export function greetingTemplate(localize: LocalizeController | undefined): TemplateResult {
  if (!localize) return html`<slot name="greeting"></slot>`;
  return html`<div class="greeting" part="greeting">
    <slot name="greeting">
      <p class="title">${localize.term('greeting')}</p>
      <p>${localize.term('greetingHint')}</p>
    </slot>
  </div>`;
}

/** The button that leads to the end; it counts what is new there. */
export function pillTemplate(news: number, localize: LocalizeController, go: () => void): TemplateResult {
  return html`<button
    class=${news > 0 ? 'button primary pill' : 'button icon-only pill'}
    part="pill"
    type="button"
    aria-label=${news > 0 ? nothing : localize.term('toLatest')}
    @click=${go}
  >
    ${news > 0 ? localize.term('newMessages', Math.min(news, MOST)) : nothing}${arrowDownIcon()}
  </button>`;
}
