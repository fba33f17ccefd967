/** What visitors are asked after the end, and what they answer. */
import type { InferOutput } from 'valibot';
import type { survey } from '../../../src/protocol/index.js';
import type { Random } from './ports.js';
import { ChatFault } from './fault.js';
import type { Parts } from './parts.js';
import type { VisitorConnection } from './presence.js';
import type { Done } from './runner.js';
import { illFormed } from './text.js';
import type { Draft, Work } from './work.js';

/** How long after the end an answer is taken. */
const ANSWERABLE = 7 * 86_400_000;

/** What is asked. */
export interface SurveySettings {
  /** The highest rating; the lowest is 1. */
  readonly scale: number;
  /** Whether words are asked for, too. */
  readonly comment: boolean;
}

/** What it takes to ask. */
export interface Surveys {
  readonly settings: SurveySettings | undefined;
  readonly random: Random;
}

/** What the end of a conversation asks: of visitors whom somebody has served. */
export async function surveyOf(
  work: Work,
  { row }: Draft,
): Promise<{ id: string; scale: number; comment: boolean } | undefined> {
  const { settings, random } = work.surveys ?? {};
  if (!settings || !random || row.agent === null) return undefined;
  const id = random.id();
  await work.tx.saveSurvey({ id, conversation: row.id, askedAt: work.now, rating: null, comment: null });
  return { id, ...settings };
}

/** Takes an answer. Whoever knows the id of the survey was in the conversation; a customer's is answered by nobody else. */
export function answerSurvey(
  parts: Parts,
  { channel, identity }: Pick<VisitorConnection, 'channel' | 'identity'>,
  frame: InferOutput<typeof survey>,
): Promise<Done<null>> {
  const { scale, comment: asked } = parts.settings.survey ?? { scale: 0, comment: false };
  return parts.runner.run(async (work) => {
    const row = await work.tx.survey(frame.id);
    const draft = row && (await work.find(row.conversation));
    const theirs = draft?.row.channel === channel && draft.row.identity === (identity?.key ?? null);
    if (!row || !draft || !theirs || work.now - row.askedAt > ANSWERABLE)
      throw new ChatFault('unknown-survey', 'there is no such survey, or its time is over');
    const comment = (asked && frame.comment?.trim()) || null;
    if (row.rating !== null) {
      if (row.rating === frame.rating && row.comment === comment) return null;
      throw new ChatFault('already-chosen', 'the survey was answered already');
    }
    if (frame.rating > scale) throw new ChatFault('bad-request', `at most ${scale}`, { field: 'rating' });
    if (comment !== null && illFormed(comment)) throw new ChatFault('bad-request', 'not a text', { field: 'comment' });
    await work.tx.saveSurvey({ ...row, rating: frame.rating, comment });
    const says = { rating: frame.rating, scale, ...(comment !== null && { comment }) };
    await work.append(draft, { type: 'survey', ...says }, { audience: 'staff' });
    return null;
  });
}
