import { test } from 'node:test';
import { servePage } from './rig/pages.js';
import { useRig } from './rig/rig.js';

const rig = useRig();

test('a page that loads the chat twice, in both its forms, is warned and has one chat that works', async () => {
  rig.watch.allow(/is defined twice|Multiple versions of Lit/);
  const visitor = await rig.visitor('Twofold', {
    path: '/twice.html',
    prepare: (page) =>
      servePage(
        page,
        '**/twice.html',
        '<live-chat></live-chat><script type="module" src="/cdn/chunked/live-chat.js"></script>',
      ),
  });
  await visitor.open();
  await visitor.send('Only once, please');
  const desk = await rig.desk();
  await desk.accept('Twofold');
  await desk.sees('Only once, please');
});

test('two chats on a page are two conversations, each with its own messages', async () => {
  const visitor = await rig.visitor('Twins', {
    path: '/twins.html',
    prepare: (page) =>
      servePage(
        page,
        '**/twins.html',
        '<live-chat mode="inline"></live-chat><live-chat mode="inline" channel="other"></live-chat>',
      ),
  });
  await visitor.send('In the first');
  const second = visitor.page.locator('live-chat').nth(1);
  await second.getByRole('textbox', { name: 'Message' }).fill('In the second');
  await second.getByRole('textbox', { name: 'Message' }).press('Enter');
  await second.locator('chat-transcript').getByText('In the second').waitFor();
  const desk = await rig.desk();
  await desk.waiting.nth(1).waitFor();
});
