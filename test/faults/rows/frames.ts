/** F25: frames of another version, or of none. Neither end falls over, and what is said after them arrives. */
import fc from 'fast-check';
import { VISITOR_FRAMES } from '../../../src/protocol/index.js';
import type { RowRig } from './rig.js';

/** How many are sent in one case. */
export const FRAMES = 100;

const TO_PAGE = ['welcome', 'entry', 'registers', 'typing', 'beat', 'revoked', 'sent', 'changed', 'holiday', 'answer'];

type Frame = readonly [event: string, data: unknown];
type Template = readonly [event: string, data: Readonly<Record<string, unknown>>, needed: readonly string[]];
const person = { id: 'x', role: 'agent', name: 'X' };
const templates = (conversation: string): readonly Template[] => [
  [
    'entry',
    { conversation, entry: { seq: 9, prev: 8, at: 1, type: 'message', from: person, text: 'never said' }, rev: 9 },
    ['conversation', 'entry'],
  ],
  [
    'registers',
    { conversation, registers: { version: 9, head: 9, phase: 'active', startedAt: 1, people: [], marks: {} }, rev: 9 },
    ['conversation', 'registers'],
  ],
  ['typing', { conversation, typing: true, person: 'x' }, ['conversation', 'typing', 'person']],
  ['beat', { rev: 3, now: 5 }, ['rev']],
];

/** Something that looks right but for one part that is needed, which has become another thing altogether. */
const bent = (all: readonly Template[]): fc.Arbitrary<Frame> =>
  fc.constantFrom(...all).chain(([event, data, needed]) =>
    fc
      .tuple(fc.constantFrom(...needed), fc.anything({ maxDepth: 2 }))
      // Of the same kind it would be a frame like any other, and a server may lie as it likes.
      .filter(([name, value]) => typeof value !== typeof data[name])
      .map(([name, value]): Frame => [event, { ...data, [name]: value }]),
  );

/** What JSON can carry, so that it arrives as it was made. */
const carried = (value: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
  } catch {
    return null;
  }
};

/** Sends frames both ways. Resolves with what is wrong. */
export async function sendFrames(rig: RowRig, seed: number): Promise<readonly string[]> {
  if (rig.page.state.current === undefined) await rig.says();
  const remoteId = rig.page.current.remoteId ?? '';
  const anything = fc.anything({ maxDepth: 3 });
  const up = fc.tuple(fc.constantFrom(...Object.keys(VISITOR_FRAMES), 'holiday', ''), anything);
  const down = fc.oneof(fc.tuple(fc.constantFrom(...TO_PAGE), anything), bent(templates(remoteId)));
  const stranger = await rig.server.visitor();
  for (const [event, data] of fc.sample(up, { seed, numRuns: FRAMES / 2 })) stranger.socket.emit(event, carried(data));
  const sockets = [...rig.server.chat.io.of('/visitor').sockets.values()];
  for (const [event, data] of fc.sample(down, { seed, numRuns: FRAMES / 2 }))
    for (const socket of sockets) socket.emit(event, carried(data));
  const faults = rig.page.reports.filter((what) => what instanceof TypeError).map((what) => `fault: ${String(what)}`);
  const heard = await rig.says();
  stranger.close();
  return [...faults, ...(heard ? [] : ['nothing is stored any more']), ...(await rig.verdict())];
}
