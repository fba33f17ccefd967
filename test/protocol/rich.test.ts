/** Rich messages at the edge: what is taken, what is refused, and that nothing hostile costs more than it should. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  closesAt,
  isModest,
  isOnce,
  misfit,
  problemOf,
  readCard,
  readChoice,
  readRich,
  RICH_KINDS,
  type RichChoice,
  type RichContent,
} from '../../src/protocol/rich.js';
import { SAMPLES } from '../helpers/rich-samples.js';

const choice = (ids: readonly string[], values?: RichChoice['values']): RichChoice => ({
  of: 3,
  ids: [...ids],
  values,
});

describe('rich content', () => {
  test('a message of every kind is read as it is', () => {
    for (const kind of RICH_KINDS) assert.deepEqual(readRich(SAMPLES[kind]), SAMPLES[kind], kind);
    assert.deepEqual(Object.keys(SAMPLES), [...RICH_KINDS]);
  });

  test('unknown kinds, other versions and damaged ones are none, so that their text is shown', () => {
    for (const bad of [
      undefined,
      null,
      [],
      'quick-replies',
      { ...SAMPLES.menu, kind: 'hologram' },
      { ...SAMPLES.menu, v: 2 },
      { ...SAMPLES.menu, options: [] },
      {
        ...SAMPLES.menu,
        options: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      },
      { ...SAMPLES.carousel, cards: [SAMPLES.carousel.cards[0], SAMPLES.carousel.cards[0]] },
      { ...SAMPLES.markdown, text: 'half \uD83D' },
      { ...SAMPLES['date-time'], slots: [{ id: 'a', start: 1 }] },
      { ...SAMPLES['adaptive-card'], card: { type: 'AdaptiveCard', body: [{ type: 'Media' }] } },
    ])
      assert.equal(readRich(bad), undefined, JSON.stringify(bad));
  });

  test('addresses are of the schemes that may be shown and followed, and of no others', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'JAVASCRIPT:x',
      ' file:///etc/passwd',
      '//x.example',
      'x',
    ]) {
      assert.equal(readRich({ ...SAMPLES.link, url }), undefined, url);
      assert.equal(readRich({ ...SAMPLES.image, image: { ...SAMPLES.image.image, url } }), undefined, url);
    }
    assert.ok(readRich({ ...SAMPLES.link, url: 'mailto:bo@shop.example' }));
    assert.equal(readRich({ ...SAMPLES.image, image: { url: 'mailto:bo@shop.example', alt: '' } }), undefined);
  });

  test('what is too large or too deep is refused before it is looked at', () => {
    assert.equal(readRich({ ...SAMPLES.custom, data: 'x'.repeat(20_000) }), undefined);
    let deep: unknown = 'x';
    for (let i = 0; i < 50_000; i++) deep = [deep];
    assert.equal(isModest(deep), false);
    assert.equal(isModest(Array.from({ length: 1e6 }, () => 1)), false);
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1]));
    assert.equal(isModest(wide), false);
  });

  test('whatever comes, reading never throws, and what is read is read again as the same', () => {
    const kinds = fc.constantFrom(...RICH_KINDS);
    const junk = fc.jsonValue({ maxDepth: 4 });
    const damaged = fc
      .record({
        kind: kinds,
        name: fc.constantFrom(
          'options',
          'buttons',
          'cards',
          'fields',
          'card',
          'text',
          'image',
          'seconds',
          'url',
          'data',
        ),
        junk,
      })
      .map(({ kind, name, junk: value }) => ({ ...SAMPLES[kind], [name]: value }));
    fc.assert(
      fc.property(fc.oneof(junk, damaged), (value) => {
        const read = readRich(value);
        if (read) assert.deepEqual(readRich(read), read);
      }),
      { numRuns: 3000 },
    );
  });

  test('a card of another maker keeps what is known of it, within bounds', () => {
    const parts = fc.letrec((tie) => ({
      part: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.record({
          type: fc.constantFrom(
            'Container',
            'Column',
            'ColumnSet',
            'TextBlock',
            'Image',
            'FactSet',
            'ActionSet',
            'Input.ChoiceSet',
            'Nothing',
          ),
          text: fc.jsonValue(),
          url: fc.webUrl(),
          items: fc.array(tie('part'), { maxLength: 4 }),
          columns: fc.array(tie('part'), { maxLength: 4 }),
          fallback: tie('part'),
        }),
      ),
    })).part;
    fc.assert(
      fc.property(fc.array(parts), (body) => {
        const card = readCard({ type: 'AdaptiveCard', body });
        assert.ok(
          (JSON.stringify(card?.body ?? []).match(/"type":"(?:text|picture|facts|box|columns|input|actions)"/g) ?? [])
            .length <= 200,
        );
      }),
      { numRuns: 1000 },
    );
    assert.equal(readCard({ type: 'AdaptiveCard', body: [{ type: 'Image', url: 'javascript:x' }] }), undefined);
    assert.deepEqual(
      readCard({ type: 'AdaptiveCard', body: [{ type: 'New', fallback: { type: 'TextBlock', text: 'old' } }] })?.body,
      [{ type: 'text', text: 'old', look: 'plain' }],
    );
  });
});

describe('choices', () => {
  test('fit what could be chosen', () => {
    const fits = (content: RichContent, ids: readonly string[], values?: RichChoice['values']) =>
      misfit(content, choice(ids, values)) === undefined;
    assert.ok(fits(SAMPLES['quick-replies'], ['blue']));
    assert.ok(!fits(SAMPLES['quick-replies'], ['green']));
    assert.ok(!fits(SAMPLES['quick-replies'], ['red', 'blue']));
    assert.ok(!fits(SAMPLES['quick-replies'], []));
    assert.ok(fits(SAMPLES.buttons, ['yes']));
    assert.ok(!fits(SAMPLES.buttons, ['see']), 'a button that leads elsewhere chooses nothing');
    assert.ok(fits(SAMPLES.list, ['blue', 'red']));
    assert.ok(!fits(SAMPLES.list, ['blue', 'blue']));
    assert.ok(fits(SAMPLES.carousel, ['green']));
    assert.ok(fits(SAMPLES.form, [], { name: 'Bo', way: 'post', gift: true }));
    assert.ok(!fits(SAMPLES.form, [], { way: 'post' }), 'the name is missing');
    assert.ok(!fits(SAMPLES.form, [], { name: 'Bo', way: 'balloon' }));
    assert.ok(!fits(SAMPLES.form, [], { name: 'Bo', other: 'x' }));
    assert.ok(fits(SAMPLES['date-time'], [], { value: '2026-05-01' }));
    assert.ok(!fits(SAMPLES['date-time'], [], { value: '2031-05-01' }));
    assert.ok(!fits(SAMPLES['date-time'], []));
    assert.ok(fits(SAMPLES['adaptive-card'], ['send'], { note: 'Ring twice' }));
    assert.ok(!fits(SAMPLES.image, ['x']), 'there is nothing to choose');
  });

  test('what is filled in is what the field asks for', () => {
    const number = { name: 'n', label: 'N', type: 'number', min: '1', max: '5' } as const;
    assert.equal(problemOf(number, '3'), undefined);
    assert.equal(problemOf(number, '9'), 'wrong');
    assert.equal(problemOf(number, 'three'), 'wrong');
    assert.equal(problemOf({ ...number, required: true }, ''), 'missing');
    assert.equal(problemOf({ name: 'm', label: 'M', type: 'email' }, 'bo@shop.example'), undefined);
    assert.equal(problemOf({ name: 'm', label: 'M', type: 'email' }, 'bo'), 'wrong');
    assert.equal(problemOf({ name: 't', label: 'T', type: 'text', maxLength: 2 }, 'abc'), 'wrong');
  });

  test('only menus close by themselves, and only what says so takes more than one', () => {
    assert.equal(closesAt(SAMPLES.menu, 1000), 61_000);
    assert.equal(closesAt(SAMPLES.buttons, 1000), undefined);
    assert.equal(isOnce(SAMPLES.menu), true);
    assert.equal(isOnce({ ...SAMPLES.buttons, once: false }), false);
  });

  test('those that can not be read are none', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readChoice(value)));
    assert.equal(readChoice({ of: 0, ids: [] }), undefined);
    assert.equal(readChoice({ of: 1, ids: ['a\0'] }), undefined);
    assert.equal(readChoice({ of: 1, ids: [], values: { a: '\0' } }), undefined);
    assert.deepEqual(readChoice({ of: 1, ids: ['a'] }), { of: 1, ids: ['a'] });
  });
});
