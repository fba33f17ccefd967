// Who else is in a conversation: supervisors, who may be silent, and a bot that hands over. Through the real server and the desk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent } from '../../src/session/model/types.js';
import { useRig } from './rig/rig.js';
import { until } from './rig/until.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig({ entry: 'test/e2e/rig/bot-server.ts' });

const agents = async ({ page }: Visitor): Promise<Readonly<Record<string, Agent>>> =>
  Object.fromEntries(
    Object.values(await page.evaluate(() => document.querySelector('live-chat')!.getAgents())).map((agent) => [
      agent.name,
      agent,
    ]),
  );
/** The events about people, in the order in which they were told, with their names. */
const prepare = (page: Visitor['page']): Promise<unknown> =>
  page.addInitScript(() => {
    const told: string[] = [];
    for (const who of ['agent', 'supervisor', 'bot'])
      for (const what of ['connected', 'disconnected'])
        addEventListener(`chat-${who}-${what}`, () => told.push(`${who} ${what}`));
    Object.assign(globalThis, { told });
  });
const told = ({ page }: Visitor): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { told: string[] }).told);

test('a bot answers first and hands over; a supervisor reads along unseen, and then speaks', async () => {
  const visitor = await rig.visitor('Bea', { prepare });
  await visitor.open();
  await visitor.send('What are your hours?');
  await visitor.sees('I am Kiln, a program. What is it about?');
  await visitor.sees('We are open from nine to six.');
  const [bot] = Object.values(await agents(visitor));
  assert.deepEqual(
    [bot?.name, bot?.connected, bot?.supervisor, bot?.disconnectedTime],
    ['Kiln', true, false, undefined],
  );

  await visitor.send('A person, please');
  await visitor.sees('I am getting you somebody.');
  const desk = await rig.desk('Robin');
  await desk.accept('Bea');
  await desk.sees('We are open from nine to six.');
  await visitor.reads('Robin joined');
  const { Kiln, Robin } = await agents(visitor);
  assert.equal(Kiln?.connected, false);
  assert.ok(Kiln.disconnectedTime! >= Kiln.connectedTime);
  assert.deepEqual([Robin?.connected, Robin?.disconnectedTime], [true, undefined]);
  assert.ok(Robin!.connectedTime >= Kiln.connectedTime);

  const boss = await rig.desk('Sam');
  await boss.open('Bea');
  await boss.page.getByRole('button', { name: 'Read along', exact: true }).click();
  await desk.events.getByText('Sam reads along. The visitor does not see it').waitFor();
  await desk.send('Good morning, Bea');
  await boss.sees('Good morning, Bea');
  await visitor.sees('Good morning, Bea');
  assert.deepEqual(Object.keys(await agents(visitor)), ['Kiln', 'Robin']);
  assert.deepEqual(await told(visitor), ['bot connected', 'bot disconnected', 'agent connected']);

  await boss.page.getByRole('button', { name: 'Join', exact: true }).click();
  await visitor.reads('Sam joined');
  await boss.send('I am with you, too');
  await visitor.sees('I am with you, too');
  await desk.sees('I am with you, too');
  const { Sam } = await agents(visitor);
  assert.deepEqual([Sam?.supervisor, Sam?.connected], [true, true]);
  await boss.page.getByRole('button', { name: 'Leave', exact: true }).click();
  await visitor.reads('Sam left');
  const left = (await agents(visitor))['Sam'];
  assert.ok(left?.connected === false && left.disconnectedTime! >= left.connectedTime);
  assert.deepEqual(await told(visitor), [
    'bot connected',
    'bot disconnected',
    'agent connected',
    'supervisor connected',
    'supervisor disconnected',
  ]);
});

test('what was told of people is told again to nobody after a reload', async () => {
  const visitor = await rig.visitor('Ben', { prepare });
  await visitor.open();
  await visitor.send('A person, please');
  const desk = await rig.desk('Robin');
  await desk.accept('Ben');
  await visitor.reads('Robin joined');
  await visitor.page.reload();
  await visitor.open();
  await visitor.reads('Robin joined');
  await desk.send('Still here');
  await visitor.sees('Still here');
  assert.deepEqual(await told(visitor), []);
  await until(async () => (await agents(visitor))['Robin']?.connected === true, 'Robin is here');
});
