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

test('an agent corrects a message and takes another back, and so it stays over a reload', async () => {
  const { visitor, desk } = await rig.conversation('Cora');
  await desk.send('On Tusday');
  await desk.send('Wrong window');
  await visitor.sees('Wrong window');
  await desk.page.getByRole('button', { name: 'Edit: On Tusday' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'Correct the message' });
  await dialog.getByLabel('What it shall say').fill('On Tuesday');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await visitor.sees('On Tuesday');
  await visitor.page.getByText('Edited', { exact: true }).waitFor();
  await desk.page.getByRole('button', { name: 'Remove: Wrong window' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await visitor.sees('This message was removed');
  await visitor.page.reload();
  await visitor.open();
  await visitor.sees('This message was removed');
  await visitor.sees('On Tuesday');
  assert.equal(await visitor.page.getByText('Wrong window').count(), 0);
});
