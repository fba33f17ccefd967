/** What a run came to: the table by rows of the fault matrix, and the closing line. */
import type { Verdict } from './ledger.js';

/** What came of one schedule. */
export type Outcome = Verdict & {
  readonly seed: number;
  /** What was done, in the order in which it was done. */
  readonly steps: readonly string[];
  /** Rows of the fault matrix that took part, such as `F2`. */
  readonly rows: readonly string[];
  /** How many cases it is, where that is not one. */
  readonly cases?: number;
  /** Milliseconds from the end of the faults until every book agreed. */
  readonly recovery: number;
  /** The same from the wake-up, where that came later. */
  readonly sinceWake?: number;
  /** Whether a wake-up of the pages stood at the end of the faults. */
  readonly woken: boolean;
};

/** How many cases the fault matrix asks for, by row. */
const SIZES: Readonly<Record<string, number>> = {
  ...{ F1: 1_000, F2: 1_000, F3: 500, F4: 500, F5: 100, F6: 100_000, F7: 300, F8: 600, F9: 20, F10: 400, F11: 500 },
  ...{ F13: 100, F15: 600, F16: 500, F17: 100, F18: 100, F19: 300, F20: 200, F21: 200 },
  ...{ F22: 2, F23: 511, F25: 10_000, F26: 5, F27: 54, F28: 200 },
};

/** What 95 of 100 recoveries may take, in milliseconds: from the end of the faults, and from a wake-up of the pages. */
const LIMITS = { recovery: 5_000, 'after a wake-up': 2_000 };
/** Of fewer schedules a single one makes the difference. */
const ENOUGH = 100;

/** See the module. */
export class Figures {
  readonly bad: Outcome[] = [];
  #times = { recovery: [] as number[], 'after a wake-up': [] as number[] };
  #rows = new Map<string, { cases: number; violations: number }>();
  #sum = { sent: 0, lost: 0, duplicated: 0, outOfOrder: 0, stuck: 0 };
  #schedules = 0;

  add(outcome: Outcome): void {
    this.#schedules++;
    for (const name of ['sent', 'lost', 'duplicated', 'outOfOrder', 'stuck'] as const) this.#sum[name] += outcome[name];
    if (outcome.violations.length > 0) this.bad.push(outcome);
    const { recovery, sinceWake = recovery, woken } = outcome;
    if (outcome.lost + outcome.stuck === 0) {
      this.#times.recovery.push(recovery);
      if (woken) this.#times['after a wake-up'].push(sinceWake);
    }
    for (const row of new Set(outcome.rows)) {
      const found = this.#rows.get(row) ?? { cases: 0, violations: 0 };
      this.#rows.set(row, {
        cases: found.cases + (outcome.cases ?? 1),
        violations: found.violations + Math.min(1, outcome.violations.length),
      });
    }
  }

  get lost(): number {
    return this.#sum.lost;
  }

  /** Which recoveries take longer than they may; nothing is said of few schedules. */
  get late(): readonly string[] {
    const names = ['recovery', 'after a wake-up'] as const;
    const times = (name: (typeof names)[number]) => this.#times[name];
    return names
      .filter((name) => times(name).length >= ENOUGH && at(times(name), 0.95) > LIMITS[name])
      .map((name) => `${name} is over ${LIMITS[name]} ms at the 95th of a hundred`);
  }

  /** One line for each row: its cases are the schedules it took part in, beside how many the matrix asks for. */
  table(): string {
    const rows = [...this.#rows].sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)));
    return rows
      .map(
        ([row, { cases, violations }]) =>
          `${row.padEnd(4)} ${String(cases).padStart(6)} of ${String(SIZES[row] ?? 0).padStart(6)} cases, ${violations} violations`,
      )
      .join('\n');
  }

  line(): string {
    const { sent, lost, duplicated, outOfOrder, stuck } = this.#sum;
    return [
      `${this.#schedules} schedules: ${sent} sent`,
      `${lost} lost`,
      `${duplicated} duplicated`,
      `${outOfOrder} out of order`,
      `${stuck} stuck`,
      `${this.bad.length} bad schedules`,
      ...Object.entries(this.#times).map(([name, list]) => `${name} ${told95(list)}`),
    ].join(', ');
  }
}

/** What this share of a list is not above, rounded. */
function at(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

const told95 = (list: readonly number[]): string =>
  `p50 ${at(list, 0.5)} ms, p95 ${at(list, 0.95)} ms, max ${at(list, 1)} ms`;

/** A schedule in full, and how to run it again. */
export function told({ seed, violations, steps }: Outcome, command: string): string {
  return [`schedule ${seed}, again: ${command}`, ...violations.map((what) => `  ${what}`), ...steps].join('\n');
}
