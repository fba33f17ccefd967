// npm test: Node tests, browser tests, end-to-end tests, and as the very last line the sum of them all.
//   --only node,browser,e2e            some parts
//   --browsers chromium,firefox,webkit where the browser tests run
//   any other argument                 only files whose path contains it
// With CI=true, a file that drives a browser and fails is played a second time by itself; what passes only then is named at the end.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FOLDERS, testFiles } from './testing/files.mjs';
import { failedOf, sumOf } from './testing/totals.mjs';

process.chdir(path.resolve(import.meta.dirname, '..'));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'node,browser,e2e' },
    browsers: { type: 'string', default: 'chromium' },
  },
});

const MINUTE = 60_000;
const scratch = mkdtempSync(path.join(os.tmpdir(), 'live-chat-tests-'));
const running = new Set();

/** A group of its own, so that what a crashed part leaves behind (browsers, servers) goes with it. */
const endGroup = (child) => {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // gone already
  }
};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    running.forEach(endGroup);
    process.exit(130);
  });
}

function run(args, env = {}, limit = 20 * MINUTE) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached: true,
    });
    running.add(child);
    const timer = setTimeout(() => {
      console.error(`Stopped after ${limit / MINUTE} minutes.`);
      endGroup(child);
    }, limit);
    child.on('close', (code) => {
      clearTimeout(timer);
      endGroup(child);
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

// The limit holds for each test, and for each file as a whole.
const nodeTests = (files, totals, concurrency, limit = 2 * MINUTE) =>
  run([
    ...['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`, `--test-timeout=${limit}`],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./scripts/testing/node-totals.mjs', `--test-reporter-destination=${totals}`],
    ...files,
  ]);

const parts = {
  node: (files, totals) => nodeTests(files, totals, os.availableParallelism()),
  browser: (files, totals) =>
    run(['node_modules/@web/test-runner/dist/bin.js'], {
      BROWSERS: values.browsers,
      TEST_FILES: files.join(','),
      TOTALS_FILE: totals,
    }),
  async e2e(files, totals) {
    // They load the built files, as a page does.
    const code = await run(['scripts/build.mjs', '--if-stale']);
    // Each starts browsers and a server, and waits most of its time for the two to talk: more than two would fight for cores.
    return code || nodeTests(files, totals, Math.min(2, os.availableParallelism()), 5 * MINUTE);
  },
};

/** More failed files than these are no chance. */
const FEW = 2;

/** Plays files, and returns the counts of each, and what went wrong beside the tests. */
async function play(name, files) {
  const totals = path.join(scratch, `${name}.json`);
  rmSync(totals, { force: true });
  const code = parts[name] && files.length > 0 ? await parts[name](files, totals) : 0;
  let counts = {};
  try {
    counts = JSON.parse(readFileSync(totals, 'utf8'));
  } catch {
    // It did not come so far; the next lines say so.
  }
  // A part that is silent about its failure must not be taken for a success.
  const { passed, failed } = sumOf(counts);
  if (passed + failed === 0) return { counts, note: 'ran no test' };
  return { counts, note: code !== 0 && failed === 0 ? `ended with code ${code}` : '' };
}

const sum = { passed: 0, failed: 0 };
const lines = [];
const late = [];

for (const name of values.only.split(',')) {
  const files = testFiles(FOLDERS[name] ?? []).filter((file) => positionals.every((text) => file.includes(text)));
  console.log(`\n── ${name}: ${files.length} files`);
  let { counts, note } = await play(name, files);
  const failed = failedOf(counts);
  // Never those of the delivery and its books: there, once is a fault.
  const few = failed.length > 0 && failed.length <= FEW && failed.every((file) => files.includes(file));
  if (process.env.CI && name !== 'node' && few) {
    console.log(`\n── ${name}: a second try of ${failed.join(', ')}`);
    const again = await play(name, failed);
    if (!again.note && failedOf(again.counts).length === 0) {
      counts = { ...counts, ...again.counts };
      late.push(...failed);
    }
  }
  const total = sumOf(counts);
  if (note) total.failed++;
  sum.passed += total.passed;
  sum.failed += total.failed;
  lines.push(
    `${name}: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped${note && ` (${note})`}`,
  );
}

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${lines.join('\n')}`);
if (late.length > 0)
  console.log(`Passed at the second try only, which is a bug of the test or of the product: ${late.join(', ')}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
console.log(`${sum.passed} passed, ${sum.failed} failed`);
