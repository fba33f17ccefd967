import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT, useConsumer } from './consumer.js';

const consumer = useConsumer();

/** What tsc has against a strict consumer of all entries, and of the typings that the sources are checked with. */
function complaints(module: string, moduleResolution: string): string {
  const all = consumer
    .entries()
    .map(({ specifier }, index) => `import * as entry${index} from '${specifier}';\nvoid entry${index};`);
  consumer.write('src/entries.ts', all.join('\n'));
  for (const name of readdirSync(path.join(ROOT, 'test/typings'))) {
    const code = readFileSync(path.join(ROOT, 'test/typings', name), 'utf8');
    // What the sources import by file, a consumer imports by entry: without an ending, and without `index`.
    const entry = (_all: string, file: string) =>
      `'${['live-chat-elements', ...file.split('/').filter((part) => part !== 'index')].join('/')}'`;
    consumer.write(`src/${name}`, code.replaceAll(/'\.\.\/\.\.\/src\/(.+?)\.js'/g, entry));
  }
  const compilerOptions = {
    module,
    moduleResolution,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    noEmit: true,
  };
  consumer.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }));
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', consumer.folder],
    { encoding: 'utf8' },
  );
  return stdout;
}

test('the types hold for a strict consumer that also checks the libraries, with a bundler', () => {
  assert.equal(complaints('esnext', 'bundler'), '');
});

test('the types hold for a strict consumer that also checks the libraries, in Node', () => {
  assert.equal(complaints('nodenext', 'nodenext'), '');
});
