/** Rich messages made of a seed: good ones of every kind, damaged ones and hostile ones, as JSON brings them. */
import { RICH_KINDS, type RichKind } from '../../src/protocol/rich.js';
import { Seeded } from './seeded.js';

/** What a message can be: as the schema wants it, broken somewhere, or with something in it that wants to do harm. */
export type Manner = 'valid' | 'invalid' | 'hostile';

/** One message. */
export type Made = {
  readonly manner: Manner;
  readonly rich: unknown;
  readonly text: string;
  /** What somebody may have chosen in it: any of its ids, or nonsense. */
  readonly choice?: unknown;
};

/** A port that browsers refuse to ask, so that no picture is ever fetched. */
export const NOWHERE = '127.0.0.1:9';

const ADDRESSES = [
  `http://${NOWHERE}/mug.png`,
  'https://shop.example/mug.png?size=2#top',
  'http://[::1]/x',
  'https://xn--nxasmq6b.example/',
  'https://shop.example/%E0%A4%A',
];
const ESCAPES = [
  'javascript:harm()',
  'JaVaScRiPt:harm()',
  'java\tscript:harm()',
  '\u0001javascript:harm()',
  ' javascript:harm()',
  'javascript://shop.example/%0aharm()',
  'data:text/html,<script>harm()</script>',
  'data:image/svg+xml,<svg onload="harm()">',
  'vbscript:harm()',
  'blob:https://shop.example/1',
  'file:///etc/passwd',
  'filesystem:https://shop.example/x',
  'about:blank',
  '//shop.example/x',
  'https://bank.example@evil.example/',
  'https://evil.example\\@bank.example',
  'https://bank.example\u202e/gpj.exe',
  'https://[',
  'https://',
  'mailto:bo@shop.example?body=%3Cscript%3E',
  '',
];
const HARM = [
  '<script>harm()</script>',
  '<img src=x onerror=harm()>',
  '"><svg onload=harm()>',
  "'-harm()-'",
  '</textarea></option></select><iframe srcdoc="<script>parent.harm()</script>">',
  '<style>*{display:none}</style><base href=//evil.example>',
  '<a href="javascript:harm()">x</a>',
  '[x](javascript:harm())',
  '![x](javascript:harm() "t")',
  '[x]: javascript:harm()\n[x]',
  '<javascript:harm()>',
  '&lt;script&gt;harm()&lt;/script&gt;',
  '&#x3c;script&#62;',
  '${harm()} {{harm()}}',
  '<!--?lit$0$--><?lit$123$?>',
  'lit$4711$',
  ']]><!--',
  '\u202eevil\u2066',
  '\u0000',
  '\ud83d',
  '𝕏👩‍👩‍👧‍👦e\u0301\u0301\u0301',
  '>'.repeat(5000),
  '*a_'.repeat(1300),
  '- '.repeat(1800),
  '['.repeat(3900),
];
const WORDS = 'mug order tomorrow blue Ada العربية 日本 ½ https://shop.example www.shop.example bo@shop.example'.split(
  ' ',
);
const MARKS = '**,_,~~,`,```\n,# ,> ,- ,1. ,[a](,),![,\n,\n\n,|,---\n,&amp;,<b>,\\,\t,[ ] ,&#60;'.split(',');
const NAMES = ['__proto__', 'constructor', 'toString', 'title', 'text', 'kind', 'v', 'once', 'onclick', 'innerHTML'];
const TYPES = 'text textarea email tel url number date time datetime select radio checkboxes checkbox'.split(' ');

type Node = { [name: string]: unknown };

/** See the module. Two with the same seed make the same messages. */
export class RichGenerator {
  #random: Seeded;
  #hostile = false;
  #ids = 0;

  constructor(seed: number) {
    this.#random = new Seeded(seed);
  }

  /** The next message: half of them are good. */
  next(): Made {
    const random = this.#random;
    const manner: Manner = random.chance(50) ? 'valid' : random.chance(50) ? 'invalid' : 'hostile';
    this.#hostile = manner === 'hostile';
    this.#ids = 0;
    const kind = random.pick(RICH_KINDS);
    let rich: unknown = this.#content(kind);
    if (manner === 'invalid') for (let times = random.between(1, 3); times > 0; times--) rich = this.#damaged(rich);
    if (manner === 'hostile' && random.chance(30)) rich = this.#damaged(rich);
    if (random.chance(5)) rich = { amended: random.pick(['edited', 'streaming', 'retracted', 'x']), rich };
    const choice = random.chance(20) ? this.#choice() : undefined;
    // As from the network: own properties whatever their names, no undefined, no prototypes.
    const json = JSON.stringify({ rich, text: this.#words(200), choice });
    const named = this.#hostile && random.chance(10) ? json.replace(/"(?:title|label|id)":/, '"__proto__":') : json;
    return { manner, ...(JSON.parse(named) as { rich: unknown; text: string; choice?: unknown }) };
  }

  #some<Item>(least: number, most: number, make: () => Item): Item[] {
    return Array.from({ length: this.#random.between(least, most) }, make);
  }

  #maybe<Item>(make: () => Item): Item | undefined {
    return this.#random.chance(50) ? make() : undefined;
  }

  #words(most: number): string {
    const random = this.#random;
    if (this.#hostile && random.chance(40)) return random.pick(HARM).slice(0, random.chance(80) ? most : undefined);
    const words = this.#some(1, random.chance(5) ? 200 : 8, () => random.pick(WORDS)).join(' ');
    return words.slice(0, most).trim() || 'x';
  }

  #markdown(): string {
    const random = this.#random;
    return (this.#some(1, 60, () => (random.chance(50) ? random.pick(MARKS) : this.#words(40))).join('') || 'x').slice(
      0,
      3900,
    );
  }

  #address(): string {
    return this.#random.pick(this.#hostile && this.#random.chance(50) ? ESCAPES : ADDRESSES);
  }

  #id(): string {
    return this.#hostile && this.#random.chance(10) ? this.#random.pick(NAMES) : `id-${++this.#ids}`;
  }

  #picture = (): Node => ({
    url: this.#address(),
    alt: this.#maybe(() => this.#words(256)) ?? '',
    width: this.#maybe(() => this.#random.between(1, 20_000)),
    height: this.#maybe(() => this.#random.between(1, 20_000)),
  });

  #option = (): Node => ({
    id: this.#id(),
    label: this.#words(80),
    description: this.#maybe(() => this.#words(256)),
    image: this.#random.chance(10) ? this.#picture() : undefined,
  });

  #button = (): Node => ({
    id: this.#id(),
    label: this.#words(80),
    style: this.#maybe(() => this.#random.pick(['primary', 'default'])),
    url: this.#random.chance(30) ? this.#address() : undefined,
  });

  #card = (): Node => ({
    title: this.#words(256),
    text: this.#maybe(() => this.#words(1000)),
    image: this.#maybe(this.#picture),
    buttons: this.#maybe(() => this.#some(1, 5, this.#button)),
  });

  #field = (): Node => {
    const type = this.#random.pick(TYPES);
    const chosen = type === 'select' || type === 'radio' || type === 'checkboxes';
    return {
      name: this.#id(),
      label: this.#words(80),
      type,
      required: this.#maybe(() => this.#random.chance(50)),
      hint: this.#maybe(() => this.#words(256)),
      options: chosen ? this.#some(1, 12, this.#option) : undefined,
      maxLength: this.#maybe(() => this.#random.between(1, 2000)),
      min: this.#maybe(() => this.#random.pick(['1', '2026-01-01', '08:00', 'x'])),
      max: this.#maybe(() => this.#random.pick(['9', '2027-01-01', '20:00', '-1'])),
      value: this.#maybe(() => this.#words(100)),
    };
  };

  #part = (depth: number): Node => {
    const random = this.#random;
    const inner = () => (depth > 10 ? [] : this.#some(0, 4, () => this.#part(depth + 1)));
    const type = random.pick(
      'TextBlock TextBlock Image ImageSet FactSet Container ColumnSet ActionSet Input.Text Input.Number Input.Date Input.Time Input.Toggle Input.ChoiceSet Media __proto__'.split(
        ' ',
      ),
    );
    return {
      type,
      id: this.#id(),
      text: this.#words(500),
      size: this.#maybe(() => random.pick(['large', 'medium', 'x'])),
      label: this.#maybe(() => this.#words(80)),
      url: this.#address(),
      altText: this.#words(80),
      images: type === 'ImageSet' ? this.#some(0, 4, () => ({ type: 'Image', url: this.#address() })) : undefined,
      facts:
        type === 'FactSet' ? this.#some(0, 6, () => ({ title: this.#words(40), value: this.#words(80) })) : undefined,
      items: type === 'Container' ? inner() : undefined,
      columns: type === 'ColumnSet' ? this.#some(0, 3, () => ({ items: inner() })) : undefined,
      actions: type === 'ActionSet' ? this.#some(0, 3, this.#action) : undefined,
      choices:
        type === 'Input.ChoiceSet'
          ? this.#some(0, 5, () => ({ title: this.#words(40), value: this.#id() }))
          : undefined,
      value: this.#maybe(() => random.pick([this.#words(40), 7, true, null])),
      fallback: random.chance(10) && depth < 10 ? this.#part(depth + 1) : undefined,
    };
  };

  #action = (): Node => ({
    type: this.#random.pick(['Action.Submit', 'Action.Execute', 'Action.OpenUrl', 'Action.ShowCard']),
    id: this.#maybe(() => this.#id()),
    title: this.#words(80),
    url: this.#address(),
    style: this.#maybe(() => 'positive'),
  });

  #content(kind: RichKind): Node {
    const random = this.#random;
    const head = { title: this.#maybe(() => this.#words(256)), text: this.#maybe(() => this.#words(1000)) };
    const once = this.#maybe(() => random.chance(70));
    const submit = this.#maybe(() => this.#words(80));
    const base = { v: 1, kind };
    switch (kind) {
      case 'markdown':
        return { ...base, text: this.#maybe(() => this.#markdown()) };
      case 'quick-replies':
        return { ...base, ...head, once, options: this.#some(1, 13, this.#option) };
      case 'buttons':
        return { ...base, ...head, once, buttons: this.#some(1, 10, this.#button) };
      case 'list':
        return {
          ...base,
          ...head,
          once,
          submit,
          options: this.#some(2, random.chance(5) ? 50 : 8, this.#option),
          multiple: this.#maybe(() => random.chance(50)),
          min: this.#maybe(() => random.between(0, 2)),
          max: this.#maybe(() => random.between(2, 50)),
        };
      case 'link':
        return { ...base, ...head, title: this.#words(256), url: this.#address(), image: this.#maybe(this.#picture) };
      case 'card':
        return { ...base, once, ...this.#card() };
      case 'carousel':
        return { ...base, ...head, once, cards: this.#some(1, 10, this.#card) };
      case 'image':
        return { ...base, image: this.#picture(), caption: this.#maybe(() => this.#words(256)) };
      case 'gallery':
        return { ...base, ...head, images: this.#some(1, 20, this.#picture) };
      case 'form':
        return { ...base, ...head, once, submit, fields: this.#some(1, 10, this.#field) };
      case 'date-time': {
        const slots = this.#some(1, 8, () => ({
          id: this.#id(),
          start: random.between(0, 8_640_000) * 1e9,
          minutes: this.#maybe(() => random.between(1, 1440)),
        }));
        const mode = random.pick(['date', 'time', 'datetime']);
        return { ...base, ...head, once, submit, ...(random.chance(50) ? { slots } : { mode, min: '2026-01-01' }) };
      }
      case 'adaptive-card':
        return {
          ...base,
          once,
          card: {
            type: 'AdaptiveCard',
            version: '1.5',
            body: this.#some(1, 8, () => this.#part(0)),
            actions: this.#some(0, 4, this.#action),
          },
        };
      case 'menu':
        return { ...base, ...head, options: this.#some(1, 13, this.#option), seconds: random.between(5, 86_400) };
      case 'custom':
        return { ...base, once, name: this.#id(), data: this.#junk(3) };
    }
  }

  #choice(): Node {
    const random = this.#random;
    const ids = this.#some(0, 3, () => (random.chance(80) ? `id-${random.between(1, 6)}` : this.#words(20)));
    const values = Object.fromEntries(
      this.#some(0, 4, () => [
        random.chance(80) ? `id-${random.between(1, 6)}` : random.pick(NAMES),
        random.pick([this.#words(60), true, ['id-2', 'x'], '2026-02-30', '99:99', 7, null]),
      ]),
    );
    return { ids, values: this.#maybe(() => values) };
  }

  /** Anything that JSON can say. */
  #junk(depth: number): unknown {
    const random = this.#random;
    switch (random.between(0, depth > 0 ? 10 : 7)) {
      case 0:
        return null;
      case 1:
        return random.chance(50);
      case 2:
        return random.pick([0, -1, 1e308, 2 ** 53, 0.5, 8.64e15]);
      case 3:
        return '';
      case 4:
        return random.pick(HARM);
      case 5:
        return random.pick(ESCAPES);
      case 6:
        return 'x'.repeat(random.pick([81, 257, 4001, 20_000]));
      case 7:
        return ' ';
      case 8:
        return this.#some(0, 5, () => this.#junk(depth - 1));
      case 9:
        return Array.from({ length: random.pick([51, 3000]) }, () => 1);
      default:
        return Object.fromEntries(this.#some(0, 4, () => [random.pick(NAMES), this.#junk(depth - 1)]));
    }
  }

  /** The same with one place broken: another value there, none, one too many, or far too deep. */
  #damaged(value: unknown): unknown {
    const random = this.#random;
    if (typeof value !== 'object' || value === null || random.chance(15)) {
      if (!random.chance(3)) return this.#junk(3);
      let deep: unknown = value;
      for (let level = random.between(10, 400); level > 0; level--) deep = [deep];
      return deep;
    }
    if (Array.isArray(value)) {
      const items = value as readonly unknown[];
      const at = random.between(0, Math.max(0, items.length - 1));
      if (random.chance(20)) return [...items, ...items];
      if (random.chance(10)) return Array.from({ length: 60 }, () => items[at]);
      return items.map((item, index) => (index === at ? this.#damaged(item) : item));
    }
    const names = Object.keys(value);
    const name = names.length > 0 && random.chance(90) ? random.pick(names) : random.pick(NAMES);
    if (random.chance(15)) return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    return { ...value, [name]: this.#damaged((value as Node)[name]) };
  }
}
