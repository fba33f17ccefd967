// npm run dev: npm start, and again whenever a source has been changed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import path from 'node:path';

process.chdir(path.resolve(import.meta.dirname, '..'));

let server;
let timer;

async function restart() {
  if (server && server.exitCode === null && server.signalCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  server = spawn(process.execPath, ['scripts/start.mjs', ...process.argv.slice(2)], { stdio: 'inherit' });
}

const watchers = ['src', 'demo'].map((folder) =>
  watch(folder, { recursive: true }, () => {
    // Editors write a file in several steps.
    clearTimeout(timer);
    timer = setTimeout(() => void restart(), 300);
  }),
);
// On Ctrl+C the server has had its own signal, and this process ends when the server has.
process.on('SIGINT', () => end());
process.on('SIGTERM', () => {
  server.kill('SIGTERM');
  end();
});
function end() {
  clearTimeout(timer);
  watchers.forEach((watcher) => watcher.close());
}

await restart();
