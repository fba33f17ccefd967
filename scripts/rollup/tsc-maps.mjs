// Rollup does not read the source maps that tsc wrote beside its output; this hands them over, so that the published
// maps point at src/*.ts.
import { existsSync, readFileSync } from 'node:fs';

export const tscMaps = () => ({
  name: 'tsc-maps',
  load(id) {
    if (!existsSync(`${id}.map`)) return null;
    return {
      code: readFileSync(id, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, ''),
      map: JSON.parse(readFileSync(`${id}.map`, 'utf8')),
    };
  },
});
