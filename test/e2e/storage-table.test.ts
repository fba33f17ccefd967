// docs/privacy-and-storage.md says what is stored, where, and until when. This compares it with what a browser holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { servePage } from './rig/pages.js';
import { useRig } from './rig/rig.js';
import { documentedRows, storedBy, type Area, type Stored } from './rig/stored.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();
const ROWS = documentedRows();

/** The items of the guide that are stored; what it does not name is told by its own name. */
const itemsIn = (stored: readonly Stored[], area: (documented: Area) => Area): readonly string[] => {
  const items = stored.map(
    ({ name, area: found }) =>
      ROWS.find((row) => row.matches(name) && area(row.area) === found)?.item ?? `not in the guide: ${found} ${name}`,
  );
  return [...new Set(items)].sort();
};

/** A visitor with one of everything that is ever stored: a conversation, an unsent message, a draft, and what they chose. */
async function withEverything(persist: string): Promise<Visitor> {
  const visitor = await rig.visitor(`Persist ${persist}`, {
    path: '/persist.html',
    prepare: (page) => servePage(page, '/persist.html', `<live-chat persist="${persist}" emojis></live-chat>`),
  });
  assert.deepEqual(await storedBy(visitor.page), [], 'nothing is stored before the first act');
  await visitor.page.evaluate(async () => {
    await customElements.whenDefined('live-chat');
    document.querySelector('live-chat')!.proactive = { rules: [{ pages: 1 }] };
  });
  await visitor.page.getByRole('button', { name: 'No, thanks' }).click();
  await visitor.open();
  await visitor.page.getByRole('button', { name: 'Emoji', exact: true }).click();
  await visitor.page.getByRole('option', { name: 'grinning face', exact: true }).click();
  await visitor.field.fill('');
  await visitor.send('Stored by the server');
  await visitor.ticks('Sent');
  await visitor.page.getByRole('button', { name: 'Chat options' }).click();
  await visitor.page.getByRole('menuitemcheckbox', { name: 'Sound' }).click();
  await visitor.page.keyboard.press('Escape');
  rig.watch.outage();
  await rig.server.kill();
  await visitor.send('Not sent yet');
  await visitor.field.pressSequentially('Half a thought');
  const file = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Not sent yet, either') };
  await visitor.chat.locator('chat-composer input[type=file]').setInputFiles(file);
  await visitor.chat.locator('chat-composer [part~=file]').waitFor();
  return visitor;
}

test('the guide has a table of what is stored', () => {
  assert.deepEqual(
    ROWS.map(({ item }) => item),
    [
      ...['marker', 'conversation record', 'outbox', 'files', 'file contents', 'settings', 'customer', 'threads'],
      ...['drafts', 'emojis', 'invitation', 'proactive'],
    ],
  );
});

for (const [persist, area] of [
  ['local', (documented: Area) => documented],
  ['session', (): Area => 'sessionStorage'],
] as const)
  test(`persist="${persist}" stores what the guide says, where it says, and only until then`, async () => {
    const visitor = await withEverything(persist);
    const { page } = visitor;
    const items = async () => itemsIn(await storedBy(page), area);
    await until(async () => (await items()).includes('drafts'), 'the draft is written');
    // In one tab only, the bytes of files are not kept; and this page asks for no customer and for no threads.
    const absent = ['customer', 'threads', ...(persist === 'local' ? [] : ['file contents'])];
    const kept = ROWS.filter(({ item }) => !absent.includes(item));
    await until(async () => (await items()).length === kept.length, 'the file is kept');
    assert.deepEqual(await items(), kept.map(({ item }) => item).sort());
    const values = (await storedBy(page)).map(({ value }) => value).join('\n');
    assert.match(values, /Not sent yet/);
    assert.match(values, /Half a thought/);
    assert.doesNotMatch(values, /Stored by the server/, 'what the server has is not kept here');

    await rig.server.start();
    await visitor.ticks('Sent');
    await until(async () => !(await items()).includes('outbox'), 'a stored message leaves the outbox');
    await visitor.chat.getByRole('button', { name: /Remove .*notes\.txt/ }).click();
    await until(
      async () => !(await items()).some((item) => item.startsWith('file')),
      'a file that was taken off is gone',
    );
    await visitor.field.fill('');
    await until(async () => !(await items()).includes('drafts'), 'a deleted draft is gone');
    await visitor.end();
    await visitor.reads('You ended the conversation.');
    await until(
      async () => (await items()).join() === 'emojis,invitation,proactive,settings',
      'after the end only what the visitor chose is left',
    );
  });

test('persist="none" stores nothing, in any storage', async () => {
  const visitor = await withEverything('none');
  await visitor.page.waitForTimeout(1_000);
  assert.deepEqual(await storedBy(visitor.page), []);
  await rig.server.start();
  await visitor.ticks('Sent');
  assert.deepEqual(await storedBy(visitor.page), []);
  // A page that leaves nothing behind has nothing to come back to.
  await visitor.page.reload();
  await visitor.launcher.waitFor();
  assert.equal((await visitor.state()).current, undefined);
});
