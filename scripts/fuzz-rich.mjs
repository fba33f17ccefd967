// npm run fuzz:rich -- --runs 100000 --seed 1: generated rich messages (good, damaged, hostile) through parser and
// renderer, in a real Chromium and a transcript of the sources, under a policy that allows no inline script and no HTML
// sink. Prints one line of figures; each fault before it, with the message that it came of. Exit code 1 when there is one.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { register } from 'tsx/esm/api';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed))
  throw new RangeError('--runs and --seed must be whole numbers, --runs at least 1');

process.chdir(path.resolve(import.meta.dirname, '..'));
register();
const { findChrome } = await import('./testing/test-browser.ts');

const { outputFiles } = await build({
  entryPoints: ['test/bench/rich-fuzz.ts'],
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  logLevel: 'error',
});

const POLICY = "script-src 'self'; object-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

const { shell, ...options } = await findChrome();
const browser = await chromium.launch({ ...options, headless: true });
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  const errors = [];
  page.on('pageerror', (error) => errors.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => errors.push(`a dialog: ${dialog.message()}`) && dialog.dismiss());
  await page.exposeFunction('told', (done) => process.stderr.write(`\r${done} of ${runs}`));
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/fuzz.js') return route.fulfill({ contentType: 'text/javascript', body: outputFiles[0].text });
    return route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': POLICY },
      body: '<!doctype html><script src="/fuzz.js"></script>',
    });
  });
  await page.goto('http://localhost/');
  const started = performance.now();
  const result = await page.evaluate(([count, from]) => globalThis.fuzz(count, from, globalThis.told), [runs, seed]);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const faults = [...new Set([...result.faults, ...errors])];
  process.stderr.write('\r');
  for (const fault of faults) console.log(fault);
  const { made, rich, nodes, pressed } = result;
  console.log(
    `${result.runs} messages of seed ${seed} (${made.valid} valid, ${made.invalid} invalid, ${made.hostile} hostile): ` +
      `${rich} drawn as more than text, ${nodes} elements looked at, ${pressed} buttons pressed, ` +
      `${faults.length} faults, ${seconds} s`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await browser.close();
}
