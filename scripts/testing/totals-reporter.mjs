// Counts for scripts/test.mjs. Web Test Runner's own summary does not count a file that could not be loaded.
import { writeFileSync } from 'node:fs';

export function totalsReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const totals = { passed: 0, failed: 0, skipped: 0 };
      const walk = ({ tests, suites }) => {
        for (const test of tests) totals[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suites.forEach(walk);
      };
      for (const session of sessions) {
        const before = totals.failed;
        if (session.testResults) walk(session.testResults);
        // It could not be loaded, or timed out, or an error came outside of any test.
        if (!session.passed && totals.failed === before) totals.failed++;
      }
      writeFileSync(file, JSON.stringify(totals));
    },
  };
}
