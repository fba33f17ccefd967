/** What of that which is told is news for the visitor, who may have other tabs. */
import type { Fact } from '../session/model/facts.js';
import type { ChatState, MessageEntry } from '../session/model/types.js';

type Received = Extract<Fact, { type: 'received' }>;

/** The messages of others that nobody has read. A tab that was away is told of all that came meanwhile, also of what another one has shown. */
export const newsOf = ({ key, entries, restoring, whole }: Received, { conversations }: ChatState): MessageEntry[] =>
  entries.filter(
    (entry): entry is MessageEntry =>
      !restoring &&
      entry.type === 'message' &&
      (whole || entry.seq > (conversations[key]?.seen ?? 0)) &&
      entry.from.id !== conversations[key]?.me,
  );

/** Whether the visitor has just read everything in another tab: what they read in this one comes without marks. */
export const readElsewhere = (facts: readonly Fact[]): boolean =>
  facts.some(({ type }) => type === 'marks') && facts.some((fact) => fact.type === 'unread' && !fact.count);
