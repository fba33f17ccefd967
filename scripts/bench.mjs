// npm run bench: what one more message costs in a transcript of 10,000 beside one of 100, and how many DOM nodes there
// are at several lengths. In a real Chromium, on the sources. Exit code 1 when a limit is passed.
import { inPage } from './testing/bench-page.mjs';

const LONG = 10_000;
const SHORT = 100;
const APPENDS = 100;
const MAX_RATIO = 1.25;
const MAX_NODES = 1000;

const { times, nodes } = await inPage('test/bench/append.ts', (page) =>
  page.evaluate(
    ([lengths, appends, others]) => globalThis.bench(lengths, appends, others),
    [[LONG, SHORT], APPENDS, [1000, 100_000]],
  ),
);

const at = (values, part) => values[Math.min(values.length - 1, Math.floor(values.length * part))];
const ms = (value) => `${value.toFixed(2)} ms`;
for (const length of [SHORT, LONG])
  console.log(
    `append to ${String(length).padStart(6)}: p50 ${ms(at(times[length], 0.5))}, p95 ${ms(at(times[length], 0.95))}`,
  );
const ratio = at(times[LONG], 0.5) / at(times[SHORT], 0.5);
console.log(`ratio of the p50 of ${APPENDS} appends: ${ratio.toFixed(2)} (limit ${MAX_RATIO})`);
for (const [length, count] of Object.entries(nodes))
  console.log(`nodes at ${String(length).padStart(8)}: ${count} (limit ${MAX_NODES})`);

const failed = ratio > MAX_RATIO || Object.values(nodes).some((count) => count > MAX_NODES);
console.log(failed ? 'A limit is passed.' : 'Within the limits.');
process.exitCode = failed ? 1 : 0;
