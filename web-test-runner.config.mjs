import { existsSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import puppeteer from 'puppeteer-core';
import { register } from 'tsx/esm/api';
import { chatServer } from './scripts/testing/chat-server.mjs';
import { testPage } from './scripts/testing/cloneable-failures.mjs';
import { emulateFeatures } from './scripts/testing/emulate-features.mjs';
import { FOLDERS, testFiles } from './scripts/testing/files.mjs';
import { withFreshPages } from './scripts/testing/fresh-pages.mjs';
import { slowModules } from './scripts/testing/slow-modules.mjs';
import { totalsReporter } from './scripts/testing/totals-reporter.mjs';
import { findMiniBrowser, webkitLauncher } from './scripts/testing/webkit-launcher.mjs';

// The chat server and the browser finder are TypeScript.
register();
const { findChrome } = await import('./scripts/testing/test-browser.ts');

function demand(found, browser) {
  if (found) return found;
  console.error(
    `${browser} not found. On Debian: apt-get install --no-install-recommends ` +
      'chromium firefox-esr webkit2gtk-driver xvfb xauth',
  );
  process.exit(1);
}

const launchers = {
  async chromium() {
    const { shell, ...options } = await findChrome();
    return withFreshPages(chromeLauncher({ launchOptions: { ...options, headless: shell ? 'shell' : true } }));
  },
  firefox() {
    const paths = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
    const executablePath = demand(
      paths.find((file) => file && existsSync(file)),
      'Firefox',
    );
    // Over WebDriver BiDi, which Puppeteer speaks to a stock Firefox: no geckodriver, and keys and viewport work.
    return withFreshPages(chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath } }));
  },
  webkit() {
    demand(findMiniBrowser() && existsSync('/usr/bin/WebKitWebDriver'), 'WebKitGTK with its WebDriver');
    demand(process.env.DISPLAY ?? existsSync('/usr/bin/xvfb-run'), 'A display for WebKitGTK (xvfb)');
    return webkitLauncher();
  },
};

const names = (process.env.BROWSERS ?? 'chromium').split(',');

export default {
  files: process.env.TEST_FILES?.split(',') ?? testFiles(FOLDERS.browser),
  browsers: await Promise.all(names.map((name) => launchers[name]())),
  // A page behind another one gets no frames: what waits for one would wait for its turn.
  concurrency: 1,
  // By default engine.io-client resolves to its Node build; with the development condition socket.io-parser imports a
  // CommonJS package. So the production build of Lit is what is tested.
  nodeResolve: { browser: true, exportConditions: ['browser'] },
  plugins: [
    // Without the tsconfig, decorators reach the browser as they are.
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    a11ySnapshotPlugin(),
    emulateFeatures(),
    chatServer(),
    ...(process.env.SLOW_MODULES ? [slowModules(Number(process.env.SLOW_MODULES))] : []),
  ],
  testRunnerHtml: testPage,
  // A machine with two busy cores takes its time.
  testFramework: { config: { timeout: '30000' } },
  reporters: [
    defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }),
    ...(process.env.TOTALS_FILE ? [totalsReporter(process.env.TOTALS_FILE)] : []),
  ],
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text-summary', 'lcovonly', 'html'] },
};
