import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import type { Visitor } from './rig/visitor.js';
import { until } from './rig/until.js';

const rig = useRig();
const COUNT = 300;

/** A row that is on screen, and how far it stands from the top of the transcript. */
type Place = { readonly text: string; readonly top: number };

const firstOnScreen = ({ page }: Visitor): Promise<Place> =>
  page.locator('chat-transcript').evaluate((transcript) => {
    const scroller = transcript.shadowRoot!.querySelector('.scroller')!;
    const { top } = scroller.getBoundingClientRect();
    const row = [...transcript.shadowRoot!.querySelectorAll('[part~=row]')].find(
      (other) => other.getBoundingClientRect().top >= top,
    )!;
    return {
      text: row.querySelector('[part~=bubble]')!.textContent.trim(),
      top: Math.round(row.getBoundingClientRect().top - top),
    };
  });

const topOf = ({ page }: Visitor, text: string): Promise<number | undefined> =>
  page.locator('chat-transcript').evaluate((transcript, wanted) => {
    const row = [...transcript.shadowRoot!.querySelectorAll('[part~=row]')].find(
      (other) => other.querySelector('[part~=bubble]')!.textContent.trim() === wanted,
    );
    const { top } = transcript.shadowRoot!.querySelector('.scroller')!.getBoundingClientRect();
    return row && Math.round(row.getBoundingClientRect().top - top);
  }, text);

const nodes = ({ page }: Visitor): Promise<number> =>
  page.locator('chat-transcript').evaluate((transcript) => transcript.shadowRoot!.querySelectorAll('*').length);

test('a long conversation: older messages come in above without a jump, and the place one reads at is kept', async () => {
  const { visitor, desk } = await rig.conversation('Hana');
  await visitor.page.evaluate(async (count) => {
    const chat = document.querySelector('live-chat')!;
    await Promise.all(
      Array.from({ length: count }, (_, index) => chat.sendMessage({ message: `Message ${index + 1}` })),
    );
  }, COUNT);
  await desk.sees(`Message ${COUNT}`);
  await visitor.page.reload();
  await visitor.open();
  await visitor.sees(`Message ${COUNT}`);

  const transcript = await visitor.page.locator('chat-transcript').boundingBox();
  await visitor.page.mouse.move(transcript!.x + 50, transcript!.y + 200);
  // Up to the very first message, page by page; wherever a page comes in, what is on screen stays where it is.
  let jumps = 0;
  let loads = 0;
  let known = (await visitor.state()).conversations;
  const first = (conversations: typeof known): number => Object.values(conversations)[0]!.log.first;
  for (
    let turns = 0;
    turns < 400 && (await visitor.bubbles.filter({ hasText: /^\s*Hello!\s*$/ }).count()) === 0;
    turns++
  ) {
    await visitor.page.mouse.wheel(0, -300);
    // The wheel's own movement is over when two looks are equal.
    let place = await firstOnScreen(visitor);
    await until(async () => {
      const again = await firstOnScreen(visitor);
      const still = again.text === place.text && again.top === place.top;
      place = again;
      return still;
    }, 'the transcript stands still');
    const now = (await visitor.state()).conversations;
    if (first(now) === first(known)) continue;
    loads++;
    known = now;
    if (Math.abs(((await topOf(visitor, place.text)) ?? Infinity) - place.top) > 2) jumps++;
  }
  await visitor.sees('Hello!');
  assert.deepEqual({ jumps, loads: loads >= 2 }, { jumps: 0, loads: true });
  assert.ok((await nodes(visitor)) <= 1000, 'only a window of it is in the page');

  // Somebody writes while one reads up here: nothing moves, and a pill counts.
  const before = await firstOnScreen(visitor);
  await desk.send('News, part one');
  const pill = visitor.page.locator('chat-transcript [part~=pill]');
  await pill.filter({ hasText: '1 new message' }).waitFor();
  await desk.send('News, part two');
  await pill.filter({ hasText: '2 new messages' }).waitFor();
  assert.deepEqual(await firstOnScreen(visitor), before);
  await pill.click();
  await visitor.sees('News, part two');
  await pill.waitFor({ state: 'detached' });
  await desk.isSeen();
});

test('the whole of a long conversation is in its order, once', async () => {
  const { visitor } = await rig.conversation('Hugo');
  await visitor.page.evaluate(async (count) => {
    const chat = document.querySelector('live-chat')!;
    for (let index = 1; index < count; index++) void chat.sendMessage({ message: `${index}` });
    await chat.sendMessage({ message: `${count}` });
  }, 120);
  const messages = (): Promise<string[]> =>
    visitor.page.evaluate(async () =>
      (await document.querySelector('live-chat')!.getTranscript()).messages
        .filter(({ type }) => type === 'Message')
        .map(({ text }) => text),
    );
  await until(async () => (await messages()).length > 120, 'everything is here');
  assert.deepEqual(await messages(), ['Hello!', ...Array.from({ length: 120 }, (_, index) => `${index + 1}`)]);
});
