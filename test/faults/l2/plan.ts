/** What will happen in a schedule, drawn from its seed before it begins: the same for every protocol. */
import { Seeded } from '../../helpers/seeded.js';

const KINDS = [
  ['cut', 'F1', 2],
  ['bytes-up', 'F1', 1],
  ['bytes-down', 'F1', 1],
  ['ghost-client', 'F3', 1],
  ['ghost-server', 'F3', 1],
  ['hold-up', 'F4', 1],
  ['hold-down', 'F4', 1],
  ['slow', 'F5', 1],
  ['refuse', 'F7', 1],
  ['crash-before-commit', 'F8', 1],
  ['crash-before-ack', 'F2', 1],
  ['crash-after-ack', 'F8', 1],
  ['kill', 'F8', 1],
  ['deploy', 'F9', 1],
  ['lose-pushes', 'F13', 1],
  ['reload', 'F16', 2],
  ['junk', 'F25', 1],
] as const;

export type Kind = (typeof KINDS)[number][0];
export type Fault = {
  readonly at: number;
  readonly kind: Kind;
  readonly row: string;
  /** Whose network: the visitor's or the agent's. */
  readonly who: 0 | 1;
  readonly ms: number;
  readonly bytes: number;
};

/** When each side writes, and what fails. Milliseconds from the beginning. */
export type Plan = {
  readonly says: readonly { readonly at: number; readonly who: 0 | 1 }[];
  readonly faults: readonly Fault[];
  readonly wakes: boolean;
};

/** How long people write. */
export const LENGTH = 3_000;

/** See the module. */
export function planOf(seed: number): Plan {
  const random = new Seeded(seed);
  const says: { at: number; who: 0 | 1 }[] = [];
  for (const who of [0, 1] as const)
    for (let at = random.between(20, 80); at < LENGTH; at += random.between(20, 80)) says.push({ at, who });
  const bag = KINDS.flatMap(([kind, row, weight]) => Array.from({ length: weight }, () => ({ kind, row })));
  const faults = Array.from({ length: random.between(4, 9) }, () => ({
    ...random.pick(bag),
    at: random.between(0, LENGTH),
    who: random.pick([0, 1] as const),
    ms: random.between(50, 1_250),
    bytes: random.between(1, 400),
  }));
  return {
    says: says.sort((a, b) => a.at - b.at),
    faults: faults.sort((a, b) => a.at - b.at),
    wakes: random.chance(50),
  };
}
