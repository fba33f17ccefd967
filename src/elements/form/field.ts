import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MoreLocalizeController } from '../../controllers/more-localize-controller.js';
import { alertIcon, minimizeIcon } from '../icons.js';
import type { Problem } from './check.js';
import { isProfile, type Field } from './fields.js';

/** One field as it stands. */
export type FieldView = {
  readonly field: Field;
  readonly index: number;
  readonly value: string | boolean;
  readonly problem: Problem | undefined;
  readonly localize: MoreLocalizeController;
};

function textOf(problem: Problem, localize: MoreLocalizeController): string {
  if ('text' in problem) return problem.text;
  return problem.term === 'errorLong' ? localize.more('errorLong', problem.max ?? 0) : localize.more(problem.term);
}

function control({ field, index, value, problem, localize }: FieldView): TemplateResult {
  const id = `field-${index}`;
  const described = [field.hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ') || nothing;
  const text = typeof value === 'string' ? value : '';
  const complete = field.autocomplete ?? nothing;
  switch (field.type) {
    case 'textarea':
      return html`<textarea
        part="input"
        id=${id}
        name=${field.name}
        rows="3"
        dir="auto"
        maxlength=${field.max}
        autocomplete=${complete}
        placeholder=${field.placeholder ?? nothing}
        ?required=${field.required}
        aria-invalid=${problem !== undefined}
        aria-describedby=${described}
        .value=${live(text)}
      ></textarea>`;
    case 'select':
      return html`<span class="choice"
        ><select
          part="input"
          id=${id}
          name=${field.name}
          autocomplete=${complete}
          ?required=${field.required}
          aria-invalid=${problem !== undefined}
          aria-describedby=${described}
        >
          <option value="" ?selected=${text === ''}>${field.placeholder || localize.more('formChoose')}</option>
          ${field.choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === text}>${choice.label}</option>`)}</select
        >${minimizeIcon()}</span
      >`;
    case 'checkbox':
      return html`<input
        type="checkbox"
        part="input"
        id=${id}
        name=${field.name}
        ?required=${field.required}
        aria-invalid=${problem !== undefined}
        aria-describedby=${described}
        .checked=${live(value === true)}
      />`;
    default:
      return html`<input
        type=${field.type}
        part="input"
        id=${id}
        name=${field.name}
        dir=${field.type === 'email' || field.type === 'tel' ? 'ltr' : 'auto'}
        maxlength=${field.max}
        autocomplete=${complete}
        placeholder=${field.placeholder ?? nothing}
        ?required=${field.required}
        aria-invalid=${problem !== undefined}
        aria-describedby=${described}
        .value=${live(text)}
      />`;
  }
}

/** A field with its label, its hint and what is wrong with it, which belong together for a screen reader, too. */
export function fieldTemplate(view: FieldView): TemplateResult {
  const { field, index, value, problem, localize } = view;
  const id = `field-${index}`;
  if (field.type === 'hidden') return html`<input type="hidden" name=${field.name} .value=${live(String(value))} />`;
  const name = field.label || (isProfile(field.name) ? localize.more(field.name) : field.name);
  const label = html`<label part="label" for=${id}
    ><bdi>${name}</bdi
    >${field.required ? nothing : html` <span class="optional">(${localize.more('formOptional')})</span>`}</label
  >`;
  const tick = field.type === 'checkbox';
  return html`<div class="field ${tick ? 'tick' : ''}" part="field">
    ${tick ? html`<div class="line">${control(view)}${label}</div>` : html`${label}${control(view)}`}
    ${field.hint ? html`<p class="hint" part="hint" id="${id}-hint"><bdi>${field.hint}</bdi></p>` : nothing}
    ${problem ? html`<p class="error" part="error" id="${id}-error">${alertIcon()}<span>${textOf(problem, localize)}</span></p>` : nothing}
  </div>`;
}
