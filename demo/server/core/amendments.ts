/**
 * What becomes of messages after they were sent. The change is an entry of its own, for everybody who has the message; the row of the
 * message says what it says now, so that whoever reads it later reads that, and what was taken back is kept nowhere.
 */
import type { WireItem, WireItemResult } from '../../../src/protocol/index.js';
import type { EntryRow } from '../store/port.js';
import { refused } from './results.js';
import type { Sender } from './sending.js';
import { illFormed } from './text.js';
import type { Draft, Work } from './work.js';

type Amendment = Extract<WireItem, { type: 'edit' | 'retract' }>;

/** Corrects a message of the sender's, or takes it back. */
export async function storeAmendment(
  work: Work,
  draft: Draft,
  sender: Sender,
  item: Amendment,
  maxText: number,
): Promise<WireItemResult> {
  const { tx } = work;
  const { person, side } = sender.viewer;
  const known = await tx.entryByClientId(draft.row.id, person, item.id);
  if (known) return { id: item.id, status: 'duplicate', seq: known.seq, at: known.at };
  if (sender.refusal) return refused(item, sender.refusal);
  const [old] = await tx.entries(draft.row.id, { after: item.of - 1, limit: 1, audiences: ['all'] });
  const own = old?.seq === item.of && old.body.type === 'message' && old.body.from.id === person;
  if (!own || old.body.amended === 'retracted') return refused(item, 'unknown-message', 'of');
  const options = { sender: person, clientId: item.id };
  if (item.type === 'retract') {
    const entry = await work.append(draft, { type: 'retract', from: sender.author, of: item.of }, options);
    await takeBack(work, old);
    return { id: item.id, status: 'stored', seq: entry.seq, at: entry.at };
  }
  if (item.text.length > maxText) return refused(item, 'too-long');
  if (illFormed(item.text)) return refused(item, 'bad-request', 'text');
  if (item.text.trim() === '' && !old.body.files) return refused(item, 'empty');
  if (item.rich && side === 'visitor') return refused(item, 'not-allowed', 'rich');
  const { text, rich, of } = item;
  const says = { text, ...(rich && { rich }) };
  const entry = await work.append(draft, { type: 'edit', from: sender.author, of, ...says }, options);
  const { rich: _before, ...rest } = old.body;
  await tx.reviseEntry({ ...old, body: { ...rest, ...says, amended: 'edited' } });
  return { id: item.id, status: 'stored', seq: entry.seq, at: entry.at };
}

/** Leaves of a message that it was there. */
async function takeBack({ tx }: Work, old: EntryRow): Promise<void> {
  if (old.body.type !== 'message') return;
  const { from, files = [] } = old.body;
  await tx.reviseEntry({ ...old, body: { type: 'message', from, text: '', amended: 'retracted' } });
  for (const edit of await tx.editsOf(old.conversation, old.seq))
    if (edit.body.type === 'edit') await tx.reviseEntry({ ...edit, body: { ...edit.body, text: '', rich: undefined } });
  for (const { id } of files) await tx.dropFile(id);
}
