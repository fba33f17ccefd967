import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { EVENTS } from '../../src/vocabulary/events.js';
import { ROOT, useConsumer } from './consumer.js';
import { elementsOf, type ElementDoc } from './custom-elements.js';

const consumer = useConsumer();
let elements: readonly ElementDoc[] = [];
before(() => {
  elements = elementsOf(consumer.read('custom-elements.json'));
});

const dist = (): string[] => consumer.files('dist').filter((name) => name.endsWith('.js'));
const code = (name: string): string => consumer.read(name);
const tokens = (text: string): Set<string> => new Set(text.match(/--live-chat-[a-z-]*[a-z]/g));

test('the manifest has every element that is registered, under its tag', () => {
  const registered = dist().flatMap((name) =>
    [...code(name).matchAll(/\bdefine\('([\w-]+)',/g)].map((match) => match[1]!),
  );
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), registered.sort());
});

test('everything in the manifest says what it is', () => {
  const silent = elements.flatMap((element) => [
    ...(element.summary ? [] : [element.tagName]),
    ...[element.slots, element.cssParts, element.cssProperties, element.cssStates, element.events, element.attributes]
      .flatMap((items) => items ?? [])
      .filter(({ description }) => !description)
      .map(({ name }) => `${element.tagName} ${name}`),
  ]);
  assert.deepEqual(silent, []);
});

test('<live-chat> lists every event that it dispatches, and no other', () => {
  const listed = elements.find(({ tagName }) => tagName === 'live-chat')!.events!.map(({ name }) => name);
  const before = ['start', 'send', 'restore', 'upload', 'end'].map((what) => `chat-before-${what}`);
  assert.deepEqual([...listed].sort(), [...Object.keys(EVENTS), ...before].sort());
});

/** What an element tells beside what it asks for. */
const OWN_EVENTS: Readonly<Record<string, readonly string[]>> = {
  'chat-actions': ['chat-action-chosen'],
  'chat-emojis': ['chat-emoji-chosen'],
  'chat-message': ['chat-render-message'],
  'chat-transcript': ['chat-render-message'],
  'chat-invitation': ['accepted', 'dismissed', 'expired', 'shown'].map((what) => `chat-invitation-${what}`),
};

test('the other elements list the requests that they make, and no others', () => {
  for (const { tagName, events = [] } of elements.filter((element) => element.tagName !== 'live-chat')) {
    const folder = tagName.replace('chat-', '');
    const own = dist().filter(
      (name) => name === `dist/elements/${tagName}.js` || name.startsWith(`dist/elements/${folder}/`),
    );
    const asked = new Set(own.flatMap((name) => code(name).match(/chat-[a-z-]+-request/g) ?? []));
    // A message stands for a row of the transcript, and makes the requests of one.
    const listed = events.map(({ name }) => name);
    assert.deepEqual(
      [...listed].filter((name) => !/^chat-[a-z-]+-request$/.test(name)).sort(),
      OWN_EVENTS[tagName] ?? [],
      tagName,
    );
    const requests = listed.filter((name) => name.endsWith('-request'));
    if (tagName !== 'chat-message') assert.deepEqual([...new Set(requests)].sort(), [...asked].sort(), tagName);
  }
});

test('every token that the styles read is documented, and every one that is documented is read', () => {
  const styles = dist().filter((name) => /^dist\/(styles|elements)\//.test(name));
  const read = new Set(
    styles.flatMap((name) => [...code(name).matchAll(/var\(\s*(--live-chat-[a-z-]+)/g)].map((match) => match[1]!)),
  );
  const guide = tokens(readFileSync(path.join(ROOT, 'docs/styling.md'), 'utf8'));
  const listed = new Set(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)));
  assert.deepEqual([...read].filter((name) => !guide.has(name)).sort(), []);
  assert.deepEqual(
    [...guide, ...listed].filter((name) => !read.has(name)),
    [],
  );
});

test('the data for editors knows the same elements and attributes', () => {
  const { tags } = JSON.parse(consumer.read('vscode.html-custom-data.json')) as {
    tags: { name: string; attributes: { name: string }[] }[];
  };
  const names = (list: readonly { name: string }[] | undefined): string =>
    (list ?? [])
      .map(({ name }) => name)
      .sort()
      .join();
  assert.deepEqual(
    tags.map(({ name, attributes }) => `${name} ${names(attributes)}`).sort(),
    elements.map(({ tagName, attributes }) => `${tagName} ${names(attributes)}`).sort(),
  );
});
