/** The survey after the end: what is asked, and the way of the answer. */
import type { Asking } from './flows/availability.js';
import type { Client } from './client.js';
import { at } from './flows/core.js';
import { cleanText } from './flows/pipeline.js';
import type { IntentMap } from './intents.js';
import { ChatError } from './model/errors.js';
import type { Fact } from './model/facts.js';
import { isChatError } from './model/is-chat-error.js';
import { surveyOf } from './model/survey-of.js';
import type { ConversationKey, Survey } from './model/types.js';

/**
 * Answers it. The state shows how far that is, so that what was chosen stays where it is when it could not be sent.
 * @throws (rejects) ChatError `invalid`: nothing is asked, or the rating is not one of those asked for; what the server refused it for
 */
export async function answerSurvey(
  core: Client,
  asking: Asking,
  key: ConversationKey,
  { rating, comment: given = '' }: IntentMap['chat-survey-request'],
): Promise<void> {
  const survey = surveyOf(at(core, key));
  if (!survey || survey.status === 'sent' || survey.status === 'sending')
    throw new ChatError('invalid', 'survey: nothing is asked in this conversation now');
  if (!Number.isInteger(rating) || rating < 1 || rating > survey.scale)
    throw new ChatError('invalid', `survey: rating must be a whole number from 1 to ${survey.scale}`);
  const comment = survey.comment ? cleanText(given).trim() : '';
  const { id } = survey;
  put(core, key, { ...survey, rating, status: 'sending', error: undefined });
  try {
    await asking.ask('survey', { id, rating, ...(comment && { comment }) });
  } catch (error) {
    put(core, key, { ...survey, rating, status: 'failed', error: isChatError(error) ? error.code : 'unreachable' });
    throw error;
  }
  const event = { type: 'chat-survey-answered', detail: { conversationId: key, rating, comment } } as const;
  put(core, key, { ...survey, rating, status: 'sent', error: undefined }, [{ type: 'event', key, event }]);
}

/** Its place is the entry that asks. */
function put(core: Client, key: ConversationKey, survey: Survey, facts: readonly Fact[] = []): void {
  const entries = at(core, key)?.log.entries;
  if (!entries) return;
  const next = entries.map((entry) => (entry.type === 'end' && entry.survey ? { ...entry, survey } : entry));
  core.apply({ type: 'entries', key, entries: next, facts });
}
