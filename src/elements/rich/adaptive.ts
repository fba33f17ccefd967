/** The subset of Adaptive Cards, drawn. */
import type { nothing } from 'lit';
import { html, type TemplateResult } from 'lit';
import { readCard, type AdaptiveCard, type CardAction, type CardPart } from '../../protocol/rich/adaptive.js';
import type { RichContent } from '../../protocol/rich/content.js';
import { buttonsTemplate } from './buttons.js';
import { checked, fieldTemplate, sayForm, summaryTemplate } from './fields.js';
import { pictureTemplate } from './pictures.js';
import type { Draw, RichView } from './view.js';

const cards = new WeakMap<object, AdaptiveCard>();

/** Read once for each message. */
function cardOf(raw: object): AdaptiveCard | undefined {
  let card = cards.get(raw);
  if (!card) {
    card = readCard(raw);
    if (card) cards.set(raw, card);
  }
  return card;
}

function part(one: CardPart, card: AdaptiveCard, view: RichView): TemplateResult | typeof nothing {
  switch (one.type) {
    case 'text':
      return html`<p class="card-${one.look}" part="rich-text" dir="auto">${one.text}</p>`;
    case 'picture':
      return html`<div class="media">${pictureTemplate(one, view)}</div>`;
    case 'facts':
      return html`<dl class="facts" part="rich-facts">
        ${one.facts.map(
          ({ title, value }) =>
            html`<div>
              <dt dir="auto">${title}</dt>
              <dd dir="auto">${value}</dd>
            </div>`,
        )}
      </dl>`;
    case 'box':
    case 'columns':
      return html`<div class=${one.type === 'box' ? 'card-box' : 'card-columns'}>
        ${one.items.map((item) => part(item, card, view))}
      </div>`;
    case 'input':
      return view.chosen
        ? summaryTemplate([one.field], view.chosen.values ?? {}, view)
        : fieldTemplate(one.field, view);
    case 'actions':
      return html`<div class="stack" part="rich-choices">${actions(one.actions, card, view)}</div>`;
  }
}

/** A button of a card sends what is in its fields. */
function actions(all: readonly CardAction[], card: AdaptiveCard, view: RichView): TemplateResult {
  const answer: RichView['answer'] = ({ ids, text }) => {
    const form = view.host.renderRoot.querySelector<HTMLFormElement>(`#${CSS.escape(view.id)}`);
    const values = form && checked(form, card.fields, view);
    if (!values) return;
    const filled = sayForm(card.fields, values, view);
    view.answer({ ids, values, text: filled === '' ? text : `${text}\n${filled}`.slice(0, 4000) });
  };
  return buttonsTemplate(
    all.map(({ id, label, primary, url }) => ({
      id: id || label,
      label,
      style: primary ? ('primary' as const) : undefined,
      url,
    })),
    { ...view, answer },
  );
}

export const drawAdaptive: Draw<Extract<RichContent, { kind: 'adaptive-card' }>> = ({ card: raw }, view) => {
  const card = cardOf(raw);
  return html`<form
    class="box card"
    part="rich-box"
    id=${view.id}
    novalidate
    @submit=${(event: Event) => event.preventDefault()}
  >
    ${card?.body.map((one) => part(one, card, view))}
  </form>`;
};
