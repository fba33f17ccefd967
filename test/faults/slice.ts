/** The slice of a level that every test run takes: the seeds that once found something, and some fixed ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Figures, told, type Outcome } from './figures.js';
import { REGRESSIONS } from './regressions.js';

/** Makes the tests of a slice: `runs` schedules from seed 1. */
export function slice(
  level: keyof typeof REGRESSIONS,
  runs: number,
  simulate: (seed: number) => Promise<Outcome>,
): void {
  const kept = async (seed: number): Promise<Outcome> => {
    const outcome = await simulate(seed);
    assert.deepEqual(
      outcome.violations,
      [],
      told(outcome, `npm run faults -- --level ${level} --runs 1 --seed ${seed}`),
    );
    return outcome;
  };
  test(`${level}: schedules that once broke a promise keep it`, async () => {
    for (const seed of REGRESSIONS[level]) await kept(seed);
  });
  test(`${level}: ${runs} schedules lose nothing, double nothing, keep their order and come to rest`, async (context) => {
    const figures = new Figures();
    for (let seed = 1; seed <= runs; seed++) figures.add(await kept(seed));
    context.diagnostic(figures.line());
  });
}
