import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ChatEventMap } from '../../src/session/events.js';
import { EVENTS, type EventName, type EventRow } from '../../src/vocabulary/events.js';
import { tellLcw, type LcwEvent } from '../../src/vocabulary/lcw.js';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../contracts/${name}.json`, import.meta.url), 'utf8')) as {
    readonly events: Readonly<Record<string, unknown>>;
  };
const documented = { wcs: Object.keys(read('webchatservice').events), lcw: Object.keys(read('lcw').events) };
const rows = Object.entries(EVENTS) as [EventName, EventRow][];

/** Told beside the event of its row, by `vocabulary/lcw.ts`: that product has two events for an end by an agent. */
const BESIDE = { 'lcw:threadUpdate': 'chat-ended' } as const;

/** The DOM name of a documented one: kebab case behind `chat-`, a leading `chat` dropped. */
function domName(wcs: string): string {
  const words = wcs.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `chat-${words.replace(/^chat-/, '')}`;
}

for (const family of ['wcs', 'lcw'] as const) {
  const mapped = rows.flatMap(([, row]) => row[family] ?? []);

  test(`every documented ${family} event has a row`, () => {
    const known = new Set<string>([...mapped, ...Object.keys(BESIDE)]);
    assert.deepEqual(
      documented[family].filter((name) => !known.has(name)),
      [],
    );
  });

  test(`no row names a ${family} event that is not documented`, () => {
    assert.deepEqual(
      mapped.filter((name) => !documented[family].includes(name)),
      [],
    );
  });

  test(`no two rows have the same ${family} event unless they say that they share it`, () => {
    const unshared = rows.flatMap(([, row]) => (row.shared ? [] : (row[family] ?? [])));
    assert.deepEqual(
      unshared.filter((name, i) => unshared.indexOf(name) !== i),
      [],
    );
    for (const [name, row] of rows)
      if (row.shared)
        assert.ok(
          rows.some(([other, { wcs, lcw }]) => other !== name && (wcs === row.wcs || lcw === row.lcw)),
          `${name} shares with somebody`,
        );
  });
}

test('names follow from the documented ones mechanically', () => {
  assert.equal(domName('messageReceived'), 'chat-message-received');
  assert.equal(domName('chatServerWentOffline'), 'chat-server-went-offline');
  for (const [name, { wcs }] of rows) if (wcs !== undefined) assert.equal(name, domName(wcs));
});

/** The names on `window`, when all that comes a moment later has. */
async function toldOf(name: EventName, details: Record<string, unknown>): Promise<readonly string[]> {
  const told: string[] = [];
  tellLcw(name, details, ({ type }) => told.push(type));
  if (name === 'chat-availability' || name === 'chat-error')
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve));
  return told;
}

test('every row of the table that the other product knows is told under its name', async () => {
  const details = {
    messages: [{ text: 'hi', type: 'Message', utcTime: 1, from: { type: 'Agent' } }],
    restoring: false,
    by: 'visitor',
    code: 'busy',
    message: 'm',
  };
  for (const [name, { lcw }] of rows) {
    // The shell says that it is ready by itself, before anything is loaded.
    const told = name === 'chat-ready' ? ['lcw:ready'] : await toldOf(name, details);
    assert.deepEqual(told, lcw === undefined ? [] : [lcw], name);
  }
});

test('that nothing can be loaded is told at once, because its table could not be', () => {
  const told: LcwEvent[] = [];
  tellLcw('chat-error', { code: 'load-failed', message: 'm' }, (event) => told.push(event));
  const errorDescription = 'Live chat widget scripts failed to load';
  assert.deepEqual(told, [{ type: 'lcw:error', detail: { errorCode: 7, errorDescription, errorDetail: 'm' } }]);
});

test('an end by an agent is told as its message, as an update of the thread, and then as the end', async () => {
  assert.deepEqual(await toldOf(BESIDE['lcw:threadUpdate'], { by: 'agent' }), [
    'lcw:onMessageReceived',
    'lcw:threadUpdate',
    'lcw:closeChat',
  ]);
});

test("the session's events and the table are the same, but for those of the window", () => {
  // The compiler compares: a name that is missing on either side does not fit.
  const untabled: Exclude<keyof ChatEventMap, EventName>[] = [];
  const notTheSessions: Exclude<EventName, keyof ChatEventMap>[] = [
    'chat-window-opened',
    'chat-window-minimized',
    'chat-window-closed',
  ];
  const complete: Record<Exclude<EventName, keyof ChatEventMap>, true> = {
    'chat-window-opened': true,
    'chat-window-minimized': true,
    'chat-window-closed': true,
  };
  assert.deepEqual([untabled, Object.keys(complete)], [[], notTheSessions]);
});
