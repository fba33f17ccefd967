import { expect } from '@open-wc/testing';
import type { Entry, Pending } from '../../src/session/model/types.js';
import { conversationItems, entryItems, messageItems } from '../../src/elements/transcript/items.js';
import { splitText } from '../../src/elements/transcript/links.js';
import { safeUrl } from '../../src/elements/transcript/safe-url.js';
import { Reading } from '../../src/elements/transcript/reading.js';
import { rowsAround, type MessageRow, type Row, type RowContext } from '../../src/elements/transcript/rows.js';
import { messagesOf } from '../../src/session/model/selectors.js';
import { ANN, NOW, VISITOR } from '../helpers/states.js';
import { message, messages, talkState } from '../helpers/talk.js';

const CONTEXT: RowContext = {
  delivered: 0,
  seen: 0,
  unread: 0,
  says: (status) => status === 'queued',
  cut: (text) => [text],
};
const DAY = 86_400_000;

const rowsOf = (
  entries: readonly Entry[],
  context: Partial<RowContext> = {},
  pending: readonly Pending[] = [],
): readonly Row[] => {
  const items = entryItems(entries, pending, VISITOR.id);
  return rowsAround(items, items.length - 1, { ...CONTEXT, ...context }).rows;
};
const kinds = (rows: readonly Row[]): string[] => rows.map((row) => row.kind);
const only = (rows: readonly Row[]): MessageRow[] => rows.filter((row) => row.kind === 'message');
const pendingOf = (clientId: string, parts: Partial<Pending> = {}): Pending => ({
  clientId,
  text: 'mine',
  createdAt: NOW,
  status: 'queued',
  ...parts,
});

describe('rows of a transcript', () => {
  it('begins each day with its date, also the first', () => {
    const rows = rowsOf([message(1), message(2), message(3, 'x', ANN, { at: NOW + 3 * DAY })]);
    expect(kinds(rows)).to.deep.equal(['day', 'message', 'message', 'day', 'message']);
  });

  it('groups what one person writes within five minutes', () => {
    const rows = only(
      rowsOf([message(1), message(2), message(3, 'x', VISITOR), message(4, 'x', ANN, { at: NOW + 60 * 60_000 })]),
    );
    expect(rows.map((row) => [row.first, row.last])).to.deep.equal([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ]);
  });

  it('ends a group at a line, at the line "new" and at a visible status', () => {
    const join: Entry = { type: 'join', seq: 2, prev: 1, at: NOW + 60_000, from: ANN };
    expect(only(rowsOf([message(1), join, message(3)])).every((row) => row.first && row.last)).to.equal(true);
    expect(only(rowsOf([message(1), message(2)], { unread: 2 })).every((row) => row.first && row.last)).to.equal(true);
    const status = (name: string): Entry => ({ type: 'status', status: name, seq: 2, prev: 1, at: NOW + 60_000 });
    expect(kinds(rowsOf([message(1), status('queued'), message(3)]))).to.deep.equal([
      'day',
      'message',
      'line',
      'message',
    ]);
    expect(only(rowsOf([message(1), status('visitor-gone'), message(3)]))[0]!.last).to.equal(false);
  });

  it('shows nothing for an entry of an unknown kind, and keeps its place', () => {
    const rows = rowsOf([message(1), { type: 'unknown', seq: 2, prev: 1, at: NOW }, message(3)]);
    expect(kinds(rows)).to.deep.equal(['day', 'message', 'message']);
  });

  it('tells the fate of the newest own message, and where the other side has read to', () => {
    const own = (seq: number): Entry => message(seq, 'x', VISITOR);
    const statuses = (delivered: number, seen: number): unknown[] =>
      only(rowsOf([own(1), own(2), own(3)], { delivered, seen })).map((row) => row.status);
    expect(statuses(0, 0)).to.deep.equal([undefined, undefined, 'sent']);
    expect(statuses(3, 1)).to.deep.equal(['seen', undefined, 'delivered']);
    expect(statuses(3, 3)).to.deep.equal([undefined, undefined, 'seen']);
  });

  it('keeps the key of a waiting message when its entry arrives', () => {
    const waiting = only(rowsOf([message(1)], {}, [pendingOf('mine-1')])).at(-1)!;
    const stored = only(rowsOf([message(1), message(2, 'mine', VISITOR, { clientId: 'mine-1' })])).at(-1)!;
    expect(stored.key).to.equal(waiting.key);
  });

  it('never shows a stored message twice, whichever of its news comes first', () => {
    const rows = only(
      rowsOf([message(1), message(2, 'mine', VISITOR, { clientId: 'm' })], {}, [
        pendingOf('m', { status: 'sent', seq: 2 }),
      ]),
    );
    expect(rows).to.have.length(2);
    expect(new Set(rows.map((row) => row.key)).size).to.equal(2);
  });

  it('survives times that are no times', () => {
    for (const at of [Number.NaN, Infinity, 9e15, -9e15])
      expect(kinds(rowsOf([message(1, 'x', ANN, { at })]))).to.deep.equal(['message']);
  });

  it('looks at no more of a long transcript than at a short one', () => {
    const reads = (count: number): number => {
      const items = entryItems(messages(1, count), [], VISITOR.id);
      let read = 0;
      rowsAround({ ...items, at: (index) => (read++, items.at(index)) }, count - 1, CONTEXT);
      return read;
    };
    expect(reads(100_000)).to.be.at.most(reads(200) + 10);
    expect(reads(100_000)).to.be.below(500);
  });

  it('goes around an item as far as the budget allows, to both sides', () => {
    const items = entryItems(messages(1, 1000), [], VISITOR.id);
    const middle = rowsAround(items, 500, CONTEXT);
    expect(500 - middle.start).to.be.closeTo(middle.end - 501, 1);
    expect(rowsAround(items, 999, CONTEXT).end).to.equal(1000);
    expect(rowsAround(items, 0, CONTEXT).start).to.equal(0);
    expect(rowsAround(entryItems([]), 0, CONTEXT).rows).to.deep.equal([]);
    // What one side does not need goes to the other.
    expect(rowsAround(items, 999, CONTEXT).rows.length).to.be.closeTo(middle.rows.length, 4);
  });

  it('shows messages in the documented form like the entries they came from', () => {
    const { conversations } = talkState([
      message(1),
      message(2, 'x', VISITOR),
      { type: 'join', seq: 3, prev: 2, at: NOW, from: ANN },
    ]);
    const items = messageItems(messagesOf(conversations['k1']));
    const rows = rowsAround(items, items.length - 1, CONTEXT).rows;
    expect(kinds(rows)).to.deep.equal(['day', 'message', 'message', 'line']);
    expect(only(rows).map((row) => row.own)).to.deep.equal([false, true]);
    expect(items.at(0)).to.equal(items.at(0));
  });
});

describe('the place in a transcript', () => {
  const reading = (entries: readonly Entry[], pending: readonly Pending[] = []): Reading => {
    const it = new Reading();
    it.items = conversationItems(talkState(entries, { pending }).conversations['k1']!);
    it.layout(CONTEXT);
    return it;
  };

  it('stays with its item when messages come in before and after it', () => {
    const it = reading(messages(101, 400));
    it.center(150);
    expect(it.center(150)).to.equal(false);
    it.items = conversationItems(talkState(messages(1, 500)).conversations['k1']!);
    const { start, end } = it.layout(CONTEXT);
    expect((start + end) / 2).to.be.closeTo(250, 2);
  });

  it('can be a waiting message', () => {
    const pending = Array.from({ length: 200 }, (_, index) => pendingOf(`p${index}`));
    const it = reading(messages(1, 10), pending);
    it.center(110);
    const { start, end } = it.layout(CONTEXT);
    expect((start + end) / 2).to.be.closeTo(110, 2);
  });

  it('counts what is new, to the limit of the pill', () => {
    const it = reading(messages(1, 30));
    it.shown = 20;
    expect(it.news).to.equal(messages(21, 30).filter((entry) => entry.from === ANN).length);
    it.shown = 30;
    expect(it.news).to.equal(0);
    const long = reading(Array.from({ length: 5000 }, (_, index) => message(index + 1)));
    expect(long.news).to.equal(100);
  });

  it('marks the first message of somebody else', () => {
    const it = reading([message(1), message(2, 'x', VISITOR), message(3)]);
    expect(it.mark(1)).to.equal(2);
    expect(it.unread).to.equal(3);
    expect(it.mark(3)).to.equal(-1);
    expect(it.unread).to.equal(0);
  });
});

describe('addresses in a text', () => {
  const links = (text: string): unknown[] =>
    splitText(text).flatMap((segment) =>
      typeof segment === 'string' ? [] : [segment.host === undefined ? segment.text : [segment.text, segment.host]],
    );

  const FOUND: readonly [text: string, links: unknown[]][] = [
    ['see https://a.com/x_(y), ok', ['https://a.com/x_(y)']],
    ['(https://a.com)', ['https://a.com']],
    ['"https://a.com/?q=[1]".', ['https://a.com/?q=[1]']],
    ['https://a.com]]]', ['https://a.com']],
    ['请看https://a.com/b。谢谢', ['https://a.com/b']],
    ['www.example.com.', ['www.example.com']],
    ['HTTPS://A.COM/Path', ['HTTPS://A.COM/Path']],
    ['https://a.com:443/x', ['https://a.com:443/x']],
    ['https://[::1]:8080/x', ['https://[::1]:8080/x']],
    ['ann@example.com!', ['ann@example.com']],
    ['mailto:a@b.c?subject=x', ['mailto:a@b.c?subject=x']],
    ['tel:+49-30-1234', ['tel:+49-30-1234']],
    ['https://a.b and http://c.d', ['https://a.b', 'http://c.d']],
    ['no link: example.com, a@b, www..x, https://, tel:, xhttps://a.b', []],
    ['javascript:alert(1) data:text/html,x vbscript:x file:///etc blob:https://a.b/1', ['https://a.b/1']],
    ['https://paypal.com@evil.com/', [['https://paypal.com@evil.com/', 'evil.com']]],
    ['https://аррӏе.com', [['https://аррӏе.com', 'xn--80ak6aa92e.com']]],
    ['https://a.com\\@evil.com', [['https://a.com\\@evil.com', 'a.com']]],
    ['https:///evil.com', [['https:///evil.com', 'evil.com']]],
    ['http://0x7f.1', [['http://0x7f.1', '127.0.0.1']]],
    ['https://a.com\u202Emoc.live', ['https://a.com']],
  ];
  for (const [text, expected] of FOUND)
    it(`finds ${expected.length} in ${JSON.stringify(text)}`, () => expect(links(text)).to.deep.equal(expected));

  it('loses nothing of any text', () => {
    for (const [text] of FOUND)
      expect(
        splitText(text)
          .map((segment) => (typeof segment === 'string' ? segment : segment.text))
          .join(''),
      ).to.equal(text);
  });

  it('makes no more links than the budget of a window allows', () => {
    expect(links('http://a.b '.repeat(500)).length).to.equal(60);
  });

  it('takes no time over texts that are made to take it', () => {
    const bait = [
      'a',
      'a.',
      'www.',
      'a@',
      '@',
      'a@a.',
      'mailto:',
      'https://',
      'http://a.b ',
      '(',
      ')',
      'a-',
      'http://a.b/' + '('.repeat(50),
    ];
    // So long that what takes the square of it does not come back before the test runner gives up.
    for (const piece of bait) {
      const long = piece.repeat(Math.floor(1_000_000 / piece.length));
      expect(splitText(long)).to.not.equal(undefined);
      expect(splitText(`https://a.b/${long}`)).to.not.equal(undefined);
    }
  });

  it('lets through only the schemes on the list', () => {
    for (const url of ['https://a.b', 'HTTP://a.b', 'mailto:a@b.c', 'tel:1'])
      expect(safeUrl(url), url).to.be.instanceOf(URL);
    for (const url of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,x',
      'blob:https://a.b/x',
      'file:///x',
      '//a.b',
      'a',
      '',
      undefined,
      null,
      1,
      {},
    ])
      expect(safeUrl(url), JSON.stringify(url)).to.equal(undefined);
  });
});
