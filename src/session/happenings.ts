/** What happens to the visitor's case beside the messages: who has it, and where it stands. Fetched with the first of it. */
import type { ChatEvent } from './events.js';
import type { Author, ConversationKey, Entry, Happening } from './model/types.js';

const STATUSES = ['open', 'pending', 'escalated', 'resolved', 'closed'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** An entry as it shows, and the event that tells it; undefined: nothing that is known here. */
export function happeningOf(
  key: ConversationKey,
  entry: Entry,
): { readonly entry: Entry; readonly event: ChatEvent } | undefined {
  if (entry.type === 'join' && isObject(entry.assigned) && !entry.rich) {
    const before = authorOf(entry.assigned['before']);
    const rich: Happening | undefined = before && { happened: 'reassigned', to: entry.from, before };
    const detail = { conversationId: key, agent: entry.from, previous: before ?? null };
    return { entry: rich ? { ...entry, rich } : entry, event: { type: 'chat-assigned-agent-changed', detail } };
  }
  if (entry.type !== 'unknown' || !isObject(entry.data) || entry.data['type'] !== 'case') return undefined;
  const status = STATUSES.find((one) => one === (entry.data as { status?: unknown }).status);
  if (status === undefined) return undefined;
  const { seq, prev, at } = entry;
  const rich: Happening = { happened: 'case', status };
  return {
    entry: { type: 'status', seq, prev, at, status: `case-${status}`, rich },
    event: { type: 'chat-case-status-changed', detail: { conversationId: key, status } },
  };
}

function authorOf(value: unknown): Author | undefined {
  if (!isObject(value)) return undefined;
  const { id, role, name } = value;
  const fine = typeof id === 'string' && (role === 'agent' || role === 'supervisor');
  return fine ? { id, role, ...(typeof name === 'string' && { name }) } : undefined;
}
