import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';

const rig = useRig();

test('the visitor rates the conversation by the keyboard after its end, and the agent sees it', async () => {
  const { visitor, desk } = await rig.conversation('Sue');
  await desk.page.getByRole('button', { name: 'End', exact: true }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  const group = visitor.page.getByRole('group', { name: 'How was this conversation?' });
  await group.getByRole('radio', { name: '1 of 5' }).focus();
  await visitor.page.keyboard.press('Space');
  for (let i = 0; i < 3; i++) await visitor.page.keyboard.press('ArrowRight');
  assert.equal(await group.getByRole('radio', { name: '4 of 5' }).isChecked(), true);
  await visitor.page.getByLabel('Anything you want to add?').fill('Quick and kind');
  await visitor.page.getByRole('button', { name: 'Send rating' }).click();
  await visitor.page.getByText('Thank you for your rating.').waitFor();
  await desk.page.getByText('Rated 4 of 5: “Quick and kind”').waitFor();
});

test('the visitor sees where the case stands, and who has taken it over', async () => {
  const { visitor, desk } = await rig.conversation('Cleo');
  await desk.page.getByLabel('Case').selectOption('Pending');
  await visitor.page.getByText('Your case waits for something').waitFor();
  const sam = await rig.desk('Sam');
  await sam.beAvailable();
  await sam.open('Cleo');
  await sam.page.getByRole('button', { name: 'Take over' }).click();
  await visitor.page.getByText(/Sam.? has taken over from .?Robin/).waitFor();
});
