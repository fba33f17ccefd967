/** Real browsers that keep what they store in a folder, and can be killed as a battery does. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, firefox, type BrowserContext } from 'playwright-core';
import { findChrome } from '../../../scripts/testing/test-browser.js';

export type BrowserName = 'chromium' | 'firefox';

/** Where Firefox is, if it is. */
export function findFirefox(): string | undefined {
  const paths = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];
  return paths.find((file) => file !== undefined && existsSync(file));
}

/** One person's browser. It may die and be started again; what it has stored stays. */
export class PersonsBrowser {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'live-chat-browser-'));

  constructor(
    private readonly name: BrowserName,
    private readonly baseURL: string,
  ) {}

  async launch(): Promise<BrowserContext> {
    if (this.name === 'firefox') {
      const executablePath = findFirefox();
      if (executablePath === undefined) throw new Error('no Firefox: set FIREFOX_PATH');
      return firefox.launchPersistentContext(this.#folder, {
        channel: 'moz-firefox',
        executablePath,
        baseURL: this.baseURL,
      });
    }
    const { executablePath, args, env } = await findChrome();
    return chromium.launchPersistentContext(this.#folder, {
      executablePath,
      args,
      baseURL: this.baseURL,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      ...(env && { env }),
    });
  }

  /** Kills all of its processes at once; nothing is written any more. */
  kill(): void {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(this.#folder)) process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It was gone already.
      }
    }
  }

  forget(): void {
    this.kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
