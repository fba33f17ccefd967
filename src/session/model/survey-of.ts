import type { Conversation, Survey } from './types.js';

/** What the visitor is asked after the end of a conversation, if anything that can be understood. */
export function surveyOf(conversation: Conversation | undefined): Survey | undefined {
  const end = conversation?.log.entries.findLast((entry) => entry.type === 'end');
  const asked = end?.type === 'end' ? (end.survey as Partial<Survey> | undefined) : undefined;
  const { id, scale, comment } = asked ?? {};
  const fine = typeof id === 'string' && Number.isInteger(scale) && scale! >= 2 && scale! <= 10;
  return fine ? { ...asked, id, scale: scale!, comment: comment === true } : undefined;
}
