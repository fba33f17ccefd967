/**
 * Storing what somebody sends. A batch is one transaction: its items are looked at in order, each is stored once however
 * often it is sent, and one that can't be stored is refused alone.
 */
import * as v from 'valibot';
import {
  item as itemSchema,
  MAX_DATA_KEYS,
  type WireCode,
  type WireItem,
  type WireItemResult,
} from '../../../src/protocol/index.js';
import type { FieldDeclarations } from '../../../src/vocabulary/custom-fields.js';
import { keepAbout, unfitAbout } from './customers.js';
import { ChatFault, failureOf } from './fault.js';
import { infoOf } from './files.js';
import type { Parts } from './parts.js';
import type { FileRow } from '../store/port.js';
import { isSilent } from './people.js';
import { storeAmendment } from './amendments.js';
import { refusalOf } from './choices.js';
import { later, refused } from './results.js';
import type { Done } from './runner.js';
import type { Settings } from './settings.js';
import { illFormed, illFormedPath } from './text.js';
import { headFor, type Author, type Viewer } from './views.js';
import type { Draft, Work } from './work.js';

/** Who sends, as the transaction finds them. */
export interface Sender {
  readonly viewer: Viewer;
  readonly author: Author;
  /** Why they may not write, if so; what is stored already is answered all the same. */
  readonly refusal: WireCode | undefined;
  /** Ends the conversation for them. */
  end(): Promise<void>;
}

/** Takes one token for an item: 0, or the milliseconds to wait when there is none. */
export type TakeToken = () => number;

/** The answer to `send`. */
export type Sent = { results: WireItemResult[] };

/** Stores a batch. Rejects only when the sender may not reach the conversation at all. */
export async function sendBatch(
  parts: Parts,
  conversation: string,
  items: readonly unknown[],
  take: TakeToken,
  senderOf: (work: Work, draft: Draft) => Promise<Sender>,
): Promise<Done<Sent>> {
  const { now: within, late } = ration(items, take);
  // Nothing to store: a transaction would cost a write for nothing.
  if (within.length === 0) return { data: { results: late }, publish: () => undefined };
  try {
    const done = await parts.runner.run(async (work) => {
      const draft = await work.find(conversation);
      if (!draft) throw new ChatFault('unknown-conversation');
      const results: WireItemResult[] = [];
      for (const one of within) {
        // Anew for each: an item before it may have ended the conversation.
        const sender = await senderOf(work, draft);
        results.push(await storeItem(work, draft, sender, one, parts.settings));
      }
      return results;
    });
    return { data: { results: [...done.data, ...late] }, publish: done.publish };
  } catch (error) {
    if (error instanceof ChatFault) throw error;
    // The transaction was undone as a whole, so the prefix that was accepted is empty.
    const { code, retryAfter } = failureOf(error, parts.log);
    return { data: { results: items.map((one) => later(one, code, retryAfter)) }, publish: () => undefined };
  }
}

/** How many of the items the rate allows; all after the first that it does not allow must come later. */
function ration(items: readonly unknown[], take: TakeToken): { now: readonly unknown[]; late: WireItemResult[] } {
  for (let index = 0; index < items.length; index += 1) {
    const wait = take();
    if (wait > 0)
      return { now: items.slice(0, index), late: items.slice(index).map((one) => later(one, 'rate-limited', wait)) };
  }
  return { now: items, late: [] };
}

async function storeItem(
  work: Work,
  draft: Draft,
  sender: Sender,
  data: unknown,
  settings: Settings,
): Promise<WireItemResult> {
  const parsed = v.safeParse(itemSchema, data, { abortEarly: true });
  if (!parsed.success) return refused(data, 'bad-request', v.getDotPath(parsed.issues[0]) ?? undefined);
  const { output: item } = parsed;
  switch (item.type) {
    case 'message':
      return storeMessage(work, draft, sender, item, settings);
    case 'edit':
    case 'retract':
      return storeAmendment(work, draft, sender, item, settings.limits.maxText);
    case 'mark':
      return storeMark(work, draft, sender, item);
    case 'end':
      return storeEnd(work, draft, sender, item);
    case 'notice':
      return storeNotice(work, draft, sender, item, settings.limits.maxText);
    case 'user-data':
      return storeUserData(work, draft, sender, item, settings.fields);
  }
}

async function storeMessage(
  work: Work,
  draft: Draft,
  sender: Sender,
  item: Extract<WireItem, { type: 'message' }>,
  { limits, files: fileLimits }: Settings,
): Promise<WireItemResult> {
  const { row } = draft;
  const { person } = sender.viewer;
  const known = await work.tx.entryByClientId(row.id, person, item.id);
  if (known) return { id: item.id, status: 'duplicate', seq: known.seq, at: known.at };
  if (item.text.length > limits.maxText) return refused(item, 'too-long');
  if (illFormed(item.text)) return refused(item, 'bad-request', 'text');
  if (item.text.trim() === '' && !item.files) return refused(item, 'empty');
  if ((item.files?.length ?? 0) > fileLimits.maxCount) return refused(item, 'too-many', 'files');
  if (sender.refusal) return refused(item, sender.refusal);
  if (item.rich && sender.viewer.side === 'visitor') return refused(item, 'not-allowed', 'rich');
  const unfit = item.choice && (await refusalOf(work, draft, sender, item.choice));
  if (unfit) return refused(item, ...unfit);
  const files: FileRow[] = [];
  for (const [index, id] of (item.files ?? []).entries()) {
    const file = await work.tx.file(id);
    const own = file?.conversation === row.id && file.uploader === person && !files.some((other) => other.id === id);
    // Not told apart, so that ids can't be tried out.
    if (!own || file.state !== 'ready' || file.entry !== null) return refused(item, 'unknown-file', `files.${index}`);
    files.push(file);
  }
  const entry = await work.append(
    draft,
    {
      type: 'message',
      from: sender.author,
      text: item.text,
      ...(files.length > 0 && { files: files.map(infoOf) }),
      ...(item.rich && { rich: item.rich }),
      ...(item.choice && { choice: item.choice }),
    },
    { sender: person, clientId: item.id },
  );
  for (const file of files) await work.tx.saveFile({ ...file, entry: entry.seq, touchedAt: work.now });
  row.activeAt = work.now;
  row.warnedAt = null;
  return { id: item.id, status: 'stored', seq: entry.seq, at: entry.at };
}

/** A notice is for programs: it may be empty, and does not count as somebody writing. */
async function storeNotice(
  work: Work,
  draft: Draft,
  sender: Sender,
  { id, text }: Extract<WireItem, { type: 'notice' }>,
  maxText: number,
): Promise<WireItemResult> {
  const { person } = sender.viewer;
  const known = await work.tx.entryByClientId(draft.row.id, person, id);
  if (known) return { id, status: 'duplicate', seq: known.seq, at: known.at };
  if (text.length > maxText) return refused({ id }, 'too-long');
  if (illFormed(text)) return refused({ id }, 'bad-request', 'text');
  if (sender.refusal) return refused({ id }, sender.refusal);
  const body = { type: 'notice', from: sender.author, text } as const;
  const entry = await work.append(draft, body, { sender: person, clientId: id });
  return { id, status: 'stored', seq: entry.seq, at: entry.at };
}

/** The entry tells the agents what changed, and keeps a late repetition from undoing what came after it. */
async function storeUserData(
  work: Work,
  draft: Draft,
  sender: Sender,
  { id, data, about }: Extract<WireItem, { type: 'user-data' }>,
  fields: FieldDeclarations,
): Promise<WireItemResult> {
  const { row } = draft;
  const { person, side } = sender.viewer;
  if (await work.tx.entryByClientId(row.id, person, id)) return { id, status: 'duplicate' };
  const unfit = illFormedPath(data, 'data') ?? (about && unfitAbout(fields, about));
  if (unfit !== undefined) return refused({ id }, 'bad-request', unfit);
  if (sender.refusal) return refused({ id }, sender.refusal);
  if (side !== 'visitor') return refused({ id }, 'not-allowed');
  const merged = { ...row.userData, ...data };
  if (Object.keys(merged).length > MAX_DATA_KEYS) return refused({ id }, 'too-large', 'data');
  if (Object.keys(data).length > 0) {
    row.userData = merged;
    row.userDataChanged = true;
    work.touch(draft);
  }
  if (about) await keepAbout(work, draft, about);
  const { guest: _guest, ...said } = about ?? {};
  const body = { type: 'user-data', from: sender.author, data, ...(about && { about: said }) } as const;
  await work.append(draft, body, { audience: 'staff', sender: person, clientId: id });
  return { id, status: 'stored' };
}

async function storeMark(
  work: Work,
  draft: Draft,
  sender: Sender,
  item: Extract<WireItem, { type: 'mark' }>,
): Promise<WireItemResult> {
  // After the end there is still something to read.
  if (sender.refusal && sender.refusal !== 'ended') return refused(item, sender.refusal);
  const person = await work.tx.person(draft.row.id, sender.viewer.person);
  if (!person) return refused(item, 'not-allowed');
  // Whoever reads along must leave no trace.
  if (isSilent(person)) return { id: item.id, status: 'stored' };
  const head = headFor(draft.row, sender.viewer);
  const seen = Math.max(person.seen, Math.min(item.seen ?? 0, head));
  // What was on the screen has reached the device.
  const delivered = Math.max(person.delivered, Math.min(item.delivered ?? 0, head), seen);
  if (seen !== person.seen || delivered !== person.delivered)
    await work.savePerson(draft, { ...person, seen, delivered });
  return { id: item.id, status: 'stored' };
}

async function storeEnd(work: Work, draft: Draft, sender: Sender, item: WireItem): Promise<WireItemResult> {
  const ended = async (status: 'stored' | 'duplicate'): Promise<WireItemResult> => {
    const entry = await work.tx.latest(draft.row.id, 'end');
    return { id: item.id, status, ...(entry && { seq: entry.seq, at: entry.at }) };
  };
  // It is over, which is what was wanted, whoever did it.
  if (draft.row.phase === 'ended') return ended('duplicate');
  if (sender.refusal) return refused(item, sender.refusal);
  await sender.end();
  return ended('stored');
}
