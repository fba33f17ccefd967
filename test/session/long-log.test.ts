import assert from 'node:assert/strict';
import { test } from 'node:test';
import { append } from '../../src/session/model/log.js';
import { EMPTY_LOG } from '../../src/session/model/new-conversation.js';
import { transition } from '../../src/session/model/transition.js';
import type { Entry, MessageEntry } from '../../src/session/model/types.js';
import { KEY, message, Model } from '../helpers/model.js';

/** Entries that count how often somebody looks into one. */
function counted(length: number): { readonly entries: readonly Entry[]; readonly looks: () => number } {
  let looks = 0;
  const entries = Array.from({ length }, (_, i): MessageEntry => {
    const entry = Object.freeze(message(i + 1));
    return new Proxy(entry, { get: (target, name: keyof MessageEntry) => (looks++, target[name]) });
  });
  return { entries: entries.map((entry) => Object.freeze(entry)), looks: () => looks };
}

test('appending one entry to 10,000 looks into a handful of them', () => {
  const { entries, looks } = counted(10_000);
  const { log } = append(EMPTY_LOG, entries);
  const model = Model.running();
  const conversation = Object.freeze({ ...model.conversation, log, seen: 10_000 });
  const state = Object.freeze({ ...model.state, conversations: Object.freeze({ [KEY]: conversation }) });
  const before = looks();
  const step = transition(state, { type: 'entry', key: KEY, entry: message(10_001) });
  assert.equal(step.state.conversations[KEY]?.log.entries.length, 10_001);
  assert.ok(looks() - before < 20, `${looks() - before} looks`);
});

test('appending 10,000 one by one keeps them all', () => {
  const model = Model.running();
  for (let seq = 1; seq <= 10_000; seq++) {
    model.state = transition(model.state, { type: 'entry', key: KEY, entry: message(seq) }).state;
    if (seq % 100 === 0) model.apply({ type: 'seen', key: KEY, seq });
  }
  assert.equal(model.conversation.log.entries.length, 10_000);
});
