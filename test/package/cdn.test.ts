import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useConsumer } from './consumer.js';

const consumer = useConsumer();
/** What comes in pieces, each whole by itself. */
const CHUNKED = ['cdn/chunked', 'cdn/genesys'];
const scripts = (folder: string): string[] => consumer.files(folder).filter((name) => name.endsWith('.js'));

const SINKS =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|unsafeHTML|unsafeSVG|parseFromString|createContextualFragment|srcdoc)\b|(?<!\.)\beval\s*\((?![\w,]*\)\s*\{)|\bnew Function\b|\bdocument\.write/g;

test('our own code has no HTML sink and builds no code from text', () => {
  const own = scripts('dist').flatMap((name) =>
    (consumer.read(name).match(SINKS) ?? []).map((sink) => `${name}: ${sink}`),
  );
  assert.deepEqual(own, []);
});

test('the only HTML sink in the files for the CDN is the one that Lit makes its templates with', () => {
  const single = consumer.read('cdn/live-chat.min.js').match(SINKS);
  const chunked = CHUNKED.map((folder) => scripts(folder).flatMap((name) => consumer.read(name).match(SINKS) ?? []));
  assert.deepEqual([single, ...chunked], [['innerHTML'], ['innerHTML'], ['innerHTML']]);
});

test('Lit’s Trusted Types policy has our name in the files for the CDN', () => {
  const policies = (name: string): (string | undefined)[] =>
    [...consumer.read(name).matchAll(/createPolicy\(["'`]([\w-]+)/g)].map((match) => match[1]);
  assert.deepEqual(policies('cdn/live-chat.min.js'), ['live-chat-elements']);
  for (const folder of CHUNKED) assert.deepEqual(scripts(folder).flatMap(policies), ['live-chat-elements'], folder);
});

test('the single file imports nothing, and the chunked ones only each other', () => {
  const imports = (name: string): string[] =>
    [...consumer.read(name).matchAll(/\b(?:from|import)\s*\(?\s*["']([./@\w-]+)["']/g)].map((match) => match[1]!);
  assert.deepEqual(imports('cdn/live-chat.min.js'), []);
  assert.deepEqual(
    CHUNKED.flatMap(scripts)
      .flatMap(imports)
      .filter((from) => !/^\.{1,2}\//.test(from)),
    [],
  );
});

test('nothing in the package names a folder of the machine it was built on', () => {
  const told = consumer
    .files()
    .filter((name) => /\.(js|map|json|ts)$/.test(name) && /\/(home|root|work|tmp|Users)\//.test(consumer.read(name)));
  assert.deepEqual(told, []);
});
