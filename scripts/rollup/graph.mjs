// Writes what Rollup knows about its chunks, for scripts/size.mjs: which file needs which at once, which it may load
// later, and which of our modules are in it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const CODE = path.resolve('build');

export const writeGraph = (file) => ({
  name: 'write-graph',
  writeBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((item) => item.type === 'chunk');
    const graph = chunks.map(({ fileName, isEntry, imports, dynamicImports, moduleIds }) => ({
      fileName,
      isEntry,
      imports,
      dynamicImports,
      modules: moduleIds.map((id) => path.relative(id.startsWith(CODE) ? CODE : '.', id)),
    }));
    writeFileSync(file, `${JSON.stringify(graph, null, 2)}\n`);
  },
});
