import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { FOLDERS as FOLDERS_OF_TESTS } from './scripts/testing/files.mjs';

// ── Who may import what ──────────────────────────────────────────────────────────────────────────────────────────
// A folder of src/ names the folders and packages it may import beside itself and the vocabulary; all else is an error that says where
// the thing belongs. From `types` it may have types; values only where `except` matches the rest of the path.

const MODEL = 'model/(selectors|survey-of|threads-of|initial|errors|providers)\\.js$';

const layers = {
  vocabulary: { why: 'Vocabulary is pure tables.' },
  protocol: { packages: ['valibot'], why: 'The protocol is shared with servers: names, schemas and limits only.' },
  session: {
    why: "The session has no DOM, no Lit and no vendor: a browser's API belongs to platform/ behind a port, a back end to transports/.",
  },
  'session/model': {
    beside: ['../(flows|view|chat|client|ports|memory)\\b', 'The model is pure: an effect belongs to session/flows.'],
    why: 'The model is pure: it knows its own types and the vocabulary.',
  },
  'session/flows': {
    beside: [
      '(\\./(connect|sync|outbox|conversations|identity|context|pipeline|files|typing|availability)|\\.\\./(chat|client))\\.js$',
      'Flows do not know each other: what two of them share belongs to flows/core, their order to session/chat.',
    ],
    why: 'A flow is one effect over the ports and the transport interface.',
  },
  platform: {
    folders: ['session'],
    why: "Platform implements the session's ports, and nothing else.",
  },
  transports: {
    packages: ['socket.io-client', 'engine.io-client', 'valibot'],
    folders: ['protocol'],
    types: { session: '(transport|model/errors)\\.js$' },
    beside: ['\\.\\./(?!\\.\\./|shared/)[\\w-]+/', 'Transports do not know each other.'],
    why: 'A transport knows the seam (session/transport), the errors, the protocol and its client package; never the page.',
  },
  facades: {
    types: { session: MODEL },
    why: 'A facade translates to ChatHost: what it would draw or send belongs to elements/ or transports/.',
  },
  locales: { types: { session: null }, why: 'Locales are tables of text.' },
  styles: { packages: ['lit'], why: 'Styles are sheets.' },
  controllers: {
    packages: ['lit', '@lit/context'],
    folders: ['locales'],
    types: { session: MODEL },
    why: "Controllers are glue between Lit and the session's types and selectors.",
  },
  elements: {
    packages: ['lit', '@lit/context'],
    folders: ['controllers', 'locales', 'styles'],
    types: { session: MODEL },
    why: 'Elements render state and dispatch intents: an effect belongs to session/, registering to define/.',
  },
  'elements/rich': {
    packages: ['lit', 'marked'],
    folders: ['controllers', 'locales', 'styles', 'protocol'],
    types: { session: MODEL },
    why: 'Rich messages are checked where they are shown, by the schema of the protocol: the code comes with the first of them.',
  },
  define: { folders: ['elements', 'locales'], why: 'Define registers elements and does nothing else.' },
  presets: {
    folders: ['facades', 'define', 'transports'],
    types: { session: MODEL, elements: null },
    why: 'A preset is a facade, the registration, a transport, and the one element that it mounts.',
  },
  'engine.ts': {
    folders: ['session', 'platform', 'transports'],
    why: 'The engine is session + platform + one transport.',
  },
};

const FOLDERS = Object.keys(layers)
  .filter((name) => /^\w+$/.test(name))
  .concat('engine', 'index');
const UP = '^\\.{1,2}/(?:\\.\\./)*';

/** No file at all may import these: each writes HTML or a style attribute, which strict pages block. */
const unsafeDirectives = {
  regex: '^lit/directives/(unsafe-html|unsafe-svg|unsafe-mathml|style-map)',
  message: 'No HTML sinks and no style attributes: render a Lit template, and use classes or el.style.setProperty().',
};

function importRules(folder, { packages = [], folders = [], types = {}, beside, why }) {
  const own = folder.split(/[/.]/)[0];
  const open = [own, 'vocabulary', ...folders, ...Object.keys(types)];
  const closed = FOLDERS.filter((name) => !open.includes(name));
  const patterns = [
    unsafeDirectives,
    { regex: `${UP}(${closed.join('|')})(/|\\.js$)`, message: why },
    { regex: packages.length > 0 ? `^(?!\\.|(${packages.join('|')})(/|$))` : '^(?!\\.)', message: why },
    ...Object.entries(types).map(([name, except]) => ({
      regex: `${UP}${name}/${except ? `(?!${except})` : ''}`,
      allowTypeImports: true,
      message: `${why} Its types may be imported as types.`,
    })),
  ];
  if (beside) patterns.push({ regex: `^${beside[0]}`, allowTypeImports: true, message: beside[1] });
  return {
    files: [folder.endsWith('.ts') ? `src/${folder}` : `src/${folder}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

// ── No HTML sink, nothing a strict page blocks ───────────────────────────────────────────────────────────────────

const SINKS = 'innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString|srcdoc';
const sinkMessage = 'No HTML sink: text is data. Build nodes, or render a Lit template.';
const styleMessage = 'A strict page blocks style attributes: use classes or el.style.setProperty().';

const gate = [
  { selector: `MemberExpression[property.name=/^(${SINKS})$/]`, message: sinkMessage },
  { selector: `MemberExpression[property.value=/^(${SINKS})$/]`, message: sinkMessage },
  { selector: `TemplateElement[value.raw=/\\.(${SINKS})\\s*=\\s*["']?$/]`, message: sinkMessage },
  { selector: 'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', message: sinkMessage },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/[\\s"\']style\\s*=/]',
    message: styleMessage,
  },
  { selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]', message: styleMessage },
];

// TypeScript's bundler resolution would take them; a browser and Node would not.
const extensions = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'].map(
  (type) => ({
    selector: `${type}[source.value=/^\\.(?!.*\\.(js|mjs|json)$)/]`,
    message: 'Relative imports name the file: ./x.js',
  }),
);

const browserTests = FOLDERS_OF_TESTS.browser.map((folder) => `test/${folder}/**/*.ts`);
const PROMISING =
  'sendKeys|sendMouse|resetMouse|setViewport|emulateMedia|executeServerCommand|aTimeout|nextFrame|oneEvent|waitUntil|fixture';
const forgottenAwaits = [`callee.name=/^(${PROMISING})$/`, 'callee.property.name="accessible"'].map((call) => ({
  selector: `ExpressionStatement > CallExpression[${call}]`,
  message: 'Await it.',
}));

export default defineConfig(
  { ignores: ['build', 'dist', 'cdn', 'coverage', 'node_modules'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // `Key | ''` says more than `string`, which it is.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Ports and handles are objects of closures: their methods may be taken off.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // An interface may ask for a promise that an implementation has at once.
      '@typescript-eslint/require-await': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
      // Two of them are never equal.
      'no-new-wrappers': 'error',
      'no-restricted-syntax': ['error', ...extensions],
    },
  },
  {
    files: ['src/**/*.ts', 'demo/**/*.{ts,js,mjs}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser },
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...extensions, ...gate],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [unsafeDirectives] }],
    },
  },
  {
    files: ['src/**/*.ts', 'demo/agent/**/*.ts'],
    extends: [litPlugin.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // It does not see a name that comes from an expression; axe does, in the tests of each element.
      'lit-a11y/accessible-name': 'off',
      // In a dialog it says where the focus goes when the visitor opens it.
      'lit-a11y/no-autofocus': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': ['error', { allow: ['debug', 'info', 'warn', 'error'] }],
    },
  },
  ...Object.entries(layers).map(([folder, layer]) => importRules(folder, layer)),
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test hands in what a page could hand in, and chai asserts by property.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // node:test's functions return a promise that its runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['test', 'describe', 'it', 'suite', 'skip', 'only', 'todo'],
            },
          ],
        },
      ],
    },
  },
  {
    // They are compiled, and never run.
    files: ['test/typings/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    files: browserTests,
    rules: {
      // chai's `equal` is typed as a promise there, so the rule would find one in every assertion; this is what it is for.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': ['error', ...extensions, ...forgottenAwaits],
    },
  },
);
