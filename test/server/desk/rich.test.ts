import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CANNED, COMPOSED, composed, EMPTY_SHEET, partsOf, showsKind } from '../../../demo/agent/model/rich.js';

describe('what an agent composes', () => {
  test('is a message of its kind, and a text that says the same', () => {
    assert.deepEqual(composed({ ...EMPTY_SHEET, kind: 'quick-replies', text: 'Which?', lines: 'Red\n\n Blue ' }), {
      text: 'Which?\n• Red\n• Blue',
      rich: {
        v: 1,
        kind: 'quick-replies',
        text: 'Which?',
        options: [
          { id: 'o1', label: 'Red' },
          { id: 'o2', label: 'Blue' },
        ],
      },
    });
    assert.deepEqual(composed({ ...EMPTY_SHEET, text: 'Hello' }), { text: 'Hello' });
  });

  test('of every kind fits the schema once it is filled in, and not before', () => {
    for (const kind of COMPOSED) {
      assert.equal(composed({ ...EMPTY_SHEET, kind, address: 'javascript:x' }), undefined, kind);
      const whole = composed({
        kind,
        text: 'Words',
        title: 'Title',
        lines: 'One\nTwo',
        address: 'https://shop.example/',
      });
      assert.equal(whole?.rich?.kind, kind === 'text' ? undefined : kind, kind);
    }
    assert.ok(partsOf('form').lines);
  });

  test('of a form asks for what the lines say', () => {
    const rich = composed({
      ...EMPTY_SHEET,
      kind: 'form',
      title: 'Who?',
      lines: 'Name *\nE-mail\nDate of birth',
    })?.rich;
    assert.deepEqual(rich?.kind === 'form' && rich.fields, [
      { name: 'f1', label: 'Name', type: 'text', required: true },
      { name: 'f2', label: 'E-mail', type: 'email' },
      { name: 'f3', label: 'Date of birth', type: 'date' },
    ]);
  });

  test('ready-made replies can be sent as they are', () => {
    for (const canned of CANNED) assert.ok(composed(canned), canned.name);
  });

  test('what a visitor’s client shows is known from what it has announced', () => {
    assert.ok(showsKind(['rich'], 'form'));
    assert.ok(showsKind(['rich:form'], 'form'));
    assert.ok(!showsKind(['rich:form'], 'list'));
    assert.ok(!showsKind(undefined, 'list'));
    assert.ok(showsKind([], 'text'));
  });
});
