import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';

const rig = useRig();

test('an agent offers a choice, the visitor takes one, and it stays taken over a reload', async () => {
  const { visitor, desk } = await rig.conversation('Rita');
  await desk.page.getByRole('button', { name: 'Buttons, lists, forms' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Ready-made replies').selectOption('What is it about?');
  await dialog.getByRole('button', { name: 'Send' }).click();
  const group = visitor.page.getByRole('group', { name: 'What is it about?' });
  await group.getByRole('button', { name: 'A return' }).click();
  await desk.sees('A return');
  await visitor.sees('A return');
  await group.getByRole('button', { name: 'Chosen: A return' }).waitFor();
  await visitor.page.reload();
  await visitor.open();
  const again = group.getByRole('button', { name: 'Chosen: A return' });
  await again.waitFor();
  assert.equal(await again.getAttribute('aria-disabled'), 'true');
});

test('a form comes to the visitor, and what was filled in comes back', async () => {
  const { visitor, desk } = await rig.conversation('Fay');
  await desk.page.getByRole('button', { name: 'Buttons, lists, forms' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption('Form');
  await dialog.getByLabel('Title').fill('Who are you?');
  await dialog.getByLabel('What is asked').fill('Name *\nTown');
  await dialog.getByRole('button', { name: 'Send' }).click();
  const form = visitor.page.getByRole('form', { name: 'Who are you?' });
  await form.getByRole('button', { name: 'Send' }).click();
  await form.getByText('This is needed').waitFor();
  await form.getByLabel('Name').fill('Fay');
  await form.getByRole('button', { name: 'Send' }).click();
  await desk.sees('Name: Fay');
  await form.getByRole('button', { name: 'Sent' }).waitFor();
});
