import { existsSync, readdirSync } from 'node:fs';

/** Every *.test.ts in these folders of test/. (Node 20's own runner takes neither globs nor TypeScript by folder.) */
export const testFiles = (folders) =>
  folders
    .map((folder) => `test/${folder}`)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`))
    .filter((name) => name.endsWith('.test.ts'))
    .sort();

/** Where each kind of test lives. */
export const FOLDERS = {
  node: ['session', 'protocol', 'vocabulary', 'facades', 'server', 'package', 'faults'],
  browser: ['elements', 'controllers', 'transports', 'platform', 'locales', 'define', 'presets'],
  e2e: ['e2e'],
};
