import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { ChatState } from '../../../src/session/model/types.js';
import type { Watch } from './watch.js';

/** A visitor in a tab with the widget, as a person uses it: by what is on the screen. */
export class Visitor {
  readonly chat: Locator;
  readonly launcher: Locator;
  readonly window: Locator;
  readonly field: Locator;
  readonly banner: Locator;
  readonly bubbles: Locator;
  readonly lines: Locator;
  readonly typing: Locator;
  readonly dialog: Locator;

  constructor(
    readonly page: Page,
    readonly name: string,
    private readonly watch: Watch,
  ) {
    this.chat = page.locator('live-chat').first();
    this.launcher = this.chat.locator('chat-launcher button');
    this.window = this.chat.locator('chat-window [part~=panel]');
    this.field = this.chat.getByRole('textbox', { name: 'Message' });
    this.banner = this.chat.locator('chat-status [part~=banner]').first();
    this.bubbles = this.chat.locator('chat-transcript [part~=row] [part~=bubble]');
    this.lines = this.chat.locator('chat-transcript [part~=line]');
    this.typing = this.chat.locator('chat-transcript [part~=typing]');
    this.dialog = this.chat.getByRole('alertdialog');
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Another tab of the same browser. */
  async tab(url = this.page.url()): Promise<Visitor> {
    const page = await this.context.newPage();
    this.watch.add(page, `${this.name}’s other tab`);
    await page.goto(url);
    return new Visitor(page, this.name, this.watch);
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.field.waitFor();
  }

  /** Types a text and presses Enter; resolves when it stands in the transcript. */
  async send(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
    await this.sees(text);
  }

  /** A message with exactly this text is on screen. */
  async sees(text: string): Promise<void> {
    await this.bubbles
      .filter({ hasText: exactly(text) })
      .first()
      .waitFor();
  }

  /** A line in the middle tells this. */
  async reads(text: string): Promise<void> {
    await this.lines
      .filter({ hasText: loosely(text) })
      .first()
      .waitFor();
  }

  /** A banner says this. */
  async isTold(text: string): Promise<void> {
    await this.banner.filter({ hasText: loosely(text) }).waitFor();
  }

  /** The status under one's newest message is this. */
  async ticks(status: string): Promise<void> {
    await this.chat.locator('chat-transcript [part~=row-own]').last().getByText(status, { exact: true }).waitFor();
  }

  /** The texts on screen, oldest first. */
  async texts(): Promise<string[]> {
    return this.bubbles.allTextContents();
  }

  /** Chooses something in the menu of the header. */
  async choose(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Chat options' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Ends the chat, and confirms it. */
  async end(): Promise<void> {
    await this.choose('End chat');
    await this.dialog.getByRole('button', { name: 'End chat' }).click();
  }

  /** What the element knows. */
  async state(): Promise<ChatState> {
    return this.page.evaluate(() => document.querySelector('live-chat')!.state);
  }
}

/** A text with nothing before or after it but white space. */
export function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${loosely(text).source}\\s*$`);
}

/** A text wherever it stands; names in it may be isolated from the direction of what is around them. */
function loosely(text: string): RegExp {
  return new RegExp(text.split(/\s+/).map(escaped).join('[\\u2068\\u2069\\s]+'));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
