// Rollup works on build/, tsc's output. (A TypeScript plugin inside Rollup resolves before node-resolve does, and then
// engine.io-client's Node build lands in the browser bundle, with no more than a warning.)
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { writeGraph } from './scripts/rollup/graph.mjs';
import { minifyLiterals } from './scripts/rollup/minify-literals.mjs';
import { privateNames } from './scripts/rollup/private-names.mjs';
import { slimLit } from './scripts/rollup/slim-lit.mjs';
import { cutSocketIo, slimSocketIo } from './scripts/rollup/slim-socket-io.mjs';
import { trustedTypesPolicy } from './scripts/rollup/trusted-types.mjs';
import { tscMaps } from './scripts/rollup/tsc-maps.mjs';

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.js') && !name.endsWith('.styles.js'))
        .map((name) => `${folder}/${name}`)
    : [];
const indexesIn = (folder) =>
  readdirSync(folder)
    .map((name) => `${folder}/${name}/index.js`)
    .filter(existsSync);

/** What the exports map of package.json names; every module they reach keeps a file of its own. */
const entries = [
  'build/index.js',
  'build/engine.js',
  'build/acts.js',
  'build/session/index.js',
  'build/platform/oauth.js',
  ...['elements', 'define', 'locales', 'presets'].flatMap((folder) => filesIn(`build/${folder}`)),
  ...['transports', 'facades'].flatMap((folder) => indexesIn(`build/${folder}`)),
];

const packages = /^(lit|@lit\/[\w-]+|socket\.io-client|engine\.io-client|valibot|re2js|marked)(\/|$)/;

// An unresolved or misspelt import is a warning to Rollup, and a broken file to a page.
const strict = (warning, warn) => {
  if (['UNRESOLVED_IMPORT', 'MISSING_EXPORT', 'CIRCULAR_DEPENDENCY', 'THIS_IS_UNDEFINED'].includes(warning.code)) {
    // Cycles inside packages are theirs to mind.
    if (warning.code !== 'CIRCULAR_DEPENDENCY' || !warning.ids?.every((id) => id.includes('node_modules'))) {
      throw new Error(warning.message);
    }
  }
  warn(warning);
};

// ignoreSideEffectsForRoot: "sideEffects" in our package.json speaks of dist/; read against build/, it would drop the
// modules that register the elements.
const npm = {
  input: entries,
  external: packages,
  onwarn: strict,
  plugins: [tscMaps(), resolve({ ignoreSideEffectsForRoot: true })],
  output: {
    dir: 'dist',
    format: 'esm',
    preserveModules: true,
    preserveModulesRoot: 'build',
    // tslib's one helper would land in dist/node_modules, which npm never packs.
    entryFileNames: ({ name }) =>
      name.includes('node_modules') ? `internal/${path.basename(name, '.es6')}.js` : '[name].js',
    hoistTransitiveImports: false,
    sourcemap: true,
  },
};

const minify = () =>
  terser({
    ecma: 2022,
    module: true,
    // "unsafe" is about pages that replace built-ins such as `String` and `Array`.
    compress: { passes: 3, unsafe: true, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false },
    format: { comments: false },
  });

const cdn = (name, entry, output, ...more) => ({
  input: { [name]: entry },
  onwarn: strict,
  // By default an entry that shares code with a lazy chunk becomes a facade of 150 bytes in front of one more chunk.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    tscMaps(),
    minifyLiterals({ include: /\/build\// }),
    trustedTypesPolicy(name),
    slimLit(),
    slimSocketIo(),
    cutSocketIo(),
    resolve({ browser: true, exportConditions: ['production'], ignoreSideEffectsForRoot: true }),
    privateNames(),
    minify(),
    ...more,
  ],
  output: { format: 'esm', entryFileNames: '[name].js', sourcemap: true, ...output },
});

const without = (name, names) => ({
  name: 'without',
  resolveId: { order: 'pre', handler: (id) => (id === name ? `\0${name}` : null) },
  load: (id) => (id === `\0${name}` ? `export const ${names} = undefined;` : null),
});

/** The languages, as files in a folder beside the one that asks for them. */
const languages = filesIn('build/locales/more')
  .map((file) => path.basename(file, '.js'))
  .filter((name) => existsSync(`build/locales/${name}.js`) && !['en', 'terms'].includes(name));
const languagesBeside = {
  name: 'languages-beside',
  transform: {
    order: 'pre',
    handler: (code, id) =>
      id.endsWith('/build/locales/bundled.js')
        ? code.replace(/import\('\.\/(\w+)\.js'\)/g, "import(new URL('./locales/$1.js', import.meta.url).href)")
        : null,
  },
};

export default [
  npm,
  // The one file has what everybody needs: a filter of the page is matched by the browser's own engine there, and watched.
  cdn(
    'live-chat.min',
    'build/index.js',
    { dir: 'cdn', inlineDynamicImports: true },
    without('re2js', 'RE2JS'),
    languagesBeside,
  ),
  {
    input: Object.fromEntries(languages.map((lang) => [lang, `build/locales/${lang}.js`])),
    onwarn: strict,
    preserveEntrySignatures: 'allow-extension',
    plugins: [tscMaps(), minify()],
    output: { dir: 'cdn/locales', format: 'esm', chunkFileNames: '[name]-[hash].js', sourcemap: true },
  },
  {
    input: { oauth: 'build/platform/oauth.js' },
    onwarn: strict,
    plugins: [tscMaps(), minify()],
    output: { dir: 'cdn', format: 'esm', sourcemap: true },
  },
  cdn(
    'live-chat',
    'build/index.js',
    { dir: 'cdn/chunked', chunkFileNames: 'chunks/[name]-[hash].js' },
    writeGraph('build/cdn-graph.json'),
  ),
  // A folder of its own: together with the other, what the two share would be cut out of the launcher's one file.
  cdn(
    'genesys',
    'build/presets/genesys.js',
    { dir: 'cdn/genesys', chunkFileNames: 'chunks/[name]-[hash].js' },
    writeGraph('build/genesys-graph.json'),
  ),
  cdn('omnichannel', 'build/presets/omnichannel.js', {
    dir: 'cdn/omnichannel',
    chunkFileNames: 'chunks/[name]-[hash].js',
  }),
];
