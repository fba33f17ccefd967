import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();

type Writer = Pick<Visitor, 'field'>;

/** Puts a text into the field as a paste does: all at once, whatever is in it. */
const paste = ({ field }: Writer, text: string): Promise<void> =>
  field.evaluate((area: HTMLTextAreaElement, pasted) => {
    area.value = pasted;
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
  }, text);

/** The length of what is in the field, counted there: a megabyte need not come over. */
const length = ({ field }: Writer): Promise<number> => field.evaluate((area: HTMLTextAreaElement) => area.value.length);

test('nothing, and nothing but blanks, is not sent', async () => {
  const { visitor, desk } = await rig.conversation('Bea');
  for (const text of ['', ' ', '\n\n\t ', '\u3000']) {
    await paste(visitor, text);
    await visitor.field.press('Enter');
  }
  await visitor.field.fill('');
  await visitor.send('Something');
  await desk.sees('Something');
  assert.deepEqual(
    [await visitor.texts(), await desk.texts()],
    [
      ['Hello!', 'Something'],
      ['Hello!', 'Something'],
    ],
  );
});

for (const [name, text] of [
  ['a megabyte of text', 'lorem ipsum '.repeat(87_382)],
  ['64k emoji', '👩‍🚀'.repeat(65_536)],
] as const)
  test(`${name} stays in the field with what is too much of it, and goes when it is cut`, async () => {
    const { visitor, desk } = await rig.conversation(`Big ${text.length}`);
    await paste(visitor, text);
    await visitor.chat
      .getByText(/characters? too many/)
      .first()
      .waitFor();
    await visitor.field.press('Enter');
    assert.equal(await length(visitor), text.length);
    assert.deepEqual(await visitor.texts(), ['Hello!']);
    await desk.send('Take your time');
    await visitor.sees('Take your time');
    // As much as may be sent is sent.
    const longest = text
      .slice(0, 4000)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim();
    await paste(visitor, longest);
    await visitor.field.press('Enter');
    for (const side of [visitor, desk])
      await until(async () => (await side.texts()).at(-1) === longest, 'all of it is on screen');
    await visitor.ticks('Seen');
  });

test('what no store and no screen can hold is replaced, and all else is shown as it is on both sides', async () => {
  const { visitor, desk } = await rig.conversation('Bob');
  for (const [typed, shown] of [
    ['a\0b', 'a\uFFFDb'],
    ['half \uD83D of it', 'half \uFFFD of it'],
    ['other \uDE00 half', 'other \uFFFD half'],
    [
      '<img src=x onerror="document.title=1"><script>document.title=2</script>',
      '<img src=x onerror="document.title=1"><script>document.title=2</script>',
    ],
    ['&lt;b&gt; {{x}} ${y} %s __proto__', '&lt;b&gt; {{x}} ${y} %s __proto__'],
    ['\u202Etxet neddih\u202C and Z̸̡͙ȃ̴͖l̵g̶o', '\u202Etxet neddih\u202C and Z̸̡͙ȃ̴͖l̵g̶o'],
    ['first line\nsecond line', 'first line\nsecond line'],
    ['javascript:alert(1) data:text/html,x', 'javascript:alert(1) data:text/html,x'],
  ] as const) {
    await paste(visitor, typed);
    await visitor.field.press('Enter');
    for (const side of [visitor, desk])
      await until(async () => (await side.texts()).at(-1) === shown, `${JSON.stringify(shown)} is on screen`);
  }
  // The desk has a cleaner of its own; what matters is that both sides see the same.
  const before = (await desk.texts()).length;
  const nasty = ['a\0b', 'half \uD83D of it', '<img src=x onerror="document.title=1">', 'first line\nsecond line'];
  for (const typed of nasty) {
    await paste(desk, typed);
    await desk.field.press('Enter');
  }
  for (const side of [visitor, desk])
    await until(async () => (await side.texts()).length === before + nasty.length, 'all of it is on screen');
  assert.deepEqual(await visitor.texts(), await desk.texts());
  assert.equal(await visitor.chat.locator('chat-transcript a').count(), 0);
  assert.doesNotMatch(await visitor.page.title(), /^[12]$/);
});

test('page code that hands in nonsense gets a typed error, and the chat goes on', async () => {
  const { visitor, desk } = await rig.conversation('Ben');
  const codes = await visitor.page.evaluate(async () => {
    const chat = document.querySelector('live-chat')! as unknown as Record<
      string,
      (argument?: unknown) => Promise<unknown>
    >;
    const calls = [undefined, null, 'text', {}, { message: '' }, { message: 7 }, { message: 'x'.repeat(4001) }].map(
      (argument) => chat['sendMessage']!(argument),
    );
    const results = await Promise.allSettled([...calls, chat['startChat']!()]);
    return results.map((result) => result.status === 'rejected' && (result.reason as { code?: unknown }).code);
  });
  assert.deepEqual(codes, ['empty', 'empty', 'empty', 'empty', 'empty', 'empty', 'too-long', 'already-active']);
  await visitor.send('Unimpressed');
  await desk.sees('Unimpressed');
});
