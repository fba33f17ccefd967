/** What agents compose: a few words and lines become a rich message, with the text for those who don't see its kind. */
import { readRich, type RichContent, type RichKind } from '../../../src/protocol/index.js';

/** The kinds that agents compose; `text` is a plain message. */
export const COMPOSED = [
  'text',
  'markdown',
  'quick-replies',
  'buttons',
  'list',
  'menu',
  'card',
  'link',
  'form',
  'date-time',
] as const satisfies readonly (RichKind | 'text')[];
export type Composed = (typeof COMPOSED)[number];

/** What is filled in; what a kind has no use for is left out. */
export interface Sheet {
  readonly kind: Composed;
  readonly text: string;
  /** Of a card, a link or a form. */
  readonly title: string;
  /** What can be chosen, or the fields of a form, one in a line. */
  readonly lines: string;
  /** Where a link leads, or where the picture of a card is. */
  readonly address: string;
}

/** A sheet with nothing on it. */
export const EMPTY_SHEET: Sheet = { kind: 'text', text: '', title: '', lines: '', address: '' };

/** How long a menu is open, in seconds. */
const MENU_SECONDS = 120;

/** Which parts of a sheet a kind uses. */
export function partsOf(kind: Composed): { title: boolean; lines: boolean; address: boolean } {
  return {
    title: kind === 'card' || kind === 'link' || kind === 'form' || kind === 'list',
    lines: ['quick-replies', 'buttons', 'list', 'menu', 'card', 'form'].includes(kind),
    address: kind === 'card' || kind === 'link',
  };
}

/** A message as it is sent; undefined while something is missing or wrong. */
export function composed(sheet: Sheet): { readonly text: string; readonly rich?: RichContent } | undefined {
  const words = sheet.text.trim();
  if (sheet.kind === 'text') return words === '' ? undefined : { text: words };
  const uses = partsOf(sheet.kind);
  const title = uses.title ? sheet.title.trim() : '';
  const lines = uses.lines
    ? sheet.lines
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : [];
  const address = uses.address ? sheet.address.trim() : '';
  const rich = readRich(contentOf(sheet.kind, words, title, lines, address));
  const text = [
    title,
    words,
    ...lines.map((line) => `• ${line.replace(/[*]$/, '')}`),
    sheet.kind === 'link' ? address : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
  return rich && text !== '' ? { text, rich } : undefined;
}

function contentOf(
  kind: Exclude<Composed, 'text'>,
  words: string,
  title: string,
  lines: readonly string[],
  address: string,
): unknown {
  const options = lines.map((label, index) => ({ id: `o${index + 1}`, label }));
  const head = { v: 1, ...(words !== '' && { text: words }), ...(title !== '' && { title }) };
  const image = address === '' ? {} : { image: { url: address, alt: title } };
  switch (kind) {
    case 'markdown':
      return { v: 1, kind, text: words };
    case 'quick-replies':
    case 'list':
      return { ...head, kind, options };
    case 'menu':
      return { ...head, kind, options, seconds: MENU_SECONDS };
    case 'buttons':
      return { ...head, kind, buttons: options };
    case 'card':
      return { ...head, kind, ...image, ...(options.length > 0 && { buttons: options }) };
    case 'link':
      return { ...head, kind, url: address };
    case 'form':
      return { ...head, kind, fields: lines.map(fieldOf) };
    case 'date-time':
      return { ...head, kind, mode: 'date' };
  }
}

/** A line of a form: the label, with `*` at its end when it is needed; what it is called tells what is typed there. */
function fieldOf(line: string, index: number): unknown {
  const required = line.endsWith('*');
  const label = line.replace(/\s*\*$/, '');
  const type = /e-?mail/i.test(label)
    ? 'email'
    : /phone|mobile/i.test(label)
      ? 'tel'
      : /\bdate\b/i.test(label)
        ? 'date'
        : 'text';
  return { name: `f${index + 1}`, label, type, ...(required && { required }) };
}

/** Whether a visitor's client shows a kind. */
export function showsKind(features: readonly string[] | undefined, kind: Composed): boolean {
  return kind === 'text' || features?.some((name) => name === 'rich' || name === `rich:${kind}`) === true;
}

/** Ready-made replies. */
export const CANNED: readonly (Sheet & { readonly name: string })[] = [
  { ...EMPTY_SHEET, name: 'Greeting', text: 'Hello, thank you for writing to us. How can I help you?' },
  { ...EMPTY_SHEET, name: 'One moment', text: 'One moment, please, I am looking that up for you.' },
  {
    ...EMPTY_SHEET,
    name: 'What is it about?',
    kind: 'quick-replies',
    text: 'What is it about?',
    lines: 'An order\nA delivery\nA return\nSomething else',
  },
  {
    ...EMPTY_SHEET,
    name: 'Address for a delivery',
    kind: 'form',
    title: 'Where shall it go?',
    lines: 'Name *\nStreet and number *\nPostcode and town *\nE-mail',
  },
  {
    ...EMPTY_SHEET,
    name: 'Anything else?',
    kind: 'buttons',
    text: 'Can I do anything else for you?',
    lines: 'Yes, please\nNo, thank you',
  },
];
