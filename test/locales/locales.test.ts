import { expect } from '@open-wc/testing';
import ar from '../../src/locales/ar.js';
import { en } from '../../src/locales/en.js';
import { fileTerms } from '../../src/locales/files.js';
import { langOf } from '../../src/locales/lang-of.js';
import { languageFor, registerLocale, registerLocaleLoader, validTag } from '../../src/locales/localizer.js';
import { moreAr } from '../../src/locales/more-ar.js';
import { moreEn } from '../../src/locales/more-en.js';
import type { MoreTerms } from '../../src/locales/more-terms.js';
import { richTerms } from '../../src/locales/rich.js';
import type { FileTerms, RichTerms, Terms } from '../../src/locales/terms.js';
import { until } from '../helpers/settle.js';

const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');
type AllTerms = Terms & RichTerms & FileTerms;
const tables: Record<string, AllTerms> = {
  en: { ...en(String), ...richTerms(String), ...fileTerms(String) },
  ar: ar.terms(String) as AllTerms,
};

/** Something for every parameter of every term. */
const ARGS: {
  [K in keyof AllTerms as AllTerms[K] extends string ? never : K]: AllTerms[K] extends (...args: infer A) => string
    ? A
    : never;
} = {
  richPick: [1, 3],
  richPickTooMany: [3],
  richShowPicture: ['shop.example'],
  richPosition: [1, 3],
  richTimeLeft: ['40 seconds'],
  unread: [3],
  badge: [3],
  reconnecting: [2],
  queuePosition: [2],
  queueWait: ['2 minutes'],
  idleWarning: ['14:05'],
  refused: ['reason'],
  startFailed: ['reason'],
  ended: ['agent', 'agent'],
  newMessages: [3],
  typing: [['Ann']],
  joined: ['Ann'],
  left: ['Ann', 'left'],
  transferred: ['Ann'],
  status: ['queued'],
  byAt: ['Ann', '14:05'],
  error: ['refused'],
  announceMessage: ['Ann', 'Hello'],
  announceMany: [4],
  announceNotSent: ['reason'],
  charactersLeft: [20],
  charactersOver: [2],
  fileProgress: ['cup.png'],
  fileRemove: ['cup.png'],
  fileRetry: ['cup.png'],
  fileDownload: ['cup.png', '68 kB'],
  filePicture: ['cup.png'],
  fileTooLarge: ['20 MB'],
  fileTooMany: [10],
  fileError: ['type-mismatch'],
  fileFailed: ['cup.png', 'reason'],
  fileDone: ['cup.png'],
};

const call = (terms: AllTerms, key: keyof AllTerms): string => {
  const term = terms[key];
  return typeof term === 'string'
    ? term
    : (term as (...args: unknown[]) => string)(...(ARGS[key as keyof typeof ARGS] as unknown[]));
};

describe('the second tables', () => {
  const more: Record<string, MoreTerms> = { en: moreEn(String), ar: moreAr(String) };
  for (const [lang, terms] of Object.entries(more))
    it(`${lang} has a text for every term`, () => {
      expect(Object.keys(terms).sort()).to.deep.equal(Object.keys(more['en']!).sort());
      for (const [key, term] of Object.entries(terms) as [string, string | ((given: unknown) => string)][]) {
        const given =
          key === 'fileSaved' ? ['noon'] : key.endsWith('Group') || key.endsWith('Of') ? [0, 1, 5] : [0, 1, 3];
        for (const text of typeof term === 'string' ? [term] : given.map(term))
          expect(text, key)
            .to.be.a('string')
            .and.not.match(/^$|undefined|null|NaN/);
        if (lang === 'ar') expect(typeof term === 'string' ? term : term(given[0]), key).to.match(/[\u0600-\u06ff]/);
      }
    });
});

describe('locale tables', () => {
  for (const [lang, terms] of Object.entries(tables))
    it(`${lang} has a text for every term`, () => {
      for (const key of Object.keys(tables['en']!) as (keyof AllTerms)[]) {
        const text = call(terms, key);
        expect(text, key).to.be.a('string').and.not.equal('');
        expect(text, key).to.not.match(/undefined|null|\[object|NaN/);
      }
      expect(Object.keys(terms).sort()).to.deep.equal(Object.keys(tables['en']!).sort());
    });

  it('Arabic is written in Arabic', () => {
    for (const key of Object.keys(tables['en']!) as (keyof AllTerms)[]) {
      if (key === 'badge') continue;
      expect(call(tables['ar']!, key), key).to.match(/[\u0600-\u06ff]|^\u2068/);
    }
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

  it('survives a tag that is none', () => {
    expect(validTag('en_US!', 'en')).to.equal('en');
    expect(validTag('en-gb', 'en')).to.equal('en-GB');
  });
});
