// The counts of a test run, by file.
import path from 'node:path';

/** The counts of one file in `files`, which begin at nothing. */
export function countsOf(files, file) {
  return (files[path.relative('.', file)] ??= { passed: 0, failed: 0, skipped: 0 });
}

/** The sum over all files. */
export function sumOf(files) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of Object.values(files)) for (const name of Object.keys(sum)) sum[name] += counts[name];
  return sum;
}

/** The files with a failed test. */
export const failedOf = (files) => Object.keys(files).filter((file) => files[file].failed > 0);
