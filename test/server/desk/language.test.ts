import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from '../../../demo/agent/model/language.js';

test('the reader’s own way to write the page’s language comes first', () => {
  assert.equal(languageOf('en', ['de-AT', 'en-GB', 'en-US']), 'en-GB');
  assert.equal(languageOf('en', ['de-AT']), 'en');
  assert.equal(languageOf('', []), undefined);
});

test('a locale of the system that is no language tag is passed over', () => {
  assert.equal(languageOf('en', ['en-US@posix']), 'en');
  assert.equal(languageOf('en', ['en-US@posix', 'en-GB']), 'en-GB');
  assert.doesNotThrow(() => new Intl.DateTimeFormat(languageOf('en_US', ['en_US@posix'])));
});
