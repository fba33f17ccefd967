// Counts for scripts/test.mjs: a reporter for `node --test` whose whole output is one line of JSON, the counts of each file.
import { countsOf } from './totals.mjs';

export default async function* nodeTotals(events) {
  const files = {};
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' && type === 'test:pass') continue;
    // A suite fails because a test in it did, which counts; by itself only when its own code threw. A file is a test, too.
    if (data.details?.error?.failureType === 'subtestsFailed') continue;
    const counts = countsOf(files, data.file ?? data.name);
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped++;
    else if (type === 'test:pass') counts.passed++;
    else counts.failed++;
  }
  yield JSON.stringify(files);
}
