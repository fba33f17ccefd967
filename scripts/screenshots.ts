/**
 * npm run screenshots: every state of every element, from the state table, in light, in dark, from right to left, in forced
 * colours and on a phone, as sheets in screenshots/; and the pictures of the README, in docs/images/.
 *   --readme, --states   only these
 *   any other argument   only elements whose tag contains it
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { Desk } from '../test/e2e/rig/desk.js';
import { AGENTS, ServerProcess } from '../test/e2e/rig/server.js';
import { Visitor } from '../test/e2e/rig/visitor.js';
import { Watch } from '../test/e2e/rig/watch.js';
import { stateTable } from '../test/helpers/state-table.js';
import { NOW } from '../test/helpers/states.js';
import { findChrome } from './testing/test-browser.js';

process.chdir(path.resolve(import.meta.dirname, '..'));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { readme: { type: 'boolean' }, states: { type: 'boolean' } },
});

const GALLERY = `<!doctype html>
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<style>
  body { margin: 16px; font: 16px/1.5 system-ui, 'Noto Sans', 'Noto Sans Arabic', sans-serif; background: light-dark(#e9ebef, #0b0c0e); }
  main { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }
  figure { margin: 0; inline-size: min(410px, 100%); }
  figcaption { font-size: 13px; color: light-dark(#555, #aaa); }
  .box { position: relative; background: light-dark(#fff, #17191d); translate: 0; overflow: clip; }
  .box.chat-launcher { padding: 16px; display: flow-root; }
  .box.chat-message, .box.chat-header { min-block-size: 60px; }
  .box.chat-transcript { display: flex; block-size: 420px; }
  .box.chat-transcript > * { flex: 1; }
  .box.chat-window { display: flow-root; block-size: 800px; background: none; }
  .box.chat-window > [mode='inline'] { display: block; block-size: 640px; }
  /* Room for what opens above the button. */
  .box:is(.chat-emojis, .chat-actions) { display: grid; block-size: 440px; padding: 8px; align-content: end; }
  /* Room for the menu and the question of the header. */
  .box.chat-header { overflow: visible; }
</style>
<main></main>
<script type="module" src="/gallery.js"></script>`;

const { executablePath, args, env } = await findChrome();
const browser = await chromium.launch({ executablePath, args, ...(env && { env }) });
try {
  if (!values.readme) await photographStates(browser);
  if (!values.states && positionals.length === 0) await photographDemo(browser);
} finally {
  await browser.close();
}

// ── Every state ──────────────────────────────────────────────────────────────────────────────────────────────────

type Look = { readonly name: string; readonly query: string; readonly options: BrowserContextOptions };

async function photographStates(browser: Browser): Promise<void> {
  const sheet: BrowserContextOptions = { viewport: { width: 1760, height: 900 }, reducedMotion: 'reduce' };
  const phone = {
    viewport: { width: 390, height: 780 },
    reducedMotion: 'reduce',
    hasTouch: true,
    isMobile: true,
  } as const;
  const looks: readonly Look[] = [
    { name: 'light', query: '', options: { ...sheet, colorScheme: 'light' } },
    { name: 'dark', query: '', options: { ...sheet, colorScheme: 'dark' } },
    { name: 'rtl', query: '&lang=ar&dir=rtl', options: { ...sheet, colorScheme: 'light' } },
    { name: 'forced', query: '', options: { ...sheet, forcedColors: 'active' } },
    { name: 'phone', query: '', options: { ...phone, colorScheme: 'light' } },
  ];
  const code = await bundleGallery();
  const tags = [...new Set(stateTable.map(({ element }) => element))].filter((tag) =>
    positionals.every((part) => tag.includes(part)),
  );
  for (const look of looks) {
    const folder = `screenshots/${look.name}`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const page = await galleryPage(browser, look, code);
    for (const tag of tags) {
      // On a phone the open window is alone on the screen: each state is a picture.
      const alone = look.name === 'phone' && tag === 'chat-window';
      const names = alone ? stateTable.filter(({ element }) => element === tag).map(({ name }) => name) : [undefined];
      for (const name of names) {
        const query = `element=${tag}${look.query}${name === undefined ? '' : `&name=${encodeURIComponent(name)}`}`;
        await page.goto(`http://gallery.localhost/?${query}`);
        await page.waitForTimeout(300);
        const file = `${folder}/${[tag, name?.replaceAll(/\W+/g, '-')].filter(Boolean).join(' ')}.png`;
        await page.screenshot({ path: file, fullPage: !alone });
      }
    }
    await page.context().close();
    console.log(folder);
  }
}

async function bundleGallery(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['scripts/screenshots/gallery.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: 'tsconfig.json',
    // Our "sideEffects" speaks of dist/: read against sources, it drops the modules that register elements.
    ignoreAnnotations: true,
  });
  return outputFiles[0]!.text;
}

/** A page whose only server is this script, at a moment that is always the same. */
async function galleryPage(browser: Browser, { options }: Look, code: string): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.clock.setFixedTime(NOW);
  await page.route('http://gallery.localhost/**', (route) =>
    new URL(route.request().url()).pathname === '/gallery.js'
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html; charset=utf-8', body: GALLERY }),
  );
  return page;
}

// ── The README ───────────────────────────────────────────────────────────────────────────────────────────────────

async function photographDemo(browser: Browser): Promise<void> {
  const server = await ServerProcess.launch();
  const options = {
    baseURL: server.origin,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  } as const;
  const watch = new Watch();
  const open = async (more: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ ...options, ...more });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    watch.add(page, 'demo');
    return page;
  };
  try {
    const shop = await open({ viewport: { width: 1440, height: 880 } });
    await shop.addInitScript(() => {
      addEventListener('chat-before-start', ({ detail }: CustomEventInit<{ profile: object }>) => {
        Object.assign(detail!.profile, { nickname: 'Alex' });
      });
    });
    await shop.goto('/');
    const visitor = new Visitor(shop, 'Alex', watch);
    const desk = new Desk(await open({ viewport: { width: 1280, height: 800 } }));
    await desk.page.goto('/agent/');
    const [agent] = AGENTS;
    await desk.signIn(agent.name, agent.password);
    await visitor.open();
    await visitor.send('Hello! Do the Tide bowls come in the green of the mugs?');
    await desk.accept('Alex');
    await desk.send('Good morning! They do, and in two sizes. The small ones come out of the kiln on Friday.');
    await visitor.sees('Good morning! They do, and in two sizes. The small ones come out of the kiln on Friday.');
    await visitor.send('Lovely. Could you put two aside for me?');
    await desk.sees('Lovely. Could you put two aside for me?');
    await desk.send('Done. They wait under your name.');
    await visitor.sees('Done. They wait under your name.');
    await visitor.field.blur();
    await shop.evaluate(() => document.querySelector('#shop')!.scrollIntoView({ behavior: 'instant' }));
    await shop.waitForTimeout(1500);
    mkdirSync('docs/images', { recursive: true });
    await keep(shop, 'docs/images/shop.webp');
    await keep(desk.page, 'docs/images/desk.webp');
    for (const problem of watch.take()) console.error(problem);
  } finally {
    await server.stop();
  }
}

/** Playwright writes PNG, which is several times as large: the browser itself makes a WebP of it. */
async function keep(page: Page, file: string): Promise<void> {
  const png = (await page.screenshot()).toString('base64');
  const blank = await page.context().newPage();
  const webp = await blank.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  }, png);
  await blank.close();
  writeFileSync(file, Buffer.from(webp));
  console.log(file, `${Math.round(webp.length / 1024)} KiB`);
}
