import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CookieJar } from '../../../src/facades/genesys/cookie.js';
import { unwrap } from '../../../src/facades/genesys/inputs.js';

const input = (type: string, localName = 'input') => ({ nodeType: 1, localName, type, value: '' });

test('a jQuery object, a NodeList and an array stand for their first element', () => {
  const element = input('text');
  for (const value of [element, { jquery: '3.7.1', length: 1, 0: element }, [element]])
    assert.equal(unwrap(value), element);
  for (const value of [undefined, null, 'x', 7, {}, { length: 0 }]) assert.equal(unwrap(value), value);
});

test('the jar sets, gets and removes cookies, whatever is in their names and values', () => {
  const written: string[] = [];
  const cookies = new Map<string, string>();
  const jar = new CookieJar({
    get cookie() {
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(text: string) {
      written.push(text);
      const [pair = ''] = text.split(';');
      const at = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970/.test(text)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    },
  });
  jar.set('a;b', '{"x": "1; 2"}', { path: '/chat', sameSite: 'Lax', secure: true, domain: 'x.example', expires: 1 });
  assert.match(written[0]!, /^a%3Bb=%7B.*; expires=.* GMT; path=\/chat; domain=x.example; samesite=Lax; secure$/);
  assert.equal(jar.get('a;b'), '{"x": "1; 2"}');
  assert.equal(jar.get('a'), undefined);
  jar.remove('a;b');
  assert.equal(jar.get('a;b'), undefined);
});
