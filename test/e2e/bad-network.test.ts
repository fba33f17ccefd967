import { test } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { useRig } from './rig/rig.js';

const rig = useRig();
const REST = /\/cdn\/chunked\/chunks\/acts-/;

const refuse = (route: Route): Promise<void> => route.abort('connectionfailed');

test('when the rest of the script does not come the launcher says so, and a click tries again', async () => {
  rig.watch.outage();
  const visitor = await rig.visitor('Nora', { prepare: (page: Page) => page.route(REST, refuse) });
  await visitor.launcher.click();
  await visitor.page.getByRole('button', { name: 'The chat could not be loaded. Try again' }).waitFor();
  await visitor.page.unroute(REST, refuse);
  await visitor.launcher.click();
  await visitor.field.waitFor();
  await visitor.send('Here after all');
  const desk = await rig.desk();
  await desk.accept('Nora');
  await desk.sees('Here after all');
});

test('so it does when a link of the page, or its script, was what opened the chat', async () => {
  rig.watch.outage();
  const visitor = await rig.visitor('Nils', { prepare: (page: Page) => page.route(REST, refuse) });
  await visitor.page.evaluate(() => document.querySelector('live-chat')!.show());
  const again = visitor.page.getByRole('button', { name: 'The chat could not be loaded. Try again' });
  await again.waitFor();
  await visitor.page.unroute(REST, refuse);
  await again.click();
  await visitor.field.waitFor();
});
