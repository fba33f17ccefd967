/** A server in a process of its own, on a port and a data folder that outlive it. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Stored } from '../ledger.js';
import type { Order, Word } from './orders.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');

let built: Promise<Record<'ours' | 'baseline', string>> | undefined;

/** Bundled once: a process that has to translate itself first takes ten times as long to be back. */
async function bundles(): Promise<Record<'ours' | 'baseline', string>> {
  const folder = path.join(ROOT, 'node_modules/.cache/faults', String(process.pid));
  mkdirSync(folder, { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: ['ours', 'baseline'].map((name) => path.join(import.meta.dirname, 'server', `${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return { ours: path.join(folder, 'ours.mjs'), baseline: path.join(folder, 'baseline.mjs') };
}

/** See the module. */
export class ServerProcess {
  readonly data = mkdtempSync(path.join(os.tmpdir(), 'live-chat-faults-'));
  port = 0;
  #child: ChildProcess | undefined;
  #starting: Promise<void> | undefined;

  /** @param pings - as short as a schedule needs them, or as they are by default */
  constructor(
    private readonly protocol: 'ours' | 'plain' | 'stock',
    private readonly pings: 'short' | 'default' = 'short',
  ) {}

  get up(): boolean {
    return this.#child !== undefined;
  }

  /** Resolves when it listens. */
  start(): Promise<void> {
    if (this.#child) return Promise.resolve();
    return (this.#starting ??= this.#start().finally(() => (this.#starting = undefined)));
  }

  async #start(): Promise<void> {
    const files = await (built ??= bundles());
    const child = fork(
      files[this.protocol === 'ours' ? 'ours' : 'baseline'],
      [this.data, String(this.port), this.protocol, this.pings],
      {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        execArgv: [],
      },
    );
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ready = new Promise<number>((resolve, reject) => {
      child.once('message', (word: Word) => resolve(word.type === 'ready' ? word.port : 0));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
    ready.catch(() => undefined);
    child.on('error', () => undefined);
    this.port = await ready;
    this.#child = child;
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
  }

  /** As a power switch does. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    await this.#starting?.catch(() => undefined);
    const child = this.#child;
    if (!child) return;
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill(signal);
    // A graceful end may wait for what never ends.
    const late = setTimeout(() => child.kill('SIGKILL'), 1_000);
    await gone;
    clearTimeout(late);
    this.#child = undefined;
  }

  /** Says something to it, if it lives. */
  order(order: Order): void {
    if (this.#child?.connected) this.#child.send(order, () => undefined);
  }

  /** What it has stored; undefined when it does not answer. */
  async log(): Promise<readonly Stored[] | undefined> {
    const child = this.#child;
    if (!child?.connected) return undefined;
    const answer = new Promise<readonly Stored[] | undefined>((resolve) => {
      const late = setTimeout(() => resolve(undefined), 2_000);
      child.once('message', (word: Word) => {
        clearTimeout(late);
        resolve(word.type === 'log' ? word.log : undefined);
      });
    });
    this.order({ type: 'log' });
    return answer;
  }

  forget(): void {
    rmSync(this.data, { recursive: true, force: true });
  }
}
