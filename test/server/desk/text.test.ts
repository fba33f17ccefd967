import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pieces, safeAddress } from '../../../demo/agent/model/text.js';
import { shortcutOf, type Keys } from '../../../demo/agent/page/shortcuts.js';

const key = (code: string, change: Partial<Keys> = {}): Keys => ({
  code,
  key: code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  defaultPrevented: false,
  isComposing: false,
  ...change,
});

describe('desk: addresses in a text', () => {
  it('cuts them out and keeps every character', () => {
    const text = 'See https://example.org/a?b=c, or http://example.org.';
    assert.equal(
      pieces(text)
        .map((piece) => piece.text)
        .join(''),
      text,
    );
    assert.deepEqual(
      pieces(text).flatMap((piece) => piece.href ?? []),
      ['https://example.org/a?b=c', 'http://example.org/'],
    );
  });

  it('makes no link of anything else', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'https://', '', '<a href=x>', 'mailto:a@b']) {
      assert.deepEqual(pieces(text), [{ text }]);
      assert.equal(text.startsWith('http') ? undefined : safeAddress(text), undefined);
    }
  });

  it('is quick with a long text', () => {
    // So long that what takes the square of it does not come back before the test runner gives up.
    for (const text of ['https://'.repeat(100_000) + ' '.repeat(1_000_000), `https://a${')'.repeat(1_000_000)}`])
      assert.equal(
        pieces(text)
          .map((piece) => piece.text)
          .join(''),
        text,
      );
  });
});

describe('desk: shortcuts', () => {
  it('are none without a modifier or a function key', () => {
    for (const code of ['KeyA', 'Digit1', 'Slash', 'ArrowDown', 'Enter'])
      assert.equal(shortcutOf(key(code)), undefined);
  });

  it('switch with Alt and a digit, whatever character that makes', () => {
    assert.deepEqual(shortcutOf(key('Digit3', { altKey: true, key: '£' })), { type: 'open', index: 2 });
    assert.equal(shortcutOf(key('Digit3', { altKey: true, ctrlKey: true })), undefined);
    assert.equal(shortcutOf(key('Digit3', { altKey: true, isComposing: true })), undefined);
  });

  it('know F6, help and Escape', () => {
    assert.deepEqual(shortcutOf(key('F6', { shiftKey: true })), { type: 'part', back: true });
    assert.deepEqual(shortcutOf(key('Slash', { ctrlKey: true })), { type: 'help' });
    assert.deepEqual(shortcutOf(key('Escape')), { type: 'back' });
    assert.equal(shortcutOf(key('Escape', { defaultPrevented: true })), undefined);
  });
});
