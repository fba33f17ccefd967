import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '../../src/session/client.js';
import type { Asking } from '../../src/session/flows/availability.js';
import { ChatError } from '../../src/session/model/errors.js';
import type { Fact } from '../../src/session/model/facts.js';
import type { Input } from '../../src/session/model/inputs.js';
import { surveyOf } from '../../src/session/model/survey-of.js';
import { answerSurvey } from '../../src/session/survey.js';
import { end, KEY, Model } from '../helpers/model.js';

const ASKED = { id: 's1', scale: 5, comment: true };

function begun(survey: unknown = ASKED) {
  const model = Model.running([{ ...end(1), survey }], { phase: 'ended' });
  const asks: unknown[] = [];
  const facts: Fact[] = [];
  let fails: Error | undefined;
  const core = {
    get state() {
      return model.state;
    },
    apply: (input: Input) => facts.push(...model.apply(input)),
  } as unknown as Client;
  const asking = {
    ask: (name: string, data: unknown) => (asks.push([name, data]), fails ? Promise.reject(fails) : Promise.resolve()),
  } as unknown as Asking;
  return {
    asks,
    facts,
    answer: (rating: number, comment?: string) => answerSurvey(core, asking, KEY, { rating, comment }),
    fail: (error: Error | undefined) => (fails = error),
    survey: () => surveyOf(model.conversation),
  };
}

test('an answer is sent once, shows how far it is, and is told', async () => {
  const { answer, asks, survey, facts } = begun();
  const sent = answer(4, ' Fine ');
  assert.equal(survey()?.status, 'sending');
  await sent;
  assert.deepEqual(asks, [['survey', { id: 's1', rating: 4, comment: 'Fine' }]]);
  assert.deepEqual([survey()?.status, survey()?.rating], ['sent', 4]);
  const told = facts.flatMap((fact) => (fact.type === 'event' ? [fact.event.detail] : []));
  assert.deepEqual(told, [{ conversationId: KEY, rating: 4, comment: 'Fine' }]);
  await assert.rejects(answer(5), { code: 'invalid' });
});

test('one that could not be sent keeps its rating, and can be sent again', async () => {
  const { answer, fail, survey } = begun();
  fail(new ChatError('unreachable', 'no'));
  await assert.rejects(answer(2), { code: 'unreachable' });
  assert.deepEqual([survey()?.status, survey()?.rating, survey()?.error], ['failed', 2, 'unreachable']);
  fail(undefined);
  await answer(2);
  assert.equal(survey()?.status, 'sent');
});

test('a rating that is not asked for is refused with the reason', async () => {
  const { answer, asks } = begun();
  for (const rating of [0, 6, 2.5, NaN])
    await assert.rejects(answer(rating), /rating must be a whole number from 1 to 5/);
  assert.deepEqual(asks, []);
});

test('what can not be understood asks nothing', () => {
  for (const survey of [null, 5, {}, { id: 1, scale: 5 }, { id: 's', scale: 11 }, { id: 's', scale: 1 }])
    assert.equal(begun(survey).survey(), undefined);
});
