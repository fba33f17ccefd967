// Bundles the agent desk for the demo server. It is a page of ours, not part of the package, so that one pass of
// esbuild from the TypeScript sources is enough.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { renamePolicy } from './rollup/trusted-types.mjs';

const ENTRY = 'demo/agent/desk.ts';

/** The desk is served under the same strict policy as the visitor's pages. */
const trustedTypes = {
  name: 'trusted-types-policy',
  setup({ onLoad }) {
    onLoad({ filter: /lit-html\.js$/ }, async ({ path }) => ({
      contents: renamePolicy(await readFile(path, 'utf8')).code,
    }));
  },
};

export async function bundleAgentDesk() {
  if (!existsSync(ENTRY)) return;
  await build({
    entryPoints: { agent: ENTRY },
    outdir: 'build/demo',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['production'],
    // esbuild takes the decorators' settings from here
    tsconfig: 'tsconfig.json',
    // Our "sideEffects" speaks of dist/: read against sources, it drops the modules that register elements.
    ignoreAnnotations: true,
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [trustedTypes],
  });
}
