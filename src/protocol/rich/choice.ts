/** What was chosen in a rich message: read, and compared with what could be chosen. */
import * as v from 'valibot';
import { seq } from '../shared.js';
import { readCard } from './adaptive.js';
import type { RichContent } from './content.js';
import { isModest, token, WRITTEN, type RichField } from './pieces.js';

const VALUE = v.pipe(v.string(), v.maxLength(2000));

/** A choice: of which entry, which of its ids, and what was filled in, by the name of the field. */
export const richChoice = v.pipe(
  v.unknown(),
  v.check(isModest, 'is too large, or holds what is no text'),
  v.object({
    of: v.pipe(seq, v.minValue(1)),
    ids: v.pipe(v.array(token), v.maxLength(50)),
    values: v.optional(
      v.pipe(
        v.record(token, v.union([VALUE, v.boolean(), v.pipe(v.array(token), v.maxLength(50))])),
        v.check((values) => Object.keys(values).length <= 50, 'too many values'),
      ),
    ),
  }),
);

/** See {@link richChoice}. */
export type RichChoice = v.InferOutput<typeof richChoice>;

/** Reads the choice of a message; undefined when there is none that can be read. */
export function readChoice(value: unknown): RichChoice | undefined {
  const parsed = v.safeParse(richChoice, value, { abortEarly: true });
  return parsed.success ? parsed.output : undefined;
}

/** Whether one choice closes a message. What has nothing to choose is never closed. */
export function isOnce(content: RichContent): boolean {
  return !('once' in content) || content.once !== false;
}

/** When a message that was stored at `at` can no longer be answered; undefined: it can for ever. */
export function closesAt(content: RichContent, at: number): number | undefined {
  return content.kind === 'menu' ? at + content.seconds * 1000 : undefined;
}

/** Which field of a choice does not fit the message that it is of; undefined when all do. */
export function misfit(content: RichContent, { ids, values = {} }: RichChoice): string | undefined {
  const among = (known: readonly string[], least: number, most: number): string | undefined =>
    ids.length < least || ids.length > most || new Set(ids).size < ids.length || ids.some((id) => !known.includes(id))
      ? 'choice.ids'
      : undefined;
  const idsOf = (items: readonly { readonly id: string; readonly url?: unknown }[]): string[] =>
    items.filter(({ url }) => url === undefined).map(({ id }) => id);
  switch (content.kind) {
    case 'quick-replies':
    case 'menu':
      return among(idsOf(content.options), 1, 1);
    case 'buttons':
      return among(idsOf(content.buttons), 1, 1);
    case 'card':
      return among(idsOf(content.buttons ?? []), 1, 1);
    case 'carousel':
      return among(idsOf(content.cards.flatMap(({ buttons = [] }) => buttons)), 1, 1);
    case 'list': {
      const { multiple = false, options, min = 1, max = options.length } = content;
      return among(idsOf(options), multiple ? min : 1, multiple ? max : 1);
    }
    case 'form':
      return among([], 0, 0) ?? misfitOf(content.fields, values);
    case 'date-time':
      if (content.slots) return among(idsOf(content.slots), 1, 1);
      return (
        among([], 0, 0) ??
        misfitOf(
          [
            {
              name: 'value',
              label: 'value',
              type: content.mode ?? 'date',
              required: true,
              min: content.min,
              max: content.max,
            },
          ],
          values,
        )
      );
    case 'adaptive-card': {
      const card = readCard(content.card);
      return among(idsOf(card?.actions ?? []), 1, 1) ?? misfitOf(card?.fields ?? [], values);
    }
    case 'custom':
      return undefined;
    default:
      return 'choice.of';
  }
}

function misfitOf(fields: readonly RichField[], values: NonNullable<RichChoice['values']>): string | undefined {
  const strange = Object.keys(values).find((name) => !fields.some((field) => field.name === name));
  if (strange !== undefined) return `choice.values.${strange}`;
  const wrong = fields.find((field) =>
    problemOf(field, Object.hasOwn(values, field.name) ? values[field.name] : undefined),
  );
  return wrong && `choice.values.${wrong.name}`;
}

/** What is wrong with what was filled in; undefined: nothing. */
export function problemOf(
  field: RichField,
  value: string | boolean | readonly string[] | undefined,
): 'missing' | 'wrong' | undefined {
  const { type, required = false, options = [], maxLength = 2000, min, max } = field;
  if (value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0))
    return required ? 'missing' : undefined;
  const known = (id: unknown): boolean => options.some((option) => option.id === id);
  switch (type) {
    case 'checkbox':
      return value === true ? undefined : 'wrong';
    case 'checkboxes':
      return Array.isArray(value) && value.every(known) ? undefined : 'wrong';
    case 'select':
    case 'radio':
      return known(value) ? undefined : 'wrong';
    default:
  }
  if (typeof value !== 'string' || value.length > maxLength) return 'wrong';
  switch (type) {
    case 'number': {
      const number = Number(value);
      const low = min !== undefined && number < Number(min);
      const high = max !== undefined && number > Number(max);
      return !Number.isFinite(number) || low || high ? 'wrong' : undefined;
    }
    case 'date':
    case 'time':
    case 'datetime':
      // Written so, they compare as texts.
      return !WRITTEN[type].test(value) || (min && value < min) || (max && value > max) ? 'wrong' : undefined;
    case 'email':
      return /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(value) ? undefined : 'wrong';
    case 'url':
      return /^https?:\/\/[^\s]+$/i.test(value) ? undefined : 'wrong';
    default:
      return undefined;
  }
}
