/** A list from which one thing, or some, are picked and then sent. */
import { html, nothing } from 'lit';
import type { RichContent } from '../../protocol/rich/content.js';
import { submitTemplate } from './fields.js';
import { headTemplate, markTemplate } from './head.js';
import { checkIcon } from './icons.js';
import { pictureTemplate } from './pictures.js';
import type { Draw } from './view.js';

export const drawList: Draw<Extract<RichContent, { kind: 'list' }>> = (content, view) => {
  const { answer, chosen, id, memory, open, tabindex, texts, update } = view;
  const { multiple = false, options, submit } = content;
  const min = multiple ? (content.min ?? 1) : 1;
  const max = multiple ? Math.min(content.max ?? options.length, options.length) : 1;
  const problem = memory.problems[''];
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!open) return;
    const form = event.target as HTMLFormElement;
    const ids = new FormData(form).getAll('pick').map(String);
    const wrong = ids.length < min ? texts.richPickMissing : ids.length > max ? texts.richPickTooMany(max) : undefined;
    memory.problems = wrong === undefined ? {} : { '': wrong };
    if (wrong !== undefined) {
      update();
      form.querySelector('input')?.focus();
      return;
    }
    const picked = options.filter((option) => ids.includes(option.id));
    answer({ ids, text: picked.map(({ label }) => label).join(', ') });
  };
  return html`<form class="box" part="rich-box" novalidate @submit=${send}>
    <fieldset aria-describedby="${id}-how ${id}-bad">
      <legend class="about">${headTemplate(content, view)}</legend>
      <p class="how" id="${id}-how">${multiple ? texts.richPick(min, max) : texts.richPickOne}</p>
      <div class="options" part="rich-choices">
        ${options.map((option) => {
          const picked = chosen?.ids.includes(option.id) ?? false;
          return html`<label class="option${picked ? ' picked' : ''}" part="rich-option${picked ? ' rich-chosen' : ''}">
            <input
              type=${multiple ? 'checkbox' : 'radio'}
              name="pick"
              value=${option.id}
              tabindex=${tabindex}
              aria-invalid=${problem === undefined ? nothing : 'true'}
              ?disabled=${!open}
              .checked=${chosen ? picked : undefined}
            />
            <span class="option-text"
              >${markTemplate(picked, checkIcon(), view)}<bdi>${option.label}</bdi>${
                option.description === undefined ? nothing : html`<small dir="auto">${option.description}</small>`
              }</span
            >${option.image ? pictureTemplate(option.image, view) : nothing}
          </label>`;
        })}
      </div>
    </fieldset>
    <p class="problem" id="${id}-bad" role="alert">${problem}</p>
    ${submitTemplate(submit, view)}
  </form>`;
};
