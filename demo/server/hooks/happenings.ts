/** What the site's own back end is told: facts of a commit, as data. Pure. */
import type { ConversationRow, LeftMessageRow } from '../store/port.js';
import type { Commit } from '../core/work.js';

/** What can be told. */
export const HAPPENINGS = [
  'conversation.started',
  'conversation.assigned',
  'message.created',
  'conversation.ended',
  'message.left',
] as const;

/** One of {@link HAPPENINGS}. */
export type HappeningType = (typeof HAPPENINGS)[number];

/** One thing that happened, as it is sent. */
export interface Happening {
  readonly type: HappeningType;
  readonly at: number;
  readonly data: Readonly<Record<string, unknown>>;
}

function about(row: ConversationRow): Readonly<Record<string, unknown>> {
  const { id, channel, queue, customer, profile, userData, startedAt } = row;
  return { id, channel, queue, ...(customer !== null && { customer }), profile, userData, startedAt };
}

/** What a commit made happen, in order. */
export function happeningsOf({ changes, left }: Commit, now: number): readonly Happening[] {
  const all: Happening[] = [];
  for (const { before, after, appended } of changes) {
    const conversation = about(after);
    const tell = (type: HappeningType, more: object = {}): unknown =>
      all.push({ type, at: now, data: { conversation, ...more } });
    if (!before) tell('conversation.started');
    if (after.agent !== null && after.agent !== before?.agent) tell('conversation.assigned', { agent: after.agent });
    for (const { entry } of appended) {
      const { body, seq } = entry;
      if (body.type === 'message' && entry.audience === 'all')
        tell('message.created', { seq, from: body.from, text: body.text });
      if (body.type === 'end') tell('conversation.ended', { by: body.by, reason: body.reason });
    }
  }
  for (const message of left) all.push({ type: 'message.left', at: now, data: { message: leftOf(message) } });
  return all;
}

function leftOf({ handledAt: _at, handledBy: _by, context, ...message }: LeftMessageRow): object {
  return { ...message, context: Object.fromEntries(Object.entries(context).map(([key, { value }]) => [key, value])) };
}
