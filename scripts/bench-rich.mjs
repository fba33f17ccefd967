// npm run bench:rich: how the time to read and draw a rich message grows with its size, over every kind that can grow and
// over texts that readers of Markdown are known to be slow at. In a real Chromium, on the sources; in time of the
// processor, so that whatever else the machine does counts little. Exit code 1 when twice the input takes more than the limit.
import { inPage } from './testing/bench-page.mjs';

const LIMIT = 2.5;
const ROUNDS = 3;
/** What still seems to pass the limit is measured so often. */
const AGAIN = 20;
const RUNS = 25;
/** Milliseconds below which a difference means nothing: what a task costs by itself, and what is swept up, weigh more. */
const LEAST = 0.3;

const found = await inPage('test/bench/rich-doubling.ts', async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const measure = async (name, size) => {
    const before = await spent();
    await page.evaluate(([which, how, runs]) => globalThis.run(which, how, runs), [name, size, RUNS]);
    return ((await spent()) - before) / RUNS;
  };
  const results = [];
  for (const { name, sizes } of await page.evaluate(() => globalThis.prepare())) {
    const times = new Map(sizes.map((size) => [size, Infinity]));
    const grown = () =>
      sizes.slice(1).map((size, index) => ({
        ...{ name, size, time: times.get(size) },
        ratio: Math.max(LEAST, times.get(size)) / Math.max(LEAST, times.get(sizes[index])),
      }));
    for (let round = 0; round < ROUNDS || (round < AGAIN && grown().some(({ ratio }) => ratio > LIMIT)); round++)
      for (const size of sizes) times.set(size, Math.min(times.get(size), await measure(name, size)));
    results.push(...grown());
  }
  return results;
});

found.sort((a, b) => b.ratio - a.ratio);
for (const { name, size, time, ratio } of found.slice(0, 5))
  console.log(`${ratio.toFixed(2)} times as long at ${size}: ${name} (${time.toFixed(2)} ms)`);
const slowest = found.reduce((one, other) => (other.time > one.time ? other : one));
console.log(`slowest: ${slowest.name} at ${slowest.size}, ${slowest.time.toFixed(2)} ms`);
const failed = !(found[0].ratio <= LIMIT);
console.log(
  `${found.length} doublings of ${new Set(found.map(({ name }) => name)).size} inputs, the worst ` +
    `${found[0].ratio.toFixed(2)} (limit ${LIMIT}): ${failed ? 'NOT within it' : 'within it'}.`,
);
process.exitCode = failed ? 1 : 0;
