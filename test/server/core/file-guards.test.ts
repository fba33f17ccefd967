// What stands between a hostile name or content and whoever saves the file, put to seeded thousands of made-up ones.
import assert from 'node:assert/strict';
import path from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import { attachment, cleanName, nameFor } from '../../../demo/server/files/names.js';
import { agreed, sniff } from '../../../demo/server/files/sniff.js';
import { claimOf, DEFAULT_TYPES, endingOf, endingsOf, plainType } from '../../../demo/server/files/types.js';
import { MAX_FILE_NAME } from '../../../src/protocol/index.js';

const SEED = 26;
/** What names are deceiving with: directions, no width, paths, devices, endings, halves of characters, headers. */
const PIECES = [
  ...[
    '\u202e',
    '\u202d',
    '\u2066',
    '\u2069',
    '\u200b',
    '\u200f',
    '\u061c',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\ud800',
    '\udfff',
  ],
  ...['..', '/', '\\', ':', '\0', '\r\n', '"', '%', ';', "'", '<', '|', '*', '~', ' ', '.', '\u3000', '\u00a0'],
  ...[
    'con',
    'COM1',
    'nul.txt',
    'lpt9.',
    'exe',
    '.exe',
    '.png',
    '.svg',
    '.html',
    '.tar.gz',
    'filename="x"',
    '%2e%2e%2f',
  ],
  ...['ü', '漢字', '👩‍👩‍👧', 'e\u0301', '\u1e9b\u0323', 'ﷺ', 'x'.repeat(300), '__proto__', 'constructor'],
];
const name = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const type = fc.oneof(
  fc.constantFrom(
    ...DEFAULT_TYPES,
    'image/svg+xml',
    'text/html',
    '__proto__',
    'constructor',
    'TEXT/HTML; charset=x',
    '',
  ),
  fc.string({ maxLength: 20 }),
);
const DECEIVING = /[\p{Cc}\p{Cs}\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

test('whatever a file was called, its name is no path, no device, hides nothing and fits', () => {
  fc.assert(
    fc.property(name, (given) => {
      const clean = cleanName(given);
      assert.ok(clean.length > 0 && clean.length <= MAX_FILE_NAME, `${clean.length} characters`);
      assert.doesNotMatch(clean, DECEIVING);
      assert.doesNotMatch(clean, /[/\\<>:"|?*]|^[. ]|[. ]$/);
      assert.doesNotMatch(clean, /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      assert.equal(path.basename(clean), clean);
      assert.equal(Buffer.from(clean).toString(), clean);
      assert.equal(cleanName(clean), clean, 'a clean name stays as it is');
    }),
    { seed: SEED, numRuns: 5000 },
  );
});

test('what is saved ends as what it is, and the header has one name in it', () => {
  fc.assert(
    fc.property(name, type, (given, kind) => {
      const saved = nameFor(cleanName(given), kind);
      const endings = endingsOf(kind);
      if (endings.length > 0) assert.ok(endings.includes(endingOf(saved)), `${saved} as ${kind}`);
      assert.ok(saved.length <= MAX_FILE_NAME);
      const header = attachment(saved);
      assert.match(header, /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.%~!$&+^`|-]*$/);
      assert.equal(decodeURIComponent(header.split("UTF-8''")[1] ?? ''), saved);
    }),
    { seed: SEED, numRuns: 5000 },
  );
});

test('types are read without falling for words that mean something to objects', () => {
  fc.assert(
    fc.property(type, name, (kind, given) => {
      const plain = plainType(kind);
      assert.ok(plain === undefined || typeof plain === 'string');
      assert.ok(Array.isArray(endingsOf(kind)));
      const claim = claimOf(kind, given);
      assert.ok(claim === undefined || claim === claim.toLowerCase());
    }),
    { seed: SEED, numRuns: 5000 },
  );
});

/** The beginnings of real formats, of what browsers run, and of nothing. */
const HEADS = [
  ...[
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '<?xml version="1.0"?><svg>',
    '<x:svg xmlns:x="http://www.w3.org/2000/svg">',
  ],
  ...[
    '<!DOCTYPE html>',
    '<script>alert(1)</script>',
    '<html>',
    '<iframe src=x>',
    '\ufeff<svg>',
    '  \n<SVG onload=alert(1)>',
  ],
  ...['%PDF-1.7\n', 'GIF89a', 'MZ', '\x7fELF', 'plain words', '{"a":1}', 'a,b\n1,2', ''],
].map((text) => Buffer.from(text));
const BINARY = [
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
  Buffer.from([0x50, 0x4b, 3, 4]),
];
const content = fc
  .tuple(fc.constantFrom(...HEADS, ...BINARY), fc.uint8Array({ maxLength: 64 }), fc.constantFrom(...HEADS))
  .map(([head, middle, tail]) => Buffer.concat([head, middle, tail]));

test('content that a browser would run never passes as something that is taken, whatever it is called', async () => {
  await fc.assert(
    fc.asyncProperty(content, type, name, async (bytes, kind, given) => {
      const found = await sniff(() => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]));
      const decided = agreed(found, claimOf(kind, given) ?? null, given);
      if (decided === undefined) return;
      const claimed = claimOf(kind, given);
      // A type is what was found, or what the sender says of a container or of plain text.
      assert.ok(decided === found || decided === claimed || decided === 'text/csv');
      const text = bytes.toString('utf8');
      const runs = /^\ufeff?\s*<(?:!doctype html|html|script|iframe|(?:[\w-]+:)?svg|\?xml)/i.test(text);
      const readable = Buffer.from(text).equals(bytes) && !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
      if (runs && readable) assert.ok(!DEFAULT_TYPES.includes(decided), `${text.slice(0, 40)} is ${decided}`);
    }),
    { seed: SEED, numRuns: 3000 },
  );
});
