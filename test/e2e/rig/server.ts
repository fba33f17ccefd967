/** The real chat server in a process of its own, on a port and a data folder that stay the same over its deaths. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Who may sign in at the desk of every server here. */
export const AGENTS = [
  { name: 'Robin', password: 'robin', capacity: 50 },
  { name: 'Sam', password: 'sam', capacity: 50, role: 'supervisor' },
] as const;

/** The name of somebody who may sign in. */
export type AgentName = (typeof AGENTS)[number]['name'];

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** See the module. */
export class ServerProcess {
  #child: ChildProcess | undefined;
  #said = '';

  private constructor(
    readonly port: number,
    readonly data: string,
    private readonly entry: string,
  ) {}

  /** @param entry - the program to run, from the project's root */
  static async launch(entry = 'demo/server/start.ts'): Promise<ServerProcess> {
    const data = mkdtempSync(path.join(os.tmpdir(), 'live-chat-e2e-'));
    writeFileSync(path.join(data, 'agents.json'), JSON.stringify(AGENTS));
    const server = new ServerProcess(await freePort(), data, entry);
    await server.start();
    return server;
  }

  /** All that it has written: its log. */
  get log(): string {
    return this.#said;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', this.entry], {
      cwd: ROOT,
      // Not a pipe for stdin: a server that waits for input would outlive a test that crashed.
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        DATA_DIR: this.data,
        AGENTS_FILE: path.join(this.data, 'agents.json'),
      },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    while (!(await this.#answers())) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the server did not start:\n${this.#said}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Whether the disk takes what it writes. Without room every write to a file fails, as the operating system says. */
  room(has: boolean): void {
    const most = has ? 'unlimited' : '0';
    execFileSync('prlimit', ['--pid', String(this.#child?.pid), `--fsize=${most}:`]);
  }

  /** Whether it says of itself that it is well. */
  async healthy(): Promise<boolean> {
    return this.#answers();
  }

  /** Ends it, and starts it again. */
  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** Ends it for good, and forgets what it stored. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.data, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  async #answers(): Promise<boolean> {
    return fetch(`${this.origin}/health`).then(
      (response) => response.ok,
      () => false,
    );
  }
}
