import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { elementsOf } from '../package/custom-elements.js';
import type { renderAll, Seen } from './rig/render-cells.js';
import { useRig } from './rig/rig.js';

const rig = useRig();
const ROOT = path.resolve(import.meta.dirname, '../..');

/** What rich messages of other kinds have; they are drawn by the same code, and each is seen in the transcript. */
const OTHER_KINDS = ['option', 'chosen', 'field', 'input', 'facts', 'rail', 'turn', 'clock'].map(
  (part) => `rich-${part}`,
);

/** What shows only while something is dragged here, when a picture has come, the page draws it, nobody is there, or there are several conversations: their own tests see it. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'chat-composer': ['drop'],
  'chat-transcript': ['picture', 'rich-custom'],
  'chat-message': ['picture', 'rich-custom', ...OTHER_KINDS],
  'live-chat': ['leave-message', 'threads', 'threads-toggle'],
};

/** Names that a description gives beside its own: “also `row-own`, `row-other`”. */
const alike = (description = ''): string[] => [...description.matchAll(/`([a-z][\w-]*)`/g)].map((match) => match[1]!);

test('every part, slot and state in the manifest can be seen, and every one that can be seen is in the manifest', async () => {
  const elements = elementsOf(readFileSync(path.join(ROOT, 'custom-elements.json'), 'utf8'));
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'rig/render-cells.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    ignoreAnnotations: true,
  });
  const page = await rig.page('the state table');
  await page.route('**/cells.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,"><body></body>' }),
  );
  await page.goto('/cells.html');
  await page.addScriptTag({ content: outputFiles[0]!.text, type: 'module' });
  const states = Object.fromEntries(
    elements.map(({ tagName, cssStates = [] }) => [tagName, cssStates.map(({ name }) => name)]),
  );
  const render = (only?: string): Promise<Record<string, Seen>> =>
    page.evaluate(([of, tag]) => (globalThis as unknown as { renderAll: typeof renderAll }).renderAll(of, tag), [
      states,
      only,
    ] as const);
  await render();
  // Some of it is for small screens only.
  await page.setViewportSize({ width: 390, height: 800 });
  const seen = await render('chat-window');

  assert.deepEqual(Object.keys(seen).sort(), elements.map(({ tagName }) => tagName).sort());
  const names = (items: readonly { readonly name: string }[]): string[] => items.map(({ name }) => name);
  const differences = elements.flatMap(({ tagName, cssParts = [], slots = [], cssStates = [] }) => {
    const has = seen[tagName]!;
    const listed = [...names(cssParts), ...cssParts.flatMap(({ description }) => alike(description))];
    // Forwarded parts and those of a status are named after what they are of: one of each is listed.
    const forwarded = (part: string): boolean =>
      /^(status|launcher|window|header|transcript|composer|form|emojis|actions|invitation|leave-message|overlay|threads|threads-toggle)-/.test(
        part,
      );
    return [
      ...differ(
        `part of <${tagName}>`,
        has.parts,
        listed,
        names(cssParts).filter((name) => !ELSEWHERE[tagName]?.includes(name)),
      ).filter((problem) => !/not listed/.test(problem) || !forwarded(problem.split(': ')[1]!)),
      ...differ(`slot of <${tagName}>`, has.slots, names(slots)),
      ...differ(`state of <${tagName}>`, has.states, names(cssStates)),
    ];
  });
  assert.deepEqual(differences, []);
});

function differ(what: string, seen: readonly string[], listed: readonly string[], must = listed): string[] {
  return [
    ...seen.filter((name) => !listed.includes(name)).map((name) => `${what}, seen and not listed: ${name}`),
    ...must.filter((name) => !seen.includes(name)).map((name) => `${what}, listed and not seen: ${name}`),
  ];
}
