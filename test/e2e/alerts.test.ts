import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Desk } from './rig/desk.js';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig({ backForwardCache: true });

/** What a tab has done to be noticed. */
type Noticed = { sounds: number; flashed: boolean; said: string[] };
declare global {
  var noticed: Noticed;
}

/** Before anything of the page: counts its tones and the titles it gives itself, and lets it be hidden. */
function listen(): void {
  globalThis.noticed = { sounds: 0, flashed: false, said: [] };
  class Silent {
    state = 'running';
    currentTime = 0;
    destination = {};
    resume = (): Promise<void> => Promise.resolve();
    createGain = () => ({
      gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} },
      connect() {},
    });
  }
  class Note {
    connect(): void {}
    // A tone has two of them.
    start = (): void => void (globalThis.noticed.sounds += 0.5);
    stop(): void {}
  }
  Object.assign(globalThis, { AudioContext: Silent, OscillatorNode: Note });
  new MutationObserver(() => {
    if (document.title.includes('new message')) globalThis.noticed.flashed = true;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Nobody looks at this tab, as far as it knows. */
async function hide({ page }: Visitor): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

const noticed = ({ page }: Visitor): Promise<Noticed> => page.evaluate(() => globalThis.noticed);

/** Notes what is read out, from now on. */
const overhear = ({ page }: Visitor): Promise<void> =>
  page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    const region = all(document).find((one) => one.matches('.announcer'))!;
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) globalThis.noticed.said.push(node.textContent ?? '');
    }).observe(region, { childList: true });
  });

/** Tabs of a visitor in one conversation, all of them open. */
async function tabs(name: string, count: number): Promise<{ readonly all: Visitor[]; readonly desk: Desk }> {
  const first = await rig.visitor(name, {
    prepare: async (page) => {
      // What compiles these tests gives functions their names by a function of its own.
      await page.context().addInitScript('globalThis.__name = (named) => named');
      await page.context().addInitScript(listen);
    },
  });
  const desk = await rig.desk();
  await first.open();
  await first.send('Hello!');
  await desk.accept(name);
  await first.reads('Robin joined');
  const all = [first];
  while (all.length < count) {
    const tab = await first.tab();
    await tab.open();
    await tab.sees('Hello!');
    all.push(tab);
  }
  return { all, desk };
}

/** The visitor's own mark has come back to this tab: all of it was read somewhere. */
const isRead = (visitor: Visitor): Promise<void> =>
  until(async () => {
    const { conversations, current } = await visitor.state();
    const { marks, me, log } = conversations[current ?? '']!;
    const last = log.entries.findLast(({ type }) => type === 'message')?.seq;
    return last !== undefined && (marks[me]?.seen ?? 0) >= last;
  }, 'what was read in one tab is known in another');

test('a message sounds once and flashes in one title, over three tabs', async () => {
  const { all, desk } = await tabs('Tara', 3);
  await Promise.all(all.map(hide));
  await desk.send('Look here');
  for (const tab of all) await tab.sees('Look here');
  const sum = async () => {
    const found = await Promise.all(all.map(noticed));
    return [found.reduce((sum, { sounds }) => sum + sounds, 0), found.filter(({ flashed }) => flashed).length];
  };
  await until(async () => (await sum()).every((count) => count > 0), 'somebody is told');
  // Each tab that would sound as well has had its turn when its own request for a lock, made later, is answered.
  await Promise.all(
    all.map(({ page }) =>
      page.evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await navigator.locks.request('all were asked', { ifAvailable: true }, () => undefined);
      }),
    ),
  );
  assert.deepEqual(await sum(), [1, 1]);
});

test('what was read in one tab neither sounds, flashes nor is announced in one that slept', async () => {
  const { all, desk } = await tabs('Tilly', 3);
  const [reader, sleeper, witness] = all as [Visitor, Visitor, Visitor];
  await hide(witness);
  await overhear(sleeper);
  const debug = await sleeper.context.newCDPSession(sleeper.page);
  await debug.send('Debugger.enable');
  const paused = new Promise((resolve) => debug.once('Debugger.paused', resolve));
  await debug.send('Debugger.pause');
  const awake = sleeper.page.evaluate(() => document.title);
  await paused;
  await desk.send('Said to who is awake');
  await reader.sees('Said to who is awake');
  await isRead(witness);
  await debug.send('Debugger.resume');
  await awake;
  await debug.detach();
  await sleeper.sees('Said to who is awake');
  await isRead(sleeper);
  // The next one is announced, as it should be, after what was not.
  await desk.send('Said to all');
  await until(async () => (await noticed(sleeper)).said.some((text) => text.includes('Said to all')), 'it is read out');
  const { sounds, flashed, said } = await noticed(sleeper);
  assert.deepEqual([flashed, said.filter((text) => text.includes('awake'))], [false, []]);
  assert.ok(sounds <= 1, 'at most for the one that came when it was awake');
});

test('what was read in one tab is told to nobody when another comes back from another page', async () => {
  const { all, desk } = await tabs('Thea', 2);
  const [reader, other] = all as [Visitor, Visitor];
  await other.page.goto('/theming.html');
  await desk.send('Said while you were away');
  await reader.sees('Said while you were away');
  await isRead(reader);
  await other.page.goBack({ waitUntil: 'commit' });
  await other.sees('Said while you were away');
  await overhear(other);
  await desk.send('Said to all');
  await until(async () => (await noticed(other)).said.some((text) => text.includes('Said to all')), 'it is read out');
  const { sounds, flashed, said } = await noticed(other);
  assert.deepEqual([flashed, said.filter((text) => text.includes('away'))], [false, []]);
  assert.ok(sounds <= 1, 'at most for the one that came when it was there');
});

test('sound that is turned off in one tab is off in the others', async () => {
  const { all } = await tabs('Tim', 2);
  const [first, second] = all as [Visitor, Visitor];
  await first.page.getByRole('button', { name: 'Chat options' }).click();
  await first.page.getByText('Sound', { exact: true }).click();
  await until(async () => (await second.state()).view.muted, 'the other tab is silent, too');
});
