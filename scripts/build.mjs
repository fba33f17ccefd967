// npm run build: sources → build/ → dist/ and cdn/, the agent desk of the demo, the custom elements manifest and the
// editor data made from it. With --if-stale it does nothing when all of that is newer than every source.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleAgentDesk } from './build-agent.mjs';
import { writeEditorData } from './editor-data.mjs';

process.chdir(path.resolve(import.meta.dirname, '..'));

const STAMP = 'build/.done';
const LOCK = 'node_modules/.cache/build.lock';
const SOURCES = [
  'src',
  'demo/agent',
  'scripts',
  'rollup.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
];
const OUTPUTS = [
  'build',
  'dist',
  'cdn',
  'custom-elements.json',
  'vscode.html-custom-data.json',
  'vscode.css-custom-data.json',
];

function newest(file) {
  if (!existsSync(file)) return 0;
  const { mtimeMs } = statSync(file);
  // A folder's own time moves when a file in it is removed.
  return statSync(file).isDirectory()
    ? Math.max(mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))))
    : mtimeMs;
}

const isFresh = () =>
  existsSync(STAMP) &&
  OUTPUTS.every((file) => existsSync(file)) &&
  Number(readFileSync(STAMP, 'utf8')) >= Math.max(...SOURCES.map(newest));

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Two builds at once would delete each other's files (say `npm start` beside `npm test`). */
async function withLock(work) {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(existsSync(LOCK) ? readFileSync(LOCK, 'utf8') : 0);
      if (owner && !isAlive(owner)) rmSync(LOCK, { force: true });
      else await new Promise((next) => setTimeout(next, 200));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

const run = (tool, ...args) =>
  execFileSync(`node_modules/.bin/${tool}`, args, { stdio: ['ignore', 'inherit', 'inherit'] });

async function build() {
  const started = Date.now();
  for (const file of OUTPUTS) rmSync(file, { recursive: true, force: true });
  run('tsc', '-p', 'tsconfig.build.json');
  run('rollup', '-c', '--silent');
  await bundleAgentDesk();
  run('cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet');
  await writeEditorData();
  writeFileSync(STAMP, String(started));
  console.log(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

await withLock(async () => {
  if (process.argv.includes('--if-stale') && isFresh()) return;
  try {
    await build();
  } catch (error) {
    // A tool that failed has said why.
    if (error.status === undefined) console.error(error);
    process.exitCode = 1;
  }
});
