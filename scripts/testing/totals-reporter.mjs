// Counts for scripts/test.mjs, of each file. Web Test Runner's own summary does not count a file that could not be loaded.
import { writeFileSync } from 'node:fs';
import { countsOf } from './totals.mjs';

export function totalsReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const files = {};
      const walk = (counts, { tests, suites }) => {
        for (const test of tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        for (const suite of suites) walk(counts, suite);
      };
      for (const session of sessions) {
        const counts = countsOf(files, session.testFile);
        const before = counts.failed;
        if (session.testResults) walk(counts, session.testResults);
        // It could not be loaded, or timed out, or an error came outside of any test.
        if (!session.passed && counts.failed === before) counts.failed++;
      }
      writeFileSync(file, JSON.stringify(files));
    },
  };
}
