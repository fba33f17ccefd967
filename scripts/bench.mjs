// npm run bench: what one more message costs in a transcript of 10,000 beside one of 100, and how many DOM nodes there
// are at several lengths. In a real Chromium, on the sources. Exit code 1 when a limit is passed.
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { register } from 'tsx/esm/api';

const LONG = 10_000;
const SHORT = 100;
const APPENDS = 100;
const MAX_RATIO = 1.25;
const MAX_NODES = 1000;

process.chdir(path.resolve(import.meta.dirname, '..'));
register();
const { findChrome } = await import('./testing/test-browser.ts');

const { outputFiles } = await build({
  entryPoints: ['test/bench/append.ts'],
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  logLevel: 'error',
});

const { shell, ...options } = await findChrome();
const browser = await chromium.launch({ ...options, headless: true });
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  page.on('pageerror', (error) => {
    throw error;
  });
  // An isolated page has a fine clock: otherwise a tenth of a millisecond is all that can be told.
  const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', headers, body: '<!doctype html>' }));
  await page.goto('http://localhost/');
  await page.addScriptTag({ content: outputFiles[0].text });
  const { times, nodes } = await page.evaluate(
    ([lengths, appends, others]) => globalThis.bench(lengths, appends, others),
    [[LONG, SHORT], APPENDS, [1000, 100_000]],
  );

  const at = (values, part) => values[Math.min(values.length - 1, Math.floor(values.length * part))];
  const ms = (value) => `${value.toFixed(2)} ms`;
  for (const length of [SHORT, LONG])
    console.log(
      `append to ${String(length).padStart(6)}: p50 ${ms(at(times[length], 0.5))}, p95 ${ms(at(times[length], 0.95))}`,
    );
  const ratio = at(times[LONG], 0.5) / at(times[SHORT], 0.5);
  console.log(`ratio of the p50 of ${APPENDS} appends: ${ratio.toFixed(2)} (limit ${MAX_RATIO})`);
  for (const [length, count] of Object.entries(nodes))
    console.log(`nodes at ${String(length).padStart(8)}: ${count} (limit ${MAX_NODES})`);

  const failed = ratio > MAX_RATIO || Object.values(nodes).some((count) => count > MAX_NODES);
  console.log(failed ? 'A limit is passed.' : 'Within the limits.');
  process.exitCode = failed ? 1 : 0;
} finally {
  await browser.close();
}
