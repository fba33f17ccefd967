/** The rows of the fault matrix that are no schedules: each case by itself, as often as the matrix says. One seed is one case. */
import type { Outcome } from '../figures.js';
import { FLOODS, flood, WHOLE, type Measured } from './floods.js';
import { FRAMES, sendFrames } from './frames.js';
import { lastPush } from './last-push.js';
import { Machine } from './power.js';
import { RowRig } from './rig.js';
import { blockedReader, longHistory } from './slow.js';
import { ATTACKS, attack } from './strangers.js';
import { sendText, TEXTS } from './texts.js';
import { breakOf, breakUpload, UPLOADS } from './uploads.js';

type Case = {
  readonly row: string;
  readonly name: string;
  /** How many cases of the matrix it is. */
  readonly size?: number;
  /** Whether it needs a server that nobody has used. */
  readonly alone?: boolean;
  /** Resolves with what is wrong; and with the time that counts, where that is not how long it took. */
  readonly run: (rows: Rows, seed: number) => Promise<readonly string[] | Measured>;
};

const LAST_PUSHES = 20;

const CASES: readonly Case[] = [
  { row: 'F22', name: 'a long history', alone: true, run: async (rows, seed) => longHistory(await rows.rig(seed)) },
  {
    row: 'F22',
    name: 'a blocked reader',
    alone: true,
    run: async (rows, seed) => blockedReader(await rows.rig(seed), seed),
  },
  ...TEXTS.map((text): Case => ({
    row: 'F23',
    name: `sends ${JSON.stringify(text.slice(0, 40))}`,
    run: async (rows, seed) => sendText(await rows.rig(seed), text),
  })),
  ...ATTACKS.map((one): Case => ({
    row: 'F27',
    name: one[0],
    run: async (rows, seed) => attack(await rows.rig(seed), one),
  })),
  ...Array.from({ length: 10_000 / FRAMES }, (): Case => ({
    row: 'F25',
    name: 'frames of no version',
    size: FRAMES,
    run: async (rows, seed) => sendFrames(await rows.rig(seed), seed),
  })),
  ...Array.from({ length: 500 }, (): Case => ({
    row: 'F11',
    name: 'power is lost',
    run: ({ machine }) => machine.lose(),
  })),
  ...Array.from({ length: LAST_PUSHES }, (): Case => ({
    row: 'F13',
    name: 'the last push is lost',
    run: async (rows, seed) => lastPush(await rows.rig(seed)),
  })),
  // These have servers of their own.
  ...Object.keys(FLOODS).map((name): Case => ({ row: 'F26', name, run: () => flood(name, WHOLE) })),
  ...Array.from({ length: UPLOADS }, (_, number): Case => ({
    row: 'F28',
    name: breakOf(number),
    run: () => breakUpload(number),
  })),
];

/** How many there are. */
export const ALL = CASES.length;

/** How many of them take a server of their own; they are the last ones. */
export const HEAVY = Object.keys(FLOODS).length + UPLOADS;

/** See the module. */
export class Rows {
  readonly machine = new Machine();
  #rig: RowRig | undefined;
  #row = '';

  /** The server of this run. */
  async rig(seed: number): Promise<RowRig> {
    return (this.#rig ??= await RowRig.open(seed));
  }

  async simulate(seed: number): Promise<Outcome> {
    const { row, name, size = 1, alone = false, run } = CASES[(seed - 1) % ALL]!;
    if (alone || row !== this.#row) await this.#forget();
    this.#row = row;
    const from = Date.now();
    const found = await run(this, seed);
    const {
      wrong,
      late,
      p95: recovery,
    } = 'wrong' in found ? found : { wrong: found, late: [], p95: Date.now() - from };
    const violations = [...wrong, ...late];
    if (alone || violations.length > 0) await this.#forget();
    const none = { sent: 0, lost: 0, duplicated: 0, outOfOrder: 0, stuck: 0 };
    return {
      ...none,
      seed,
      violations,
      steps: [`${row}: ${name}`],
      rows: [row],
      cases: size,
      recovery,
      woken: false,
    };
  }

  async close(): Promise<void> {
    await this.#forget();
    await this.machine.close();
  }

  async #forget(): Promise<void> {
    await this.#rig?.close();
    this.#rig = undefined;
  }
}
