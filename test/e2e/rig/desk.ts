import type { Locator, Page } from 'playwright-core';
import { exactly } from './visitor.js';

/** An agent at the desk, as a person uses it. */
export class Desk {
  readonly waiting: Locator;
  readonly mine: Locator;
  readonly kept: Locator;
  readonly field: Locator;
  readonly bubbles: Locator;
  readonly preview: Locator;
  readonly events: Locator;
  readonly notices: Locator;
  readonly banner: Locator;

  constructor(readonly page: Page) {
    this.waiting = page.locator('desk-inbox section.waiting li');
    this.mine = page.locator('desk-inbox section.mine li');
    this.kept = page.locator('desk-inbox section.kept li');
    this.field = page.locator('desk-composer textarea');
    this.bubbles = page.locator('desk-transcript .row .bubble');
    this.preview = page.locator('desk-transcript .preview-text');
    this.events = page.locator('desk-transcript .event');
    this.notices = page.locator('desk-notices li');
    this.banner = page.locator('desk-banner .banner');
  }

  /** Fills in the form of the sign-in page. */
  async signIn(name: string, password: string): Promise<void> {
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('heading', { name: 'Waiting' }).waitFor();
  }

  /** Supervisors are away until they say otherwise. */
  async beAvailable(): Promise<void> {
    await this.page.locator('desk-top-bar label.available').click();
    await this.page.getByRole('radio', { name: 'Available', checked: true }).waitFor();
  }

  /** Accepts a visitor who waits, by name; their conversation is open then. */
  async accept(visitor: string): Promise<void> {
    await this.page.getByRole('button', { name: `Accept ${visitor}` }).click();
    await this.page.locator('desk-composer').getByLabel(`Message to ${visitor}`).waitFor();
  }

  async open(visitor: string): Promise<void> {
    await this.page.locator('desk-inbox li button.open', { hasText: visitor }).click();
  }

  /** Types a text and presses Enter; resolves when it stands in the transcript. */
  async send(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
    await this.sees(text);
  }

  async sees(text: string): Promise<void> {
    await this.bubbles
      .filter({ hasText: exactly(text) })
      .first()
      .waitFor();
  }

  /** The texts on screen, oldest first. */
  async texts(): Promise<string[]> {
    return this.bubbles.allTextContents();
  }

  /** The visitor has had one's newest message on screen. */
  async isSeen(): Promise<void> {
    await this.page.locator('desk-transcript .row.own').last().getByText('Seen').waitFor();
  }

  /** Hands the open conversation on. */
  async transfer(to: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Transfer' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: to }).check();
    await dialog.getByRole('button', { name: 'Transfer' }).click();
  }

  /** Ends the open conversation, and confirms it. */
  async end(): Promise<void> {
    await this.page.getByRole('button', { name: 'End', exact: true }).click();
    await this.page.getByRole('button', { name: 'End conversation' }).click();
  }
}
