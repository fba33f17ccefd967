/** Messages that were corrected, taken back, or still grow. */
import { html, type TemplateResult } from 'lit';
import type { RichTerms } from '../../locales/more/terms.js';
import type { Amended } from '../../session/model/types.js';
import { segmentTemplate } from '../transcript/row.js';
import type { MessageRow } from '../transcript/rows.js';

/** What became of a message, if anything did. */
export function amendedOf(rich: unknown): Amended | undefined {
  return typeof rich === 'object' && rich !== null && 'amended' in rich ? (rich as Amended) : undefined;
}

/** Draws it: what it says now, and a word about what happened. `content`: how it is drawn when it is more than text. */
export function drawAmended(
  { amended }: Amended,
  { own, segments, text = '' }: MessageRow,
  tabindex: number,
  texts: RichTerms,
  content: () => TemplateResult | undefined,
): TemplateResult {
  const part = `bubble ${own ? 'bubble-own' : 'bubble-other'}`;
  if (amended === 'retracted')
    return html`<span class="bubble retracted" part="${part} amended">${texts.amendedRetracted}</span>`;
  if (amended === 'streaming' && text === '')
    return html`<span class="bubble writing" part=${part} role="img" aria-label=${texts.amendedWriting}
      ><i></i><i></i><i></i
    ></span>`;
  const drawn =
    content() ??
    html`<span class="bubble ${amended}" part=${part} dir="auto"
      >${segments.map((segment) => segmentTemplate(segment, tabindex))}</span
    >`;
  return amended === 'streaming'
    ? drawn
    : html`${drawn}<small class="amended" part="amended">${texts.amendedEdited}</small>`;
}
