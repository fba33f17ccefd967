/** Version 1 of rich messages: what one kind after the other may hold. */
import * as v from 'valibot';
import { readCard } from './adaptive.js';
import {
  buttonsUpTo,
  card,
  formField,
  isModest,
  label,
  line,
  linkAddress,
  moment,
  optionsUpTo,
  picture,
  token,
  words,
} from './pieces.js';

/** The version of the schema. It changes only when an old reader would misunderstand a new message. */
export const RICH_VERSION = 1;

const version = v.literal(RICH_VERSION);
/** What stands above what is to be chosen. */
const head = { title: v.optional(line), text: v.optional(words) };
/** Whether a choice closes it; left out, it does. */
const once = v.optional(v.boolean());

/** Text with Markdown; without `text` it is the text of the message. */
const markdown = v.object({ v: version, kind: v.literal('markdown'), text: v.optional(words) });
/** Short answers below the text. */
const quickReplies = v.object({
  v: version,
  kind: v.literal('quick-replies'),
  ...head,
  once,
  options: optionsUpTo(13),
});
/** Buttons in a box with the text. */
const buttons = v.object({ v: version, kind: v.literal('buttons'), ...head, once, buttons: buttonsUpTo(10) });
/** A list from which one thing, or some, are picked and sent. */
const list = v.pipe(
  v.object({
    v: version,
    kind: v.literal('list'),
    ...head,
    once,
    options: optionsUpTo(50),
    /** Any number may be picked, or from `min` to `max`. */
    multiple: v.optional(v.boolean()),
    min: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50))),
    max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
    submit: v.optional(label),
  }),
  v.check(({ min = 0, max = 50, options }) => min <= max && min <= options.length, 'min is more than can be picked'),
);
/** The preview of a page. */
const link = v.object({
  v: version,
  kind: v.literal('link'),
  url: linkAddress,
  title: line,
  text: v.optional(words),
  image: v.optional(picture),
});
const oneCard = v.object({ v: version, kind: v.literal('card'), once, ...card.entries });
/** Cards side by side. */
const carousel = v.pipe(
  v.object({
    v: version,
    kind: v.literal('carousel'),
    ...head,
    once,
    cards: v.pipe(v.array(card), v.minLength(1), v.maxLength(10)),
  }),
  v.check(({ cards }) => {
    const ids = cards.flatMap((one) => one.buttons?.map(({ id }) => id) ?? []);
    return new Set(ids).size === ids.length;
  }, 'the ids of all buttons must differ'),
);
const image = v.object({ v: version, kind: v.literal('image'), image: picture, caption: v.optional(line) });
const gallery = v.object({
  v: version,
  kind: v.literal('gallery'),
  ...head,
  images: v.pipe(v.array(picture), v.minLength(1), v.maxLength(20)),
});
const form = v.object({
  v: version,
  kind: v.literal('form'),
  ...head,
  once,
  fields: v.pipe(
    v.array(formField),
    v.minLength(1),
    v.maxLength(20),
    v.check((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, 'names must differ'),
  ),
  submit: v.optional(label),
});
/** A date, a time or both; or one of several appointments. */
const dateTime = v.pipe(
  v.object({
    v: version,
    kind: v.literal('date-time'),
    ...head,
    once,
    mode: v.optional(v.picklist(['date', 'time', 'datetime'])),
    min: v.optional(moment),
    max: v.optional(moment),
    slots: v.optional(
      v.pipe(
        v.array(
          v.object({
            id: token,
            /** When it begins: milliseconds since 1970. */
            start: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15)),
            /** How long it lasts, in minutes. */
            minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440))),
          }),
        ),
        v.minLength(1),
        v.maxLength(50),
        v.check((slots) => new Set(slots.map(({ id }) => id)).size === slots.length, 'ids must differ'),
      ),
    ),
    submit: v.optional(label),
  }),
  v.check(({ mode, slots }) => (mode === undefined) !== (slots === undefined), 'either mode or slots'),
);
/** A card as Adaptive Cards publishes it, of which a subset is shown. */
const adaptiveCard = v.object({
  v: version,
  kind: v.literal('adaptive-card'),
  once,
  card: v.pipe(
    v.record(v.string(), v.unknown()),
    v.check((raw) => readCard(raw) !== undefined, 'no card with anything to show'),
  ),
});
/** Things to choose from for so many seconds after it was sent. */
const menu = v.object({
  v: version,
  kind: v.literal('menu'),
  ...head,
  options: optionsUpTo(13),
  seconds: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(86_400)),
});
/** What the page draws, which knows what `name` means. */
const custom = v.object({ v: version, kind: v.literal('custom'), name: token, once, data: v.optional(v.unknown()) });

/** The rich part of a message. */
export const richContent = v.pipe(
  v.unknown(),
  v.check(isModest, 'is too large, or holds what is no text'),
  v.variant('kind', [
    markdown,
    quickReplies,
    buttons,
    list,
    link,
    oneCard,
    carousel,
    image,
    gallery,
    form,
    dateTime,
    adaptiveCard,
    menu,
    custom,
  ]),
);

/** See {@link richContent}. */
export type RichContent = v.InferOutput<typeof richContent>;
export type RichKind = RichContent['kind'];

/** Every kind of version 1. */
export const RICH_KINDS = [
  'markdown',
  'quick-replies',
  'buttons',
  'list',
  'link',
  'card',
  'carousel',
  'image',
  'gallery',
  'form',
  'date-time',
  'adaptive-card',
  'menu',
  'custom',
] as const satisfies readonly RichKind[];

/** Reads the rich part of a message; undefined when it is none of this version, or not as it must be: then the text is shown. */
export function readRich(value: unknown): RichContent | undefined {
  const parsed = v.safeParse(richContent, value, { abortEarly: true });
  return parsed.success ? parsed.output : undefined;
}
