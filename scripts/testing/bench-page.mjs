// An empty, isolated page in a real Chromium, with a module of test/bench in it.
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { register } from 'tsx/esm/api';

/** Runs `use` with the page; whatever goes wrong in the page fails it. */
export async function inPage(entry, use) {
  process.chdir(path.resolve(import.meta.dirname, '../..'));
  register();
  const { findChrome } = await import('./test-browser.ts');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    // The package says which of its built files have side effects; these are the sources.
    ignoreAnnotations: true,
    logLevel: 'error',
  });
  const { shell, ...options } = await findChrome();
  const browser = await chromium.launch({ ...options, headless: true });
  try {
    const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    const broken = new Promise((_, reject) => page.on('pageerror', reject));
    // An isolated page has a fine clock: otherwise a tenth of a millisecond is all that can be told.
    const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', headers, body: '<!doctype html>' }));
    await page.goto('http://localhost/');
    await page.addScriptTag({ content: outputFiles[0].text });
    return await Promise.race([use(page), broken]);
  } finally {
    await browser.close();
  }
}
