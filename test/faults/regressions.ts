/**
 * Seeds that have found a fault once, by level, each with what it found. They are played with every slice.
 *
 * A change of what a schedule draws makes its seeds mean something else. A fault therefore also has a test of its own.
 */
export const REGRESSIONS: Readonly<Record<'L0' | 'L1' | 'L2' | 'L3', readonly number[]>> = {
  L0: [],
  L1: [],
  L2: [],
  L3: [],
};
