/** Forms in the conversation, and the choice of a date or an appointment. */
import { html } from 'lit';
import type { RichContent } from '../../protocol/rich/content.js';
import type { RichField } from '../../protocol/rich/pieces.js';
import { buttonsTemplate } from './buttons.js';
import { checked, fieldTemplate, momentText, sayForm, submitTemplate, summaryTemplate } from './fields.js';
import { headTemplate } from './head.js';
import type { Draw } from './view.js';

export const drawForm: Draw<Extract<RichContent, { kind: 'form' }>> = (content, view) => {
  const { fields, submit, title } = content;
  const { answer, chosen, id, open, texts } = view;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const values = open && checked(event.target as HTMLFormElement, fields, view);
    if (values) answer({ ids: [], values, text: sayForm(fields, values, view) || texts.richSent });
  };
  return html`<form class="box" part="rich-box" novalidate aria-labelledby="${id}-head" @submit=${send}>
    <div class="about" id="${id}-head">
      ${headTemplate(title === undefined ? content : { title, text: content.text }, view)}
    </div>
    ${chosen ? summaryTemplate(fields, chosen.values ?? {}, view) : fields.map((field) => fieldTemplate(field, view))}
    ${submitTemplate(submit, view)}
  </form>`;
};

export const drawDateTime: Draw<Extract<RichContent, { kind: 'date-time' }>> = (content, view) => {
  const { answer, chosen, id, localize, open, texts } = view;
  if (content.slots) {
    const when = new Intl.DateTimeFormat(localize.lang, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    });
    const slots = content.slots.map(({ id: slot, start, minutes }) => ({
      id: slot,
      label: when.format(start),
      description: minutes === undefined ? undefined : localize.duration(minutes * 60_000),
    }));
    return html`<div class="box" part="rich-box">
      <div class="about">${headTemplate(content, view)}</div>
      <div class="stack" part="rich-choices" role="group" aria-label=${texts.richDateTime}>
        ${buttonsTemplate(slots, view)}
      </div>
    </div>`;
  }
  const type = content.mode ?? 'date';
  const label = { date: texts.richDate, time: texts.richTime, datetime: texts.richDateTime }[type];
  const field: RichField = { name: 'value', label, type, required: true, min: content.min, max: content.max };
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const values = open && checked(event.target as HTMLFormElement, [field], view);
    if (values) answer({ ids: [], values, text: momentText(type, String(values['value']), localize.lang) });
  };
  return html`<form class="box" part="rich-box" novalidate aria-labelledby="${id}-head" @submit=${send}>
    <div class="about" id="${id}-head">${headTemplate(content, view)}</div>
    ${chosen ? summaryTemplate([field], chosen.values ?? {}, view) : fieldTemplate({ ...field, required: false }, view)}
    ${submitTemplate(content.submit, view)}
  </form>`;
};
