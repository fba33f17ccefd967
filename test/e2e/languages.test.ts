import { test } from 'node:test';
import { servePage } from './rig/pages.js';
import { useRig } from './rig/rig.js';

const rig = useRig();

test('the one file finds the language of the page in the folder beside it', async () => {
  const page = await rig.page('the page');
  await servePage(page, '**/tea.html', '<div lang="ja"><live-chat persist="none"></live-chat></div>');
  await page.goto('/tea.html');
  await page.locator('live-chat').getByRole('button').first().click();
  await page.locator('live-chat').getByPlaceholder('メッセージを入力…').waitFor();
});
