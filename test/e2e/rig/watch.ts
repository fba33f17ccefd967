/** Collects what goes wrong in a page: a test fails with any of it, whatever it was about. */
import type { Page } from 'playwright-core';

/** What the browser itself says of a server that is not there: no script can keep it from doing so. */
const NETWORK = /^(WebSocket connection to .* failed|Failed to load resource: net::ERR_)/;

/** See the module. */
export class Watch {
  readonly problems: string[] = [];
  #allowed: RegExp[] = [];

  /** Listens to a page from now on. */
  add(page: Page, who: string): void {
    const note = (text: string): void => {
      if (!this.#allowed.some((pattern) => pattern.test(text))) this.problems.push(`${who}: ${text}`);
    };
    page.on('pageerror', (error) => note(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') note(message.text());
    });
    page.on('crash', () => note('the page crashed'));
  }

  /** The test takes the network away, or the server. */
  outage(): void {
    this.#allowed.push(NETWORK);
  }

  /** The test provokes this. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Forgets everything, and returns what there was. */
  take(): readonly string[] {
    this.#allowed = [];
    return this.problems.splice(0);
  }
}
