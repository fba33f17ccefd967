/** What servers answer about threads, read and checked: a hostile answer is refused as a whole. */
import { ChatError } from './model/errors.js';
import type { Author, Role, Thread } from './model/types.js';

/** A place in the list of a customer's own. */
export type Cursor = { readonly at: number; readonly conversation: string };

/** A thread of the server's, and what opens it from now on. */
export type Listed = { readonly thread: Thread & { readonly id: string }; readonly credential?: string | undefined };

const PHASES = ['queued', 'active', 'ended'] as const;
const ROLES: readonly Role[] = ['visitor', 'agent', 'supervisor', 'bot', 'system'];

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';

function fail(): never {
  throw new ChatError('protocol', 'threads: the answer could not be understood');
}

function authorOf(value: unknown): Author | undefined {
  if (!isObject(value)) return undefined;
  const { id, role, name, avatar } = value;
  if (!isText(id) || !ROLES.includes(role as Role)) return undefined;
  return { id, role: role as Role, ...(isText(name) && { name }), ...(isText(avatar) && { avatar }) };
}

/** The answer to `thread`. @throws ChatError `protocol` */
export function readThread(data: unknown): Listed {
  if (!isObject(data)) return fail();
  const { conversation: id, startedAt, endedAt, at, title, archived, last, unread, credential } = data;
  const phase = PHASES.find((one) => one === data['phase']);
  if (!isText(id) || !phase || !isTime(startedAt) || !isTime(at) || !isTime(unread)) return fail();
  const from = isObject(last) ? authorOf(last['from']) : undefined;
  const said = isObject(last) && from && isText(last['text']) && isTime(last['at']);
  const agent = authorOf(data['agent']);
  const thread = Object.freeze({
    id,
    phase,
    startedAt,
    ...(isTime(endedAt) && { endedAt }),
    at,
    ...(isText(title) && { title }),
    archived: archived === true,
    ...(said && { last: { from, text: last['text'] as string, at: last['at'] as number } }),
    ...(agent && { agent }),
    unread,
  });
  return { thread, ...(isText(credential) && { credential }) };
}

/** The answer to `threads`. @throws ChatError `protocol` */
export function readThreads(data: unknown): {
  readonly threads: readonly Listed[];
  readonly next?: Cursor | undefined;
} {
  if (!isObject(data) || !Array.isArray(data['threads'])) return fail();
  const { next } = data;
  const threads = (data['threads'] as readonly unknown[]).map(readThread);
  if (!isObject(next)) return { threads };
  const { at, conversation } = next;
  return isTime(at) && isText(conversation) ? { threads, next: { at, conversation } } : fail();
}
