/**
 * Level L0: fast-check does things to the session in any order, and shrinks what breaks it to as few commands as it can.
 * One seed is one list of commands.
 */
import fc from 'fast-check';
import type { Outcome } from '../figures.js';
import type { Verdict } from '../ledger.js';
import { COMMANDS, type Command } from './commands.js';
import { Model } from './model.js';
import { Real } from './real.js';

type Run = { readonly verdict: Verdict; readonly steps: readonly string[]; readonly recovery: number };

const MOST = 60;

/** See the module. */
export async function simulate(seed: number): Promise<Outcome> {
  let found: Run | undefined;
  const property = fc.asyncProperty(
    fc.commands([...COMMANDS], { maxCommands: MOST, size: 'max' }),
    async (commands) => {
      const run = await once(commands);
      // While it shrinks, the last that fails is the smallest.
      if (run.verdict.violations.length > 0 || !found) found = run;
      if (run.verdict.violations.length > 0) throw new Error('broken');
    },
  );
  // One list for each seed; without the bias of a first run, which would make it short and simple.
  await fc.check(property, { seed, numRuns: 1, unbiased: true });
  const { verdict, steps, recovery } = found!;
  return { ...verdict, seed, steps, rows: [], recovery, woken: true };
}

async function once(commands: Iterable<Command>): Promise<Run> {
  const real = new Real();
  try {
    await fc.asyncModelRun(() => ({ model: new Model(), real }), commands);
  } catch (error) {
    real.ledger.remark(error instanceof Error ? error.message : String(error));
  }
  const from = real.world.clock.elapsed;
  const verdict = await real.rest();
  return { verdict, steps: real.steps, recovery: real.world.clock.elapsed - from - Real.QUIET };
}
