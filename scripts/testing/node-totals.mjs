// Counts for scripts/test.mjs: a reporter for `node --test` whose whole output is one line of JSON.
export default async function* nodeTotals(events) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' && type === 'test:pass') continue;
    // A suite fails because a test in it did, which counts; by itself only when its own code threw.
    if (data.details?.type === 'suite' && data.details.error?.failureType === 'subtestsFailed') continue;
    if (data.skip !== undefined || data.todo !== undefined) totals.skipped++;
    else if (type === 'test:pass') totals.passed++;
    // A file is a test too, which fails with those in it.
    else if (data.details?.error?.failureType !== 'subtestsFailed') totals.failed++;
  }
  yield JSON.stringify(totals);
}
