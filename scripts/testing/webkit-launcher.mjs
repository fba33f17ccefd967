// A Web Test Runner launcher for WebKitGTK's own WebDriver, on plain fetch: the webdriverio launcher would bring
// packages that download drivers when they are installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const MINI_BROWSERS = ['4.1', '6.0', '4.0'].flatMap((version) =>
  ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'].map(
    (folder) => `${folder}/webkit2gtk-${version}/MiniBrowser`,
  ),
);

export const findMiniBrowser = () => process.env.WEBKIT_PATH ?? MINI_BROWSERS.find((file) => existsSync(file));

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

export function webkitLauncher({ width = 1280, height = 900 } = {}) {
  let base;
  let session;
  let driver;
  let active;
  let booting;

  async function call(method, path, body) {
    const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  async function untilReady() {
    for (let tries = 100; ; tries--) {
      try {
        return await call('GET', '/status');
      } catch (error) {
        if (tries === 0) throw error;
        await sleep(100);
      }
    }
  }

  async function boot() {
    const port = await freePort();
    // MiniBrowser has no headless mode: it must have a display, or it does not open.
    const display = process.env.DISPLAY ? [] : ['xvfb-run', '-a', '-s', `-screen 0 ${width}x${height}x24`];
    const [command, ...args] = [...display, 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'];
    // Detached makes it a process group, so that one signal ends xvfb-run, Xvfb, the driver and the browser.
    driver = spawn(command, args, { stdio: 'ignore', detached: true });
    driver.on('error', () => undefined); // untilReady() tells
    base = `http://127.0.0.1:${port}`;
    await untilReady();
    const { sessionId, capabilities } = await call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
        },
      },
    });
    session = `/session/${sessionId}`;
    launcher.name = `WebKit ${capabilities.browserVersion}`;
  }

  const press = (value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];

  const launcher = {
    name: 'WebKit',
    type: 'webdriver',
    // one window
    concurrency: 1,
    initialize: () => (booting ??= boot()),
    async startSession(id, url) {
      await launcher.initialize();
      active = id;
      // Not awaited: the answer comes when the page has loaded, and the tests may have ended by then.
      call('POST', `${session}/url`, { url }).catch(() => undefined);
    },
    isActive: (id) => active === id,
    getBrowserUrl: () => call('GET', `${session}/url`),
    async stopSession() {
      active = undefined;
      await call('POST', `${session}/url`, { url: 'about:blank' });
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK has no debug session')),
    async stop() {
      await call('DELETE', session).catch(() => undefined);
      try {
        process.kill(-driver.pid);
      } catch {
        // gone already
      }
    },
    // what the built-in commands call
    sendKeys: (_id, keys) =>
      call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: keys.flatMap(press) }] }),
    setViewport: (size) => call('POST', `${session}/window/rect`, size),
    execute: (script, args = []) => call('POST', `${session}/execute/sync`, { script, args }),
  };
  return launcher;
}
