/** The promise, on the desk: nothing lost, nothing twice, order kept, whatever the network does. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversationOf, counting, office, outcome, readTexts } from './fixtures.js';
import { seeded } from './made-clock.js';

const SCHEDULES = 150;
const EACH = 40;

/** One bad day, the same for the same seed. */
async function badDay(seed: number): Promise<void> {
  const fraction = seeded(seed);
  const desk = office({ chance: { ...counting(`s${seed}`), fraction } });
  const { client, clock, server } = desk;
  client.start();
  await clock.pass(10);
  server.waits('c');
  await clock.pass(10);
  await outcome(desk, client.accept('c'));
  await clock.pass(100);
  server.weather = { fraction, loss: 0.15, delay: 400, death: 0.03 };
  const mine: string[] = [];
  const theirs: string[] = [];
  for (let number = 1; number <= EACH; number += 1) {
    mine.push(`agent ${number}`);
    client.send('c', `agent ${number}`);
    await clock.pass(Math.floor(fraction() * 120));
    theirs.push(`visitor ${number}`);
    server.says('c', `visitor ${number}`);
    await clock.pass(Math.floor(fraction() * 120));
    if (fraction() < 0.08) {
      server.up = fraction() < 0.5;
      server.kill();
    }
    if (!server.up && fraction() < 0.4) server.up = true;
  }
  server.up = true;
  server.weather = { fraction, loss: 0, delay: 50, death: 0 };
  await clock.pass(60_000);
  const stored = server.texts('c');
  assert.deepEqual(readTexts(conversationOf(desk, 'c')), stored, `seed ${seed}: the desk reads what is stored`);
  const of = (who: string): string[] => stored.filter((text) => text.startsWith(who));
  assert.deepEqual(of('agent'), mine, `seed ${seed}: the agent's messages`);
  assert.deepEqual(of('visitor'), theirs, `seed ${seed}: the visitor's messages`);
  assert.deepEqual(conversationOf(desk, 'c').pending, []);
  const told = desk.facts.flatMap((fact) => (fact.type === 'message' ? [fact.text] : []));
  assert.deepEqual(told, theirs, `seed ${seed}: each message is told once, in order`);
}

describe('desk: delivery under faults', () => {
  it(`keeps the promise in ${SCHEDULES} bad days`, async () => {
    for (let seed = 1; seed <= SCHEDULES; seed += 1) await badDay(seed);
  });

  it('pulls what a push did not bring, without waiting for the next message', async () => {
    const desk = office();
    desk.client.start();
    await desk.clock.pass(10);
    desk.server.waits('c');
    await desk.clock.pass(10);
    await outcome(desk, desk.client.accept('c'));
    await desk.clock.pass(10);
    let pushes = 0;
    // Loses the entry, and lets the lists through that say how far the log is.
    desk.server.weather = { fraction: () => ((pushes += 1) === 1 ? 0 : 0.9), loss: 0.5, delay: 0, death: 0 };
    desk.server.says('c', 'unheard');
    await desk.clock.pass(1000);
    assert.deepEqual(readTexts(conversationOf(desk, 'c')), ['unheard']);
  });
});
