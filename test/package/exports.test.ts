import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { useConsumer } from './consumer.js';

const consumer = useConsumer();

const nodeSays = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: consumer.folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

test('every entry of the exports map has its file and its types', () => {
  const entries = consumer.entries();
  assert.ok(entries.length > 20, `only ${entries.length} entries`);
  const missing = entries
    .flatMap(({ file, types }) => [file, types])
    .filter((file) => !existsSync(path.join(consumer.package, file)));
  assert.deepEqual(missing, []);
});

test('every entry can be imported in plain Node, with the declared dependencies alone', () => {
  const specifiers = consumer.entries().map((entry) => entry.specifier);
  const said = nodeSays(`
    const failed = [];
    for (const name of ${JSON.stringify(specifiers)}) await import(name).catch((error) => failed.push(name + ': ' + error.message));
    console.log(JSON.stringify(failed));
  `);
  assert.deepEqual(JSON.parse(said), []);
});

test('an import in Node keeps no process alive and needs no DOM', () => {
  // A timer or a socket that were left open would hold this up.
  assert.equal(nodeSays(`import 'live-chat-elements/define/all'; console.log(typeof document)`), 'undefined\n');
});

test('the manifest and the package file can be read, and what is internal can not', () => {
  nodeSays(`
    import { createRequire } from 'node:module';
    const require = createRequire(process.cwd() + '/');
    require('live-chat-elements/custom-elements.json');
    require('live-chat-elements/package.json');
  `);
  for (const internal of ['engine.js', 'elements/chat-header.styles', 'platform/idb-store.js', 'dist/index.js'])
    assert.throws(
      () => nodeSays(`await import('live-chat-elements/${internal}')`),
      /ERR_PACKAGE_PATH_NOT_EXPORTED/,
      internal,
    );
});

test('the package holds what it needs, and neither sources nor tests', () => {
  const tops = new Set(consumer.files().map((name) => name.split('/')[0]));
  assert.deepEqual([...tops].sort(), [
    'LICENSE',
    'README.md',
    'cdn',
    'custom-elements.json',
    'dist',
    'package.json',
    'vscode.css-custom-data.json',
    'vscode.html-custom-data.json',
  ]);
});
