import type { BrowserContext, Page } from 'playwright-core';

/** How a page stands, for whoever reads why a test failed: what the chat knows, and what people and screen readers get of it. */
async function describePage(page: Page): Promise<string> {
  const found = await page.evaluate(() => {
    const chat = document.querySelector('live-chat');
    const button = chat?.shadowRoot?.querySelector('chat-launcher')?.shadowRoot?.querySelector('button');
    return {
      launcher: button?.getAttribute('aria-label'),
      state: chat && { ...chat.state, capabilities: undefined },
      visible: document.visibilityState,
      text: document.body.innerText.slice(0, 600),
    };
  });
  return `${page.url()}\n${JSON.stringify(found, null, 1)}`;
}

/** Every open page; a page that can't tell any more is said to be so. */
export async function describe(contexts: readonly BrowserContext[]): Promise<string> {
  const pages = contexts.flatMap((context) => context.pages());
  const told = await Promise.all(
    pages.map((page) => describePage(page).catch((error: unknown) => `${page.url()} ${String(error)}`)),
  );
  return told.join('\n');
}
