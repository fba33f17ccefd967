/** The program behind `npm run faults`. */
import { appendFileSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Figures, told, type Outcome } from './figures.js';

/** Runs the schedule of a seed. */
export type Level = {
  readonly simulate: (seed: number, protocol: Protocol) => Promise<Outcome>;
  /** How many at once. */
  readonly atOnce: number;
  readonly close?: () => Promise<void>;
  /** How many there are, where they are counted. */
  readonly all?: number;
};

/** What `--protocol` can be; `all` is each of them with the same seeds. */
const PROTOCOLS = ['ours', 'plain', 'stock'] as const;
type Protocol = (typeof PROTOCOLS)[number];
/** A line that was kept. */
type Kept = Outcome & { readonly protocol?: Protocol };

const LEVELS: Readonly<Record<string, () => Promise<Level>>> = {
  L0: async () => ({ simulate: (await import('./l0/schedule.js')).simulate, atOnce: 1 }),
  L1: async () => ({ simulate: (await import('./l1/schedule.js')).simulate, atOnce: 1 }),
  L2: async () => ({ simulate: (await import('./l2/schedule.js')).simulate, atOnce: 4 }),
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

/** Where how long it takes is a promise, too. */
const TIMED = ['L0', 'L1', 'L2'];

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

const all: Readonly<Record<Protocol, Figures>> = { ours: new Figures(), plain: new Figures(), stock: new Figures() };

/** What several runs have kept, as one. */
function sum(files: readonly string[]): never {
  const found = new Set<Protocol>(['ours']);
  for (const file of files)
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue;
      const { protocol = 'ours', ...outcome } = JSON.parse(line) as Kept;
      found.add(protocol);
      all[protocol].add(outcome);
    }
  return end([...found], 'all');
}

/** The table is of our own protocol where it took part. One that keeps every promise against which there is nothing to compare proves nothing. */
function end(protocols: readonly Protocol[], what: string): never {
  const [first = 'ours', ...compared] = protocols;
  console.log(all[first].table());
  const seeds = all[first].bad.map(({ seed }) => seed);
  if (seeds.length > 0) console.log(`bad seeds: ${seeds.slice(0, 50).join(' ')}${seeds.length > 50 ? ' …' : ''}`);
  // The programs that it is compared with are not ours, and what a browser takes is this machine's.
  const late = first === 'ours' && TIMED.includes(what) ? all.ours.late : [];
  for (const protocol of [...compared, first])
    console.log([`${what} ${protocol}: ${all[protocol].line()}`, ...(protocol === 'ours' ? late : [])].join(', '));
  const unbroken = compared.filter((protocol) => all[protocol].lost === 0);
  for (const protocol of unbroken) console.log(`${protocol} lost nothing: these faults prove nothing`);
  process.exit(seeds.length + unbroken.length + late.length > 0 ? 1 : 0);
}

if (values.sum) sum(values.sum);

const { level } = values;
const protocols = PROTOCOLS.filter((one) => values.protocol === 'all' || one === values.protocol);
const first = Number(values.seed);
const make = LEVELS[level];
// The baselines are programs on Socket.IO: there is something to compare where sockets are real.
const comparable = protocols.at(-1) === 'ours' || (protocols.length > 0 && level === 'L2');
if (!make || !comparable || !(Number(values.runs ?? 1) > 0) || !Number.isInteger(first)) {
  console.error(
    `usage: npm run faults -- --level ${Object.keys(LEVELS).join('|')} --runs N --seed FIRST [--protocol ours|plain|stock|all]`,
  );
  process.exit(2);
}

/** A schedule that could not be played to its end is bad: it proves nothing. */
const broken = (seed: number, error: unknown): Outcome => ({
  ...{ seed, sent: 0, lost: 0, duplicated: 0, outOfOrder: 0, stuck: 1, steps: [], rows: [], recovery: 0, woken: false },
  violations: [`did not come to its end: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
});

const { simulate, atOnce, close, all: most = 1_000 } = await make();
const runs = Number(values.runs ?? most);
let next = first;
const again = (seed: number, protocol: Protocol): string =>
  `npm run faults -- --level ${level} --runs 1 --seed ${seed}${protocol === 'ours' ? '' : ` --protocol ${protocol}`}${values.browser === 'chromium' ? '' : ` --browser ${values.browser}`}`;

async function play(seed: number, protocol: Protocol): Promise<void> {
  const outcome = await simulate(seed, protocol).catch((error: unknown) => broken(seed, error));
  const figures = all[protocol];
  figures.add(outcome);
  // The steps can be had again from the seed.
  const kept: Kept = { ...outcome, steps: [], protocol };
  if (values.keep) appendFileSync(values.keep, `${JSON.stringify(kept)}\n`);
  // The baselines fail in most schedules: there the sum is what counts.
  const show = protocol === 'ours' || runs === 1 ? SHOWN : 0;
  if (outcome.violations.length > 0 && figures.bad.length <= show) console.log(told(outcome, again(seed, protocol)));
}

await Promise.all(
  Array.from({ length: Math.min(atOnce, runs) }, async () => {
    while (next < first + runs) {
      const seed = next++;
      for (const protocol of protocols) await play(seed, protocol);
    }
  }),
);
await close?.();
end(protocols, level);
