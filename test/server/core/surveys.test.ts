import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import type { VisitorConnection } from '../../../demo/server/core/presence.js';
import { surveyQuestion } from '../../../src/protocol/index.js';
import { World, type Tab } from './world.js';

const DAY = 86_400_000;

/** A conversation that an agent has ended, and what it asks. */
async function ended(
  survey: { scale: number; comment: boolean } | null = { scale: 5, comment: true },
  identity?: VisitorConnection['identity'],
) {
  const world = await World.open(survey ? { survey } : {});
  const tab = world.tab();
  tab.connection.identity = identity;
  const { conversation } = await tab.start(`key-${world.id()}`);
  await world.clock.advance(0);
  const ann = await world.desk('ann');
  await ann.accept(conversation);
  await ann.send(conversation, [{ id: 'end', type: 'end' }]);
  const ends = (heard: readonly any[]) =>
    heard.flatMap(({ event, payload }) => (event === 'entry' && payload.entry.type === 'end' ? [payload.entry] : []));
  const asked = ends(tab.heard)[0]?.survey;
  const answer = async (rating: number, comment?: string, id: string = asked?.id, from: Tab = tab) =>
    world.service
      .answersSurvey(from.connection, { id, rating, comment })
      .then((done) => (done.publish(), 'taken'))
      .catch((error: { code?: string }) => error.code);
  return { world, tab, ann, conversation, asked, answer, ends };
}

describe('the survey after the end', () => {
  test('is asked of the visitor, with an id that the agents’ side never hears', async () => {
    const { world, asked, ann, ends } = await ended();
    assert.deepEqual([asked.scale, asked.comment], [5, true]);
    assert.ok(v.is(surveyQuestion, asked));
    const [seen] = ends(ann.heard);
    assert.equal(seen.type, 'end');
    assert.equal('survey' in seen, false);
    await world.close();
  });

  test('is answered once, is stored, and shows on the desk', async () => {
    const { world, answer, conversation, asked } = await ended();
    assert.equal(await answer(4, ' Quick. '), 'taken');
    assert.equal(await answer(4, 'Quick.'), 'taken', 'the same again');
    assert.equal(await answer(1), 'already-chosen');
    assert.equal((await world.log(conversation)).at(-1), 'survey 4/5: Quick.');
    const row = await world.store.read((tx) => tx.survey(asked.id));
    assert.deepEqual([row?.rating, row?.comment], [4, 'Quick.']);
    await world.close();
  });

  test('refuses what was not asked: another rating, another survey, after its time', async () => {
    const { world, answer } = await ended();
    assert.equal(await answer(6), 'bad-request');
    assert.equal(await answer(3, undefined, 'somebody-elses'), 'unknown-survey');
    await world.clock.advance(8 * DAY);
    assert.equal(await answer(3), 'unknown-survey');
    await world.close();
  });

  test('of a customer is answered by nobody else, whatever they know', async () => {
    const { world, answer, conversation } = await ended(undefined, { key: 'ada', customer: 'ada', context: {} });
    const stranger = world.tab();
    assert.equal(await answer(1, undefined, undefined, stranger), 'unknown-survey');
    stranger.connection.identity = { key: 'bob', customer: 'bob', context: {} };
    assert.equal(await answer(1, undefined, undefined, stranger), 'unknown-survey');
    assert.equal(await answer(4), 'taken');
    assert.equal((await world.log(conversation)).at(-1), 'survey 4/5');
    await world.close();
  });

  test('is not asked where the server has none, nor of who met nobody', async () => {
    const none = await ended(null);
    assert.equal(none.asked, undefined);
    await none.world.close();
    const world = await World.open({ survey: { scale: 5, comment: true } });
    const { tab, conversation } = await world.visitor();
    await tab.send(conversation, [{ id: 'end', type: 'end' }]);
    assert.doesNotMatch(JSON.stringify(tab.heard), /survey/);
    await world.close();
  });
});
