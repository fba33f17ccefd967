// npm run faults:mutate: takes one guard away at a time, in a copy, and asks whether schedules of L1, or of the rows, notice.
// Ends with 1 when one is taken away unnoticed, or is not where it was.
//   --only NAME    one of them
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { only: { type: 'string' } } });

/** The guard, its file, what stands there, what is put there, and the runs that are to notice. */
const GUARDS = [
  {
    name: 'dedupe',
    file: 'demo/server/core/sending.ts',
    from: "if (known) return { id: item.id, status: 'duplicate', seq: known.seq, at: known.at };",
    to: 'if (known) item = { ...item, id: `${item.id}-${Math.random()}` };',
    level: 'L1',
  },
  {
    name: 'dirty flag',
    file: 'src/session/flows/sync.ts',
    from: 'while (pull.dirty || this.#missing(key))',
    to: 'while (this.#missing(key))',
    level: 'L1',
  },
  {
    name: 'write awaited before the composer clears',
    file: 'src/session/flows/outbox.ts',
    from: 'const durable = await lane.add({ item, createdAt, secret }, (known) => this.#peers.secure(key, known));',
    to: 'void lane.add({ item, createdAt, secret }, (known) => this.#peers.secure(key, known)); const durable = true;',
    level: 'L1',
  },
  {
    name: 'acknowledgement only after the commit',
    file: 'demo/server/core/runner.ts',
    from: 'const { data, commit } = await this.store.transact(async (tx) => {',
    // The answer is given while the transaction is still to be committed.
    to: `const { data, commit } = await new Promise<any>((resolve, reject) => void this.store.transact(async (tx) => {
      const work = new Work(tx, this.clock.now());
      const data = await act(work);
      resolve({ data, commit: await work.finish() });
      await new Promise((later) => setImmediate(later));
    }).catch(reject));
    if (Math.random() > 2) await this.store.transact(async (tx) => {`,
    level: 'L1',
  },
  {
    name: 'ordered batch',
    file: 'src/session/flows/outbox.ts',
    from: 'const items = batch.map(({ item }) => item);',
    to: 'const items = batch.map(({ item }) => item).reverse();',
    level: 'L1',
  },
  {
    name: 'head check',
    file: 'demo/server/core/heartbeat.ts',
    from: "hub.tell(connection.id, 'beat', { rev: connection.rev, now });",
    to: '',
    // Where nothing else happens: in most schedules something else shows what is missing.
    level: 'rows',
  },
];

/** In L1 the first schedules; of the rows those that lose the very last push. */
const RUNS = { L1: ['--runs', '60'], rows: ['--runs', '4', '--seed', '1175'] };

const copy = mkdtempSync(path.join(os.tmpdir(), 'live-chat-mutants-'));
for (const name of ['src', 'demo', 'test', 'scripts', 'package.json', 'tsconfig.json'])
  cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));

let unnoticed = 0;
const table = [];
for (const { name, file, from, to, level } of GUARDS.filter((guard) => !values.only || guard.name === values.only)) {
  const target = path.join(copy, file);
  const whole = readFileSync(target, 'utf8');
  if (whole.split(from).length !== 2) {
    table.push(`${name.padEnd(46)} UNNOTICED not found in ${file}`);
    unnoticed++;
    continue;
  }
  writeFileSync(
    target,
    whole.replace(from, () => to),
  );
  const args = ['scripts/faults.mjs', '--level', level, ...RUNS[level]];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 1e9,
  });
  writeFileSync(target, whole);
  // A program that does not run at all has noticed nothing.
  const line = stdout.trim().split('\n').at(-1) ?? '';
  const noticed = status === 1 && line.includes('schedules');
  if (!noticed) unnoticed++;
  const row = `${name.padEnd(46)} ${noticed ? 'noticed  ' : 'UNNOTICED'} ${line.replace(/, recovery.*/, '')}`;
  console.log(row);
  table.push(row);
}
rmSync(copy, { recursive: true, force: true });
console.log(`\n${table.join('\n')}\n${table.length - unnoticed} of ${table.length} were noticed`);
process.exitCode = unnoticed > 0 ? 1 : 0;
