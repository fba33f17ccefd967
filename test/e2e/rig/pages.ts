/** Pages for what the demo's own do not show, and pages that can be had while the server is down. */
import type { BrowserContext, Page } from 'playwright-core';

/** A page with this in its body and the widget's single file; it may talk to any server. */
export async function servePage(page: Page, path: string, body: string): Promise<void> {
  await page.route(path, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:," /></head>
        <body>${body}<script type="module" src="/cdn/live-chat.min.js"></script></body></html>`,
    }),
  );
}

/** What a page has loaded once it can load again without the server, as with a cache in between. */
export async function keepPages(context: BrowserContext): Promise<void> {
  const kept = new Map<string, { status: number; headers: Record<string, string>; body: Buffer }>();
  await context.route(/^http(?!.*\/socket\.io\/)/, async (route) => {
    const url = route.request().url();
    try {
      const response = await route.fetch();
      kept.set(url, { status: response.status(), headers: response.headers(), body: await response.body() });
    } catch {
      // The server is down.
    }
    const answer = kept.get(url);
    await (answer ? route.fulfill(answer) : route.abort());
  });
}
