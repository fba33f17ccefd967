// npm run size: what a page really loads, brotli at quality 11, each file by itself, against "size-budgets" in
// package.json. Exits 1 when a budget is exceeded. A budget that is not met yet has a "ceiling" beside its limit: the
// limit stays what it is, every run says by how much it is missed, and the ceiling keeps the distance from growing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

process.chdir(path.resolve(import.meta.dirname, '..'));

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const brotli = (file) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .length;

/** What Rollup wrote down about a folder of cdn/. */
const GRAPHS = { chunked: 'build/cdn-graph.json', genesys: 'build/genesys-graph.json' };

/** The files of a folder that arrive when `modules` are asked for: their chunks and all that those import statically. */
function filesFor(modules, folder) {
  const graph = readJson(GRAPHS[folder]);
  const chunks = new Map(graph.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set();
  const add = (file) => {
    if (files.has(file)) return;
    files.add(file);
    chunks.get(file)?.imports.forEach(add);
  };
  for (const name of modules) {
    const chunk = graph.find((item) => item.modules.includes(name));
    if (!chunk) throw new Error(`size-budgets: no chunk of the CDN build holds ${name}`);
    add(chunk.fileName);
  }
  return [...files];
}

const row = (name, bytes, note = '') => console.log(`  ${name.padEnd(44)}${String(bytes).padStart(8)} B  ${note}`);
let over = 0;

for (const [title, { limit, ceiling = limit, modules, folder = 'chunked' }] of Object.entries(
  readJson('package.json')['size-budgets'],
)) {
  console.log(title);
  let sum = 0;
  for (const file of filesFor(modules, folder)) {
    const bytes = brotli(`cdn/${folder}/${file}`);
    sum += bytes;
    row(file, bytes);
  }
  if (sum > ceiling) over++;
  row('sum', sum, sum <= limit ? `of ${limit}, ${limit - sum} left` : `OVER ${limit} by ${sum - limit}`);
  if (sum > limit && ceiling > limit) row('ceiling until the budget is met', ceiling);
}
console.log('single file, no budget');
row('live-chat.min.js', brotli('cdn/live-chat.min.js'));

if (over > 0) process.exitCode = 1;
