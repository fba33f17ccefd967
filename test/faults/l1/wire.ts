/** One connection between a page and the server under a virtual clock: two ordered ways, each of which can fail by itself. */
import type { Seeded } from '../../helpers/seeded.js';
import type { VirtualClock } from '../../helpers/virtual-clock.js';

/** A frame as it is on the wire: JSON, so that neither end can reach into the other. */
export type Frame = {
  readonly name: string;
  /** Set for what wants an answer, and for the answer. */
  readonly ask?: number;
  readonly data: unknown;
};
export type Way = 'up' | 'down';

/** How long either end takes to notice that nobody is there any more: the server's ping interval and time-out. */
export const PING_BUDGET = 18_000;

/** The network of one page, with faults that can be switched while it is used. */
export class Net {
  /** Milliseconds one way. */
  latency = 10;
  /** Nobody gets through; `silent` is without an answer. */
  refuse: 'no' | 'yes' | 'silent' = 'no';
  /** Frames of a way are held back until it is let go. */
  readonly held = { up: false, down: false };
  /** How many frames of a hundred arrive a second time. */
  twice = 0;
  /** Says which frame tears the line instead of arriving. */
  cutAt: ((way: Way, frame: Frame) => boolean) | undefined;
  readonly wires = new Set<Wire>();
  /** When the last frame that is under way arrives. */
  busyUntil = 0;
  #undoHold: Record<Way, () => void> = { up: () => undefined, down: () => undefined };

  constructor(
    readonly clock: VirtualClock,
    readonly random: Seeded,
  ) {}

  cut(): void {
    for (const wire of [...this.wires]) wire.cut();
  }

  halfOpen(): void {
    for (const wire of [...this.wires]) wire.halfOpen();
  }

  /** Holds a way for so long; a line that is held for longer than a ping may take is given up by both ends. */
  hold(way: Way, ms: number): void {
    this.letGo(way);
    this.held[way] = true;
    const affected = [...this.wires];
    const undo = [
      this.clock.delay(ms, () => this.letGo(way)),
      ...(ms > PING_BUDGET ? [this.clock.delay(PING_BUDGET, () => affected.forEach((wire) => wire.cut()))] : []),
    ];
    this.#undoHold[way] = () => undo.forEach((one) => one());
  }

  letGo(way: Way): void {
    this.#undoHold[way]();
    this.held[way] = false;
    for (const wire of this.wires) wire.letGo(way);
  }
}

type End = { take(frame: Frame): void; gone(): void };

/** See the module. */
export class Wire {
  /** Whether each end still listens. */
  #open = { up: true, down: true };
  #silent = false;
  #free = { up: 0, down: 0 };
  #waiting: Record<Way, (() => void)[]> = { up: [], down: [] };

  /** @param ends - `up` is the server, where what goes up arrives; `down` the page */
  constructor(
    private readonly net: Net,
    private readonly ends: Readonly<Record<Way, End>>,
  ) {
    net.wires.add(this);
  }

  send(way: Way, frame: Frame): void {
    const { cutAt, random, twice } = this.net;
    if (cutAt?.(way, frame)) {
      this.net.cutAt = undefined;
      return this.#carry(way, () => this.cut());
    }
    const copy = JSON.stringify(frame);
    const arrive = (): void => this.ends[way].take(JSON.parse(copy) as Frame);
    this.#carry(way, arrive);
    if (twice > 0 && random.chance(twice)) this.#carry(way, arrive);
  }

  /** Brings something to the other end, after all that was sent before it. */
  #carry(way: Way, arrive: () => void): void {
    if (this.#silent) return;
    const { clock, latency } = this.net;
    this.#free[way] = Math.max(this.#free[way], clock.elapsed + latency);
    this.net.busyUntil = Math.max(this.net.busyUntil, this.#free[way]);
    clock.delay(this.#free[way] - clock.elapsed, () => {
      if (this.net.held[way] || this.#waiting[way].length > 0) this.#waiting[way].push(arrive);
      else if (this.#open[way]) arrive();
    });
  }

  letGo(way: Way): void {
    for (const arrive of this.#waiting[way].splice(0)) if (this.#open[way]) arrive();
    this.#forget();
  }

  /** Both ends notice at once; nothing that is under way arrives. */
  cut(): void {
    this.#close('up');
    this.#close('down');
  }

  /** One end leaves. What it has sent still arrives, then the other end notices. */
  leave(end: Way): void {
    if (!this.#open[end]) return;
    this.#open[end] = false;
    const other = end === 'up' ? 'down' : 'up';
    this.#carry(other, () => this.#close(other));
    // Should the end of the line be lost as well, only the missing pings tell.
    this.net.clock.delay(PING_BUDGET, () => this.#close(other));
    this.#forget();
  }

  /** Nothing arrives any more, and nobody is told. */
  halfOpen(): void {
    this.#silent = true;
    this.net.clock.delay(PING_BUDGET, () => this.cut());
  }

  #close(end: Way): void {
    if (!this.#open[end]) return;
    this.#open[end] = false;
    this.ends[end].gone();
    this.#forget();
  }

  #forget(): void {
    if (!this.#open.up && !this.#open.down && this.#waiting.up.length + this.#waiting.down.length === 0)
      this.net.wires.delete(this);
  }
}
