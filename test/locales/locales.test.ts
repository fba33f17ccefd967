import { expect } from '@open-wc/testing';
import { bundled } from '../../src/locales/bundled.js';
import { en } from '../../src/locales/en.js';
import { langOf } from '../../src/locales/lang-of.js';
import { languageFor, registerLocale, registerLocaleLoader, validTag } from '../../src/locales/localizer.js';
import { fileTerms } from '../../src/locales/more/en-files.js';
import { richTerms } from '../../src/locales/more/en-rich.js';
import { threadTerms } from '../../src/locales/more/en-threads.js';
import { pageTerms } from '../../src/locales/more/en.js';
import { moreTerms } from '../../src/locales/more/more-terms.js';
import type { MoreTerms } from '../../src/locales/more/terms.js';
import type { PluralForms } from '../../src/locales/plural.js';
import type { Terms } from '../../src/locales/terms.js';
import { until } from '../helpers/settle.js';

const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');
type AllTerms = Terms & MoreTerms;

const english: AllTerms = {
  ...en(String),
  ...pageTerms(String),
  ...richTerms(String),
  ...fileTerms(String),
  ...threadTerms(String),
};
const tables: Record<string, AllTerms> = { en: english };
for (const [lang, load] of Object.entries(bundled)) {
  const { default: locale } = await load();
  if (lang === 'no') continue;
  const more = await locale.more!();
  tables[lang] = { ...locale.terms(String), ...more(String) };
}

type Calls = {
  [K in keyof AllTerms as AllTerms[K] extends string ? never : K]: AllTerms[K] extends (...args: infer A) => string
    ? readonly A[]
    : never;
};
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000].map((count) => [count] as [number]);

/** Something for every parameter of every term: each reason, and what counts in each form. */
const CALLS: Calls = {
  unread: COUNTS,
  badge: COUNTS,
  reconnecting: COUNTS,
  queuePosition: COUNTS,
  queueWait: [['2 minutes']],
  idleWarning: [['14:05'], [undefined]],
  refused: [['reason']],
  startFailed: [['reason']],
  ended: [
    ['agent', 'agent'],
    ['visitor', 'visitor'],
    ['system', 'idle'],
    ['system', 'visitor-gone'],
    ['agent', 'blocked'],
  ],
  newMessages: COUNTS,
  typing: [[[]], [['Ann']], [['Ann', 'Ben']], [['Ann', 'Ben', 'Cem']]],
  joined: [['Ann']],
  left: [
    ['Ann', 'left'],
    ['Ann', 'transferred'],
    ['Ann', 'connection-lost'],
  ],
  transferred: [['Ann'], [undefined]],
  status: [['queued'], ['idle-warning']],
  byAt: [['Ann', '14:05']],
  error: [['refused'], ['empty'], ['expired'], ['token-invalid']],
  announceMessage: [['Ann', 'Hello']],
  announceMany: COUNTS,
  announceNotSent: [['reason']],
  charactersLeft: COUNTS,
  charactersOver: COUNTS,
  leaveText: [[undefined], ['Monday 09:00']],
  leaveFailed: [['reason']],
  errorLong: COUNTS,
  emojiFound: COUNTS,
  emojiGroup: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((group) => [group]),
  skinToneOf: [0, 1, 2, 3, 4, 5].map((tone) => [tone]),
  fileSaved: [['noon']],
  richPick: [
    [2, 2],
    [1, 3],
    [0, 3],
  ],
  richPickTooMany: COUNTS,
  richShowPicture: [['shop.example']],
  richPosition: [[1, 3]],
  richTimeLeft: [['40 seconds']],
  reassigned: [['Ann', 'Bob']],
  caseStatus: [['open'], ['pending'], ['escalated'], ['resolved'], ['closed']],
  surveyRating: [[4, 5]],
  surveyFailed: [[true], [false]],
  fileProgress: [['cup.png']],
  fileRemove: [['cup.png']],
  fileRetry: [['cup.png']],
  fileDownload: [['cup.png', '68 kB']],
  filePicture: [['cup.png']],
  fileTooLarge: [['20 MB']],
  fileTooMany: COUNTS,
  fileError: [['type-mismatch'], ['empty'], ['refused']],
  fileFailed: [['cup.png', 'reason']],
  fileDone: [['cup.png']],
};

/** Everything that a term says. */
const said = (terms: AllTerms, key: keyof AllTerms): readonly string[] => {
  const term = terms[key];
  if (typeof term === 'string') return [term];
  return CALLS[key as keyof Calls].map((args) => (term as (...args: readonly unknown[]) => string)(...args));
};
const keys = Object.keys(english) as (keyof AllTerms)[];

/** What CLDR knows of the plurals of each language. A language that is missing here does not compile. */
const PLURALS: { readonly [L in keyof PluralForms]: Readonly<Record<PluralForms[L], true>> } = {
  ar: { zero: true, one: true, two: true, few: true, many: true, other: true },
  cs: { one: true, few: true, many: true, other: true },
  da: { one: true, other: true },
  de: { one: true, other: true },
  el: { one: true, other: true },
  en: { one: true, other: true },
  es: { one: true, many: true, other: true },
  fa: { one: true, other: true },
  fi: { one: true, other: true },
  fr: { one: true, many: true, other: true },
  he: { one: true, two: true, other: true },
  hi: { one: true, other: true },
  id: { other: true },
  it: { one: true, many: true, other: true },
  ja: { other: true },
  ko: { other: true },
  nb: { one: true, other: true },
  nl: { one: true, other: true },
  pl: { one: true, few: true, many: true, other: true },
  pt: { one: true, many: true, other: true },
  sv: { one: true, other: true },
  tr: { one: true, other: true },
  uk: { one: true, few: true, many: true, other: true },
  ur: { one: true, other: true },
  zh: { other: true },
};

/** Made of what they are given, and of marks: some or all languages have no word in them. */
const WORDLESS: ReadonlySet<keyof AllTerms> = new Set([
  'badge',
  'fileFailed',
  'announceMessage',
  'byAt',
  'richPosition',
  'surveyRating',
] as const);

/** What a language calls by the English name. */
const AS_IN_ENGLISH: { readonly [L in Exclude<keyof PluralForms, 'en'>]: readonly string[] } = {
  ar: [],
  cs: ['Chat', 'Online'],
  da: ['Chat', 'Online', 'Send', 'Start chat'],
  de: ['Chat', 'Online', 'optional'],
  el: [],
  es: ['Chat', 'Supervisor'],
  fa: [],
  fi: ['Chat'],
  fr: ['Assistant', 'Chat', 'Conversation', 'Date', 'Message', 'conversation'],
  he: [],
  hi: [],
  id: ['Email', 'Emoji', 'Supervisor'],
  it: ['Chat', 'Emoji', 'Online'],
  ja: [],
  ko: [],
  nb: ['Chat', 'Send', 'Start chat'],
  nl: ['Chat', 'Online'],
  pl: ['Emoji', 'Online'],
  pt: ['Chat', 'Online', 'Supervisor'],
  sv: ['Online'],
  tr: [],
  uk: [],
  ur: [],
  zh: [],
};

/** The languages that are not written in Latin letters. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  uk: /\p{Script=Cyrillic}/u,
  ur: /\p{Script=Arabic}/u,
  zh: /\p{Script=Han}/u,
};

const FULL_STOPS: Readonly<Record<string, string>> = { hi: '।', ja: '。', ur: '۔', zh: '。' };
const KEYS_AND_NAMES = ['name@example.com', 'Enter', 'Shift', 'email', 'emoji'];

/** A text without what a term was given, and without what every language writes in Latin letters. */
const withoutGiven = (key: keyof AllTerms, text: string): string => {
  const given = (CALLS[key as keyof Calls] as readonly unknown[] | undefined)?.flat(2) ?? [];
  return [...given, ...KEYS_AND_NAMES]
    .filter((word) => typeof word === 'string' && word !== '')
    .reduce((rest: string, word) => rest.replaceAll(word as string, ''), text);
};

describe('locale tables', () => {
  for (const [lang, terms] of Object.entries(tables))
    it(`${lang} has a text for every term`, () => {
      for (const key of keys)
        for (const text of said(terms, key)) {
          expect(text, key).to.be.a('string').and.not.equal('');
          expect(text, key).to.not.match(/\b(undefined|null|NaN)\b|\[object|#/);
        }
      expect(Object.keys(terms).sort()).to.deep.equal([...keys].sort());
    });

  for (const [lang, forms] of Object.entries(PLURALS))
    it(`${lang} counts in all forms of the language`, () => {
      expect(Object.keys(forms).sort()).to.deep.equal(
        [...new Intl.PluralRules(lang).resolvedOptions().pluralCategories].sort(),
      );
    });

  for (const [lang, words] of Object.entries(AS_IN_ENGLISH))
    it(`${lang} says nothing in English but for words that both have`, () => {
      const same = keys
        .filter((key) => !WORDLESS.has(key))
        .flatMap((key) => said(tables[lang]!, key).filter((text, place) => text === said(english, key)[place]));
      expect([...new Set(same)].sort()).to.deep.equal([...words].sort());
    });

  for (const [lang, script] of Object.entries(SCRIPTS))
    it(`${lang} is written in its script`, () => {
      for (const key of keys)
        for (const text of said(tables[lang]!, key)) {
          if (!WORDLESS.has(key)) expect(text, key).to.match(script);
          expect(withoutGiven(key, text), key).to.not.match(/\p{Script=Latin}/u);
        }
    });

  for (const [lang, mark] of Object.entries(FULL_STOPS))
    it(`${lang} ends its sentences with ${mark}`, () => {
      for (const key of keys)
        for (const text of said(tables[lang]!, key)) expect(withoutGiven(key, text), key).to.not.include('.');
      expect(tables[lang]!.refused('?').endsWith(`?${mark}`)).to.equal(true);
    });

  it('French keeps a mark on the line of its word', () => {
    for (const key of keys)
      for (const text of said(tables['fr']!, key))
        expect(withoutGiven(key, text), key)
          .to.not.match(/ [:;?!»]|« /)
          .and.not.match(/[^\u202f][;?!]/);
  });

  it('counts what is written as 99+ as a hundred', () => {
    for (const [lang, { unread }] of Object.entries(tables))
      for (const count of [101, 102, 103, 121, 1_000_000]) expect(unread(count), lang).to.equal(unread(100));
  });

  it('has a word for offline that fits in one line of a small phone', () => {
    for (const [lang, { placeholderOffline }] of Object.entries(tables))
      expect(placeholderOffline.length, lang).to.be.at.most(30);
  });

  it('English counts in two forms', () => {
    const { newMessages } = tables['en']!;
    expect([1, 2, 11].map((n) => newMessages(n))).to.deep.equal(['1 new message', '2 new messages', '11 new messages']);
  });

  it('Arabic counts in six', () => {
    const { newMessages } = tables['ar']!;
    expect([0, 1, 2, 3, 10, 11, 99, 100, 103].map((n) => newMessages(n))).to.deep.equal([
      'لا رسائل جديدة',
      'رسالة جديدة',
      'رسالتان جديدتان',
      '3 رسائل جديدة',
      '10 رسائل جديدة',
      '11 رسالة جديدة',
      '99 رسالة جديدة',
      '100 رسالة جديدة',
      '103 رسائل جديدة',
    ]);
  });

  it('Polish puts the noun in the case of its number', () => {
    const { newMessages } = tables['pl']!;
    expect([1, 2, 5, 12, 22, 101].map((n) => newMessages(n))).to.deep.equal([
      '1 nowa wiadomość',
      '2 nowe wiadomości',
      '5 nowych wiadomości',
      '12 nowych wiadomości',
      '22 nowe wiadomości',
      '101 nowych wiadomości',
    ]);
  });

  it('tells who types: nobody’s name, one, two, many', () => {
    const { typing } = tables['en']!;
    expect([[], ['Ann'], ['Ann', 'Ben'], ['Ann', 'Ben', 'Cem']].map((names) => plain(typing(names)))).to.deep.equal([
      'Typing…',
      'Ann is typing…',
      'Ann and Ben are typing…',
      'Several people are typing…',
    ]);
  });

  it('shields a sentence from the direction of a name', () => {
    expect(tables['en']!.joined('محمد')).to.equal('\u2068محمد\u2069 joined');
  });

  it('has a word for what it does not know', () => {
    for (const terms of Object.values(tables)) {
      expect(terms.ended('system', 'something-new')).to.not.equal('');
      expect(terms.left('Ann', 'something-new')).to.contain('Ann');
      expect(terms.status('something-new')).to.equal('');
      expect(terms.error('something-new' as 'refused')).to.equal(terms.error('refused'));
      expect(terms.fileError('something-new' as 'refused')).to.not.equal('');
    }
  });
});

describe('localizer', () => {
  it('finds the nearest lang, out through shadow roots', () => {
    const outer = document.createElement('div');
    outer.lang = 'pt-BR';
    const root = outer.attachShadow({ mode: 'open' });
    root.innerHTML = '<p><span></span></p>';
    const span = root.querySelector('span')!;
    expect(langOf(span)).to.equal('pt-BR');
    root.querySelector('p')!.lang = 'fr';
    expect(langOf(span)).to.equal('fr');
  });

  it('takes the narrowest table, keeps the region for numbers', () => {
    const ofTag = (mark: string) => ({ lang: mark, terms: () => ({ ...tables['en']!, chat: mark }) });
    registerLocale(ofTag('x-wide'));
    registerLocale(ofTag('x-wide-narrow'));
    expect(languageFor('x-wide-narrow')?.terms.chat).to.equal('x-wide-narrow');
    expect(languageFor('x-wide-other')?.terms.chat).to.equal('x-wide');
    expect(languageFor('xx')).to.equal(undefined);
    expect(languageFor('')).to.equal(undefined);
  });

  it('fetches a language once, and tries again after a failure', async () => {
    let loads = 0;
    registerLocaleLoader('qq', () => {
      loads++;
      return loads === 1
        ? Promise.reject(new Error('offline'))
        : Promise.resolve({ lang: 'qq', terms: () => tables['en']! });
    });
    expect(languageFor('qq')).to.equal(undefined);
    expect(languageFor('qq')).to.equal(undefined);
    expect(loads).to.equal(1);
    await Promise.resolve();
    await until(() => languageFor('qq'));
    expect(loads).to.equal(2);
  });

  it('has the texts of a group in English until those of the language are here, then in the language', async () => {
    const { default: ar } = await bundled['ar']!();
    let loads = 0;
    registerLocale({
      ...ar,
      lang: 'x-group',
      more: () => (loads++ === 0 ? Promise.reject(new Error('offline')) : ar.more!()),
    });
    expect(moreTerms('x-group', fileTerms).attach).to.equal('Attach files');
    await until(() => moreTerms('x-group', fileTerms).attach === tables['ar']!.attach);
    expect(loads).to.equal(2);
    expect(moreTerms('en-GB', fileTerms)).to.equal(moreTerms('en-GB', fileTerms));
    expect(moreTerms('xx', fileTerms).attach).to.equal('Attach files');
  });

  it('speaks Bokmål to who says Norwegian', async () => {
    expect(languageFor('no')).to.equal(undefined);
    await until(() => languageFor('no'));
    expect(languageFor('no')?.terms.send).to.equal(tables['nb']!.send);
  });

  it('survives a tag that is none', () => {
    expect(validTag('en_US!', 'en')).to.equal('en');
    expect(validTag('en-gb', 'en')).to.equal('en-GB');
  });
});
