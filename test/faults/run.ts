/** The program behind `npm run faults`. */
import { appendFileSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Figures, told, type Outcome } from './figures.js';

/** Runs the schedule of a seed. */
export type Level = {
  readonly simulate: (seed: number) => Promise<Outcome>;
  /** How many at once. */
  readonly atOnce: number;
  readonly close?: () => Promise<void>;
  /** How many there are, where they are counted. */
  readonly all?: number;
};

/** What `--protocol` can be. */
export type Protocol = 'ours' | 'plain' | 'stock';

const LEVELS: Readonly<Record<string, (protocol: Protocol) => Promise<Level>>> = {
  L0: async () => ({ simulate: (await import('./l0/schedule.js')).simulate, atOnce: 1 }),
  L1: async () => ({ simulate: (await import('./l1/schedule.js')).simulate, atOnce: 1 }),
  L2: async (protocol) => {
    const { simulate } = await import('./l2/schedule.js');
    return { simulate: (seed) => simulate(seed, protocol), atOnce: 4 };
  },
  rows: async () => {
    const { ALL, Rows } = await import('./rows/schedule.js');
    const rows = new Rows();
    return { simulate: (seed) => rows.simulate(seed), atOnce: 1, close: () => rows.close(), all: ALL };
  },
  L3: async () => {
    const { BrowserLevel } = await import('./l3/schedule.js');
    const level = new BrowserLevel(values.browser === 'firefox' ? 'firefox' : 'chromium');
    return { simulate: (seed) => level.simulate(seed), atOnce: 1, close: () => level.close() };
  },
};

/** How many schedules are printed in full. */
const SHOWN = 3;

const { values } = parseArgs({
  options: {
    level: { type: 'string', default: 'L1' },
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    browser: { type: 'string', default: 'chromium' },
    protocol: { type: 'string', default: 'ours' },
    keep: { type: 'string' },
    sum: { type: 'string', multiple: true },
  },
});

/** What several runs have kept, as one. */
function sum(files: readonly string[]): never {
  const figures = new Figures();
  for (const file of files)
    for (const line of readFileSync(file, 'utf8').split('\n'))
      if (line !== '') figures.add(JSON.parse(line) as Outcome);
  return end(figures, 'all');
}

function end(figures: Figures, what: string): never {
  console.log(figures.table());
  const seeds = figures.bad.map(({ seed }) => seed);
  if (seeds.length > 0) console.log(`bad seeds: ${seeds.slice(0, 50).join(' ')}${seeds.length > 50 ? ' …' : ''}`);
  console.log(`${what}: ${figures.line()}`);
  process.exit(seeds.length > 0 ? 1 : 0);
}

if (values.sum) sum(values.sum);

const { level, protocol } = values;
const first = Number(values.seed);
const make = LEVELS[level];
// The baselines are programs on Socket.IO: there is something to compare where sockets are real.
const comparable = protocol === 'ours' || level === 'L2';
if (
  !make ||
  !comparable ||
  !['ours', 'plain', 'stock'].includes(protocol) ||
  !(Number(values.runs ?? 1) > 0) ||
  !Number.isInteger(first)
) {
  console.error(
    `usage: npm run faults -- --level ${Object.keys(LEVELS).join('|')} --runs N --seed FIRST [--protocol ours|plain|stock]`,
  );
  process.exit(2);
}

/** A schedule that could not be played to its end is bad: it proves nothing. */
const broken = (seed: number, error: unknown): Outcome => ({
  ...{ seed, sent: 0, lost: 0, duplicated: 0, outOfOrder: 0, stuck: 1, steps: [], rows: [], recovery: 0, woken: false },
  violations: [`did not come to its end: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
});

const figures = new Figures();
const { simulate, atOnce, close, all = 1_000 } = await make(protocol as Protocol);
const runs = Number(values.runs ?? all);
let next = first;
const again = (seed: number): string =>
  `npm run faults -- --level ${level} --runs 1 --seed ${seed}${protocol === 'ours' ? '' : ` --protocol ${protocol}`}${values.browser === 'chromium' ? '' : ` --browser ${values.browser}`}`;
await Promise.all(
  Array.from({ length: Math.min(atOnce, runs) }, async () => {
    while (next < first + runs) {
      const seed = next++;
      const outcome = await simulate(seed).catch((error: unknown) => broken(seed, error));
      figures.add(outcome);
      // The steps can be had again from the seed.
      if (values.keep) appendFileSync(values.keep, `${JSON.stringify({ ...outcome, steps: [] })}\n`);
      // The baselines fail in most schedules: there the sum is what counts.
      const show = protocol === 'ours' || runs === 1 ? SHOWN : 0;
      if (outcome.violations.length > 0 && figures.bad.length <= show) console.log(told(outcome, again(seed)));
    }
  }),
);
await close?.();
end(figures, `${level} ${protocol}`);
