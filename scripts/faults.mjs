// npm run faults: seeded schedules of faults, and one closing line of figures. Ends with 1 when any promise was broken.
//   --level L0|L1|L2|L3|rows       where (docs/reliability.md)
//   --runs N --seed FIRST          how many schedules, and the first one's seed
//   --keep FILE                    adds a line for each schedule to a file
//   --sum FILE [--sum FILE …]      runs nothing: the table and the closing line of what was kept
//   --protocol ours|plain|stock    L2: our protocol, plain Socket.IO, or Socket.IO's own recipe for reliability; all: each, with the same seeds
import { spawn } from 'node:child_process';
import path from 'node:path';

process.chdir(path.resolve(import.meta.dirname, '..'));
const child = spawn(process.execPath, ['--import', 'tsx', 'test/faults/run.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code) => (process.exitCode = code ?? 1));
