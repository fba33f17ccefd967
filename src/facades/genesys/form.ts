/** The `form` of an old configuration, for the form of the chat: fetched by pages that have one. */
import { isPlain } from './copy.js';

type Loose = Readonly<Record<string, unknown>>;
type Validate = (...given: readonly unknown[]) => unknown;

const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A text in the old table of translations: the field is named by the chat's own. */
const textOf = (text: unknown): string | undefined =>
  typeof text === 'string' && text !== '' && !text.startsWith('@i18n:') ? text : undefined;

/** What an old check reads of a field: with jQuery on the page that, else the little that checks use of it. */
function queried(element: HTMLElement, jQuery: unknown): unknown {
  if (typeof jQuery === 'function') return (jQuery as Validate)(element);
  const field = element as HTMLInputElement;
  return {
    0: element,
    length: 1,
    get: () => element,
    val: () => field.value,
    attr: (name: string) => element.getAttribute(name) ?? undefined,
    prop: (name: string) => (element as unknown as Loose)[name],
    is: (selector: string) => element.matches(selector),
  };
}

function checkOf(validate: Validate): (value: unknown, values: unknown, field: HTMLElement) => boolean {
  const { jQuery, CXBus } = globalThis as { readonly jQuery?: unknown; readonly CXBus?: unknown };
  return (_value, _values, field) => {
    const form = field.closest('form') ?? field;
    const label = form.querySelector<HTMLElement>(`[for="${field.id}"]`) ?? field;
    const [ofForm, ofField, ofLabel] = [form, field, label].map((element) => queried(element, jQuery));
    return Boolean(validate(new Event('validate'), ofForm, ofField, ofLabel, jQuery, CXBus, {}));
  };
}

/** The documented shape, `{ wrapper, inputs }`, as the chat's form takes it. */
export function formOf(form: Loose): Loose {
  const { inputs } = form;
  if (!Array.isArray(inputs)) return form;
  return {
    ...form,
    inputs: (inputs as readonly unknown[]).filter(isPlain).map((input) => ({
      ...input,
      name: input['name'] ?? input['id'],
      label: textOf(input['label']),
      placeholder: textOf(input['placeholder']),
      ...(Array.isArray(input['options']) && {
        options: (input['options'] as readonly unknown[]).map((option) =>
          isPlain(option) ? { value: wordOf(option['value']), label: wordOf(option['text']) } : wordOf(option),
        ),
      }),
      ...(typeof input['validate'] === 'function' && { validate: checkOf(input['validate'] as Validate) }),
    })),
  };
}
