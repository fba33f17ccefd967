/**
 * From items to rows: which of them are in the window, where a day or a group begins, and which status shows. Pure, and
 * its cost depends on the size of the window only, never on the length of the transcript.
 */
import type { ChatErrorCode } from '../../session/model/errors.js';
import type {
  Author,
  EndEntry,
  FileInfo,
  JoinEntry,
  LeaveEntry,
  NoticeEntry,
  PendingStatus,
  StatusEntry,
  TransferEntry,
} from '../../session/model/types.js';
import { isOwn, isPending, type Item, type Items } from './items.js';
import type { Segment } from './linkify.js';

/** What stands below one's own message. */
export type RowStatus = PendingStatus | 'delivered' | 'seen';

/** One message. `first` and `last` tell of its place in a group of the same author's. */
export type MessageRow = {
  readonly kind: 'message';
  readonly key: string;
  /** Its place among the items. */
  readonly index: number;
  readonly seq: number;
  readonly own: boolean;
  readonly from: Author | undefined;
  readonly segments: readonly Segment[];
  readonly files?: readonly FileInfo[] | undefined;
  readonly at: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly status?: RowStatus | undefined;
  readonly error?: ChatErrorCode | undefined;
  readonly clientId?: string | undefined;
  /** What it is beside its text, as it came; and that text. */
  readonly rich?: unknown;
  readonly text?: string;
};

/** Something that happened: a line in the middle. */
export type LineEntry = JoinEntry | LeaveEntry | TransferEntry | StatusEntry | EndEntry;
export type LineRow = {
  readonly kind: 'line';
  readonly key: string;
  readonly index: number;
  readonly seq: number;
  readonly entry: LineEntry;
  /** What is more than a line, as in a message. */
  readonly rich?: unknown;
};
export type DayRow = { readonly kind: 'day'; readonly key: string; readonly at: number };
export type UnreadRow = { readonly kind: 'unread'; readonly key: string };
export type Row = MessageRow | LineRow | DayRow | UnreadRow;

/** The rows of a window and the items they stand for: `start` to before `end`. */
export type Slice = { readonly rows: readonly Row[]; readonly start: number; readonly end: number };

/** What rows depend on beside the items. */
export type RowContext = {
  /** Up to where the other side's devices have, and somebody there has seen, the log. */
  readonly delivered: number;
  readonly seen: number;
  /** The entry that the line "new" stands before; 0 for none. */
  readonly unread: number;
  /** Whether there is a text for a status; one without shows nothing. */
  readonly says: (status: string) => boolean;
  /** The pieces of a text: plain ones and links. */
  readonly cut: (text: string) => readonly Segment[];
};

/** Messages further apart than this do not belong together, even from the same person. */
const GROUP_GAP = 5 * 60_000;

/** How many DOM nodes the rows of a window may have, text and comments included; the rest of the element needs some, too. */
export const NODE_BUDGET = 940;

/** Upper bounds of what a template in row.ts makes; a test compares them with the DOM. */
const NODES = { message: 11, name: 2, avatar: 5, foot: 7, waiting: 10, segment: 6, line: 4, rich: 60, file: 26 };

/** A moment that dates can show, or NaN: the number comes from the network. */
function timeOf(item: Item): number {
  return new Date(isPending(item) ? item.createdAt : item.at).getTime();
}

function dayOf(item: Item): number {
  return new Date(timeOf(item)).setHours(0, 0, 0, 0) || 0;
}

function shows(item: Item, context: RowContext): boolean {
  if (isPending(item)) return true;
  // The visitor knows that they came, and that they are gone.
  if (item.type === 'join' || item.type === 'leave') return item.from.role !== 'visitor';
  if (item.type === 'status') return !!item.rich || context.says(item.status);
  // An unknown one that has a text is the page's own.
  return item.type !== 'notice' && (item.type !== 'unknown' || 'text' in item);
}

/** The nearest item from `index` that shows. The search is bounded: a hundred in a row that do not are somebody's joke. */
function visible(items: Items, index: number, step: 1 | -1, context: RowContext): Item | undefined {
  for (let i = index, tries = 0; tries < 100; i += step, tries++) {
    const item = items.at(i);
    if (!item || shows(item, context)) return item;
  }
  return undefined;
}

function authorOf(item: Item, me: string): string | undefined {
  if (isPending(item)) return 'own';
  return item.type !== 'message' ? undefined : isOwn(item, me) ? 'own' : item.from.id;
}

function joined(before: Item | undefined, after: Item | undefined, me: string, unread: number): boolean {
  if (!before || !after) return false;
  const author = authorOf(before, me);
  if (author === undefined || author !== authorOf(after, me)) return false;
  if (!isPending(after) && after.seq === unread) return false;
  return Math.abs(timeOf(after) - timeOf(before)) <= GROUP_GAP && dayOf(before) === dayOf(after);
}

/** The rows of one item, and what they cost in nodes. */
function describe(items: Items, index: number, context: RowContext): { rows: Row[]; cost: number } {
  // No notice comes further than `shows`.
  const item = items.at(index) as Exclude<Item, NoticeEntry> | undefined;
  const rows: Row[] = [];
  if (!item || !shows(item, context)) return { rows, cost: 1 };
  const before = visible(items, index - 1, -1, context);
  const pending = isPending(item);
  let cost = 0;
  // Keyed by the author's own id, a waiting message keeps its row when its entry arrives.
  const clientId = pending
    ? item.clientId
    : item.type === 'message' && isOwn(item, items.me)
      ? item.clientId
      : undefined;
  const key = clientId === undefined ? `s${pending ? '' : item.seq}` : `c${clientId}`;
  if ((!before || dayOf(before) !== dayOf(item)) && dayOf(item)) {
    rows.push({ kind: 'day', key: `d${key}`, at: timeOf(item) });
    cost += NODES.line;
  }
  if (!pending && item.seq === context.unread) {
    rows.push({ kind: 'unread', key: 'unread' });
    cost += NODES.line;
  }
  if (!('text' in item)) {
    rows.push({ kind: 'line', key, index, seq: item.seq, entry: item as LineEntry, rich: (item as StatusEntry).rich });
    return { rows, cost: cost + NODES.line };
  }
  const own = pending || isOwn(item, items.me);
  const segments = context.cut(item.text);
  const first = !joined(before, item, items.me, context.unread);
  const last = !joined(item, visible(items, index + 1, 1, context), items.me, context.unread);
  rows.push({
    kind: 'message',
    key,
    index,
    seq: pending ? 0 : item.seq,
    own,
    from: pending ? undefined : item.from,
    segments,
    files: item.files,
    at: timeOf(item),
    first,
    last,
    status: pending ? item.status : undefined,
    error: pending ? item.error : undefined,
    clientId,
    ...('rich' in item && { rich: item.rich, text: item.text }),
  });
  if ('rich' in item) cost += NODES.rich;
  cost += NODES.message + (first && !own ? NODES.name : 0) + (last && !own ? NODES.avatar : 0);
  cost += (last || pending ? NODES.foot : 0) + (pending ? NODES.waiting : 0);
  cost += (item.files?.length ?? 0) * NODES.file;
  return { rows, cost: cost + (segments.length > 1 ? segments.length * NODES.segment : 0) };
}

/** The newest own message tells how far it got, and so does the newest one that was seen; older ones say nothing. */
function withStatus(rows: Row[], { delivered, seen }: RowContext): Row[] {
  let newest = true;
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i]!;
    if (row.kind !== 'message' || !row.own || row.status !== undefined) continue;
    const status = row.seq <= seen ? 'seen' : row.seq <= delivered ? 'delivered' : 'sent';
    if (newest || status === 'seen') rows[i] = { ...row, status };
    if (status === 'seen') break;
    newest = false;
  }
  return rows;
}

/**
 * The window around one item: as many rows to both sides as the budget allows, and what one side does not need goes to
 * the other. Around the last item it is the end of the transcript.
 */
export function rowsAround(items: Items, center: number, context: RowContext, budget: number = NODE_BUDGET): Slice {
  if (items.length === 0) return { rows: [], start: 0, end: 0 };
  let start = Math.min(Math.max(center, 0), items.length - 1);
  let end = start + 1;
  const up: Row[][] = [];
  const down: Row[][] = [];
  const middle = describe(items, start, context);
  // Two messages in the middle of groups may get a line below as well: see withStatus.
  let left = budget - middle.cost - 2 * NODES.waiting;
  let fullUp = false;
  let fullDown = false;
  // One step up, one step down, until the budget is used or both ends are reached.
  while (!fullUp || !fullDown) {
    fullUp ||= start === 0;
    if (!fullUp) {
      const { rows, cost } = describe(items, start - 1, context);
      if (cost > left) break;
      left -= cost;
      up.push(rows);
      start--;
    }
    fullDown ||= end === items.length;
    if (!fullDown) {
      const { rows, cost } = describe(items, end, context);
      if (cost > left) break;
      left -= cost;
      down.push(rows);
      end++;
    }
  }
  return { rows: withStatus([...up.reverse().flat(), ...middle.rows, ...down.flat()], context), start, end };
}
