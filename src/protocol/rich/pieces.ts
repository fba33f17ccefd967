/** What the kinds of rich messages are made of. */
import * as v from 'valibot';

/** The most characters of all texts of one rich message together, and how many values in how many levels it may have. */
export const MAX_RICH_CHARACTERS = 16_384;
const MAX_VALUES = 2_000;
const MAX_LEVELS = 16;

const WEB = ['http:', 'https:'];
const REACH = [...WEB, 'mailto:', 'tel:'];

function leadsTo(value: string, schemes: readonly string[]): boolean {
  try {
    return schemes.includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** Whether an address is one that a picture may have. */
export const isWebAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 2048 && leadsTo(value, WEB);

/** Whether an address is one that a link may have. */
export const isLinkAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 2048 && leadsTo(value, REACH);

/** NUL and halves of characters: no text, and not to be kept in every database. */
const UNFIT = /\0|\p{Surrogate}/u;

/**
 * Whether a value is small enough, and all its texts are texts, to be looked at any closer. It looks at no more than it
 * allows, however large the value is.
 */
export function isModest(value: unknown): boolean {
  let characters = 0;
  let values = 0;
  const waiting: [unknown, number][] = [[value, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [one, level] = next;
    if (++values > MAX_VALUES || level > MAX_LEVELS) return false;
    if (typeof one === 'string') {
      characters += one.length;
      if (characters > MAX_RICH_CHARACTERS || UNFIT.test(one)) return false;
    } else if (Array.isArray(one)) {
      if (one.length > MAX_VALUES) return false;
      for (const item of one) waiting.push([item, level + 1]);
    } else if (typeof one === 'object' && one !== null) {
      for (const name in one) {
        if (waiting.length > MAX_VALUES) return false;
        waiting.push([name, level + 1], [(one as Record<string, unknown>)[name], level + 1]);
      }
    }
  }
  return true;
}

const filled = v.check<string, string>((text) => text.trim() !== '', 'must not be blank');

/** A name by which programs know a thing: not shown. */
export const token = v.pipe(v.string(), v.regex(/^[\w.:-]{1,64}$/));
/** A few words. */
export const label = v.pipe(v.string(), v.maxLength(80), filled);
/** A line. */
export const line = v.pipe(v.string(), v.maxLength(256), filled);
/** A paragraph or some. */
export const words = v.pipe(v.string(), v.maxLength(4000), filled);
export const webAddress = v.pipe(
  v.string(),
  v.check((url) => isWebAddress(url), 'must be an http or https address'),
);
export const linkAddress = v.pipe(
  v.string(),
  v.check((url) => isLinkAddress(url), 'must be an http, https, mailto or tel address'),
);

/** A picture. What it shows is said in `alt`; an empty one is for decoration only. */
export const picture = v.object({
  url: webAddress,
  alt: v.pipe(v.string(), v.maxLength(256)),
  /** Its size in pixels, so that its place is kept. */
  width: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000))),
  height: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000))),
});

const distinct = <Item extends { readonly id: string }>() =>
  v.check<Item[], string>((items) => new Set(items.map(({ id }) => id)).size === items.length, 'ids must differ');

/** One thing to choose. */
export const option = v.object({
  id: token,
  label,
  description: v.optional(line),
  image: v.optional(picture),
});

/** Things to choose from, each with another id. */
export const optionsUpTo = (most: number) =>
  v.pipe(v.array(option), v.minLength(1), v.maxLength(most), distinct<v.InferOutput<typeof option>>());

/** A button: makes a choice, or leads to an address and makes none. */
export const button = v.object({
  id: token,
  label,
  style: v.optional(v.picklist(['primary', 'default'])),
  url: v.optional(linkAddress),
});

export const buttonsUpTo = (most: number) =>
  v.pipe(v.array(button), v.minLength(1), v.maxLength(most), distinct<v.InferOutput<typeof button>>());

/** A picture, words and buttons in a box. */
export const card = v.object({
  title: line,
  text: v.optional(words),
  image: v.optional(picture),
  buttons: v.optional(buttonsUpTo(5)),
});

const DAY = /^\d{4}-\d\d-\d\d$/;
const HOUR = /^\d\d:\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** How a date, a time or both are written: as HTML's inputs do, without a zone. */
export const WRITTEN = { date: DAY, time: HOUR, datetime: MOMENT } as const;

/** Any of the three. */
export const moment = v.pipe(
  v.string(),
  v.check((text) => DAY.test(text) || HOUR.test(text) || MOMENT.test(text), 'must be a date or a time'),
);

/** What a form asks for. */
export const formField = v.pipe(
  v.object({
    name: token,
    label,
    type: v.picklist([
      'text',
      'textarea',
      'email',
      'tel',
      'url',
      'number',
      'date',
      'time',
      'datetime',
      'select',
      'radio',
      'checkboxes',
      'checkbox',
    ]),
    required: v.optional(v.boolean()),
    hint: v.optional(line),
    /** What can be chosen, for `select`, `radio` and `checkboxes`. */
    options: v.optional(optionsUpTo(50)),
    maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000))),
    /** For numbers, dates and times, written as the answer is. */
    min: v.optional(v.pipe(v.string(), v.maxLength(32))),
    max: v.optional(v.pipe(v.string(), v.maxLength(32))),
    /** What stands in it at first. */
    value: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  }),
  v.forward(
    v.check(
      ({ type, options }) =>
        (type === 'select' || type === 'radio' || type === 'checkboxes') === (options !== undefined),
      'is for select, radio and checkboxes, and needed there',
    ),
    ['options'],
  ),
);

export type RichPicture = v.InferOutput<typeof picture>;
export type RichOption = v.InferOutput<typeof option>;
export type RichButton = v.InferOutput<typeof button>;
export type RichCard = v.InferOutput<typeof card>;
export type RichField = v.InferOutput<typeof formField>;
