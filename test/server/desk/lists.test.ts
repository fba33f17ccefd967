import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyDesk } from '../../../demo/agent/model/lists.js';
import { INITIAL } from '../../../demo/agent/model/state.js';
import type { WireDesk, WireDeskConversation } from '../../../src/protocol/agent.js';

const waiting = (id: string, since: number): WireDeskConversation => ({
  id,
  phase: 'queued',
  startedAt: since,
  waitingSince: since,
  profile: {},
  visitorOnline: true,
  unread: 0,
  registers: { version: 1, head: 1, phase: 'queued', startedAt: since, people: [], marks: {}, queue: { position: 1 } },
});
const desk = (now: number, queue: WireDeskConversation[], queueTotal: number): WireDesk => ({
  version: now,
  now,
  me: 'ann',
  agents: [],
  queue,
  queueTotal,
  mine: [],
  others: [],
});

describe('desk: a queue that is longer than the list', () => {
  it('does not tell as new who was behind the end of the list before', () => {
    const beside = { now: 0, own: () => false, restore: <T>(one: T): T => one };
    const long = applyDesk(INITIAL, desk(100, [waiting('a', 1), waiting('b', 2)], 4), beside);
    const moved = applyDesk(long.state, desk(200, [waiting('b', 2), waiting('c', 3)], 3), beside);
    assert.deepEqual(moved.facts, []);
    const fresh = applyDesk(moved.state, desk(300, [waiting('c', 3), waiting('d', 250)], 2), beside);
    assert.deepEqual(
      fresh.facts.map((fact) => [fact.type, 'conversation' in fact && fact.conversation]),
      [['waiting', 'd']],
    );
  });
});
