/** The fields of forms: native inputs, each with its name, its hint and what is wrong with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { problemOf, type RichChoice } from '../../protocol/rich/choice.js';
import type { RichField } from '../../protocol/rich/pieces.js';
import { checkIcon } from './icons.js';
import type { RichView } from './view.js';

type Values = NonNullable<RichChoice['values']>;

const INPUTS: Readonly<Partial<Record<RichField['type'], string>>> = { datetime: 'datetime-local' };
const FILLS: Readonly<Partial<Record<RichField['type'], string>>> = { email: 'email', tel: 'tel', url: 'url' };

/** The button that sends; afterwards it stays, and says that it was sent. */
export function submitTemplate(label: string | undefined, { chosen, open, tabindex, texts }: RichView): TemplateResult {
  return html`<div class="stack">
    <button
      class="button${open ? ' primary' : ''}"
      part="rich-button"
      type="submit"
      tabindex=${tabindex}
      aria-disabled=${open ? nothing : 'true'}
    >
      ${chosen ? html`${checkIcon()}${texts.richSent}` : (label ?? texts.richSend)}
    </button>
  </div>`;
}

/** One field. */
export function fieldTemplate(field: RichField, view: RichView): TemplateResult {
  const { id: prefix, memory, open, tabindex, texts } = view;
  const { name, label, type, hint, maxLength, min, max, options = [], required = false, value } = field;
  const id = `${prefix}-${name}`;
  const problem = memory.problems[name];
  const invalid = problem === undefined ? nothing : 'true';
  const about = `${hint === undefined ? '' : `${id}-hint `}${id}-bad`;
  const named = html`<bdi>${label}</bdi
    >${required ? html` <span class="needed">(${texts.richNeeded})</span>` : nothing}`;
  const below = html`${hint === undefined ? nothing : html`<p class="how" id="${id}-hint" dir="auto">${hint}</p>`}
    <p class="problem" id="${id}-bad">${problem}</p>`;
  if (type === 'checkbox')
    return html`<div class="field" part="rich-field">
      <label class="option"
        ><input
          type="checkbox"
          id=${id}
          name=${name}
          value="true"
          tabindex=${tabindex}
          aria-describedby=${about}
          aria-invalid=${invalid}
          ?required=${required}
          ?disabled=${!open}
          ?checked=${value === 'true'}
        /><span class="option-text">${named}</span></label
      >
      ${below}
    </div>`;
  if (type === 'radio' || type === 'checkboxes')
    return html`<fieldset class="field" part="rich-field" aria-describedby=${about}>
      <legend>${named}</legend>
      ${options.map(
        (option, index) =>
          html`<label class="option"
            ><input
              type=${type === 'radio' ? 'radio' : 'checkbox'}
              id=${index === 0 ? id : nothing}
              name=${name}
              value=${option.id}
              tabindex=${tabindex}
              aria-invalid=${invalid}
              ?disabled=${!open}
              ?checked=${value === option.id}
            /><span class="option-text"
              ><bdi>${option.label}</bdi>${
                option.description === undefined ? nothing : html`<small dir="auto">${option.description}</small>`
              }</span
            ></label
          >`,
      )}
      ${below}
    </fieldset>`;
  const input =
    type === 'select'
      ? html`<select
          class="input"
          part="rich-input"
          id=${id}
          name=${name}
          tabindex=${tabindex}
          aria-describedby=${about}
          aria-invalid=${invalid}
          ?required=${required}
          ?disabled=${!open}
        >
          <option value=""></option>
          ${options.map((option) => html`<option value=${option.id} ?selected=${value === option.id}>${option.label}</option>`)}
        </select>`
      : type === 'textarea'
        ? html`<textarea
            class="input"
            part="rich-input"
            id=${id}
            name=${name}
            rows="3"
            dir="auto"
            tabindex=${tabindex}
            maxlength=${maxLength ?? 2000}
            aria-describedby=${about}
            aria-invalid=${invalid}
            ?required=${required}
            ?disabled=${!open}
            .defaultValue=${value ?? ''}
          ></textarea>`
        : html`<input
            class="input"
            part="rich-input"
            type=${INPUTS[type] ?? type}
            id=${id}
            name=${name}
            dir=${type === 'text' ? 'auto' : nothing}
            tabindex=${tabindex}
            maxlength=${maxLength ?? 2000}
            min=${min ?? nothing}
            max=${max ?? nothing}
            step=${type === 'number' ? 'any' : nothing}
            autocomplete=${FILLS[type] ?? 'off'}
            value=${value ?? ''}
            aria-describedby=${about}
            aria-invalid=${invalid}
            ?required=${required}
            ?disabled=${!open}
          />`;
  return html`<div class="field" part="rich-field"><label for=${id}>${named}</label>${input}${below}</div>`;
}

/** What a form holds now, by field; what is empty is left out. */
function valuesOf(form: HTMLFormElement, fields: readonly RichField[]): Values {
  const data = new FormData(form);
  const values: Values = {};
  for (const { name, type } of fields) {
    const all = data.getAll(name).map(String);
    if (type === 'checkboxes' && all.length > 0) values[name] = all;
    else if (type === 'checkbox' && all.length > 0) values[name] = true;
    else if (type !== 'checkboxes' && type !== 'checkbox' && all[0]?.trim())
      values[name] = all[0].replace(/\r\n?/g, '\n');
  }
  return values;
}

/** The values, if they are as they must be; else what is wrong shows at the fields, and the first of them gets the focus. */
export function checked(
  form: HTMLFormElement,
  fields: readonly RichField[],
  { host, id, memory, texts, update }: RichView,
): Values | undefined {
  const values = valuesOf(form, fields);
  const problems: Record<string, string> = {};
  for (const field of fields) {
    // What the browser can't read it gives as nothing.
    const element = form.elements.namedItem(field.name);
    const unread = element instanceof HTMLInputElement && element.validity.badInput;
    const problem = unread ? 'wrong' : problemOf(field, values[field.name]);
    if (problem) problems[field.name] = problem === 'missing' ? texts.richMissing : texts.richWrong;
  }
  memory.problems = problems;
  update();
  const first = fields.find(({ name }) => name in problems);
  if (!first) return values;
  void host.updateComplete.then(() =>
    form.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${first.name}`)}`)?.focus(),
  );
  return undefined;
}

/** What was filled in, as it is shown to people. */
export function saidOf(field: RichField, value: Values[string] | undefined, { localize, texts }: RichView): string {
  if (value === undefined) return '';
  if (value === true) return texts.richYes;
  const labels = (ids: readonly string[]) =>
    ids.map((one) => field.options?.find((option) => option.id === one)?.label ?? one).join(', ');
  if (Array.isArray(value)) return labels(value);
  const text = String(value);
  if (field.type === 'date' || field.type === 'datetime' || field.type === 'time')
    return momentText(field.type, text, localize.lang);
  return field.options ? labels([text]) : text;
}

/** A date or time as the language writes it. */
export function momentText(type: 'date' | 'time' | 'datetime', written: string, lang: string): string {
  const moment = new Date(type === 'time' ? `2000-01-01T${written}` : type === 'date' ? `${written}T00:00` : written);
  if (Number.isNaN(moment.getTime())) return written;
  return new Intl.DateTimeFormat(lang, {
    ...(type !== 'time' && { dateStyle: 'full' as const }),
    ...(type !== 'date' && { timeStyle: 'short' as const }),
  }).format(moment);
}

/** What was sent, in the place of the fields. */
export function summaryTemplate(fields: readonly RichField[], values: Values, view: RichView): TemplateResult {
  const said = fields.map(
    (field) =>
      [field, saidOf(field, Object.hasOwn(values, field.name) ? values[field.name] : undefined, view)] as const,
  );
  return html`<dl class="facts" part="rich-facts">
    ${said.map(([{ label }, text]) =>
      text === ''
        ? nothing
        : html`<div>
            <dt dir="auto">${label}</dt>
            <dd dir="auto">${text}</dd>
          </div>`,
    )}
  </dl>`;
}

/** What was filled in, as a message. */
export const sayForm = (fields: readonly RichField[], values: Values, view: RichView): string =>
  fields
    .map((field) => [field.label, saidOf(field, values[field.name], view)] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join('\n')
    .slice(0, 4000);
