/** Runs transactions, and tells what they did when they are committed. */
import type { Store, Tx } from '../store/port.js';
import type { Clock } from './ports.js';
import type { Surveys } from './surveys.js';
import { Work, type Commit } from './work.js';

/**
 * The outcome of a command: its answer, and what is still to be told to others. The answer goes out first, so that a
 * sender's acknowledgement is never behind its own echo.
 */
export interface Done<T> {
  readonly data: T;
  publish(): void;
}

/** Hears of every commit, in order. */
export type CommitListener = (commit: Commit) => void;

/** Adds to every transaction what follows from it. */
export type CommitStep = (tx: Tx, commit: Commit, now: number) => Promise<void>;

/** See the module. */
export class Runner {
  readonly #listeners: CommitListener[] = [];
  #step: CommitStep | undefined;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly surveys?: Surveys,
  ) {}

  onCommit(listener: CommitListener): void {
    this.#listeners.push(listener);
  }

  /** Adds to every transaction from now on. */
  before(step: CommitStep): void {
    this.#step = step;
  }

  /** Runs `act` in one transaction. `publish` of the result must be called. */
  async run<T>(act: (work: Work) => Promise<T>): Promise<Done<T>> {
    const { data, commit } = await this.store.transact(async (tx) => {
      const work = new Work(tx, this.clock.now(), this.surveys);
      const result = await act(work);
      const commit = await work.finish();
      await this.#step?.(tx, commit, work.now);
      return { data: result, commit };
    });
    let told = false;
    return {
      data,
      publish: () => {
        if (told) return;
        told = true;
        for (const listener of this.#listeners) listener(commit);
      },
    };
  }

  /** For what nobody waits for. */
  async runAndPublish<T>(act: (work: Work) => Promise<T>): Promise<T> {
    const { data, publish } = await this.run(act);
    publish();
    return data;
  }
}
