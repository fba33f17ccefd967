/** The end of a conversation: the last entry of its log. */
import type { PersonRow } from '../store/port.js';
import { completeStream } from './bot.js';
import { isSilent } from './people.js';
import { dequeue } from './queue.js';
import { surveyOf } from './surveys.js';
import type { Author } from './views.js';
import type { Draft, Work } from './work.js';

/** Who ended it and why. */
export interface Ending {
  readonly by: PersonRow['role'];
  /** `left`, `ended`, `blocked`, `visitor-gone` or `idle`. */
  readonly reason: string;
  /** Left out when nobody did it. */
  readonly from?: Author | undefined;
}

/** Ends a conversation, unless it is over already. */
export async function endConversation(work: Work, draft: Draft, ending: Ending): Promise<void> {
  const { row } = draft;
  if (row.phase === 'ended') return;
  await completeStream(work, draft);
  if (row.phase === 'queued') await dequeue(work, draft, false);
  for (const person of await work.tx.people(row.id)) {
    if (person.leftAt === null || isSilent(person)) {
      const leftAt = person.leftAt ?? work.now;
      await work.savePerson(draft, { ...person, leftAt, silentSince: null, connected: false });
    }
  }
  const { by, reason, from } = ending;
  if (from) await work.append(draft, { type: 'leave', from, reason: by === 'visitor' ? 'left' : 'ended' });
  const survey = reason === 'blocked' ? undefined : await surveyOf(work, draft);
  await work.append(draft, { type: 'end', by, reason, ...(from && { from }), ...(survey && { survey }) });
  row.phase = 'ended';
  row.endedAt = work.now;
  row.visitorLeftAt = null;
  row.goneAt = null;
  row.warnedAt = null;
  work.touch(draft);
}
